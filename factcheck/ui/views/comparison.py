"""Two passages of a finding word by word, when asked for: any two, at first those of the first two positions."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from factcheck.matching import aligned
from factcheck.model import Finding, Passage
from factcheck.ui.models.findings_model import Lookup
from factcheck.ui.models.reshape import Ref
from factcheck.ui.text import tr
from factcheck.ui.views.aligned_text import AlignedText
from factcheck.ui.views.plain_text import PlainText


class Comparison(QWidget):
    """A button, and below it two sentences over each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._lookup: Lookup | None = None
        self._pair: tuple[Ref, Ref] | None = None
        self.button = QPushButton(tr("Compare word by word"))
        self.button.setCheckable(True)
        self.button.setToolTip(tr("Two sentences over each other, with the words that differ marked (W)"))
        self.button.toggled.connect(self._show)
        self.who = PlainText(role="muted")
        self.who.set_size(0.9)
        self.text = AlignedText()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.who)
        layout.addWidget(self.text)
        self._show()

    def show_finding(self, finding: Finding, lookup: Lookup) -> None:
        """Its first two positions, or two passages of its only one; whether they are seen stays as it was."""
        refs = list(_refs(finding))
        self._finding, self._lookup = finding, lookup
        self._pair = (refs[0], next((ref for ref in refs if ref[0] == 1), refs[1])) if len(refs) > 1 else None
        self.setVisible(self._pair is not None)
        self._show()

    def compare(self, one: Ref, other: Ref) -> None:
        """These two passages of the finding, at once."""
        self._pair = (one, other)
        self.button.setChecked(True)
        self._show()

    def toggle(self) -> None:
        """Show the sentences, or hide them."""
        if self._pair:
            self.button.toggle()

    def _show(self) -> None:
        seen = self.button.isChecked() and self._pair is not None
        for widget in (self.who, self.text):
            widget.setVisible(seen)
        if seen and self._pair and self._finding:
            one, other = (passage_at(self._finding, ref) for ref in self._pair)
            self.who.set_text(tr("Above: {one}\nBelow: {other}", one=self._name(one), other=self._name(other)))
            self.text.show_pairs(aligned(one.text, other.text))

    def _name(self, passage: Passage) -> str:
        info = self._lookup(passage.article_id) if self._lookup else None
        return " · ".join(filter(None, (info.name, info.published))) if info else ""


def passage_at(finding: Finding, ref: Ref) -> Passage:
    """A passage by the index of its position and its own."""
    return finding.positions[ref[0]].passages[ref[1]]


def _refs(finding: Finding) -> Iterator[Ref]:
    for place, position in enumerate(finding.positions):
        for index in range(len(position.passages)):
            yield place, index
