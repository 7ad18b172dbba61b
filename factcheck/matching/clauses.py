"""The clause in which some words stand, as a name for what they are about: "the wall of Basin 3 gave way"."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from factcheck.matching.corpus import Wording
from factcheck.matching.lexicon import Lexicon
from factcheck.matching.tokens import CLAUSE_ENDS, Token, is_verb

#: Words that a clause keeps at most; with fewer words of weight it says too little.
LIMIT = 14
_LEAST = 2
GAP = "…"


@dataclass(frozen=True, slots=True)
class Clause:
    """Some words of a wording: how they read, the stems in them, and what speaks for them as a name."""

    text: str
    stems: frozenset[str]
    #: It has a verb, so "when …" and "whether …" can stand before it.
    verbal: bool
    #: It opens with a pronoun: who is meant stands in another sentence.
    pronoun: bool
    words: int


class Clauses:
    """Finds the clauses of one wording."""

    def __init__(self, wording: Wording, common: Container[str]) -> None:
        self.wording = wording
        self.words: Sequence[Token] = wording.words
        self.language: Lexicon = wording.language
        #: Words that are also written without a capital: no names.
        self.common = common
        whens = wording.whens
        self.dated = frozenset(i for i, t in enumerate(self.words) if any(w.start <= t.start < w.end for w in whens))

    def without(self, span: tuple[int, int]) -> Clause | None:
        """The clause without its time: what stands before it, or else behind."""
        first, last = self.inside(span)
        left = self.trimmed(self.start(first, LIMIT), first)
        right = self.trimmed(last, self.end(last, LIMIT))
        return next((self.clause(*side) for side in (left, right) if self.weight(*side) >= _LEAST), None)

    def around(self, span: tuple[int, int], limit: int = LIMIT) -> Clause | None:
        """The clause with its words: from its beginning, as many as may be."""
        first, last = self.inside(span)
        start = self.start(first, limit - 1)
        end = self.end(last, max(1, limit - (last - start)))
        start, end = self.trimmed(start, end)
        start, end = min(start, first), max(end, last)
        if end <= start:
            return None
        made = self.clause(start, end)
        cut = start > 0 and not self.ends(start - 1)
        return Clause(f"{GAP} {made.text}", made.stems, False, True, made.words) if cut else made

    def gap(self, span: tuple[int, int], limit: int = LIMIT) -> Clause | None:
        """The clause with a gap for its words."""
        first, last = self.inside(span)
        start, end = self.start(first, limit // 2), self.end(last, limit // 2)
        if self.weight(start, first) + self.weight(last, end) < _LEAST:
            return None
        left, right = self.read(start, first), self.read(last, end)
        made = self.clause(start, end)
        text = f"{left} {GAP} {right}".strip()
        return Clause(text, made.stems, made.verbal, made.pronoun, made.words)

    # --- where it begins and ends

    def inside(self, span: tuple[int, int]) -> tuple[int, int]:
        found = [i for i, t in enumerate(self.words) if span[0] <= t.start < span[1]]
        return (found[0], found[-1] + 1) if found else (0, 0)

    def ends(self, i: int) -> bool:
        token = self.words[i]
        if token.text in CLAUSE_ENDS or token.text in (",", "…"):
            return True
        if token.low in self.language.joiners and 0 < i < len(self.words) - 1:
            return not (self.words[i - 1].is_name and (self.words[i + 1].is_name or self.joined(i + 1)))
        return token.low in self.language.conjunctions or self.reports(i)

    def reports(self, i: int) -> bool:
        """ "The mayor *said* the dam held", but not "it was first *reported*"."""
        before = {t.low for t in self.words[max(0, i - 2) : i]}
        return self.words[i].low in self.language.reporting and not before & self.language.passive

    def joined(self, i: int) -> bool:
        """ "Russia and *the United* States"."""
        return self.words[i].low in self.language.determiners and self.words[min(i + 1, len(self.words) - 1)].is_name

    def start(self, first: int, limit: int) -> int:
        at = first
        while at > 0 and first - at < limit and not self.ends(at - 1):
            at -= 1
        return at

    def end(self, last: int, limit: int) -> int:
        at = last
        while at < len(self.words) and at - last < limit and not self.ends(at):
            at += 1
        return at

    def loose(self, i: int) -> bool:
        """Whether a word at the end of a clause hangs in the air: "on", a date, a figure."""
        token = self.words[i]
        number = token.is_number or token.low in self.language.number_words
        unit = (token.low,) in self.language.units
        small = token.low in self.language.stop and token.low not in self.language.reporting
        return i in self.dated or number or unit or not token.is_word or (small and not self.behind_verb(i))

    def behind_verb(self, i: int) -> bool:
        """ "Went *off*", "gave *way*"."""
        verb = i > 0 and self.words[i - 1].is_word and self.words[i - 1].low not in self.language.stop
        return verb and self.words[i].low in self.language.particles

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        while end > start and self.loose(end - 1):
            end -= 1
        while start < end and (start in self.dated or not self.words[start].is_word):
            if self.words[start].is_number and start not in self.dated:
                break
            start += 1
        return start, end

    # --- how it reads

    def weight(self, start: int, end: int) -> int:
        dull = self.language.dull
        return sum(t.is_word and t.low not in dull for t in self.words[start:end])

    def read(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        words = self.words
        text = self.wording.text[words[start].start : words[end - 1].end]
        first = words[start].text
        plural = first.endswith("s") and not first.isupper()
        small = first.lower() in self.common or words[start].low in self.language.dull or plural
        if small and (first.istitle() or first.isupper()) and not (first == "I" or self.is_name(start)):
            text = first.lower() + text[len(first) :]
        return " ".join(text.split())

    def is_name(self, i: int) -> bool:
        """Whether a word with a capital opens a name of several words: Market Street."""
        behind = self.words[i + 1 : i + 2]
        return bool(behind) and behind[0].is_name and self.words[i].low not in self.language.dull

    def clause(self, start: int, end: int) -> Clause:
        words = self.words[start:end]
        stems = frozenset(t.stem for t in words)
        pronoun = bool(words) and words[0].low in self.language.pronouns
        headless = start < end and self.is_verb(start)
        verbal = not headless and any(self.is_verb(i) for i in range(start, end))
        return Clause(self.read(start, end), stems, verbal, pronoun or headless, len(words))

    def is_verb(self, i: int) -> bool:
        """Whether a word is a verb, as far as its form or the words beside it tell."""
        language, token = self.language, self.words[i]
        behind = self.words[i + 1].low if i + 1 < len(self.words) else ""
        before = self.words[i - 1].low if i else ""
        if behind in language.determiners | language.particles and token.low not in language.stop:
            return bool(before) and before not in language.stop and not token.is_name
        return is_verb(token, language)
