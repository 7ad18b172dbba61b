"""What speaks against a conflict of two facts, as a factor from 0 to 1 that its likelihood is multiplied by."""

import math
from datetime import date

from factcheck.matching.amount import Amount, Bound
from factcheck.matching.corpus import Wording
from factcheck.matching.facts import Fact, Named, Sort, Value
from factcheck.matching.lexicon import Lexicon
from factcheck.matching.moments import Clock, Day

#: Factors for what makes both likely true.
_OTHER_DAY = 0.45
_OTHER_PLACE = 0.75
_BOUND = 0.6
_VAGUE = 0.45
_WEAK_WORD = 0.4
_NO_HOUSE = 0.5
#: Days between "last month" and a printed month of quite another time.
_OTHER_TIME = 100
#: Days of a year; years from which on a birthday between two articles is likely enough.
_YEAR, _BIRTHDAY = 365.25, 0.25
#: Two who share no name, and may both have the title.
_OTHER_PERSON = 0.7
_LOOSE = 0.5
#: Five women and six pirates are hardly two counts of one group; nor, mostly, people and people in no state.
_OTHER_PEOPLE = 0.6
#: Two figures of which one is so many times the other are hardly figures of one thing.
_APART = ((1.16, 1.0), (2.0, 0.8), (4.0, 0.65), (math.inf, 0.55))
_SMALL = frozenset({"age", "ordinal"})
_FAR, _FAR_APART, _BEYOND = 60.0, 0.35, 250.0


def people(language: Lexicon, a: Fact, b: Fact) -> float:
    """Pirates and passengers are counted apart; people are anybody."""
    anybody = [language.stem(f.head) in language.people for f in (a, b)]
    if a.head == b.head:
        return _OTHER_PEOPLE if all(anybody) else 1.0
    return _OTHER_PEOPLE if any(anybody) else _OTHER_PEOPLE**2


def distance(a: Fact, b: Fact) -> float:
    """Reports of one thing mostly differ by little; figures worlds apart are mostly figures of two."""
    if not (isinstance(a.value, Amount) and isinstance(b.value, Amount)) or a.slot[0] in _SMALL:
        return 1.0
    small, large = sorted((abs(a.value.value), abs(b.value.value)))
    times = large / max(small, 1e-6)
    return next(factor for limit, factor in _APART if times <= limit)


def beyond(a: Fact, b: Fact) -> bool:
    """Whether one figure is so many times the other that they are figures of different things."""
    if not (isinstance(a.value, Amount) and isinstance(b.value, Amount)):
        return False
    small, large = sorted((abs(a.value.value), abs(b.value.value)))
    return large > _BEYOND * max(small, 1.0)


def framed(left: Wording, right: Wording, a: Fact, b: Fact) -> bool:
    """Whether two words of a kind stand in one frame, and neither wording has both."""
    apart = isinstance(a.value, Sort) and isinstance(b.value, Sort) and not a.value.beside(b.value)
    return apart and bool((a.close & b.close) - left.names - right.names)


def grew_older(a: Fact, at_a: date | None, b: Fact, at_b: date | None) -> bool:
    """Whether somebody is older in one article because it came out so much later."""
    if at_a is None or at_b is None or not (isinstance(a.value, Amount) and isinstance(b.value, Amount)):
        return False
    years = (at_b - at_a).days / _YEAR
    return abs(years) > _BIRTHDAY and abs(b.value.value - a.value.value - years) < 1


def setting(a: Fact, b: Fact) -> float:
    """Figures of different days or places are figures of different things."""
    factor = 1.0
    if a.day and b.day and not a.day.agrees(b.day):
        factor *= _OTHER_DAY
    if a.places and b.places and not a.places & b.places:
        factor *= _OTHER_PLACE
    return factor


def same_grain(a: Fact, b: Fact) -> bool:
    """Whether two times are said alike: a year alone is no other answer to a day, nor is "today" to "today"."""
    if not (isinstance(a.value, Day) and isinstance(b.value, Day)):
        return True
    words = [f.shown.split(" ")[0].lower() for f in (a, b)]
    relative = words[0] == words[1] and not any(_printed(f, f.value) for f in (a, b))
    return not relative and not _other_time(a, b)


def _other_time(a: Fact, b: Fact) -> bool:
    """Whether a weekday or "yesterday" is held against a date of quite another season: one of the two looks back."""
    if not (isinstance(a.value, Day) and isinstance(b.value, Day)):
        return False
    if _printed(a, a.value) == _printed(b, b.value):
        return False
    coarse = all(day.day is None and day.weekday is None for day in (a.value, b.value))
    one, two = a.value.interval(), b.value.interval()
    if coarse and one and two:
        return max(one[0] - two[1], two[0] - one[1]) > _OTHER_TIME
    years = a.value.year is not None and b.value.year is not None and a.value.year != b.value.year
    months = a.value.month is not None and b.value.month is not None and abs(a.value.month - b.value.month) > 1
    return years or months


def _printed(fact: Fact, day: Value) -> bool:
    """Whether the date itself stands in the wording, and was not worked out."""
    date_said = any(c.isdigit() for c in fact.shown) and not fact.resolved
    return date_said or (isinstance(day, Day) and day == Day(None, day.month))


def kind_of_word(a: Fact, b: Fact) -> float:
    """Opposites that are common words, offices without a house, and titles that many have prove little."""
    loose = [f.value.loose for f in (a, b) if isinstance(f.value, Clock)]
    if loose and any(loose):
        return _LOOSE
    if isinstance(a.value, Named) and isinstance(b.value, Named):
        return 1.0 if a.value.last == b.value.last or a.value.shares_given(b.value) else _OTHER_PERSON
    if a.slot[0] == "opposite" and "weak" in (a.head, b.head):
        return _WEAK_WORD
    return _NO_HOUSE if a.slot[0] == "role" and not a.slot[2] else 1.0


def bounds(a: Fact, b: Fact) -> float:
    """A lower bound under a larger value, and words such as "dozens", clash only softly."""
    if not (isinstance(a.value, Amount) and isinstance(b.value, Amount)):
        return 1.0
    if Bound.vague in (a.value.bound, b.value.bound):
        return _VAGUE
    small, large = sorted((a.value, b.value), key=lambda v: v.value)
    if large.value > _FAR * max(small.value, 1.0):
        return _FAR_APART
    return _BOUND if small.bound is Bound.least or large.bound is Bound.most else 1.0
