"""The facts table: every figure, date and office that articles about one event give, fact by fact, source by source.

Facts of one slot are one row if what is said round them is alike, whatever their values. What cannot agree with what
most articles of a row give stands apart.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.matching.amount import Amount
from factcheck.matching.compare import Comparer
from factcheck.matching.corpus import Corpus, corpus
from factcheck.matching.extract import facts
from factcheck.matching.facts import Fact, agrees, comparable
from factcheck.matching.naming import Namer, inexact
from factcheck.matching.statements import Source
from factcheck.model import Passage, ReasonType
from factcheck.progress import Progress, silent

#: Slots that are one fact of an event by themselves, whatever stands round them.
_TELLING = frozenset({"state", "age", "direction", "side", "role", "post"})
#: In other slots, facts at least so alike are of one thing.
_ALIKE = 0.3
#: A fact is held against so many rows of its slot, and so many facts of each: a slot of thousands stays linear.
_ROWS_MET, _FACTS_MET = 150, 4
#: Rows of one event, those of most articles first, and articles' figures in one row.
_ROWS, _FIGURES = 1_500, 400
#: So many articles must give a value before others stand apart from it.
_MOST = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """What one article gives for a fact."""

    article_id: str
    value: str
    passage: Passage
    #: It cannot agree with what most articles give.
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One fact, with what each article gives for it."""

    id: str
    type: ReasonType
    #: "people killed".
    fact: str
    #: The value that most articles give; "" if no value is given by more articles than any other.
    usual: str
    #: How many articles agree with it, and how many give any value.
    agree: int
    sources: int
    #: By article, in the order in which the articles were given.
    figures: tuple[Figure, ...]

    @property
    def apart(self) -> int:
        """How many articles give a value that stands apart."""
        return len({figure.article_id for figure in self.figures if figure.apart})

    @property
    def split(self) -> bool:
        """Whether articles differ and none of the values is that of most."""
        return not self.usual and self.sources > 1


@dataclass(frozen=True, slots=True)
class Table:
    """The facts of one event: those on which articles stand apart first, then those that most articles give."""

    rows: tuple[Row, ...]
    #: Rows beyond the limit, of fewest articles.
    left_out: int = 0


def table(sources: Sequence[Source], progress: Progress = silent) -> Table:
    """The facts of articles about one event. Pure: the same articles give the same rows. Progress may cancel."""
    prepared = corpus(sources, progress)
    total = len(prepared.wordings)

    def tick(number: int) -> None:
        if number % 100 == 99:
            progress("facts", number, total)

    rows = _gathered(prepared, facts(prepared, tick), tick)
    rows.sort(key=lambda row: -len(_articles(prepared, row)))
    maker = _Maker(prepared, sources, tick)
    made = [maker.row(row, tick, number) for number, row in enumerate(rows[:_ROWS])]
    made.sort(key=lambda row: (not row.apart, not row.split, -row.sources, row.fact))
    return Table(tuple(_told_apart(made)), max(0, len(rows) - _ROWS))


def _told_apart(rows: Sequence[Row]) -> Iterator[Row]:
    """Ids that differ, also where two rows have one name."""
    seen: dict[str, int] = defaultdict(int)
    for row in rows:
        seen[row.id] += 1
        yield replace(row, id=f"{row.id}-{seen[row.id]}") if seen[row.id] > 1 else row


# --- which facts are of one thing -------------------------------------------------------------------------------------


def _gathered(prepared: Corpus, found: Sequence[Fact], tick: Callable[[int], None]) -> list[list[Fact]]:
    slots: dict[tuple[object, ...], list[list[Fact]]] = defaultdict(list)
    comparer = Comparer(prepared, found)
    for number, fact in enumerate(found):
        tick(number)
        rows = slots[fact.slot, fact.year, fact.part]
        home = _home(comparer, rows, fact)
        if home is None:
            rows.append([fact])
        else:
            home.append(fact)
    return [row for rows in slots.values() for row in rows]


def _home(comparer: Comparer, rows: Sequence[list[Fact]], fact: Fact) -> list[Fact] | None:
    """The row that a fact belongs to, None for a new one."""
    if fact.slot[0] in _TELLING:
        return rows[0] if rows else None
    best, home = _ALIKE, None
    for row in rows[:_ROWS_MET]:
        alike = max(comparer.alike(other, fact) for other in row[:_FACTS_MET])
        if alike >= best and all(other.wording != fact.wording for other in row):
            best, home = alike, row
    return home


def _articles(prepared: Corpus, row: Sequence[Fact]) -> set[int]:
    return {number for fact in row for number in prepared.wordings[fact.wording].articles}


# --- rows -------------------------------------------------------------------------------------------------------------


class _Maker:
    """Makes rows of facts that belong together."""

    def __init__(self, prepared: Corpus, sources: Sequence[Source], tick: Callable[[int], None]) -> None:
        self.corpus = prepared
        self.name = Namer(prepared, tick)
        self.order = {source.article_id: place for place, source in enumerate(sources)}

    def row(self, row: Sequence[Fact], tick: Callable[[int], None], number: int) -> Row:
        tick(number)
        values = _by_value(row)
        values.sort(key=lambda value: -len(_articles(self.corpus, value)))
        most = self.most(values)
        figures = [figure for fact in row for figure in self.figures(fact, most)]
        figures.sort(key=lambda f: (self.order[f.article_id], f.passage.start, f.value))
        fact = self.name.fact(values)
        return Row(
            _id(row[0], fact),
            row[0].type,
            fact,
            self.name.shown(most) if most else "",
            len(_articles(self.corpus, most)) if most else 0,
            len(_articles(self.corpus, row)),
            tuple(figures[:_FIGURES]),
        )

    def most(self, values: Sequence[Sequence[Fact]]) -> Sequence[Fact]:
        """The facts of the value that more articles give than any other; none if there is no such value."""
        counts = [len(_articles(self.corpus, value)) for value in values]
        if len(counts) == 1:
            return values[0]
        return values[0] if counts[0] >= _MOST and counts[0] > counts[1] else ()

    def figures(self, fact: Fact, most: Sequence[Fact]) -> Iterator[Figure]:
        """One per place where the fact's wording stands."""
        apart = bool(most) and comparable(most[0].value, fact.value) and not agrees(most[0].value, fact.value)
        for _, s in self.corpus.wordings[fact.wording].places:
            span = (s.start + fact.span[0], s.start + fact.span[1])
            passage = Passage(s.article_id, s.version_id, s.start, s.end, s.text, (span,))
            yield Figure(s.article_id, fact.shown, passage, apart)


def _by_value(row: Sequence[Fact]) -> list[list[Fact]]:
    """Facts that agree together; exact ones found a value, bounds and vague words join the nearest that they allow."""
    values: list[list[Fact]] = []
    for fact in sorted(row, key=lambda f: (inexact(f), f.wording, f.span)):
        fitting = [v for v in values if comparable(v[0].value, fact.value) and agrees(v[0].value, fact.value)]
        if fitting:
            min(fitting, key=lambda v: _distance(v[0], fact)).append(fact)
        else:
            values.append([fact])
    return values


def _distance(a: Fact, b: Fact) -> float:
    if isinstance(a.value, Amount) and isinstance(b.value, Amount):
        return abs(a.value.value - b.value.value)
    return 0.0


def _id(fact: Fact, name: str) -> str:
    return "t" + hashlib.sha256("\x1f".join([*fact.slot, name]).encode()).hexdigest()[:16]
