"""Rows that are all in memory: filtered, sorted and found there."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Generic, TypeVar

from factcheck.listing import Arrangement
from factcheck.ui.models.rows import Column
from factcheck.ui.models.sections import Heading

R = TypeVar("R")


def _no_facets(_row: object) -> Mapping[str, frozenset[str]]:
    return {}


class ListRows(Generic[R]):
    """Rows held in memory."""

    def __init__(
        self,
        rows: Sequence[R],
        columns: Sequence[Column[R]],
        id_of: Callable[[R], str],
        also: Callable[[R], str] = str,
        facets: Callable[[R], Mapping[str, frozenset[str]]] = _no_facets,
    ) -> None:
        """`also` gives text that is searched besides what the columns show; `facets` what a row may have several of."""
        self._all = list(rows)
        self._columns = {c.key: c for c in columns}
        self._id_of, self._also, self._facets = id_of, also, facets
        self._words: dict[str, tuple[R, str]] = {}
        self._show(self._all)

    def __len__(self) -> int:
        return len(self._shown)

    def __getitem__(self, index: int, /) -> R:
        return self._shown[index]

    def total(self) -> int:
        return len(self._all)

    def count(self) -> int:
        return len(self._shown)

    def heading(self, _index: int, /) -> Heading | None:
        return None  # what is held in memory is not grouped

    def _show(self, rows: list[R]) -> None:
        """These, in this order; ids and places of thousands are made when they are asked for."""
        self._shown = rows
        self._ids: list[str] | None = None
        self._places: dict[str, int] | None = None

    def find(self, id: str) -> int:
        if self._places is None:
            self._places = {id: place for place, id in enumerate(self.ids())}
        return self._places.get(id, -1)

    def id_at(self, index: int) -> str:
        return self._id_of(self._shown[index])

    def ids(self) -> Sequence[str]:
        if self._ids is None:
            self._ids = [self._id_of(row) for row in self._shown]
        return self._ids

    def ids_at(self, places: Sequence[int]) -> Sequence[str]:
        return [self.id_at(place) for place in places]

    def arrange(self, arrangement: Arrangement) -> None:
        shown = self._all
        for key, allowed in arrangement.only.items():
            shown = [row for row in shown if not allowed.isdisjoint(self._values(row, key))]
        if wanted := arrangement.text.casefold().split():
            shown = [row for row in shown if all(word in self._searched(row) for word in wanted)]
        if column := self._columns.get(arrangement.sort):
            order = column.order or (lambda row: column.value(row).casefold())
            shown = sorted(shown, key=order, reverse=arrangement.descending)
        self._show(shown)

    def _values(self, row: R, key: str) -> frozenset[str]:
        found = self._facets(row).get(key)
        if found is not None:
            return found
        column = self._columns[key]
        return frozenset([(column.raw or column.value)(row)])

    def _searched(self, row: R) -> str:
        id = self._id_of(row)
        known = self._words.get(id)
        if known is None or known[0] is not row:
            parts = [column.value(row) for column in self._columns.values()]
            known = self._words[id] = row, "\n".join([*parts, self._also(row)]).casefold()
        return known[1]

    def take_over(self, before: "ListRows[R]") -> None:
        """The words of rows that are the very same are known already."""
        self._words = dict(before._words)

    def prepare(self, most: int) -> bool:
        """Makes the words of some more rows, so that the first letter of a filter finds them made; False if all are."""
        missing = (row for row in self._all if self._id_of(row) not in self._words)
        some = [*islice(missing, most)]
        for row in some:
            self._searched(row)
        return bool(some)
