"""What the app's tables have in common: rows chosen by id, a choice that survives updates, keys, an empty state."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from factcheck.ui import theme
from factcheck.ui.models.rows import Rows, RowsModel
from factcheck.ui.text import ending_together
from factcheck.ui.views.cell import CellDelegate
from factcheck.ui.views.columns import Columns

#: Selected rows that are looked for again after a change; of more, all stay selected or only the current one.
_LOOKED_FOR = 2_000
#: Lines of words for which there is room at least, beside the heads of the columns.
_LINES = 5


class RowsTable(QTableView):
    """A table of rows, one of which is chosen."""

    #: Id of the row that a person went to, "" if it is none.
    chosen = Signal(str)
    #: Id of the row that was opened with Enter or a double click.
    opened = Signal(str)

    def __init__(self, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows_model = model
        self._quiet = False
        self._empty = ""
        #: Where the current row was before it left the table: the arrow keys go on from there.
        self._left_at = -1
        #: What a key does: looked up by `Qt.Key`, or by (modifier, key).
        self.keys: dict[object, Callable[[], None]] = {}
        self.setModel(model)
        self._dress()
        self._columns = Columns(self, model.columns, self._sort)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keys[key] = self._open
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().currentRowChanged.connect(self._went_to)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(CellDelegate(self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)

    def columns_menu(self) -> QMenu:
        """Which columns are seen."""
        return self._columns.menu()

    def choose_columns(self) -> None:
        """Opens the menu of columns below the headings."""
        head = self.horizontalHeader()
        self.columns_menu().popup(head.mapToGlobal(head.rect().bottomLeft()))

    def columns(self) -> QByteArray:
        """Which columns are seen, in which order and width, and what is sorted by; for `set_columns`."""
        return self.horizontalHeader().saveState()

    def set_columns(self, state: QByteArray) -> None:
        """As they were; what was kept of other columns than there are now is passed by."""
        self._columns.restore(state)

    def minimumSizeHint(self) -> QSize:
        """Room for a few rows, or for what is said while there are none."""
        rows = _LINES * self.fontMetrics().lineSpacing()
        return QSize(super().minimumSizeHint().width(), self.horizontalHeader().sizeHint().height() + rows)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._columns.widen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._columns.fit()

    def set_empty(self, text: str) -> None:
        """What is said while there is no row."""
        self._empty = text
        self.setAccessibleDescription(text if not len(self._rows_model.rows) else "")
        self.viewport().update()

    def current(self) -> str | None:
        """Id of the row that is chosen; None also on a heading."""
        place = self.currentIndex().row()
        return self.id_at(place) or None if 0 <= place < len(self._rows_model.rows) else None

    def id_at(self, place: int) -> str:
        """Id of the row in a place, "" for a heading."""
        rows = self._rows_model.rows
        return "" if rows.heading(place) else rows.id_at(place)

    def selected(self) -> list[str]:
        """Ids of all selected rows, from the top; headings are none."""
        return [id for id in self._rows_model.rows.ids_at(self._selected_places()) if id]

    def _selected_places(self) -> list[int]:
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(number) for number in range(chosen.size()))
        return sorted({place for part in ranges for place in range(part.top(), part.bottom() + 1)})

    def _at(self) -> str | None:
        """Id of the current row, be it a heading."""
        place = self.currentIndex().row()
        return self._rows_model.rows.id_at(place) if 0 <= place < len(self._rows_model.rows) else None

    def _held(self, places: Sequence[int]) -> list[str]:
        """Ids of rows, headings too."""
        return [self._rows_model.rows.id_at(place) for place in places]

    def select(self, id: str | None) -> bool:
        """Choose a row and show it, without saying so; whether it is there."""
        with self._quietly():
            place = self._rows_model.rows.find(id) if id else -1
            if id is None or place < 0:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
                return False
            self._select_again(id, [id])  # `selectRow` would add to the selection while Ctrl is held
            self.scrollTo(self._rows_model.index(place, 0))
        return True

    def choose(self, id: str) -> None:
        """Choose a row as if a person had gone there."""
        if self.select(id):
            self.chosen.emit(id)

    def show_rows(self, rows: Rows[Any]) -> None:
        """Other rows; what was selected stays so if it is still there, and where it is to be seen."""
        at = self._in_sight()
        with self._kept():
            self._rows_model.update(rows)
        self._put_back(at)
        self.set_empty(self._empty)

    def take_rows(self, rows: Rows[Any]) -> None:
        """Rows of something else; nothing is chosen. What was shown before is not looked at again."""
        with self._quietly():
            self._rows_model.replace(rows)
        self.set_empty(self._empty)

    def renew(self, renew: Callable[[], None]) -> None:
        """The same rows brought up to date by `renew`; what was selected stays so, and where it is to be seen."""
        at = self._in_sight()
        with self._kept():
            self._rows_model.renew(renew)
        self._put_back(at)
        self.set_empty(self._empty)

    def _in_sight(self) -> tuple[str, int] | None:
        """A row to hold on to, with its place in the view: the chosen one, else the topmost; None at the very top."""
        row, top = self.currentIndex().row(), self.rowAt(0)
        visible = row >= 0 and 0 <= self.rowViewportPosition(row) < self.viewport().height()
        if not visible and (top < 0 or self.verticalScrollBar().value() == 0):
            return None
        place = row if visible else top
        return self._rows_model.rows.id_at(place), self.rowViewportPosition(place)

    def _put_back(self, at: tuple[str, int] | None) -> None:
        place = self._rows_model.rows.find(at[0]) if at else -1
        if at and place >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(place) - at[1])

    def filter(self, text: str, **only: frozenset[str]) -> None:
        """Show what has these words and, by column key, one of these values."""
        self.arrange(text=text, only=only)

    def arrange(self, **changes: Any) -> None:
        """Filter, sort or group by something else: fields of `Arrangement`."""
        with self._kept():
            self._rows_model.arrange(replace(self._rows_model.arrangement, **changes))
        self.set_empty(self._empty)

    def _sort(self, place: int, order: Qt.SortOrder) -> None:
        key = self._rows_model.columns[place].key if place >= 0 else ""
        down = order == Qt.SortOrder.DescendingOrder
        self.arrange(sort=key, descending=down)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """Selection, current row and scroll position come back after the rows were changed."""
        places, scroll = self._selected_places(), self.verticalScrollBar().value()
        current, selected = self._at(), self._held(places) if len(places) <= _LOOKED_FOR else []
        everything = not selected and len(places) == len(self._rows_model.rows) > 0
        row = self.currentIndex().row()
        with self._quietly():
            yield
            self._select_again(current, selected)
            if everything:
                self.selectAll()
            self._left_at = -1 if self.currentIndex().isValid() else max(row, self._left_at)
            self.executeDelayedItemsLayout()  # else the bar still has the old rows' range
            self.verticalScrollBar().setValue(scroll)

    def _select_again(self, current: str | None, selected: list[str]) -> None:
        model, rows = self._rows_model, self._rows_model.rows
        if current == self._at() and selected == self._held(self._selected_places()):
            return
        chosen = QItemSelection()
        for place in (rows.find(id) for id in selected):
            if place >= 0:
                chosen.select(model.index(place, 0), model.index(place, model.columnCount() - 1))
        place = rows.find(current) if current else -1
        flag = QItemSelectionModel.SelectionFlag
        at = model.index(place, 0) if place >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(at, flag.NoUpdate)
        self.selectionModel().select(chosen, flag.ClearAndSelect)

    def _went_to(self, current: QModelIndex) -> None:
        if not self._quiet:
            self.chosen.emit(self.id_at(current.row()) if current.isValid() else "")

    def _open(self) -> None:
        if id := self.current():
            self.opened.emit(id)

    def _double_clicked(self, _index: QModelIndex) -> None:
        self._open()

    def _go_to_end(self, last: bool) -> None:
        """To the first or the last row; by itself a table would go to the first or last column."""
        if count := len(self._rows_model.rows):
            self.setCurrentIndex(self._rows_model.index(count - 1 if last else 0, 0))

    def place_after(self, by: int) -> int:
        """The row after the current one, or before it; from where one left the table, what has taken its place."""
        if (row := self.currentIndex().row()) >= 0:
            return row + by
        return self._left_at + min(by, 0) if self._left_at >= 0 else 0

    def _go_on(self, key: int) -> bool:
        """From where the current row was; False if it is there still, or the key is another."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if not by or self._left_at < 0 or self.currentIndex().isValid() or not len(self._rows_model.rows):
            return False
        place = min(max(self.place_after(by), 0), len(self._rows_model.rows) - 1)
        self.setCurrentIndex(self._rows_model.index(place, 0))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        action = self.keys.get(event.key() if plain else (event.modifiers(), event.key()))
        if action and self.current():
            action()
        elif plain and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(event.key() == Qt.Key.Key_End)
        elif plain and self._go_on(event.key()):
            return
        elif event.text() and event.text().isprintable() and plain:
            event.ignore()  # letters are the window's keys, not a search in the first column
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if len(self._rows_model.rows) or not self._empty:
            return
        painter = QPainter(self.viewport())
        painter.setPen(theme.current().colour("muted"))
        room = self.viewport().rect().adjusted(24, 12, -24, -12)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, ending_together(self._empty))
        painter.end()
