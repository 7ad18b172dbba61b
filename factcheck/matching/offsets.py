"""How long before or after something else: "the next day", "two weeks later", "the same night", "four days earlier".

Two sources may tell one story without a single date and still contradict each other in its course.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from factcheck.matching.amount import Amount, Bound
from factcheck.matching.facts import Fact
from factcheck.matching.lexicon import Lexicon
from factcheck.matching.moments import Day, from_date
from factcheck.matching.reading import Reading
from factcheck.matching.whereabouts import printed
from factcheck.model import ReasonType

DAY = 86_400.0
#: Before and after are slots of their own: "the next day" is no answer to "the day before".
BEFORE, AFTER = "before", "after"
#: A step of one unit may be this much shorter or longer: "the next day" is not so far away as two days.
_ONE_OFF = 0.45
#: Offsets of at most so many days give the day itself, if the day that they count from is known.
_COUNTED = 13
#: A date within so many words is the day itself.
_BESIDE = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """What an expression of one language says by itself: steps of a unit."""

    pattern: "re.Pattern[str]"
    steps: Mapping[str, int]
    seconds: Mapping[str, float]


@cache
def _words(lexicon: Lexicon) -> _Words:
    told: Mapping[str, Any] = lexicon.time["offsets"]
    steps: dict[str, int] = told["steps"]
    seconds: dict[str, float] = told["units"]
    either = "|".join(sorted(map(re.escape, steps), key=len, reverse=True))
    units = "|".join(sorted(seconds, key=len, reverse=True))
    return _Words(re.compile(rf"\b(?P<step>{either}) (?P<unit>{units})\b", re.IGNORECASE), steps, seconds)


class Offsets:
    """Reads the offsets of one wording; `anchor` is the day of which its article spoke last."""

    def __init__(self, reading: Reading, anchor: Day | None) -> None:
        self.r = reading
        self.anchor = anchor

    def facts(self) -> Iterator[Fact]:
        """Those in words, then those in figures; each with its day where that follows."""
        yield from self.in_words()
        for amount in self.r.amounts:
            side = self.r.lexicon.sides_of_time.get(self.r.low(amount.last)) if amount.dimension == "duration" else None
            if side:
                yield from self.offset(amount, side, (amount.first, amount.last + 1))

    def in_words(self) -> Iterator[Fact]:
        known = _words(self.r.lexicon)
        for match in known.pattern.finditer(self.r.wording.text):
            steps, unit = known.steps[match["step"].lower()], known.seconds[match["unit"].lower()]
            at = [i for i, t in enumerate(self.r.words) if match.start() <= t.start < match.end()]
            if not at:
                continue
            low, high = max(0.0, abs(steps) - _ONE_OFF) * unit, (abs(steps) + _ONE_OFF) * unit
            value = abs(steps) * unit or high / 2
            amount = Amount(value, low, high, Bound.about, "duration", unit, at[0], at[-1] + 1, at[0])
            yield from self.offset(amount, BEFORE if steps < 0 else AFTER, (at[0], at[-1] + 1))

    def offset(self, amount: Amount, side: str, where: tuple[int, int]) -> Iterator[Fact]:
        shown = self.r.text(*where)
        yield self.r.fact(ReasonType.date, ("offset", side), amount, shown, where)
        beside = self.r.dated & set(range(where[0] - _BESIDE, where[1] + _BESIDE))  # "a day later, on 2 July"
        day = self.day(amount, side) if not beside else None
        if day:
            fact = self.r.fact(ReasonType.date, ("day",), day, f"{shown} ({printed(day, self.r.lexicon)})", where)
            yield replace(fact, resolved=True)

    def day(self, amount: Amount, side: str) -> Day | None:
        """The day, if it is counted from a known one."""
        start, days = self.anchor.date() if self.anchor else None, amount.value / DAY
        counted = amount.unit == DAY or (amount.bound is Bound.exact and 0 < days <= _COUNTED)
        if start is None or not counted or (days != round(days) and days > 1):
            return None
        shift = round(days) * (-1 if side == BEFORE else 1)
        return from_date(date.fromordinal(start.toordinal() + shift))
