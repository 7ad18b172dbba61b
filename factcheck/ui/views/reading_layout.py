"""Lays an article out to be read: a column of comfortable measure, open lines, space between paragraphs.

`QPlainTextDocumentLayout` sets lines solid and from edge to edge. It asks for every block's rectangle through one
virtual function, and lays a block out only then: that is where this one does it in its own way.
"""

from collections.abc import Callable
from math import ceil
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QFontInfo, QFontMetricsF, QTextBlock, QTextDocument, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

#: Characters of an average line at most, and what is left free beside the column: signs stand where a paragraph begins.
MEASURE = 72
GUTTER = 44
MARGIN = 24
#: Up to this many blocks are laid out ahead, in idle moments, so that the scroll bar tells the true length.
_AHEAD = 3_000
_IDLE_SLICE = 0.004


class ReadingLayout(QPlainTextDocumentLayout):
    """The layout of one article's document."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        #: Whether the block at a position goes on with the line of the one before.
        self.continues: Callable[[int], bool] = lambda _: False
        #: Whether blank lines part the paragraphs, so that single line ends need no space of their own.
        self.blank_lines = False
        self._ahead = QTextBlock()
        self._idle = _timer(self, self._lay_out_ahead)
        self._news = _timer(self, self.tell)
        #: Whether paragraphs begin on either side.
        self.both_sides = False
        self.measure(600)

    def measure(self, width: float) -> None:
        """Fit the column into a viewport of this width. All blocks are laid out anew, each when it is needed."""
        font = self.document().defaultFont()
        metrics = QFontMetricsF(font)
        beside = GUTTER + (GUTTER if self.both_sides else MARGIN)
        self.column = max(80, min(int(metrics.averageCharWidth() * MEASURE), int(width) - beside))
        self.start = max(GUTTER, (int(width) - self.column) // 2)
        self.ascent = metrics.ascent()
        self.pitch = ceil(max(metrics.height() * 1.16, QFontInfo(font).pixelSize() * 1.55))
        self.width = width
        self._forget()
        self._ahead = self.document().begin() if self.document().blockCount() <= _AHEAD else QTextBlock()
        self._idle.start()

    def _forget(self) -> None:
        """Drop the layout of every block: as Qt does when many change, which is quick, but not if there is only one."""
        document = self.document()
        if document.blockCount() > 1:
            self.documentChanged(0, 0, document.characterCount())
        else:
            document.begin().clearLayout()

    def tell(self) -> None:
        """Let the scroll bar know how many lines there are by now."""
        self._news.stop()
        self.documentSizeChanged.emit(self.documentSize())

    def step(self, line: QTextLine) -> int:
        """From the top of a line to the top of the next: whole pixels, so that what is drawn beneath has no seams."""
        return max(self.pitch, ceil(line.height()))

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The room of a block, which is laid out if need be."""
        if not block.isValid():
            return QRectF()
        layout = block.layout()
        if layout.lineCount() == 0:
            self._lay_out(block, layout)
        last = layout.lineAt(layout.lineCount() - 1)
        return QRectF(0, 0, self.width, last.y() + self._height_of_last(block, last))

    def _height_of_last(self, block: QTextBlock, line: QTextLine) -> int:
        if block.length() <= 1:
            return round(self.pitch * 0.6)
        following = block.next()
        if not following.isValid():
            return self.step(line) + self.pitch
        space = 0 if self.blank_lines or self.continues(following.position()) else self.pitch // 2
        return self.step(line) + space

    def _lay_out(self, block: QTextBlock, layout: QTextLayout) -> None:
        right_to_left = block.textDirection() is Qt.LayoutDirection.RightToLeft
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = self.pitch // 2 if block.blockNumber() == 0 else 0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(self.column)
            line.setPosition(QPointF(self.start, y))
            y += self.step(line)
            line = layout.createLine()
        layout.endLayout()
        if block.lineCount() != layout.lineCount():
            block.setLineCount(layout.lineCount())
            self._news.start()

    def _lay_out_ahead(self) -> None:
        began = perf_counter()
        while self._ahead.isValid() and perf_counter() - began < _IDLE_SLICE:
            self.blockBoundingRect(self._ahead)
            self._ahead = self._ahead.next()
        if self._ahead.isValid():
            self._idle.start()


def _timer(parent: ReadingLayout, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    timer.timeout.connect(slot)
    return timer
