"""A message that stays out of the way: on the status bar, gone by itself unless it is an error."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from factcheck.ui import theme
from factcheck.ui.text import tr
from factcheck.ui.views.card import small_button
from factcheck.ui.views.plain_text import PlainText

#: Milliseconds that a message stays, beside the time that it takes to read it.
_STAYS, _PER_LETTER = 4000, 50
_WIDEST, _MARGIN = 560, 16
#: Between it and the foot of the window: one line hides nothing but the middle of the status bar, which is empty.
_FOOT = 2


class Toast(QFrame):
    """One message over a window, with at most one thing to do about it. A new one takes the place of the last."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._urgent = False
        self._act: Callable[[], object] | None = None
        self._text = PlainText()
        self.button = QPushButton()
        self.button.clicked.connect(self._do)
        self.close_button = small_button("close", tr("Close the message"))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 4, 3)
        row.setSpacing(12)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Tell something; `act` is done when the button `action` is pressed."""
        self._show(text, action, act, urgent=False)
        self._timer.start(_STAYS + _PER_LETTER * len(text))

    def complain(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Tell of a failure; it stays until it is closed."""
        self._timer.stop()
        self._show(text, action, act, urgent=True)

    def text(self) -> str:
        """What is said now, "" if nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def _show(self, text: str, action: str, act: Callable[[], object] | None, urgent: bool) -> None:
        self._urgent, self._act = urgent, act
        self._text.set_text(text)
        self.setAccessibleName(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        said = QAccessibleAnnouncementEvent(self, text)
        strong, quiet = QAccessible.AnnouncementPoliteness.Assertive, QAccessible.AnnouncementPoliteness.Polite
        said.setPoliteness(strong if urgent else quiet)
        QAccessible.updateAccessibility(said)

    def _do(self) -> None:
        self.hide()
        if self._act:
            self._act()

    def _leave(self) -> None:
        """Not while it is being read or about to be pressed."""
        if self.underMouse() or self.button.hasFocus() or self.close_button.hasFocus():
            self._timer.start(_STAYS)
        else:
            self.hide()

    def _place(self) -> None:
        over = self._over
        width = min(_WIDEST, max(200, over.width() - 2 * _MARGIN))
        layout = self.layout()
        height = max(layout.heightForWidth(width), layout.minimumSize().height()) if layout else 40
        self.setGeometry((over.width() - width) // 2, over.height() - height - _FOOT, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.colour("danger" if self._urgent else "muted"), 1.5))
        painter.setBrush(shown.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
