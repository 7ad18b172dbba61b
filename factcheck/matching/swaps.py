"""Names that change places: statements that say nearly the same with another name in it.

The weakest road to a finding, and the only one to a who or where that no slot holds. The two names must stand alike:
the same word next to them, or the same word of weight close before or close behind both.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from factcheck.matching.corpus import Corpus, Wording, cosine
from factcheck.matching.facts import Fact, Holder
from factcheck.matching.name_types import NameTypes, is_headline
from factcheck.matching.tokens import Token
from factcheck.model import ReasonType

#: Wordings meet by so many of their rarest words, each of which leads to so many others.
_RARE, _POSTINGS = 10, 40
#: And is held against so many of these before it, the most alike: among hundreds of near copies all others say it too.
_PARTNERS = 12
_ALIKE = 0.22
_LONGEST = 4
#: Words to each side of a name in which the same word may stand.
_SIDE = 4
#: From this likeness on, two names are one in two spellings.
_SPELLING = 80.0
#: Behind these a capital opens a sentence.
_OPENERS = "“\"'.:"


@dataclass(frozen=True, slots=True)
class _Name:
    """A run of words with capitals: first token, and one past the last."""

    first: int
    last: int
    stems: tuple[str, ...]


def _names(wording: Wording) -> list[_Name]:
    found: list[_Name] = []
    if is_headline(wording.words):
        return found
    at, words = 1, wording.words
    dated = [(w.start, w.end) for w in wording.whens]
    while at < len(words):
        end = at
        while end < len(words) and words[end].is_name and words[end].is_word:
            end += 1
        name = _Name(at, end, tuple(t.stem for t in words[at:end]))
        if _is_name(words, name, dated):
            found.append(name)
        at = max(end, at + 1)
    return found


def _is_name(words: Sequence[Token], name: _Name, dated: Sequence[tuple[int, int]]) -> bool:
    """Whether words with capitals are a name: no date, no beginning of a sentence, no mere initials."""
    run = words[name.first : name.last]
    if not run or len(run) > _LONGEST or sum(len(t.text) for t in run) == len(run):
        return False
    in_date = any(start < run[0].end and run[0].start < stop for start, stop in dated)
    return not in_date and words[name.first - 1].text not in _OPENERS


def _one_name(x: _Name, y: _Name) -> bool:
    """Whether two names may be one in two forms: Calif and California, Fixit and Fix It, Tesk and Tessk."""
    one, other = sorted(("".join(x.stems), "".join(y.stems)), key=len)
    return other.startswith(one) or fuzz.ratio(one, other) >= _SPELLING


def _neighbour(words: Sequence[Token], at: int) -> str:
    return words[at].low if 0 <= at < len(words) and words[at].is_word else ""


def _frame(wording: Wording, name: _Name) -> str:
    """The noun that a name follows by a word of place, and that word: "the *hospital in* Orlo"."""
    preposition, noun = _neighbour(wording.words, name.first - 1), _neighbour(wording.words, name.first - 2)
    if not noun or preposition not in wording.language.place_words or noun in wording.language.dull:
        return ""
    return f"{wording.words[name.first - 2].stem} {preposition}"


def _stand_alike(a: Wording, x: _Name, b: Wording, y: _Name) -> bool:
    near = _weighty(a, x.first - _SIDE, x.first) & _weighty(b, y.first - _SIDE, y.first)
    return bool(near or _weighty(a, x.last, x.last + _SIDE) & _weighty(b, y.last, y.last + _SIDE)) or _touch(a, x, b, y)


def _weighty(wording: Wording, first: int, last: int) -> set[str]:
    return {t.stem for t in wording.words[max(0, first) : last] if t.is_word and t.stem in wording.vector}


def _touch(a: Wording, x: _Name, b: Wording, y: _Name) -> bool:
    """Whether the same word stands right before both, or right behind."""
    ranging = a.language.range_words
    before, behind = _neighbour(a.words, x.first - 1), _neighbour(a.words, x.last)
    same_before = bool(before) and before == _neighbour(b.words, y.first - 1) and before not in ranging
    return same_before or (bool(behind) and behind == _neighbour(b.words, y.last) and behind not in ranging)


class _Swaps:
    def __init__(self, corpus: Corpus, tick: Callable[[int], None]) -> None:
        self.corpus = corpus
        self.tick = tick
        self.types = NameTypes(corpus, tick)
        self.names: list[list[_Name]] = []
        for wording in corpus.wordings:
            tick(wording.index)
            self.names.append(_names(wording))
        #: By wording, the stems of the statements round it, and the initials of their names.
        self.around: list[set[str]] = [set() for _ in corpus.wordings]
        for order in corpus.by_source:
            for at, index in enumerate(order):
                tick(index)
                for other in order[max(0, at - 1) : at + 2]:
                    self.around[index] |= self.with_initials(corpus.wordings[other])

    def with_initials(self, wording: Wording) -> set[str]:
        """The words of a wording, and what its names are shortened to."""
        initials = {
            "".join(t.text[0] for t in wording.words[n.first : n.last]).lower() for n in self.names[wording.index]
        }
        return {t.stem for t in wording.words} | initials

    def alike(self) -> Iterator[tuple[Wording, Wording]]:
        """Pairs of wordings of one event that speak of much the same."""
        index: dict[tuple[int, str], list[int]] = defaultdict(list)
        rarity = self.corpus.rarity
        for wording in self.corpus.wordings:
            self.tick(wording.index)
            met: set[int] = set()
            for stem in sorted(wording.vector, key=lambda s: (-rarity.get(s, 0.0), s))[:_RARE]:
                posting = index[wording.event, stem]
                met.update(posting[-_POSTINGS:])
                posting.append(wording.index)
            framed: set[int] = set()
            for frame in self.frames(wording):
                framed.update(index[wording.event, frame][-_POSTINGS:])
                index[wording.event, frame].append(wording.index)
            for other in self.partners(wording, met, framed):
                yield self.corpus.wordings[other], wording

    def partners(self, wording: Wording, met: set[int], framed: set[int]) -> list[int]:
        """The likeliest of the wordings that one shares rare words or a frame with, in their order."""
        likeness = {n: cosine(self.corpus.wordings[n].vector, wording.vector) for n in met | framed}
        found = (n for n in likeness if n in framed or likeness[n] >= _ALIKE)
        return sorted(heapq.nsmallest(_PARTNERS, found, key=lambda n: (-likeness[n], n)))

    def frames(self, wording: Wording) -> set[str]:
        """The frames of all names of a wording."""
        return {frame for name in self.names[wording.index] if (frame := _frame(wording, name))}

    def framed(self, a: Wording, x: _Name, b: Wording, y: _Name) -> bool:
        """Whether both names say where the same was: "the hospital in Orlo", "the clinic in Lunde"."""
        frame = _frame(a, x)
        return bool(frame) and frame == _frame(b, y)

    def known(self, wording: Wording, name: _Name) -> bool:
        """Whether the other name stands near a wording too: to its article it is another."""
        return self.around[wording.index] >= set(name.stems)

    def swaps(self, a: Wording, b: Wording) -> Iterator[tuple[Fact, Fact]]:
        """Names of the one that stand where the other has another."""
        in_a = {t.stem for t in a.words}
        in_b = {t.stem for t in b.words}
        for x in self.names[a.index]:
            if set(x.stems) & in_b:
                continue
            for y in self.names[b.index]:
                if (
                    not set(y.stems) & in_a
                    and not _one_name(x, y)
                    and self.types.may_swap(x.stems, y.stems)
                    and _stand_alike(a, x, b, y)
                    and (self.framed(a, x, b, y) or not (self.known(a, y) or self.known(b, x)))
                ):
                    yield _fact(a, x), _fact(b, y)


def _fact(wording: Wording, name: _Name) -> Fact:
    words = wording.words
    span = (words[name.first].start, words[name.last - 1].end)
    before = _neighbour(words, name.first - 1)
    place = before in wording.language.place_words or before in wording.language.direction_of
    reason = ReasonType.place if place else ReasonType.name
    near = frozenset(s for s in wording.vector if s not in name.stems)
    close = frozenset(t.stem for t in words[max(0, name.first - 5) : name.last + 4] if t.stem in near)
    return Fact(wording.index, reason, ("swap",), Holder(name.stems), wording.text[slice(*span)], span, near, close)


def swaps(corpus: Corpus, tick: Callable[[int], None]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of names that stand in each other's place; `tick` is called with a growing number."""
    finder = _Swaps(corpus, tick)
    for number, (a, b) in enumerate(finder.alike()):
        tick(number)
        yield from finder.swaps(a, b)
