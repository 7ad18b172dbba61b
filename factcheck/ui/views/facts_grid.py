"""The cells of the facts table, gone through by arrow keys; the facts themselves stand at the start of their rows."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from factcheck.ui import theme
from factcheck.ui.models.facts_model import FactsModel
from factcheck.ui.models.rows import ROW
from factcheck.ui.text import ending_together, tr
from factcheck.ui.views.cell import MARGIN, CellDelegate, Index, draw_text, draw_wrapped, runs_rightwards

#: Pixels of the facts' own column, at most and as a share of the table; and of a source's column, at least and at most.
_FACTS, _SHARE = 420, 0.45
_SOURCE, _WIDEST = 168, 260


class FactsGrid(QTableView):
    """A table whose cells lead to passages."""

    #: Row and column of the cell that was opened by Enter or a click.
    cell_opened = Signal(int, int)

    def __init__(self, model: FactsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = model
        self._empty = ""
        self.setModel(model)
        self.setAccessibleName(tr("Facts, source by source"))
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalHeader(_Head(Qt.Orientation.Vertical, self))
        self.setHorizontalHeader(_Head(Qt.Orientation.Horizontal, self))
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.clicked.connect(self._open)
        model.modelReset.connect(self._widen)

    def _widen(self) -> None:
        """All sources' columns are as wide as the longest date in their heads asks."""
        advance = self.fontMetrics().horizontalAdvance
        widest = max((advance(column.note) for column in self._facts.columns), default=0) + 2 * MARGIN
        self.horizontalHeader().setDefaultSectionSize(min(max(_SOURCE, widest), _WIDEST))

    def set_empty(self, text: str) -> None:
        """What is said while there is no row."""
        self._empty = text
        self.setAccessibleDescription(text if not self._facts.rows else "")
        self.viewport().update()

    def place(self) -> tuple[str, str]:
        """Ids of the row and the column that are chosen, "" for none."""
        at = self.currentIndex()
        if not at.isValid():
            return "", ""
        return self._facts.rows[at.row()].id, self._facts.columns[at.column()].key

    def go_back(self, place: tuple[str, str], scroll: tuple[int, int]) -> None:
        """Chooses the cell of these ids again, as far as it is there, without scrolling to it."""
        rows = {row.id: number for number, row in enumerate(self._facts.rows)}
        columns = {column.key: number for number, column in enumerate(self._facts.columns)}
        if place[0] in rows and place[1] in columns:
            self.setCurrentIndex(self._facts.index(rows[place[0]], columns[place[1]]))
        self.executeDelayedItemsLayout()  # else the bars still have the old rows' range
        self.horizontalScrollBar().setValue(scroll[0])
        self.verticalScrollBar().setValue(scroll[1])

    def scrolled(self) -> tuple[int, int]:
        """Where one scrolled to."""
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self._facts.cell(index.row(), index.column()):
            self.cell_opened.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self._open(self.currentIndex())
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters are the window's keys, not a search in the first column
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._facts.rows or not self._empty:
            return
        painter = QPainter(self.viewport())
        painter.setPen(theme.current().colour("muted"))
        room = self.viewport().rect().adjusted(24, 12, -24, -12)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, ending_together(self._empty))
        painter.end()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class _CellDelegate(CellDelegate):
    """A value on two lines; what stands apart has its sign, and is bold."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colour = self.ground(painter, option, index)
        cell = index.data(ROW)
        if cell is None:
            return
        if cell.apart and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.current().colour("passage"))
            colour = theme.current().colour("text")
        painter.save()
        font = QFont(option.font)
        font.setBold(cell.apart)
        painter.setFont(font)
        painter.setPen(colour)
        height = painter.fontMetrics().height()
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        wide = painter.fontMetrics().horizontalAdvance(cell.text)
        top = room.center().y() - (height if wide > room.width() else height // 2) + 1
        draw_wrapped(painter, QRect(room.left(), top, room.width(), 2 * height), cell.text, 2)
        painter.restore()


class _Head(QHeaderView):
    """Heads of two lines: sources over their dates, facts over how far the articles agree."""

    def __init__(self, orientation: Qt.Orientation, table: FactsGrid) -> None:
        super().__init__(orientation, table)
        self._table = table
        self._high = 2 * self.fontMetrics().height() + 14
        if orientation is Qt.Orientation.Vertical:
            self.setDefaultSectionSize(self._high)
            self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        else:
            self.setDefaultSectionSize(_SOURCE)

    def sizeHint(self) -> QSize:
        if self.orientation() is Qt.Orientation.Horizontal:
            return QSize(0, self._high)
        wide = min(_FACTS, int(self._table.width() * _SHARE))
        return QSize(wide if self.model().rowCount() else 0, 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        shown = theme.current()
        one, other = self.model().headerData(logicalIndex, self.orientation(), ROW)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex:
            one = f"{_SORTED[self.sortIndicatorOrder()]} {one}"
        painter.save()
        painter.fillRect(rect, shown.colour("panel"))
        painter.setPen(shown.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        height = painter.fontMetrics().height()
        first = QRect(rect.left() + MARGIN, rect.center().y() - height + 1, rect.width() - 2 * MARGIN, height)
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(shown.colour("text"))
        draw_text(painter, first if other else first.translated(0, height // 2), _side(one), one)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(shown.colour("muted"))
        draw_text(painter, first.translated(0, height), _side(other), other)
        painter.restore()


_SORTED = {Qt.SortOrder.AscendingOrder: "↑", Qt.SortOrder.DescendingOrder: "↓"}


def _side(text: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if runs_rightwards(text) else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
