"""The claims as a table that is filtered as one types."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Status
from factcheck.ui.models.claims_model import ClaimRow, ClaimsModel, claim_rows
from factcheck.ui.models.rows import Rows
from factcheck.ui.text import tr
from factcheck.ui.views import withheld
from factcheck.ui.views.badge import BadgeDelegate
from factcheck.ui.views.filter_bar import FilterBar
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
    #: Ids of claims, and the field that they all are to get: "topic" or "assignee".
    field_wished = Signal(list, str)
    #: Ids of claims.
    withdraw_wished = Signal(list)
    withhold_wished = Signal(list)
    merge_wished = Signal(list)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._model = ClaimsModel(catalogue)
        self.table = _Table(self._model)
        self._status = self._statuses()
        self._bar = FilterBar(tr("Filter claims"), [self._status])
        self.filter_field = self._bar.field
        self._bar.over(self.table, self)
        self._wire()
        self.name_key("")
        self.set_rows([])

    def _statuses(self) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(tr("Show claims of status"))
        choice.addItem(tr("All statuses"), "")
        for status in Status:
            choice.addItem(self._catalogue(f"status.{status}"), str(status))
        return choice

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
        """Show these claims. Those in memory keep selection and scroll position; all keep filter and order."""
        if isinstance(rows, Sequence):
            self.table.show_rows(claim_rows(rows, self._model.columns))
        else:
            self.table.take_rows(rows)
        self._tell_count()

    def renew(self, renew: Callable[[], None]) -> None:
        """The same claims, which `renew` brings up to date; selection, filter, order and scroll position stay."""
        self.table.renew(renew)
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

    def name_key(self, key: str) -> None:
        """By which key a claim is made; "" if by none."""
        some = tr("Select words in an article and press {key} to make a claim.", key=key)
        self._how_to_begin = some if key else tr("Mark words in an article as a claim.")
        self._tell_count()

    def _filter(self) -> None:
        status = self._status.currentData()
        only = {"status": frozenset([status])} if status else {}
        self.table.filter(self.filter_field.text(), **only)
        self._tell_count()

    def _tell_count(self) -> None:
        shown, total = len(self._model.rows), self._model.rows.total()
        self._bar.tell(shown, total, tr("%n claim(s)", total))
        self.table.set_empty(tr("No claim fits the filter.") if total else self._how_to_begin)

    def _chose(self, claim_id: str) -> None:
        if claim_id:
            self.claim_chosen.emit(claim_id)

    def _wish_verdict(self, digit: int) -> None:
        if claim_id := self.current():
            self.verdict_wished.emit(claim_id, digit)

    def _wish_withdrawal(self) -> None:
        if chosen := self.selected():
            self.withdraw_wished.emit(chosen)

    def _wish_merging(self) -> None:
        self.merge_wished.emit(self.selected())

    def _all_withheld(self) -> bool:
        rows = self._model.rows
        return all(rows[rows.find(id)].claim.withheld for id in self.selected())

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
        menu.addAction(tr("Set topic…"), lambda: self.field_wished.emit(self.selected(), "topic"))
        menu.addAction(tr("Assign to…"), lambda: self.field_wished.emit(self.selected(), "assignee"))
        menu.addSeparator()
        withheld.add_wish(menu, self._all_withheld(), lambda: self.withhold_wished.emit(self.selected()))
        if len(self.selected()) > 1:
            menu.addAction(tr("Merge %n claim(s)…", len(self.selected())), self._wish_merging)
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
