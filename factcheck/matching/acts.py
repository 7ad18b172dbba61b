"""What a value or a denial is of: the act that it stands with, and how that act is said.

Two dates contradict each other only as dates of one act; a denial only answers what is asserted of the same thing. The
act is guessed from form alone: the verb that governs the words, the noun that they stand before or behind.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from factcheck.matching.corpus import Wording
from factcheck.matching.lexicon import Lexicon
from factcheck.matching.tokens import CLAUSE_ENDS, Token, is_verb

#: Tokens to the left and to the right within which a verb governs a word.
_LEFT, _RIGHT = 12, 9
#: Tokens before a word in which "may", "if" and "to" make it no statement of what happened.
_MOOD = 4


class Form(Enum):
    """How a word stands in its sentence, as far as the words beside it tell."""

    noun = "noun"
    verb = "verb"
    unknown = "unknown"


@dataclass(frozen=True, slots=True)
class Act:
    """The act that some words belong to: stems of what governs them, and how it is said."""

    heads: frozenset[str]
    form: Form
    asserted: bool


def act(wording: Wording, span: tuple[int, int]) -> Act:
    """The act that the words of a span belong to."""
    words = wording.words
    inside = [i for i, t in enumerate(words) if span[0] <= t.start < span[1]]
    if not inside:
        return Act(frozenset(), Form.unknown, True)
    reader = _Reader(wording, inside[0], inside[-1] + 1)
    return Act(reader.heads(), reader.form(), reader.asserted())


class _Reader:
    def __init__(self, wording: Wording, first: int, last: int) -> None:
        self.words: Sequence[Token] = wording.words
        self.language: Lexicon = wording.language
        self.first, self.last = first, last
        self.left = self.reach(range(first - 1, max(-1, first - 1 - _LEFT), -1))
        self.right = self.reach(range(last, min(len(self.words), last + _RIGHT)))

    def reach(self, places: Sequence[int]) -> list[int]:
        """Places to one side, the nearest first, to the end of the clause."""
        found: list[int] = []
        for i in places:
            if self.words[i].text in CLAUSE_ENDS:
                break
            found.append(i)
        return found

    def tells(self, i: int) -> bool:
        token = self.words[i]
        return token.is_word and token.low not in self.language.dull and len(token.stem) > 1

    def governs(self, i: int) -> bool:
        token = self.words[i]
        return self.tells(i) and is_verb(token, self.language) and token.low not in self.language.reporting

    def heads(self) -> frozenset[str]:
        """The verb before, else the one behind, and a noun beside: "the *shooting* on Friday", "the Friday *raid*"."""
        verb = next((i for side in (self.left, self.right) for i in side if self.governs(i)), None)
        beside = [self.noun_before(), self.noun_behind()]
        return frozenset(self.words[i].stem for i in (verb, *beside) if i is not None)

    def noun_before(self) -> int | None:
        """The word before the preposition, or the word right before."""
        for i in self.left[:3]:
            if self.words[i].low not in self.language.prepositions | self.language.of | self.language.determiners:
                return i if self.tells(i) and not self.words[i].is_name else None
        return None

    def noun_behind(self) -> int | None:
        """The last of the words that follow at once: "the June 20 gang *shooting*"."""
        run: list[int] = []
        for i in self.right[:3]:
            if not self.tells(i) or self.words[i].is_name:
                break
            run.append(i)
        return run[-1] if run else None

    def form(self) -> Form:
        """Noun or verb: "a *release*", "*released* the men"."""
        token = self.words[self.last - 1]
        before = self.words[self.first - 1].low if self.first else ""
        behind = self.words[self.last].low if self.last < len(self.words) else ""
        if before in self.language.determiners | self.language.articles or behind in self.language.of:
            return Form.noun
        if is_verb(token, self.language) or before in self.language.auxiliaries or behind in self.language.determiners:
            return Form.verb
        return Form.unknown

    def asserted(self) -> bool:
        """Whether it is told as what is: not "may", "if", "to", and no question."""
        before = {self.words[i].low for i in self.left[:_MOOD]}
        question = any(t.text == "?" for t in self.words[self.last :])
        return not question and not before & self.language.unreal
