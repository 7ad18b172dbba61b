"""What the report is called, what goes into it and where it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from factcheck.i18n import Catalogue
from factcheck.ui.dialogs.form import FormDialog, typed
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import label_for

if TYPE_CHECKING:
    from factcheck.reporting import Gap

#: The forms of a report by the ending of the file's name, the most usual first.
_KINDS = {".pdf": "PDF", ".html": "HTML"}


def _kinds() -> str:
    """What a file dialog offers."""
    return ";;".join(f"{name} (*{ending})" for ending, name in _KINDS.items())


@dataclass(frozen=True, slots=True)
class ExportTyped:
    """What was chosen."""

    title: str
    #: Findings that nobody has ruled on go in too.
    open_findings: bool
    path: Path


class ExportDialog(FormDialog):
    """Chooses what is exported."""

    def __init__(self, title: str, path: Path, parent: QWidget | None = None) -> None:
        """Title and target that are offered."""
        super().__init__(tr("Export the report"), tr("Export"), parent)
        self.title = QLineEdit(title)
        self.path = QLineEdit(str(path))
        self.open_findings = QCheckBox(tr("Include contradictions that nobody has ruled on"))
        self.add(tr("Title"), self.title)
        browse = QPushButton(tr("Choose…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        self.path.setAccessibleName(tr("File"))
        self.path.textChanged.connect(self.look)
        self.form.addRow(label_for(tr("File"), self.path), row)
        self.form.addRow(self.open_findings)
        self.look()

    def _browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Export the report"), self.path.text(), _kinds())
        if path:
            self.path.setText(path)

    def problem(self) -> str:
        if not typed(self.title):
            return tr("Give the report a title.")
        path = self._path()
        if not path.is_absolute() or path.is_dir() or not path.parent.is_dir():
            return tr("Choose a file in a folder that exists.")
        if path.suffix.lower() not in _KINDS:
            return tr("End the file’s name in {endings}.", endings=", ".join(_KINDS))
        return ""

    def _path(self) -> Path:
        path = Path(self.path.text().strip()).expanduser()
        return path if path.suffix or not path.name else path.with_suffix(".pdf")

    def value(self) -> ExportTyped:
        """What was chosen."""
        return ExportTyped(typed(self.title), self.open_findings.isChecked(), self._path())


class GapsDialog(FormDialog):
    """Names the characters that no font here has, before a report is written with their code points."""

    def __init__(self, gaps: Sequence["Gap"], parent: QWidget | None = None) -> None:
        super().__init__(tr("Characters without a font"), tr("Export all the same"), parent)
        for gap in gaps:
            sentence = QLabel(gap.told(Catalogue()))
            sentence.setTextFormat(Qt.TextFormat.PlainText)
            sentence.setWordWrap(True)
            sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.form.addRow(sentence)
        self.look()
