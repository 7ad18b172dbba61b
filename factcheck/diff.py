"""How one text became another, word by word: lines first, then the words of the lines that differ."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.text import UNSPACED, Span

#: Words of a changed part that are compared with one another; a larger part counts as exchanged whole.
_MOST = 4000
#: Parts from which on comparing each blank with each takes seconds, where a text was written anew.
_MANY = 800
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of both texts that is the same, or what stands in each where they differ; one of the two may be empty."""

    same: bool
    old: Span
    new: Span


def pieces(old: str, new: str) -> list[Piece]:
    """The two texts from beginning to end, in pieces that alternate between same and different."""
    joined: list[Piece] = []
    for piece in _lines(old, new):
        if joined and joined[-1].same == piece.same:
            last = joined[-1]
            joined[-1] = Piece(last.same, Span(last.old.start, piece.old.end), Span(last.new.start, piece.new.end))
        else:
            joined.append(piece)
    return joined


def _lines(old: str, new: str) -> Iterator[Piece]:
    whole = Span(0, len(old)), Span(0, len(new))
    for same, ours, theirs in _compared(old, new, *whole, _LINES):
        if same:
            yield Piece(True, ours, theirs)
            continue
        sides = _WORDS.findall(ours.of(old)), _WORDS.findall(theirs.of(new))
        if max(map(len, sides)) > _MOST:
            yield Piece(False, ours, theirs)
        else:
            yield from (Piece(*found) for found in _compared(old, new, ours, theirs, _WORDS))


def _compared(old: str, new: str, ours: Span, theirs: Span, cut: re.Pattern[str]) -> Iterator[tuple[bool, Span, Span]]:
    one, other = cut.findall(ours.of(old)), cut.findall(theirs.of(new))
    at, to = _starts(ours.start, one), _starts(theirs.start, other)
    # Blanks are the same everywhere: with many, a run that is the same may hold them, but is not looked for by them.
    junk = str.isspace if max(len(one), len(other)) > _MANY else None
    for kind, a, b, c, d in SequenceMatcher(junk, one, other, autojunk=False).get_opcodes():
        yield kind == "equal", Span(at[a], at[b]), Span(to[c], to[d])


def _starts(start: int, parts: Sequence[str]) -> list[int]:
    starts = [start]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def moved(found: Sequence[Piece], at: int) -> int:
    """Where an offset of the old text is in the new one: as far into its piece, if that is so long."""
    piece = found[max(0, bisect_right(found, at, key=lambda p: p.old.start) - 1)] if found else None
    if piece is None:
        return 0
    return min(piece.new.start + max(0, at - piece.old.start), piece.new.end)


def marked(old: str, new: str, context: int = 60) -> str:
    """The difference in one text for people: […] for what is left out, [-taken away-], {+added+}."""
    parts: list[str] = []
    found = pieces(old, new)
    for place, piece in enumerate(found):
        if piece.same:
            parts.append(_shortened(piece.old.of(old), context, first=place == 0, last=place == len(found) - 1))
        else:
            gone, come = piece.old.of(old), piece.new.of(new)
            parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return "".join(parts)


def _shortened(text: str, context: int, first: bool, last: bool) -> str:
    ends = ("" if first else text[:context]), ("" if last else text[-context:])
    if len(text) <= sum(map(len, ends)) + context // 2:
        return text
    return " […] ".join(ends) if not (first and last) else "[…]"
