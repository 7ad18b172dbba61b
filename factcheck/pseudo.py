"""Two languages that nobody speaks. Before any translator begins they show what would be cut off, and what stays where
it was when the window is mirrored, and one can still read them: "pseudo" is English with accents, longer by two fifths,
in brackets; "pseudo-rtl" is the same from right to left.
"""

import re
from functools import cache

LONGER, MIRRORED = "pseudo", "pseudo-rtl"
CODES = (LONGER, MIRRORED)

#: What a program reads in a text: names to be filled in, numbers, marked letters of menus, tags, entities, addresses,
#: and how dates are written.
_KEPT = re.compile(r"(\{[^{}]*\}|%n|&\w+;|&.|<[^<>]+>|https?:\S+|\b(?:d{1,4}|M{2,4}|y{4}|[hH]{1,2}|mm)\b)")
_WORD = re.compile(r"[^\W\d_]+")
_ACCENTS = str.maketrans("AEIOUaceinosuyz", "ÀÉÎÕÛáçéîñôšüýž")
#: What begins a text that runs from right to left, what turns letters around, what ends that.
_MARK, _TURN, _END = "\u200f", "\u202e", "\u202c"


@cache
def written(code: str, text: str) -> str:
    """A text as one of the two languages writes it; in any other language as it is."""
    if code not in CODES or not text.strip():
        return text
    word = _longer if code == LONGER else _turned
    parts = _KEPT.split(text)  # what is kept stands at the odd places
    said = "".join(part if place % 2 else _WORD.sub(word, part) for place, part in enumerate(parts))
    return f"[{said}]" if code == LONGER else f"{_MARK}[{said}]"


def _longer(word: re.Match[str]) -> str:
    """Two of every five letters twice, the first among them."""
    letters = word[0].translate(_ACCENTS)
    return "".join(letter * (1 + (place % 5 in (0, 2))) for place, letter in enumerate(letters))


def _turned(word: re.Match[str]) -> str:
    """As if its letters ran from right to left; what is filled in keeps its own direction."""
    return f"{_TURN}{_longer(word)}{_END}"
