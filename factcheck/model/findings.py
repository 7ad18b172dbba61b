"""Facts on which sources differ or agree, and what a person says of them."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.articles import Anchor


class Kind(StrEnum):
    """What a finding is. The first two have two or more positions, the others one position of two or more passages."""

    contradiction = "contradiction"
    number_update = "number update"
    agreement = "agreement"
    repeat = "repeat"


#: Kinds of findings in which sources differ.
DISPUTED = frozenset({Kind.contradiction, Kind.number_update})


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
    #: The value as a number in base units, if it is a count or a measure.
    amount: float | None = None


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
class Opinion:
    """How likely two statements cannot both be true, as a model or a judge sees it. Derived."""

    #: 0 to 1.
    chance: float
    #: Why, if it was said; from outside, so nothing but words to show.
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact on which sources differ, or agree, as matching proposes it or a person made it. Derived."""

    id: str
    kind: Kind
    #: 0 to 1, the surest nearest 1; meant as the share that a person would confirm (docs/figures.md says how far it is
    #: that). Made by a person: 1.
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
    #: "" or how rulings on findings like it moved its score.
    learnt: str = ""
    #: "" or what a second opinion says of it, and how that moved its score.
    opinion: str = ""
