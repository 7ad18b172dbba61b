"""Denials and opposites: pairs of wordings one of which denies, or says the opposite of, what the other says.

A word alone proves nothing; it must be denied on one side and said on the other, and the rest of the two wordings must
speak of the same. A denial reaches the first words behind it, to the end of the clause.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from factcheck.matching.corpus import Corpus, Wording
from factcheck.matching.facts import Fact, Saying
from factcheck.matching.lexicon import Lexicon
from factcheck.matching.tokens import CLAUSE_ENDS, Token
from factcheck.model import ReasonType

#: How many content words behind it a denial reaches, and within how many words.
_REACH, _WITHIN = 2, 6
#: Words to each side that count as near.
_NEAR, _CLOSE = 9, 4
#: Shorter words behind "un" or "in" are other words: "into".
_SHORTEST = 4
#: A word that more wordings have than this says too little to look for its opposites.
_COMMON = 120


def denied(words: Sequence[Token], lexicon: Lexicon) -> dict[int, int]:
    """Words that are denied, each with the word that denies it."""
    found: dict[int, int] = {}
    for i, token in enumerate(words):
        negator = token.low in lexicon.negators or token.low.endswith("n't") or token.low in lexicon.denials
        if not negator:
            continue
        reach = _reach(words, i, lexicon)
        behind = {words[k].low for k in range(i + 1, min(i + 3, len(words)))}
        if behind & lexicon.undone or any(words[k].stem in lexicon.hedges for k in reach[:1]):
            continue
        found.update({k: i for k in reach if k not in found})
    return found


def _reach(words: Sequence[Token], at: int, lexicon: Lexicon) -> list[int]:
    """Heads of the first phrases: "formally *overturned*", "*see* the *incident*", "no *warning* from the mine"."""
    runs: list[list[int]] = [[]]
    start = _content_of(words, at, lexicon)
    for k in range(start, min(start + _WITHIN, len(words))):
        token = words[k]
        if token.text in CLAUSE_ENDS or token.text == "," or token.low in lexicon.conjunctions:
            break
        if token.is_word and len(token.stem) > 1 and token.low not in lexicon.stop:
            runs[-1].append(k)
        elif runs[-1]:
            if token.low not in lexicon.determiners:
                break
            runs.append([])
    heads = [_head(words, run, lexicon) for run in runs if run]
    return [k for k in heads[:_REACH] if not words[k].is_name]


def _content_of(words: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where begins what is denied: "not true that Berg was *jealous*", "denied that she had *shot* him"."""
    start = at + 2 if words[min(at + 1, len(words) - 1)].low in lexicon.truth else at + 1
    if start >= len(words) or words[start].low not in lexicon.relating:
        return at + 1
    start += 1
    while start < len(words) and (words[start].is_name or words[start].low in lexicon.stop):
        start += 1
    return start


#: A pair of opposites, by its number or by the word without its prefix; and a side of it.
_Side = tuple[str, int]


def _prefixed(corpus: Corpus) -> dict[str, str]:
    """Words that are another word of the corpus behind "un", "dis" and the like."""
    seen = {(t.low, w.language) for w in corpus.wordings for t in w.words if t.is_word and t.text.islower()}
    found = {}
    for word, language in seen:
        for prefix in language.prefixes:
            bare = word.removeprefix(prefix)
            if len(bare) >= _SHORTEST and bare != word and (bare, language) in seen:
                found[word] = bare
    return found


def _head(words: Sequence[Token], run: Sequence[int], lexicon: Lexicon) -> int:
    """The last word of a phrase, or the one before a light verb: "no *siren* went off"."""
    return run[-2] if len(run) > 1 and words[run[-1]].stem in lexicon.light else run[-1]


class _Sayings:
    """Finds the pairs of one corpus."""

    def __init__(self, corpus: Corpus, tick: Callable[[int], None]) -> None:
        self.corpus = corpus
        self.denied: list[dict[int, int]] = []
        for wording in corpus.wordings:
            tick(wording.index)
            self.denied.append(denied(wording.words, wording.language))
        #: Wordings and places by stem, and by side of a pair of opposites.
        self.by_stem: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.by_side: dict[_Side, list[tuple[int, int]]] = defaultdict(list)
        self.prefixed = _prefixed(corpus)
        self.bare = frozenset(self.prefixed.values())
        self.sides: list[set[_Side]] = []
        for wording in corpus.wordings:
            tick(wording.index)
            self.sides.append({side for t in wording.words for side in self.sides_of(wording, t)})
            for i, token in enumerate(wording.words):
                if token.stem in wording.vector and not token.is_name:
                    self.by_stem[token.stem].append((wording.index, i))
                for side in self.sides_of(wording, token):
                    self.by_side[side].append((wording.index, i))
        #: All that stands near behind a denial: said to be denied by neither side's choice of words.
        self.denied_stems = [
            {t.stem for i in set(d.values()) for t in w.words[i + 1 : i + 1 + _WITHIN]}
            for w, d in zip(corpus.wordings, self.denied, strict=True)
        ]

    def sides_of(self, wording: Wording, token: Token) -> list[_Side]:
        """On which sides of which opposites a word stands: from the table, or by its prefix."""
        known: list[_Side] = [(str(number), side) for number, side in wording.language.opposites(token.low)]
        bare = self.prefixed.get(token.low)
        return [*known, (bare, 1)] if bare else [*known, (token.low, 0)] if token.low in self.bare else known

    def denials(self, wording: Wording) -> Iterator[tuple[Fact, Fact]]:
        """What the wording denies and others about the event say."""
        for i, negator in self.denied[wording.index].items():
            stem = wording.words[i].stem
            places = self.by_stem.get(stem, ())
            if len(places) > _COMMON or stem not in wording.vector or stem in wording.language.light:
                continue
            denial = _fact(wording, ReasonType.negation, ("said", stem), _no(stem), (negator, i + 1))
            for other, k in places:
                theirs = self.corpus.wordings[other]
                if other != wording.index and theirs.event == wording.event and stem not in self.denied_stems[other]:
                    yield denial, _fact(theirs, ReasonType.negation, ("said", stem), _yes(stem), (k, k + 1))

    def opposites(self, wording: Wording) -> Iterator[tuple[Fact, Fact]]:
        """Words of the wording whose opposite others about the event say."""
        for i, token in enumerate(wording.words):
            for number, side in self.sides_of(wording, token):
                if i in self.denied[wording.index] or (number, 1 - side) in self.sides[wording.index]:
                    continue
                places = self.by_side.get((number, 1 - side), [])
                if len(places) <= 2 * _COMMON:
                    yield from self.against(wording, i, (number, side), places)

    def against(
        self, wording: Wording, at: int, side: _Side, places: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[Fact, Fact]]:
        mine: Fact | None = None
        for other, k in places:
            theirs = self.corpus.wordings[other]
            if other <= wording.index or theirs.event != wording.event:
                continue
            if k not in self.denied[other] and side not in self.sides[other]:
                mine = mine or _opposite(wording, at, side)
                yield mine, _opposite(theirs, k, (side[0], 1 - side[1]))


def _no(stem: str) -> Saying:
    return Saying("not " + stem, frozenset({stem}))


def _yes(stem: str) -> Saying:
    return Saying(stem, frozenset({"not " + stem}))


def _opposite(wording: Wording, at: int, side: _Side) -> Fact:
    number, mine = side
    value = Saying(f"{number}:{mine}", frozenset({f"{number}:{1 - mine}"}))
    weak = "weak" if wording.words[at].low in wording.language.weak_antonyms else ""
    return _fact(wording, ReasonType.antonym, ("opposite", number), value, (at, at + 1), weak)


def _fact(
    wording: Wording, reason: ReasonType, slot: tuple[str, ...], value: Saying, where: tuple[int, int], head: str = ""
) -> Fact:
    first, last = where
    words = wording.words
    span = (words[first].start, words[last - 1].end)
    around = [*words[max(0, first - _NEAR) : first], *words[last : last + _NEAR]]
    around = [*around, *(t for t in words[first:last] if t.stem == slot[-1])]
    near = frozenset(t.stem for t in around if t.is_word and t.stem in wording.vector)
    next_to = [*words[max(0, first - _CLOSE) : first], *words[last : last + _CLOSE]]
    close = frozenset(t.stem for t in next_to if t.stem in near)
    return Fact(wording.index, reason, slot, value, wording.text[slice(*span)], span, near, close, None, head)


def sayings(corpus: Corpus, tick: Callable[[int], None]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of wordings that deny or oppose each other, likely or not; `tick` is called with each wording's number."""
    finder = _Sayings(corpus, tick)
    for wording in corpus.wordings:
        tick(wording.index)
        yield from finder.denials(wording)
        yield from finder.opposites(wording)
