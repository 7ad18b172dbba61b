"""Claims in bulk: the rows of a table as claims, by a mapping that can be looked at before anything is changed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from factcheck import edits, records
from factcheck.errors import NotFoundError
from factcheck.i18n import Catalogue
from factcheck.importing import Table
from factcheck.model import Claim, Edit
from factcheck.records import Records
from factcheck.session import Session
from factcheck.text import folded

#: What can be imported, each with the names of columns by which it is known.
FIELDS: dict[str, str] = {
    "wording": "wording claim statement text assertion",
    "claimant": "claimant speaker who said_by claimed_by",
    "role": "role function position",
    "date": "date when said_on claim_date",
    "place": "place where location",
    "topic": "topic subject category tag",
    "deadline": "deadline due",
    "assignee": "assignee assigned_to checker",
    "url": "url link address page",
}

_say = Catalogue()


@dataclass(frozen=True, slots=True)
class Planned:
    """What one row would become: the fields of a claim, or why it becomes none."""

    row: int
    fields: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


def mapping(table: Table, wished: Mapping[str, str] | None = None) -> dict[str, str]:
    """The column of each field: as wished, else as the columns are called. `NotFoundError` if there is no wording."""
    chosen = guessed(table)
    for name, column in (wished or {}).items():
        if name not in FIELDS:
            raise NotFoundError(_say("bulk.no_field", field=name, fields=", ".join(FIELDS)))
        if column and column not in table.columns:
            raise NotFoundError(_say("bulk.no_column", column=column, columns=", ".join(table.columns[:20])))
        chosen[name] = column
    if not chosen.get("wording"):
        raise NotFoundError(_say("bulk.no_wording"))
    return {name: column for name, column in chosen.items() if column}


def guessed(table: Table) -> dict[str, str]:
    """The column of each field that one is called after."""
    found = {name: _column(table, known) for name, known in FIELDS.items()}
    return {name: column for name, column in found.items() if column}


def _column(table: Table, known: str) -> str:
    called = {re.sub(r"\W+", "_", column.casefold()).strip("_"): column for column in reversed(table.columns)}
    return next((called[name] for name in known.split() if name in called), "")


def known(state: Records) -> dict[str, int]:
    """The claims that are there: their folded wordings, with their numbers."""
    return {folded(claim.wording): claim.number for claim in records.claims(state)}


class Planning:
    """What would become of a table's rows, by the columns that are chosen; each column's words are looked at once."""

    def __init__(self, there: Mapping[str, int], table: Table) -> None:
        """`there` are the claims that are `known`."""
        self.table = table
        self._there = there
        self._problems: dict[str, list[str]] = {}

    def rows(self, chosen: Mapping[str, str]) -> list[Planned]:
        """All rows; the same claim comes in once."""
        places = {name: self.table.columns.index(column) for name, column in chosen.items()}
        return [
            Planned(number, {name: cells[at] for name, at in places.items() if cells[at]}, problem)
            for (number, cells), problem in zip(self.table.rows, self._problems_of(chosen["wording"]), strict=True)
        ]

    def _problems_of(self, column: str) -> list[str]:
        if column not in self._problems:
            at, seen = self.table.columns.index(column), dict[str, int]()
            found = self._problems[column] = []
            for number, cells in self.table.rows:
                wording = folded(cells[at])
                found.append(_problem(wording, self._there, seen))
                seen.setdefault(wording, number)
        return self._problems[column]


def planned(there: Mapping[str, int], table: Table, chosen: Mapping[str, str]) -> list[Planned]:
    """What would become of each row beside the claims that are `known` to be there."""
    return Planning(there, table).rows(chosen)


def _problem(wording: str, there: Mapping[str, int], seen: Mapping[str, int]) -> str:
    if not wording:
        return _say("bulk.empty")
    if wording in there:
        return _say("bulk.known", number=there[wording])
    return _say("bulk.twice", row=seen[wording]) if wording in seen else ""


def made_of(state: Records, rows: Iterable[Planned]) -> Edit:
    """The claims of the rows without a problem, in one step."""
    return edits.add_claims(state, [dict(row.fields) for row in rows if not row.problem])[0]


def import_claims(session: Session, rows: Iterable[Planned]) -> list[Claim]:
    """Makes them."""
    edit = made_of(session.records, rows)
    session.do(edit)
    return [change.after for change in edit.changes if isinstance(change.after, Claim)]
