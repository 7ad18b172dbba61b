"""Layouts that answer to the width they get: things in a row that wraps, and columns that stand beside each other."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class _Wrapping(QLayout):
    """What both have in common: a list of items, and a height that follows from the width."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _mirrored(self, place: QRect, within: QRect) -> QRect:
        """Where this goes when the interface runs from right to left."""
        widget = self.parentWidget()
        if widget and widget.isRightToLeft():
            place.moveLeft(within.left() + within.right() - place.right())
        return place

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Lay out in this rectangle's width; the height it takes."""
        raise NotImplementedError


class FlowLayout(_Wrapping):
    """Items at their own size, from start to end, on as many rows as it takes."""

    def _arrange(self, rect: QRect, move: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.x() + rect.width():
                x, y, row = rect.x(), y + row + self.spacing(), 0
            if move:
                item.setGeometry(self._mirrored(QRect(QPoint(x, y), QSize(width, size.height())), rect))
            x += width + self.spacing()
            row = max(row, size.height())
        return y + row - rect.y()


class ColumnsLayout(_Wrapping):
    """Items of equal width beside each other, as many to a row as keep `least` pixels each; in a row equally high."""

    def __init__(self, least: int, parent: QWidget | None = None, spacing: int = 10) -> None:
        super().__init__(parent, spacing)
        self._least = least

    def _arrange(self, rect: QRect, move: bool) -> int:
        items = self._shown()
        if not items:
            return 0
        fitting = (rect.width() + self.spacing()) // (self._least + self.spacing())
        across = max(1, min(len(items), fitting))
        # Rows as even as can be: four in room for three stand two and two.
        across = -(-len(items) // -(-len(items) // across))
        width = (rect.width() - (across - 1) * self.spacing()) // across
        y = rect.y()
        for first in range(0, len(items), across):
            row = items[first : first + across]
            height = max(self._height(item, width) for item in row)
            for place, item in enumerate(row):
                if move:
                    x = rect.x() + place * (width + self.spacing())
                    item.setGeometry(self._mirrored(QRect(x, y, width, height), rect))
            y += height + self.spacing()
        return y - self.spacing() - rect.y()

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
