"""The nouns. Frozen records, no behaviour beyond what follows from their fields; the verbs are in `edits`.

Records (kept in the project file, covered by history): Project, Publisher, Article, ArticleVersion, Claim, Appearance,
Evidence, Scale, Verdict, Ruling, Contradiction. Derived (rebuilt from records at any time): Statement, Finding.

Times are UTC seconds since 1970. Offsets are code points into the canonical text of an article version.
"""

import secrets
from dataclasses import dataclass
from enum import StrEnum

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(prefix: str) -> str:
    """A fresh id: the record type's letter and 12 random characters (60 bits), so that projects can be merged."""
    return prefix + "".join(secrets.choice(_ALPHABET) for _ in range(12))


# --- articles ---------------------------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage stored so that it can be found again: `text[start:end] == exact` in the version that it names."""

    version_id: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


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


# --- claims -----------------------------------------------------------------------------------------------------------


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
    created: int = 0
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Appearance:
    """A passage in which a claim is made; the one of the lowest order is the claim's first appearance."""

    id: str
    claim_id: str
    article_id: str
    anchor: Anchor
    order: int


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


# --- verdicts ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rating:
    """One value on a scale."""

    key: str
    label: str
    definition: str = ""
    #: Larger is truer; None if it stands beside the line (satire, unproven).
    number: float | None = None
    #: A semantic name; themes and reports say which colour it is.
    colour: str = "neutral"
    #: The character that stands for it where colour is not seen.
    sign: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A named verdict scale; a project holds its own editable copies."""

    id: str
    name: str
    ratings: tuple[Rating, ...] = ()

    def rating(self, key: str) -> Rating | None:
        """The rating with this key, retired or not."""
        return next((r for r in self.ratings if r.key == key), None)


class Reader(StrEnum):
    """Whose verdict: the checker's own, or the second reader's."""

    first = "first"
    second = "second"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one reader makes of a claim: one standing per reader, and those that it replaced after publication."""

    id: str
    claim_id: str
    reader: Reader
    #: Name of who gave it.
    who: str
    scale_id: str
    #: Key of a rating of the scale; "" while only words have been written.
    rating: str = ""
    summary: str = ""
    rationale: str = ""
    given: int = 0
    #: A second reader's verdict is blind until it is revealed.
    revealed: bool = True
    #: Id of the verdict that took this one's place after publication; None while it stands.
    replaced_by: str | None = None


# --- contradictions ---------------------------------------------------------------------------------------------------


class Kind(StrEnum):
    """What a finding is. The first two have two or more positions, the others one position of two or more passages."""

    contradiction = "contradiction"
    number_update = "number update"
    agreement = "agreement"
    repeat = "repeat"


class ReasonType(StrEnum):
    """What kind of thing the sources differ in."""

    number = "number"
    quantity = "quantity"
    date = "date"
    time = "time"
    place = "place"
    name = "name"
    role = "role"
    negation = "negation"
    antonym = "antonym"
    other = "other"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a finding is one: its type, and a sentence in plain words."""

    type: ReasonType
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One statement within a finding. `spans` are the words that clash, as offsets into the same text."""

    article_id: str
    version_id: str
    start: int
    end: int
    text: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to the disputed fact, with all passages that give it."""

    value: str
    passages: tuple[Passage, ...]


class Verb(StrEnum):
    """What a person can say of a finding."""

    confirmed = "confirmed"
    dismissed = "dismissed"
    scope = "scope"


@dataclass(frozen=True, slots=True)
class JudgedPosition:
    """A position as a ruling saw it: its value and the anchors of its quotes."""

    value: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The person's word on a finding, with what it judged, by which it meets the finding again in a later run."""

    id: str
    verb: Verb
    kind: Kind
    fact: str
    positions: tuple[JudgedPosition, ...]
    who: str
    given: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """A proposed finding as it was seen when it was reshaped."""

    kind: Kind
    positions: tuple[JudgedPosition, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A finding made or reshaped by a person. Unlike a proposed finding it is a record."""

    id: str
    kind: Kind
    fact: str
    reason: Reason
    positions: tuple[JudgedPosition, ...]
    who: str
    made: int
    #: Proposed findings that it stands for, which are no longer shown: what each judged, as a ruling would store it.
    replaces: tuple[JudgedFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact on which sources differ, or agree, as matching proposes it or a person made it. Derived."""

    id: str
    kind: Kind
    #: 0 to 1: share of such findings that a person would confirm. Made by a person: 1.
    score: float
    fact: str
    #: The most important first.
    reasons: tuple[Reason, ...]
    positions: tuple[Position, ...]
    #: The ruling that stands, and "" or why the finding is back although it was ruled on.
    ruling: Ruling | None = None
    back: str = ""
    #: Id of the Contradiction record if a person made it.
    made_id: str | None = None


# --- edits ------------------------------------------------------------------------------------------------------------

Record = (
    Project
    | Publisher
    | Article
    | ArticleVersion
    | Claim
    | Appearance
    | Evidence
    | Scale
    | Verdict
    | Ruling
    | Contradiction
)

#: Every record type, in an order in which each only refers to earlier ones.
RECORD_TYPES: tuple[type[Record], ...] = (
    Scale,
    Project,
    Publisher,
    Article,
    ArticleVersion,
    Claim,
    Appearance,
    Evidence,
    Verdict,
    Ruling,
    Contradiction,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None where it does not exist. One is always there; type and id agree."""

    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person did, as data: undone by swapping before and after."""

    #: Key of its name in the catalogue ("edit.set_verdict") and what is filled in there (("rating", "False"),).
    label: str
    changes: tuple[Change, ...]
    names: tuple[tuple[str, str], ...] = ()
    #: Edits of the same field in one sitting carry the same key and are one undo step; "" for all else.
    typing: str = ""

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(self.label, tuple(Change(c.after, c.before) for c in reversed(self.changes)), self.names)


@dataclass(frozen=True, slots=True)
class Who:
    """The person at the desk: a name, and an id that stays when the name or the machine changes."""

    name: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of history."""

    #: 1, 2, …
    sequence: int
    at: int
    who: Who
    edit: Edit
    #: Sequence of the entry that opened the undo step that this one belongs to (its own, mostly).
    step: int
    #: The step that it takes back or brings back.
    undoes: int | None = None
    redoes: int | None = None
    hash: str = ""
    previous: str = ""
