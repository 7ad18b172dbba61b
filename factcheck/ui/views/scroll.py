"""A panel's body: one column that scrolls downwards only, and the small things it is divided by."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from factcheck.ui import measures
from factcheck.ui.text import ending_together


class Scroll(QScrollArea):
    """Scrolls a column of widgets, which are always as wide as the panel."""

    def __init__(self, parent: QWidget | None = None, hanging: bool = False) -> None:
        """`hanging`: what is no heading keeps `measures.HANG` at its sides."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        side = measures.EDGE - (measures.HANG if hanging else 0)
        self.body.setContentsMargins(side, measures.APART, side, measures.EDGE)
        self.body.setSpacing(measures.NEAR)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(264, 120)


def line() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setFrameShape(QFrame.Shape.HLine)
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def quiet_label(text: str) -> QLabel:
    """What an empty panel says, in its middle."""
    label = QLabel(ending_together(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setProperty("muted", True)
    label.setMargin(24)
    return label
