"""Days and times of day as values, as far as they are known, and whether two of them can mean one moment."""

from dataclasses import dataclass, field
from datetime import date

DAY = 1440


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is said or follows: any of its parts may be unknown."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    #: Its year stands in the text, and was not worked out.
    told: bool = field(default=True, compare=False)
    #: It is some day from one to another (ordinals): "last week".
    span: tuple[int, int] | None = None

    def date(self) -> date | None:
        """The date, if all of it is known."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None

    def interval(self) -> tuple[int, int] | None:
        """From which day to which it may be, if its year is known."""
        if self.span or self.year is None:
            return self.span
        first = date(self.year, self.month or 1, self.day or 1)
        days = 1 if self.day else 31 if self.month else 366
        return first.toordinal(), first.toordinal() + days - 1

    def agrees(self, other: "Day") -> bool:
        """Whether both can mean one day, month or year: no part that both know differs."""
        if self.span or other.span:
            one, two = self.interval(), other.interval()
            return one is None or two is None or (one[0] <= two[1] and two[0] <= one[1])
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        if any(x is not None and y is not None and x != y for x, y in zip(mine, theirs, strict=True)):
            return False
        same_date = self.day is not None and other.day is not None
        return same_date or self.weekday is None or other.weekday is None or self.weekday == other.weekday

    def comparable(self, other: "Day") -> bool:
        """Whether the two know a part in common, and one as fine as the other: a year is no answer to a day, unless
        the day has its own year."""
        if self.year and other.year and self.year != other.year and self.told and other.told:
            return True
        if self.span or other.span:
            return all(i is not None and i[1] - i[0] <= _SPAN for i in (self.interval(), other.interval()))
        if (self.month is None and self.weekday is None) != (other.month is None and other.weekday is None):
            return False
        mine = (self.year, self.month, self.day, self.weekday)
        theirs = (other.year, other.month, other.day, other.weekday)
        return any(x is not None and y is not None for x, y in zip(mine, theirs, strict=True))


#: A period of more days is no answer to a day.
_SPAN = 92


def from_date(day: date) -> Day:
    """A day that was worked out."""
    return Day(day.year, day.month, day.day, day.weekday(), told=False)


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes of the day, from and to; a zone in minutes east of Greenwich, None if none is said."""

    low: int
    high: int
    zone: int | None = None
    #: "local time" was said.
    local: bool = False
    #: A part of the day ("afternoon"), no time of the clock.
    loose: bool = False

    def comparable(self, other: "Clock") -> bool:
        """Whether the two can be held against each other: a zone on one side only leaves it open, unless the figures
        are the same, which is the same moment or, for local time against Greenwich, a zone mixed up."""
        return (self.zone is None) == (other.zone is None) or self.low == other.low

    def agrees(self, other: "Clock") -> bool:
        """Whether both can mean one moment."""
        if self.zone is not None and other.zone is not None:
            return _near(self.low - self.zone, other.low - other.zone, _ROUND)
        if (self.zone is None) != (other.zone is None):
            mixed_up = (self.local or other.local) and self.low == other.low and 0 in (self.zone, other.zone)
            return not mixed_up
        slack = 0 if self.loose or other.loose else _ROUND
        return _overlap(self, other, slack)


#: Minutes by which reports of one moment differ.
_ROUND = 12


def _near(a: int, b: int, slack: int) -> bool:
    apart = abs(a - b) % DAY
    return min(apart, DAY - apart) <= slack


def _overlap(a: Clock, b: Clock, slack: int) -> bool:
    return any(a.low <= b.high + shift + slack and b.low + shift <= a.high + slack for shift in (-DAY, 0, DAY))


@dataclass(frozen=True, slots=True)
class When:
    """One expression of time in a statement, with its place."""

    start: int
    end: int
    day: Day | None = None
    clock: Clock | None = None
    #: It stands beside a reporting verb.
    of_report: bool = False
