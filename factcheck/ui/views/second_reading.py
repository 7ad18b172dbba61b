"""Two readers of one claim: the second judges blind, then both verdicts stand side by side."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck import markup
from factcheck.model import Outcome, Verdict
from factcheck.ui.models.claim_shown import ClaimShown, Given
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import FieldForm
from factcheck.ui.views.field import TextField
from factcheck.ui.views.flow import ColumnsLayout
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.when import when

#: Where both verdicts have this many pixels they stand beside each other.
_BESIDE = 170


class SecondReading(QWidget):
    """What of the other reader's verdict may be seen, and what the readers make of both."""

    #: Claim id.
    reveal_wished = Signal(str)
    #: Claim id, "agree", "discuss" or "" for neither, and words on it.
    outcome_wished = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim, self._outcome = "", ""
        self._said = PlainText(role="muted")
        self.reveal = QPushButton(tr("Lay both verdicts open"))
        self.reveal.clicked.connect(lambda: self.reveal_wished.emit(self._claim))
        self._both = QWidget()
        columns = ColumnsLayout(_BESIDE, self._both)
        self._sides = (_Side(tr("First reader")), _Side(tr("Second reader")))
        for side in self._sides:
            columns.addWidget(side)
        self._settling = self._make_settling()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._said, self._both, self._settling):
            layout.addWidget(widget)
        layout.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeading)

    def _make_settling(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout()
        self.outcomes = {"agree": QPushButton(tr("Agreed")), "discuss": QPushButton(tr("To be discussed"))}
        for key, button in self.outcomes.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._settle, key))
            row.addWidget(button)
        row.addStretch()
        self.words = FieldForm({"remark": (tr("What the readers make of it"), TextField(1, 6))})
        self.words.edited.connect(lambda id, _name, text: self.outcome_wished.emit(id, self._outcome, text))
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.words)
        return part

    def show_reading(self, shown: ClaimShown) -> None:
        """What may be seen of both verdicts on a claim."""
        self._claim = shown.claim.id
        first, second = shown.given
        both = shown.open_to_both
        self._said.set_text(_told(shown))
        self.reveal.setVisible(bool(second and second.verdict.rating) and not both)
        for part in (self._both, self._settling):
            part.setVisible(both)
        if both and second:
            for side, given in zip(self._sides, (first, second), strict=True):
                side.show_given(given)
            self._show_outcome(second.verdict)

    def _show_outcome(self, second: Verdict) -> None:
        self._outcome = str(second.outcome or "")
        for key, button in self.outcomes.items():
            button.setChecked(key == self._outcome)
        self.words.show_texts(self._claim, {"remark": second.remark})

    def _settle(self, key: str) -> None:
        self.outcomes[key].setChecked(key == self._outcome)  # shown as it is until the wish comes true
        self.words.fields["remark"].flush()
        wanted = "" if key == self._outcome else str(Outcome(key))
        self.outcome_wished.emit(self._claim, wanted, self.words.fields["remark"].read())

    def set_read_only(self, read_only: bool) -> None:
        """Only show."""
        for button in (self.reveal, *self.outcomes.values()):
            button.setEnabled(not read_only)


def _told(shown: ClaimShown) -> str:
    first, second = shown.given
    if shown.open_to_both:
        same = first and second and first.rating == second.rating
        return tr("Both readers give the same rating.") if same else tr("The readers differ.")
    if shown.reads_second:
        if second and second.verdict.rating:
            return tr("Yours is given. The first verdict stays hidden until both are laid open.")
        return tr("You read blind: the first verdict is hidden until you have given yours.")
    who = second.verdict.who if second else ""
    return tr("{who} has read this as the second reader. Both verdicts can be laid open.", who=who)


class _Side(QWidget):
    """One reader's verdict."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = PlainText(heading, "muted")
        self._rating, self._who, self._words = PlainText(), PlainText(role="muted"), PlainText()
        self._rating.set_size(1.0, bold=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._heading, self._rating, self._who, self._words):
            column.addWidget(part)
        column.addStretch()

    def show_given(self, given: Given | None) -> None:
        rating = given.rating if given else None
        self._rating.set_text(f"{rating.sign} {rating.label}".strip() if rating else tr("No rating"))
        verdict = given.verdict if given else None
        told = (verdict.who, when(verdict.given)) if verdict else ()
        self._who.set_text(", ".join(filter(None, told)))
        texts = (verdict.summary, verdict.rationale) if verdict else ()
        words = "\n\n".join("\n".join(filter(None, markup.plain(text))) for text in texts if text)
        self._words.set_text(words)
        self._words.setVisible(bool(words))
