"""Days and times of day: what a statement says of when, resolved against its article's date where that is known.

A day that stands beside a reporting verb ("said on Monday") is the day of the report and is left out.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from factcheck.matching.lexicon import Lexicon
from factcheck.matching.moments import DAY, Clock, Day, When, from_date
from factcheck.matching.periods import Periods

#: Characters before a weekday that say whether it is to come.
_BEFORE = 45
#: Minutes of a part of the day from which on it is no time.
_WIDE = 100


def _either(names: object) -> str:
    assert isinstance(names, dict | list)
    return "|".join(sorted((re.escape(n) for n in names), key=len, reverse=True))


class TimeReader:
    """Finds the expressions of time of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._time = time = lexicon.time
        self._reporting = lexicon.reporting
        self._passive = lexicon.passive
        months, days = _either(time["months"]), _either(time["weekdays"])
        year = r"(?:19|20)\d\d"
        self._dates = re.compile(
            rf"(?:\b(?P<wd>{days})\b\.?,?\s+(?:the\s+)?)?"
            rf"(?:\b(?P<m1>{months})\b\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:,\d|percent|%|people))"
            rf"(?:\s*,?\s*(?P<y1>{year})\b)?"
            rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{months})\b\.?(?:\s*,?\s*(?P<y2>{year})\b)?)",
            re.IGNORECASE,
        )
        self._iso = re.compile(rf"\b(?P<y>{year})-(?P<m>\d\d)-(?P<d>\d\d)\b")
        self._months = re.compile(
            rf"\b(?:(?P<before>{_either(time['before_month'])})\s+)?(?P<m>{months})\b\.?(?:,?\s+(?P<y>{year})\b)?",
            re.IGNORECASE,
        )
        self._years = re.compile(rf"(?<![\d.,$€£-])\b(?P<y>{year})\b(?![\d%]|[.,]\d)")
        self._weekdays = re.compile(rf"\b(?P<wd>{days})\b", re.IGNORECASE)
        self._relative = re.compile(rf"\b(?P<rel>{_either(time['relative'])})\b", re.IGNORECASE)
        morning, evening = _either(time["morning"]), _either(time["evening"])
        zones = _either(time["zones"])
        self._clocks = re.compile(
            rf"\b(?:(?P<h>\d{{1,2}})[:.](?P<mi>\d\d)(?::\d\d)?|(?P<h2>\d{{1,2}})(?=\s*(?:{morning}|{evening}|{time['oclock']})"
            rf"(?!\w)))\s*(?:(?P<am>{morning})|(?P<pm>{evening})|{time['oclock']})?(?!\w)\.?"
            rf"(?:,?\s*\(?(?P<z>{zones})\b|\s+(?P<loc>{time['local']}))?",
            re.IGNORECASE,
        )
        self._military = re.compile(
            rf"\b(?P<h>[012]\d)(?P<mi>[0-5]\d)\s*(?:hours|hrs|h)?\s*(?P<z>{zones}|hours|hrs)\b", re.IGNORECASE
        )
        spelt = time["spelt"]
        hours = _either(
            [word for word, number in lexicon.number_words.items() if 1 <= number <= 12 and number % 1 == 0]
        )
        self._hours = lexicon.number_words
        self._spelt = re.compile(
            rf"\b(?P<min>{_either(spelt['minutes'])}) (?P<way>{_either(spelt['way'])}) (?P<hour>{hours})\b"
            rf"(?=(?P<rest>[^.;:!?]{{0,40}}))",
            re.IGNORECASE,
        )
        self._periods = Periods(time, lexicon.number_words)
        self._parts = re.compile(rf"\b(?P<part>{_either(time['parts'])})\b", re.IGNORECASE)

    def times(self, text: str, published: date | None, around: date | None, year: int | None) -> list[When]:
        """The expressions of time of a text in order, none inside another."""
        found: list[When] = []
        for when in self._all(text, published, around, year):
            if not any(when.start < other.end and other.start < when.end for other in found):
                found.append(when)
        return sorted(found, key=lambda w: w.start)

    def _all(self, text: str, published: date | None, around: date | None, year: int | None) -> Iterator[When]:
        """Longer forms first: what a longer one has taken is not read again."""
        yield from self._full_dates(text)
        yield from self._clock_times(text)
        yield from self._periods.whens(text, around, around.year if around else year)
        yield from self._month_names(text)
        for match in self._years.finditer(text):
            yield When(*match.span("y"), day=Day(year=int(match["y"])))
        for match in self._weekdays.finditer(text):
            if match.group()[0].isupper():
                yield self._dated(text, match, self._weekday(text, match, published))
        for match in self._relative.finditer(text):
            yield self._dated(text, match, self._from_today(match["rel"], published))
        for match in self._parts.finditer(text):
            low, high = self._time["parts"][match["part"].lower()]
            yield When(*match.span(), clock=Clock(low, high, loose=high - low > _WIDE))

    def _dated(self, text: str, match: "re.Match[str]", day: Day | None) -> When:
        return When(*match.span(), day=day, of_report=self._reported(text, match.start()))

    def _reported(self, text: str, start: int) -> bool:
        """Whether one of the last three words before is a reporting verb."""
        before = re.findall(r"[\w']+|[.,;:]", text[max(0, start - 60) : start].lower())[-5:]
        for i, word in enumerate(before[-3:], max(0, len(before) - 3)):
            if word in self._reporting and not self._passive.intersection(before[max(0, i - 2) : i]):
                return "," not in before[-1:]
        return False

    def _full_dates(self, text: str) -> Iterator[When]:
        for match in self._iso.finditer(text):
            yield When(*match.span(), day=_day(int(match["y"]), int(match["m"]), int(match["d"])))
        for match in self._dates.finditer(text):
            month = self._time["months"][(match["m1"] or match["m2"]).lower()]
            year = match["y1"] or match["y2"]
            day = _day(int(year) if year else None, month, int(match["d1"] or match["d2"]))
            weekday = self._time["weekdays"][match["wd"].lower()] if match["wd"] else None
            if day and day.weekday is None:
                day = Day(day.year, day.month, day.day, weekday)
            yield When(*match.span(), day=day, of_report=self._reported(text, match.start()))

    def _month_names(self, text: str) -> Iterator[When]:
        for match in self._months.finditer(text):
            if not text[match.start("m")].isupper():
                continue
            ambiguous = len(match["m"]) <= 3 or match["m"].lower() in self._time["ambiguous_months"]
            if ambiguous and not (match["before"] or match["y"]):
                continue
            month = self._time["months"][match["m"].lower()]
            yield When(match.start("m"), match.end(), day=Day(int(match["y"]) if match["y"] else None, month))

    def _clock_times(self, text: str) -> Iterator[When]:
        for match in self._military.finditer(text):
            zone = self._time["zones"].get(match["z"].lower())
            minute = int(match["h"]) * 60 + int(match["mi"])
            if minute < DAY:
                yield When(*match.span(), clock=Clock(minute, minute, zone))
        for match in self._spelt.finditer(text):
            clock = self._in_words(match)
            if clock:
                yield When(*match.span(), clock=clock)
        for match in self._clocks.finditer(text):
            clock = self._clock(match)
            if clock:
                yield When(*match.span(), clock=clock)

    def _in_words(self, match: "re.Match[str]") -> Clock | None:
        """ "Twenty to three in the morning"; without a part of the day it is open which half of the day is meant."""
        spelt, rest = self._time["spelt"], match["rest"].lower()
        minutes = spelt["minutes"][match["min"].lower()] * spelt["way"][match["way"].lower()]
        hour = int(self._hours[match["hour"].lower()]) % 12
        part = self._parts.search(rest)
        if part is None:
            return None
        low, high = self._time["parts"][part["part"].lower()]
        choices = [(60 * (hour + half) + minutes) % DAY for half in (0, 12)]
        at = next((c for c in choices if low <= c <= high or low <= c + DAY <= high), None)
        at = choices[0] if at is None and high <= DAY // 2 else at
        return Clock(at, at) if at is not None else None

    def _clock(self, match: "re.Match[str]") -> Clock | None:
        hour, minute = int(match["h"] or match["h2"]), int(match["mi"] or 0)
        half = (match["pm"] is not None) * 12
        dotted = match["h"] is not None and "." in match.group()[:3]
        if hour > 24 or minute > 59 or (dotted and not (match["am"] or match["pm"])):
            return None
        if match["am"] or match["pm"]:
            hour = hour % 12 + half
        zone = self._time["zones"].get(match["z"].lower()) if match["z"] else None
        at = hour * 60 + minute
        return Clock(at, at, zone, local=match["loc"] is not None)

    def _weekday(self, text: str, match: "re.Match[str]", published: date | None) -> Day:
        """The named day: the last such day up to the article's date if that is known, or the next if it is to come."""
        weekday = self._time["weekdays"][match["wd"].lower()]
        if published is None:
            return Day(weekday=weekday)
        before = re.findall(r"\w+", text[max(0, match.start() - _BEFORE) : match.start()].lower())
        ahead = any(word in self._time["future"] for word in before)
        back = (published.weekday() - weekday) % 7 - 7 * ahead
        return from_date(date.fromordinal(published.toordinal() - back))

    def _from_today(self, name: str, published: date | None) -> Day | None:
        shift = self._time["relative"][name.lower()]
        return from_date(date.fromordinal(published.toordinal() + shift)) if published else None


def _day(year: int | None, month: int, day: int) -> Day | None:
    """The day, with its weekday if the year is known; None if there is no such day."""
    try:
        real = date(year or 2000, month, day)
    except ValueError:
        return None
    return Day(year, month, day, real.weekday() if year else None)


@cache
def _reader(lexicon: Lexicon) -> TimeReader:
    return TimeReader(lexicon)


def times(
    text: str,
    lexicon: Lexicon,
    published: date | None = None,
    around: date | None = None,
    year: int | None = None,
) -> list[When]:
    """The expressions of time of a text in order.

    Days are resolved against the article's date, months and years also against a guess of it, or of its year alone.
    """
    return _reader(lexicon).times(text, published, around or published, year)


#: How much of a text's beginning and end may hold its date line.
_HEAD, _TAIL = 400, 200


def publication_date(published: str, text: str, lexicon: Lexicon) -> date | None:
    """The article's date: as given, or else the first whole date of its first lines, or else of its last."""
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        pass
    for piece in (text[:_HEAD], text[-_TAIL:]):
        for when in times(piece, lexicon):
            day = when.day.date() if when.day else None
            if day and not _looks_back(day.year, text):
                return day
    return None


#: A look back: the text names a year that is later by so many years, which no plan is.
_LATER = 6


def _looks_back(year: int, text: str) -> bool:
    """Whether a year is only one that the text looks back at."""
    return any(int(later) >= year + _LATER for later in re.findall(r"\b(?:19|20)\d\d\b", text))
