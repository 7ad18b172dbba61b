"""The claims as a table that is filtered as one types."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Status
from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.models.claims_model import ClaimRow, ClaimsModel, claim_rows
from factcheck.ui.models.rows import Rows
from factcheck.ui.text import tr
from factcheck.ui.views import withheld
from factcheck.ui.views.badge import BadgeDelegate
from factcheck.ui.views.claims_filter_bar import ClaimsFilterBar
from factcheck.ui.views.editable_table import EditableTable
from factcheck.ui.views.filtered_list import FilteredList

#: Selected claims that the menu looks at.
_LOOKED_AT = 1_000


class ClaimsTable(FilteredList[ClaimsFilterBar, "_Table"]):
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
    #: Id of a claim, the field that was edited in the table, and its new value.
    cell_edited = Signal(str, str, object)
    #: Why what was typed in the table is not taken.
    refused = Signal(str)
    #: The filter is another one, and the rows are there.
    filtered = Signal()
    #: The filter that stood before, which gave way so that a claim can be seen.
    gave_way = Signal(object)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        self._catalogue = catalogue
        self._model = ClaimsModel(catalogue)
        bar, table = ClaimsFilterBar(catalogue), _Table(self._model, catalogue)
        super().__init__(bar, table, tr("Show all claims"), parent)
        self.menus[Qt.Key.Key_G] = bar.group.showMenu
        self._wire()
        self.name_key("")
        self.set_rows([])

    def _wire(self) -> None:
        self.bar.changed.connect(self._filter)
        self.bar.fold_wished.connect(self.table.fold_all)
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(self.claim_opened)
        for digit in range(10):
            self.table.keys[Qt.Key.Key_0 + digit] = partial(self._wish_verdict, digit)
        self.table.keys[Qt.Key.Key_Delete] = self._wish_withdrawal
        self.table.menu_wished.connect(self._show_menu)
        self.table.edited.connect(self.cell_edited)
        self.table.refused.connect(self.refused)

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
        if claim_id and not found and self.bar.filter.hides:
            before = self.bar.filter
            self.clear_filter()
            found = self.table.select(claim_id)
            if found:
                self.gave_way.emit(before)
            else:
                self.bar.set_filter(before)
        return found

    def step(self, by: int) -> bool:
        """Go to the next or the previous claim of those that are shown, and say so; False at the end of them."""
        wanted = self.table.next_to(by)
        if wanted:
            self.table.choose(wanted)
        return bool(wanted)

    def set_read_only(self, read_only: bool) -> None:
        """Whether cells can be edited."""
        self.table.read_only = read_only

    def flush(self) -> None:
        """Keeps what is being typed in the table."""
        self.table.finish_editing()

    def current(self) -> str | None:
        """Id of the claim that is chosen."""
        return self.table.current()

    def selected(self) -> list[str]:
        """Ids of all claims that are selected."""
        return self.table.selected()

    def clear_filter(self) -> None:
        """Show all claims."""
        self.bar.lift()

    def filter(self) -> ClaimsFilter:
        """What is shown, in which groups."""
        return self.bar.filter

    def set_filter(self, given: ClaimsFilter) -> None:
        """Show what fits this."""
        self.bar.set_filter(given)
        self.bar.again()

    def shown_by_filter(self) -> int:
        """How many claims a filter shows that hides others; 0 if none is hidden."""
        return self.count() if self.hidden() else 0

    def ids_of(self, which: str) -> tuple[str, ...] | None:
        """Ids of the claims that are "selected" or "shown"; None for "all"."""
        if which == "selected":
            return tuple(self.selected())
        return tuple(self._model.rows.ids()) if which == "shown" else None

    def hidden(self) -> int:
        """How many claims the filter hides."""
        return self._model.rows.total() - self._model.rows.count()

    def count(self) -> int:
        """How many claims pass the filter."""
        return self._model.rows.count()

    def name_key(self, key: str) -> None:
        """By which key a claim is made; "" if by none."""
        some = tr("Select words in an article and press {key} to make a claim.", key=key)
        self._how_to_begin = some if key else tr("Mark words in an article as a claim.")
        self._tell_count()

    def _filter(self) -> None:
        given = self.bar.filter
        self.table.arrange(text=given.words, only=given.only, group=given.group)
        self._tell_count()
        self.filtered.emit()

    def _tell_count(self) -> None:
        shown, total = self._model.rows.count(), self._model.rows.total()
        self.bar.tell(shown, total)
        if total and not shown:
            self.say_nothing_fits(tr("None of %n claim(s) fits the filter", total), self.bar.in_words())
        else:
            self.say_empty("" if total else self._how_to_begin)

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
        """Of very many, not all: what is done then can be undone."""
        rows, chosen = self._model.rows, self.selected()
        return len(chosen) <= _LOOKED_AT and all(rows[rows.find(id)].claim.withheld for id in chosen)

    def _wish_status(self, status: Status) -> None:
        self.status_wished.emit(self.selected(), str(status))

    def _show_menu(self, event: QContextMenuEvent) -> None:
        if self.selected():
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the selected claims."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        many = len(self.selected())
        if many > 1 and self.hidden():
            hidden = tr("the %n that the filter hides stay as they are", self.hidden())
            said = tr("%n claim(s) selected; {hidden}", many, hidden=hidden)
            menu.addAction(said).setEnabled(False)
        statuses = menu.addMenu(tr("Set status"))
        for status in Status:
            statuses.addAction(self._catalogue(f"status.{status}"), partial(self._wish_status, status))
        menu.addAction(tr("Set topic…"), lambda: self.field_wished.emit(self.selected(), "topic"))
        menu.addAction(tr("Assign to…"), lambda: self.field_wished.emit(self.selected(), "assignee"))
        menu.addSeparator()
        withheld.add_wish(menu, self._all_withheld(), lambda: self.withhold_wished.emit(self.selected()))
        if many > 1:
            menu.addAction(tr("Merge %n claim(s)…", many), self._wish_merging)
        menu.addAction(tr("Withdraw %n claim(s)", many), self._wish_withdrawal)
        return menu


class _Table(EditableTable):
    menu_wished = Signal(object)

    def __init__(self, model: ClaimsModel, catalogue: Catalogue) -> None:
        super().__init__(model, catalogue, lambda count: tr("%n claim(s)", count))
        self.setAccessibleName(tr("Claims"))
        self.headed(BadgeDelegate(self), [column.key for column in model.columns].index("verdict"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event)
