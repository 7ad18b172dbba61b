"""The claims as a table that is filtered as one types."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Status
from factcheck.ui.icons import icon
from factcheck.ui.models.claims_model import ClaimRow, ClaimsModel, claim_rows
from factcheck.ui.models.rows import Rows
from factcheck.ui.text import tr
from factcheck.ui.views.badge import BadgeDelegate
from factcheck.ui.views.table import RowsTable


class ClaimsTable(QWidget):
    """All claims, one of which is chosen."""

    #: Id of the claim that a person went to.
    claim_chosen = Signal(str)
    #: Id of the claim that was opened with Enter or a double click.
    claim_opened = Signal(str)
    #: Id of a claim, and the digit of the verdict that it is to get.
    verdict_wished = Signal(str, int)
    #: Ids of claims, and the value of the status that they are to get.
    status_wished = Signal(list, str)
    #: Ids of claims.
    withdraw_wished = Signal(list)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._model = ClaimsModel(catalogue)
        self.table = _Table(self._model)
        self.filter_field = QLineEdit()
        self._status = QComboBox()
        self._count = QLabel()
        self._lay_out()
        self._wire()
        self.set_rows([])

    def _lay_out(self) -> None:
        self.filter_field.setPlaceholderText(tr("Filter claims"))
        self.filter_field.setAccessibleName(tr("Filter claims"))
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter_field.setMaximumWidth(360)
        self._status.setAccessibleName(tr("Show claims of status"))
        self._status.addItem(tr("All statuses"), "")
        for status in Status:
            self._status.addItem(self._catalogue(f"status.{status}"), str(status))
        self._count.setProperty("muted", True)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(8)
        bar.addWidget(self.filter_field, 3)
        bar.addWidget(self._status)
        bar.addStretch(1)
        bar.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)

    def _wire(self) -> None:
        self.filter_field.textChanged.connect(self._filter)
        self.filter_field.returnPressed.connect(self.table.setFocus)
        self._status.currentIndexChanged.connect(self._filter)
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(self.claim_opened)
        for digit in range(10):
            self.table.keys[Qt.Key.Key_0 + digit] = partial(self._wish_verdict, digit)
        self.table.keys[Qt.Key.Key_Delete] = self._wish_withdrawal
        self.table.menu_wished.connect(self._show_menu)

    def set_rows(self, rows: Sequence[ClaimRow] | Rows[ClaimRow]) -> None:
        """Show these claims; selection, filter, order and scroll position stay."""
        self.table.show_rows(claim_rows(rows, self._model.columns) if isinstance(rows, Sequence) else rows)
        self._tell_count()

    def select(self, claim_id: str | None) -> bool:
        """Choose a claim without saying so; one that the filter hides makes the filter yield."""
        found = self.table.select(claim_id)
        if claim_id and not found and (self.filter_field.text() or self._status.currentIndex()):
            self.clear_filter()
            found = self.table.select(claim_id)
        return found

    def current(self) -> str | None:
        """Id of the claim that is chosen."""
        return self.table.current()

    def selected(self) -> list[str]:
        """Ids of all claims that are selected."""
        return self.table.selected()

    def clear_filter(self) -> None:
        """Show all claims."""
        self.filter_field.clear()
        self._status.setCurrentIndex(0)

    def _filter(self) -> None:
        status = self._status.currentData()
        only = {"status": frozenset([status])} if status else {}
        self.table.filter(self.filter_field.text(), **only)
        self._tell_count()

    def _tell_count(self) -> None:
        shown, total = len(self._model.rows), self._model.rows.total()
        all_shown = tr("%n claim(s)", total)
        self._count.setText(all_shown if shown == total else tr("{shown} of {all}", shown=shown, all=all_shown))
        none = tr("Select words in an article and press C to make a claim.")
        self.table.set_empty(tr("No claim fits the filter.") if total else none)

    def _chose(self, claim_id: str) -> None:
        if claim_id:
            self.claim_chosen.emit(claim_id)

    def _wish_verdict(self, digit: int) -> None:
        if claim_id := self.current():
            self.verdict_wished.emit(claim_id, digit)

    def _wish_withdrawal(self) -> None:
        if chosen := self.selected():
            self.withdraw_wished.emit(chosen)

    def _wish_status(self, status: Status) -> None:
        self.status_wished.emit(self.selected(), str(status))

    def _show_menu(self, event: QContextMenuEvent) -> None:
        if self.selected():
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the selected claims."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        statuses = menu.addMenu(tr("Set status"))
        for status in Status:
            statuses.addAction(self._catalogue(f"status.{status}"), partial(self._wish_status, status))
        menu.addSeparator()
        menu.addAction(tr("Withdraw %n claim(s)", len(self.selected())), self._wish_withdrawal)
        return menu


class _Table(RowsTable):
    menu_wished = Signal(object)

    def __init__(self, model: ClaimsModel) -> None:
        super().__init__(model)
        self.setAccessibleName(tr("Claims"))
        place = [column.key for column in model.columns].index("verdict")
        self.setItemDelegateForColumn(place, BadgeDelegate(self))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event)
