"""What a view shows while it has nothing to show: one sentence, and a button that leads on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from factcheck.ui import icons, measures, theme
from factcheck.ui.views.wrapping import WrappingButton

_PICTURE = 48
#: Pixels of height from which the picture is seen.
_ROOM = 230


class _Picture(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(QSize(_PICTURE, _PICTURE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, QRectF(self.rect()), self._name, theme.current().colour("muted"))


class EmptyState(QWidget):
    """A picture, what there is to say, what to do, and the button that does it."""

    def __init__(self, picture: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _label()
        measures.resize_letters(self.title, measures.TITLE, bold=True)
        self.hint = _label()
        self.hint.setProperty("muted", True)
        self.button = WrappingButton(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.APART, measures.FAR, measures.APART, measures.FAR)
        column.setSpacing(8)
        column.addStretch(2)
        self._picture = _Picture(picture)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room it goes to the words."""
        self._picture.setVisible(self.height() >= _ROOM)
        super().resizeEvent(event)

    def say(self, title: str, hint: str = "") -> None:
        """The words."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
