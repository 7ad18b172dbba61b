"""What names are names of, guessed from how the articles use them: a person, a place, or somebody who acts as a body.

Cues are counted over all articles: "Mr", a title or an age beside a person; "in", "near" or "district" beside a place;
capitals throughout for a body. A name without cues is of no known type.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from enum import Enum

from factcheck.matching.corpus import Corpus, Wording
from factcheck.matching.tokens import Token

#: Words of a line that is set like a title: at least so many, of so many letters, this share with a capital.
_WORDS, _LETTERS, _CAPITALS = 4, 4, 0.7
#: Capitals alone make a name of so many letters one of a body: UN, BBC.
_INITIALS = range(2, 6)


class NameType(Enum):
    """What a name is a name of."""

    person = "person"
    place = "place"
    body = "body"


def is_headline(words: Sequence[Token]) -> bool:
    """Whether a line is written with capitals throughout, which then mark no names."""
    long = [t for t in words[1:] if t.is_word and len(t.text) >= _LETTERS]
    return len(long) >= _WORDS and sum(t.is_name for t in long) >= _CAPITALS * len(long)


class NameTypes:
    """The types of the names of one corpus, by the stem of a name's last word."""

    def __init__(self, corpus: Corpus, tick: Callable[[int], None]) -> None:
        self.cues: dict[str, Counter[NameType]] = defaultdict(Counter)
        #: Names that stand for a place within another: ("orlo", "lundia") from "Orlo, Lundia" and "Orlo in Lundia".
        self.within: set[frozenset[str]] = set()
        for wording in corpus.wordings:
            tick(wording.index)
            if not is_headline(wording.words):
                self.read(wording)

    def read(self, wording: Wording) -> None:
        """Count the cues of all names of a wording."""
        words, at = wording.words, 0
        before: tuple[int, int] | None = None
        while at < len(words):
            end = at
            while end < len(words) and words[end].is_name and words[end].is_word:
                end += 1
            if end > at:
                self.cue(wording, at, end)
                if before and self.joined(wording, before[1], at):
                    self.within.add(frozenset({words[before[1] - 1].stem, words[end - 1].stem}))
                before = (at, end)
            at = max(end, at + 1)

    def cue(self, wording: Wording, first: int, last: int) -> None:
        """What the words beside a name say of it."""
        words, language = wording.words, wording.language
        name, cues = words[last - 1], self.cues[words[last - 1].stem]
        before = words[first - 1].low if first else ""
        behind = words[last].low if last < len(words) else ""
        titled = language.honorifics & {before, *(t.low for t in words[first : last - 1])}
        aged = behind == "," and last + 1 < len(words) and words[last + 1].is_number
        if titled or aged or (last - first > 1 and behind in language.reporting):
            cues[NameType.person] += 2
        if before in language.place_words or behind in language.part_places:
            cues[NameType.place] += 1
        if name.text.isupper() and len(name.text) in _INITIALS:
            cues[NameType.body] += 1

    def joined(self, wording: Wording, last: int, first: int) -> bool:
        """Whether two names follow each other as a place and the one that it lies in."""
        between = [t.low for t in wording.words[last:first]]
        return len(between) == 1 and (between[0] == "," or between[0] in wording.language.place_words)

    def of(self, stem: str) -> NameType | None:
        """The type that most cues speak for."""
        cues = self.cues.get(stem)
        return max(cues, key=lambda kind: (cues[kind], kind.value)) if cues else None

    def may_swap(self, x: Sequence[str], y: Sequence[str]) -> bool:
        """Whether two names can be two answers to one question: of one type, and neither lies in the other."""
        one, other = self.of(x[-1]), self.of(y[-1])
        nested = any(frozenset({a, b}) in self.within for a in x for b in y)
        return not nested and (one is None or other is None or one is other)
