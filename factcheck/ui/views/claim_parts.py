"""The parts of the claim panel that are fields: the wording with its quote, the details, the reply and the limits."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFormLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from factcheck.model import Claim, Scale, Verdict
from factcheck.ui import measures
from factcheck.ui.models.claim_shown import AppearanceShown, ClaimShown
from factcheck.ui.models.claims_model import SOURCES_WANTED, sources_text
from factcheck.ui.models.rows import quoted
from factcheck.ui.text import tr
from factcheck.ui.views.card import Card
from factcheck.ui.views.combo import Choice
from factcheck.ui.views.completion import Completion
from factcheck.ui.views.date_field import DateField
from factcheck.ui.views.field import LineField, TextField
from factcheck.ui.views.flow import ColumnsLayout, FlowLayout
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.position_view import caption

Field = LineField | TextField

#: Where the wording and the quote both have this many pixels they stand beside each other.
_BESIDE = 240


class FieldForm(QWidget):
    """Labelled fields, each the text of one attribute of one record."""

    #: Id of the record, name of the attribute, and its text.
    edited = Signal(str, str, str)

    def __init__(self, fields: Mapping[str, tuple[str, Field]], parent: QWidget | None = None) -> None:
        """By attribute: label and field."""
        super().__init__(parent)
        self.fields = {key: field for key, (_, field) in fields.items()}
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for key, (label, field) in fields.items():
            field.setAccessibleName(label)
            field.edited.connect(lambda text, key=key, field=field: self.edited.emit(field.owner, key, text))
            if isinstance(field, TextField):
                form.addRow(_above(label, field))
            else:
                self.add(label, field)

    def add(self, label: str, field: QWidget) -> None:
        """One more field, which tells of itself."""
        named = label_for(label, field)
        named.setMinimumHeight(field.sizeHint().height())
        self._form.addRow(named, field)

    def show_texts(self, owner: str, texts: Mapping[str, str]) -> None:
        """The texts of a record by attribute."""
        for key, field in self.fields.items():
            field.set_text(texts[key], owner)


def _above(label: str, field: TextField) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label_for(label, field, wraps=True))
    column.addWidget(field)
    return column


def head(number: QLabel, status: QWidget, more: QWidget) -> QHBoxLayout:
    """Which claim it is and how far it is, below each other where there is no room; at the end what can be done."""
    row, flow = QHBoxLayout(), FlowLayout()
    number.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    flow.addWidget(number)
    flow.addWidget(status)
    row.addSpacing(measures.HANG)
    row.addLayout(flow, 1)
    row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
    return row


def label_for(text: str, field: QWidget, wraps: bool = False) -> QLabel:
    """A quiet label that belongs to a field."""
    label = QLabel(text)
    label.setWordWrap(wraps)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("muted", True)
    label.setBuddy(field)
    return label


class Wording(QWidget):
    """The claim in neutral words, and beside or below them the words of the article."""

    edited = Signal(str, str, str)
    #: Id of the appearance whose quote is shown.
    quote_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_id = ""
        self._form = FieldForm({"wording": (tr("Claim in neutral words"), TextField(2, 8))})
        self._quote, self._where = PlainText(), PlainText(role="muted")
        self._where.set_size(measures.SMALL)
        self._card = Card(tr("Quote"), "accent")
        self._card.opened.connect(lambda: self.quote_wished.emit(self._shown_id))
        self._card.setToolTip(tr("Show in the article"))
        self._card.body.addWidget(self._quote)
        self._card.body.addWidget(self._where)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._more = label_for(tr("In the article’s words"), self._card)
        column.addWidget(self._more)
        column.addWidget(self._card)
        column.addStretch()
        self.setContentsMargins(measures.HANG, 0, measures.HANG, 0)
        columns = ColumnsLayout(_BESIDE, self)
        columns.addWidget(self._form)
        columns.addWidget(beside)
        self.fields = self._form.fields
        self.field = self.fields["wording"]
        self._form.edited.connect(self.edited)

    def show_claim(self, claim: Claim, appearances: Sequence[AppearanceShown]) -> None:
        """The wording of a claim, and its first appearance."""
        self._form.show_texts(claim.id, {"wording": claim.wording})
        first = appearances[0] if appearances else None
        for widget in (self._card, self._more):
            widget.setVisible(first is not None)
        if first:
            self._shown_id = first.id
            self._quote.set_text(quoted(first.quote))
            self._where.set_text(caption(first.info))
            self._card.setAccessibleName(
                tr("Quote from {where}: {quote}", where=caption(first.info), quote=first.quote)
            )


class Details(FieldForm):
    """Who claimed it, when, where and about what; until when it is to be checked, and by whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            {
                "claimant": (tr("Claimant"), LineField()),
                "role": (tr("Role"), LineField()),
                "date": (tr("Date"), LineField()),
                "place": (tr("Place"), LineField()),
                "topic": (tr("Topic"), LineField()),
                "deadline": (tr("Deadline"), DateField()),
                "assignee": (tr("Assigned to"), LineField()),
            },
            parent,
        )
        #: What other claims have in a field, by its name.
        self.known: Callable[[str], Sequence[str]] = lambda _field: ()
        for key, field in self.fields.items():
            if key in _COMPLETED and isinstance(field, LineField):
                Completion(field, partial(self._words, key))

    def _words(self, key: str) -> Sequence[str]:
        return self.known(key)


#: Fields in which claims often have the same.
_COMPLETED = frozenset({"claimant", "role", "place", "topic", "assignee"})


def priority() -> Choice:
    """How urgent the work on a claim is."""
    made = Choice(tr("Priority"))
    for level, name in enumerate((tr("No priority"), tr("Low priority"), tr("High priority"), tr("Urgent"))):
        made.addItem(name, level)
    return made


def reply() -> FieldForm:
    """Right of reply, and what could not be found out."""
    return FieldForm(
        {
            "asked": (tr("Asked when, and how"), TextField(1, 4)),
            "reply_due": (tr("Answer awaited until"), DateField()),
            "reply": (tr("Answer"), TextField(2, 8)),
            "limits": (tr("What could not be found out"), TextField(2, 8)),
        }
    )


def verdict_note(scale: Scale, verdict: Verdict | None) -> str:
    """What the heading of the verdict says when it is closed."""
    rating = scale.rating(verdict.rating) if verdict and verdict.scale_id == scale.id else None
    return rating.label if rating else ""


def sources_note(shown: ClaimShown) -> str:
    """How many independent sources there are, and whether they are enough."""
    if shown.sources < SOURCES_WANTED:
        return tr("{few} independent sources", few=sources_text(shown.sources))
    return tr("%n independent source(s)", shown.sources)


def let_go_of_keys(part: QWidget) -> None:
    """Else, when the fields of a part vanish, the keys would go to whatever comes next: a message, say."""
    focused = QApplication.focusWidget()
    if focused is not None and part.isAncestorOf(focused):
        focused.clearFocus()
