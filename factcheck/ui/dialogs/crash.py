"""Something of ours broke: what happened, that the work is safe, and a report to hand on."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QWidget

from factcheck.ui.dialogs.form import button_box
from factcheck.ui.measures import dialog_column
from factcheck.ui.text import tr


class CrashDialog(QDialog):
    """Shows a report that can be copied."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong in Factcheck"))
        told = QLabel(
            tr(
                "This is a fault of the program, not of your work. All that was kept so far is in the project file. "
                "You can go on; if it happens again, pass on the report below."
            )
        )
        told.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("Report"))
        self.report.setTabChangesFocus(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = button_box(self)
        self.copy = buttons.addButton(tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        layout = dialog_column(self)
        for widget in (told, self.report, buttons):
            layout.addWidget(widget)
        self.resize(640, 420)
