"""From weighed pairs to findings: one row per disputed fact, each value one position with all its passages."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from factcheck.matching.compare import Pair
from factcheck.matching.corpus import Corpus
from factcheck.matching.explain import Explainer, inexact, shown
from factcheck.matching.facts import Fact, agrees
from factcheck.model import Finding, Kind, Passage, Position
from factcheck.text import folded

#: Clashes below this score are not shown.
_SHOWN = 0.06
#: A clash joins a row if its score is at least this share of the row's best, and if it has a fact in it.
_JOINS = 0.55
#: The same for a slot that has but one row in its event.
_SETTLED = 0.25
#: Rows hold at most so many positions.
_POSITIONS = 8
#: Facts that agree and are at least so alike stand together.
_SAME = 0.3


@dataclass(slots=True)
class Row:
    """A finding in the making: the facts that take part in one dispute."""

    best: float
    facts: dict[Fact, float] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)


def _order(pair: Pair) -> tuple[float, tuple[str, ...], int, int, tuple[int, int], tuple[int, int]]:
    return (-pair.score, pair.a.slot, pair.a.wording, pair.b.wording, pair.a.span, pair.b.span)


def rows(corpus: Corpus, pairs: Iterable[Pair]) -> list[Row]:
    """Group clashes: strong ones found a row, others join where one of their facts already is."""
    found: list[Row] = []
    # One statement gives a row one value: two counts in one sentence are counts of two things.
    row_of: dict[Fact, int] = {}
    home: dict[tuple[object, ...], int] = {}
    for pair in sorted((p for p in pairs if not p.agree and p.score >= _SHOWN), key=_order):
        key = _home(corpus, pair)
        at = _row_for(pair, row_of, home, key, found)
        if at is None:
            continue
        row = found[at]
        row.pairs.append(pair)
        home.setdefault(key, at)
        for fact in (pair.a, pair.b):
            row.facts[fact] = max(row.facts.get(fact, 0.0), pair.score)
            row_of.setdefault(fact, at)
    return found


def _home(corpus: Corpus, pair: Pair) -> tuple[object, ...]:
    """Slots that are one fact of an event by themselves share a row; others by their wordings."""
    event = min(corpus.wordings[f.wording].event for f in (pair.a, pair.b))
    if pair.a.slot[0] in ("state", "age", "direction", "side", "role"):
        return (pair.a.slot, event, min(f.year or 0 for f in (pair.a, pair.b)))
    return (pair.a, pair.b)


def _row_for(
    pair: Pair, row_of: dict[Fact, int], home: dict[tuple[object, ...], int], key: tuple[object, ...], found: list[Row]
) -> int | None:
    """The row that a clash belongs to, a new one, or None if it is too weak for the row that has its facts."""
    places = [row_of[f] for f in (pair.a, pair.b) if f in row_of]
    at = home.get(key, places[0] if places else None)
    if at is None or (key not in home and not _fits(found[at], pair)):
        found.append(Row(pair.score))
        return len(found) - 1
    if pair.score >= _JOINS * found[at].best or (key in home and pair.score >= _SETTLED * found[at].best):
        return at
    if len(places) < 2 and key not in home:
        found.append(Row(pair.score))
        return len(found) - 1
    return None


def _fits(row: Row, pair: Pair) -> bool:
    """Whether no statement of the pair already gives the row another value."""
    given = {f.wording: f for f in row.facts}
    return all(given.get(f.wording, f) == f for f in (pair.a, pair.b))


class Builder:
    """Makes findings of rows."""

    def __init__(self, corpus: Corpus, pairs: Sequence[Pair]) -> None:
        self.corpus = corpus
        self.explain = Explainer(corpus)
        #: For each fact, those that agree with it and are alike enough to stand beside it.
        self.same: dict[Fact, list[tuple[float, Fact]]] = defaultdict(list)
        for pair in pairs:
            if pair.agree and pair.alike >= _SAME and pair.a.slot == pair.b.slot:
                self.same[pair.a].append((pair.alike, pair.b))
                self.same[pair.b].append((pair.alike, pair.a))

    def positions(self, row: Row) -> list[list[Fact]]:
        """The row's facts by value, the most certain first; a bound stands with a figure that it allows."""
        ranked = sorted(row.facts, key=lambda f: (inexact(f), -row.facts[f], f.wording, f.span))
        places: list[list[Fact]] = []
        for fact in ranked:
            home = next((p for p in places if agrees(p[0].value, fact.value)), None)
            if home is not None:
                home.append(fact)
            elif len(places) < _POSITIONS:
                places.append([fact])
        for place in places:
            self.widen(place, places)
        return places

    def widen(self, place: list[Fact], places: list[list[Fact]]) -> None:
        """Add what says the same in other articles."""
        taken = {f.wording for p in places for f in p}
        for fact in list(place):
            for _, other in self.same.get(fact, ()):
                if other.wording not in taken and agrees(place[0].value, other.value):
                    taken.add(other.wording)
                    place.append(other)

    def passages(self, facts: Iterable[Fact]) -> tuple[Passage, ...]:
        """Every place where the facts stand."""
        made: dict[tuple[str, int], Passage] = {}
        for fact in facts:
            for _, s in self.corpus.wordings[fact.wording].places:
                span = (s.start + fact.span[0], s.start + fact.span[1])
                key = (s.article_id, s.start)
                if key not in made:
                    made[key] = Passage(s.article_id, s.version_id, s.start, s.end, s.text, (span,))
        return tuple(made.values())

    def finding(self, row: Row) -> Finding | None:
        """The finding of a row, None if all its facts agree after all."""
        places = [p for p in self.positions(row) if p]
        if len(places) < 2:
            return None
        kind = self.explain.kind(places)
        places = self.explain.ordered(places)
        positions = tuple(Position(shown(p), self.passages(p)) for p in places)
        fact = self.explain.fact(places)
        reasons = self.explain.reasons(kind, fact, places)
        return Finding(finding_id(kind, fact, positions), kind, round(min(row.best, 0.99), 4), fact, reasons, positions)


def finding_id(kind: Kind, fact: str, positions: Iterable[Position]) -> str:
    """The same for the same quotes, wherever they stand: "f" and 16 hexadecimal digits."""
    quotes = sorted({folded(p.text) for position in positions for p in position.passages})
    digest = hashlib.sha256("\x1f".join([kind.value, fact, *quotes]).encode())
    return "f" + digest.hexdigest()[:16]
