"""Times said from the day of the article: "last week", "earlier this month", "three years ago", "last April"."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from factcheck.matching.moments import Day, When

_WEEK = 7
#: Days by which "a week ago" and "two weeks ago" may be off.
_ABOUT_WEEKS = 3
_MONTHS = 12


def _either(names: object) -> str:
    assert isinstance(names, dict | list)
    return "|".join(sorted((re.escape(n) for n in names), key=len, reverse=True))


class Periods:
    """Finds what is said from the day of the article, in one language."""

    def __init__(self, time: Mapping[str, Any], numbers: Mapping[str, float]) -> None:
        told: Mapping[str, Any] = time["periods"]
        self.steps: Mapping[str, int] = told["steps"]
        self.units: Mapping[str, str] = told["units"]
        self.months: Mapping[str, int] = time["months"]
        self.numbers = {word: int(n) for word, n in numbers.items() if n == int(n) and n >= 1}
        steps, units = _either(self.steps), _either(self.units)
        counted = rf"\d{{1,3}}|{_either(dict(self.numbers))}|{_either(told['one'])}"
        self._named = re.compile(
            rf"\b(?P<step>{steps}) (?:(?P<unit>{units})|(?P<month>{_either(self.months)}))\b", re.I
        )
        self._ago = re.compile(rf"\b(?P<n>{counted})[ -](?P<unit>{units})s? {told['ago']}\b", re.I)

    def whens(self, text: str, around: date | None, year: int | None) -> Iterator[When]:
        """What the text says so, for an article of about this date, or of this year if no more is known."""
        for match in self._ago.finditer(text):
            n = int(match["n"]) if match["n"].isdigit() else self.numbers.get(match["n"].lower(), 1)
            yield self._when(match, self._ago_day(n, self.units[match["unit"].lower()], around, year))
        for match in self._named.finditer(text):
            step = self.steps[match["step"].lower()]
            if match["month"] is None:
                yield self._when(match, self._stepped(step, self.units[match["unit"].lower()], around, year))
            elif match["month"][0].isupper() and around:
                yield self._when(match, _month(step, self.months[match["month"].lower()], around))

    def _when(self, match: "re.Match[str]", day: Day | None) -> When:
        return When(*match.span(), day=day)

    def _ago_day(self, n: int, unit: str, around: date | None, year: int | None) -> Day | None:
        if unit == "year":
            return Day(year - n, told=False) if year and n < year else None
        if around is None:
            return None
        if unit == "month":
            return _between(_months(around, -n - 1), _months(around, 1 - n))
        off = _ABOUT_WEEKS if unit == "week" else 0
        day = around - timedelta(days=n * (_WEEK if unit == "week" else 1))
        return _between(day - timedelta(days=off), day + timedelta(days=off))

    def _stepped(self, step: int, unit: str, around: date | None, year: int | None) -> Day | None:
        """Last week is any of the thirteen days before; last month and last year are those of the calendar."""
        if unit == "year":
            return Day(year + step, told=False) if year else None
        if around is None:
            return None
        if unit == "month":
            month = _months(around, step)
            return Day(month.year, month.month, told=False)
        shifted = around + timedelta(days=_WEEK * step)
        return _between(shifted - timedelta(days=_WEEK - 1), shifted + timedelta(days=_WEEK - 1))


def _month(step: int, month: int, about: date) -> Day:
    """Last April is the one before; this April and next April are the ones to come or just past."""
    past = month < about.month
    year = about.year - (not past) if step < 0 else about.year + (past and step > 0)
    return Day(year, month, told=False)


def _months(day: date, by: int) -> date:
    """The same day of another month, or its last before the 29th."""
    months = day.year * _MONTHS + day.month - 1 + by
    return date(months // _MONTHS, months % _MONTHS + 1, min(day.day, 28))


def _between(first: date, last: date) -> Day:
    return Day(span=(first.toordinal(), last.toordinal()), told=False)
