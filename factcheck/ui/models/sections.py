"""Groups of items laid out in rows: a heading for each, then its items, unless it is closed."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Heading:
    """The row over a group."""

    #: Key of the column whose values make the groups, and the value of this one.
    key: str
    value: str | int
    #: What the value is called as data, "" for none.
    name: str
    count: int
    closed: bool

    @property
    def id(self) -> str:
        """As no record is called."""
        return heading_id(self.value)


def heading_id(value: str | int) -> str:
    """Id of the row over a group."""
    return f"\0{value}"


class Sections:
    """Where headings and items stand; two numbers are kept for each group."""

    def __init__(self, counts: Sequence[int], closed: Callable[[int], bool]) -> None:
        """`counts`: how many items each group has; `closed`: which of them do not show theirs."""
        self._starts = [*accumulate(counts, initial=0)]
        heights = (1 if closed(group) else 1 + count for group, count in enumerate(counts))
        self._tops = [*accumulate(heights, initial=0)]

    def __len__(self) -> int:
        return self._tops[-1]

    def at(self, row: int) -> tuple[int, int]:
        """The group in which a row stands, and the item in it among all items; -1 for its heading."""
        group = bisect_right(self._tops, row) - 1
        into = row - self._tops[group] - 1
        return group, -1 if into < 0 else self._starts[group] + into

    def heading(self, group: int) -> int:
        """Row of a heading."""
        return self._tops[group]

    def group_of(self, item: int) -> int:
        """The group that an item is in."""
        return bisect_right(self._starts, item) - 1

    def row_of(self, item: int) -> int:
        """Row of an item, -1 if its group is closed."""
        group = self.group_of(item)
        row = self._tops[group] + 1 + item - self._starts[group]
        return row if row < self._tops[group + 1] else -1
