"""A thin strip beside the scroll bar: where in the whole article its marks and passages are."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.text import Span
from factcheck.ui import theme
from factcheck.ui.text import tr
from factcheck.ui.views.marks import Mark, MarkIndex

_WIDTH = 10
#: The text is seen in this many pieces, however long it is and however many marks it has.
_SLOTS = 1024
#: Of several marks in one piece the first of these is shown.
_WEIGHT = {
    name: i
    for i, name in enumerate(
        ("worst", "false", "mostly-false", "caution", "mixed", "neutral", "mostly-true", "true", "unrated")
    )
}


class Overview(QWidget):
    """Marks and passages at their relative places; a click goes there."""

    #: An offset of the text.
    jumped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = 0
        self._slots: dict[int, str] = {}
        self._passages: Sequence[Span] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Marks in the whole article; click to go there"))
        self.setAccessibleName(tr("Overview of the marks"))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 64)

    def set_length(self, length: int) -> None:
        """How many code points the text has; forgets marks and passages."""
        self._length = length
        self._slots = {}
        self._passages = ()
        self.update()

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks and no others."""
        self._slots = {}
        for mark in marks:
            self._note(mark)
        self.update()

    def put_mark(self, mark: Mark) -> None:
        """Show one mark more."""
        self._note(mark)
        self.update()

    def drop_marks(self, dropped: Iterable[Mark], left: MarkIndex) -> None:
        """Show these marks no longer, but what else is at their places."""
        for slot in {self._slot(mark) for mark in dropped}:
            self._slots.pop(slot, None)
            begin, end = (edge * self._length // _SLOTS for edge in (slot, slot + 1))
            for mark in left.touching(begin, end + 1):
                if self._slot(mark) == slot:
                    self._note(mark)
        self.update()

    def _slot(self, mark: Mark) -> int:
        return min(_SLOTS - 1, mark.span.start * _SLOTS // max(1, self._length))

    def _note(self, mark: Mark) -> None:
        weight = _WEIGHT.get(mark.colour)
        if weight is None or not self._length:
            return
        slot = self._slot(mark)
        there = self._slots.get(slot)
        if there is None or weight < _WEIGHT[there]:
            self._slots[slot] = mark.colour

    def set_passages(self, spans: Sequence[Span]) -> None:
        """Show the passages of the finding that is open."""
        self._passages = tuple(spans)
        self.update()

    def place_of(self, offset: int) -> float:
        """Height in the strip at which an offset is shown."""
        return self.height() * offset / self._length if self._length else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.colour("base"))
        for span in self._passages:
            top = self.place_of(span.start)
            tall = max(6.0, self.place_of(span.end) - top)
            painter.fillRect(QRectF(0, top, _WIDTH, tall), shown.colour("passage-edge"))
        step = self.height() / _SLOTS
        for slot, colour in self._slots.items():
            painter.fillRect(QRectF(2, slot * step, _WIDTH - 4, 3), shown.fill(colour))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._length:
            part = min(1.0, max(0.0, event.position().y() / max(1, self.height())))
            self.jumped.emit(min(self._length - 1, int(part * self._length)))
