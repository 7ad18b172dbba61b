"""Two sentences word by word: what both say, and where they part. For any script; words keep their punctuation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rapidfuzz.distance import Indel

from factcheck.text import UNSPACED, folded

_WORD = re.compile(f"[{UNSPACED}]|[^\\s{UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class WordPair:
    """A word of each sentence that stand beside each other; "" where one has nothing there."""

    left: str
    right: str
    same: bool


def aligned(left: str, right: str) -> list[WordPair]:
    """Both sentences in order, with as many words as can be beside the same word of the other.

    Case and the punctuation round a word make no difference.
    """
    mine, other = _WORD.findall(left), _WORD.findall(right)
    found: list[WordPair] = []
    apart: tuple[list[str], list[str]] = ([], [])
    for step in Indel.opcodes([_bare(word) for word in mine], [_bare(word) for word in other]):
        here, there = mine[step.src_start : step.src_end], other[step.dest_start : step.dest_end]
        if step.tag == "equal":
            found += _beside(*apart)
            apart = ([], [])
            found += [WordPair(a, b, True) for a, b in zip(here, there, strict=True)]
        else:
            apart[0].extend(here)
            apart[1].extend(there)
    return [*found, *_beside(*apart)]


def _beside(mine: Sequence[str], other: Sequence[str]) -> Iterator[WordPair]:
    return (WordPair(a, b, False) for a, b in zip_longest(mine, other, fillvalue=""))


def _bare(word: str) -> str:
    """A word for comparing; what has no letter or digit is compared as it stands."""
    plain = folded(word)
    return re.sub(r"^[\W_]+|[\W_]+$", "", plain) or plain
