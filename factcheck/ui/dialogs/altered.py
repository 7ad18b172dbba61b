"""A project file that was altered outside factcheck: it is not opened, but its rows can be taken over."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from factcheck.ui.dialogs.form import FormDialog
from factcheck.ui.text import tr


class AlteredDialog(FormDialog):
    """Asks for the file of the new project."""

    def __init__(self, name: str, target: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("This file is not opened"), tr("Import its rows only"), parent)
        told = QLabel(
            tr(
                "“{name}” has tables, triggers or views that factcheck did not make, and they would run if it were "
                "opened. Its rows alone can be taken over into a new project, if they pass the check.",
                name=name,
            )
        )
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.form.addRow(told)
        self.path = QLineEdit(str(target))
        self.add(tr("New project"), self.path)
        self.look()

    def problem(self) -> str:
        path = self.value()
        if not path.is_absolute() or not path.name or not path.parent.is_dir():
            return tr("Choose a file in a folder that exists.")
        return tr("There is a file of this name already.") if path.exists() else ""

    def value(self) -> Path:
        """Where the new project shall lie."""
        return Path(self.path.text().strip()).expanduser()
