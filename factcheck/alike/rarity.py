"""How common each key is, and the keys by which a text is looked for: its rarest."""

import zlib
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from factcheck.alike.keys import I64, U8, U32, U64, Keyed
from factcheck.progress import Progress

#: A text is entered under so many of its keys.
ENTERED = 12
N = TypeVar("N", np.uint64, np.int64)
_LEAST_BITS, _MOST_BITS = 16, 24
#: Steps to a doubling in the scale of how common a key is.
_STEPS = 8
_SLICE = 4_000_000
#: Keys of up to eight texts are equally rare, and chosen by their number: a text shares its very rarest with one of its
#: kin only, of the others most.
_RARE = 1 + 3 * _STEPS
#: Counts beyond are alike.
_MOST = 65_535
_HALF = np.uint64(32)


class Rarity:
    """A table of how common keys are; keys share its places by chance, which only blurs their order a little."""

    def __init__(self, scale: U8) -> None:
        #: The logarithm of how many texts have a key of each place, in eighths of a doubling; 0 for none.
        self.scale = scale
        self._places = np.uint32(len(scale) - 1)

    @classmethod
    def of(cls, keyed: list[Keyed], progress: Progress) -> "Rarity":
        """The table for some texts."""
        total = sum(len(k.keys) for k in keyed)
        bits = min(max(total.bit_length() + 1, _LEAST_BITS), _MOST_BITS)
        counts = np.zeros(1 << bits, np.int32)
        waiting: list[U32] = []
        for number, one in enumerate(keyed, start=1):
            waiting.append(one.keys & np.uint32((1 << bits) - 1))
            if sum(map(len, waiting)) >= _SLICE or number == len(keyed):
                progress("likeness", 0, 0)
                counts += np.bincount(np.concatenate(waiting), minlength=1 << bits)
                waiting = []
        progress("likeness", 0, 0)
        return cls(_logarithms()[np.minimum(counts, _MOST)])

    def packed(self) -> bytes:
        """As it is written to a file."""
        return zlib.compress(self.scale.tobytes(), 1)

    @classmethod
    def unpacked(cls, packed: bytes) -> "Rarity":
        """As it was written. `ValueError` if it is none."""
        try:
            scale = np.frombuffer(zlib.decompress(packed), np.uint8)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        if len(scale) == 0 or len(scale) & (len(scale) - 1):
            raise ValueError("a table of rarity has a power of two of places")
        return cls(scale)

    def common(self, keys: U32) -> U8:
        """How common keys are, on the scale; 1 is once."""
        return np.take(self.scale, keys & self._places)


@cache
def _logarithms() -> U8:
    counts = np.arange(1, _MOST + 1)
    return np.concatenate([[0], np.minimum(255, 1 + _STEPS * np.log2(counts))]).astype(np.uint8)


def entries(keyed: Keyed, rarity: Rarity, lone: int) -> tuple[U32, I64]:
    """The keys under which texts are entered, each with its text: the rarest.

    Of the keys that no other text had when rarity was counted, at most `lone` are taken.
    """
    common = rarity.common(keyed.keys)
    common = np.where(common > 1, np.maximum(common, _RARE), common)
    packed = (keyed.owners.astype(np.uint64) << np.uint64(40)) | (common.astype(np.uint64) << _HALF) | keyed.keys
    packed = once(np.sort(packed))
    alone = (packed >> _HALF) & np.uint64(255) <= 1
    packed = packed[~alone | (_place(packed >> np.uint64(40)) < lone)]
    packed = packed[_place(packed >> np.uint64(40)) < ENTERED]
    return packed.astype(np.uint32), (packed >> np.uint64(40)).astype(np.int64)


def once(ordered: NDArray[N]) -> NDArray[N]:
    """Sorted numbers without repetition."""
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


def _place(owners: U64) -> I64:
    """Which of its owner's each one is, counted from 0; owners ascend."""
    starts = np.flatnonzero(np.concatenate([[True], owners[1:] != owners[:-1]])) if len(owners) else np.zeros(0, int)
    return np.arange(len(owners)) - np.repeat(starts, np.diff(np.append(starts, len(owners))))
