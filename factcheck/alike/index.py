"""An index to which texts are added and in which the like of a text are found, without reading the others again.

It is made of segments, each a few arrays that can be written to a file as they are. A segment never changes: adding
makes a new small one, and small ones are joined now and then. The texts themselves are not in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from factcheck.alike.keys import BINS, I64, U8, U32, Keyed, keyed
from factcheck.alike.likeness import possible, ratios
from factcheck.alike.rarity import Rarity, entries, once
from factcheck.progress import Progress, silent

#: Raised when what is written means something else.
FORM = 1
#: Keys that no other text had are entered too, since the next text may have them; so many at most.
_LONE = 4
#: Of the texts under one key of a segment, the last so many are looked at.
_LISTED = 40
#: Small segments are joined from this many on, up to a size that is written in a moment.
_SMALL, LARGEST = 16, 50_000
_CHUNK = 4_000


class Match(NamedTuple):
    """A text that was asked for, one of the index that is like it, and their `rapidfuzz.fuzz.ratio`."""

    asked: int
    number: int
    ratio: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Some texts, numbered from 0: the keys under which they stand, in order, and what each looks like."""

    keys: U32
    owners: U32
    shapes: U8
    lengths: U32

    def __len__(self) -> int:
        return len(self.lengths)

    def packed(self) -> tuple[bytes, ...]:
        """As it is written to a file."""
        return tuple(part.tobytes() for part in (self.keys, self.owners, self.shapes, self.lengths))

    @classmethod
    def unpacked(cls, keys: bytes, owners: bytes, shapes: bytes, lengths: bytes) -> "Segment":
        """As it was written. `ValueError` if the parts do not fit together."""
        numbers = [np.frombuffer(part, np.uint32) for part in (keys, owners, lengths)]
        made = cls(numbers[0], numbers[1], np.frombuffer(shapes, np.uint8).reshape(-1, BINS), numbers[2])
        fits = len(made.keys) == len(made.owners) and len(made.shapes) == len(made)
        if not fits or (len(made.owners) and int(made.owners.max()) >= len(made)):
            raise ValueError("the parts of the segment do not fit together")
        return made

    @classmethod
    def of(cls, known: Keyed, rarity: Rarity) -> "Segment":
        """The segment of some texts."""
        keys, owners = entries(known, rarity, _LONE)
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], owners[order].astype(np.uint32), known.shapes, known.lengths.astype(np.uint32))

    @classmethod
    def joined(cls, parts: Sequence["Segment"]) -> "Segment":
        """One segment of several, their texts numbered on."""
        starts = np.cumsum([0, *map(len, parts)])
        owners = [part.owners + np.uint32(start) for part, start in zip(parts, starts[:-1].tolist(), strict=True)]
        keys = np.concatenate([part.keys for part in parts])
        order = np.argsort(keys, kind="stable")
        shapes, lengths = (np.concatenate(side) for side in zip(*((p.shapes, p.lengths) for p in parts), strict=True))
        return cls(keys[order], np.concatenate(owners)[order], shapes, lengths)

    def under(self, keys: U32) -> tuple[I64, I64]:
        """Who stands under some keys: places of the keys, and the texts."""
        first = np.searchsorted(self.keys, keys, "left")
        last = np.searchsorted(self.keys, keys, "right")
        counts = np.minimum(last - first, _LISTED)
        asked = np.repeat(np.arange(len(keys)), counts)
        steps = np.arange(len(asked)) - np.repeat(np.cumsum(counts) - counts, counts)
        return asked, self.owners[np.repeat(last - counts, counts) + steps].astype(np.int64)


class Index:
    """Texts by the order in which they were added."""

    def __init__(self, rarity: Rarity, segments: Sequence[Segment] = ()) -> None:
        self.rarity = rarity
        self.segments = list(segments)

    def __len__(self) -> int:
        return sum(map(len, self.segments))

    @classmethod
    def of(cls, texts: Sequence[str], progress: Progress = silent) -> "Index":
        """The index of many texts, whose words tell what is rare."""
        known = []
        for start in range(0, len(texts), _CHUNK):
            progress("likeness", start, len(texts))
            known.append(keyed(texts[start : start + _CHUNK]))
        index = cls(Rarity.of(known, progress))
        waiting: list[Segment] = []
        for number, one in enumerate(known, start=1):
            progress("likeness", number, len(known))
            waiting.append(Segment.of(one, index.rarity))
            if number == len(known) or sum(map(len, waiting)) + _CHUNK > LARGEST:
                index.segments.append(Segment.joined(waiting))
                waiting = []
        return index

    def add(self, texts: Sequence[str]) -> Segment:
        """Adds texts behind the others; the new segment."""
        segment = Segment.of(keyed(texts), self.rarity)
        self.segments.append(segment)
        return segment

    def small(self) -> int:
        """How many segments at the end should be joined now; 0 if it can wait."""
        count = total = 0
        for segment in reversed(self.segments):
            total += len(segment)
            if total > LARGEST:
                break
            count += 1
        return count if count >= _SMALL else 0

    def join(self, count: int) -> Segment:
        """Makes one segment of the last `count`; the numbers of their texts stay."""
        self.segments[-count:] = [Segment.joined(self.segments[-count:])]
        return self.segments[-1]

    def matches(
        self, texts: Sequence[str], text_of: Callable[[Sequence[int]], Sequence[str]], least: float = 80
    ) -> list[Match]:
        """What in the index is like these texts; `text_of` gives the texts of some numbers."""
        known = keyed(texts)
        asked, numbers = self._possible(known, least)
        ratio = ratios([texts[place] for place in asked.tolist()], text_of(numbers.tolist()), least)
        found = zip(asked.tolist(), numbers.tolist(), ratio.tolist(), strict=True)
        return [Match(a, number, value) for a, number, value in found if value > 0]

    def _possible(self, known: Keyed, least: float) -> tuple[I64, I64]:
        """Pairs of a text that is asked for and one of the index that may be like it, each once."""
        asked, numbers = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        order = np.argsort(known.keys)  # neighbours in order are neighbours in memory
        keys, of = known.keys[order], known.owners[order]
        start = 0
        for segment in self.segments:
            places, owners = segment.under(keys)
            a, b = np.divmod(once(np.sort(of[places] * max(len(segment), 1) + owners)), max(len(segment), 1))
            some = possible(known.shapes, known.lengths, segment.shapes, segment.lengths.astype(np.int64), a, b, least)
            asked.append(a[some])
            numbers.append(start + b[some])
            start += len(segment)
        return np.concatenate(asked), np.concatenate(numbers)
