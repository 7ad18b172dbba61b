"""The claims in the order asked for, a page at a time; what `factcheck.listing.Listing` promises, over SQLite.

All of them are never in memory. Unfiltered, pages are read off an index from its nearer end; what a filter leaves is
kept as places, four bytes each.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.codec import to_json
from factcheck.listing import Arrangement, Choice, Mention
from factcheck.store import listed, opener
from factcheck.store.border import rows, sentences
from factcheck.store.reader import Reader

#: The column that each key sorts by; all have an index.
_SORTS = {
    "": "number",
    "number": "number",
    "status": "status",
    "verdict": "truth",
    "wording": "wording",
    "claimant": "claimant",
    "topic": "topic",
    "assignee": "assignee",
    "priority": "priority",
    "deadline": "deadline",
    "evidence": "sources",
    "first": "first",
    "date": "date",
}
#: No column of the file: what findings say of claims is known to the window.
_DISPUTES = "contradictions"
_COUNTED = "(SELECT many FROM disputes WHERE disputes.id = derived_claims.id)"
#: How a raw value of a filter stands in its column.
_RAW: dict[str, Callable[[str], object]] = {
    "status": lambda raw: listed.STATUSES.get(raw, -1),
    "verdict": str,
    "claimant": listed.key,
    "topic": listed.key,
    "assignee": listed.key,
}
_MATCHING = "place IN (SELECT rowid FROM derived_claim_words WHERE derived_claim_words MATCH ?)"


def matching(text: str) -> str:
    """A query of FTS5 for rows that have words with these beginnings; "" if there is none to look for."""
    words = (listed.spaced(word).strip() for word in text.replace("\0", " ").split())
    quoted = ('"' + word.replace('"', '""') + '"*' for word in words if any(map(str.isalnum, word)))
    return " ".join(quoted)


class Pager:
    """Reads one state of the project through a connection of its own; belongs to the thread that made it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with sentences(path):
            self._connection = opener.connect(path, "ro")
        self.state = Reader(self._connection, path)
        self._arrangement, self._disputes = Arrangement(), _none
        with sentences(path):
            self._connection.execute("CREATE TEMP TABLE disputes (id TEXT PRIMARY KEY, many INTEGER) WITHOUT ROWID")
            self._connection.commit()
        self.renew()

    def close(self) -> None:
        """A second call does nothing."""
        self._connection.close()

    def renew(self) -> None:
        """On to the newest state, arranged as before."""
        with sentences(self._path):
            self._connection.rollback()
            self._connection.execute("BEGIN")
            self._total = int(self._connection.execute("SELECT count(*) FROM derived_claims").fetchone()[0])
        self.arrange(self._arrangement, self._disputes)

    def rearrange(self) -> None:
        """Findings changed: in order again, if that depends on them."""
        if self._arrangement.sort == _DISPUTES:
            self.arrange(self._arrangement, self._disputes)

    def arrange(self, arrangement: Arrangement, disputes: Callable[[], Mapping[str, int]]) -> None:
        """Which claims, in which order."""
        self._arrangement, self._disputes = arrangement, disputes
        conditions, values = _conditions(arrangement)
        self._chosen: array[int] | None = None
        with sentences(self._path):
            if arrangement.sort == _DISPUTES:
                self._count_disputes(disputes())
            if conditions or arrangement.sort == _DISPUTES:
                where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
                sql = f"SELECT place FROM derived_claims {where} {self._order()}"  # noqa: S608 - our names
                self._chosen = array("I", (place for (place,) in rows(self._connection, sql, values)))

    def _count_disputes(self, disputes: Mapping[str, int]) -> None:
        self._connection.execute("DELETE FROM disputes")
        self._connection.executemany("INSERT INTO disputes VALUES (?, ?)", disputes.items())

    def _order(self, backwards: bool = False) -> str:
        sort, down = self._arrangement.sort, self._arrangement.descending != backwards
        column = f"coalesce({_COUNTED}, 0)" if sort == _DISPUTES else _SORTS.get(sort, "number")
        by = dict.fromkeys((column, "number", "place"))
        return "ORDER BY " + ", ".join(f"{name} DESC" if down else name for name in by)

    def __len__(self) -> int:
        return self._total if self._chosen is None else len(self._chosen)

    def total(self) -> int:
        """How many there are without any filter."""
        return self._total

    def ids(self, start: int, count: int) -> Sequence[str]:
        """Ids from one place on."""
        with sentences(self._path):
            places = self._places(start, max(0, min(count, len(self) - start)))
            sql = "SELECT place, id FROM derived_claims WHERE place IN (SELECT value FROM json_each(?))"
            found = dict(self._connection.execute(sql, (to_json(places),)).fetchall())
        return [found[place] for place in places]

    def _places(self, start: int, count: int) -> list[int]:
        if self._chosen is not None:
            return list(self._chosen[start : start + count])
        after = self._total - start - count
        backwards = after < start
        sql = f"SELECT place FROM derived_claims {self._order(backwards)} LIMIT ? OFFSET ?"  # noqa: S608 - our names
        found = [place for (place,) in rows(self._connection, sql, (count, after if backwards else start))]
        return found[::-1] if backwards else found

    def find(self, id: str) -> int:
        """Place of a claim, -1 if it is not among them."""
        column = _SORTS.get(self._arrangement.sort, "number")
        with sentences(self._path):
            sql = f"SELECT place, number, {column} FROM derived_claims WHERE id = ?"  # noqa: S608 - our names
            found = self._connection.execute(sql, (id,)).fetchone()
            if found is None:
                return -1
            if self._chosen is not None:
                return self._chosen.index(found[0]) if found[0] in self._chosen else -1
            return self._before(column, *found)

    def _before(self, column: str, place: int, number: int, value: object) -> int:
        """How many stand before a row; those of another value by the index alone."""
        sign = ">" if self._arrangement.descending else "<"
        sql = f"""SELECT (SELECT count(*) FROM derived_claims WHERE {column} {sign} ?)
            + (SELECT count(*) FROM derived_claims WHERE {column} = ? AND (number, place) {sign} (?, ?))"""  # noqa: S608
        return int(self._connection.execute(sql, (value, value, number, place)).fetchone()[0])

    def search(self, text: str, most: int) -> Sequence[str]:
        """Ids of claims that have these words, in their order."""
        query = matching(text)
        where, values = (f"WHERE {_MATCHING}", [query]) if query else ("", [])
        sql = f"SELECT id FROM derived_claims {where} ORDER BY number, place LIMIT ?"  # noqa: S608 - our names
        with sentences(self._path):
            return [id for (id,) in rows(self._connection, sql, (*values, most))]

    def choices(self, key: str, most: int) -> Sequence[Choice]:
        """The values of a column among all claims, the most frequent first; as the first claim writes it."""
        shown = "value" if key == "verdict" else f"claims.{key}"
        sql = f"""SELECT value, {shown}, many FROM (
                SELECT {key} AS value, count(*) AS many, min(place) AS place FROM derived_claims GROUP BY {key}
            ) JOIN derived_claims USING (place) JOIN claims USING (id)
            ORDER BY many DESC, value LIMIT ?"""  # noqa: S608 - our names
        if key not in _RAW:
            raise ValueError(f"claims are not filtered by {key}")
        with sentences(self._path):
            found = rows(self._connection, sql, (most,))
            return [Choice(str(said if key == "status" else value), str(said), many) for value, said, many in found]

    def counts(self, article_ids: Sequence[str] | None = None) -> Mapping[str, int]:
        """How many claims are made in each of these articles, or in each of all."""
        where = "" if article_ids is None else "WHERE article_id IN (SELECT value FROM json_each(?))"
        sql = f"""SELECT article_id, count(DISTINCT claim_id) FROM appearances
            JOIN derived_claims AS used ON used.id = claim_id {where} GROUP BY article_id"""  # noqa: S608 - our names
        values = () if article_ids is None else (to_json(list(article_ids)),)
        with sentences(self._path):
            return dict(self._connection.execute(sql, values).fetchall())

    def mentions(self, article_ids: Sequence[str]) -> Mapping[str, Sequence[Mention]]:
        """The claims that are made in each of these articles; less of them is read than the records hold."""
        sql = """SELECT article_id, claim_id, number,
                CAST(anchor ->> 'start' AS INTEGER), CAST(anchor ->> 'end' AS INTEGER)
            FROM appearances JOIN derived_claims AS used ON used.id = claim_id
            WHERE article_id IN (SELECT value FROM json_each(?))"""
        found: dict[str, list[Mention]] = {}
        with sentences(self._path):
            for article_id, *mention in rows(self._connection, sql, (to_json(list(article_ids)),)):
                found.setdefault(article_id, []).append(Mention(*mention))
        return found


def _none() -> Mapping[str, int]:
    return {}


def _conditions(arrangement: Arrangement) -> tuple[list[str], list[Any]]:
    conditions, values = [], []
    if query := matching(arrangement.text):
        conditions.append(_MATCHING)
        values.append(query)
    for key, raw in arrangement.only.items():
        values.append(to_json([_RAW[key](value) for value in sorted(raw)]))
        conditions.append(f"{key} IN (SELECT value FROM json_each(?))")  # noqa: S608 - a key of `_RAW`
    return conditions, values
