"""The project, who publishes, what was imported, and places in its texts."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Project:
    """What is true of the whole project; exactly one record, with id "project"."""

    id: str
    title: str
    created: int
    #: The scale that new verdicts are given on.
    scale_id: str
    method: str = ""
    interests: str = ""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who put articles out."""

    id: str
    name: str


class Precision(StrEnum):
    """How exactly a printed date is known."""

    year = "year"
    month = "month"
    day = "day"
    minute = "minute"


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as it was printed and as it was understood."""

    printed: str
    #: ISO 8601, no finer than `precision`; "" if it was not understood. With a zone only if one was printed.
    iso: str = ""
    precision: Precision | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """Imported text and its metadata. The text itself stands in its versions."""

    id: str
    title: str
    #: The version that is read and matched now.
    version_id: str
    publisher_id: str | None = None
    author: str = ""
    published: PrintedDate | None = None
    #: BCP 47, "" if not known.
    language: str = ""
    url: str = ""
    #: Base name of the imported file, "" if there was none.
    file: str = ""
    added: int = 0
    #: Place in lists: several are added in one second.
    order: int = 0
    withdrawn: bool = False
    #: How sure the language is, 0 to 1, if it was guessed; None if it was declared or set by a person.
    language_confidence: float | None = None
    #: A copy in a web archive, "" for none; and when an archive was asked, 0 for never.
    archived_url: str = ""
    archive_asked: int = 0
    #: The article that it copies for the most part, as two papers that print one agency's report; None if it does not.
    copy_of: str | None = None
    #: Stays here when anything leaves the program: reports and exports are made without it.
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """How bytes came from the web."""

    #: As it was asked for, and where redirects led.
    url: str
    final_url: str
    status: int
    at: int
    #: The answer's headers, names in lower case, in their order.
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """One text of an article, immutable, with where it came from."""

    id: str
    article_id: str
    #: 1, 2, … within the article.
    number: int
    #: SHA-256 of the canonical text and of the original bytes, which the store keeps under these names.
    text_sha256: str
    original_sha256: str
    original_size: int
    media_type: str
    encoding: str
    #: How the text was got out of the bytes, with version: "plain 1", "trafilatura 2.3.1".
    method: str
    made: int
    note: str = ""
    #: Which article of the original it is, where that holds several; "" for the only one.
    part: str = ""
    #: SHA-256 of its landmarks as JSON, which the store keeps among the texts; "" if it has none.
    landmarks_sha256: str = ""
    #: None if the bytes did not come from the web.
    fetched: Fetched | None = None


class LandmarkKind(StrEnum):
    """What a landmark tells of the text that follows it."""

    page = "page"
    section = "section"
    time = "time"
    speaker = "speaker"
    row = "row"
    #: What else its row holds: "Place: Tollen; Source: harbour log".
    detail = "detail"


@dataclass(frozen=True, slots=True)
class Landmark:
    """Where in the original a piece of a text stands: it begins at `start` and holds up to the next of its kind.

    A label is as a person would look for it: "12", "00:01:02.500", "Ada Brink". "" ends what held before.
    """

    start: int
    kind: LandmarkKind
    label: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage stored so that it can be found again: `text[start:end] == exact` in the version that it names."""

    version_id: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


class Doubt(StrEnum):
    """Why a person must look at a passage again after its text changed."""

    #: Words that are nearly the same stand in the new version; the person says whether they are the passage.
    moved = "moved"
    #: Nothing there is sure to be the passage.
    lost = "lost"


@dataclass(frozen=True, slots=True)
class Review:
    """A passage that was not found again for sure in a later version; it stays in its own until a person decides."""

    doubt: Doubt
    #: The version in which it was looked for, and the likeness of the best place there, 0 to 1.
    version_id: str
    score: float
    #: That place, if the doubt is only whether it is the passage.
    proposal: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an article version; what matching compares. Derived."""

    article_id: str
    version_id: str
    #: Order within the version, from 0.
    index: int
    start: int
    end: int
    text: str
