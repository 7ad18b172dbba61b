"""When articles without a date came out, as far as the other articles of their event and the years in them tell.

Good enough for "last month" and "three years ago"; for "yesterday" an article must have its own date.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date

from factcheck.matching.corpus import LONGEST, Corpus, Wording

#: Articles of an event that came out within so many days of each other date the rest of it.
_SPREAD = 14
#: A year that so many articles name is no slip and no plan.
_NAMED = 2
_YEAR = re.compile(r"(?<![\d.,$€£-])(?:19|20)\d\d(?![\d%]|[.,]\d)")


def place_in_time(corpus: Corpus, tick: Callable[[int], None]) -> None:
    """Tell each wording around which day, or in which year, its article came out."""
    dates: dict[int, list[date]] = defaultdict(list)
    for number, day in enumerate(corpus.dates):
        if day and corpus.by_source[number]:
            dates[corpus.wordings[corpus.by_source[number][0]].event].append(day)
    around = {event: _middle(days) for event, days in dates.items()}
    years = _years(corpus, tick)
    for wording in corpus.wordings:
        wording.around = wording.published or around.get(wording.event)
        wording.year = wording.around.year if wording.around else years.get(wording.event)


def _middle(days: list[date]) -> date | None:
    ordered = sorted(days)
    return ordered[len(ordered) // 2] if (ordered[-1] - ordered[0]).days <= _SPREAD else None


def _years(corpus: Corpus, tick: Callable[[int], None]) -> dict[int, int]:
    """The latest year that articles of an event name."""
    named: dict[tuple[int, int], set[int]] = defaultdict(set)
    for wording in corpus.wordings:
        tick(wording.index)
        for year in _told(wording):
            named[wording.event, year] |= wording.articles
    latest: Counter[int] = Counter()
    for (event, year), articles in named.items():
        if len(articles) >= _NAMED:
            latest[event] = max(latest[event], year)
    return dict(latest)


def _told(wording: Wording) -> set[int]:
    return {int(year) for year in _YEAR.findall(wording.text[:LONGEST])}
