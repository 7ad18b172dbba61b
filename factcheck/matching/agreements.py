"""What sources agree in: the same value in other words, and near copies.

They rank below what is in dispute: their scores end where those of likely contradictions begin.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz

from factcheck.matching.compare import Pair
from factcheck.matching.corpus import Corpus, Wording
from factcheck.matching.facts import Fact
from factcheck.matching.findings import Builder, finding_id
from factcheck.model import Finding, Kind, Passage, Position, Reason, ReasonType

#: Facts that agree and are at least so alike are said to agree.
_ALIKE = 0.32
#: From this ratio of `rapidfuzz` on, two wordings are one copied from the other.
_COPY = 88.0
#: Shorter wordings repeat by chance.
_WORDS = 6
_BEST_AGREEMENT, _BEST_REPEAT = 0.05, 0.03
_POSTINGS = 30
_RARE = 6


def agreements(corpus: Corpus, pairs: Sequence[Pair], builder: Builder, tick: Callable[[int], None]) -> list[Finding]:
    """Facts to which different articles give one value in different words, one finding per fact and value."""
    groups = _Groups()
    best: dict[Fact, float] = defaultdict(float)
    for number, pair in enumerate(pairs):
        tick(number)
        if pair.agree and pair.alike >= _ALIKE and _independent(corpus, pair):
            groups.join(pair.a, pair.b)
            for fact in (pair.a, pair.b):
                best[fact] = max(best[fact], pair.alike)
    found = []
    for number, group in enumerate(groups.all()):
        tick(number)
        finding = _agreement(builder, group, max(best[f] for f in group))
        if finding:
            found.append(finding)
    return found


def _independent(corpus: Corpus, pair: Pair) -> bool:
    """Whether the two are from different articles, about one event, and not copied."""
    a, b = corpus.wordings[pair.a.wording], corpus.wordings[pair.b.wording]
    apart = len(a.articles | b.articles) > 1 and a.event == b.event
    return apart and pair.a.year == pair.b.year and fuzz.ratio(a.text, b.text) < _COPY


class _Groups:
    """Facts joined pair by pair."""

    def __init__(self) -> None:
        self.group: dict[Fact, list[Fact]] = {}

    def join(self, a: Fact, b: Fact) -> None:
        left, right = self.group.setdefault(a, [a]), self.group.setdefault(b, [b])
        if left is right:
            return
        if len(left) < len(right):
            left, right = right, left
        left.extend(right)
        for fact in right:
            self.group[fact] = left

    def all(self) -> Iterator[list[Fact]]:
        seen: set[int] = set()
        for group in self.group.values():
            if id(group) not in seen:
                seen.add(id(group))
                yield sorted(group, key=lambda f: (f.wording, f.span))


def _agreement(builder: Builder, group: list[Fact], alike: float) -> Finding | None:
    passages = builder.passages(group)
    if len({p.article_id for p in passages}) < 2:
        return None
    explain = builder.explain
    fact = explain.name.fact([group])
    position = Position(min((f.shown for f in group), key=lambda s: (len(s), s)), passages)
    reason = Reason(group[0].type, explain.agreement([group]))
    score = round(_BEST_AGREEMENT * min(1.0, alike), 4)
    return Finding(finding_id(Kind.agreement, fact, [position]), Kind.agreement, score, fact, (reason,), (position,))


def repeats(corpus: Corpus, builder: Builder, tick: Callable[[int], None]) -> list[Finding]:
    """Wordings that stand in several articles, word for word or nearly so."""
    parent = list(range(len(corpus.wordings)))
    for wording in corpus.wordings:
        tick(wording.index)
    for a, b in _near_copies(corpus, tick):
        parent[_root(parent, b)] = _root(parent, a)
    groups: dict[int, list[Wording]] = defaultdict(list)
    for wording in corpus.wordings:
        if len(wording.vector) >= _WORDS:
            groups[_root(parent, wording.index)].append(wording)
    found = []
    for number, group in enumerate(groups.values()):
        tick(number)
        finding = _repeat(builder, group)
        if finding:
            found.append(finding)
    return found


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def _near_copies(corpus: Corpus, tick: Callable[[int], None]) -> Iterator[tuple[int, int]]:
    """Pairs found by an index of each wording's rarest words, then measured."""
    index: dict[str, list[int]] = defaultdict(list)
    for wording in corpus.wordings:
        tick(wording.index)
        if len(wording.vector) < _WORDS:
            continue
        met: set[int] = set()
        for stem in sorted(wording.vector, key=lambda s: (-corpus.rarity[s], s))[:_RARE]:
            met.update(index[stem][-_POSTINGS:])
            index[stem].append(wording.index)
        for other in sorted(met):
            theirs = corpus.wordings[other]
            apart = len(wording.articles | theirs.articles) > 1
            if apart and fuzz.ratio(wording.text, theirs.text, score_cutoff=_COPY):
                yield other, wording.index


def _repeat(builder: Builder, group: Sequence[Wording]) -> Finding | None:
    passages: list[Passage] = []
    for wording in group:
        for _, s in wording.places:
            passages.append(Passage(s.article_id, s.version_id, s.start, s.end, s.text))
    if len({p.article_id for p in passages}) < 2:
        return None
    explain = builder.explain
    fact = explain.name.opening(group[0])
    position = Position(fact, tuple(passages))
    reason = Reason(ReasonType.other, explain.repeat(group))
    return Finding(finding_id(Kind.repeat, fact, [position]), Kind.repeat, _BEST_REPEAT, fact, (reason,), (position,))
