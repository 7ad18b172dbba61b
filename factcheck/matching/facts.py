"""Facts: typed slots, each filled by one wording with the value that it gives.

A slot says what a value is the value of: how many people were killed, how many rifles, how far, how old is Miller, on
which day, who is mayor. Two wordings that fill one slot of one event with values that cannot both hold contradict each
other, however differently they are put.
"""

from dataclasses import dataclass

from rapidfuzz import fuzz

from factcheck.matching.amount import Amount
from factcheck.matching.moments import Clock, Day
from factcheck.model import ReasonType


@dataclass(frozen=True, slots=True)
class Heading:
    """A direction in degrees, clockwise from north."""

    degrees: int

    def agrees(self, other: "Heading") -> bool:
        """North and north-east do; north and east do not."""
        apart = abs(self.degrees - other.degrees) % 360
        return min(apart, 360 - apart) <= 45


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a role: the words of the name."""

    name: tuple[str, ...]

    def agrees(self, other: "Holder") -> bool:
        """One word in common is enough: Miller, John Miller."""
        return bool(set(self.name) & set(other.name))


@dataclass(frozen=True, slots=True)
class Saying:
    """A word that is said or denied: "warned", "not warned"; what it cannot stand beside."""

    word: str
    clashes: frozenset[str]

    def agrees(self, other: "Saying") -> bool:
        """Unless one is among what the other cannot stand beside."""
        return other.word not in self.clashes and self.word not in other.clashes


@dataclass(frozen=True, slots=True)
class Sort:
    """One of a kind: pneumonia among illnesses; and all of its kind that its wording names."""

    name: str
    named: frozenset[str]

    def agrees(self, other: "Sort") -> bool:
        """Only one of a kind is true of a thing."""
        return self.name == other.name

    def beside(self, other: "Sort") -> bool:
        """Whether one of the two wordings names both: it tells them apart."""
        return self.name in other.named or other.name in self.named


@dataclass(frozen=True, slots=True)
class Title:
    """What a person is called: the last word, ranks, levels, and the word that says of what."""

    head: str
    ranks: frozenset[str]
    levels: frozenset[str]
    kind: str

    def agrees(self, other: "Title") -> bool:
        """Other titles may be held beside; another rank, level or last word of one title may not."""
        if self.head != other.head:
            return not self.kind or self.kind != other.kind
        levels = not self.levels or not other.levels or bool(self.levels & other.levels)
        return self.ranks == other.ranks and levels


#: From this likeness on, two names are one in two spellings.
_SPELLING = 80.0


@dataclass(frozen=True, slots=True)
class Named:
    """A person by first names and last name."""

    given: frozenset[str]
    last: str

    def agrees(self, other: "Named") -> bool:
        """In another spelling, or with initials, too."""
        return fuzz.ratio(self.last, other.last) >= _SPELLING and self.shares_given(other)

    def shares_given(self, other: "Named") -> bool:
        """Whether a first name of both may be one in two forms: Tom, Thomas; J, John."""
        return any(_one_name(a, b) for a in self.given for b in other.given)


def _one_name(a: str, b: str) -> bool:
    short = a[:1] == b[:1] and min(len(a), len(b)) <= 2
    return short or a[:2] == b[:2] or fuzz.ratio(a, b) >= _SPELLING


Value = Amount | Day | Clock | Heading | Holder | Saying | Sort | Title | Named


@dataclass(frozen=True, slots=True)
class Fact:
    """A slot filled by one wording."""

    #: Number of the wording.
    wording: int
    type: ReasonType
    slot: tuple[str, ...]
    value: Value
    #: The value as people would say it: "at least 24 dead".
    shown: str
    #: Where the words of the value stand in the wording.
    span: tuple[int, int]
    #: Stems of the words round the value.
    near: frozenset[str]
    #: Of these, the ones next to the value.
    close: frozenset[str] = frozenset()
    #: A year that the wording names for it, None if none.
    year: int | None = None
    #: What is counted, in the wording's own words.
    head: str = ""
    #: Words that narrow the value.
    scope: frozenset[str] = frozenset()
    #: The day that the wording names nearest to it, and the names of places in it.
    day: Day | None = None
    places: frozenset[str] = frozenset()
    #: The parts of a place that it is given for: "in the Orlo district".
    part: frozenset[str] = frozenset()
    #: The day was worked out from the article's date.
    resolved: bool = False
    #: Things are counted, no people.
    things: bool = False
    #: Its slot under its narrower name, if this is a wider one.
    narrow: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """From what nearly always tells two facts apart: facts are looked up millions of times."""
        return hash((self.wording, self.slot, self.span))


def comparable(a: Value, b: Value) -> bool:
    """Whether two values can be held against each other: a time with a zone and one without cannot."""
    match a, b:
        case Day(), Day():
            return a.comparable(b)
        case Clock(), Clock():
            return a.comparable(b)
        case _:
            return type(a) is type(b)


def agrees(a: Value, b: Value) -> bool:
    """Whether both values can be true of one thing; values of different kinds are no contradiction."""
    match a, b:
        case (Amount(), Amount()) | (Day(), Day()) | (Clock(), Clock()):
            return a.agrees(b)  # type: ignore[arg-type] # mypy does not see that both are of one kind
        case (
            (Heading(), Heading())
            | (Holder(), Holder())
            | (Saying(), Saying())
            | (Sort(), Sort())
            | (Title(), Title())
            | (Named(), Named())
        ):
            return a.agrees(b)  # type: ignore[arg-type] # as above
        case _:
            return True


def same_value(a: Fact, b: Fact) -> bool:
    """Whether two facts give one slot values that can both hold."""
    return a.slot == b.slot and agrees(a.value, b.value)
