"""An image, a video or a recording in which a claim is made."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Link, Medium
from factcheck.ui.dialogs.evidence import is_web
from factcheck.ui.dialogs.form import FormDialog, choice, text_box, typed
from factcheck.ui.text import tr


class MediaDialog(FormDialog):
    """Where it is, when in it, and what is said or shown."""

    def __init__(
        self, catalogue: Catalogue, parent: QWidget | None = None, source: str = "", medium: Medium = Medium.video
    ) -> None:
        """`source` and `medium` as far as they are known."""
        super().__init__(tr("Claim from a recording or image"), tr("Make a claim"), parent)
        self.source, self.time = QLineEdit(source), QLineEdit()
        self.source.setPlaceholderText(tr("https:// or the path of a file"))
        self.time.setPlaceholderText("00:12:05")
        self.medium = choice({str(m): catalogue(f"medium.{m}") for m in Medium}, medium)
        self.transcript = text_box(lines=5)
        self.add(tr("Address or file"), self.source)
        self.add(tr("Kind"), self.medium)
        self.add(tr("Time code"), self.time)
        self.add(tr("What is said or shown"), self.transcript)
        self.look()

    def problem(self) -> str:
        source = typed(self.source)
        if not source or not (is_web(source) or Path(source).is_file()):
            return tr("Give the address of a page, or the path of a file that is there.")
        return "" if typed(self.transcript) else tr("Write down what is said or shown.")

    def value(self) -> tuple[Link | Path, Medium, str, str]:
        """Source, kind, time code, transcript."""
        source = typed(self.source)
        target = Link(source) if is_web(source) else Path(source)
        return target, Medium(self.medium.currentData()), typed(self.time), typed(self.transcript)
