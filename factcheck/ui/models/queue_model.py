"""The import queue as a table: a row for each article that is to come, with a mark for those to be added."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from factcheck import dates
from factcheck.i18n import Catalogue
from factcheck.importing import Draft
from factcheck.intake import Sameness
from factcheck.ui.models.list_rows import ListRows
from factcheck.ui.models.rows import Column, Index, RowsModel
from factcheck.ui.queue import CAN_BE_ADDED, Row, State, Wanted
from factcheck.ui.text import tr


def state_text(row: Row) -> str:
    """How far a row has come, in words; of what is there already, what is to become of it."""
    if row.state is State.known and row.wanted is not Wanted.open:
        return tr("New version") if row.wanted is Wanted.version else tr("Keep both")
    return {
        State.waiting: tr("Waiting"),
        State.reading: tr("Reading…"),
        State.ready: tr("Ready"),
        State.known: tr("There already"),
        State.media: tr("No text"),
        State.failed: tr("Failed"),
        State.added: tr("Added"),
        State.cancelled: tr("Cancelled"),
    }[row.state]


def remark(row: Row) -> str:
    """The one thing that a person must know of a row."""
    if row.draft is None:
        return ""  # what is wrong stands where its title would
    if row.error or row.state is State.known:
        return row.error or known_text(row)
    if not row.warnings:
        return ""
    return row.warnings[0] if len(row.warnings) == 1 else f"{row.warnings[0]} (+{len(row.warnings) - 1})"


def known_text(row: Row) -> str:
    """By what it is known to be there already."""
    if row.known is None:
        return tr("The same bytes as “{title}” in this list.", title=row.twin)
    title = row.known.article.title
    return {
        Sameness.bytes: tr("“{there}” was made of the same bytes.", there=title),
        Sameness.address: tr("“{there}” has the same address.", there=title),
        Sameness.text: tr("“{there}” has nearly the same text.", there=title),
    }[row.known.by]


def recognised(draft: Draft | None) -> str:
    """Format, encoding and method."""
    if draft is None:
        return ""
    kind = _KINDS.get(draft.media_type, draft.media_type)
    return " · ".join(filter(None, (kind, draft.encoding, draft.method)))


#: Media types as people call them.
_KINDS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument",
    "application/epub+zip": "EPUB",
    "application/rss+xml": "RSS, Atom",
    "application/jsonl": "JSON Lines",
    "application/rtf": "RTF",
    "application/warc": "WARC",
    "application/wacz": "WACZ",
    "application/x-subrip": "SRT",
    "message/rfc822": "E-mail",
    "multipart/related": "MHTML",
    "text/csv": "CSV",
    "text/html": "HTML",
    "text/markdown": "Markdown",
    "text/plain": "Text",
    "text/vtt": "WebVTT",
}


def queue_columns(catalogue: Catalogue) -> tuple[Column[Row], ...]:
    """The columns, in the order in which they stand."""

    def of(row: Row, name: str) -> str:
        return str(getattr(row.draft, name)) if row.draft else ""

    def date(row: Row) -> str:
        return dates.brief(row.draft.published, catalogue) if row.draft else ""

    return (
        Column("chosen", tr("Add"), 4, lambda _: "", order=lambda r: not r.chosen, tip=lambda _: ""),
        Column("state", tr("State"), 16, state_text, order=lambda r: list(State).index(r.state)),
        Column("name", tr("Input"), 20, lambda r: r.name, tip=lambda r: str(r.thing) if r.draft is None else r.name),
        Column("title", tr("Title"), 26, lambda r: of(r, "title") if r.draft else r.error, stretch=True),
        Column("publisher", tr("Publisher"), 16, lambda r: of(r, "publisher")),
        Column("date", tr("Date"), 13, date),
        Column(
            "remark",
            tr("Remark"),
            26,
            remark,
            stretch=True,
            tip=lambda r: "\n".join(filter(None, (remark(r), *r.warnings[1:]))),
        ),
        Column("recognised", tr("Recognised as"), 30, lambda r: recognised(r.draft)),
    )


def queue_rows(rows: Sequence[Row], columns: Sequence[Column[Row]]) -> ListRows[Row]:
    """The rows as a table takes them."""
    return ListRows(rows, columns, lambda r: r.id)


class QueueModel(RowsModel[Row]):
    """The queue; the mark of a row can be set."""

    #: Id of a row, and whether it is to be added.
    marked = Signal(str, bool)

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        columns = queue_columns(catalogue)
        super().__init__(columns, queue_rows([], columns), parent)
        self.dimmed = lambda row: row.state in (State.added, State.cancelled)

    def rows_now(self) -> list[Row]:
        """The rows as they stand in the table."""
        return [self.rows[place] for place in range(len(self.rows))]

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if self._markable(index) else found

    def _markable(self, index: Index) -> bool:
        return index.isValid() and index.column() == 0 and self.rows[index.row()].state in CAN_BE_ADDED

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and self._markable(index):
            return Qt.CheckState.Checked if self.rows[index.row()].chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid() and index.column() == 0:
            chosen = self.rows[index.row()].chosen
            return tr("To be added") if chosen else tr("Not to be added")
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._markable(index):
            return False
        self.marked.emit(self.rows[index.row()].id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True
