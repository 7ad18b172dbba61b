"""The evidence on a claim, numbered in the order in which it is cited."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from factcheck import dates
from factcheck.i18n import Catalogue
from factcheck.model import PassageTarget, Stance
from factcheck.ui import measures
from factcheck.ui.models.claim_shown import EvidenceShown
from factcheck.ui.models.rows import quoted
from factcheck.ui.text import tr
from factcheck.ui.views import withheld
from factcheck.ui.views.card import Card
from factcheck.ui.views.card_list import CardList
from factcheck.ui.views.elided_label import ElidedLabel
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.review import add_decisions, add_doubt

_SIGNS = {Stance.supports: "+", Stance.refutes: "−", Stance.context: "○"}
#: Keys that say what a piece of evidence does to its claim.
_STANCE_KEYS = {Qt.Key.Key_Plus: Stance.supports, Qt.Key.Key_Minus: Stance.refutes, Qt.Key.Key_O: Stance.context}
_COLOURS = {Stance.supports: "true", Stance.refutes: "false", Stance.context: "neutral"}

Numbered = tuple[int, EvidenceShown]


class EvidenceList(QWidget):
    """Shows evidence, and wishes that it be opened, edited, moved or removed; always by the evidence's id."""

    #: It is to be seen: a passage in its article, a page in the browser, a file.
    open_wished = Signal(str)
    edit_wished = Signal(str)
    remove_wished = Signal(str)
    withhold_wished = Signal(str)
    #: What a person says of a passage that was not found for sure: see `review.add_decisions`.
    review_wished = Signal(str, str)
    #: Value of the stance that it has.
    stance_wished = Signal(str, str)
    #: Down by so many places; up, if negative.
    move_wished = Signal(str, int)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._count = 0
        self.list = CardList[Numbered](self._card, lambda item: item[1].evidence.id)
        self._none = PlainText(tr("None yet. Add words selected in an article, a link, a file or a note."), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self.list)

    def show_evidence(self, items: Sequence[EvidenceShown]) -> None:
        """Show the pieces in this order."""
        self._count = len(items)
        self._none.setVisible(not items)
        self.list.show_things([(number, item) for number, item in enumerate(items, 1)])

    def _card(self, numbered: Numbered) -> Card:
        number, item = numbered
        evidence = item.evidence
        said = self._said(item)
        name = tr("Evidence {number}, {said}: {title}", number=number, said=said, title=item.title)
        card = Card(name, _COLOURS[Stance.context if item.unweighed else evidence.stance])
        card.add_menu(tr("Actions on evidence {number}", number=number), partial(self.menu, item))
        card.setToolTip(
            tr("Enter edits, Delete removes, Alt with the arrows moves; + supports, − refutes, O is context")
        )
        card.opened.connect(partial(self.edit_wished.emit, evidence.id))
        card.keys[Qt.Key.Key_Delete] = partial(self.remove_wished.emit, evidence.id)
        card.keys[Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Up] = partial(self._move, evidence.id, -1)
        card.keys[Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down] = partial(self._move, evidence.id, 1)
        for key, stance in _STANCE_KEYS.items():
            wish = partial(self.stance_wished.emit, evidence.id, str(stance))
            card.keys[key] = card.keys[Qt.KeyboardModifier.ShiftModifier, key] = wish
        card.body.addLayout(_head(number, said))
        for text, role in ((item.title, "text"), (item.where, "muted"), (item.quote and quoted(item.quote), "text")):
            if text:
                card.body.addWidget(PlainText(text, role))
        if evidence.comment:
            card.body.addWidget(PlainText(evidence.comment, "muted"))
        if added := self._added(item):
            words = PlainText(added, "muted")
            words.set_size(measures.SMALL)
            card.body.addWidget(words)
        add_doubt(card, item.review)
        withheld.add_sign(card, evidence.withheld)
        return card

    def _said(self, item: EvidenceShown) -> str:
        evidence = item.evidence
        grade = self._catalogue(f"grade.{evidence.grade}")
        if item.unweighed:
            return tr("{stance} · {grade}", stance=self._catalogue("blind.stance"), grade=grade)
        stance = self._catalogue(f"stance.{evidence.stance}")
        return tr("{sign} {stance} · {grade}", sign=_SIGNS[evidence.stance], stance=stance, grade=grade)

    def _added(self, item: EvidenceShown) -> str:
        """Who answers for it."""
        if item.added is None:
            return ""
        day = dates.day(item.added.at, self._catalogue)
        who = item.added.who.strip()
        return tr("Added by {who}, {day}", who=who, day=day) if who else tr("Added {day}", day=day)

    def _move(self, evidence_id: str, delta: int) -> None:
        place = next((n for n, card in enumerate(self.list.cards) if card.hasFocus()), None)
        if place is None or 0 <= place + delta < self._count:
            self.move_wished.emit(evidence_id, delta)

    def menu(self, item: EvidenceShown) -> QMenu:
        """What can be done with a piece of evidence."""
        menu, id = QMenu(self), item.evidence.id
        if isinstance(item.evidence.target, PassageTarget):
            menu.addAction(tr("Show in the article"), partial(self.open_wished.emit, id))
        elif item.url:
            menu.addAction(tr("Open the page"), partial(self.open_wished.emit, id))
            menu.addAction(tr("Copy address"), partial(PlainText.to_clipboard, item.url))
        add_decisions(menu, item.review, partial(self.review_wished.emit, id))
        menu.addSeparator()
        for stance in () if item.unweighed else Stance:
            name = tr("{sign} {stance}", sign=_SIGNS[stance], stance=self._catalogue(f"stance.{stance}"))
            chosen = menu.addAction(name, partial(self.stance_wished.emit, id, str(stance)))
            chosen.setCheckable(True)
            chosen.setChecked(stance is item.evidence.stance)
        menu.addSeparator()
        menu.addAction(tr("Edit…\tEnter"), partial(self.edit_wished.emit, id))
        menu.addSeparator()
        menu.addAction(tr("Move up\tAlt+Up"), partial(self.move_wished.emit, id, -1))
        menu.addAction(tr("Move down\tAlt+Down"), partial(self.move_wished.emit, id, 1))
        menu.addSeparator()
        withheld.add_wish(menu, item.evidence.withheld, partial(self.withhold_wished.emit, id))
        menu.addAction(tr("Remove\tDel"), partial(self.remove_wished.emit, id))
        return menu


def _head(number: int, said: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    label = QLabel(tr("[{number}]", number=number))
    label.setTextFormat(Qt.TextFormat.PlainText)
    measures.resize_letters(label, 1.0, bold=True)
    words = ElidedLabel(said)
    words.setProperty("muted", True)
    row.addWidget(label)
    row.addWidget(words, 1)
    return row
