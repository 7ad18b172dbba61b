"""Reading the records: what every store gives, and the questions that all the program asks of it.

A test can answer with a dictionary, the program with SQLite; a worker thread reads through a connection of its own.
What may leave the program is read through `leaving.leaving`.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from factcheck import landmarks
from factcheck.errors import NotFoundError
from factcheck.i18n import Catalogue, sentence
from factcheck.model import (
    Anchor,
    Appearance,
    Article,
    ArticleVersion,
    Claim,
    Evidence,
    IssuedReport,
    Landmark,
    Link,
    MediaAppearance,
    PassageTarget,
    Project,
    Publisher,
    Rating,
    Reader,
    Record,
    Scale,
    Verdict,
)

R = TypeVar("R", bound=Record)
#: What holds a passage; of evidence only what has one as its target.
Passaged = Appearance | Evidence
P = TypeVar("P", Appearance, Evidence)
#: What a field is to be: this, or one of these.
Wanted = str | bool | Collection[str]


class Records(Protocol):
    """Read access to one state of a project."""

    def get(self, kind: type[R], id: str) -> R | None:
        """The record of this type with this id."""
        ...

    def where(self, kind: type[R], **equal: Wanted) -> list[R]:
        """Records whose named fields equal these values, or one of several, in their order:
        `where(Evidence, claim_id=claim.id)`, `where(Claim, id=ids)`.
        """
        ...

    def each(self, kind: type[R]) -> Iterator[R]:
        """All records of a type in their order (claims by number, articles as added, names by name)."""
        ...

    def last(self, kind: type[R]) -> R | None:
        """The last record of a type in its order, None if there is none."""
        ...

    def count(self, kind: type[Record]) -> int:
        """How many records of a type there are, withdrawn ones among them."""
        ...

    def to_review(self, kind: type[P]) -> list[P]:
        """Those whose passage a person must look at again, in their order, withdrawn ones among them."""
        ...

    def passages_in(self, article_id: str) -> list[Evidence]:
        """The evidence that is a passage of an article, withdrawn ones among them."""
        ...

    def text(self, version_id: str) -> str:
        """The canonical text of an article version. `NotFoundError` if this copy of the project lacks it."""
        ...

    def landmarks(self, version_id: str) -> tuple[Landmark, ...]:
        """What tells where its text stands in its original, in order; empty also if this copy lacks it."""
        ...


def project(records: Records) -> Project:
    """The one record of the whole project."""
    found = records.get(Project, "project")
    assert found is not None, "every project file has its project record"
    return found


def articles(records: Records) -> list[Article]:
    """The articles in use, as added."""
    return [a for a in records.each(Article) if not a.withdrawn]


def claims(records: Records) -> list[Claim]:
    """The claims in use, by number."""
    return [c for c in records.each(Claim) if not c.withdrawn]


def merged(records: Records, claim_id: str) -> list[Claim]:
    """The claims that were merged into one, and those that had been merged into them."""
    found: list[Claim] = []
    for claim in records.where(Claim, merged_into=claim_id):
        found += [claim, *merged(records, claim.id)]
    return found


def current_version(records: Records, article: Article) -> ArticleVersion:
    """The version of an article that is read now."""
    version = records.get(ArticleVersion, article.version_id)
    assert version is not None, "an article names a version of its own"
    return version


def publisher_name(records: Records, article: Article) -> str:
    """Name of who put the article out, "" if not known."""
    found = records.get(Publisher, article.publisher_id) if article.publisher_id else None
    return found.name if found else ""


def versions(records: Records, article_id: str) -> list[ArticleVersion]:
    """All texts of an article, the first one first."""
    return records.where(ArticleVersion, article_id=article_id)


def place(records: Records, anchor: Anchor, say: Catalogue) -> str:
    """Where in its original a passage stands, in words; "" if nothing tells."""
    return landmarks.place(records.landmarks(anchor.version_id), anchor.start, anchor.end, say)


def appearances(records: Records, claim_id: str) -> list[Appearance]:
    """Where a claim is made, its first appearance first."""
    return records.where(Appearance, claim_id=claim_id)


def evidence(records: Records, claim_id: str) -> list[Evidence]:
    """The evidence in use on a claim; its numbers in text count from 1 in this order."""
    return [e for e in records.where(Evidence, claim_id=claim_id) if not e.withdrawn]


def anchor_in(passage: Passaged) -> Anchor:
    """Where a passage stands."""
    if isinstance(passage, Appearance):
        return passage.anchor
    assert isinstance(passage.target, PassageTarget), "only passages stand somewhere"
    return passage.target.anchor


def article_of(passage: Passaged) -> str:
    """Id of the article that a passage stands in."""
    if isinstance(passage, Appearance):
        return passage.article_id
    assert isinstance(passage.target, PassageTarget), "only passages stand somewhere"
    return passage.target.article_id


def needing_review(records: Records) -> list[Passaged]:
    """The passages in use that were not found again for sure when their article's text changed."""
    found: list[Passaged] = [*records.to_review(Appearance)]
    found += [item for item in records.to_review(Evidence) if not item.withdrawn]
    return [passage for passage in found if _in_use(records, passage)]


def _in_use(records: Records, passage: Passaged) -> bool:
    claim, article = records.get(Claim, passage.claim_id), records.get(Article, article_of(passage))
    return claim is not None and article is not None and not (claim.withdrawn or article.withdrawn)


@dataclass(frozen=True, slots=True)
class Hanging:
    """How much hangs on an article: claims in use, how many of them are made nowhere else, pieces of evidence."""

    claims: int = 0
    lone: int = 0
    evidence: int = 0

    def __bool__(self) -> bool:
        return bool(self.claims or self.evidence)


def hanging_on(records: Records, article_id: str) -> Hanging:
    """What hangs on an article."""
    made = {place.claim_id for place in records.where(Appearance, article_id=article_id)}
    claims = [claim for id in made if (claim := records.get(Claim, id)) and not claim.withdrawn]
    lone = [c for c in claims if not media(records, c.id) and _only_in(records, c.id, article_id)]
    items = [item for item in records.passages_in(article_id) if not item.withdrawn]
    used = [item for item in items if (claim := records.get(Claim, item.claim_id)) and not claim.withdrawn]
    return Hanging(len(claims), len(lone), len(used))


def _only_in(records: Records, claim_id: str, article_id: str) -> bool:
    return all(place.article_id == article_id for place in appearances(records, claim_id))


def media(records: Records, claim_id: str) -> list[MediaAppearance]:
    """Where a claim is made outside any text."""
    return records.where(MediaAppearance, claim_id=claim_id)


def keep_one_appearance(records: Records, claim_id: str) -> None:
    """`NotFoundError` if a claim has but one: a claim without any could not be traced."""
    if len(appearances(records, claim_id)) + len(media(records, claim_id)) < 2:
        raise NotFoundError(sentence("error.claim.last_appearance"))


def verdict(records: Records, claim_id: str, reader: Reader = Reader.first) -> Verdict | None:
    """The reader's standing verdict on a claim."""
    standing = (v for v in records.where(Verdict, claim_id=claim_id) if v.reader is reader and v.replaced_by is None)
    return next(standing, None)


def issued(records: Records, template: str, claims: Sequence[str] = ()) -> list[IssuedReport]:
    """The reports of a template on these chosen claims (none: all) that went out, oldest first."""
    return [r for r in records.where(IssuedReport, template=template) if r.claims == tuple(claims)]


def went_out(records: Records, verdict_id: str) -> bool:
    """Whether a verdict stood in a report that went out."""
    return any(verdict_id in report.verdicts for report in records.each(IssuedReport))


def verdicts(records: Records, claim_ids: Collection[str], reader: Reader = Reader.first) -> Mapping[str, Verdict]:
    """The reader's standing verdicts on many claims, by claim; those without one are not in it."""
    given = records.where(Verdict, claim_id=claim_ids)
    standing = [v for v in given if v.reader is reader and v.replaced_by is None]
    return {v.claim_id: v for v in reversed(standing)}  # the first of a claim, as `verdict` gives it


def ratings(records: Records, claim_ids: Collection[str]) -> Mapping[str, Rating]:
    """What the first reader's standing verdicts on many claims say; those without a rating are not in it."""
    given = verdicts(records, claim_ids)
    scales = {scale.id: scale for scale in records.where(Scale, id={v.scale_id for v in given.values()})}
    said = {id: scales[v.scale_id].rating(v.rating) for id, v in given.items() if v.rating and v.scale_id in scales}
    return {id: rating for id, rating in said.items() if rating}


def rating(records: Records, given: Verdict | None) -> Rating | None:
    """What a verdict says, None while it has only words."""
    scale = records.get(Scale, given.scale_id) if given and given.rating else None
    return scale.rating(given.rating) if scale and given else None


def first_print(records: Records, article_id: str) -> Article | None:
    """The article itself, or the one that it and others copy, at the end of however long a chain."""
    seen = {article_id}
    found = records.get(Article, article_id)
    while found and found.copy_of and found.copy_of not in seen:
        seen.add(found.copy_of)
        found = records.get(Article, found.copy_of) or found
    return found


def independent_publishers(records: Records, claim_id: str) -> int:
    """How many different publishers the evidence on a claim comes from; copies of one article count as one."""
    names = set()
    for item in evidence(records, claim_id):
        match item.target:
            case Link(publisher=name) if name.strip():
                names.add(name.strip().casefold())
            case PassageTarget(article_id=article_id):
                article = first_print(records, article_id)
                name = publisher_name(records, article) if article else ""
                names.add(name.strip().casefold() or (article.id if article else article_id))
            case _:
                continue
    return len(names)
