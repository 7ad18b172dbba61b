"""The window's own texts: English in the code, other languages in `resources/i18n/window`, under the English text."""

import re

from factcheck import pseudo
from factcheck.i18n import spoken, window_texts

#: A letter of Hebrew, Arabic or a script related to them.
RIGHT_TO_LEFT = re.compile("[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
#: "claim(s)" or "entr(y|ies)" in an English text that counts.
_ENDING = re.compile(r"\((\w*)(?:\|(\w*))?\)")


def tr(text: str, n: int = -1, **names: object) -> str:
    """The text in the language of the interface, with `{names}` filled in.

    With `n`, `%n` becomes the number; an English text gives both endings, "%n claim(s)" or "%n entr(y|ies)", other
    languages have plural forms of their own in the translation.
    """
    found = said(text, n)
    return found.format(**names) if names else found


def has_right_to_left(text: str) -> bool:
    """Whether any of it is Hebrew, Arabic or a script related to them."""
    return RIGHT_TO_LEFT.search(text) is not None


def in_a_row(*parts: str) -> str:
    """Parts with a point between them, without those that are empty; each keeps its own order beside Arabic."""
    there = [part for part in parts if part]
    if has_right_to_left("".join(there)):  # else a date beside an Arabic name is turned round
        there = [_isolated(part) for part in there]
    return " · ".join(there)


def by_itself(text: str) -> str:
    """A text that is put into another: if it is Arabic, its full stop stays with it."""
    return _isolated(text) if has_right_to_left(text) else text


def ending_together(text: str) -> str:
    """A sentence whose last word does not stand alone on a line."""
    before, _, last = text.rpartition(" ")
    return f"{before}\N{NO-BREAK SPACE}{last}" if " " in before else text


def _isolated(text: str) -> str:
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def said(text: str, n: int) -> str:
    """The text with its number, before names are filled in; in English if the language does not have it."""
    language = spoken()
    found = window_texts(language).get(text)
    if isinstance(found, dict):
        found = found["one" if n == 1 else "other"]
    elif found is None:
        found = _ENDING.sub(lambda ending: _english(ending, n), text) if n >= 0 else text
    written = pseudo.written(language, str(found))
    return written.replace("%n", str(n)) if n >= 0 else written


def _english(ending: re.Match[str], n: int) -> str:
    one, many = ("", ending[1]) if ending[2] is None else (ending[1], ending[2])
    return one if n == 1 else many
