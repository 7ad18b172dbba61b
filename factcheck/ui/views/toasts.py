"""The messages at the foot of a window, the newest outermost; what has no place yet is told after the others.

They stand in the status bar where that says nothing, so that messages of one line hide nothing at all.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QWidget

from factcheck.ui.models.rows import tooltip
from factcheck.ui.views.toast import Toast, height_of

_WIDEST, _MARGIN, _GAP = 800, 16, 4
#: In less they stand above it.
_LEAST = 320
#: So many are seen at once; earlier ones come back when these are gone.
_SEEN = 3


class Toasts(QObject):
    """Tells things over a window, in the order in which they happened."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._told: list[Toast] = []
        #: Says by which key the newest message is acted on, "" if by none.
        self.key: Callable[[], str] = str
        self._room: Callable[[], QRect] = QRect
        over.installEventFilter(self)

    def stand_in(self, line: QWidget, room: Callable[[], QRect]) -> None:
        """They have the free part of a line of the window; when `line` changes its size, that part does."""
        self._room = room
        line.installEventFilter(self)

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Tell something; `act` is done when the button `action` is pressed."""
        self._add(Toast(text, action, act))

    def complain(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Tell of a failure; it stays until it is closed."""
        self._add(Toast(text, action, act, urgent=True))

    def latest(self) -> Toast | None:
        """The newest message that is there."""
        return self._told[-1] if self._told else None

    def all(self) -> list[Toast]:
        """Those that are there, the oldest first."""
        return list(self._told)

    def text(self) -> str:
        """What was said last and is still there, "" if nothing is."""
        return self._told[-1].text() if self._told else ""

    def act(self) -> None:
        """Does what the newest message offers; if it offers nothing, the keys go to it, and it can be closed."""
        if (toast := self.latest()) is None:
            return
        if toast.offers():
            toast.do()
        else:
            toast.close_button.setFocus()

    def close_latest(self) -> None:
        """Closes the newest message."""
        if toast := self.latest():
            toast.left.emit()

    def clear(self) -> None:
        """Closes all of them."""
        for toast in self.all():
            self._drop(toast)

    def _add(self, toast: Toast) -> None:
        same = next((told for told in self._told if told.text() == toast.text()), None)
        if same:  # said once more it is not twice as true
            self._drop(same)
        toast.setParent(self._over)
        toast.left.connect(lambda: self._drop(toast))
        toast.button.setToolTip(tooltip(self.key()))
        self._told.append(toast)
        self._place()
        toast.announce()

    def _drop(self, toast: Toast) -> None:
        if toast in self._told:
            self._told.remove(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        line, latest = self._room(), self._told[: -_SEEN - 1 : -1]
        seen = _beside(latest, line) if line.width() >= _LEAST else _stacked(latest, self._above(line))
        for toast in self._told:
            if toast in seen:
                toast.begin()
                toast.raise_()
            else:
                toast.hide()

    def _above(self, line: QRect) -> QRect:
        """The foot of what is above the line, as high as nothing."""
        foot = (line.top() if line.isValid() else self._over.height()) - _GAP
        return QRect(_MARGIN, foot, self._over.width() - 2 * _MARGIN, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._told:
            self._place()
        return super().eventFilter(watched, event)


def _beside(toasts: Sequence[Toast], line: QRect) -> list[Toast]:
    """Places them in a line from its end, as many as have room there."""
    left, right = line.left(), line.left() + line.width()
    seen: list[Toast] = []
    for toast in toasts:
        width = min(_WIDEST, line.width(), toast.on_one_line())
        if width > right - left:
            break
        height = max(line.height(), height_of(toast, width))
        side = left if toast.isRightToLeft() else right - width
        toast.setGeometry(side, line.top() + line.height() - height, width, height)
        left, right = (left + width + _GAP, right) if toast.isRightToLeft() else (left, side - _GAP)
        seen.append(toast)
    return seen


def _stacked(toasts: Sequence[Toast], room: QRect) -> Sequence[Toast]:
    """Places them over each other, the first lowest."""
    foot = room.top()
    for toast in toasts:
        width = min(_WIDEST, room.width(), toast.on_one_line())
        height = height_of(toast, width)
        foot -= height
        toast.setGeometry(room.left() if toast.isRightToLeft() else room.right() + 1 - width, foot, width, height)
        foot -= _GAP
    return toasts
