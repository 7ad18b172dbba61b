"""A text with what is marked in it: seen, hovered over, clicked, and gone through. `ArticleText` lets it be changed."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from factcheck.hits import Hits
from factcheck.text import Span
from factcheck.ui import theme
from factcheck.ui.views.mark_card import card
from factcheck.ui.views.mark_painter import MarkPainter, Scene, chips
from factcheck.ui.views.marks import Mark, MarkIndex, smallest_first
from factcheck.ui.views.patterns import Patterns
from factcheck.ui.views.reading_view import ReadingView
from factcheck.ui.views.text_geometry import Geometry

_EMPHASIS_MS = 1400


class MarkedText(ReadingView):
    """Read-only text with marks. Return opens those at the cursor."""

    #: Ids of the marks under a click, or at the cursor on Return: smallest first.
    mark_clicked = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = MarkIndex()
        self._suggested = MarkIndex()
        self._reasons: frozenset[str] = frozenset()
        self._passages: tuple[Span, ...] = ()
        self._clash: tuple[Span, ...] = ()
        self._hits: Hits | None = None
        self._current: Mark | None = None
        self._emphasis: Span | None = None
        self._pressed: QPointF | None = None
        self._patterns = Patterns()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_EMPHASIS_MS)
        self._calm.timeout.connect(self._end_emphasis)

    # --- what is shown ---

    def set_article(self, text: str, language: str = "") -> None:
        """Show another text, from its beginning, without marks."""
        self._calm.stop()
        self._end_emphasis()
        self.set_passages(())
        self.set_hits(None)
        self.set_marks(())
        self.set_suggestions(MarkIndex())
        self.set_text(text, language)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks and no others."""
        self._index = MarkIndex(marks)
        self._changed()

    def put_mark(self, mark: Mark) -> None:
        """Show one mark more, at once however many there are."""
        self._index.put(mark)
        self._changed()

    def drop_mark(self, id: str) -> list[Mark]:
        """Show the marks of this id no longer; they are given."""
        self._changed()
        return self._index.drop(id)

    def _changed(self) -> None:
        self._current = None
        self.viewport().update()

    def marks(self) -> MarkIndex:
        """All marks."""
        return self._index

    def set_passages(self, spans: Sequence[Span], clash: Sequence[Span] = ()) -> None:
        """Show the passages of the finding that is open, and the words in them that clash."""
        self._passages, self._clash = tuple(spans), tuple(clash)
        self.viewport().update()

    def passages(self) -> tuple[Span, ...]:
        """The passages shown."""
        return self._passages

    def clash(self) -> tuple[Span, ...]:
        """The clashing words shown."""
        return self._clash

    def set_suggestions(self, suggestions: MarkIndex, reasons: Collection[str] = ()) -> None:
        """Underline those of these statements faintly whose id names one of the reasons; but not where a mark is."""
        self._suggested, self._reasons = suggestions, frozenset(reasons)
        self.viewport().update()

    def suggestions_in(self, span: Span) -> list[Mark]:
        """The statements that touch a span and are suggested."""
        there = self._suggested.touching(span.start, span.end)
        wanted = [one for one in there if not self._reasons.isdisjoint(one.id.split())]
        taken = [mark.span for mark in self._index.touching(span.start, span.end)] if wanted else []
        return [one for one in wanted if not any(one.span.overlaps(other) for other in taken)]

    def suggestion_at(self, offset: int) -> Mark | None:
        """The statement at an offset, if it is suggested."""
        return next(iter(self.suggestions_in(Span(offset, offset + 1))), None)

    def set_hits(self, hits: Hits | None) -> None:
        """Show the places of what is looked for, or none."""
        self._hits = hits
        self.viewport().update()

    def go_to(self, span: Span) -> None:
        """Select a place, and scroll to it if it cannot be seen."""
        self.select(span)
        self._bring_into_view(span)

    def marks_at(self, offset: int) -> list[Mark]:
        """The marks that cover the character at an offset: smallest first."""
        return smallest_first(self._index.touching(offset, offset + 1))

    def marks_under(self, point: QPointF) -> list[Mark]:
        """The marks at a point of the viewport, on the letters or on a sign beside them: smallest first."""
        seen = self._look()
        signs = chips(seen, self._visible_marks(seen))
        on_sign = next((chip.marks for chip in signs if chip.rect.contains(point)), None)
        offset = seen.offset_at(point)
        return on_sign or (self.marks_at(offset) if offset is not None else [])

    def _suggested_under(self, point: QPointF) -> list[Mark]:
        offset = self.offset_at(point)
        found = self.suggestion_at(offset) if offset is not None else None
        return [found] if found else []

    def _visible_marks(self, seen: Geometry) -> list[Mark]:
        return self._index.touching(seen.span.start, seen.span.end)

    def reveal(self, span: Span, *, emphasise: bool = True) -> None:
        """Scroll so that the span begins in the upper third; show for a moment where it is."""
        self.set_cursor_offset(span.start)
        self.scroll_to(span.start)
        if emphasise:
            self._emphasis = span
            self._calm.start()
        self.viewport().update()

    def _end_emphasis(self) -> None:
        self._emphasis = None
        self.viewport().update()

    # --- from mark to mark ---

    def next_mark(self) -> None:
        """Go to the next mark; behind the last comes the first."""
        self._go_to(_next(self._index, self.cursor_offset()))

    def previous_mark(self) -> None:
        """Go to the mark before; before the first comes the last."""
        self._go_to(_previous(self._index, self.cursor_offset(), len(self._text)))

    def next_suggestion(self) -> None:
        """Go to the next statement that is suggested; behind the last comes the first."""
        step = self._suggested.after
        self._go_to(self._suggested_from(self.cursor_offset(), step) or self._suggested_from(-1, step))

    def previous_suggestion(self) -> None:
        """Go to the one before."""
        step = self._suggested.before
        self._go_to(self._suggested_from(self.cursor_offset(), step) or self._suggested_from(len(self._text), step))

    def _suggested_from(self, offset: int, step: Callable[[int], Mark | None]) -> Mark | None:
        found = step(offset)
        while found and found not in self.suggestions_in(found.span):
            found = step(found.span.start)
        return found

    def _go_to(self, mark: Mark | None) -> None:
        if mark is None:
            return
        self.set_cursor_offset(mark.span.start)
        self._bring_into_view(mark.span)
        self._current = mark
        self.setAccessibleDescription(mark.told)
        self.viewport().update()

    def _bring_into_view(self, span: Span) -> None:
        rect = self.span_rect(span)
        if rect.isEmpty() or not 0 <= rect.top() < self.viewport().height() * 0.9:
            self.scroll_to(span.start)

    def open_marks_at_cursor(self) -> None:
        """As a click on the marks at the cursor."""
        self._open(self.marks_at(self.cursor_offset()))

    def _open(self, marks: Sequence[Mark]) -> None:
        if marks:
            self.mark_clicked.emit([mark.id for mark in marks])

    # --- events ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = {
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Return): self.open_marks_at_cursor,
            (Qt.KeyboardModifier.KeypadModifier, Qt.Key.Key_Enter): self.open_marks_at_cursor,
        }.get((event.modifiers(), Qt.Key(event.key())))
        if wish:
            wish()
            event.accept()
        else:
            self._changed()
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        self._changed()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if (event.position() - pressed).manhattanLength() < QApplication.startDragDistance():
            self._open(self.marks_under(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.marks_under(QPointF(event.pos())) or self._suggested_under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), card(found), self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        seen = self._look()
        marks = self._visible_marks(seen)
        hits = self._hits.within(seen.span) if self._hits else ()
        faint = self.suggestions_in(seen.span)
        scene = Scene(seen, marks, faint, self._passages, self._clash, hits, self.outlined(), self.handles(seen))
        painter = QPainter(self.viewport())
        drawing = MarkPainter(painter, theme.current(), self._patterns, scene)
        drawing.draw()
        drawing.draw_chips(chips(seen, marks), self.font())
        painter.end()
        super().paintEvent(event)

    def outlined(self) -> list[Span]:
        """Spans with a line round them."""
        current = self._current.span if self._current else None
        return [span for span in (self._emphasis, current) if span]

    def handles(self, seen: Geometry) -> Sequence[QRectF]:
        """Where ends of marks can be taken hold of: nowhere."""
        return ()


def _next(index: MarkIndex, offset: int) -> Mark | None:
    return index.after(offset) or index.after(-1)


def _previous(index: MarkIndex, offset: int, length: int) -> Mark | None:
    return index.before(offset) or index.before(length + 1)
