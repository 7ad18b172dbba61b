"""The claim that is chosen, with all that is known of it, in sections that open and close."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Status
from factcheck.ui.models.claim_shown import ClaimShown
from factcheck.ui.models.claims_model import rating_by_digit
from factcheck.ui.text import ending_together, tr
from factcheck.ui.views import claim_menus, claim_parts, withheld
from factcheck.ui.views.appearance_list import AppearanceList
from factcheck.ui.views.card import small_button
from factcheck.ui.views.claim_lists import EarlierList, HistoryList, TouchingList
from factcheck.ui.views.combo import Choice
from factcheck.ui.views.evidence_list import EvidenceList
from factcheck.ui.views.field import fields, flush_all
from factcheck.ui.views.scroll import Scroll, quiet_label
from factcheck.ui.views.second_reading import SecondReading
from factcheck.ui.views.section import Section
from factcheck.ui.views.verdict_bar import VerdictBar
from factcheck.ui.views.verdict_words import VerdictWords


class ClaimPanel(QWidget):
    """Shows a claim; every change is a wish."""

    #: Claim id, name of a field of `model.Claim`, text.
    field_edited = Signal(str, str, str)
    #: Claim id, "summary" or "rationale", text.
    verdict_field_edited = Signal(str, str, str)
    #: Claim id, key of a rating or "" to take the verdict back.
    verdict_wished = Signal(str, str)
    #: Claim id, value of a status.
    status_wished = Signal(str, str)
    #: Claim id, 0 (none) to 3 (urgent).
    priority_wished = Signal(str, int)
    #: Claim id.
    withdraw_wished = Signal(str)
    #: Claim id: to be joined with another, taken apart, copied.
    merge_wished = Signal(str)
    split_wished = Signal(str)
    duplicate_wished = Signal(str)
    #: Id of the claim, of an appearance or of a piece of evidence.
    withhold_wished = Signal(str)
    #: Claim id, "link", "note", "file" or "passage" (words that are selected in an article).
    evidence_add_wished = Signal(str, str)
    #: Evidence id: to be edited, removed, shown where it stands (a passage, a file), moved down by so many places.
    evidence_edit_wished = Signal(str)
    evidence_remove_wished = Signal(str)
    evidence_open_wished = Signal(str)
    evidence_move_wished = Signal(str, int)
    #: Evidence id, value of a stance.
    evidence_stance_wished = Signal(str, str)
    #: Appearance id: to be gone to, to be removed.
    appearance_wished = Signal(str)
    appearance_remove_wished = Signal(str)
    #: Claim id; the words that are selected in an article are another appearance of it.
    appearance_add_wished = Signal(str)
    #: Id of an appearance or a piece of evidence; "accept", "move" or "lost".
    review_wished = Signal(str, str)
    #: Finding id.
    finding_wished = Signal(str)
    #: Address of a web page.
    link_wished = Signal(str)
    #: Escape: back to where one came from.
    left = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._shown: ClaimShown | None = None
        self._make_parts()
        self._make_sections()
        self._lay_out()
        self._wire()
        self.show_claim(None)

    def _make_parts(self) -> None:
        self._number = QLabel()
        self._number.setTextFormat(Qt.TextFormat.PlainText)
        self._number.setProperty("muted", True)
        self.status = Choice(tr("Status"))
        for status in Status:
            self.status.addItem(self._catalogue(f"status.{status}"), str(status))
        self.priority = claim_parts.priority()
        self.more = small_button("more", tr("Actions on this claim"))
        self.wording = claim_parts.Wording()
        self.details = claim_parts.Details()
        self.details.add(tr("Priority"), self.priority)
        self.verdict = VerdictBar()
        self.words = VerdictWords()
        self.second = SecondReading()
        self.evidence = EvidenceList(self._catalogue)
        self.appearances = AppearanceList()
        self.touching = TouchingList(self._catalogue)
        self.earlier = EarlierList()
        self.reply = claim_parts.reply()
        self.history = HistoryList()

    def _make_sections(self) -> None:
        self.sections = {
            "verdict": (Section(tr("Verdict")), (self.verdict, self.words)),
            "second": (Section(tr("Second reading")), (self.second,)),
            "evidence": (Section(tr("Evidence")), (self.evidence,)),
            "details": (Section(tr("Details")), (self.details,)),
            "appearances": (Section(tr("Appearances")), (self.appearances,)),
            "earlier": (Section(tr("Already checked")), (self.earlier,)),
            "findings": (Section(tr("In dispute")), (self.touching,)),
            "reply": (Section(tr("Reply and limits"), opened=False), (self.reply,)),
            "history": (Section(tr("History"), opened=False), (self.history,)),
        }
        for section, parts in self.sections.values():
            for part in parts:
                section.body.addWidget(part)
        self.sections["verdict"][0].add_button(self.words.toggle)
        self.add_evidence = small_button("add", tr("Add evidence"))
        self.add_evidence.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_evidence.setMenu(
            claim_menus.of_evidence(self, lambda kind: self.evidence_add_wished.emit(self._id(), kind))
        )
        self.sections["evidence"][0].add_button(self.add_evidence)
        self.add_appearance = small_button("add", tr("Add the selected words as another appearance"))
        self.sections["appearances"][0].add_button(self.add_appearance)

    def name_key(self, key: str) -> None:
        """By which key a claim is made; "" if by none."""
        some = tr("Choose a claim, or select words in an article and press {key} to make one.", key=key)
        said = some if key else tr("Choose a claim, or mark words in an article as one.")
        self._nothing.setText(ending_together(said))

    def _lay_out(self) -> None:
        self._nothing = quiet_label("")
        self._scroll = Scroll(hanging=True)
        body = self._scroll.body
        body.addLayout(claim_parts.head(self._number, self.status, self.more))
        body.addWidget(self.wording)
        for section, _ in self.sections.values():
            body.addWidget(section)
        body.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._nothing)
        layout.addWidget(self._scroll)

    def _wire(self) -> None:
        for form in (self.wording, self.details, self.reply):
            form.edited.connect(self.field_edited)
        self.words.edited.connect(self.verdict_field_edited)
        self.words.link_wished.connect(self.link_wished)
        self.words.evidence_wished.connect(self._go_to_evidence)
        self.wording.quote_wished.connect(self.appearance_wished)
        self.verdict.wished.connect(lambda key: self.verdict_wished.emit(self._id(), key))
        self.status.activated.connect(lambda _: self.status_wished.emit(self._id(), self.status.currentData()))
        self.priority.activated.connect(lambda level: self.priority_wished.emit(self._id(), level))
        self.more.clicked.connect(self._show_menu)
        self.evidence.open_wished.connect(self._open_evidence)
        self.evidence.edit_wished.connect(self.evidence_edit_wished)
        self.evidence.remove_wished.connect(self.evidence_remove_wished)
        self.evidence.move_wished.connect(self.evidence_move_wished)
        self.evidence.withhold_wished.connect(self.withhold_wished)
        self.appearances.withhold_wished.connect(self.withhold_wished)
        self.evidence.stance_wished.connect(self.evidence_stance_wished)
        self.earlier.link_wished.connect(self.link_wished)
        self.evidence.review_wished.connect(self.review_wished)
        self.appearances.review_wished.connect(self.review_wished)
        self.appearances.open_wished.connect(self.appearance_wished)
        self.appearances.remove_wished.connect(self.appearance_remove_wished)
        self.add_appearance.clicked.connect(lambda: self.appearance_add_wished.emit(self._id()))
        self.touching.finding_wished.connect(self.finding_wished)

    def show_claim(self, shown: ClaimShown | None) -> None:
        """Show a claim, or none. What was typed for another is told for that one first."""
        if shown is None or shown.claim.id != self._id():
            flush_all(self)  # before anything changes, since whoever hears of it may show the earlier claim once more
        before, self._shown = self._shown, shown
        if shown is None:
            claim_parts.let_go_of_keys(self)
        self._scroll.setVisible(shown is not None)
        self._nothing.setVisible(shown is None)
        if shown is None:
            return
        self._show_fields(shown)
        self._show_lists(shown)
        if before is None or before.claim.id != shown.claim.id:
            self._scroll.verticalScrollBar().setValue(0)
        elif new := {e.evidence.id for e in shown.evidence} - {e.evidence.id for e in before.evidence}:
            QTimer.singleShot(0, self, lambda: self._bring_into_view(new))  # when it has its place

    def _bring_into_view(self, evidence_ids: set[str]) -> None:
        """What was just added is seen to be there."""
        self.sections["evidence"][0].set_open(True)
        for item, card in zip(self._shown.evidence if self._shown else (), self.evidence.list.cards, strict=False):
            if item.evidence.id in evidence_ids:
                self._scroll.ensureWidgetVisible(card, 0, 12)

    def current(self) -> str | None:
        """Id of the claim that is shown."""
        return self._id() or None

    def go_to(self, part: str) -> None:
        """The keys go to a part of the claim: to "evidence", its "pieces", "appearances", or a field by name."""
        section, target = claim_menus.places(self)[part]
        if part in self.words.fields:
            self.words.edit()
        if section:
            self.sections[section][0].set_open(True)
        target.setFocus()
        self._scroll.ensureWidgetVisible(target, 0, 24)

    def set_read_only(self, read_only: bool) -> None:
        """Only show: nothing can be typed, given or added."""
        for field in fields(self):
            field.setReadOnly(read_only)
        for part in (self.second, self.history):
            part.set_read_only(read_only)
        for widget in (self.status, self.priority, self.more, self.verdict, self.add_evidence, self.add_appearance):
            widget.setEnabled(not read_only)

    def flush(self) -> None:
        """Tell at once what was typed."""
        flush_all(self)

    def refused(self, claim_id: str, field: str) -> None:
        """The text of a field could not be kept: it stays where it was typed, and waits."""
        for form in (self.wording, self.details, self.reply, self.words, self.second.words):
            typed = form.fields.get(field)
            if typed is not None and typed.owner == claim_id:
                typed.refused()

    def _id(self) -> str:
        return self._shown.claim.id if self._shown else ""

    def _show_fields(self, shown: ClaimShown) -> None:
        claim, verdict = shown.claim, shown.verdict
        number = tr("Claim {number}", number=claim.number)
        self._number.setText(" · ".join((number, withheld.sign())) if claim.withheld else number)
        self.status.choose(str(claim.status))
        self.priority.choose(claim.priority)
        self.sections["details"][0].set_note(tr("overdue") if shown.overdue else "")
        self.sections["reply"][0].set_note(tr("answer overdue") if shown.reply_overdue else "")
        self.wording.show_claim(claim, shown.appearances)
        for form in (self.details, self.reply):
            form.show_texts(claim.id, {key: getattr(claim, key) for key in form.fields})
        self.words.show_words(claim.id, verdict, len(shown.evidence))
        self.verdict.show_verdict(shown.scale, verdict)
        self.verdict.setVisible(bool(shown.scale.ratings))
        self.sections["verdict"][0].set_note(claim_parts.verdict_note(shown.scale, verdict))
        self.second.show_reading(shown)
        self.sections["second"][0].setVisible(shown.reads_second or shown.given[1] is not None)

    def _show_lists(self, shown: ClaimShown) -> None:
        self.evidence.show_evidence(shown.evidence)
        self.sections["evidence"][0].set_note(claim_parts.sources_note(shown))
        self.appearances.show_appearances(shown.appearances)
        self.sections["appearances"][0].set_note(str(len(shown.appearances)))
        self.touching.show_findings(shown.findings)
        self.sections["findings"][0].set_note(str(len(shown.findings)))
        self.sections["findings"][0].setVisible(bool(shown.findings))
        self.earlier.show_checks(shown.earlier)
        self.sections["earlier"][0].set_note(str(len(shown.earlier)))
        self.sections["earlier"][0].setVisible(bool(shown.earlier))
        self.history.show_entries(shown.history)
        self.sections["history"][0].set_note(str(len(shown.history)))

    def _go_to_evidence(self, number: int) -> None:
        """The keys go to a piece of evidence."""
        self.sections["evidence"][0].set_open(True)
        card = self.evidence.list.cards[number - 1]
        card.setFocus()
        self._scroll.ensureWidgetVisible(card, 0, 12)

    def _open_evidence(self, evidence_id: str) -> None:
        items = self._shown.evidence if self._shown else ()
        item = next((item for item in items if item.evidence.id == evidence_id), None)
        if item and item.url:
            self.link_wished.emit(item.url)
        elif item:
            self.evidence_open_wished.emit(evidence_id)

    def _show_menu(self) -> None:
        if self._shown is not None:
            menu = claim_menus.of_claim(self, self._shown.claim)
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit gives a verdict, Escape leads away; what a field takes for itself never comes here."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and self._shown and self.verdict.isEnabled() and event.text() in tuple("0123456789"):
            rating = rating_by_digit(self._shown.scale, int(event.text()))
            if rating:
                self.verdict_wished.emit(self._id(), rating.key)
        else:
            super().keyPressEvent(event)
