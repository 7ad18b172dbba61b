"""The text of one article: what a person does in it beside reading, which is to move the ends of its marks."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from factcheck.text import Span
from factcheck.ui.views.marked_text import MarkedText
from factcheck.ui.views.marks import Mark
from factcheck.ui.views.resizing import End, Handle, Resizing, handle_at, handles, stepped_by_key
from factcheck.ui.views.text_geometry import Geometry


class ArticleText(MarkedText):
    """Marks of the claim that is chosen have handles; with keys any mark can be made longer or shorter."""

    #: Id of the appearance or piece of evidence, and its new span.
    resized = Signal(str, Span)
    #: Escape, while nothing here is to be left.
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""
        self._resizing: Resizing | None = None
        #: The end that follows the mouse.
        self._dragged: End | None = None
        self._may_resize = True
        self.viewport().setMouseTracking(True)

    def set_chosen(self, id: str) -> None:
        """The marks of this id are those that the rest of the window speaks of."""
        self._chosen = id
        self.viewport().update()

    def set_resizable(self, resizable: bool) -> None:
        """Whether marks can be changed at all."""
        self._may_resize = resizable
        self.viewport().update()

    def handles(self, seen: Geometry) -> Sequence[QRectF]:
        return [handle.line for handle in self._handles(seen)]

    def _handles(self, seen: Geometry) -> list[Handle]:
        if not self._may_resize:
            return []
        return handles(seen, [m for m in self._visible_marks(seen) if m.id == self._chosen and m.passage])

    def outlined(self) -> list[Span]:
        return [self._resizing.span] if self._resizing else super().outlined()

    # --- with keys ---

    def resizing(self) -> bool:
        """Whether the ends of a mark are being moved."""
        return self._resizing is not None

    def resize_mark(self) -> bool:
        """Let the keys move the ends of the mark at the cursor, that of the chosen claim first; False if none is."""
        here = self._resizable_at(self.cursor_offset())
        if here is None or not self._may_resize:
            return False
        self._resizing = Resizing(self._text, here, here.span)
        self.viewport().update()
        return True

    def _resizable_at(self, offset: int) -> Mark | None:
        before = [*self.marks_at(offset), *(self.marks_at(offset - 1) if offset else ())]
        found = [mark for mark in before if mark.passage]
        return next((mark for mark in found if mark.id == self._chosen), found[0] if found else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._resizing is None:
            if event.key() == Qt.Key.Key_Escape:
                self.escaped.emit()
            super().keyPressEvent(event)
            return
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self._stop()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            self._resizing = stepped_by_key(self._resizing, event, self._reads_leftwards()) or self._resizing
            self.viewport().update()

    def _reads_leftwards(self) -> bool:
        return self.textCursor().block().textDirection() is Qt.LayoutDirection.RightToLeft

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._stop()
        super().focusOutEvent(event)

    def _keep(self) -> None:
        resizing = self._resizing
        self._stop()
        if resizing and (span := resizing.result()) != resizing.mark.span:
            self.resized.emit(resizing.mark.passage, span)

    def _stop(self) -> None:
        self._resizing, self._dragged = None, None
        self.viewport().update()

    # --- with the mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self._handle(event.position())
        if handle is None or event.button() != Qt.MouseButton.LeftButton:
            self._stop()
            super().mousePressEvent(event)
            return
        self._resizing, self._dragged = Resizing(self._text, handle.mark, handle.mark.span), handle.end

    def _handle(self, point: QPointF) -> Handle | None:
        return handle_at(self._handles(self._look()), point) if self._chosen else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._resizing and self._dragged:
            self._resizing = self._resizing.moved(self._dragged, self.nearest_offset(event.position()))
            self.viewport().update()
            return
        super().mouseMoveEvent(event)
        over = not event.buttons() and self._handle(event.position())
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._keep()
        else:
            super().mouseReleaseEvent(event)
