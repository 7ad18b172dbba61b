"""Where something can be dropped: says before it is let go what would become of it, or why nothing would."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from factcheck.ui import theme
from factcheck.ui.offered import Offered, offered

_DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


@dataclass(frozen=True, slots=True)
class Aim:
    """What would become of what is dropped here."""

    said: str
    #: The part of the zone that it would go to.
    place: QRect
    allowed: bool = True


class DropZone(QObject):
    """A widget on which things can be dropped."""

    #: What was dropped, and where in the widget.
    dropped = Signal(object, QPoint)

    def __init__(self, widget: QWidget, aim: Callable[[Offered, QPoint], Aim | None], ours: bool = False) -> None:
        """`aim` answers for a place; None leaves it to others. `ours`: whether words dragged from articles count."""
        super().__init__(widget)
        self._widget, self._aim, self._ours = widget, aim, ours
        self.veil = _Veil(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self.veil.hide()
        elif event.type() in _DRAGS and isinstance(event, QDropEvent):
            return self._dragged(event)
        return False

    def _dragged(self, event: QDropEvent) -> bool:
        """What enters is taken in, so that its leaving is told; what cannot be used is refused while it moves."""
        given, at = offered(event.mimeData()), event.position().toPoint()
        aim = self._aim(given, at) if self._ours or event.source() is None else None
        self.veil.hide()
        if aim is None:
            event.ignore()
            return True
        if given.refusal:
            aim = Aim(given.refusal, aim.place, allowed=False)
        dropping = event.type() == QEvent.Type.Drop
        if not dropping:
            self.veil.show_aim(aim)
        if aim.allowed or event.type() == QEvent.Type.DragEnter:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()
        if dropping and aim.allowed:
            self.dropped.emit(given, at)
        return True


class _Veil(QWidget):
    """A frame over the place, with words in its middle."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.aim: Aim | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_aim(self, aim: Aim) -> None:
        """Says what would become of it."""
        self.aim = aim
        self.setGeometry(aim.place)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.aim is None:
            return
        shown = theme.current()
        colour = shown.colour("accent" if self.aim.allowed else "danger")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine if self.aim.allowed else Qt.PenStyle.DashLine))
        painter.setBrush(shown.colour("accent" if self.aim.allowed else "danger", 0.08))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        assert self.aim is not None
        shown, room = theme.current(), self.rect().adjusted(8, 4, -8, -4)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        needed = painter.fontMetrics().boundingRect(room, flags, self.aim.said)
        label = needed.adjusted(-14, -6, 14, 6).intersected(self.rect().adjusted(3, 3, -3, -3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.colour("accent" if self.aim.allowed else "danger"))
        painter.drawRoundedRect(QRectF(label), 6, 6)
        painter.setPen(shown.colour("accent-text" if self.aim.allowed else "base"))
        painter.drawText(label, flags, self.aim.said)
