"""What is marked in an article: claims and evidence from the records, disputes from the findings. Made without Qt."""

from collections.abc import Iterable, Iterator

from factcheck import blind, records
from factcheck.i18n import Catalogue
from factcheck.model import Appearance, Article, Claim, Evidence, Finding, PassageTarget
from factcheck.records import Records
from factcheck.text import Span
from factcheck.ui.models.findings_model import fact_of, gist_text
from factcheck.ui.present import passages
from factcheck.ui.views.marks import Mark


def marks(state: Records, article: Article, catalogue: Catalogue) -> list[Mark]:
    """The claims made in an article, coloured by their verdicts, and what of it is evidence."""
    made = [
        _of_claim(state, appearance, article, catalogue)
        for appearance in state.where(Appearance, article_id=article.id)
    ]
    made += [_of_evidence(state, item, article, catalogue) for item in state.passages_in(article.id)]
    return [mark for mark in made if mark]


def marks_of(state: Records, claim_id: str, article: Article, catalogue: Catalogue) -> Iterator[Mark]:
    """As `marks`, but of one claim."""
    there = (a for a in records.appearances(state, claim_id) if a.article_id == article.id)
    made = [_of_claim(state, appearance, article, catalogue) for appearance in there]
    items = (item for item in records.evidence(state, claim_id) if isinstance(item.target, PassageTarget))
    made += [_of_evidence(state, item, article, catalogue) for item in items if records.article_of(item) == article.id]
    return (mark for mark in made if mark)


def _of_claim(state: Records, appearance: Appearance, article: Article, catalogue: Catalogue) -> Mark | None:
    claim = state.get(Claim, appearance.claim_id)
    passage = appearance.anchor
    if claim is None or claim.withdrawn or passage.version_id != article.version_id:
        return None
    rating = records.rating(state, records.verdict(state, claim.id))
    colour, sign = (rating.colour, rating.sign) if rating else ("unrated", "")
    said = rating.label if rating else catalogue(f"status.{claim.status}")
    span, label = Span(passage.start, passage.end), f"{claim.number}. {claim.wording}"
    return Mark(claim.id, span, colour, sign, label, claim.number, said, appearance.id)


def _of_evidence(state: Records, item: Evidence, article: Article, catalogue: Catalogue) -> Mark | None:
    """Without a verdict's colour; and without its stance, where that would tell a second reader too much."""
    claim, passage = state.get(Claim, item.claim_id), records.anchor_in(item)
    if claim is None or claim.withdrawn or item.withdrawn or passage.version_id != article.version_id:
        return None
    stance = catalogue("blind.stance" if blind.unweighed(state, claim.id) else f"stance.{item.stance}")
    label = catalogue("mark.evidence", number=claim.number, stance=stance, wording=claim.wording)
    span = Span(passage.start, passage.end)
    return Mark(claim.id, span, "neutral", "", label, claim.number, passage=item.id)


def disputed(found: Iterable[Finding], article_id: str, catalogue: Catalogue) -> list[Mark]:
    """The passages of an article in which sources differ, as the overview shows them."""
    return [
        Mark(finding.id, Span(passage.start, passage.end), "neutral", "\N{NOT EQUAL TO}", gist, heading=fact)
        for finding in found
        for fact, gist in [(fact_of(finding), gist_text(catalogue, finding))]
        for passage in passages(finding)
        if passage.article_id == article_id
    ]
