"""Claims, the passages in which they are made, and the evidence on them."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.articles import Anchor, Review


class Status(StrEnum):
    """Where the work on a claim stands; never mixed up with the verdict."""

    unchecked = "unchecked"
    in_progress = "in_progress"
    awaiting_reply = "awaiting_reply"
    second_read = "second_read"
    decided = "decided"
    published = "published"
    corrected = "corrected"
    withdrawn = "withdrawn"
    not_checkable = "not_checkable"


#: Where no deadline presses any more.
SETTLED = (Status.decided, Status.published, Status.corrected, Status.withdrawn, Status.not_checkable)


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement with its own record."""

    id: str
    #: Neutral wording.
    wording: str
    #: Order in tables and reports.
    number: int
    claimant: str = ""
    role: str = ""
    #: When and where it was claimed, as text.
    date: str = ""
    place: str = ""
    topic: str = ""
    status: Status = Status.unchecked
    priority: int = 0
    deadline: str = ""
    assignee: str = ""
    #: What could not be found out.
    limits: str = ""
    #: Right of reply: when asked, and what was answered.
    asked: str = ""
    reply: str = ""
    #: Until when an answer is awaited, as typed.
    reply_due: str = ""
    created: int = 0
    withdrawn: bool = False
    #: As of an article: stays here when anything leaves the program.
    withheld: bool = False
    #: Id of the claim that all which hung on this one went to; it is withdrawn then, and None otherwise.
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """A passage in which a claim is made; the one of the lowest order is the claim's first appearance."""

    id: str
    claim_id: str
    article_id: str
    anchor: Anchor
    order: int
    #: What is to be decided since the article's text changed; None if nothing is.
    review: Review | None = None
    withheld: bool = False


class Stance(StrEnum):
    """What a piece of evidence does to its claim."""

    supports = "supports"
    refutes = "refutes"
    context = "context"


class Grade(StrEnum):
    """Whether evidence speaks for itself (a record, a recording, an eyewitness) or reports on something that does."""

    primary = "primary"
    secondary = "secondary"


@dataclass(frozen=True, slots=True)
class Link:
    """A web page as evidence. Dates as text, as the person typed them."""

    url: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""
    archived_url: str = ""
    accessed: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class PassageTarget:
    """A passage of an article of this project as evidence."""

    article_id: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file whose bytes the project keeps, as evidence."""

    name: str
    media_type: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Note:
    """The checker's own words as evidence: a call made, a place visited."""

    text: str


Target = Link | PassageTarget | StoredFile | Note

#: What a claim can be seen or heard in.
Recording = Link | StoredFile


class Medium(StrEnum):
    """What a claim is made in that is no text."""

    image = "image"
    video = "video"
    audio = "audio"
    #: A web page that is not kept as an article.
    page = "page"


@dataclass(frozen=True, slots=True)
class MediaAppearance:
    """A place outside any text in which a claim is made: an image, a video, a recording."""

    id: str
    claim_id: str
    #: Among all appearances of the claim, those in texts included.
    order: int
    medium: Medium
    source: Recording
    #: Time code, "" if there is none: "00:12:05" or "00:12:05-00:12:31".
    time: str = ""
    #: What is said or shown there, word for word.
    transcript: str = ""
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A typed link from a claim to what speaks for or against it; numbered [1], [2], … by order within its claim."""

    id: str
    claim_id: str
    order: int
    target: Target
    stance: Stance = Stance.context
    grade: Grade = Grade.secondary
    comment: str = ""
    added: int = 0
    withdrawn: bool = False
    #: As of an appearance, if it is a passage.
    review: Review | None = None
    withheld: bool = False
