"""One message that stays out of the way, gone by itself unless it is an error."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from factcheck.ui import accessible, measures, theme
from factcheck.ui.text import tr
from factcheck.ui.views.card import small_button
from factcheck.ui.views.plain_text import PlainText

#: Milliseconds that a message stays: to notice it, to read each letter, and to reach for what it offers.
_STAYS, _PER_LETTER, _TO_ACT = 4000, 50, 4000


class Toast(QFrame):
    """What is told, with at most one thing to do about it."""

    #: It was closed, acted upon, or has been there long enough.
    left = Signal()

    def __init__(
        self, text: str, action: str = "", act: Callable[[], object] | None = None, urgent: bool = False
    ) -> None:
        """`act` is done when the button `action` is pressed; one that is `urgent` stays until it is closed."""
        super().__init__()
        self.urgent, self._act = urgent, act
        self._text = PlainText(text)
        self.setAccessibleName(text)
        self.button = QPushButton(action, self)
        self.button.setProperty("link", True)
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.do)
        self.close_button = small_button("close", tr("Close the message"))
        self.close_button.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.APART, 0, measures.CLOSE, 0)
        row.setSpacing(measures.NEAR)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=self.stays())
        self._timer.timeout.connect(self._leave)

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def on_one_line(self) -> int:
        """How wide it is when its words stand on one line."""
        around = self.sizeHint().width() - self._text.sizeHint().width()
        return around + self._text.fontMetrics().horizontalAdvance(self.text()) + 2

    def offers(self) -> bool:
        """Whether there is something to do about it."""
        return self._act is not None

    def stays(self) -> int:
        """Milliseconds after which it leaves, 0 if it does not."""
        acting = _TO_ACT if self._act else 0
        return 0 if self.urgent else _STAYS + _PER_LETTER * len(self.text()) + acting

    def is_leaving(self) -> bool:
        """Whether it will be gone by itself."""
        return self._timer.isActive()

    def begin(self) -> None:
        """It is seen from now on."""
        self.show()
        if not self.urgent and not self._timer.isActive():
            self._timer.start()

    def announce(self) -> None:
        """Has a screen reader say it; an error at once."""
        accessible.announce(self, self.text(), self.urgent)

    def do(self) -> None:
        """What it offers."""
        self.left.emit()
        if self._act:
            self._act()

    def _leave(self) -> None:
        """Not while it is being read or about to be pressed."""
        if self.underMouse() or self.button.hasFocus() or self.close_button.hasFocus():
            self._timer.start(_STAYS)
        else:
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._timer.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.colour("danger" if self.urgent else "muted"), 1.5))
        painter.setBrush(shown.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


def height_of(toast: QWidget, width: int) -> int:
    """What a message needs at this width."""
    layout = toast.layout()
    return max(layout.heightForWidth(width), layout.minimumSize().height()) if layout else toast.sizeHint().height()
