"""What came out when a report was compared with its project."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from factcheck.ui import icons, theme
from factcheck.ui.text import tr

_SIGN = 28


class _Sign(QWidget):
    def __init__(self, holds: bool) -> None:
        super().__init__()
        self._holds = holds
        self.setFixedSize(QSize(_SIGN, _SIGN))

    def paintEvent(self, event: QPaintEvent) -> None:
        name, colour = ("confirm", "accent") if self._holds else ("dismiss", "danger")
        icons.paint(QPainter(self), QRectF(self.rect()), name, theme.current().colour(colour))


class VerifyDialog(QDialog):
    """Shows the answer, each difference, and what the answer depends on."""

    def __init__(
        self, answer: str, holds: bool, differences: Sequence[str], about: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Verify a report"))
        self.answer = _label(answer)
        font = self.answer.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self.answer.setFont(font)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_Sign(holds), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.answer, 1, Qt.AlignmentFlag.AlignVCenter)
        self.differences = QListWidget()
        self.differences.setAccessibleName(tr("Differences"))
        self.differences.setWordWrap(True)
        self.differences.setSpacing(2)
        self.differences.addItems(list(differences))
        self.differences.setVisible(bool(differences))
        self.about = _label("\n".join(about))
        self.about.setProperty("muted", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(head)
        layout.addWidget(self.differences, 1)
        layout.addWidget(self.about)
        layout.addWidget(buttons)
        self.setMinimumWidth(620)


def _label(text: str) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
