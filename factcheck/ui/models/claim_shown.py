"""A claim with all that its panel shows of it, as plain data."""

from dataclasses import dataclass

from factcheck.i18n import Catalogue
from factcheck.model import (
    Added,
    Claim,
    Evidence,
    Finding,
    Link,
    MediaAppearance,
    Met,
    Note,
    PassageTarget,
    Rating,
    Review,
    Scale,
    StoredFile,
    Verdict,
)
from factcheck.ui import hosts
from factcheck.ui.models.findings_model import PassageInfo
from factcheck.ui.text import in_a_row, tr


@dataclass(frozen=True, slots=True)
class AppearanceShown:
    """A passage in which the claim is made."""

    id: str
    quote: str
    info: PassageInfo
    #: Where in the original it stands: "p. 3".
    place: str = ""
    review: Review | None = None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """A piece of evidence in words."""

    evidence: Evidence
    title: str
    #: Publisher and host, file type, …; as far as there is any.
    where: str = ""
    quote: str = ""
    #: An address that can be opened; "" for none.
    url: str = ""
    review: Review | None = None
    #: Whether it is hidden from the reader what it does to the claim.
    unweighed: bool = False
    #: None if history does not tell.
    added: Added | None = None


@dataclass(frozen=True, slots=True)
class HistoryShown:
    """One edit of the claim."""

    at: int
    who: str
    label: str
    #: Of the entry.
    sequence: int = 0
    #: Number of the claim that it was done to, if that one was merged into this one later.
    of: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict with the rating that it names."""

    verdict: Verdict
    rating: Rating | None


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """What the claim panel shows."""

    claim: Claim
    #: The first is the first appearance.
    appearances: tuple[AppearanceShown, ...]
    #: That of the reader who is at the desk.
    verdict: Verdict | None
    scale: Scale
    evidence: tuple[EvidenceShown, ...] = ()
    #: Newest first.
    history: tuple[HistoryShown, ...] = ()
    #: Findings that touch one of its passages.
    findings: tuple[Finding, ...] = ()
    #: Independent publishers among the evidence.
    sources: int = 0
    #: What others have checked that may be this claim, the likeliest first.
    earlier: tuple[Met, ...] = ()
    #: What is given by the first and the second reader, as far as the one at the desk may know.
    given: tuple[Given | None, Given | None] = (None, None)
    #: Whether the second reader is at the desk.
    reads_second: bool = False
    #: Whether the day is over by which the work was to be done, and by which an answer was awaited.
    overdue: bool = False
    reply_overdue: bool = False

    @property
    def open_to_both(self) -> bool:
        """Whether both readers see both verdicts."""
        second = self.given[1]
        return bool(second and second.verdict.revealed and second.verdict.rating)


def media_shown(place: MediaAppearance, catalogue: Catalogue) -> AppearanceShown:
    """A place outside any text in words."""
    medium = catalogue(f"medium.{place.medium}")
    match place.source:
        case Link() as link:
            info = PassageInfo(link.title or link.url, link.publisher, link.date)
        case StoredFile(name=name):
            info = PassageInfo(name)
    where = ", ".join(filter(None, (medium, place.time)))
    return AppearanceShown(place.id, place.transcript, info, where, withheld=place.withheld)


def evidence_shown(evidence: Evidence, info: PassageInfo | None = None, place: str = "") -> EvidenceShown:
    """A piece of evidence in words; `info` tells of the article, and `place` where in it, if it is a passage."""
    match evidence.target:
        case Link() as link:
            host = hosts.shown(link.url)
            archived = tr("archived") if link.archived_url else tr("not archived")
            where = in_a_row(link.publisher, host.removeprefix("www."), link.date, archived)
            return EvidenceShown(evidence, link.title or link.url, where, link.quote, link.url)
        case PassageTarget(anchor=anchor):
            info = info or PassageInfo(tr("An article that was withdrawn"))
            where = in_a_row(info.publisher, info.published, place)
            return EvidenceShown(evidence, info.title, where, anchor.exact, review=evidence.review)
        case StoredFile(name=name, media_type=media_type):
            return EvidenceShown(evidence, name, media_type)
        case Note(text=text):
            return EvidenceShown(evidence, text)
