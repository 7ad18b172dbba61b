"""From weighed pairs to findings: one row per disputed fact, each value one position with all its passages."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from factcheck.matching.amount import Amount
from factcheck.matching.compare import Pair
from factcheck.matching.corpus import Corpus
from factcheck.matching.doubts import beyond
from factcheck.matching.explain import Explainer
from factcheck.matching.facts import Fact, agrees, comparable
from factcheck.matching.naming import inexact
from factcheck.model import Finding, Kind, Passage, Position
from factcheck.text import folded

#: Clashes below this score are not shown.
SHOWN = 0.05
#: A clash joins a row if its score is at least this share of the row's best, and if it has a fact in it.
_JOINS = 0.4
#: Kinds of slots that only compare words.
_BY_WORDS = frozenset({"said", "opposite", "swap", "kind"})
#: A quake has one.
_MAGNITUDE = ("measure", "magnitude")
#: What happened in another year is one event to all articles that look back at it.
_OF_ITS_YEAR = -1
#: The same for a slot that has but one row in its event.
_SETTLED = 0.25
#: The same for what is said and denied of one word.
_ALSO_SAID = 0.25
#: A count that grew is hardly in dispute.
_UPDATE = 0.6
#: Facts that a row takes in.
_FACTS = 150
#: Rows hold at most so many positions.
_POSITIONS = 8
#: Facts that agree and are at least so alike stand together.
_SAME = 0.3
#: The same for slots that are one fact of an event by themselves.
_SAME_TOLD = 0.12
_TELLING = frozenset({"state", "age", "direction", "side", "role", "post"})


@dataclass(slots=True)
class Row:
    """A finding in the making: the facts that take part in one dispute."""

    best: float
    #: How likely its likeliest clash is to be confirmed.
    chance: float = 0.0
    facts: dict[Fact, float] = field(default_factory=dict)
    #: Its smallest and its largest figure.
    ends: list[Fact] = field(default_factory=list)

    def add(self, pair: Pair) -> None:
        """Take in the facts of a clash."""
        self.chance = max(self.chance, pair.chance)
        for fact in (pair.a, pair.b):
            self.facts[fact] = max(self.facts.get(fact, 0.0), pair.score)
            if isinstance(fact.value, Amount):
                ordered = sorted([*self.ends, fact], key=_size)
                self.ends = [ordered[0], ordered[-1]]

    def is_full(self, pair: Pair) -> bool:
        """Whether it holds so many facts that no new ones are taken in."""
        return len(self.facts) >= _FACTS and not (pair.a in self.facts and pair.b in self.facts)


def _order(pair: Pair) -> tuple[float, tuple[str, ...], int, int, tuple[int, int], tuple[int, int]]:
    return (-pair.score, pair.a.slot, pair.a.wording, pair.b.wording, pair.a.span, pair.b.span)


class _Rows:
    """Clashes grouped into rows, the strongest first."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.rows: dict[int, Row] = {}
        self.made = 0
        self.row_of: dict[Fact, int] = {}
        #: The rows of a slot: one, or several where figures are worlds apart.
        self.home: dict[tuple[object, ...], set[int]] = defaultdict(set)
        #: Rows that became a part of another, and of which.
        self.gone: dict[int, int] = {}
        #: Pairs of wordings that stand against each other in some row.
        self.shown: set[tuple[int, int]] = set()

    def add(self, pair: Pair) -> None:
        """Put a clash into the row that it belongs to, or a new one; a weak one whose facts have rows is left out."""
        wordings = (min(pair.a.wording, pair.b.wording), max(pair.a.wording, pair.b.wording))
        if pair.a.slot[0] in _BY_WORDS and wordings in self.shown:
            return  # these two statements stand against each other already, for a better reason
        key = _home(self.corpus, pair)
        at = self.place(pair, key)
        if at is None:
            return
        row = self.rows[at]
        self.home[key].add(at)
        self.shown.add(wordings)
        if row.is_full(pair):
            return
        row.add(pair)
        for fact in (pair.a, pair.b):
            self.row_of.setdefault(fact, at)

    def place(self, pair: Pair, key: tuple[object, ...]) -> int | None:
        """The row that a clash belongs to, a new one, or None."""
        homes = sorted({self.living(at) for at in self.home.get(key, ())})
        near = [at for at in homes if not any(beyond(f, pair.a) for f in self.rows[at].ends)]
        if near:
            share = _ALSO_SAID if pair.a.slot[0] == "said" else _SETTLED
            if pair.score >= share * self.rows[near[0]].best:
                return near[0]
            if pair.a.slot[0] != "said":
                return None
        places = sorted({self.row_of[f] for f in (pair.a, pair.b) if f in self.row_of})
        fitting = [at for at in places if pair.score >= _JOINS * self.rows[at].best and _fits(self.rows[at], pair)]
        if len(fitting) == 2 and self.merges(*fitting):
            return fitting[0]
        if fitting:
            return fitting[0]
        return self.new(pair.score) if len(places) < 2 else None

    def new(self, score: float) -> int:
        self.made += 1
        self.rows[self.made] = Row(score)
        return self.made

    def merges(self, one: int, other: int) -> bool:
        """Make one row of two about one slot, if no statement would give it two values."""
        into, gone = self.rows[one], self.rows[other]
        if {f.slot for f in into.facts} != {f.slot for f in gone.facts}:
            return False
        given = {f.wording: f for f in into.facts}
        if any(given.get(f.wording, f) != f for f in gone.facts):
            return False
        into.best, into.chance = max(into.best, gone.best), max(into.chance, gone.chance)
        for fact, score in gone.facts.items():
            into.facts[fact] = max(into.facts.get(fact, 0.0), score)
        ends = sorted([*into.ends, *gone.ends], key=_size)
        into.ends = [ends[0], ends[-1]] if ends else []
        for fact in gone.facts:
            self.row_of[fact] = one
        del self.rows[other]
        self.gone[other] = one
        return True

    def living(self, at: int) -> int:
        """The row that a row has become a part of, or itself."""
        while at in self.gone:
            at = self.gone[at]
        return at


def _size(fact: Fact) -> float:
    return fact.value.value if isinstance(fact.value, Amount) else 0.0


def rows(corpus: Corpus, pairs: Iterable[Pair], tick: Callable[[int], None]) -> list[Row]:
    """Group clashes: strong ones found a row, others join where one of their facts already is."""
    grouped = _Rows(corpus)
    for number, pair in enumerate(sorted((p for p in pairs if not p.agree and p.score >= SHOWN), key=_order)):
        tick(number)
        grouped.add(pair)
    return list(grouped.rows.values())


def _home(corpus: Corpus, pair: Pair) -> tuple[object, ...]:
    """Slots that are one fact of an event by themselves share a row; others by their wordings."""
    if pair.a.part != pair.b.part:
        return (pair.a, pair.b)
    event = min(corpus.wordings[f.wording].event for f in (pair.a, pair.b))
    if pair.a.slot[0] == "said":
        return (pair.a.slot, event)
    if pair.a.slot[:2] == _MAGNITUDE:
        return (pair.a.slot, event)
    if pair.a.year and pair.a.year == pair.b.year:
        event = _OF_ITS_YEAR
    if pair.a.slot[0] in _TELLING:
        return (pair.a.slot, event, min(f.year or 0 for f in (pair.a, pair.b)), pair.a.part)
    return (pair.a, pair.b)


def _fits(row: Row, pair: Pair) -> bool:
    """Whether no statement of the pair already gives the row another value."""
    given = {f.wording: f for f in row.facts}
    return all(given.get(f.wording, f) == f for f in (pair.a, pair.b))


class Builder:
    """Makes findings of rows."""

    def __init__(self, corpus: Corpus, pairs: Sequence[Pair], tick: Callable[[int], None]) -> None:
        self.corpus = corpus
        self.explain = Explainer(corpus, tick)
        #: For each fact, those that agree with it and are alike enough to stand beside it.
        self.same: dict[Fact, list[tuple[float, Fact]]] = defaultdict(list)
        for number, pair in enumerate(pairs):
            tick(number)
            one_event = corpus.wordings[pair.a.wording].event == corpus.wordings[pair.b.wording].event
            if pair.agree and one_event and pair.alike >= _same_from(pair) and pair.a.slot == pair.b.slot:
                self.same[pair.a].append((pair.alike, pair.b))
                self.same[pair.b].append((pair.alike, pair.a))

    def positions(self, row: Row) -> list[list[Fact]]:
        """The row's facts by value, the most certain first; a bound stands with a figure that it allows."""
        ranked = sorted(row.facts, key=lambda f: (inexact(f), -row.facts[f], f.wording, f.span))
        places: list[list[Fact]] = []
        for fact in ranked:
            fitting = [p for p in places if _same(p[0], fact)]
            home = min(fitting, key=lambda p: _distance(p[0], fact)) if fitting else None
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
                nearest = min(places, key=lambda p: (not _same(p[0], other), _distance(p[0], other)))
                if other.wording not in taken and _same(place[0], other) and nearest is place:
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

    def findings(self, row: Row) -> list[Finding]:
        """The finding of a row, none if all its facts agree after all; two if what is in dispute grew afterwards."""
        places: Sequence[Sequence[Fact]] = [p for p in self.positions(row) if p]
        if len(places) < 2:
            return []
        places, later = self.explain.grown(places)
        made = [self.finding(row, places)]
        if later:
            told = max(places, key=len)
            made.append(self.finding(row, [told, *later]))
        return made

    def finding(self, row: Row, places: Sequence[Sequence[Fact]]) -> Finding:
        """The finding of some positions; one that merely grew ranks lower."""
        kind = self.explain.kind(places)
        best = min(row.chance, 0.99) * (_UPDATE if kind is Kind.number_update else 1.0)
        places = self.explain.ordered(places)
        positions = tuple(Position(self.explain.name.shown(p), self.passages(p), _amount(p)) for p in places)
        fact = self.explain.name.fact(places)
        reasons = self.explain.reasons(kind, fact, places)
        return Finding(finding_id(kind, fact, positions), kind, round(best, 4), fact, reasons, positions)


def _same_from(pair: Pair) -> float:
    """Facts of a slot that says enough by itself stand together from less likeness on."""
    return _SAME_TOLD if pair.a.slot[0] in _TELLING and pair.a.part == pair.b.part else _SAME


def _amount(place: Sequence[Fact]) -> float | None:
    """The number that a position gives, if it is one."""
    value = place[0].value
    return value.value if isinstance(value, Amount) else None


def _same(a: Fact, b: Fact) -> bool:
    return comparable(a.value, b.value) and agrees(a.value, b.value)


def _distance(a: Fact, b: Fact) -> float:
    """How far two amounts are apart, so that "at least 17" stands with 17 and not with 20."""
    if not (isinstance(a.value, Amount) and isinstance(b.value, Amount)):
        return 0.0
    return abs(a.value.value - b.value.value)


def finding_id(kind: Kind, fact: str, positions: Iterable[Position]) -> str:
    """The same for the same quotes, wherever they stand: "f" and 16 hexadecimal digits."""
    quotes = sorted({folded(p.text) for position in positions for p in position.passages})
    digest = hashlib.sha256("\x1f".join([kind.value, fact, *quotes]).encode())
    return "f" + digest.hexdigest()[:16]
