"""The facts table: what each source gives for each fact of an event, with what stands apart from most marked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from factcheck.matching import Table
from factcheck.ui import measures
from factcheck.ui.icons import icon
from factcheck.ui.models import facts_view
from factcheck.ui.models.facts_model import FactCell, FactsModel, as_tsv, columns_of
from factcheck.ui.models.facts_view import FactsView
from factcheck.ui.models.findings_model import PassageInfo
from factcheck.ui.text import tr
from factcheck.ui.views.facts_grid import FactsGrid
from factcheck.ui.views.facts_options import FactsOptions
from factcheck.ui.views.flow import FlowLayout
from factcheck.ui.views.placeholder import leave_room

_FIELD = 150
#: Pixels of the name of an event.
_EVENT = 200


class FactsTable(QWidget):
    """One event's facts. It asks for them when it is looked at."""

    #: Key of the event whose facts are to be shown.
    table_wished = Signal(str)
    #: A passage that is to be seen.
    passage_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FactsModel()
        self._view = FactsView()
        self._chosen_order = self._view.order
        self._articles: Mapping[str, PassageInfo] = {}
        self._shown, self._busy = "", False
        self._opened: tuple[int, int, int] = (-1, -1, -1)
        self.grid = FactsGrid(self._model)
        self.events = QComboBox()
        self.options = FactsOptions()
        self.field = QLineEdit()
        self.count = QLabel()
        self._lay_out()
        self._wire()
        self._renew()

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(tr("Filter facts"))
        self.field.setAccessibleName(tr("Filter facts"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setFixedWidth(max(_FIELD, leave_room(self.field, icons=1)))
        self.events.setAccessibleName(tr("Event"))
        self.events.setToolTip(tr("Event"))
        self.events.setMaximumWidth(_EVENT)
        self.count.setProperty("muted", True)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setFixedHeight(self.field.sizeHint().height())
        tools = QWidget()
        flow = FlowLayout(tools)
        for widget in (self.field, self.events, self.options):
            flow.addWidget(widget)
        bar = QHBoxLayout()
        bar.setContentsMargins(*measures.BAR)
        bar.addWidget(tools, 1)
        bar.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)

    def _wire(self) -> None:
        self.field.textChanged.connect(lambda text: self._see(words=text))
        self.field.returnPressed.connect(self.grid.setFocus)
        self.options.changed.connect(self._choose)
        self.options.copy_wished.connect(self.copy)
        self.events.activated.connect(lambda _: self._wish())
        self.grid.horizontalHeader().sortIndicatorChanged.connect(self._sort_by_column)
        self.grid.cell_opened.connect(self._open)
        self.grid.installEventFilter(self)

    # --- what is shown ---

    def offer(self, events: Sequence[tuple[str, str]], first: str) -> None:
        """The events that there are, by key and name; `first` is asked for unless another was chosen."""
        wanted = self.events.currentData() or first
        self.events.blockSignals(True)
        self.events.clear()
        for key, name in events:
            self.events.addItem(name, key)
        place = max(self.events.findData(wanted), 0)
        self.events.setCurrentIndex(place if events else -1)
        self.events.blockSignals(False)
        self.events.setVisible(len(events) > 1)
        if not events:
            self.show_table("", Table(()), {})
        elif self.isVisible():
            self._wish()
        else:
            self._shown = ""

    def show_table(self, key: str, table: Table, articles: Mapping[str, PassageInfo]) -> None:
        """The facts of an event, with what is said of its articles, in their order; the place in it stays."""
        if key and key != self.events.currentData():
            return  # another was chosen meanwhile
        self._busy, self._shown = False, key
        self._model.table, self._articles = table, articles
        self._renew()

    def stopped(self) -> None:
        """Nobody is at work on the facts; if there are none yet, they are asked for when they are looked at again."""
        if self._busy:
            self._busy, self._shown = False, ""
            self._tell()

    def _wish(self) -> None:
        if key := self.events.currentData():
            self._busy, self._shown = True, key
            self._tell()
            self.table_wished.emit(key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.events.count():
            self.table_wished.emit("")
        elif self._shown != self.events.currentData():
            self._wish()

    def _see(self, **changes: object) -> None:
        self._view = replace(self._view, **changes)  # type: ignore[arg-type] # any fields of a view
        self._renew()

    def _choose(self) -> None:
        """What the menu says; an order that is chosen there goes before one by a column."""
        given = self.options.view
        if given.order != self._chosen_order:
            self._chosen_order = given.order
            head = self.grid.horizontalHeader()
            head.blockSignals(True)
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            head.blockSignals(False)
            self._view = replace(self._view, order=given.order, descending=False)
        self._see(show=given.show, by_publisher=given.by_publisher)

    def _sort_by_column(self, place: int, order: Qt.SortOrder) -> None:
        if 0 <= place < len(self._model.columns):
            self._see(order=self._model.columns[place].key, descending=order is Qt.SortOrder.DescendingOrder)
        else:
            self._see(order=self._chosen_order, descending=False)

    def _renew(self) -> None:
        place, scroll = self.grid.place(), self.grid.scrolled()
        columns = columns_of(self._articles, self._view.by_publisher)
        self._model.show(facts_view.arranged(self._model.table.rows, self._view, columns), columns)
        self.grid.go_back(place, scroll)
        self._opened = (-1, -1, -1)
        self._tell()

    def _tell(self) -> None:
        shown, total = len(self._model.rows), len(self._model.table.rows)
        all_of_them = tr("%n fact(s)", total)
        self.count.setText(all_of_them if shown == total else tr("{shown} of {all}", shown=shown, all=all_of_them))
        self.count.setToolTip(_left_out(self._model.table.left_out))
        self.grid.set_empty(self._empty_text(total))

    def _empty_text(self, total: int) -> str:
        if self._busy:
            return tr("Reading what the articles give…")
        if self.events.count() and not self._shown:
            return tr("Not read yet. Choose another tab and come back to read what the articles give.")
        if not self.events.count():
            return tr("Import articles about one event, and every figure, date and office in them is listed here.")
        if total:
            return tr(
                "No fact fits the filter. Choose “All facts” under “View” to see those that one article alone gives."
            )
        return tr("The articles give no figures, dates or offices that were understood; so far only English is.")

    # --- wishes ---

    def _open(self, row: int, column: int) -> None:
        """The passage of a cell; opened once more, the next of its passages."""
        cell = self._model.cell(row, column)
        assert isinstance(cell, FactCell)
        again = self._opened[:2] == (row, column)
        number = (self._opened[2] + 1) % len(cell.figures) if again else 0
        self._opened = (row, column, number)
        self.passage_wished.emit(cell.figures[number].passage)

    def copy(self) -> None:
        """What is shown, to the clipboard, for a spreadsheet."""
        QGuiApplication.clipboard().setText(as_tsv(self._model.rows, self._model.columns))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+C copies the whole table, where a grid would copy nothing."""
        key = event if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress else None
        if key and key.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the grid or the bar left: the keys of the filter."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.grid.setFocus()
        elif event.text() == "/":
            self.field.setFocus()
        else:
            super().keyPressEvent(event)


def _left_out(count: int) -> str:
    return tr("%n fact(s) that one article alone gives are left out", count) if count else ""
