"""The statements of all articles made ready: each wording once, its words weighted by how rare they are."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from factcheck.matching.lexicon import Lexicon, lexicon
from factcheck.matching.moments import When
from factcheck.matching.statements import Source, of_spans, spans
from factcheck.matching.times import publication_date, times
from factcheck.matching.tokens import Token, content, tokens
from factcheck.model import Statement
from factcheck.progress import Progress

#: A wording longer than this is data, not prose; facts are read from its beginning only.
LONGEST = 1500
#: Share of its weight that a word of the sentence before has in one that opens with a pronoun.
_CARRIED = 0.35
_NAME = 1.3


Tick = Callable[[int], None]
#: Steps between two calls of progress.
_STRIDE = 100


def stride(progress: Progress, what: str, done: int, total: int) -> Tick:
    """Calls progress at some of many small steps, which are not counted themselves."""

    def tick(number: int) -> None:
        if number % _STRIDE == _STRIDE - 1:
            progress(what, done, total)

    return tick


@dataclass(slots=True)
class Wording:
    """One wording, with every statement that has it word for word."""

    index: int
    text: str
    language: Lexicon
    words: tuple[Token, ...]
    #: Weight by stem, of length 1 as a vector.
    vector: dict[str, float] = field(default_factory=dict)
    #: Where it stands: (number of the source, statement).
    places: list[tuple[int, Statement]] = field(default_factory=list)
    #: Date of the first article that has it.
    published: date | None = None
    #: Around when it came out, and in which year, if that much is known.
    around: date | None = None
    year: int | None = None
    #: Names in it: stems of words with a capital that open no sentence.
    names: frozenset[str] = frozenset()
    #: The event that its articles speak of.
    event: int = 0
    #: The sources that have it, once they were asked for.
    by: frozenset[int] | None = None
    #: Its expressions of time, once they were asked for.
    dated: list[When] | None = None

    @property
    def whens(self) -> list[When]:
        """Its expressions of time, resolved against the date of its first article."""
        if self.dated is None:
            told = (self.published, self.around or self.published, self.year)
            self.dated = times(self.text[:LONGEST], self.language, *told)
        return self.dated

    @property
    def articles(self) -> frozenset[int]:
        """Numbers of the sources that have it; remembered, since all places are known before it is asked for."""
        if self.by is None:
            self.by = frozenset(number for number, _ in self.places)
        return self.by


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that is compared."""

    sources: Sequence[Source]
    wordings: Sequence[Wording]
    #: Rarity by stem.
    rarity: Mapping[str, float]
    #: Wordings of each source, in order.
    by_source: Sequence[Sequence[int]]
    #: Date of each source, given or estimated.
    dates: Sequence[date | None]


def _order(source: Source) -> tuple[str, ...]:
    """What sources are sorted by, so that their given order makes no difference; ids come last."""
    return (source.text, source.published, source.publisher, source.title, source.file, source.article_id)


def _names(words: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(t.stem for i, t in enumerate(words) if i and t.is_name and len(t.text) > 1)


class _Builder:
    def __init__(self, sources: Iterable[Source]) -> None:
        self.sources = sorted(sources, key=_order)
        self.wordings: list[Wording] = []
        self.by_text: dict[tuple[str, str], Wording] = {}
        self.by_source: list[list[int]] = []
        self.dates: list[date | None] = []
        #: Number of the first source that has a text.
        self.first: dict[tuple[str, str], int] = {}
        #: The wording before, in the first place where it stands.
        self.before: dict[int, int] = {}

    def read(self, progress: Progress) -> None:
        """Segment each distinct text once."""
        known: dict[tuple[str, str], list[int]] = {}
        for number, source in enumerate(self.sources):
            progress("statements", number, len(self.sources))
            key = (source.text, source.language)
            tick = stride(progress, "statements", number, len(self.sources))
            found = spans(source.text, source.language, tick) if key not in known else None
            published = publication_date(source.published, source.text, lexicon(source.language))
            self.dates.append(published)
            self.first.setdefault(key, number)
            if found is not None:
                known[key] = self.add(source, number, [*of_spans(source, found)], published, tick)
                self.by_source.append(known[key])
            else:
                self.by_source.append(self.repeat(source, number, known[key]))

    def add(self, source: Source, number: int, found: list[Statement], published: date | None, tick: Tick) -> list[int]:
        language = lexicon(source.language)
        order: list[int] = []
        for at, statement in enumerate(found):
            tick(at)
            key = (statement.text, source.language)
            wording = self.by_text.get(key)
            if wording is None:
                words = tokens(statement.text[:LONGEST], language)
                wording = Wording(len(self.wordings), statement.text, language, words, names=_names(words))
                wording.published = published
                self.wordings.append(wording)
                self.by_text[key] = wording
                if order:
                    self.before[wording.index] = order[-1]
            wording.places.append((number, statement))
            order.append(wording.index)
        return order

    def repeat(self, source: Source, number: int, order: list[int]) -> list[int]:
        """The statements of an article whose text another has: not segmented again."""
        first = self.first[source.text, source.language]
        for index in set(order):
            places = self.wordings[index].places
            for s in [statement for at, statement in takewhile(lambda p: p[0] <= first, places) if at == first]:
                moved = Statement(source.article_id, source.version_id, s.index, s.start, s.end, s.text)
                places.append((number, moved))
        return order

    def weigh(self, tick: Tick) -> dict[str, float]:
        """Give each wording its vector; rarity is counted over wordings."""
        bags = []
        for wording in self.wordings:
            tick(wording.index)
            bags.append(Counter(content(wording.words, wording.language)))
        counts = Counter(stem for bag in bags for stem in bag)
        rarity = {stem: math.log(1 + len(bags) / n) for stem, n in counts.items()}
        raw = []
        for wording, bag in zip(self.wordings, bags, strict=True):
            tick(wording.index)
            raw.append({s: math.sqrt(n) * rarity[s] * (_NAME if s in wording.names else 1) for s, n in bag.items()})
        for wording, weights in zip(self.wordings, raw, strict=True):
            tick(wording.index)
            carried = self.carried(wording, raw)
            wording.vector = _unit({**carried, **weights})
        return rarity

    def carried(self, wording: Wording, raw: list[dict[str, float]]) -> dict[str, float]:
        """What the sentence before adds to one that opens with a pronoun."""
        words = [t for t in wording.words[:2] if t.is_word]
        before = self.before.get(wording.index)
        if before is None or not any(t.low in wording.language.pronouns for t in words):
            return {}
        return {stem: _CARRIED * weight for stem, weight in raw[before].items()}


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(w * w for w in weights.values()))
    return {stem: w / length for stem, w in weights.items()} if length else {}


def corpus(sources: Iterable[Source], progress: Progress) -> Corpus:
    """Make the articles ready."""
    builder = _Builder(sources)
    builder.read(progress)
    rarity = builder.weigh(stride(progress, "statements", len(builder.sources), len(builder.sources)))
    return Corpus(builder.sources, builder.wordings, rarity, builder.by_source, builder.dates)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How much two wordings speak of the same, 0 to 1."""
    if len(a) > len(b):
        a, b = b, a
    return math.fsum(weight * b[stem] for stem, weight in a.items() if stem in b)


_LEAD = 6


def lead_names(corpus: Corpus, number: int) -> dict[str, float]:
    """The names of an article, those of its title and first statements counting more, as a vector."""
    weights: dict[str, float] = defaultdict(float)
    source = corpus.sources[number]
    for word in re.findall(r"[^\W\d_]{2,}", source.title):
        if word[0].isupper():
            weights[lexicon(source.language).stem(word)] += 1.0
    for at, index in enumerate(corpus.by_source[number]):
        wording = corpus.wordings[index]
        share = 3.0 if at < _LEAD else 1.0
        for name in sorted(wording.names):
            weights[name] += share
        for stem in wording.vector:
            weights[stem] += 0.3 * share
    return dict(weights)
