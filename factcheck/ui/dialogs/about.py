"""What program this is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from factcheck.ui import measures
from factcheck.ui.dialogs.form import button_box
from factcheck.ui.text import tr


class AboutDialog(QDialog):
    """Name, purpose, versions."""

    def __init__(self, versions: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About factcheck"))
        layout = measures.dialog_column(self)
        title = _label(tr("factcheck"))
        measures.resize_letters(title, measures.TITLE, bold=True)
        told = _label(versions)
        told.setProperty("muted", True)
        layout.addWidget(title)
        layout.addWidget(
            _label(tr("Reads articles side by side, finds where they contradict each other, and writes the report."))
        )
        layout.addWidget(_label(tr("Everything stays on this computer, unless you ask for something from elsewhere.")))
        layout.addWidget(told)
        layout.addWidget(button_box(self))
        self.setFixedWidth(440)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
