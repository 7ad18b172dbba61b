"""Which table holds which record, in what order it is read, and how a record becomes a row."""

from dataclasses import dataclass, fields
from typing import Any, TypeVar

from factcheck import codec
from factcheck.model import (
    RECORD_TYPES,
    Appearance,
    Article,
    ArticleVersion,
    Claim,
    Contradiction,
    Evidence,
    IssuedReport,
    MediaAppearance,
    Project,
    Publisher,
    Record,
    Ruling,
    Scale,
    Verdict,
)

R = TypeVar("R", bound=Record)

#: Table and order of each type; the id settles ties, so that every reading gives the same order.
_TABLES: dict[type[Record], tuple[str, str]] = {
    Project: ("project", "id"),
    Scale: ("scales", "name, id"),
    Publisher: ("publishers", "name, id"),
    Article: ("articles", '"order", added, id'),
    ArticleVersion: ("article_versions", "number, id"),
    Claim: ("claims", "number, id"),
    Appearance: ("appearances", '"order", id'),
    MediaAppearance: ("media_appearances", '"order", id'),
    Evidence: ("evidence", '"order", id'),
    Verdict: ("verdicts", "given, id"),
    Ruling: ("rulings", "given, id"),
    Contradiction: ("contradictions", "made, id"),
    IssuedReport: ("issued_reports", "issued, version, id"),
}

#: Fields whose values are structured, and stand as JSON in their column.
_STRUCTURED = frozenset(
    "ratings published fetched anchor review target source positions reason replaces claims verdicts".split()
)


@dataclass(frozen=True, slots=True)
class Table:
    """How one record type is stored. Names come from our own dataclasses, never from data."""

    kind: type[Record]
    name: str
    order: str
    columns: tuple[str, ...]
    #: Those whose values stand as JSON.
    structured: tuple[str, ...]

    @property
    def listed(self) -> str:
        """The columns, quoted, for SQL."""
        return ", ".join(f'"{column}"' for column in self.columns)


def _declared(kind: type[Record], name: str, order: str) -> Table:
    columns = tuple(field.name for field in fields(kind))
    return Table(kind, name, order, columns, tuple(column for column in columns if column in _STRUCTURED))


_BY_KIND = {kind: _declared(kind, name, order) for kind, (name, order) in _TABLES.items()}


def table(kind: type[Any]) -> Table:
    """The table of a record type."""
    return _BY_KIND[kind]


def tables() -> list[Table]:
    """All tables of records."""
    return [table(kind) for kind in RECORD_TYPES]


def to_row(record: Record) -> list[Any]:
    """Values in the order of the table's columns."""
    data = codec.to_data(record)
    return [_to_column(column, data[column]) for column in table(type(record)).columns]


def _to_column(column: str, value: Any) -> Any:
    if column in _STRUCTURED:
        return None if value is None else codec.to_json(value)
    return int(value) if isinstance(value, bool) else value


def from_row(kind: type[R], row: tuple[Any, ...]) -> R:
    """The record of a row whose values are in the order of the table's columns."""
    place = table(kind)
    data = dict(zip(place.columns, row, strict=True))
    for column in place.structured:
        if data[column] is not None:
            data[column] = codec.from_json(data[column])
    return codec.from_data(kind, data)
