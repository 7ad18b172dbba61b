"""Claims in groups: counted at once, and a group put in order when it is wanted."""

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from factcheck.listing import Groups
from factcheck.store.asking import Asked
from factcheck.store.border import rows

#: Groups whose places are kept once they are in order.
_KEPT = 16


class Grouped:
    """What is asked of one state, in its groups."""

    def __init__(self, connection: sqlite3.Connection, asked: Asked) -> None:
        self._connection, self._asked = connection, asked
        sql = f"{asked.counted_by(asked.group)} {asked.rows()} GROUP BY 1 ORDER BY 1"
        found = connection.execute(sql, asked.bound()).fetchall()
        self.groups = Groups([value for value, _ in found], array("I", (many for _, many in found)))
        self._starts = list(accumulate(self.groups.counts, initial=0))
        #: How many claims are in all groups.
        self.total = self._starts[-1]
        self._sorted: dict[int, array[int]] = {}

    def places(self, start: int, count: int) -> list[int]:
        """From one place on; so many there are."""
        return [place for part in self._parts(start, count) for place in self._of_group(*part)]

    def _parts(self, start: int, count: int) -> Iterator[tuple[int, int, int]]:
        """The groups that lie from one place on, each with where in it that begins and how much of it that is."""
        end = start + count
        group = bisect_right(self._starts, start) - 1
        while start < end:
            there = min(end, self._starts[group + 1]) - start
            yield group, start - self._starts[group], there
            start, group = start + there, group + 1

    def _of_group(self, group: int, start: int, count: int) -> Sequence[int]:
        """Places in a group; those that no index has in order are put in order once."""
        ask = self._asked
        sql = f"SELECT place {ask.walked(f'{ask.group} = ?')} {ask.order()} LIMIT ? OFFSET ?"
        values = (*ask.bound(), self.groups.values[group])
        if ask.sort in ("number", ask.group) and not ask.filtered:
            return [place for (place,) in rows(self._connection, sql, (*values, count, start))]
        if group not in self._sorted:
            while len(self._sorted) >= _KEPT:
                del self._sorted[next(iter(self._sorted))]
            self._sorted[group] = array("I", (place for (place,) in rows(self._connection, sql, (*values, -1, 0))))
        return self._sorted[group][start : start + count]

    def find(self, place: int, number: int, value: object, group: str | int) -> int:
        """How many stand before a claim that is among them: by what it is sorted by, in the group of this value."""
        ask = self._asked
        sign = ">" if ask.descending else "<"
        before = ask.walked(f"{ask.group} = ?", f"({ask.sort}, number, place) {sign} (?, ?, ?)")
        values = (*ask.bound(), group, value, number, place)
        found = self._connection.execute(f"SELECT count(*) {before}", values).fetchone()
        return self._starts[bisect_left(self.groups.values, group)] + int(found[0])
