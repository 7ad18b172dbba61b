"""An order in which a few claims stand before or after all others, and those by number: by overdue, by disputes.

The few are put in order at once; the others are read off the index of numbers, past the few, when they are wanted.
"""

import sqlite3
from array import array

from factcheck.store.asking import Asked
from factcheck.store.border import rows

#: What it needs of a connection.
TABLE = "CREATE TEMP TABLE aside (place INTEGER PRIMARY KEY)"
_OTHERS = "SELECT place FROM derived_claims WHERE place NOT IN (SELECT place FROM aside)"
_UP, _DOWN = "ORDER BY number, place LIMIT ? OFFSET ?", "ORDER BY number DESC, place DESC LIMIT ? OFFSET ?"
_BEFORE = "SELECT count(*) FROM derived_claims WHERE (number, place)"
_FEW_BEFORE = "SELECT count(*) FROM aside CROSS JOIN derived_claims USING (place) WHERE (number, place)"


class Aside:
    """One such order of all claims of one state."""

    def __init__(self, connection: sqlite3.Connection, asked: Asked, total: int) -> None:
        self._connection, self._descending = connection, asked.descending
        sql = f"SELECT place FROM derived_claims WHERE {asked.aside} {asked.put_in_order()}"  # noqa: S608 - our names
        self._few = array("I", (place for (place,) in rows(connection, sql)))
        connection.execute("DELETE FROM aside")
        connection.executemany("INSERT INTO aside VALUES (?)", ((place,) for place in self._few))
        self._many = total - len(self._few)
        first = asked.aside_first != asked.descending
        #: Before which place the few stand, and before which the others.
        self._few_at, self._others_at = (0, len(self._few)) if first else (self._many, 0)

    def places(self, start: int, count: int) -> list[int]:
        """From one place on; so many there are."""
        few = self._few[max(0, start - self._few_at) : max(0, start + count - self._few_at)].tolist()
        others = self._others(max(0, start - self._others_at), count - len(few))
        return few + others if self._few_at == 0 else others + few

    def _others(self, start: int, count: int) -> list[int]:
        """From the nearer end of the index."""
        if not count:
            return []
        after = self._many - start - count
        backwards = after < start
        sql = f"{_OTHERS} {_DOWN if self._descending != backwards else _UP}"
        found = [place for (place,) in rows(self._connection, sql, (count, after if backwards else start))]
        return found[::-1] if backwards else found

    def find(self, place: int, number: int) -> int:
        """How many stand before a claim."""
        if place in self._few:
            return self._few_at + self._few.index(place)
        sign = ">" if self._descending else "<"
        sql = f"SELECT ({_BEFORE} {sign} (?1, ?2)) - ({_FEW_BEFORE} {sign} (?1, ?2))"
        return self._others_at + int(self._connection.execute(sql, (number, place)).fetchone()[0])
