"""Keeps what is marked in the articles that are open: claims, evidence, disputes, the finding on the card."""

from collections.abc import Collection, Iterator

from factcheck.model import Appearance, Article, Finding
from factcheck.text import Span
from factcheck.ui import marking, present
from factcheck.ui.bench import Bench
from factcheck.ui.models.findings_model import fact_of, gist_text

#: Claims of which an article hardly has so many: reading what it has is quicker than looking for each of them.
_MANY = 30


class Highlights:
    """What the desk of one window marks."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def _open(self, only: Collection[str] | None = None) -> Iterator[Article]:
        """The articles that are open; of them only these, if some are named."""
        shown = dict.fromkeys(id for id in self._bench.desk.shown() if id and (only is None or id in only))
        there = (self._bench.state.get(Article, id) for id in shown)
        return (article for article in there if article)

    def show(self, article_ids: Collection[str] | None = None) -> None:
        """The claims and the evidence of all articles that are open, or of those of these that are."""
        for article in self._open(article_ids):
            self._bench.desk.set_marks(article.id, marking.marks(self._bench.seen, article, self._bench.catalogue))

    def show_claims(self, claim_ids: Collection[str]) -> None:
        """What these claims mark, anew; with very many claims the others would take longer than a key stroke."""
        if len(claim_ids) > _MANY:
            self.show({article.id for article in self._open() if self._concerns(article.id, claim_ids)})
            return
        bench = self._bench
        for article in self._open():
            for claim_id in claim_ids:
                bench.desk.drop_mark(article.id, claim_id)
            for mark in marking.marks_of(bench.seen, claim_ids, article, bench.catalogue):
                bench.desk.put_mark(article.id, mark)

    def _concerns(self, article_id: str, claim_ids: Collection[str]) -> bool:
        """Whether one of many claims is, or was, marked in an article."""
        desk, state = self._bench.desk, self._bench.state
        pane = desk.panes()[desk.shown().index(article_id)]
        marked = {mark.id for mark in pane.text.marks()}
        marked |= {place.claim_id for place in state.where(Appearance, article_id=article_id)}
        marked |= {item.claim_id for item in state.passages_in(article_id)}
        return not marked.isdisjoint(claim_ids)

    def show_disputes(self, touching: present.Touching, article_ids: Collection[str] | None = None) -> None:
        """What is in dispute: in the heads and overviews of the open articles, or of those of these that are."""
        from factcheck.ui.finding_rows import disputes  # with all that is known of findings, which are there later

        for article in self._open(article_ids):
            found = touching.article(article.id)
            marks = marking.disputed(found, article.id)
            self._bench.desk.set_disputes(article.id, disputes(found, article.id), marks, self._gist)

    def _gist(self, finding_id: str) -> tuple[str, str]:
        """What a finding is about; one that is gone by now says nothing."""
        finding = self._bench.feed.by_id(finding_id)
        return (fact_of(finding), gist_text(self._bench.catalogue, finding)) if finding else ("", "")

    def show_finding(self, finding: Finding) -> None:
        """The passages of a finding, and their clashing words."""
        desk = self._bench.desk
        desk.clear_passages()
        for article_id in {p.article_id for p in present.passages(finding)}:
            there = [p for p in present.passages(finding) if p.article_id == article_id]
            clash = [Span(*span) for passage in there for span in passage.spans]
            desk.set_passages(article_id, [Span(p.start, p.end) for p in there], clash)
