"""Scales, and what readers say on them."""

from dataclasses import dataclass
from enum import StrEnum


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


class Outcome(StrEnum):
    """What came of comparing a second reader's verdict with the first."""

    agree = "agree"
    discuss = "discuss"


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
    #: Of a second reader's verdict, once both were compared, with words on it; None while not, or when one changed.
    outcome: Outcome | None = None
    remark: str = ""
