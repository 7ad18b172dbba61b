"""Records as the views show them: plain rows, made without Qt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck import dates, records, retelling
from factcheck.i18n import Catalogue
from factcheck.model import (
    DISPUTED,
    Appearance,
    Article,
    Claim,
    Evidence,
    Finding,
    Headline,
    Passage,
    Publisher,
    Rating,
    Reader,
    Verb,
    Verdict,
)
from factcheck.records import Records
from factcheck.text import Span
from factcheck.ui.models.claims_model import ClaimRow
from factcheck.ui.models.findings_model import PassageInfo
from factcheck.ui.text import by_itself
from factcheck.ui.views import when
from factcheck.ui.views.article_list import ArticleRow
from factcheck.ui.views.article_pane import ShownArticle


def passage_info(state: Records, article_id: str, say: Catalogue) -> PassageInfo:
    """What is said of the article that a passage stands in."""
    article = state.get(Article, article_id)
    if article is None:
        return PassageInfo()
    return PassageInfo(article.title, records.publisher_name(state, article), when.printed(article.published, say))


def in_dispute(finding: Finding) -> bool:
    """Whether sources differ in it, and nobody has dismissed it."""
    return finding.kind in DISPUTED and not (finding.ruling and finding.ruling.verb is Verb.dismissed)


class Touching:
    """Which findings in dispute touch which passages."""

    def __init__(self, found: Iterable[Finding] = ()) -> None:
        self._there: dict[str, Finding] = {}
        self._places: dict[str, int] = {}
        self._by_article: dict[str, dict[str, list[Span]]] = {}
        self.renew(found)

    def renew(self, found: Iterable[Finding]) -> set[str]:
        """Other findings, best first; the articles in which one came or went. Only those cost work: of one that has
        another score or ruling the passages stay where they are.
        """
        before, now = self._there, {finding.id: finding for finding in found if in_dispute(finding)}
        gone = [f for id, f in before.items() if not _stands(now.get(id), f)]
        come = [f for id, f in now.items() if not _stands(before.get(id), f)]
        self._there, self._places = now, {id: place for place, id in enumerate(now)}
        return {*self._take_out(gone), *self._put_in(come)}

    def _take_out(self, found: Iterable[Finding]) -> Iterator[str]:
        for finding in found:
            for article_id in {passage.article_id for passage in passages(finding)}:
                there = self._by_article[article_id]
                del there[finding.id]
                if not there:
                    del self._by_article[article_id]
                yield article_id

    def _put_in(self, found: Iterable[Finding]) -> Iterator[str]:
        for finding in found:
            for passage in passages(finding):
                there = self._by_article.setdefault(passage.article_id, {})
                there.setdefault(finding.id, []).append(Span(passage.start, passage.end))
                yield passage.article_id

    def appearance(self, appearance: Appearance) -> list[Finding]:
        """Those that touch one passage of a claim, each once."""
        place = Span(appearance.anchor.start, appearance.anchor.end)
        there = self._by_article.get(appearance.article_id, {})
        return self._in_order(id for id, spans in there.items() if any(span.overlaps(place) for span in spans))

    def claim(self, appearances: Iterable[Appearance]) -> list[Finding]:
        """Those that touch any passage of a claim, each once."""
        return self._in_order({finding.id for place in appearances for finding in self.appearance(place)})

    def articles(self) -> list[str]:
        """Ids of the articles in which there are any."""
        return list(self._by_article)

    def article(self, article_id: str) -> list[Finding]:
        """Those in an article, each once, in their order."""
        return self._in_order(self._by_article.get(article_id, ()))

    def count(self, article_id: str) -> int:
        """How many there are in an article."""
        return len(self._by_article.get(article_id, ()))

    def _in_order(self, ids: Iterable[str]) -> list[Finding]:
        return [self._there[id] for id in sorted(ids, key=self._places.__getitem__)]


def _stands(one: Finding | None, other: Finding) -> bool:
    """Whether one finding stands where another does; mostly they are the very same, or one is made of the other."""
    return one is not None and (one.positions is other.positions or one.positions == other.positions)


def passages(finding: Finding) -> list[Passage]:
    """All passages of a finding, position by position."""
    return [passage for position in finding.positions for passage in position.passages]


def ties(found: Iterable[Finding], here: str, there: str) -> list[tuple[int, int]]:
    """Where two articles stand beside each other in findings: a place in the first and one in the second."""
    tied = []
    for finding in found:
        starts = {id: [p.start for p in passages(finding) if p.article_id == id] for id in (here, there)}
        tied += [(start, starts[there][0]) for start in starts[here] if starts[there]]
    return tied


# --- articles ---------------------------------------------------------------------------------------------------------


def article_rows(
    state: Records, articles: Sequence[Article], counts: Mapping[str, int], touching: Touching, say: Catalogue
) -> list[ArticleRow]:
    """Some articles, for the list; `counts` says how many claims are made in which."""
    named = {article.publisher_id for article in articles if article.publisher_id}
    names = {publisher.id: publisher.name for publisher in state.where(Publisher, id=named)} if named else {}
    return [
        ArticleRow(
            article.id,
            article.title,
            names.get(article.publisher_id or "", ""),
            dates.brief(article.published, say),
            counts.get(article.id, 0),
            touching.count(article.id),
            article.file,
            _copied(state, article),
            article.withheld,
        )
        for article in articles
    ]


def shown_article(state: Records, article: Article, say: Catalogue) -> ShownArticle:
    """An article as a pane shows it."""
    return ShownArticle(
        article_id=article.id,
        version_id=article.version_id,
        title=article.title,
        publisher=records.publisher_name(state, article),
        published=when.printed(article.published, say),
        language=article.language,
        text=state.text(article.version_id),
        copy_of=_copied(state, article),
        day=dates.brief(article.published, say),
    )


def _copied(state: Records, article: Article) -> str:
    there = state.get(Article, article.copy_of) if article.copy_of else None
    return there.title if there else ""


# --- claims -----------------------------------------------------------------------------------------------------------


def claim_rows(state: Records, ids: Iterable[str], touching: Touching) -> list[ClaimRow]:
    """Some claims, for the table. One that only the listing knows is a row without words."""
    return [claim_row(state, state.get(Claim, id) or Claim(id, "", 0), touching) for id in ids]


def claim_row(state: Records, claim: Claim, touching: Touching) -> ClaimRow:
    """One claim, for the table."""
    there = records.appearances(state, claim.id)
    article = state.get(Article, there[0].article_id) if there else None
    where = {article.id: _where(state, article)} if article else {}
    items, verdicts = state.where(Evidence, claim_id=claim.id), state.where(Verdict, claim_id=claim.id)
    return _row(state, claim, there, items, verdicts, where, touching)


def _where(state: Records, article: Article) -> str:
    return " · ".join(part for part in (records.publisher_name(state, article), article.title) if part)


def _row(
    state: Records,
    claim: Claim,
    there: Sequence[Appearance],
    evidence: Sequence[Evidence],
    verdicts: Sequence[Verdict],
    where: Mapping[str, str],
    touching: Touching,
) -> ClaimRow:
    items = [item for item in evidence if not item.withdrawn]
    return ClaimRow(
        claim=claim,
        quote=there[0].anchor.exact if there else _heard(state, claim),
        first_article=where.get(there[0].article_id, "") if there else "",
        rating=_rating(state, verdicts),
        evidence_count=len(items),
        sources=records.independent_publishers(state, claim.id) if items else 0,
        contradictions=len(touching.claim(there)),
    )


def _heard(state: Records, claim: Claim) -> str:
    """What is said in the recording of a claim that no text makes."""
    return next((place.transcript for place in records.media(state, claim.id)), "")


def _rating(state: Records, verdicts: Sequence[Verdict]) -> Rating | None:
    standing = (v for v in verdicts if v.reader is Reader.first and v.replaced_by is None)
    return records.rating(state, next(standing, None))


def names_in(names: Iterable[tuple[str, str]], catalogue: Catalogue) -> list[tuple[str, str]]:
    """What is filled in where the name of a step is told; each keeps its own order in it."""
    return [(name, by_itself(value)) for name, value in retelling.names_of(names, catalogue)]


def step_name(step: Headline, catalogue: Catalogue) -> str:
    """What was done, by name: "set verdict to False", "undo: set verdict to False"."""
    return catalogue.step(step.label, names_in(step.names, catalogue), step.undoes, step.redoes)
