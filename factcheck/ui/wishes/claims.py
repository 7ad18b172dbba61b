"""Claims, their appearances, verdicts and evidence."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from factcheck import edits, intake, records, workflow
from factcheck.model import (
    Appearance,
    Article,
    Claim,
    Edit,
    Evidence,
    MediaAppearance,
    PassageTarget,
    Recording,
    Scale,
    Stance,
    Status,
    StoredFile,
)
from factcheck.records import Records
from factcheck.text import Span
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.evidence import EvidenceDialog, EvidenceTyped
from factcheck.ui.dialogs.media import MediaDialog
from factcheck.ui.models.claims_model import rating_by_digit
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import tr
from factcheck.ui.wishes.texts import TextWishes

#: Letters of a claim's wording in a heading.
_HEADING = 120


class ClaimWishes:
    """Works on one window. The current claim is the one that the panel shows."""

    def __init__(self, bench: Bench, presenter: Presenter, texts: TextWishes, to_front: Callable[[], None]) -> None:
        """`to_front` brings the panel into view."""
        self.bench, self.presenter, self.texts = bench, presenter, texts
        self._to_front = to_front

    @property
    def current(self) -> str | None:
        """Id of the claim that the panel shows."""
        return self.presenter.claim

    # --- making and finding ---

    def mark(self) -> None:
        """A claim from the selected words."""
        if selected := self.bench.desk.selection():
            self.mark_words(selected[0], selected[1].start, selected[1].end)
        else:
            self.bench.say(tr("Select words in an article first."))

    def mark_words(self, article_id: str, start: int, end: int) -> None:
        """A claim from these words; where they are one already, that is shown."""
        span = Span(start, end)
        article = self.bench.state.get(Article, article_id)
        known = edits.claim_at(self.bench.state, article, span) if article else None
        if known:
            self.bench.say(tr("These words are claim {number} already.", number=known.number))
            self._go_on_with(known.id)
            return
        with self.bench.told():
            edit, claim = edits.add_claim(self.bench.state, article_id, span)
            if self.bench.do(lambda _: edit):
                self._go_on_with(claim.id)

    def _go_on_with(self, claim_id: str) -> None:
        """The claim of the words that were selected a moment ago: the eyes are on them, so nothing scrolls."""
        self.bench.desk.unselect()
        self.choose(claim_id, scroll=False)

    def add_appearance(self) -> None:
        """The selected words say the current claim too."""
        selected = self.bench.desk.selection()
        if not selected or not self.current:
            self.bench.say(tr("Choose a claim, then select the words that make it too."))
            return
        claim_id, (article_id, span) = self.current, selected
        self.bench.do(lambda state: edits.add_appearance(state, claim_id, article_id, span))
        self.bench.desk.unselect()

    def choose(self, claim_id: str, scroll: bool = True) -> None:
        """Makes a claim the current one everywhere, and scrolls to its words."""
        if claim_id != self.current and not self.bench.flush():
            self.bench.claims.select(self.current)
            return  # what was typed could not be kept: it stays in view, with the reason
        self.bench.claims.select(claim_id)
        self.presenter.show_claim(claim_id)
        self._to_front()
        there = records.appearances(self.bench.state, claim_id)
        if scroll and there:
            self.texts.reveal(there[0].article_id, there[0].anchor)

    def go_to(self, appearance_id: str) -> None:
        """Scrolls to one passage of a claim."""
        if there := self.bench.state.get(Appearance, appearance_id):
            self.texts.reveal(there.article_id, there.anchor)
        elif recorded := self.bench.state.get(MediaAppearance, appearance_id):
            self._open_recording(recorded.source)

    def _open_recording(self, source: Recording) -> None:
        if isinstance(source, StoredFile):
            self._save_copy(source)
        else:
            self.open_link(source.url)

    def remove_appearance(self, appearance_id: str) -> None:
        """Takes one passage or recording from its claim."""
        recorded = self.bench.state.get(MediaAppearance, appearance_id)
        verb = edits.remove_media if recorded else edits.remove_appearance
        self.bench.do(lambda state: verb(state, appearance_id))

    def from_recording(self) -> None:
        """Asks for an image, video or recording and what is said there; it becomes a claim."""
        if not self.bench.editable():
            return
        dialog = MediaDialog(self.bench.catalogue, self.bench.window)
        if self.bench.ask(dialog):
            with self.bench.told():
                claim = intake.claim_from_media(self.bench.session, *dialog.value())
                self.choose(claim.id)

    def withdraw(self, claim_ids: list[str]) -> None:
        """Takes claims out of lists and reports."""
        if claim_ids and self.bench.do(lambda state: edits.withdraw(state, claim_ids)):
            said = tr("%n claim(s) withdrawn.", len(claim_ids))
            self.bench.say(said, tr("Undo"), self.bench.session.undo)

    def withdraw_current(self) -> None:
        """Takes the current claim out of lists and reports."""
        self.withdraw([self.current] if self.current else [])

    # --- typing ---

    def write(self, claim_id: str, field: str, text: str) -> None:
        """A field of a claim, as it is typed."""
        self._typed(claim_id, field, lambda state: edits.edit_claim(state, claim_id, field, text))

    def write_verdict(self, claim_id: str, field: str, text: str) -> None:
        """Summary or rationale, as it is typed."""
        who = self.bench.session.who
        self._typed(claim_id, field, lambda state: edits.write_verdict(state, claim_id, field, text, who))

    def _typed(self, claim_id: str, field: str, make: Callable[[Records], Edit]) -> None:
        before = self.bench.refusals
        self.bench.do(make)
        if self.bench.refusals != before:
            self.bench.panel.refused(claim_id, field)

    def set_status(self, claim_ids: list[str], status: str) -> None:
        """Where the work stands, for one or many."""
        self.bench.do(lambda state: edits.set_status(state, claim_ids, Status(status)))

    # --- verdicts ---

    def rate(self, claim_id: str, rating: str) -> None:
        """The verdict by the rating's key, "" for none."""
        who = self.bench.session.who
        self.bench.do(lambda state: edits.set_verdict(state, claim_id, rating, who))

    def rate_by_digit(self, claim_id: str, digit: int) -> None:
        """The verdict by its place on the scale."""
        rating = rating_by_digit(self._scale(claim_id), digit)
        if rating:
            self.rate(claim_id, rating.key)
        else:
            self.bench.say(tr("The scale has no rating {digit}.", digit=digit))

    def rate_current(self, digit: int) -> None:
        """The verdict of the current claim by its place on the scale."""
        if self.current:
            self.rate_by_digit(self.current, digit)
        else:
            self.bench.say(tr("Choose a claim first; then a digit gives its verdict."))

    def clear_verdict(self) -> None:
        """Takes the rating of the current claim away; its words stay."""
        if self.current:
            self.rate(self.current, "")

    def _scale(self, claim_id: str) -> Scale:
        given = records.verdict(self.bench.state, claim_id)
        scale_id = given.scale_id if given and given.rating else records.project(self.bench.state).scale_id
        scale = self.bench.state.get(Scale, scale_id)
        assert scale is not None, "verdicts and projects name a scale of the project"
        return scale

    # --- evidence ---

    def add_passage(self) -> None:
        """The selected words as evidence on the current claim."""
        if selected := self.bench.desk.selection():
            self.add_words(selected[0], selected[1].start, selected[1].end)
        else:
            self.bench.say(tr("Select the words that are evidence first."))

    def add_words(self, article_id: str, start: int, end: int) -> None:
        """Words of an article as evidence on the current claim; what they do to it is set in the panel."""
        claim_id = self.current
        if not claim_id:
            self.bench.say(tr("Choose the claim first, then select its evidence."))
            return
        with self.bench.told():
            target = PassageTarget(article_id, edits.passage_anchor(self.bench.state, article_id, Span(start, end)))
            if self.bench.do(lambda state: edits.add_evidence(state, claim_id, target)[0]):
                self.bench.say(tr("Added as evidence. Say in the panel whether it supports or refutes the claim."))
                self.bench.desk.unselect()

    def add_link(self) -> None:
        """Asks for a link as evidence on the current claim."""
        self.add_evidence(self.current or "", "link")

    def add_note(self) -> None:
        """Asks for a note as evidence on the current claim."""
        self.add_evidence(self.current or "", "note")

    def add_evidence(self, claim_id: str, kind: str) -> None:
        """Asks for evidence of a kind; a passage is taken from the selection."""
        if not claim_id:
            self.bench.say(tr("Choose the claim first."))
        elif kind == "passage":
            self.add_passage()
        elif self.bench.editable():
            dialog = EvidenceDialog(self.bench.catalogue, kind, None, self.bench.window, self._named(claim_id))
            if self.bench.ask(dialog):
                self._keep(claim_id, dialog.value())

    def _named(self, claim_id: str) -> str:
        """ "Claim 3: the dam held", as short as a heading."""
        claim = self.bench.state.get(Claim, claim_id)
        if claim is None:
            return ""
        words = claim.wording if len(claim.wording) <= _HEADING else claim.wording[: _HEADING - 1].rstrip() + "…"
        return tr("Claim {number}: {wording}", number=claim.number, wording=words)

    def _keep(self, claim_id: str, given: EvidenceTyped) -> None:
        target, rest = given.target, (given.stance, given.grade, given.comment)
        with self.bench.told():
            if isinstance(target, Path):
                workflow.attach_file(self.bench.session, claim_id, target, *rest)
            else:
                self.bench.do(lambda state: edits.add_evidence(state, claim_id, target, *rest)[0])

    def add_file(self) -> None:
        """Asks for a file as evidence on the current claim."""
        self.add_evidence(self.current or "", "file")

    def open_evidence(self, evidence_id: str) -> None:
        """Shows a passage in its article, or saves a copy of a stored file where the person says."""
        item = self.bench.state.get(Evidence, evidence_id)
        match item.target if item else None:
            case PassageTarget(article_id=article_id, anchor=anchor):
                self.texts.reveal(article_id, anchor)
            case StoredFile() as file:
                self._save_copy(file)
            case _:
                self.edit_evidence(evidence_id)

    def _save_copy(self, file: StoredFile) -> None:
        name, _ = QFileDialog.getSaveFileName(self.bench.window, tr("Save a copy of the file"), file.name)
        if name:
            with self.bench.told():
                workflow.save_original(self.bench.session, file.sha256, Path(name))
                self.bench.say(tr("Saved as “{name}”.", name=Path(name).name))

    def open_link(self, url: str) -> None:
        """Opens a web page in the browser, and says on which host it is."""
        address = QUrl(url, QUrl.ParsingMode.StrictMode)
        if address.scheme() in ("http", "https") and address.host():
            self.bench.say(
                tr("Opening {host} in the browser.", host=address.host(QUrl.ComponentFormattingOption.EncodeUnicode))
            )
            QDesktopServices.openUrl(address)
        else:
            self.bench.say(tr("Only web addresses (http, https) are opened."))

    def edit_evidence(self, evidence_id: str) -> None:
        """Asks for changes to a piece of evidence."""
        item = self.bench.state.get(Evidence, evidence_id)
        if item is None or not self.bench.editable():
            return
        dialog = EvidenceDialog(self.bench.catalogue, "", item, self.bench.window, self._named(item.claim_id))
        if self.bench.ask(dialog):
            given = dialog.value()
            fields = {"target": given.target, "stance": given.stance, "grade": given.grade, "comment": given.comment}
            self.bench.do(lambda state: edits.edit_evidence(state, evidence_id, **fields))

    def weigh(self, evidence_id: str, stance: str) -> None:
        """What a piece of evidence does to its claim."""
        self.bench.do(lambda state: edits.edit_evidence(state, evidence_id, stance=Stance(stance)))

    def remove_evidence(self, evidence_id: str) -> None:
        """Takes a piece of evidence away."""
        if self.bench.do(lambda state: edits.withdraw(state, [evidence_id])):
            self.bench.say(tr("Evidence removed."), tr("Undo"), self.bench.session.undo)

    def move_evidence(self, evidence_id: str, by: int) -> None:
        """Moves a piece of evidence up or down."""
        self.bench.do(lambda state: edits.move_evidence(state, evidence_id, by))
