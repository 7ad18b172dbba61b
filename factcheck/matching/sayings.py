"""Denials and opposites: pairs of wordings one of which denies, or says the opposite of, what the other says.

A word alone proves nothing; it must be denied on one side and said on the other, and the rest of the two wordings must
speak of the same. A denial reaches the words behind it up to the end of the clause.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from factcheck.matching.corpus import Corpus, Wording
from factcheck.matching.facts import Fact, Saying
from factcheck.matching.lexicon import Lexicon
from factcheck.matching.tokens import CLAUSE_ENDS, Token
from factcheck.model import ReasonType

#: How many words behind it a denial reaches.
_REACH = 6
#: A word that more wordings have than this says too little to look for its opposites.
_COMMON = 150


def denied(words: tuple[Token, ...], lexicon: Lexicon) -> dict[int, int]:
    """Words that are denied, each with the word that denies it."""
    found: dict[int, int] = {}
    for i, token in enumerate(words):
        negator = token.low in lexicon.negators or token.low.endswith("n't")
        if not negator and token.stem not in lexicon.denials:
            continue
        reach = _reach(words, i, lexicon)
        behind = {words[k].low for k in reach[:2]} | {words[k].stem for k in reach[:2]}
        if behind & lexicon.undone or behind & lexicon.hedges:
            continue
        found.update({k: i for k in reach if k not in found})
    return found


def _reach(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> list[int]:
    reach = []
    for k in range(at + 1, min(at + 1 + _REACH, len(words))):
        token = words[k]
        if token.text in CLAUSE_ENDS or token.text == "," or token.low in lexicon.conjunctions:
            break
        if token.is_word:
            reach.append(k)
    return reach


class _Sayings:
    """Finds the pairs of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.denied = [denied(w.words, w.language) for w in corpus.wordings]
        #: Wordings and places by stem and by word.
        self.by_stem: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.by_word: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for wording in corpus.wordings:
            for i, token in enumerate(wording.words):
                if token.stem in wording.vector:
                    self.by_stem[token.stem].append((wording.index, i))
                if token.low in wording.language.antonyms:
                    self.by_word[token.low].append((wording.index, i))

    def denials(self, wording: Wording) -> Iterator[tuple[Fact, Fact]]:
        """What the wording denies and others say."""
        mine = self.denied[wording.index]
        for i, negator in mine.items():
            token = wording.words[i]
            places = self.by_stem.get(token.stem, ())
            if len(places) > _COMMON or token.stem not in wording.vector:
                continue
            for other, k in places:
                if other != wording.index and k not in self.denied[other] and self.not_denying(other, token.stem):
                    yield self.denial(wording, negator, i), self.said(self.corpus.wordings[other], k, token.stem)

    def not_denying(self, other: int, stem: str) -> bool:
        words = self.corpus.wordings[other].words
        return not any(words[k].stem == stem for k in self.denied[other])

    def denial(self, wording: Wording, negator: int, at: int) -> Fact:
        stem = wording.words[at].stem
        value = Saying("not " + stem, frozenset({stem}))
        return _fact(wording, ReasonType.negation, ("said", stem), value, (negator, at + 1))

    def said(self, wording: Wording, at: int, stem: str) -> Fact:
        value = Saying(stem, frozenset({"not " + stem}))
        return _fact(wording, ReasonType.negation, ("said", stem), value, (at, at + 1))

    def opposites(self, wording: Wording) -> Iterator[tuple[Fact, Fact]]:
        """Words of the wording whose opposite others say."""
        lexicon = wording.language
        lows = {t.low for t in wording.words}
        for i, token in enumerate(wording.words):
            against = lexicon.antonyms.get(token.low, frozenset())
            if not against or lows & against or i in self.denied[wording.index]:
                continue
            for word in sorted(against):
                places = self.by_word.get(word, ())
                yield from self.against(wording, i, word, places if len(places) <= 3 * _COMMON else ())

    def against(
        self, wording: Wording, at: int, word: str, places: "list[tuple[int, int]] | tuple[()]"
    ) -> Iterator[tuple[Fact, Fact]]:
        token = wording.words[at]
        same = wording.language.antonyms[word]
        for other, k in places:
            theirs = self.corpus.wordings[other]
            if other <= wording.index or k in self.denied[other] or any(t.low in same for t in theirs.words):
                continue
            slot = ("opposite", *sorted((token.low, word)))
            yield (
                _fact(wording, ReasonType.antonym, slot, Saying(token.low, same_side(wording, token.low)), (at, at + 1)),
                _fact(theirs, ReasonType.antonym, slot, Saying(word, same), (k, k + 1)),
            )


def same_side(wording: Wording, word: str) -> frozenset[str]:
    """All that the word is the opposite of."""
    return wording.language.antonyms[word]


def _fact(wording: Wording, type: ReasonType, slot: tuple[str, ...], value: Saying, where: tuple[int, int]) -> Fact:
    first, last = where
    words = wording.words
    span = (words[first].start, words[last - 1].end)
    around = words[max(0, first - _REACH) : last + _REACH]
    own = set(range(first, last))
    near = frozenset(
        t.stem
        for i, t in enumerate(around, max(0, first - _REACH))
        if t.is_word and i not in own and t.stem in wording.vector
    )
    return Fact(wording.index, type, slot, value, wording.text[slice(*span)], span, near)


def sayings(corpus: Corpus, tick: Callable[[int], None]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of wordings that deny or oppose each other, likely or not; `tick` is called with each wording's number."""
    finder = _Sayings(corpus)
    for wording in corpus.wordings:
        tick(wording.index)
        yield from finder.denials(wording)
        yield from finder.opposites(wording)
