"""A report as plain data: everything that goes out, in the order in which it goes out, each string in its final words.

No format is known here. A renderer takes a `Report` and adds only what belongs to its medium (headings, page numbers).
"""

from dataclasses import dataclass, field

from factcheck.reporting.options import Organisation
from factcheck.reporting.pieces import Badge, Field, Quote, Source, Words
from factcheck.reporting.templates import TEMPLATES, Template


@dataclass(frozen=True, slots=True)
class VerdictText:
    """One reader's verdict."""

    badge: Badge
    scale: str
    definition: str
    who: str
    date: str
    summary: tuple[str, ...]
    rationale: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One numbered piece of evidence."""

    number: int
    stance: str
    grade: str
    title: str
    fields: tuple[Field, ...]
    quote: Words = ()
    comment: tuple[str, ...] = ()
    #: Of the quote, "" if that is not known.
    language: str = ""
    #: Number in the list of articles of what it is a passage of; 0 if it is none.
    article: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """Right of reply: when the claimant was asked, and what was answered."""

    asked: str
    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that an editor would want to be there before the report goes out."""

    #: Names it for programs: "no_second_source", "not_archived", …
    code: str
    text: str
    #: The claim that lacks it, "" if it is an article's; and the record to mend: a claim, its evidence, an article.
    claim_id: str
    record_id: str
    #: Readers are told too, beside the verdict.
    told: bool = False


@dataclass(frozen=True, slots=True)
class ClaimSection:
    """All that the report says of one claim."""

    id: str
    number: int
    wording: str
    claimant: str
    #: Role, date, place, topic, as far as they are known.
    fields: tuple[Field, ...]
    status: str
    badge: Badge
    appearances: tuple[Quote, ...]
    verdict: VerdictText | None
    second: VerdictText | None
    earlier: tuple[VerdictText, ...]
    evidence: tuple[EvidenceItem, ...]
    publishers: str
    reply: Reply | None
    limits: tuple[str, ...]
    missing: tuple[Missing, ...]
    #: Numbers of the contradictions in this report that share words with its appearances or its evidence.
    disputes: tuple[int, ...] = ()

    def told(self) -> tuple[str, ...]:
        """What is missing that readers are told, in sentences."""
        return tuple(piece.text for piece in self.missing if piece.told)


@dataclass(frozen=True, slots=True)
class PositionText:
    """One answer to a disputed fact with everyone who gives it."""

    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class RulingText:
    """The person's word on a finding."""

    label: str
    who: str
    date: str
    note: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure of a chart: as it is told, as a number, and who gives it."""

    label: str
    number: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingSection:
    """One fact on which sources differ, or agree, with all positions."""

    id: str
    number: int
    kind: str
    fact: str
    reasons: tuple[str, ...]
    positions: tuple[PositionText, ...]
    #: None while nobody has ruled on it.
    ruling: RulingText | None
    made_by_hand: bool
    #: The positions as figures, if all of them are; else none.
    bars: tuple[Bar, ...] = ()
    #: Numbers of the claims in this report that it touches.
    claims: tuple[int, ...] = ()
    #: Whether the fact names the values of all positions.
    names_values: bool = False

    def untold(self) -> tuple[str, ...]:
        """The values that a line says after the fact."""
        return () if self.names_values else tuple(position.value for position in self.positions)


@dataclass(frozen=True, slots=True)
class Correction:
    """A verdict that was replaced after publication."""

    claim: int
    date: str
    before: Badge
    after: Badge
    who: str
    wording: str = ""
    #: What the replaced verdict and the standing one said.
    was: VerdictText | None = None
    now: VerdictText | None = None


@dataclass(frozen=True, slots=True)
class Legend:
    """A scale that the report uses, with the ratings on it."""

    scale: str
    ratings: tuple[tuple[Badge, str], ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article of the appendix."""

    number: int
    title: str
    publisher: str
    author: str
    published: str
    added: str
    url: str
    file: str
    size: str
    text_sha256: str
    original_sha256: str
    archived: str = ""
    fetched: str = ""
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of the report got a verdict."""

    badge: Badge
    number: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A claim being made: one entry of the timeline."""

    #: In words; "" if nobody knows when. And as ISO 8601 in UTC, as exactly as it is known.
    date: str
    iso: str
    claim: int
    words: str
    source: Source
    #: The claim's first appearance.
    first: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    #: Twelve hexadecimal digits of a hash of all the rest but `made`: equal contents, equal id.
    id: str
    language: str
    #: When it was made, "" if that was not asked for.
    made: str
    made_at: int
    checker: str
    #: First and last verdict, last change of anything in it.
    checked: str
    updated: str
    #: "10 claims, 5 contradictions, 12 articles".
    counts: tuple[str, ...]
    claims: tuple[ClaimSection, ...]
    contradictions: tuple[FindingSection, ...]
    agreements: tuple[FindingSection, ...]
    method: tuple[str, ...]
    interests: tuple[str, ...]
    corrections: tuple[Correction, ...]
    legends: tuple[Legend, ...]
    articles: tuple[ArticleRow, ...]
    verification: tuple[Field, ...]
    #: What is needed to build it again, as JSON (`reporting.record`); every format carries it.
    record: str = ""
    #: Who read second; "" if nobody did.
    second_reader: str = ""
    #: Its claims as ClaimReview, each as JSON, for formats that search engines read; their addresses are places of it.
    reviews: tuple[str, ...] = ()
    #: Which blocks there are, in which order.
    template: Template = TEMPLATES["full"]
    organisation: Organisation = field(default_factory=Organisation)
    verdicts: tuple[Tally, ...] = ()
    timeline: tuple[Moment, ...] = ()
    #: All that is missing: the claims' in their order, then the articles'.
    missing: tuple[Missing, ...] = ()
    #: "2, first issued 3 May 2026"; "" for a report that is only looked at.
    version: str = ""
    #: Claimants are called by letters.
    anonymous: bool = False
