"""What is marked in an article: claims and evidence from the records, disputes from the findings. Made without Qt."""

from collections.abc import Collection, Iterable, Sequence

from factcheck import blind, records
from factcheck.i18n import Catalogue
from factcheck.model import Appearance, Article, Claim, Evidence, Finding, PassageTarget, Rating
from factcheck.records import Records
from factcheck.text import Span
from factcheck.ui.present import passages
from factcheck.ui.views.marks import Mark


def marks(state: Records, article: Article, catalogue: Catalogue) -> list[Mark]:
    """The claims made in an article, coloured by their verdicts, and what of it is evidence."""
    made = state.where(Appearance, article_id=article.id)
    return _made(state, article, made, state.passages_in(article.id), catalogue)


def marks_of(state: Records, claim_ids: Collection[str], article: Article, catalogue: Catalogue) -> list[Mark]:
    """As `marks`, but of some claims."""
    made = state.where(Appearance, claim_id=claim_ids, article_id=article.id)
    items = [item for item in state.where(Evidence, claim_id=claim_ids) if isinstance(item.target, PassageTarget)]
    there = [item for item in items if records.article_of(item) == article.id]
    return _made(state, article, made, there, catalogue)


def _made(
    state: Records, article: Article, made: Sequence[Appearance], items: Sequence[Evidence], catalogue: Catalogue
) -> list[Mark]:
    """What stands in the version that is read now; claims and verdicts are asked for once, and not one by one."""
    there = {place.claim_id for place in made} | {item.claim_id for item in items}
    claims = {claim.id: claim for claim in state.where(Claim, id=there) if not claim.withdrawn} if there else {}
    ratings = records.ratings(state, claims) if claims else {}
    found = [
        _of_claim(claim, place, ratings.get(claim.id), catalogue)
        for place in made
        if (claim := claims.get(place.claim_id)) and place.anchor.version_id == article.version_id
    ]
    return found + [
        _of_evidence(state, claim, item, catalogue)
        for item in items
        if (claim := claims.get(item.claim_id))
        and not item.withdrawn
        and records.anchor_in(item).version_id == article.version_id
    ]


def _of_claim(claim: Claim, appearance: Appearance, rating: Rating | None, catalogue: Catalogue) -> Mark:
    colour, sign = (rating.colour, rating.sign) if rating else ("unrated", "")
    said = rating.label if rating else catalogue(f"status.{claim.status}")
    span, label = Span(appearance.anchor.start, appearance.anchor.end), f"{claim.number}. {claim.wording}"
    return Mark(claim.id, span, colour, sign, label, claim.number, said, appearance.id)


def _of_evidence(state: Records, claim: Claim, item: Evidence, catalogue: Catalogue) -> Mark:
    """Without a verdict's colour; and without its stance, where that would tell a second reader too much."""
    passage = records.anchor_in(item)
    stance = catalogue("blind.stance" if blind.unweighed(state, claim.id) else f"stance.{item.stance}")
    label = catalogue("mark.evidence", number=claim.number, stance=stance, wording=claim.wording)
    span = Span(passage.start, passage.end)
    return Mark(claim.id, span, "neutral", "", label, claim.number, passage=item.id)


def disputed(found: Iterable[Finding], article_id: str) -> list[Mark]:
    """The passages of an article in which sources differ, as the overview shows them; what about, they do not say."""
    return [
        Mark(finding.id, Span(passage.start, passage.end), "neutral", "\N{NOT EQUAL TO}", "")
        for finding in found
        for passage in passages(finding)
        if passage.article_id == article_id
    ]
