"""The import queue as a person goes through it: the space bar marks what is to be added, Delete takes out."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from factcheck.i18n import Catalogue
from factcheck.ui import measures, theme
from factcheck.ui.models.queue_model import QueueModel, queue_rows
from factcheck.ui.models.rows import ROW
from factcheck.ui.queue import CAN_BE_ADDED, Row, State
from factcheck.ui.text import tr
from factcheck.ui.views.cell import MARGIN, CellDelegate, draw_text
from factcheck.ui.views.table import RowsTable

_Index = QModelIndex | QPersistentModelIndex

#: Widths below which columns stand in the details only.
_WIDE = {"recognised": 1300, "publisher": 960, "date": 960, "remark": 500}
#: Pixels from where Qt draws a box to where words of a cell begin.
_INSET = MARGIN - 3
_SIGNS = {
    State.waiting: ("…", "muted"),
    State.reading: ("…", "accent"),
    State.ready: ("✓", "true"),
    State.known: ("=", "caution"),
    State.media: ("!", "caution"),
    State.failed: ("!", "false"),
    State.added: ("✓", "neutral"),
    State.cancelled: ("×", "neutral"),
}


class _StateDelegate(CellDelegate):
    """A sign in a coloured circle before the word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW)
        ink = self.ground(painter, option, index)
        if not isinstance(row, Row):
            return
        box: QRect = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        size = option.fontMetrics.height()
        sign = QRect(box.left(), box.center().y() - size // 2 + 1, size, size)
        words = box.adjusted(size + 6, 0, 0, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._sign(painter, QStyle.visualRect(option.direction, box, sign), *_SIGNS[row.state])
        painter.setPen(ink)
        painter.setFont(option.font)
        start = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        draw_text(painter, QStyle.visualRect(option.direction, box, words), start, str(index.data()))
        painter.restore()

    def _sign(self, painter: QPainter, place: QRect, sign: str, colour: str) -> None:
        shown = theme.current()
        rated = colour not in shown.colours
        if rated:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.fill(colour))
        else:
            painter.setPen(QPen(shown.colour(colour), 1.5))
            painter.setBrush(shown.colour("base"))
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        if rated:
            painter.setPen(QPen(shown.swatch(colour).text))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * measures.TINY)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, sign)


class _TickDelegate(CellDelegate):
    """The box stands where the heading begins, which is further in than Qt has it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        option.widget.style().drawPrimitive(panel, option, painter, option.widget)
        super().paint(painter, self._inner(option), index)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        return super().editorEvent(event, model, self._inner(option), index)

    def _inner(self, option: QStyleOptionViewItem) -> QStyleOptionViewItem:
        inner = QStyleOptionViewItem(option)
        inner.rect = QStyle.visualRect(option.direction, option.rect, option.rect.adjusted(_INSET, 0, 0, 0))
        return inner


class QueueTable(RowsTable):
    """The rows of the queue, several of which can be selected."""

    #: Ids of rows, and whether they are to be added.
    marked = Signal(list, bool)
    remove_wished = Signal(list)
    menu_wished = Signal(object)

    def __init__(self, catalogue: Catalogue) -> None:
        self.queue = QueueModel(catalogue)
        super().__init__(self.queue)
        self.setAccessibleName(tr("Import queue"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegateForColumn(0, _TickDelegate(self))
        self.setItemDelegateForColumn(1, _StateDelegate(self))
        self.set_empty(tr("Nothing is waiting. Drop files, folders, links or text here."))
        self.horizontalHeader().setSectionsMovable(False)  # cells of some rows span columns
        self.queue.modelReset.connect(self._give_room)
        self.queue.marked.connect(lambda id, chosen: self.marked.emit([id], chosen))
        self.keys[Qt.Key.Key_Space] = self._turn
        self.keys[Qt.Key.Key_Delete] = lambda: self.remove_wished.emit(self.selected())

    def show_queue(self, rows: list[Row]) -> None:
        """Show these rows; selection and scroll position stay."""
        self.show_rows(queue_rows(rows, self.queue.columns))
        self._give_room()

    def _give_room(self) -> None:
        """What is wrong with a row that gave no article has the room of all that it lacks."""
        keys = [column.key for column in self.queue.columns]
        first = keys.index("title")
        self.clearSpans()
        for place, row in enumerate(self.queue.rows_now()):
            if row.error and row.draft is None:
                self.setSpan(place, first, 1, len(keys) - first)

    def _turn(self) -> None:
        """Marks the selected rows, or none of them if all are marked."""
        selected = set(self.selected())
        rows = [row for row in self.queue.rows_now() if row.id in selected and row.state in CAN_BE_ADDED]
        if rows:
            self.marked.emit([row.id for row in rows], not all(row.chosen for row in rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for place, column in enumerate(self.queue.columns):
            self.setColumnHidden(place, event.size().width() < _WIDE.get(column.key, 0))
        super().resizeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event.globalPos())
