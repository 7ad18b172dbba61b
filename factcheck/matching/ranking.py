"""How likely a person is to confirm a clash: a logistic regression over what was weighed, fitted on labelled news.

The weights are data (`resources/lang/ranking.toml`, made by `benchmarks/fit_ranking.py`): named features, so that a
person can read what counts for and against a finding.
"""

import math
import tomllib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import Any

from factcheck.matching.acts import Act, Form, act
from factcheck.matching.amount import Amount
from factcheck.matching.compare import Comparer, Pair
from factcheck.matching.corpus import Wording
from factcheck.matching.facts import Fact
from factcheck.matching.moments import Clock, Day
from factcheck.matching.tokens import is_verb
from factcheck.paths import resource

#: Facts that agree and are at least so alike support each other.
_SUPPORT = 0.3
#: Clashes of less are not counted.
_COUNTS = 0.05
#: Words of a statement of usual length, tenfold.
_USUAL = 40.0
_EDGE = 0.005
#: From here on two figures are apart as far as it matters.
_APART = 3.0
#: About the logarithm of a year in days.
_LONG = 6.0
#: Slots that are of an act, by what their clashes have in common.
_ACTS = {
    "day": "when",
    "clock": "when",
    "offset": "when",
    "said": "word",
    "opposite": "word",
    "count": "figure",
    "measure": "figure",
    "years": "figure",
    "ordinal": "figure",
    "swap": "name",
    "holder": "name",
}


@cache
def model() -> Mapping[str, Any]:
    """Weight by feature, and the curve from a score to the share that is confirmed; empty before the first fit."""
    path = resource("lang", "ranking.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def share(curve: Sequence[Sequence[float]], score: float) -> float:
    """The share that a person confirms, between the points of a curve that never falls."""
    for (left, low), (right, high) in pairwise(curve):
        if score <= right:
            return low + (high - low) * (score - left) / (right - left)
    return score


class Ranker:
    """Scores the clashes of one corpus."""

    def __init__(self, comparer: Comparer, pairs: Sequence[Pair]) -> None:
        self.comparer = comparer
        self.wordings = comparer.corpus.wordings
        self.weights: Mapping[str, float] = model().get("weights", {})
        self.curve: Sequence[Sequence[float]] = model().get("curve", ())
        self.support: dict[Fact, set[int]] = defaultdict(set)
        for pair in pairs:
            if pair.agree and pair.alike >= _SUPPORT:
                for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
                    self.support[mine] |= self.wordings[other.wording].articles
        #: How alike others are to each fact, and the wordings that it clashes with.
        self.likes: dict[Fact, list[float]] = defaultdict(list)
        self.against: dict[Fact, set[int]] = defaultdict(set)
        for pair in pairs:
            for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
                self.likes[mine].append(pair.alike)
                if not pair.agree and pair.score >= _COUNTS:
                    self.against[mine].add(other.wording)
        for likes in self.likes.values():
            likes.sort()
        self._verbs: dict[int, frozenset[str]] = {}
        self._acts: dict[Fact, Act] = {}

    def score(self, pair: Pair) -> float:
        """Share of such clashes that a person confirms."""
        if not self.weights:
            return pair.score
        z = math.fsum(self.weights.get(name, 0.0) * value for name, value in self.features(pair).items())
        return share(self.curve, 1 / (1 + math.exp(-z)))

    def features(self, pair: Pair) -> dict[str, float]:
        """What speaks for and against a clash."""
        a, b = pair.a, pair.b
        left, right = self.wordings[a.wording], self.wordings[b.wording]
        hand = min(max(pair.score, _EDGE), 1 - _EDGE)
        return {
            "always": 1.0,
            "formula": math.log(hand / (1 - hand)),
            f"slot {a.slot[0]}": 1.0,
            "near": self.comparer.near(a, b),
            "close": self.comparer.close(a, b),
            "words in common": _overlap(left.vector.keys(), right.vector.keys()),
            "names in common": _overlap(left.names, right.names),
            "no name in common": float(bool(left.names and right.names) and not left.names & right.names),
            "verb in common": float(bool(self.verbs(left) & self.verbs(right))),
            "verb near both": float(bool(self.verbs(left) & self.verbs(right) & a.near & b.near)),
            "one article": float(left.articles == right.articles and len(left.articles) == 1),
            "other event": float(left.event != right.event),
            "other scope": float(a.scope != b.scope or a.part != b.part),
            "values in one article": math.log(self.comparer.most(a, b)),
            "nearer ones": math.log1p(self.nearer(a, pair)) + math.log1p(self.nearer(b, pair)),
            "clashes": math.log1p(len(self.against[a]) + len(self.against[b])),
            "less support": math.log1p(min(self.given(a), self.given(b))),
            "more support": math.log1p(max(self.given(a), self.given(b))),
            "longer": (len(left.words) + len(right.words)) / 2 / _USUAL,
            **_of_values(a, b),
            **self.of_acts(a, b),
        }

    def of_acts(self, a: Fact, b: Fact) -> dict[str, float]:
        """What the acts that both facts belong to have in common, by the kind of slot."""
        kind = _ACTS.get(a.slot[0])
        if kind is None:
            return {}
        left, right = self.act(a), self.act(b)
        return {f"{kind}: {name}": value for name, value in _of_acts(left, right, a, b).items()}

    def act(self, fact: Fact) -> Act:
        """The act that a fact belongs to, remembered."""
        if fact not in self._acts:
            self._acts[fact] = act(self.wordings[fact.wording], fact.span)
        return self._acts[fact]

    def verbs(self, wording: Wording) -> frozenset[str]:
        """The stems of a wording's verbs, remembered."""
        if wording.index not in self._verbs:
            found = (t.stem for t in wording.words if t.stem in wording.vector and is_verb(t, wording.language))
            self._verbs[wording.index] = frozenset(found)
        return self._verbs[wording.index]

    def nearer(self, fact: Fact, pair: Pair) -> int:
        """How many facts are more like this one than the other of the pair."""
        likes = self.likes[fact]
        return len(likes) - bisect_right(likes, pair.alike + 1e-9)

    def given(self, fact: Fact) -> int:
        """How many articles give a value."""
        return len(self.support[fact] | self.wordings[fact.wording].articles)


def _overlap(a: Set[str], b: Set[str]) -> float:
    """Share of all words that both have."""
    return len(a & b) / (len(a | b) or 1)


def _of_acts(left: Act, right: Act, a: Fact, b: Fact) -> dict[str, float]:
    """Whether two facts are of one act, with the same who and what, and told alike."""
    return {
        "same act": float(bool(left.heads & right.heads)),
        "other act": float(bool(left.heads and right.heads) and not (left.heads & b.near or right.heads & a.near)),
        "other form": float({left.form, right.form} == {Form.noun, Form.verb}),
        "not asserted": float(not (left.asserted and right.asserted)),
    }


def _of_days(a: Day, b: Day) -> dict[str, float]:
    """How far two days are apart, and how they are given."""
    one, two = a.interval(), b.interval()
    apart = max(0, one[0] - two[1], two[0] - one[1]) if one and two else 0
    years = a.year is not None and b.year is not None and a.year != b.year
    coarse = [day.day is None and day.weekday is None for day in (a, b)]
    return {
        "days apart": math.log1p(apart) / _LONG,
        "other year": float(years),
        "a month or a year alone": float(any(coarse)),
        "other grain": float(any(coarse) and not all(coarse)),
        "days unknown": float(not (one and two)),
    }


def _of_values(a: Fact, b: Fact) -> dict[str, float]:
    match a.value, b.value:
        case Amount(), Amount():
            small, large = sorted((max(a.value.value, 1e-6), max(b.value.value, 1e-6)))
            same_head = float(bool(a.head) and a.head.lower() == b.head.lower())
            apart = min(_APART, math.log(large / small))
            return {"figures apart": apart, "same head": same_head, "neighbours": float(large - small <= 1)}
        case Day(), Day():
            month = a.value.month is not None and a.value.month == b.value.month
            return {
                "resolved": float(a.resolved or b.resolved),
                "same month": float(month),
                **_of_days(a.value, b.value),
            }
        case Clock(), Clock():
            return {"part of the day": float(a.value.loose or b.value.loose)}
        case _:
            return {}
