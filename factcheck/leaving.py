"""What may leave the program: records without those that a person withholds. Reports and exports read through this.

An article that is withheld takes along all that quotes it: its texts, appearances in it, rulings and findings on it,
a claim that is made nowhere else, a publisher that nothing else names. Evidence keeps its place, emptied, since
rationales refer to it by number. History is not touched and holds what is withheld; it must not leave as it is.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from factcheck import records
from factcheck.errors import NotFoundError
from factcheck.i18n import sentence
from factcheck.model import (
    Appearance,
    Article,
    ArticleVersion,
    Claim,
    Contradiction,
    Evidence,
    Finding,
    Landmark,
    MediaAppearance,
    Note,
    PassageTarget,
    Publisher,
    Record,
    Ruling,
    Verdict,
)
from factcheck.records import Records, Wanted

R = TypeVar("R", bound=Record)
P = TypeVar("P", Appearance, Evidence)


def leaving(state: Records) -> Records:
    """These records as they may leave the program; for as long as `state` does not change."""
    if isinstance(state, _Leaving):
        return state
    held = _held(state)
    return _Leaving(state, held) if any((held.articles, held.claims, held.places)) else state


def may_leave(state: Records, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that quote nothing withheld: what one says, its reasons included, comes from all of its passages."""
    out = leaving(state)
    quoted: dict[str, bool] = {}

    def open_to_all(article_id: str) -> bool:
        if article_id not in quoted:
            quoted[article_id] = out.get(Article, article_id) is not None
        return quoted[article_id]

    return [f for f in findings if all(open_to_all(p.article_id) for side in f.positions for p in side.passages)]


@dataclass(frozen=True, slots=True)
class _Held:
    """Ids of what stays. `places` are appearances and evidence that are withheld themselves."""

    articles: frozenset[str]
    versions: frozenset[str]
    publishers: frozenset[str]
    claims: frozenset[str]
    places: frozenset[str]


def _held(state: Records) -> _Held:
    articles = state.where(Article, withheld=True)
    ids = frozenset(article.id for article in articles)
    places: set[str] = set()
    for kind in (Appearance, MediaAppearance, Evidence):
        places.update(place.id for place in state.where(kind, withheld=True))
    return _Held(
        ids,
        frozenset(version.id for id in ids for version in records.versions(state, id)),
        frozenset(p for p in {a.publisher_id for a in articles} if p and _only_of(state, p, ids)),
        frozenset(claim.id for claim in state.where(Claim, withheld=True)) | _taken_along(state, ids),
        frozenset(places),
    )


def _only_of(state: Records, publisher_id: str, held: frozenset[str]) -> bool:
    """Whether nothing but withheld articles names this publisher."""
    return all(article.id in held for article in state.where(Article, publisher_id=publisher_id))


def _taken_along(state: Records, held: frozenset[str]) -> frozenset[str]:
    """The claims that are made in withheld articles and nowhere else: their wording is mostly that of the article."""
    made = {a.claim_id for id in held for a in state.where(Appearance, article_id=id)}
    return frozenset(
        claim
        for claim in made
        if not records.media(state, claim)
        and all(place.article_id in held for place in records.appearances(state, claim))
    )


class _Leaving:
    """`Records` without what stays."""

    def __init__(self, state: Records, held: _Held) -> None:
        self._state = state
        self._held = held

    def get(self, kind: type[R], id: str) -> R | None:
        found = self._state.get(kind, id)
        return None if found is None else self._shown(found)

    def where(self, kind: type[R], **equal: Wanted) -> list[R]:
        return list(self._only_shown(self._state.where(kind, **equal)))

    def each(self, kind: type[R]) -> Iterator[R]:
        return self._only_shown(self._state.each(kind))

    def last(self, kind: type[R]) -> R | None:
        return next(iter([*self.each(kind)][-1:]), None)

    def count(self, kind: type[Record]) -> int:
        return sum(1 for _ in self.each(kind))

    def to_review(self, kind: type[P]) -> list[P]:
        return [passage for passage in self._only_shown(self._state.to_review(kind)) if passage.review]

    def passages_in(self, article_id: str) -> list[Evidence]:
        found = self._only_shown(self._state.passages_in(article_id))
        return [item for item in found if isinstance(item.target, PassageTarget)]

    def text(self, version_id: str) -> str:
        if version_id in self._held.versions:
            raise NotFoundError(sentence("error.article.withheld"))
        return self._state.text(version_id)

    def landmarks(self, version_id: str) -> tuple[Landmark, ...]:
        return () if version_id in self._held.versions else self._state.landmarks(version_id)

    def _only_shown(self, found: Iterable[R]) -> Iterator[R]:
        return (shown for record in found if (shown := self._shown(record)) is not None)

    def _shown(self, record: R) -> R | None:
        """The record as it may leave; None if it stays."""
        stays = _STAYS.get(type(record))
        if stays and stays(record, self._held):
            return None
        if isinstance(record, Evidence) and self._quotes_withheld(record):
            return replace(record, target=Note(""), comment="", review=None, withheld=True)
        if isinstance(record, Article) and record.copy_of in self._held.articles:
            return replace(record, copy_of=None)
        return record

    def _quotes_withheld(self, item: Evidence) -> bool:
        passage = item.target if isinstance(item.target, PassageTarget) else None
        return item.id in self._held.places or bool(passage and passage.article_id in self._held.articles)


def _judges_withheld(record: Ruling | Contradiction, held: _Held) -> bool:
    sides = [*record.positions]
    if isinstance(record, Contradiction):
        sides += [side for replaced in record.replaces for side in replaced.positions]
    return any(passage.version_id in held.versions for side in sides for passage in side.anchors)


#: For each type of which records may stay: whether one does.
_STAYS: dict[type[Any], Callable[[Any, _Held], bool]] = {
    Article: lambda article, held: article.id in held.articles,
    ArticleVersion: lambda version, held: version.id in held.versions,
    Publisher: lambda publisher, held: publisher.id in held.publishers,
    Claim: lambda claim, held: claim.id in held.claims,
    Verdict: lambda verdict, held: verdict.claim_id in held.claims,
    Appearance: lambda place, held: (
        place.claim_id in held.claims or place.id in held.places or place.article_id in held.articles
    ),
    MediaAppearance: lambda place, held: place.claim_id in held.claims or place.id in held.places,
    Evidence: lambda item, held: item.claim_id in held.claims,
    Ruling: _judges_withheld,
    Contradiction: _judges_withheld,
}
