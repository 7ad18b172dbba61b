"""What came out when a report was compared with its project."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from factcheck.ui import icons, measures, theme
from factcheck.ui.dialogs.form import button_box, told_label
from factcheck.ui.dialogs.rows import wrapped_list
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
        self.answer = told_label(answer)
        measures.resize_letters(self.answer, measures.HEADING, bold=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_Sign(holds), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.answer, 1, Qt.AlignmentFlag.AlignVCenter)
        self.differences = wrapped_list(tr("Differences"))
        self.differences.addItems(list(differences))
        self.differences.setVisible(bool(differences))
        self.about = told_label("\n".join(about))
        self.about.setProperty("muted", True)
        layout = measures.dialog_column(self)
        layout.addLayout(head)
        layout.addWidget(self.differences, 1)
        layout.addWidget(self.about)
        layout.addWidget(button_box(self))
        self.setMinimumWidth(620)
