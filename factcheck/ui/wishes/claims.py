"""Claims, their appearances and verdicts."""

from collections.abc import Callable

from PySide6.QtWidgets import QInputDialog

from factcheck import edits, records
from factcheck.model import (
    Appearance,
    Article,
    Claim,
    Edit,
    MediaAppearance,
    Recording,
    Scale,
    Status,
    StoredFile,
)
from factcheck.records import Records
from factcheck.text import Span
from factcheck.ui.bench import Bench
from factcheck.ui.holding import in_turn
from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.models.claims_model import rating_by_digit
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import tr
from factcheck.ui.wishes.evidence import EvidenceWishes

#: Values that are offered for a field.
_OFFERED = 100


class ClaimWishes:
    """Works on one window. The current claim is the one that the panel shows."""

    def __init__(
        self, bench: Bench, presenter: Presenter, evidence: EvidenceWishes, to_front: Callable[[], None]
    ) -> None:
        """`to_front` brings the panel into view."""
        self.bench, self.presenter, self.evidence = bench, presenter, evidence
        self._to_front = to_front

    @property
    def current(self) -> str | None:
        """Id of the claim that the panel shows."""
        return self.presenter.claim

    def current_name(self) -> str:
        """ "claim 3", or "" if none is current."""
        claim = self.bench.state.get(Claim, self.current) if self.current and self.bench.project else None
        return tr("claim {number}", number=claim.number) if claim else ""

    # --- making and finding ---

    def mark(self) -> None:
        """A claim from the selected words, or from the suggested statement at the cursor."""
        if selected := self.bench.desk.selection() or self.bench.desk.suggestion():
            self.mark_words(selected[0], selected[1].start, selected[1].end)
        else:
            self.bench.say(tr("Select words in an article first."))

    @in_turn
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
            self.evidence.texts.reveal(there[0].article_id, there[0].anchor)

    def step(self, by: int) -> None:
        """To the next or the previous claim of those that the table shows."""
        claims = self.bench.claims
        if claims.step(by) or self.bench.project is None:
            return
        shown, hidden = tr("%n claim(s)", claims.count()), claims.hidden()
        end = tr("This is the last of {claims}.") if by > 0 else tr("This is the first of {claims}.")
        said = end.format(claims=shown) if claims.count() else tr("There is no claim to go to.")
        self.bench.say(" ".join([said, *([tr("The filter hides %n more.", hidden)] if hidden else [])]))

    def filter_gave_way(self, before: ClaimsFilter) -> None:
        """The filter of the table hid the claim that is shown now, and was taken away."""
        claims = self.bench.claims
        self.bench.say(
            tr("The filter hid this claim and was taken away."), tr("Filter again"), lambda: claims.set_filter(before)
        )

    def go_to(self, appearance_id: str) -> None:
        """Scrolls to one passage of a claim."""
        if there := self.bench.state.get(Appearance, appearance_id):
            self.evidence.texts.reveal(there.article_id, there.anchor)
        elif recorded := self.bench.state.get(MediaAppearance, appearance_id):
            self._open_recording(recorded.source)

    def _open_recording(self, source: Recording) -> None:
        if isinstance(source, StoredFile):
            self.evidence.save_copy(source)
        else:
            self.evidence.open_link(source.url)

    @in_turn
    def remove_appearance(self, appearance_id: str) -> None:
        """Takes one passage or recording from its claim."""
        recorded = self.bench.state.get(MediaAppearance, appearance_id)
        verb = edits.remove_media if recorded else edits.remove_appearance
        if self.bench.do(lambda state: verb(state, appearance_id)):
            self.bench.done(tr("Appearance removed."))

    def move_appearance(self, appearance_id: str, by: int) -> None:
        """Moves a place in which a claim is made up or down; the first of them is its first appearance."""
        self.bench.do(lambda state: edits.move_appearance(state, appearance_id, by))

    @in_turn
    def restore(self, sequence: int) -> None:
        """Brings back what one step in the history of the current claim wrote."""
        claim_id, session = self.current, self.bench.session
        if not claim_id or not self.bench.flush():
            return
        history = session.history_of_claim(claim_id)
        if self.bench.do(lambda state: edits.restore(state, claim_id, history, sequence, session.who)):
            self.bench.done(tr("Brought back."))
        else:
            self.bench.say(tr("It stands so already."))

    def withdraw(self, claim_ids: list[str]) -> None:
        """Takes claims out of lists and reports."""
        said = tr("%n claim(s) withdrawn.", len(claim_ids))
        if claim_ids:
            self.bench.large.do(
                len(claim_ids), lambda state: edits.withdraw(state, claim_ids), lambda _: self.bench.done(said)
            )

    def withdraw_current(self) -> None:
        """Takes the current claim out of lists and reports."""
        if claim_id := self._chosen():
            self.withdraw([claim_id])

    def _chosen(self) -> str:
        """Id of the current claim; "" if there is none, which is told."""
        if not self.current:
            self.bench.say(tr("Choose a claim first."))
        return self.current or ""

    def go_to_part(self, part: str) -> None:
        """The keys go to a part of the current claim."""
        if self.current:
            self._to_front()
            self.bench.panel.go_to(part)
        else:
            self.bench.say(tr("Choose the claim first."))

    # --- typing ---

    def write(self, claim_id: str, field: str, text: str) -> None:
        """A field of a claim, as it is typed."""
        self._typed(claim_id, field, lambda state: edits.edit_claim(state, claim_id, field, text))

    @in_turn
    def write_cell(self, claim_id: str, field: str, value: str | int) -> None:
        """A field of a claim, as it was edited in the table: a step of its own."""
        session = self.bench.session
        session.end_typing()
        if field == "status":
            self.set_status([claim_id], str(value))
        else:
            self.bench.do(lambda state: edits.edit_claim(state, claim_id, field, value))
        session.end_typing()

    def write_verdict(self, claim_id: str, field: str, text: str) -> None:
        """Summary or rationale, as it is typed."""
        who, reader = self.bench.session.who, self.bench.reader
        self._typed(claim_id, field, lambda state: edits.write_verdict(state, claim_id, field, text, who, reader))

    def _typed(self, claim_id: str, field: str, make: Callable[[Records], Edit]) -> None:
        before = self.bench.refusals
        self.bench.do(make)
        if self.bench.refusals != before:
            self.bench.panel.refused(claim_id, field)

    def set_status(self, claim_ids: list[str], status: str) -> None:
        """Where the work stands, for one or many."""
        self.bench.large.do(len(claim_ids), lambda state: edits.set_status(state, claim_ids, Status(status)))

    def set_priority(self, claim_id: str, level: int) -> None:
        """How urgent the work on a claim is."""
        self.bench.do(lambda state: edits.edit_claim(state, claim_id, "priority", level))

    def ask_field(self, claim_ids: list[str], field: str) -> None:
        """Asks for the topic or the assignee that claims are to get; what others have is offered."""
        listing = self.presenter.claims.listing
        if listing is None or not self.bench.editable():
            return
        known = [choice.shown for choice in listing.choices(field, _OFFERED)]
        title = tr("Topic") if field == "topic" else tr("Assignee")
        said = tr("Of %n claim(s):", len(claim_ids))
        value, wished = QInputDialog.getItem(self.bench.window, title, said, known, 0, True)
        if wished:
            self.set_field(claim_ids, field, value)

    def set_field(self, claim_ids: list[str], field: str, value: str) -> None:
        """Topic or assignee, for one or many."""
        self.bench.large.do(len(claim_ids), lambda state: edits.set_field(state, claim_ids, field, value.strip()))

    # --- verdicts ---

    def rate(self, claim_id: str, rating: str) -> None:
        """The verdict by the rating's key, "" for none."""
        who, reader = self.bench.session.who, self.bench.reader
        self.bench.do(lambda state: edits.set_verdict(state, claim_id, rating, who, reader))

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
        if claim_id := self._chosen():
            self.rate(claim_id, "")

    def _scale(self, claim_id: str) -> Scale:
        given = records.verdict(self.bench.state, claim_id, self.bench.reader)
        scale_id = given.scale_id if given and given.rating else records.project(self.bench.state).scale_id
        scale = self.bench.state.get(Scale, scale_id)
        assert scale is not None, "verdicts and projects name a scale of the project"
        return scale
