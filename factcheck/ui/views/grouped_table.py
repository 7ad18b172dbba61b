"""A table whose rows may be grouped: headings drawn across it, opened and closed by mouse and keys."""

from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from factcheck.ui import icons, theme
from factcheck.ui.models.rows import HEADING, RowsModel
from factcheck.ui.models.sections import Heading
from factcheck.ui.views.cell import MARGIN, CellDelegate, Index, draw_text
from factcheck.ui.views.table import RowsTable

#: The room of the sign, and its size.
_SIGN, _SIDE = 24, 14


@runtime_checkable
class Foldable(Protocol):
    """Rows that may be in groups."""

    def fold(self, value: str | int, /) -> None: ...
    def fold_all(self, closed: bool, /) -> None: ...
    def closed_over(self, id: str, /) -> str | int | None: ...
    def heading_over(self, index: int, /) -> int: ...


class HeadedDelegate(CellDelegate):
    """Draws headings; leaves other rows to another delegate.

    Each cell draws its part of the line that goes across the table. Spans would do it too, but Qt keeps one for every
    heading, also of those that are never seen.
    """

    def __init__(self, table: RowsTable, inner: CellDelegate, count: Callable[[int], str]) -> None:
        """`count` says how many rows a group has."""
        super().__init__(table)
        self._table, self._inner, self._count = table, inner, count

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(HEADING) is None:
            self._inner.paint(painter, option, index)
            return
        painter.save()
        painter.setClipRect(option.rect)
        selected = QStyle.StateFlag.State_Selected in option.state
        if not selected:
            painter.fillRect(option.rect, theme.current().colour("panel"))
        ink = self.ground(painter, option, index) if selected else theme.current().colour("text")
        painter.setPen(ink)
        line = QRect(0, option.rect.top(), self._table.viewport().width(), option.rect.height())
        self._draw_line(painter, option, line, index)
        painter.restore()

    def _draw_line(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, index: Index) -> None:
        heading: Heading = index.data(HEADING)
        words, count = index.data(Qt.ItemDataRole.DisplayRole), self._count(heading.count)
        self._draw_sign(painter, QStyle.visualRect(option.direction, line, QRect(line.topLeft(), _sign(line))), heading)
        bold, room = _bold(option.font), line.adjusted(_SIGN, 0, -MARGIN, 0)
        rest = QFontMetrics(option.font).horizontalAdvance(count) + 2 * MARGIN
        name = max(0, min(QFontMetrics(bold).horizontalAdvance(words) + 2, room.width() - rest))
        painter.setFont(bold)
        self._draw(painter, option, line, QRect(room.left(), line.top(), name, line.height()), words)
        painter.setFont(option.font)
        if QStyle.StateFlag.State_Selected not in option.state:
            painter.setPen(theme.current().colour("muted"))
        self._draw(painter, option, line, QRect(room.left() + name + MARGIN, line.top(), rest, line.height()), count)

    @staticmethod
    def _draw(painter: QPainter, option: QStyleOptionViewItem, line: QRect, place: QRect, text: str) -> None:
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        draw_text(painter, QStyle.visualRect(option.direction, line, place), side, text)

    @staticmethod
    def _draw_sign(painter: QPainter, place: QRect, heading: Heading) -> None:
        """A chevron that points down into an open group, and to the end of the line at a closed one."""
        aside = "chevron-left" if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft else "chevron-right"
        box = QRectF(0, 0, _SIDE, _SIDE)
        box.moveCenter(QRectF(place).center())
        icons.paint(painter, box, aside if heading.closed else "chevron", painter.pen().color())


def _sign(line: QRect) -> QSize:
    return QSize(_SIGN, line.height())


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    return bold


class GroupedTable(RowsTable):
    """A table of claims, in groups or not."""

    def __init__(self, model: RowsModel[Any], count: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._count = count
        self.headed(CellDelegate(self))

    def headed(self, delegate: CellDelegate, column: int = -1) -> None:
        """Draw a column, or all without a delegate of their own, with this between the headings."""
        made = self._delegate(delegate)
        if column < 0:
            self.setItemDelegate(made)
        else:
            self.setItemDelegateForColumn(column, made)

    def _delegate(self, inner: CellDelegate) -> HeadedDelegate:
        return HeadedDelegate(self, inner, self._count)

    def _heading(self, index: Index | None = None) -> Heading | None:
        at = index or self.currentIndex()
        return self._rows_model.rows.heading(at.row()) if at.isValid() else None

    def _foldable(self) -> Foldable | None:
        rows = self._rows_model.rows
        return rows if isinstance(rows, Foldable) else None

    def fold(self, heading: Heading) -> None:
        """Closes a group, or opens it."""
        if groups := self._foldable():
            self.renew(lambda: groups.fold(heading.value))

    def fold_all(self, closed: bool) -> None:
        """Closes all groups, or opens them."""
        if groups := self._foldable():
            self.renew(lambda: groups.fold_all(closed))

    def select(self, id: str | None) -> bool:
        """A group that is closed over the row opens."""
        found = super().select(id)
        groups = self._foldable()
        closed = groups.closed_over(id) if id and groups and not found else None
        if groups is None or closed is None:
            return found
        self.renew(lambda: groups.fold(closed))
        return super().select(id)

    def next_to(self, by: int) -> str:
        """Id of the next row after the current one, or before it, that is no heading; "" if there is none."""
        place, rows = self.place_after(by), len(self._rows_model.rows)
        while 0 <= place < rows and not self.id_at(place):
            place += by
        return self.id_at(place) if 0 <= place < rows else ""

    # --- mouse and keys ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        heading = self._heading(index) if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)
        if heading and self._on_sign(event.position().toPoint()):
            self.fold(heading)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        heading = self._heading(self.indexAt(at))
        if heading is None:
            super().mouseDoubleClickEvent(event)
        else:  # on its sign it is the second of two quick clicks
            self.fold(heading)

    def _on_sign(self, at: QPoint) -> bool:
        wide = self.viewport().width()
        return at.x() >= wide - _SIGN if self.isRightToLeft() else at.x() < _SIGN

    def keyPressEvent(self, event: QKeyEvent) -> None:
        heading = self._heading()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and heading and self._fold_by(event.key(), heading):
            return
        if plain and not heading and event.key() == self._outwards() and self._at_edge() and self._to_heading():
            return
        super().keyPressEvent(event)

    def _outwards(self) -> Qt.Key:
        return Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left

    def _fold_by(self, key: int, heading: Heading) -> bool:
        """What a key does to a group; whether it does anything."""
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            outwards = key == self._outwards()
            if outwards != heading.closed:
                self.fold(heading)
            elif not outwards:
                self._step(1)
            return True
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.fold(heading)
            return True
        return False

    def _step(self, by: int) -> None:
        at = self.currentIndex()
        self.setCurrentIndex(self._rows_model.index(at.row() + by, at.column()))

    def _at_edge(self) -> bool:
        """Whether the current cell is the first that is seen of its row."""
        head = self.horizontalHeader()
        place = head.visualIndex(self.currentIndex().column())
        return all(head.isSectionHidden(head.logicalIndex(before)) for before in range(place))

    def _to_heading(self) -> bool:
        """From a row to the heading over it; False if there is none."""
        groups = self._foldable()
        row = groups.heading_over(self.currentIndex().row()) if groups else -1
        if row < 0:
            return False
        self.setCurrentIndex(self._rows_model.index(row, self.currentIndex().column()))
        return True
