"""The claims table's columns and rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from factcheck import dates
from factcheck.i18n import Catalogue
from factcheck.listing import OVERDUE
from factcheck.model import Claim, Rating, Scale, Status
from factcheck.text import between_marks
from factcheck.ui.models.claims_filter import facet_word, value_name
from factcheck.ui.models.list_rows import ListRows
from factcheck.ui.models.rows import Column, RowsModel
from factcheck.ui.models.sections import Heading
from factcheck.ui.text import tr

#: Independent publishers that the central claim should rest on.
SOURCES_WANTED = 2


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with what the table says of it."""

    claim: Claim
    #: Words of its first appearance, and where they stand ("Kyodo Wire · Quake kills 24").
    quote: str
    first_article: str
    rating: Rating | None
    evidence_count: int
    #: Independent publishers among the evidence.
    sources: int
    #: Disputed findings that touch one of its passages.
    contradictions: int


def claim_columns(catalogue: Catalogue) -> tuple[Column[ClaimRow], ...]:
    """The columns, in the order in which they stand."""
    return (
        Column("number", tr("No."), 5, lambda r: str(r.claim.number), order=lambda r: r.claim.number, at_end=True),
        Column(
            "status",
            tr("Status"),
            18,
            lambda r: _status(r, catalogue),
            order=lambda r: list(type(r.claim.status)).index(r.claim.status),
            raw=lambda r: r.claim.status,
            texts=_statuses(catalogue),
            editable=True,
        ),
        Column(
            "verdict",
            tr("Verdict"),
            17,
            lambda r: r.rating.label if r.rating else "",
            order=_verdict_order,
            raw=lambda r: r.rating.key if r.rating else "",
            tip=lambda r: f"{r.rating.label}: {r.rating.definition}" if r.rating else tr("No verdict yet"),
        ),
        Column("wording", tr("Claim"), 64, lambda r: r.claim.wording or r.quote, tip=_wording_tip, stretch=True),
        Column("claimant", tr("Claimant"), 14, lambda r: r.claim.claimant, editable=True),
        Column("evidence", tr("Sources"), 9, evidence_text, order=_evidence_order, tip=evidence_tip, at_end=True),
        Column(
            "contradictions",
            tr("Disputes"),
            9,
            lambda r: str(r.contradictions or ""),
            order=lambda r: r.contradictions,
            tip=lambda r: tr("%n disputed fact(s) touch this claim", r.contradictions) if r.contradictions else "",
            at_end=True,
        ),
        Column("first", tr("First appearance"), 21, lambda r: r.first_article),
        Column("date", tr("Date"), 14, lambda r: r.claim.date, order=lambda r: dates.order_of(r.claim.date)),
        Column("topic", tr("Topic"), 14, lambda r: r.claim.topic, hidden=True, editable=True),
        Column("assignee", tr("Assignee"), 14, lambda r: r.claim.assignee, hidden=True, editable=True),
        Column(
            "priority",
            tr("Priority"),
            12,
            _priority,
            order=lambda r: r.claim.priority,
            hidden=True,
            editable=True,
        ),
        Column(
            "deadline",
            tr("Deadline"),
            14,
            lambda r: r.claim.deadline,
            order=lambda r: dates.order_of(r.claim.deadline),
            hidden=True,
            editable=True,
        ),
        Column(
            OVERDUE,
            tr("Overdue"),
            11,
            _overdue,
            order=lambda r: -_days(r),
            raw=lambda r: OVERDUE if _days(r) else "",
            hidden=True,
        ),
    )


def _days(row: ClaimRow) -> int:
    return dates.days_over(row.claim, date.today())


def _overdue(row: ClaimRow) -> str:
    return tr("%n day(s)", _days(row)) if _days(row) else ""


def _priority(row: ClaimRow) -> str:
    """As the panel says it; nothing where there is none."""
    names = ("", tr("Low priority"), tr("High priority"), tr("Urgent"))
    return names[row.claim.priority] if 0 <= row.claim.priority < len(names) else str(row.claim.priority)


def _status(row: ClaimRow, catalogue: Catalogue) -> str:
    """What stays here says so first, and then what is overdue: there it is seen in a narrow column."""
    status = catalogue(f"status.{row.claim.status}")
    if _days(row):
        status = _overdue_status(status)
    return _withheld_status(status) if row.claim.withheld else status


def _statuses(catalogue: Catalogue) -> tuple[str, ...]:
    """What is said of claims that are not both overdue and withheld."""
    names = [catalogue(f"status.{status}") for status in Status]
    return tuple(say(name) for say in (_overdue_status, _withheld_status) for name in names)


def _overdue_status(status: str) -> str:
    return tr("Overdue · {status}", status=status)


def _withheld_status(status: str) -> str:
    return tr("Withheld · {status}", status=status)


def evidence_text(row: ClaimRow) -> str:
    """How many independent sources there are, and of how many wanted while they are too few."""
    return str(row.sources) if row.sources >= SOURCES_WANTED else sources_text(row.sources)


def sources_text(sources: int) -> str:
    """ "1 of 2"."""
    return tr("{count} of {wanted}", count=sources, wanted=SOURCES_WANTED)


def evidence_tip(row: ClaimRow) -> str:
    """The evidence count in a sentence."""
    pieces = tr("%n piece(s) of evidence", row.evidence_count)
    if row.sources >= SOURCES_WANTED:
        return tr("{pieces} from {count} independent publishers", pieces=pieces, count=row.sources)
    return tr("{pieces}; {few} independent sources", pieces=pieces, few=sources_text(row.sources))


def rating_by_digit(scale: Scale, digit: int) -> Rating | None:
    """The rating that a digit key gives: 1 is the first in use, 0 the tenth."""
    in_use = [r for r in scale.ratings if not r.retired]
    place = (digit or 10) - 1
    return in_use[place] if 0 <= place < len(in_use) else None


def _verdict_order(row: ClaimRow) -> tuple[int, float, str]:
    """The truest first, then what stands beside the line, then what is not rated."""
    if row.rating is None:
        return (2, 0.0, "")
    if row.rating.number is None:
        return (1, 0.0, row.rating.label)
    return (0, -row.rating.number, row.rating.label)


def _evidence_order(row: ClaimRow) -> tuple[int, int]:
    return (row.sources, row.evidence_count)


def _wording_tip(row: ClaimRow) -> str:
    wording, quote = row.claim.wording, row.quote
    return (
        wording if quote in ("", wording) else tr("{wording}\n“{quote}”", wording=wording, quote=between_marks(quote))
    )


def claim_rows(rows: Sequence[ClaimRow], columns: Sequence[Column[ClaimRow]]) -> ListRows[ClaimRow]:
    """Claims held in memory."""
    return ListRows(rows, columns, lambda r: r.claim.id, also=lambda r: f"{r.quote} {r.claim.topic} {r.claim.place}")


class ClaimsModel(RowsModel[ClaimRow]):
    """Claims as a table."""

    def __init__(self, catalogue: Catalogue) -> None:
        columns = claim_columns(catalogue)
        super().__init__(columns, claim_rows([], columns))
        self._catalogue = catalogue

    def heading_data(self, heading: Heading, role: int) -> Any:
        name = value_name(heading.key, heading.name, self._catalogue)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = tr("%n claim(s)", heading.count)
            how = tr("closed") if heading.closed else tr("open")
            return tr("{facet}: {name}, {count}, {how}", facet=facet_word(heading.key), name=name, count=count, how=how)
        return name if role == Qt.ItemDataRole.DisplayRole else super().heading_data(heading, role)
