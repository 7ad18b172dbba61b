"""How likely a person is to confirm a clash: a logistic regression over what was weighed, fitted on labelled news.

The weights are data (`resources/lang/ranking.toml`, made by `benchmarks/fit_ranking.py`): named features, so that a
person can read what counts for and against a finding.
"""

import math
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from factcheck.matching.amount import Amount
from factcheck.matching.compare import Comparer, Pair
from factcheck.matching.corpus import cosine
from factcheck.matching.facts import Fact
from factcheck.matching.moments import Clock, Day
from factcheck.paths import resource

#: Facts that agree and are at least so alike support each other.
_SUPPORT = 0.3
#: Rarity that two statements must share to count as sharing all.
_MUCH = 20.0
#: Words of a statement of usual length, tenfold.
_USUAL = 40.0
_EDGE = 0.005
#: From here on two figures are apart as far as it matters.
_APART = 3.0


@cache
def weights() -> Mapping[str, float]:
    """Weight by feature; empty before the first fit."""
    path = resource("lang", "ranking.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))["weights"] if path.is_file() else {}


class Ranker:
    """Scores the clashes of one corpus."""

    def __init__(self, comparer: Comparer, pairs: Sequence[Pair]) -> None:
        self.comparer = comparer
        self.wordings = comparer.corpus.wordings
        self.weights = weights()
        self.support: dict[Fact, set[int]] = defaultdict(set)
        for pair in pairs:
            if pair.agree and pair.alike >= _SUPPORT:
                for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
                    self.support[mine] |= self.wordings[other.wording].articles

    def score(self, pair: Pair) -> float:
        """Share of such clashes that a person confirms."""
        if not self.weights:
            return pair.score
        z = math.fsum(self.weights.get(name, 0.0) * value for name, value in self.features(pair).items())
        return 1 / (1 + math.exp(-z))

    def features(self, pair: Pair) -> dict[str, float]:
        """What speaks for and against a clash."""
        a, b = pair.a, pair.b
        left, right = self.wordings[a.wording], self.wordings[b.wording]
        hand = min(max(pair.score, _EDGE), 1 - _EDGE)
        names = left.names | right.names
        kind = f"slot {a.slot[0]}"
        return {
            "always": 1.0,
            "formula": math.log(hand / (1 - hand)),
            kind: 1.0,
            f"alike, {kind}": pair.alike,
            "near": self.comparer.near(a, b),
            "close": self.comparer.close(a, b),
            "whole": cosine(left.vector, right.vector),
            "rare words in common": min(1.0, self.comparer.weight(a.near & b.near) / _MUCH),
            "names in common": len(left.names & right.names) / len(names) if names else 0.0,
            "no name in common": float(bool(left.names and right.names) and not left.names & right.names),
            "one article": float(left.articles == right.articles and len(left.articles) == 1),
            "other event": float(left.event != right.event),
            "other scope": float(a.scope != b.scope or a.part != b.part),
            "less support": math.log1p(min(self.given(a), self.given(b))),
            "more support": math.log1p(max(self.given(a), self.given(b))),
            "longer": (len(left.words) + len(right.words)) / 2 / _USUAL,
            **_of_values(a, b),
        }

    def given(self, fact: Fact) -> int:
        """How many articles give a value."""
        return len(self.support[fact] | self.wordings[fact.wording].articles)


def _of_values(a: Fact, b: Fact) -> dict[str, float]:
    match a.value, b.value:
        case Amount(), Amount():
            small, large = sorted((max(a.value.value, 1e-6), max(b.value.value, 1e-6)))
            same_head = float(bool(a.head) and a.head.lower() == b.head.lower())
            apart = min(_APART, math.log(large / small))
            return {"figures apart": apart, "same head": same_head, "neighbours": float(large - small <= 1)}
        case Day(), Day():
            month = a.value.month is not None and a.value.month == b.value.month
            return {"resolved": float(a.resolved or b.resolved), "same month": float(month)}
        case Clock(), Clock():
            return {"part of the day": float(a.value.loose or b.value.loose)}
        case _:
            return {}
