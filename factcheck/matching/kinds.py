"""Facts of what kind: words of which only one can be true of a thing.

"Died of heart failure", "died of pneumonia"; "shot in the head", "shot in the chest"; "found in a hotel", "found at
home". The kinds and their words are data. A word counts in its frame only: beside the words that govern it, so that the
hospital in which one was treated is not held against the street in which another was shot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.matching.facts import Fact, Sort
from factcheck.matching.lexicon import SortOf
from factcheck.matching.reading import Reading
from factcheck.matching.tokens import CLAUSE_ENDS

#: Tokens of a phrase between its preposition and its last word, of a frame on the left, and on the right.
_PHRASE, _LEFT, _RIGHT = 4, 7, 2
#: Words of a frame at most.
_GOVERNORS = 3


class Kinds:
    """Reads the words of a kind in one wording."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def facts(self) -> Iterator[Fact]:
        """Each with its frame as the words next to it, and the rivals that stand in the same wording as its scope."""
        found = list(self.found())
        for first, last, sort in found:
            frame = self.frame(first, last, sort)
            if frame:
                rivals = frozenset(s.value for _, _, s in found if s.kind == sort.kind)
                value = Sort(sort.value, rivals)
                fact = self.r.fact(sort.reason, ("kind", sort.kind), value, self.r.text(first, last), (first, last))
                yield replace(fact, close=frame)

    def found(self) -> Iterator[tuple[int, int, SortOf]]:
        """Words and phrases of a kind, the longest from each token on."""
        at = 0
        while at < len(self.r.words):
            opens = self.opens(self.r.low(at))
            length, sorts = next(((n, s) for n in (3, 2, 1) if opens and (s := self.sorts(at, n))), (1, ()))
            for sort in sorts:
                yield at, at + length, sort
            at += length

    def opens(self, low: str) -> bool:
        """Whether a word may open a phrase of some kind: most do not, and need no closer look."""
        starts = self.r.lexicon.sort_starts
        return low in starts or (low.endswith("s") and low.removesuffix("s").removesuffix("'") in starts)

    def sorts(self, at: int, length: int) -> Sequence[SortOf]:
        """What a word or phrase is one of; several of a kind are no answer, and a part of a name is none either."""
        words = tuple(self.r.low(i) for i in range(at, at + length))
        last = words[-1].removesuffix("'s")
        found = self.r.lexicon.sorts.get((*words[:-1], last), ())
        if not found and last.endswith("s"):
            found = [s for s in self.r.lexicon.sorts.get((*words[:-1], last[:-1]), ()) if s.people]
        return [s for s in found if s.people or not self.in_name(at, at + length)]

    def in_name(self, first: int, last: int) -> bool:
        """Whether a phrase is a part of a longer name: Cypress *Park*."""
        beside = [self.r.words[i].is_name for i in (first - 1, last) if 0 < i < len(self.r.words)]
        return self.r.words[first].is_name and any(beside)

    def frame(self, first: int, last: int, sort: SortOf) -> frozenset[str]:
        """The words that govern a phrase: those before its preposition, or before and behind the word itself."""
        behind = self.governors(range(last, last + _RIGHT), 1)
        if not sort.placed:
            return self.governors(range(first - 1, first - 1 - _LEFT, -1), _GOVERNORS) | behind
        at = self.preposition(first)
        return self.governors(range(at - 1, at - 1 - _LEFT, -1), _GOVERNORS) if at > 0 else frozenset()

    def preposition(self, first: int) -> int:
        """Where the preposition of a phrase stands: "*at* his old home"; -1 if there is none."""
        for at in range(first - 1, max(-1, first - 1 - _PHRASE), -1):
            if self.ends(at):
                return -1
            if self.r.low(at) in self.r.lexicon.prepositions:
                return at
        return -1

    def governors(self, places: Sequence[int], limit: int) -> frozenset[str]:
        found: list[str] = []
        for i in places:
            if not 0 <= i < len(self.r.words) or self.ends(i) or len(found) == limit:
                break
            token = self.r.words[i]
            if token.is_word and not token.is_name and i not in self.r.apart and self.r.tells(token):
                found.append(token.stem)
        return frozenset(found)

    def ends(self, i: int) -> bool:
        return self.r.words[i].text in CLAUSE_ENDS
