"""Findings: going through them, ruling on them, making and reshaping them."""

from collections.abc import Callable, Sequence

from factcheck import edits, reshaping, workflow
from factcheck.model import Article, Finding, Passage, Verb
from factcheck.text import Span
from factcheck.ui import present
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.contradiction import ContradictionDialog, QuoteShown
from factcheck.ui.holding import in_turn
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import tr
from factcheck.ui.wishes.articles import ArticleWishes


class FindingWishes:
    """Works on one window. The current finding is the one that the card shows."""

    def __init__(
        self,
        bench: Bench,
        presenter: Presenter,
        articles: ArticleWishes,
        to_front: Callable[[], None],
        to_list: Callable[[], None],
    ) -> None:
        """`to_front` brings the card into view, `to_list` lets the keys go to the list."""
        self.bench, self.presenter, self.articles = bench, presenter, articles
        self._to_front, self._to_list = to_front, to_list
        #: The first side of a contradiction that is being made by hand.
        self._side: workflow.Side | None = None

    # --- reading ---

    def choose(self, finding_id: str) -> None:
        """Shows a finding: its card, and its passages side by side in the articles."""
        finding = self.bench.feed.by_id(finding_id)
        if finding is None:
            return
        self.bench.findings.select(finding_id)
        self.presenter.show_finding(finding)
        self._to_front()
        self._lay_out(finding)

    def _lay_out(self, finding: Finding) -> None:
        """One pane per article, the first passage of each position first, as far as there are panes."""
        desk = self.bench.desk
        firsts = [position.passages[0] for position in finding.positions]
        wanted = list(dict.fromkeys(p.article_id for p in [*firsts, *present.passages(finding)]))
        shown = wanted[: len(desk.panes())]
        for article_id in shown:
            if desk.pane_of(article_id) is None:
                self.articles.show(article_id, self._pane_for(shown))
        self.presenter.highlights.show_finding(finding)
        for article_id in shown:
            first = next(p for p in [*firsts, *present.passages(finding)] if p.article_id == article_id)
            desk.reveal(article_id, Span(first.start, first.end))

    def _pane_for(self, kept: Sequence[str]) -> int:
        """An empty pane, or one whose article is not among those to be seen."""
        desk = self.bench.desk
        empty = desk.pane_of("")
        if empty is not None:
            return empty
        needed = {desk.pane_of(article_id) for article_id in kept}
        return next(pane for pane in range(len(desk.panes())) if pane not in needed)

    def show_passage(self, passage: Passage) -> None:
        """A passage by itself, its value marked, in the article."""
        self.articles.reveal(passage.article_id, passage.start, passage.end)
        self.bench.desk.clear_passages()
        clash = [Span(*span) for span in passage.spans]
        self.bench.desk.set_passages(passage.article_id, [Span(passage.start, passage.end)], clash)

    def list_article(self, article_id: str) -> None:
        """Only what touches this article, in the list, which takes the keys."""
        self.bench.findings.only_article(article_id)
        self._to_list()

    def list_current_article(self) -> None:
        """The same for the article of the current pane."""
        desk = self.bench.desk
        if article_id := desk.shown()[desk.current_pane()]:
            self.list_article(article_id)

    def word_by_word(self) -> None:
        """Two sentences of the current finding over each other, or hidden again."""
        if self._chosen():
            self._to_front()
            self.bench.card.toggle_comparison()

    def _chosen(self) -> str:
        """Id of the current finding; "" if there is none, which is told."""
        if not self.presenter.finding:
            self.bench.say(tr("Choose a finding first."))
        return self.presenter.finding or ""

    def step(self, by: int) -> None:
        """The next or the previous finding of the list."""
        self.bench.findings.step(by)

    # --- ruling ---

    @in_turn
    def rule(self, finding_id: str, verb: str, note: str | None = None) -> None:
        """The person's word on a finding; "" takes it back."""
        finding = self.bench.feed.by_id(finding_id)
        if finding is None or self.bench.project is None:
            return
        standing = finding.ruling
        with self.bench.told():
            if standing and verb == standing.verb and note not in (None, standing.note):
                self._write_note(standing.id, note or "")
            elif verb:
                workflow.rule(self.bench.session, finding, Verb(verb), note)
            elif standing:
                workflow.clear_ruling(self.bench.session, finding)

    def _write_note(self, ruling_id: str, note: str) -> None:
        """The note of a ruling, as it is typed: one step of undo however often it is kept meanwhile."""
        self.bench.do(lambda state: edits.note_on(state, ruling_id, note))

    def rule_current(self, verb: str) -> None:
        """The person's word on the current finding."""
        if finding_id := self._chosen():
            self.rule(finding_id, verb)

    @in_turn
    def remove_current(self) -> None:
        """Takes back the current finding, if a person made it."""
        finding = self.bench.feed.by_id(self.presenter.finding) if self.presenter.finding else None
        made_id = finding.made_id if finding else None
        if made_id is None:
            self.bench.say(tr("Only a finding that was made by hand can be removed; dismiss this one instead."))
        elif self.bench.do(lambda state: edits.remove_contradiction(state, made_id)):
            self.bench.done(tr("The contradiction is removed."))

    @in_turn
    def make_claims(self, finding_id: str) -> None:
        """A claim from each position."""
        finding = self.bench.feed.by_id(finding_id)
        if finding:
            with self.bench.told():
                made = workflow.claims_from(self.bench.session, finding)
                self.bench.say(tr("%n claim(s) made of the positions.", len(made)))

    # --- by hand ---

    def take_side(self) -> None:
        """The words selected in two panes as the two sides; else one after the other."""
        if len(both := self.bench.desk.selections()) > 1:
            self.forget()
            self._ask(*(workflow.Side(*selected) for selected in both[-2:]))
        elif selected := self.bench.desk.selection():
            self.take_words(selected[0], selected[1].start, selected[1].end)
        else:
            self.bench.say(tr("Select the first of the two passages that contradict each other."))

    def take_words(self, article_id: str, start: int, end: int) -> None:
        """These words as the first, then as the second side of a contradiction."""
        side = workflow.Side(article_id, Span(start, end))
        if self._side is None or self._side == side:
            self._side = side
            self.bench.say(tr("First passage taken. Select the second and do the same."), tr("Cancel"), self.forget)
            return
        first, self._side = self._side, None
        self._ask(first, side)

    def forget(self) -> None:
        """No first side is taken any more."""
        self._side = None

    @in_turn
    def _ask(self, first: workflow.Side, second: workflow.Side) -> None:
        if not self.bench.editable():
            return
        dialog = ContradictionDialog(self.bench.catalogue, (self._words(first), self._words(second)), self.bench.window)
        if not self.bench.ask(dialog):
            return
        self.bench.desk.unselect()
        given = dialog.value()
        sides = [
            workflow.Side(side.article_id, side.span, value)
            for side, value in zip((first, second), given.values, strict=True)
        ]
        with self.bench.told():
            made = workflow.contradict(self.bench.session, sides, given.fact, given.reason, given.kind)
            finding = next((f for f in self.bench.feed.findings if f.made_id == made.id), None)
            if finding:
                self.choose(finding.id)

    def _words(self, side: workflow.Side) -> QuoteShown:
        """The words of a side, and whose they are."""
        article = self.bench.state.get(Article, side.article_id)
        assert article is not None
        words = side.span.of(self.bench.state.text(article.version_id))
        return QuoteShown(words, present.passage_info(self.bench.state, article.id, self.bench.catalogue))

    # --- reshaping ---

    @in_turn
    def reshape(self, finding_id: str, groups: Sequence[Sequence[tuple[int, int]]]) -> None:
        """Passages of a finding in other positions; given as (position, passage) of now."""
        finding = self.bench.feed.by_id(finding_id)
        if finding is None:
            return
        with self.bench.told():
            reshaping.reshape(self.bench.session, finding, groups)

    @in_turn
    def split(self, finding_id: str, chosen: Sequence[tuple[int, int]]) -> None:
        """Passages of a finding become a finding of their own."""
        finding = self.bench.feed.by_id(finding_id)
        if finding:
            with self.bench.told():
                reshaping.split(self.bench.session, finding, chosen)

    @in_turn
    def join(self, finding_id: str, other_id: str) -> None:
        """Two findings are about one fact."""
        one, other = self.bench.feed.by_id(finding_id), self.bench.feed.by_id(other_id)
        if one and other:
            with self.bench.told():
                reshaping.join(self.bench.session, one, other)
