"""A thin strip beside the scroll bar: where in the whole article its claims, what is in dispute, and hits are."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from factcheck.hits import Hits
from factcheck.text import Span
from factcheck.ui import theme
from factcheck.ui.text import tr
from factcheck.ui.views.mark_card import card
from factcheck.ui.views.marks import Gist, Mark, MarkIndex, unsaid

_WIDTH = 16
#: From where to where in it claims, disputes and hits are drawn: each has a lane, so that no colour has to tell them.
_CLAIMS, _DISPUTES, _HITS = (1.0, 6.0), (8.0, 3.0), (12.0, 3.0)
#: The text is seen in this many pieces, however long it is and however many marks it has.
_SLOTS = 1024
#: A pointer this near to a mark points at it.
_NEAR = 4.0
#: Of several marks in one piece the first of these is shown.
_WEIGHT = {
    name: i
    for i, name in enumerate(
        ("worst", "false", "mostly-false", "caution", "mixed", "neutral", "mostly-true", "true", "unrated")
    )
}


class Overview(QWidget):
    """What is marked, at its relative place; a click goes there, and hovering tells what it is."""

    #: An offset of the text.
    jumped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_length(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Overview of claims, disputes and hits"))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 64)

    def set_length(self, length: int) -> None:
        """How many code points the text has; forgets all that was shown."""
        self._length = length
        self._marks = MarkIndex()
        self._slots: dict[int, str] = {}
        self._passages: Sequence[Span] = ()
        self._disputes: MarkIndex = MarkIndex()
        self._gist: Gist = unsaid
        self._hits: Hits | None = None
        self._counted = 0
        self._hit_slots: set[int] = set()
        self.update()

    # --- claims ---

    def set_marks(self, marks: MarkIndex) -> None:
        """Show these marks and no others; the index is that of the text, and goes on being read."""
        self._marks = marks
        self._slots = {}
        for colour, starts in marks.starts_by_colour().items():
            for slot in set(map(self._slot, starts)) if colour in _WEIGHT else ():
                self._note(slot, colour)
        self.update()

    def put_mark(self, mark: Mark) -> None:
        """Show one mark more."""
        self._note(self._slot(mark.span.start), mark.colour)
        self.update()

    def drop_marks(self, dropped: Iterable[Mark]) -> None:
        """Show these marks no longer, but what else is at their places."""
        for slot in {self._slot(mark.span.start) for mark in dropped}:
            self._slots.pop(slot, None)
            begin, end = (edge * self._length // _SLOTS for edge in (slot, slot + 1))
            for mark in self._marks.touching(begin, end + 1):
                if self._slot(mark.span.start) == slot:
                    self._note(slot, mark.colour)
        self.update()

    def _slot(self, offset: int) -> int:
        return min(_SLOTS - 1, offset * _SLOTS // max(1, self._length))

    def _note(self, slot: int, colour: str) -> None:
        there = self._slots.get(slot)
        if colour in _WEIGHT and (there is None or _WEIGHT[colour] < _WEIGHT[there]):
            self._slots[slot] = colour

    # --- findings, hits ---

    def set_passages(self, spans: Sequence[Span]) -> None:
        """Show the passages of the finding that is open."""
        self._passages = tuple(spans)
        self.update()

    def set_disputes(self, disputes: Sequence[Mark], gist: Gist) -> None:
        """Show the passages of all findings in which sources differ; what about is asked when one is pointed at."""
        self._disputes, self._gist = MarkIndex(disputes), gist
        self.update()

    def set_hits(self, hits: Hits | None) -> None:
        """Show the places of what is looked for; more may be found later."""
        self._hits, self._counted, self._hit_slots = hits, 0, set()
        self.show_hits()

    def show_hits(self) -> None:
        """Take in the places that were found meanwhile."""
        found = self._hits.found_since(self._counted) if self._hits else ()
        self._counted += len(found)
        self._hit_slots.update(map(self._slot, found))
        self.update()

    # --- painting, pointing ---

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
            painter.fillRect(QRectF(0, top, _WIDTH, tall), shown.colour("passage-edge", 0.35))
        for colour in dict.fromkeys(self._slots.values()):
            self._draw(painter, _CLAIMS, shown.fill(colour), _keys(self._slots, colour))
        disputed = {self._slot(mark.span.start) for mark in self._disputes}
        self._draw(painter, _DISPUTES, shown.colour("passage-edge"), disputed)
        self._draw(painter, _HITS, shown.colour("hit-edge"), self._hit_slots)

    def _draw(self, painter: QPainter, lane: tuple[float, float], colour: QColor, slots: Iterable[int]) -> None:
        """Bars at these places; several in one row of pixels are one."""
        step = self.height() / _SLOTS
        for y in {int(slot * step) for slot in slots}:
            painter.fillRect(QRectF(lane[0], y, lane[1], 3), colour)

    def _offset(self, y: float) -> int:
        part = min(1.0, max(0.0, y / max(1, self.height())))
        return min(self._length - 1, int(part * self._length))

    def marks_near(self, point: QPointF) -> list[Mark]:
        """The claims and disputes at a height, as they stand in the text."""
        if not self._length:
            return []
        begin, end = self._offset(point.y() - _NEAR), self._offset(point.y() + _NEAR) + 1
        claims, disputes = (
            [mark for mark in marks.touching(begin, end) if begin <= mark.span.start < end]
            for marks in (self._marks, self._disputes)
        )
        return [*claims, *(mark.about(self._gist) for mark in disputes)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._length:
            pointed = self._offset(event.position().y())
            places = [mark.span.start for mark in self.marks_near(event.position())]
            self.jumped.emit(min(places, key=lambda place: abs(place - pointed), default=pointed))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            told = card(self.marks_near(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), told or tr("Claims, disputes and hits; click to go there"), self)
            return True
        return super().event(event)


def _keys(slots: dict[int, str], colour: str) -> list[int]:
    return [slot for slot, there in slots.items() if there == colour]
