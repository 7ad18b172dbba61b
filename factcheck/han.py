"""Which forms of the Chinese characters a text wants: languages share them, and each draws some in its own way."""

import re
from collections import Counter
from collections.abc import Iterable

SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN = "zh-Hans", "zh-Hant", "ja", "ko"

#: A text in which fewer letters than one of so many are East Asian only mentions them.
_SHARE = 4
# Compiled when they are used, which takes a while: most texts are in languages that say enough.
_LETTERS = "[\u3041-\u30ff\u3131-\u318e\u3400-\u9fff\uac00-\ud7a3]"
_KANA, _HANGUL = "[\u3041-\u30ff]", "[\uac00-\ud7a3\u3131-\u318e]"
_CHARACTERS = "[\u3400-\u9fff]+"
_CHINESE = frozenset({"zh", "yue", "wuu", "nan", "hak", "lzh"})
#: Parts of a name of a language that say which characters it is written with.
_SAID = {
    **dict.fromkeys(("hans", "cn", "sg", "my"), SIMPLIFIED),
    **dict.fromkeys(("hant", "tw", "hk", "mo"), TRADITIONAL),
}
#: Of a longer text no more is looked at.
_SAMPLE = 2000


def forms(language: str, text: str = "") -> str:
    """The forms for a text in a language (BCP 47, "" if it is not known); "" if it is in none of these languages."""
    first, *more = language.lower().split("-")
    if first in (JAPANESE, KOREAN):
        return first
    if first in _CHINESE:
        return next((_SAID[part] for part in more if part in _SAID), None) or _of_characters(text) or SIMPLIFIED
    return "" if first else _of_letters(text[:_SAMPLE])


def most(wanted: Iterable[str]) -> str:
    """The forms that most texts want, "" if none wants any."""
    counts = Counter(filter(None, wanted)).most_common(1)
    return counts[0][0] if counts else ""


def east_asian(text: str) -> str:
    """The language whose forms a text wants by the letters beside its characters; Chinese has none."""
    return JAPANESE if re.search(_KANA, text) else KOREAN if re.search(_HANGUL, text) else "zh"


def _of_letters(text: str) -> str:
    if len(re.findall(_LETTERS, text)) * _SHARE < sum(map(str.isalpha, text)):
        return ""
    beside = east_asian(text)
    return _of_characters(text) if beside == "zh" else beside


def _of_characters(text: str) -> str:
    """By the two old sets of characters: the one of which a text uses more was made for it."""
    characters = "".join(re.findall(_CHARACTERS, text[:_SAMPLE]))
    if not characters:
        return ""
    return TRADITIONAL if _lacking(characters, "gb2312") > _lacking(characters, "big5") else SIMPLIFIED


def _lacking(characters: str, encoding: str) -> int:
    return len(characters) - len(characters.encode(encoding, "ignore").decode(encoding))
