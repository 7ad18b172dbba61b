"""Which facts of a table are shown, and in which order: plain data and a pure function."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from factcheck.matching import Row
from factcheck.ui.models.facts_model import FactColumn, cells_of

#: What is shown: facts on which articles differ, those that two give, all.
DIFFERING, SHARED, ALL = "differing", "shared", "all"
#: Orders: as the table comes, by name, by type, by how many articles give it.
GIVEN, NAME, TYPE, SOURCES = "given", "name", "type", "sources"


@dataclass(frozen=True, slots=True)
class FactsView:
    """What is shown of a table."""

    show: str = SHARED
    words: str = ""
    #: One of the orders, or the key of a column to sort by what it gives.
    order: str = GIVEN
    descending: bool = False
    by_publisher: bool = False


def arranged(rows: Sequence[Row], view: FactsView, columns: Sequence[FactColumn]) -> list[Row]:
    """The rows that are shown, in order."""
    wanted = view.words.casefold().split()
    shown = [row for row in rows if _fits(row, view.show) and all(word in _searched(row) for word in wanted)]
    column = next((column for column in columns if column.key == view.order), None)
    if column:
        return _by_column(shown, column, view.descending)
    return sorted(shown, key=_ORDERS[view.order]) if view.order in _ORDERS else shown


def _by_column(rows: Sequence[Row], column: FactColumn, descending: bool) -> list[Row]:
    """By what a column gives; what it has nothing of comes last either way."""
    given = [(cells_of(row, [column]).get(column.key), row) for row in rows]
    filled = sorted(
        ((cell.values[0].casefold(), row) for cell, row in given if cell), key=itemgetter(0), reverse=descending
    )
    return [row for _, row in filled] + [row for cell, row in given if cell is None]


def _fits(row: Row, show: str) -> bool:
    if show == DIFFERING:
        return bool(row.apart) or row.split
    return show == ALL or row.sources > 1


def _searched(row: Row) -> str:
    words = [row.fact, row.usual, *(f"{figure.value} {figure.passage.text}" for figure in row.figures)]
    return "\n".join(words).casefold()


_ORDERS: dict[str, Callable[[Row], tuple[object, ...]]] = {
    NAME: lambda row: (row.fact.casefold(),),
    TYPE: lambda row: (row.type, row.fact.casefold()),
    SOURCES: lambda row: (-row.sources, row.fact.casefold()),
}
