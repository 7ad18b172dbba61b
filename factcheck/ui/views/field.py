"""Fields in which nothing typed is lost: one line, or as many as it takes.

What is typed is told by `edited` a second after the last key, or a little later after the first one while typing goes
on, and at once when the field is left, hidden, flushed or given to another owner. Text from outside replaces the
field's only while nothing is waiting to be told, so that an echo of what was sent a moment ago never eats the letters
typed since.
"""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from factcheck.text import canonical
from factcheck.ui.views.plain_text import keep_at_its_side

#: Milliseconds without a key after which typing is told.
PAUSE = 1000
#: Milliseconds after which it is told although keys still come: a crash must not cost more than two seconds of typing.
LONGEST = 1500


class _Text(Protocol):
    """What typing asks of the widget it happens in."""

    def read(self) -> str: ...
    def replace(self, text: str) -> None: ...
    def undoable(self) -> tuple[bool, bool]: ...
    def forget_undo(self) -> None: ...


class _Typing(QObject):
    """What a field holds against what was last told or shown; the difference is waiting to be told."""

    tell = Signal(str)

    def __init__(self, widget: QWidget, text: _Text) -> None:
        super().__init__(widget)
        self._widget, self._text = widget, text
        self.owner = ""
        #: What was told or shown last, and what before that.
        self._told = self._before = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._tell_now)
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST)
        self._longest.timeout.connect(self._tell_now)
        widget.installEventFilter(self)

    @property
    def waiting(self) -> bool:
        return self._text.read() != self._told

    def typed(self) -> None:
        if not self.waiting:
            self._rest()
            return
        self._timer.start()
        if not self._longest.isActive():
            self._longest.start()

    def _rest(self) -> None:
        self._timer.stop()
        self._longest.stop()

    def flush(self) -> None:
        if self._widget.hasFocus():
            QGuiApplication.inputMethod().commit()  # letters that an input method still holds
        self._tell_now()

    def _tell_now(self) -> None:
        self._rest()
        text = self._text.read()
        self._text.forget_undo()
        if text != self._told:
            self._before, self._told = self._told, text
            self.tell.emit(text)

    def refused(self) -> None:
        """What was told last could not be kept: it waits, and is told when typing goes on or the field is left."""
        self._told = self._before

    def show(self, text: str, owner: str | None) -> None:
        text = canonical(text)
        if owner is not None and owner != self.owner:
            self.flush()
            self.owner = owner
            self._replace(text)
        elif not self.waiting:
            if text != self._told:
                self._replace(text)
        else:  # what is being typed is newer; it will be told over what came from outside
            self._told = text
            self.typed()

    def _replace(self, text: str) -> None:
        self._text.replace(text)
        self._told = self._text.read()
        self._rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.ShortcutOverride | QEvent.Type.KeyPress:
                return isinstance(event, QKeyEvent) and self._left_to_window(event)
            case QEvent.Type.FocusOut:
                if isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason:
                    self.flush()
            case QEvent.Type.Hide | QEvent.Type.Close:
                self.flush()
        return super().eventFilter(watched, event)

    def _left_to_window(self, event: QKeyEvent) -> bool:
        """An undo or redo key for which the field has no typing of its own is the window's."""
        can_undo, can_redo = self._text.undoable()
        undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo
        redo = event.matches(QKeySequence.StandardKey.Redo) and not can_redo
        if undo or redo:
            event.ignore()
        return undo or redo


class _Kept:
    """What both sorts of field promise, carried out by their `_typing`."""

    _typing: _Typing

    @property
    def owner(self) -> str:
        """Id of the record whose text this is."""
        return self._typing.owner

    @property
    def waiting(self) -> bool:
        """Whether something typed has not been told yet."""
        return self._typing.waiting

    def flush(self) -> None:
        """Tell at once what is waiting to be told."""
        self._typing.flush()

    def refused(self) -> None:
        """What was told last could not be kept, and waits again."""
        self._typing.refused()

    def set_text(self, text: str, owner: str | None = None) -> None:
        """Show this text. A new owner gets it whatever was typed, which is told for the old owner first."""
        self._typing.show(text, owner)


class LineField(_Kept, QLineEdit):
    """One line whose typing is kept."""

    #: The whole text, when it is to be kept.
    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typing = _Typing(self, self)
        self._typing.tell.connect(self.edited)
        self.textChanged.connect(self._typing.typed)

    def read(self) -> str:
        """What the field holds, as it would be stored."""
        return canonical(self.text())

    def replace(self, text: str) -> None:
        """Hold this text now; nothing is told."""
        place = self.cursorPosition() if self.hasFocus() else 0
        self.setText(text)
        self.setCursorPosition(min(place, len(self.text())))

    def undoable(self) -> tuple[bool, bool]:
        """Whether the field itself has typing to undo, and to redo."""
        return self.isUndoAvailable(), self.isRedoAvailable()

    def forget_undo(self) -> None:
        """From here on undoing is the window's."""
        if not any(self.undoable()):
            return
        place, start, length = self.cursorPosition(), self.selectionStart(), self.selectionLength()
        blocked = self.blockSignals(True)
        self.setText(self.text())
        self.setCursorPosition(place)
        if start >= 0 and place == start:
            self.setSelection(start + length, -length)
        elif start >= 0:
            self.setSelection(start, length)
        self.blockSignals(blocked)


class TextField(_Kept, QPlainTextEdit):
    """Several lines whose typing is kept. Grows with its text, from `lines` to `most` lines."""

    #: The whole text, when it is to be kept.
    edited = Signal(str)

    def __init__(self, lines: int = 2, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, most
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._typing = _Typing(self, self)
        self._typing.tell.connect(self.edited)
        self.textChanged.connect(self._typing.typed)
        keep_at_its_side(self)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def read(self) -> str:
        """What the field holds, as it would be stored; unlike `toPlainText` it keeps no-break spaces."""
        return canonical(self.document().toRawText())

    def replace(self, text: str) -> None:
        """Hold this text now; nothing is told."""
        place, scroll = self.textCursor().position(), self.verticalScrollBar().value()
        self.setPlainText(text)
        if not self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.Start)
            return
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def undoable(self) -> tuple[bool, bool]:
        """Whether the field itself has typing to undo, and to redo."""
        return self.document().isUndoAvailable(), self.document().isRedoAvailable()

    def forget_undo(self) -> None:
        """From here on undoing is the window's."""
        self.document().clearUndoRedoStacks()

    def setPlaceholderText(self, text: str) -> None:
        super().setPlaceholderText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.updateGeometry)  # the lines are broken anew only after this

    def _height(self) -> int:
        # A plain text document's layout measures its height in lines.
        lines = max(self._lines, min(self._most, max(int(self.document().size().height()), self._asked_lines())))
        margins = self.contentsMargins()
        inner = lines * self._line_height() + 2 * self.document().documentMargin()
        return int(inner) + margins.top() + margins.bottom() + 2

    def _asked_lines(self) -> int:
        """Lines of what it asks for while it is empty."""
        if not self.document().isEmpty():
            return 1
        room = QRect(0, 0, max(1, self.viewport().width() - 2 * int(self.document().documentMargin())), 0)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        asked = self.fontMetrics().boundingRect(room, wrapped, self.placeholderText())
        return -(-asked.height() // self.fontMetrics().lineSpacing())

    def _line_height(self) -> float:
        """As the text has it: lines of Chinese or Arabic are higher than those of the field's font."""
        first = self.document().begin()
        self.document().documentLayout().blockBoundingRect(first)  # lays it out; else that waits until it is painted
        laid_out = first.layout().lineAt(0).height() if first.layout().lineCount() else 0
        return max(self.fontMetrics().lineSpacing(), laid_out)


def fields(widget: QWidget) -> list[LineField | TextField]:
    """All fields in and below a widget."""
    here = [widget] if isinstance(widget, LineField | TextField) else []
    return [*here, *widget.findChildren(LineField), *widget.findChildren(TextField)]


def flush_all(widget: QWidget) -> None:
    """Tell at once all that was typed in and below a widget: before closing, exporting, opening something else."""
    for field in fields(widget):
        field.flush()
