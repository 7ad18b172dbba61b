"""Layouts that answer to the width they get: things in a row that wraps, and columns that stand beside each other."""

from PySide6.QtCore import QRect, QSize, Qt
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
    """Items at their own size, from start to end, on as many rows as it takes.

    In a row, items that expand share the room that is left.
    """

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0))

    def _arrange(self, rect: QRect, move: bool) -> int:
        y = rect.y()
        for row in self._rows(rect.width()):
            widths = self._widths(row, rect.width())
            heights = [self._height(item, width) for item, width in zip(row, widths, strict=True)]
            x, high = rect.x(), max(heights)
            for item, width, height in zip(row, widths, heights, strict=True):
                if move:
                    place = QRect(x, y + (high - height) // 2, width, height)
                    item.setGeometry(self._mirrored(place, rect))
                x += width + self.spacing()
            y += high + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        left = -1
        for item in self._shown():
            needs = min(item.sizeHint().width(), width)
            if needs > left:
                rows.append([])
                left = width
            rows[-1].append(item)
            left -= needs + self.spacing()
        return rows

    def _widths(self, row: list[QLayoutItem], width: int) -> list[int]:
        widths = [min(item.sizeHint().width(), width) for item in row]
        left = width - sum(widths) - self.spacing() * (len(row) - 1)
        growing = [place for place, item in enumerate(row) if item.expandingDirections() & Qt.Orientation.Horizontal]
        for done, place in enumerate(growing):
            share = min(left // (len(growing) - done), row[place].maximumSize().width() - widths[place])
            widths[place] += share
            left -= share
        return widths

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        narrow = width < item.sizeHint().width() and item.hasHeightForWidth()
        return item.heightForWidth(width) if narrow else item.sizeHint().height()


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
