"""What text loses before it goes into any format: nothing that a reader could see."""

import re
import unicodedata

from factcheck.text import canonical

#: Format characters that letters need (joiners) or the order of writing needs (marks); all others draw nothing.
_KEPT_FORMATS = {"\u200c", "\u200d", "\u200e", "\u200f", "\u061c"}
#: Code points that XML forbids.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
#: Characters of a text that leads to the whole.
_LONGEST = 90


def tidy(text: str) -> str:
    """Text composed (NFC), with single blanks, and without what draws nothing: directional overrides among them."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    text = unicodedata.normalize("NFC", canonical(text))
    text = re.sub(r"[^\S\u00a0\u202f]+", " ", text)
    return text if text.isprintable() else _NO_CHARACTER.sub("\ufffd", "".join(c for c in text if _draws(c)))


def shortened(text: str) -> str:
    """A text that leads to where all of it stands: in the contents, in a bookmark."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _draws(character: str) -> bool:
    return unicodedata.category(character) not in {"Cf", "Cc"} or character in _KEPT_FORMATS
