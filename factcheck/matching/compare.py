"""How likely two facts of one slot are to contradict each other.

The score of a pair grows with how much the two speak of the same (near the values and over all) and falls with all that
makes both true: another event, another year, a part and the whole, an article that gives both values.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.matching.amount import Amount
from factcheck.matching.corpus import Corpus, cosine
from factcheck.matching.doubts import (
    beyond,
    bounds,
    distance,
    framed,
    grew_older,
    kind_of_word,
    people,
    same_grain,
    setting,
)
from factcheck.matching.facts import Fact, Sort, Value, agrees, comparable
from factcheck.matching.wider import met_before


@dataclass(frozen=True, slots=True)
class Pair:
    """Two facts of one slot: whether their values agree, how alike what they say is, and how likely they clash."""

    a: Fact
    b: Fact
    agree: bool
    alike: float
    #: By the formula: decides which clashes stand in one row.
    score: float
    #: By the ranking: how likely a person is to confirm it.
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How likely two alike facts of a slot are to be in conflict: at no likeness, and at full likeness."""

    floor: float
    full: float


#: By the kind of slot; set by hand on the open topics.
WEIGHTS: Mapping[str, Weights] = {
    "state": Weights(0.25, 0.95),
    "count": Weights(0.2, 0.9),
    "measure": Weights(0.0, 0.85),
    "age": Weights(0.55, 0.9),
    "years": Weights(0.0, 0.8),
    "ordinal": Weights(0.0, 0.75),
    "day": Weights(0.0, 0.85),
    "offset": Weights(0.0, 0.8),
    "clock": Weights(0.0, 0.85),
    "direction": Weights(0.35, 0.85),
    "side": Weights(0.35, 0.85),
    "role": Weights(0.4, 0.8),
    "post": Weights(0.3, 0.6),
    "said": Weights(0.0, 0.55),
    "opposite": Weights(0.0, 0.6),
    "swap": Weights(0.0, 0.35),
    "kind": Weights(0.0, 0.4),
    "title": Weights(0.3, 0.6),
    "holder": Weights(0.0, 0.7),
}
#: Factors for what makes both likely true.
_OTHER_EVENT = 0.1
_OTHER_YEAR = 0.25
_ONE_YEAR_NAMED = 0.6
_SAME_ARTICLE = 0.5
_SCOPE = 0.45
_PART = 0.35
_OTHER_NAMES = 0.85
_HAS_BOTH = 0.7
#: A slot to which one article gives so many values holds several things.
_UNIQUE = ((1, 1.0), (3, 0.8), (math.inf, 0.6))
_COUNTED = frozenset({"state", "count", "measure", "age", "role", "direction"})
#: Statements about different events are compared from this likeness on: both may look back at a third.
_ELSEWHERE = 0.3
#: Likeness at which a pair counts as fully alike.
_FULL = 0.55
#: Pairs of less likeness are not looked at, except in slots that say enough by themselves.
_LEAST = 0.04
_TELLING = frozenset({"state", "age", "direction", "side", "role", "post"})


class Comparer:
    """Weighs pairs of facts of one corpus.

    Sums are exact (`fsum`), since sets have another order in every process and ties decide who stands above whom.
    """

    def __init__(self, corpus: Corpus, found: Iterable[Fact]) -> None:
        self.corpus = corpus
        self.event_years = _event_years(corpus)
        #: The figures that a wording gives.
        self.figures: dict[int, set[tuple[str, float]]] = defaultdict(set)
        #: The values that an article gives to a slot.
        self.given: dict[tuple[int, tuple[str, ...]], set[object]] = defaultdict(set)
        for fact in found:
            if isinstance(fact.value, Amount):
                self.figures[fact.wording].add((fact.value.dimension, fact.value.value))
            if fact.slot[0] in _COUNTED:
                for number in corpus.wordings[fact.wording].articles:
                    self.given[number, fact.slot].add(_plain(fact.value))

    def weight(self, stems: frozenset[str]) -> float:
        rarity = self.corpus.rarity
        return math.fsum(rarity.get(s, 1.0) for s in stems)

    def near(self, a: Fact, b: Fact) -> float:
        """Share of rarity that the words round two values have in common."""
        left, right = self.weight(a.near), self.weight(b.near)
        return self.weight(a.near & b.near) / (left * right) ** 0.5 if left and right else 0.0

    def close(self, a: Fact, b: Fact) -> float:
        """The same of the words next to the values, as a share of the side that has fewer."""
        shared = len(a.close & b.close) + 0.5 * len((a.close & b.near) ^ (a.near & b.close))
        least = min(len(a.close), len(b.close))
        return min(1.0, shared / (least + 0.5)) if least else 0.0

    def alike(self, a: Fact, b: Fact) -> float:
        """How much two facts speak of the same, 0 to 1."""
        wordings = self.corpus.wordings
        whole = cosine(wordings[a.wording].vector, wordings[b.wording].vector)
        return 0.25 * self.close(a, b) + 0.35 * self.near(a, b) + 0.4 * whole

    def pair(self, a: Fact, b: Fact) -> Pair | None:
        """Two facts weighed; None if they have too little in common."""
        if a.wording == b.wording or met_before(a, b):
            return None
        alike = self.alike(a, b)
        if alike < _LEAST and a.slot[0] not in _TELLING:
            return None
        agree = agrees(a.value, b.value)
        if not comparable(a.value, b.value) or (not agree and beyond(a, b)):
            return None
        if not agree and not self.clashes(a, b, alike):
            return None
        weights = WEIGHTS[a.slot[0]]
        score = weights.floor + (weights.full - weights.floor) * min(1.0, alike / _FULL)
        return Pair(a, b, agree, alike, score * self.doubt(a, b))

    def clashes(self, a: Fact, b: Fact, alike: float) -> bool:
        """Whether values that differ can be values of one thing at all."""
        left, right = self.corpus.wordings[a.wording], self.corpus.wordings[b.wording]
        elsewhere = left.event != right.event and alike < _ELSEWHERE
        looks_back = a.slot[0] in ("state", "count") and self.other_year(a, b)
        older = a.slot[0] == "age" and grew_older(a, left.published, b, right.published)
        if elsewhere or looks_back or older:
            return False
        if a.slot[0] in ("day", "clock", "offset"):
            # A day is the day of something: what happened must be said near both, not only to whom.
            said_alike = bool((a.near & b.near) - left.names - right.names) or alike >= _ELSEWHERE
            return said_alike and same_grain(a, b)
        if isinstance(a.value, Sort) and isinstance(b.value, Sort):
            return framed(left, right, a, b)
        if a.slot[0] == "side":
            named = [f.head.split()[-1] for f in (a, b)]
            return named[0] == named[1] or not all(n[0].isupper() for n in named)
        return True

    def doubt(self, a: Fact, b: Fact) -> float:
        """The product of what speaks against a conflict."""
        left, right = self.corpus.wordings[a.wording], self.corpus.wordings[b.wording]
        factor = 1.0 if left.event == right.event else _OTHER_EVENT
        if left.articles == right.articles and len(left.articles) == 1:
            factor *= _SAME_ARTICLE
        factor *= self.years(a, b)
        factor *= _SCOPE ** min(2, len(a.scope ^ b.scope))
        if a.part != b.part:
            factor *= _PART
        if left.names and right.names and not left.names & right.names:
            factor *= _OTHER_NAMES
        factor *= setting(a, b)
        if a.slot == ("count", "person"):
            factor *= people(left.language, a, b)
        factor *= self.gives(a, b) * self.gives(b, a) * self.unique(a, b)
        return factor * bounds(a, b) * distance(a, b) * kind_of_word(a, b)

    def gives(self, a: Fact, b: Fact) -> float:
        """A wording that has the other's figure too tells both apart."""
        if not isinstance(b.value, Amount):
            return 1.0
        return _HAS_BOTH if (b.value.dimension, b.value.value) in self.figures[a.wording] else 1.0

    def unique(self, a: Fact, b: Fact) -> float:
        """Yards of a match and prices of a sale are many; the dead of a quake are one number to each article."""
        most = self.most(a, b)
        return next(factor for limit, factor in _UNIQUE if most <= limit)

    def most(self, a: Fact, b: Fact) -> int:
        """How many values an article gives to the slot, at least, of the two."""
        if a.slot[0] not in _COUNTED:
            return 1
        wordings = self.corpus.wordings
        return max(min(len(self.given[n, f.slot]) for n in wordings[f.wording].articles) for f in (a, b))

    def year(self, fact: Fact) -> int | None:
        """The year that a fact is of: named beside it, or that of its event."""
        return fact.year or self.event_years.get(self.corpus.wordings[fact.wording].event)

    def other_year(self, a: Fact, b: Fact) -> bool:
        """Whether one of the two looks back at another year's event."""
        left, right = self.year(a), self.year(b)
        if left is not None and right is not None:
            return left != right
        return a.year != b.year

    def years(self, a: Fact, b: Fact) -> float:
        if a.slot[0] == "day" or a.year == b.year:
            return 1.0
        return _OTHER_YEAR if a.year is not None and b.year is not None else _ONE_YEAR_NAMED


def _event_years(corpus: Corpus) -> dict[int, int]:
    """The year in which most of an event's dated articles came out."""
    counts: dict[int, Counter[int]] = defaultdict(Counter)
    for number, day in enumerate(corpus.dates):
        if day and corpus.by_source[number]:
            counts[corpus.wordings[corpus.by_source[number][0]].event][day.year] += 1
    return {event: max(years, key=lambda y: (years[y], y)) for event, years in counts.items()}


def _plain(value: Value) -> object:
    return value.value if isinstance(value, Amount) else value
