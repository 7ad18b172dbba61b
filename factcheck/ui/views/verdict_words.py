"""Summary and rationale: typed as Markdown, or shown as they read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.model import Verdict
from factcheck.ui.text import tr
from factcheck.ui.views.card import small_button
from factcheck.ui.views.claim_parts import FieldForm, label_for
from factcheck.ui.views.field import TextField
from factcheck.ui.views.preview import Preview


class VerdictWords(QWidget):
    """What a reader says of a claim in words."""

    #: Claim id, "summary" or "rationale", text.
    edited = Signal(str, str, str)
    #: Address of a web page; number of a piece of evidence.
    link_wished = Signal(str)
    evidence_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {"summary": tr("Summary"), "rationale": tr("Rationale")}
        sizes = {"summary": (2, 10), "rationale": (4, 24)}
        self.form = FieldForm({key: (name, TextField(*sizes[key])) for key, name in names.items()})
        self.fields = self.form.fields
        self.fields["summary"].setPlaceholderText(tr("What a reader learns who reads nothing else"))
        self.fields["rationale"].setPlaceholderText(
            tr("How the evidence leads to the verdict; [1] cites the first piece")
        )
        self.form.edited.connect(self.edited)
        self._evidence = 0
        self.previews = {key: Preview(name) for key, name in names.items()}
        self._read = QWidget()
        column = QVBoxLayout(self._read)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for key, view in self.previews.items():
            column.addWidget(label_for(names[key], view))
            column.addWidget(view)
            view.link_wished.connect(self.link_wished)
            view.evidence_wished.connect(self.evidence_wished)
        self._read.hide()
        self.toggle = small_button("article", tr("Show summary and rationale as they read"))
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show_as_read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addWidget(self._read)

    def show_words(self, claim_id: str, verdict: Verdict | None, evidence: int) -> None:
        """The words of a verdict on a claim with so many pieces of evidence."""
        self._evidence = evidence
        self.form.show_texts(claim_id, {key: getattr(verdict, key) if verdict else "" for key in self.fields})
        self._render()

    def _show_as_read(self, read: bool) -> None:
        self.form.setVisible(not read)
        self._read.setVisible(read)
        self._render()

    def _render(self) -> None:
        if self.toggle.isChecked():
            for key, view in self.previews.items():
                view.show_text(self.fields[key].read(), self._evidence)

    def edit(self) -> None:
        """The fields are in view."""
        self.toggle.setChecked(False)
