"""A contradiction that a person saw: two passages, what each says, and why both cannot hold."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Kind, Reason, ReasonType
from factcheck.ui.dialogs.form import FormDialog, choice, typed
from factcheck.ui.models.findings_model import PassageInfo, kind_word
from factcheck.ui.models.rows import quoted
from factcheck.ui.text import tr
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.position_view import caption


@dataclass(frozen=True, slots=True)
class QuoteShown:
    """A passage that was chosen."""

    quote: str
    info: PassageInfo


@dataclass(frozen=True, slots=True)
class ContradictionTyped:
    """What was typed: for each of the two passages the value that it gives."""

    kind: Kind
    fact: str
    values: tuple[str, str]
    reason: Reason


class ContradictionDialog(FormDialog):
    """Types what two passages contradict each other in."""

    def __init__(
        self, catalogue: Catalogue, passages: tuple[QuoteShown, QuoteShown], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Make a contradiction"), tr("Make it"), parent)
        kinds = {str(k): kind_word(catalogue, k) for k in (Kind.contradiction, Kind.number_update)}
        self.fact, self.text = QLineEdit(), QLineEdit()
        self.values = (QLineEdit(), QLineEdit())
        self.kind = choice(kinds, Kind.contradiction)
        self.type = choice(reason_words(), ReasonType.number)
        self.fact.setPlaceholderText(tr("people killed in the quake"))
        self.text.setPlaceholderText(tr("One says 24, the other 38."))
        for passage, value, label in zip(passages, self.values, (tr("First says"), tr("Second says")), strict=True):
            self.form.addRow(_quoted(passage))
            self.add(label, value)
        self.add(tr("Fact in dispute"), self.fact)
        self.add(tr("They differ in"), self.type)
        self.add(tr("Why both cannot hold"), self.text)
        self.add(tr("Kind"), self.kind)
        self.setMinimumWidth(560)
        self.look()
        self.values[0].setFocus()

    def problem(self) -> str:
        one, other = (typed(value) for value in self.values)
        if not one or not other:
            return tr("Say in a word or two what each passage gives: “24”, “38”.")
        if one == other:
            return tr("The two passages give the same.")
        return "" if typed(self.fact) else tr("Name the fact in dispute.")

    def value(self) -> ContradictionTyped:
        """What was typed; without a sentence of its own the reason says who gives what."""
        one, other = (typed(value) for value in self.values)
        text = typed(self.text) or tr("One source gives {one}, the other {other}.", one=one, other=other)
        reason = Reason(ReasonType(self.type.currentData()), text)
        return ContradictionTyped(Kind(self.kind.currentData()), typed(self.fact), (one, other), reason)


def reason_words() -> dict[str, str]:
    """What sources can differ in, in words."""
    return {
        "number": tr("Number"),
        "quantity": tr("Quantity"),
        "date": tr("Date"),
        "time": tr("Time"),
        "place": tr("Place"),
        "name": tr("Name"),
        "role": tr("Role"),
        "negation": tr("Whether it is so"),
        "antonym": tr("Opposite"),
        "other": tr("Something else"),
    }


def _quoted(passage: QuoteShown) -> QFrame:
    frame = QFrame()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(2)
    column.addWidget(PlainText(quoted(passage.quote)))
    column.addWidget(PlainText(caption(passage.info), "muted"))
    return frame
