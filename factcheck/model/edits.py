"""What is kept, and every change to it as data."""

from dataclasses import dataclass

from factcheck.model.articles import Article, ArticleVersion, Project, Publisher
from factcheck.model.claims import Appearance, Claim, Evidence, MediaAppearance
from factcheck.model.findings import Contradiction, Ruling
from factcheck.model.reports import IssuedReport
from factcheck.model.verdicts import Scale, Verdict

Record = (
    Project
    | Publisher
    | Article
    | ArticleVersion
    | Claim
    | Appearance
    | MediaAppearance
    | Evidence
    | Scale
    | Verdict
    | Ruling
    | Contradiction
    | IssuedReport
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
    MediaAppearance,
    Evidence,
    Verdict,
    Ruling,
    Contradiction,
    IssuedReport,
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
class Added:
    """Who added something, by name, and when."""

    who: str
    at: int


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


@dataclass(frozen=True, slots=True)
class Headline:
    """What a row of history is called, without what it changed, which may be very much."""

    sequence: int
    at: int
    who: Who
    #: As those of its `Edit`.
    label: str
    names: tuple[tuple[str, str], ...] = ()
    undoes: int | None = None
    redoes: int | None = None
