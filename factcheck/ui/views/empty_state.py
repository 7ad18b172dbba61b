"""What a view shows while it has nothing to show: one sentence, and a button that leads on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSpacerItem, QVBoxLayout, QWidget

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
        column = self._column = QVBoxLayout(self)
        self._above, self._below = QSpacerItem(0, 0), QSpacerItem(0, 0)
        column.addStretch(2)
        self._picture = _Picture(picture)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacerItem(self._above)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addSpacerItem(self._below)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._give_room(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room it goes to the words."""
        self._give_room(self.height() >= _ROOM)
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Where there is still less, the title and the button have it."""
        self.hint.setVisible(bool(self.hint.text()))
        self.hint.setVisible(bool(self.hint.text()) and self._column.heightForWidth(self.width()) <= self.height())

    def _give_room(self, roomy: bool) -> None:
        edge, gap = (measures.FAR, measures.NEAR) if roomy else (measures.CLOSE, 0)
        self._picture.setVisible(roomy)
        self._column.setContentsMargins(measures.APART, edge, measures.APART, edge)
        self._column.setSpacing(gap or measures.CLOSE)
        for spacer in (self._above, self._below):
            spacer.changeSize(0, gap)

    def say(self, title: str, hint: str = "") -> None:
        """The words."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.hint.setText(hint)
        self._fit()


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
