"""What ties two texts together, pairs of places that speak of the same, and where one is in the second by the first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

#: An offset in one text, and one in the other.
Tie = tuple[int, int]


def chain(ties: Iterable[Tie]) -> list[Tie]:
    """The most ties that follow one another in both texts, so that scrolling never turns back."""
    ordered = sorted(set(ties), key=lambda tie: (tie[0], -tie[1]))
    lasts: list[int] = []  # by length of chain, the least place in the second text at which one ends
    at: list[int] = []
    before: list[int] = []
    for i, (_, there) in enumerate(ordered):
        length = bisect_left(lasts, there)
        lasts[length : length + 1] = [there]
        at[length : length + 1] = [i]
        before.append(at[length - 1] if length else -1)
    found: list[Tie] = []
    i = at[-1] if at else -1
    while i >= 0:
        found.append(ordered[i])
        i = before[i]
    return found[::-1]


def carried(ties: Sequence[Tie], lengths: Tie, offset: int) -> int:
    """Where the second text is when the first is at an offset: in proportion between two ties of a chain."""
    whole = [(0, 0), *(tie for tie in ties if 0 < tie[0] < lengths[0] and 0 < tie[1] < lengths[1]), lengths]
    after = min(max(1, bisect_right(whole, offset, key=lambda tie: tie[0])), len(whole) - 1)
    (begin, there), (end, there_end) = whole[after - 1], whole[after]
    part = (offset - begin) / (end - begin) if end > begin else 0.0
    return there + round(min(1.0, part) * (there_end - there))


def nearest(ties: Iterable[Tie], offset: int) -> int | None:
    """The place in the second text that belongs to the last tie at or before an offset; None before the first."""
    begun = [tie for tie in ties if tie[0] <= offset]
    if not begun:
        return None
    last = max(here for here, _ in begun)
    return min(there for here, there in begun if here == last)
