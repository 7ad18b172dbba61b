"""A text to be read and selected: the widget beneath `ArticleText`, which adds the marks.

Everything that comes in or goes out counts code points of the article's own text. What the widget shows is never read
back: it only tells positions.
"""

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from factcheck import han
from factcheck.text import Span, trimmed
from factcheck.ui.fonts import reading_font, reading_size
from factcheck.ui.text import has_right_to_left
from factcheck.ui.views.positions import Positions
from factcheck.ui.views.reading_layout import ReadingLayout
from factcheck.ui.views.text_geometry import Geometry

_ZOOM_STEP = 1.0


class ReadingView(QPlainTextEdit):
    """Read-only text in a column, selectable by mouse and keyboard."""

    selection_changed = Signal()
    #: The keys go here now.
    focused = Signal()
    #: Point size.
    zoomed = Signal(float)
    #: A person has scrolled, by wheel, bar or key, or is about to within this event.
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._forms = ""
        self._positions = Positions("")
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        self._layout = ReadingLayout(document)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self._prepare()
        self.set_text_size(reading_size())
        self.selectionChanged.connect(self.selection_changed)
        self.verticalScrollBar().actionTriggered.connect(lambda _action: self.scrolled.emit())

    def _prepare(self) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)  # what is dropped goes to the desk
        self.viewport().setAcceptDrops(False)

    def set_text(self, text: str, language: str = "") -> None:
        """Show another text from its beginning; its language as BCP 47, "" if it is not known."""
        self._text = text
        self._write_characters(han.forms(language, text))
        self._positions = Positions(text)
        self._layout.continues = self._positions.continues
        self._layout.blank_lines = "\n\n" in text
        self._layout.both_sides = has_right_to_left(text)
        self.setPlainText(self._positions.shown)
        self._layout.measure(self.viewport().width())

    def _write_characters(self, forms: str) -> None:
        self._forms = forms
        font = reading_font(self.text_size(), forms=forms)
        if font != self.font():
            self.setFont(font)

    def text(self) -> str:
        """The text that is shown."""
        return self._text

    # --- where one is ---

    def selected(self) -> Span | None:
        """The selected span without white space at its ends; None if nothing else is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        to_text = self._positions.to_text
        span = trimmed(self._text, to_text(cursor.selectionStart()), to_text(cursor.selectionEnd()))
        return span if span.start < span.end else None

    def select(self, span: Span) -> None:
        """Select a span."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_document(span.start))
        end = self._positions.to_document(span.end - 1) + self._positions.units(span.end - 1, span.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def cursor_offset(self) -> int:
        """Where the text cursor stands."""
        return self._positions.to_text(self.textCursor().position())

    def set_cursor_offset(self, offset: int) -> None:
        """Move the text cursor; nothing is selected then."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_document(offset))
        self.setTextCursor(cursor)

    def offset_at(self, point: QPointF) -> int | None:
        """The character at a point of the viewport; None beside the letters."""
        return self._look().offset_at(point)

    def nearest_offset(self, point: QPointF) -> int:
        """The place between two characters that is nearest to a point, also beside the letters or out of view."""
        inside = QPointF(point.x(), min(max(point.y(), 1.0), self.viewport().height() - 1.0))
        return self._look().nearest_offset(inside)

    def first_visible_offset(self) -> int:
        """Where the first line that can be seen begins."""
        blocks = self._look().blocks
        return blocks[0].span.start if blocks else 0

    def offset_at_height(self, part: float) -> int:
        """Where the line begins that stands in this part of the height, from the top."""
        seen = self._look()
        found = seen.line_at(self.viewport().height() * part)
        return self._positions.to_text(found[0].block.position() + found[1].start) if found else seen.span.start

    def span_rect(self, span: Span) -> QRectF:
        """Rectangle in the viewport of the first line of a span; empty if it cannot be seen."""
        places = self._look().places(span)
        return places[0].rect if places else QRectF()

    def _look(self) -> Geometry:
        seen = Geometry(self._text, self._positions, self._layout)
        seen.look(self.firstVisibleBlock(), self.contentOffset(), self.viewport().height())
        return seen

    def scroll_to(self, offset: int, part: float = 1 / 3) -> None:
        """Scroll so that the line of an offset stands in this part of the height, from the top; 1/3 is easy to find."""
        position = self._positions.to_document(offset)
        block = self.document().findBlock(position)
        self._layout.blockBoundingRect(block)  # lays it out
        line = block.layout().lineForTextPosition(position - block.position())
        number = max(0, line.lineNumber())
        above = self.viewport().height() * part - line.y()
        while above > 0 and block.previous().isValid():
            block, number = block.previous(), 0
            above -= self._layout.blockBoundingRect(block).height()
        if above < 0:
            lines = [block.layout().lineAt(i).y() for i in range(block.layout().lineCount())]
            number = next((i for i, y in enumerate(lines) if y >= -above - 1), len(lines) - 1)
        self._layout.tell()
        self.verticalScrollBar().setValue(block.firstLineNumber() + number)

    # --- events ---

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(self._on_line(event))
        if event.button() == Qt.MouseButton.LeftButton:
            self._aim(event, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._on_line(event) if event.buttons() else event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._aim(event, anchored=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._on_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._on_line(event))

    def _aim(self, event: QMouseEvent, anchored: bool) -> None:
        """The cursor where the pointer is: on lines that run both ways Qt puts it up to a letter beside it."""
        at = event.position()
        found = self._look().line_at(at.y()) if 0 <= at.y() < self.viewport().height() else None
        cursor = self.textCursor()
        if found is None or not found[1].mixed:
            return
        if cursor.position() != self.cursorForPosition(self._on_line(event).position().toPoint()).position():
            return  # it goes by words, or drags what is selected
        right = self._positions.to_document(self.nearest_offset(at))
        if right != cursor.position():
            mode = QTextCursor.MoveMode.KeepAnchor if anchored else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(right, mode)
            self.setTextCursor(cursor)

    def _on_line(self, event: QMouseEvent) -> QMouseEvent:
        """The event on the middle of its line: between open lines the widget would take it for the line's end."""
        at = event.position()
        found = self._look().line_at(at.y()) if 0 <= at.y() < self.viewport().height() else None
        if found is None:
            return event
        moved = QPointF(at.x(), found[1].letters.center().y())
        return QMouseEvent(
            event.type(), moved, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() == event.oldSize().width():
            super().resizeEvent(event)
            return
        top = self.first_visible_offset()
        self._layout.measure(event.size().width())
        super().resizeEvent(event)
        if top:
            self.scroll_to(top, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        top = self.verticalScrollBar().value()
        super().keyPressEvent(event)
        if self.verticalScrollBar().value() != top:
            self.scrolled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
            self.scrolled.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        span = self.selected()
        data = QMimeData()
        data.setText(span.of(self._text) if span else "")
        return data

    # --- size ---

    def text_size(self) -> float:
        """Point size of the text."""
        return self.font().pointSizeF()

    def set_text_size(self, size: float) -> None:
        """Show the text at a point size; what was at the top stays there."""
        top = self.first_visible_offset()
        self.setFont(reading_font(size, forms=self._forms))
        self._layout.measure(self.viewport().width())
        if top:
            self.scroll_to(top, 0)
        self.zoomed.emit(self.text_size())

    def zoom(self, steps: int) -> None:
        """Larger or smaller by steps; 0 is the usual size."""
        self.set_text_size(self.text_size() + steps * _ZOOM_STEP if steps else reading_size())
