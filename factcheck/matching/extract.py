"""All facts of all wordings."""

from collections.abc import Callable, Iterable
from itertools import chain

from factcheck.matching.amount import Amount
from factcheck.matching.corpus import Corpus
from factcheck.matching.counting import Counting
from factcheck.matching.dating import place_in_time
from factcheck.matching.facts import Fact, same_value
from factcheck.matching.kinds import Kinds
from factcheck.matching.moments import Day
from factcheck.matching.offsets import Offsets
from factcheck.matching.reading import Reading
from factcheck.matching.roles import Roles
from factcheck.matching.titles import Titles
from factcheck.matching.whereabouts import Whereabouts

#: A figure that was converted to another unit is off by no more.
_CONVERTED = 0.9


def facts(corpus: Corpus, tick: Callable[[int], None]) -> list[Fact]:
    """The facts of all wordings; `tick` is called with the number of each."""
    place_in_time(corpus, tick)
    found: list[Fact] = []
    #: The day that the article told of last.
    last: dict[int, Day] = {}
    for wording in corpus.wordings:
        tick(wording.index)
        reading = Reading(wording)
        source = wording.places[0][0]
        named = _days(reading)
        found.extend(_once(_of(reading, named[0] if named else last.get(source))))
        if named:
            last[source] = named[-1]
    return found


def _days(reading: Reading) -> list[Day]:
    """The whole dates that a wording names for what it tells."""
    return [w.day for w in reading.whens if w.day and w.day.day and w.day.year and not w.of_report]


def _of(reading: Reading, anchor: Day | None) -> Iterable[Fact]:
    readers = (Counting, Whereabouts, Roles, Kinds, Titles)
    found = chain.from_iterable(reader(reading).facts() for reader in readers)
    return chain(found, Offsets(reading, anchor).facts())


def _once(found: Iterable[Fact]) -> list[Fact]:
    """Without a slot's value given twice in one wording: "10 km (six miles)" is one."""
    kept: list[Fact] = []
    for fact in found:
        if not any(same_value(fact, other) and _one_figure(fact, other) for other in kept):
            kept.append(fact)
    return kept


def _one_figure(a: Fact, b: Fact) -> bool:
    """Whether two amounts are one, not merely possible beside each other: "at least two … five"."""
    if not (isinstance(a.value, Amount) and isinstance(b.value, Amount)):
        return True
    small, large = sorted((abs(a.value.value), abs(b.value.value)))
    return small >= _CONVERTED * large
