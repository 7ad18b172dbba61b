"""Two passages of a finding word by word, when asked for: any two, at first the two that are most alike."""

from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.matching import aligned
from factcheck.model import Finding, Passage
from factcheck.ui import measures
from factcheck.ui.models.findings_model import Lookup
from factcheck.ui.models.reshape import Ref
from factcheck.ui.text import in_a_row, tr
from factcheck.ui.views.aligned_text import AlignedText
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.wrapping import WrappingButton

#: So many positions, and passages of each, are looked at for the two that are most alike.
_MET = 4


class Comparison(QWidget):
    """A button, and below it two sentences over each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._lookup: Lookup | None = None
        self._pair: tuple[Ref, Ref] | None = None
        self.button = WrappingButton(tr("Compare word by word"))
        self.button.setCheckable(True)
        self.button.setToolTip(tr("Two sentences over each other, with the words that differ marked (W)"))
        self.button.toggled.connect(self._show)
        self.who = PlainText(role="muted")
        self.who.set_size(measures.SMALL)
        self.text = AlignedText()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.who)
        layout.addWidget(self.text)
        self._show()

    def show_finding(self, finding: Finding, lookup: Lookup) -> None:
        """Two passages of this finding; whether they are seen stays as it was."""
        self._finding, self._lookup, self._pair = finding, lookup, None
        self.setVisible(sum(len(position.passages) for position in finding.positions) > 1)
        self._show()

    def compare(self, one: Ref, other: Ref) -> None:
        """These two passages of the finding, at once."""
        self._pair = (one, other)
        self.button.setChecked(True)
        self._show()

    def toggle(self) -> None:
        """Show the sentences, or hide them."""
        if not self.isHidden():
            self.button.toggle()

    def _show(self) -> None:
        if self.button.isChecked() and self._finding and self._pair is None:
            self._pair = _nearest(self._finding)
        seen = self.button.isChecked() and self._pair is not None
        for widget in (self.who, self.text):
            widget.setVisible(seen)
        if seen and self._pair and self._finding:
            one, other = (passage_at(self._finding, ref) for ref in self._pair)
            self.who.set_text(tr("Above: {one}\nBelow: {other}", one=self._name(one), other=self._name(other)))
            self.text.show_pairs(aligned(one.text, other.text))

    def _name(self, passage: Passage) -> str:
        info = self._lookup(passage.article_id) if self._lookup else None
        return in_a_row(info.name, info.published) if info else ""


def passage_at(finding: Finding, ref: Ref) -> Passage:
    """A passage by the index of its position and its own."""
    return finding.positions[ref[0]].passages[ref[1]]


def _nearest(finding: Finding) -> tuple[Ref, Ref] | None:
    """Of the first passages of the first positions, the two that share most words; None if there is but one."""
    refs = [
        (place, index)
        for place, position in enumerate(finding.positions[:_MET])
        for index in range(len(position.passages[:_MET]))
    ]
    apart = len(finding.positions) > 1
    pairs = [(a, b) for a, b in combinations(refs, 2) if (a[0] != b[0]) is apart]
    return max(pairs, key=lambda pair: _shared(*(passage_at(finding, ref).text for ref in pair)), default=None)


def _shared(one: str, other: str) -> float:
    pairs = aligned(one, other)
    return sum(pair.same for pair in pairs) / max(1, len(pairs))
