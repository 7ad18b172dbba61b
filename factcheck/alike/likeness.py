"""From pairs of texts that share a key to pairs that are alike: what cannot be is ruled out, the rest measured."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from factcheck.alike.keys import I64, U8

#: Pairs that are held against each other at once.
_AT_ONCE = 100_000


def possible(shapes: U8, lengths: I64, other_shapes: U8, other_lengths: I64, a: I64, b: I64, least: float) -> I64:
    """Places of those pairs whose ratio can reach `least`, by their lengths and by which letters they have."""
    found = []
    for start in range(0, len(a), _AT_ONCE):
        one, two = a[start : start + _AT_ONCE], b[start : start + _AT_ONCE]
        first, second = lengths[one], other_lengths[two]
        # ratio = 1 - distance / (both lengths), and distance is at least the difference of the lengths
        most = (1 - least / 100) * (first + second)
        near = np.flatnonzero(np.abs(first - second) <= most)
        mine, theirs = shapes[one[near]], other_shapes[two[near]]
        apart = (np.maximum(mine, theirs) - np.minimum(mine, theirs)).sum(axis=1, dtype=np.int32)
        found.append(start + near[apart <= most[near]])
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def ratios(mine: Sequence[str], theirs: Sequence[str], least: float) -> NDArray[np.float32]:
    """`rapidfuzz.fuzz.ratio` pair by pair, 0 where it is below `least`."""
    return process.cpdist(mine, theirs, scorer=fuzz.ratio, score_cutoff=least, dtype=np.float32)
