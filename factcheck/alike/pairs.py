"""All pairs of alike texts, without holding each against each."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from factcheck.alike.keys import I64, U64, Keyed, keyed
from factcheck.alike.likeness import possible, ratios
from factcheck.alike.rarity import Rarity, entries, once
from factcheck.progress import Progress, silent

#: A text meets so many of those that share a key with it: the nearest by length.
NEIGHBOURS = 40
_CHUNK, _MANY = 4_000, 50_000
#: The entries are worked through in parts of about this size.
_PART = 500_000
_MEASURED = 20_000
#: Keys that stand in one text join nothing.
_LONE = 0
_HALF = np.uint64(32)


class Alike(NamedTuple):
    """Two texts, by their places in what was given, and their `rapidfuzz.fuzz.ratio`."""

    a: int
    b: int
    ratio: float


def alike(texts: Sequence[str], least: float = 80, progress: Progress = silent) -> Iterator[Alike]:
    """Pairs of texts with `rapidfuzz.fuzz.ratio` of `least` or more, each once, a before b.

    Nearly all of them (docs/figures.md): two texts meet if they share a rare word, rare neighbours, or, being short,
    rare letters. A text that stands several times is paired with its first place only, and its other likenesses are
    told of the first; in large families of like texts each meets some dozens. Time and memory grow with the number
    of texts, not of pairs.
    """
    first: dict[str, int] = {}
    for number, text in enumerate(texts):
        if number % _MANY == 0:
            progress("likeness", 0, len(texts))
        known = first.setdefault(text, number)
        if known != number:
            yield Alike(known, number, 100.0)
    yield from _Meeting(texts, np.fromiter(first.values(), np.int64, len(first)), least, progress).pairs()


class _Meeting:
    """Distinct texts, the short ones first, and how they meet."""

    def __init__(self, texts: Sequence[str], distinct: I64, least: float, progress: Progress) -> None:
        self.least, self.progress = least, progress
        order = np.argsort(
            np.fromiter((len(texts[n]) for n in distinct.tolist()), np.int64, len(distinct)), kind="stable"
        )
        #: Their places in what was given.
        self.number = distinct[order].tolist()
        progress("likeness", 0, len(distinct))
        self.texts = [texts[number] for number in self.number]
        known = list(self.read())
        self.rarity = Rarity.of(known, progress)
        self.shapes = np.concatenate([k.shapes for k in known]) if known else np.zeros((0, 0), np.uint8)
        self.lengths = np.concatenate([k.lengths for k in known]) if known else np.zeros(0, np.int64)
        progress("likeness", 0, len(self.texts))
        self.entered = [self.enter(known, place) for place in range(len(known))]

    def read(self) -> Iterator[Keyed]:
        for start in range(0, len(self.texts), _CHUNK):
            self.progress("likeness", start, len(self.texts))
            yield keyed(self.texts[start : start + _CHUNK])

    def enter(self, known: list[Keyed], place: int) -> U64:
        """The entries of a chunk of texts in order; the chunk's keys are let go."""
        self.progress("likeness", place * _CHUNK, len(self.texts))
        keys, owners = entries(known[place], self.rarity, _LONE)
        known[place] = Keyed(keys[:0], owners[:0], known[place].shapes[:0], known[place].lengths[:0])
        return np.sort((keys.astype(np.uint64) << _HALF) | (owners + place * _CHUNK).astype(np.uint64))

    def pairs(self) -> Iterator[Alike]:
        found: list[U64] = []
        scores: list[NDArray[np.float32]] = []
        for part in self.parts():
            codes, ratio = self.measured(part)
            found.append(codes)
            scores.append(ratio)
        if not found:
            return
        codes, place = np.unique(np.concatenate(found), return_index=True)
        ratio = np.concatenate(scores)[place]
        for code, value in zip(codes.tolist(), ratio.tolist(), strict=True):
            one, two = self.number[code >> 32], self.number[code & 0xFFFFFFFF]
            yield Alike(min(one, two), max(one, two), value)

    def parts(self) -> Iterator[U64]:
        """The entries of one range of keys after the other, in order."""
        count = 1 + sum(map(len, self.entered)) // _PART
        edges = [np.uint64((number << 64) // count) for number in range(1, count)]
        cuts = [
            [0, *np.searchsorted(entered, np.array(edges, np.uint64)).tolist(), len(entered)]
            for entered in self.entered
        ]
        for number in range(count):
            self.progress("likeness", number, count)
            pieces = [e[cut[number] : cut[number + 1]] for e, cut in zip(self.entered, cuts, strict=True)]
            if pieces:
                yield np.sort(np.concatenate(pieces))

    def measured(self, part: U64) -> tuple[U64, NDArray[np.float32]]:
        """The pairs that meet in some entries and are alike."""
        codes = once(np.sort(np.concatenate([np.zeros(0, np.uint64), *self.met(part)])))
        kept, scores = [np.zeros(0, np.uint64)], [np.zeros(0, np.float32)]
        for start in range(0, len(codes), _MEASURED):
            self.progress("likeness", 0, 0)
            some = codes[start : start + _MEASURED]
            mine = [self.texts[place] for place in (some >> _HALF).tolist()]
            theirs = [self.texts[place] for place in some.astype(np.uint32).tolist()]
            ratio = ratios(mine, theirs, self.least)
            kept.append(some[ratio > 0])
            scores.append(ratio[ratio > 0])
        return np.concatenate(kept), np.concatenate(scores)

    def met(self, part: U64) -> Iterator[U64]:
        """Pairs that share a key and may be alike: each entry with those next to it."""
        keys, owners = part >> _HALF, part.astype(np.uint32).astype(np.int64)
        for step in range(1, NEIGHBOURS + 1):
            self.progress("likeness", 0, 0)
            at = np.flatnonzero(keys[step:] == keys[:-step])
            if not len(at):
                return
            a, b = owners[at], owners[at + step]
            some = possible(self.shapes, self.lengths, self.shapes, self.lengths, a, b, self.least)
            yield (a[some].astype(np.uint64) << _HALF) | b[some].astype(np.uint64)
