"""What program this is."""

from PySide6.QtWidgets import QDialog, QWidget

from factcheck.ui import measures
from factcheck.ui.dialogs.form import button_box, told_label
from factcheck.ui.text import tr


class AboutDialog(QDialog):
    """Name, purpose, versions."""

    def __init__(self, versions: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About factcheck"))
        layout = measures.dialog_column(self)
        title = told_label(tr("factcheck"))
        measures.resize_letters(title, measures.TITLE, bold=True)
        told = told_label(versions)
        told.setProperty("muted", True)
        layout.addWidget(title)
        layout.addWidget(
            told_label(
                tr("Reads articles side by side, finds where they contradict each other, and writes the report.")
            )
        )
        layout.addWidget(
            told_label(tr("Everything stays on this computer, unless you ask for something from elsewhere."))
        )
        layout.addWidget(told)
        layout.addWidget(button_box(self))
        self.setFixedWidth(440)
