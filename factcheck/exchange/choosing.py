"""Which records go out when only some claims do: those claims, all that hangs on them, and what that refers to."""

from collections.abc import Callable, Iterator
from typing import Any

from factcheck import records
from factcheck.model import (
    Appearance,
    Article,
    Contradiction,
    Evidence,
    MediaAppearance,
    PassageTarget,
    Record,
    Ruling,
    Verdict,
)
from factcheck.records import Records

Keeps = Callable[[Any], bool]


def everything(_record: Record) -> bool:
    """No choice."""
    return True


def belonging(state: Records, claim_ids: set[str]) -> Keeps:
    """Whether a record goes out with these claims. What is kept never refers to what is not."""
    articles = _articles(state, claim_ids)
    publishers = {article.publisher_id for id in articles if (article := state.get(Article, id))}
    versions = {version.id for id in articles for version in records.versions(state, id)}

    def of_claim(record: Appearance | MediaAppearance | Evidence | Verdict) -> bool:
        return record.claim_id in claim_ids

    def judged(record: Ruling | Contradiction) -> bool:
        sides = [*record.positions]
        if isinstance(record, Contradiction):
            sides += [side for replaced in record.replaces for side in replaced.positions]
        return all(place.version_id in versions for side in sides for place in side.anchors)

    kept: dict[str, Keeps] = {
        "Publisher": lambda record: record.id in publishers,
        "Article": lambda record: record.id in articles,
        "ArticleVersion": lambda record: record.article_id in articles,
        "Claim": lambda record: record.id in claim_ids,
        **dict.fromkeys(("Appearance", "MediaAppearance", "Evidence", "Verdict"), of_claim),
        **dict.fromkeys(("Ruling", "Contradiction"), judged),
        "IssuedReport": lambda record: bool(record.claims) and claim_ids.issuperset(record.claims),
    }
    return lambda record: kept.get(type(record).__name__, everything)(record)


def _articles(state: Records, claim_ids: set[str]) -> set[str]:
    """The articles that the claims quote, and those that these are copies of."""
    found: set[str] = set()
    left = list(_quoted(state, claim_ids))
    while left:
        article = state.get(Article, left.pop())
        if article and article.id not in found:
            found.add(article.id)
            left += [article.copy_of] if article.copy_of else []
    return found


def _quoted(state: Records, claim_ids: set[str]) -> Iterator[str]:
    for claim_id in claim_ids:
        yield from (made.article_id for made in state.where(Appearance, claim_id=claim_id))
        for item in state.where(Evidence, claim_id=claim_id):
            if isinstance(item.target, PassageTarget):
                yield item.target.article_id
