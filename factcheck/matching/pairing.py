"""All pairs of facts that are worth weighing, and what the articles as wholes say of each."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from factcheck.matching.compare import Comparer, Pair
from factcheck.matching.corpus import Corpus
from factcheck.matching.facts import Fact

#: Factors for articles that give both values, or say something that fits better.
_BOTH_GIVEN = 0.3
_NOT_BEST = 0.6
#: One statement gives the value of the other beside its own: "$80 million and $25 million".
_GIVEN_AT_ONCE = 0.4
#: Groups up to this size are compared whole; in larger ones facts meet by their rarer words.
_WHOLE = 250
_POSTINGS = 40


def meetings(
    facts: Sequence[Fact], rarity: Mapping[str, float], events: Sequence[int], tick: Callable[[int], None]
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts of one slot that are worth weighing, each once."""
    slots: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        slots[fact.slot].append(fact)
    for slot in sorted(slots):
        group = slots[slot]
        if len(group) <= _WHOLE:
            yield from combinations(group, 2)
        else:
            yield from _by_words(group, rarity, events, tick)


def _by_words(
    group: Sequence[Fact], rarity: Mapping[str, float], events: Sequence[int], tick: Callable[[int], None]
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of a large group: those that share one of their rarest words, or their event and any word."""
    index: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, fact in enumerate(group):
        tick(number)
        met: set[int] = set()
        for stem in sorted(fact.near, key=lambda s: (-rarity.get(s, 0.0), s)):
            posting = index[events[fact.wording], stem]
            met.update(posting[-_POSTINGS:])
            posting.append(number)
        for other in sorted(met):
            yield group[other], fact


def pairs(
    comparer: Comparer, facts: Sequence[Fact], said: Iterator[tuple[Fact, Fact]], tick: Callable[[int], None]
) -> list[Pair]:
    """All weighed pairs, with what the articles as wholes say of them taken into account."""
    corpus = comparer.corpus
    events = [w.event for w in corpus.wordings]
    found: list[Pair] = []
    for number, (a, b) in enumerate(meetings(facts, corpus.rarity, events, tick)):
        tick(number)
        weighed = comparer.pair(a, b)
        if weighed:
            found.append(weighed)
    for number, (a, b) in enumerate(said):
        tick(number)
        weighed = comparer.pair(a, b)
        if weighed and not weighed.agree:
            found.append(weighed)
    return _with_articles(corpus, found, tick)


def _with_articles(corpus: Corpus, found: Sequence[Pair], tick: Callable[[int], None]) -> list[Pair]:
    """Lower a clash if one of its articles gives the other's value too, or has a statement that fits better."""
    agreed: dict[tuple[Fact, int], float] = defaultdict(float)
    best: dict[tuple[Fact, int], float] = defaultdict(float)
    told: set[tuple[Fact, int]] = set()
    for number, pair in enumerate(found):
        tick(number)
        for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
            for article in corpus.wordings[other.wording].articles:
                key = (mine, article)
                best[key] = max(best[key], pair.alike)
                if pair.agree:
                    told.add((mine, other.wording))
                    agreed[key] = max(agreed[key], pair.alike)
    settled = []
    for number, pair in enumerate(found):
        tick(number)
        at_once = (pair.a, pair.b.wording) in told or (pair.b, pair.a.wording) in told
        settled.append(_settled(corpus, pair, agreed, best, _GIVEN_AT_ONCE if at_once else 1.0))
    return settled


def _settled(
    corpus: Corpus,
    pair: Pair,
    agreed: Mapping[tuple[Fact, int], float],
    best: Mapping[tuple[Fact, int], float],
    factor: float,
) -> Pair:
    if pair.agree:
        return pair
    for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
        articles = corpus.wordings[other.wording].articles
        if any(agreed.get((mine, n), 0.0) >= 0.7 * pair.alike and (mine, n) in agreed for n in articles):
            factor *= _BOTH_GIVEN
        elif all(best[mine, n] > pair.alike + 1e-9 for n in articles):
            factor *= _NOT_BEST
    return Pair(pair.a, pair.b, False, pair.alike, pair.score * factor)
