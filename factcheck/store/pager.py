"""The claims in the order asked for, a page at a time; what `factcheck.listing.Listing` promises, over SQLite.

All of them are never in memory. Unfiltered, pages are read off an index from its nearer end, and groups are counted by
one. What a filter leaves is counted at once and read when more than its beginning is wanted: places, four bytes each.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from factcheck.codec import to_json
from factcheck.errors import DamagedProjectError
from factcheck.listing import OVERDUE, Arrangement, Choice, Groups, Mention
from factcheck.store import aside, listed, mending, opener
from factcheck.store.aside import Aside
from factcheck.store.asking import DISPUTES, FACETS, asked
from factcheck.store.border import rows, sentences
from factcheck.store.facets import Facets
from factcheck.store.grouped import Grouped
from factcheck.store.reader import Reader

T = TypeVar("T")

#: Where a filter leaves more, its ends are read along the index of the order, and the rest when it is wanted.
_MANY = 10_000
#: How long these ends are.
_ENDS = 200


class Pager:
    """Reads one state of the project through a connection of its own; belongs to the thread that made it."""

    def __init__(self, path: Path, mend: Callable[[], bool] = bool, own: bool = False) -> None:
        """`mend` makes the list anew where it is damaged, and says whether it did; if it did not, or if the file has
        none (`own`), there is one of this connection's own.
        """
        self._path, self._mend, self._own = path, mend, own
        with sentences(path):
            self._connection = opener.connect(path, "ro")
        self.state = Reader(self._connection, path)
        self._arrangement, self._disputes = Arrangement(), _none
        with sentences(path):
            self._connection.execute("CREATE TEMP TABLE disputes (id TEXT PRIMARY KEY, many INTEGER) WITHOUT ROWID")
            self._connection.execute(aside.TABLE)
            self._connection.commit()
        self.renew()

    def close(self) -> None:
        """A second call does nothing."""
        self._connection.close()

    def renew(self) -> None:
        """On to the newest state, arranged as before."""
        self._look_anew()
        self.arrange(self._arrangement, self._disputes)

    def _look_anew(self) -> None:
        with sentences(self._path):
            self._connection.commit()
            self._connection.execute("BEGIN")
            if self._own:
                mending.stand_in(self._connection, self._path)
            self._total = listed.total(self._connection)
        self._facets = Facets(self._connection, self.state)

    def _mended(self, ask: Callable[[], T]) -> T:
        """What is asked of the list; once more where it was damaged and has been made anew."""
        try:
            return ask()
        except DamagedProjectError:
            self._connection.rollback()  # nothing can be made anew below somebody who reads
            if not self._mend():
                if self._own:
                    raise
                self._own = True
        self._look_anew()
        return ask()

    def rearrange(self) -> None:
        """Findings changed: in order again, if that depends on them."""
        if self._arrangement.sort == DISPUTES:
            self.arrange(self._arrangement, self._disputes)

    def arrange(self, arrangement: Arrangement, disputes: Callable[[], Mapping[str, int]]) -> None:
        """Which claims, in which order."""
        self._mended(lambda: self._arrange(arrangement, disputes))

    def _arrange(self, arrangement: Arrangement, disputes: Callable[[], Mapping[str, int]]) -> None:
        self._arrangement, self._disputes = arrangement, disputes
        self._asked = asked(arrangement, self._facets.truths)
        self._chosen: array[int] | None = None
        self._ends: dict[bool, list[int]] = {}
        self._aside: Aside | None = None
        self._grouped: Grouped | None = None
        with sentences(self._path):
            if arrangement.sort == DISPUTES:
                self._count_disputes(disputes())
            self._count()
            self._put_in_order()

    def _put_in_order(self) -> None:
        """What is little, or what no index has; all else a page at a time."""
        ask = self._asked
        if not (ask.filtered or ask.aside):
            return
        if self._left <= _MANY or (ask.filtered and ask.aside and not ask.group):
            self._choose()
        elif ask.aside and not ask.group:
            self._aside = Aside(self._connection, ask, self._total)

    def _count_disputes(self, disputes: Mapping[str, int]) -> None:
        self._connection.execute("DELETE FROM disputes")
        some = [(id, many) for id, many in disputes.items() if many]
        self._connection.executemany("INSERT INTO disputes VALUES (?, ?)", some)

    def _count(self) -> None:
        """How many there are, in all or in each group."""
        ask = self._asked
        if ask.group:
            self._grouped = Grouped(self._connection, ask)
            self._left = self._grouped.total
        elif ask.filtered:
            self._left = int(self._connection.execute(ask.counted(), ask.bound()).fetchone()[0])
        else:
            self._left = self._total

    def _choose(self) -> "array[int]":
        """The places of all that is left, in order."""
        ask = self._asked
        sql = f"SELECT place {ask.rows()} {ask.put_in_order()}"
        self._chosen = array("I", (place for (place,) in rows(self._connection, sql, ask.bound())))
        return self._chosen

    def __len__(self) -> int:
        return self._left

    def total(self) -> int:
        """How many there are without any filter."""
        return self._total

    def groups(self) -> Groups:
        """How what is listed falls into groups; none if it was not asked for."""
        return self._grouped.groups if self._grouped else Groups()

    def group_name(self, value: str | int) -> str:
        """What a group is called."""
        with sentences(self._path):
            return self._facets.name(self._arrangement.group, value)

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
        if laid_out := self._aside or self._grouped:
            return laid_out.places(start, count)
        return self._of_filtered(start, count) if self._asked.filtered else self._along(start, count)

    def _of_filtered(self, start: int, count: int) -> list[int]:
        """Of the beginning and of the end; whoever goes between has all put in order."""
        at_end = start >= self._left - _ENDS
        if start + count > _ENDS and not at_end:
            return list(self._choose()[start : start + count])
        if at_end not in self._ends:
            ask = self._asked
            sql = f"SELECT place {ask.walked()} {ask.order(backwards=at_end)} LIMIT ?"
            found = [place for (place,) in rows(self._connection, sql, (*ask.bound(), min(_ENDS, self._left)))]
            self._ends[at_end] = found[::-1] if at_end else found
        first = start - self._left + len(self._ends[at_end]) if at_end else start
        return self._ends[at_end][first : first + count]

    def _along(self, start: int, count: int) -> list[int]:
        """Along the index of the order, from its nearer end."""
        after = self._total - start - count
        backwards = after < start
        sql = f"SELECT place FROM derived_claims {self._asked.order(backwards)} LIMIT ? OFFSET ?"  # noqa: S608
        found = [place for (place,) in rows(self._connection, sql, (count, after if backwards else start))]
        return found[::-1] if backwards else found

    def find(self, id: str) -> int:
        """Place of a claim, -1 if it is not among them."""
        ask = self._asked
        sql = f"SELECT place, number, {ask.sort}, {ask.group or 0} FROM derived_claims WHERE id = ?"  # noqa: S608
        with sentences(self._path):
            found = self._connection.execute(sql, (id,)).fetchone()
            if found is None:
                return -1
            if self._chosen is None and ask.filtered and not self._passes(found[0]):
                return -1
            if self._chosen is None and self._grouped:
                return self._grouped.find(*found)
            if self._chosen is not None or ask.filtered:
                return self._among_chosen(found[0])
            return self._aside.find(*found[:2]) if self._aside else self._before(*found[:3])

    def _passes(self, place: int) -> bool:
        """Whether a claim is left by the filter."""
        sql = f"SELECT 1 {self._asked.rows('place = ?')}"
        return self._connection.execute(sql, (*self._asked.bound(), place)).fetchone() is not None

    def _among_chosen(self, place: int) -> int:
        beginning = self._of_filtered(0, _ENDS) if self._chosen is None else []
        if place in beginning:
            return beginning.index(place)
        chosen = self._chosen if self._chosen is not None else self._choose()
        return chosen.index(place) if place in chosen else -1

    def _before(self, place: int, number: int, value: object) -> int:
        """How many stand before a row; those of another value by the index alone."""
        column, sign = self._asked.sort, ">" if self._asked.descending else "<"
        sql = f"""SELECT (SELECT count(*) FROM derived_claims WHERE {column} {sign} ?)
            + (SELECT count(*) FROM derived_claims WHERE {column} = ? AND (number, place) {sign} (?, ?))"""  # noqa: S608
        return int(self._connection.execute(sql, (value, value, number, place)).fetchone()[0])

    def search(self, text: str, most: int) -> Sequence[str]:
        """Ids of claims that have these words, in their order."""
        return self._mended(lambda: self._search(text, most))

    def _search(self, text: str, most: int) -> Sequence[str]:
        ask = asked(Arrangement(text), self._facets.truths)
        sql = f"SELECT id {ask.rows()} {ask.order()} LIMIT ?"
        with sentences(self._path):
            return [id for (id,) in rows(self._connection, sql, (*ask.bound(), most))]

    def choices(self, key: str, most: int, among: Arrangement | None = None, words: str = "") -> Sequence[Choice]:
        """The values of a facet, and how many claims have each."""
        if key not in (*FACETS, "article", OVERDUE):
            raise ValueError(f"claims are not filtered by {key}")
        left = among or Arrangement()
        only = {facet: raw for facet, raw in left.only.items() if facet != key}
        if key == OVERDUE:
            only[OVERDUE] = frozenset([OVERDUE])
        ask = asked(Arrangement(left.text, only, today=left.today), self._facets.truths)
        with sentences(self._path):
            if key == OVERDUE:
                return [Choice(OVERDUE, OVERDUE, self._connection.execute(ask.counted(), ask.bound()).fetchone()[0])]
            return self._facets.choices(key, most, ask, words)

    def name(self, key: str, raw: str) -> str:
        """What a value of a facet is called."""
        with sentences(self._path):
            return self._facets.named(key, raw)

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
