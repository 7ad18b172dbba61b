"""One wording laid open: its words, amounts, times and places, and what stands near what in it."""

import re

from factcheck.matching.amount import Amount
from factcheck.matching.corpus import Wording
from factcheck.matching.facts import Fact, Value
from factcheck.matching.lexicon import Lexicon
from factcheck.matching.moments import Day, When
from factcheck.matching.quantities import amounts
from factcheck.matching.tokens import CLAUSE_ENDS, Token
from factcheck.model import ReasonType

#: How many words that tell something belong to a value on each side of it, and how many stand next to it; small words
#: count for less.
NEAR, CLOSE = 8, 2
FILL = 0.3
#: A year belongs to a value if it stands at most so many characters away, or opens the wording.
#: Words that say who reports, at most.
_REPORTER = 7
_OPEN_REPORTER = frozenset({",", "”", '"'})
_YEAR_NEAR, _YEAR_OPENS = 45, 25
#: Some year that is not the event's.
_OTHER_YEAR = -1


class Reading:
    """One wording laid open."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.words = wording.words
        self.lexicon: Lexicon = wording.language
        self.whens: list[When] = wording.whens
        self.dated = frozenset(
            i for i, t in enumerate(self.words) if any(w.start <= t.start < w.end for w in self.whens)
        )
        self.amounts: list[Amount] = amounts(self.words, self.lexicon, self.dated)
        self.numbered = frozenset(k for a in self.amounts for k in range(a.first, a.last))
        #: Words that say nothing of a value: other values, times, who reports it.
        self.apart = self.numbered | self.dated | self.reporters()
        low = " " + " ".join(t.low for t in self.words) + " "
        self.places = self.in_places()
        self.part_places = self.in_parts()
        self.narrowed = frozenset(phrase for phrase in self.lexicon.scope if f" {phrase} " in low)

    def text(self, first: int, last: int) -> str:
        """The wording's own words from one token to before another."""
        return self.wording.text[self.words[first].start : self.words[last - 1].end]

    def low(self, i: int) -> str:
        return self.words[i].low if 0 <= i < len(self.words) else ""

    def near(self, first: int, last: int, reach: int = NEAR) -> frozenset[str]:
        """Stems of the content words round some tokens, to the end of the clause."""
        found = set()
        for step, start in ((-1, first - 1), (1, last)):
            left, i = float(reach), start
            while left > 0 and 0 <= i < len(self.words) and not self.parts(i):
                token = self.words[i]
                if token.is_word and i not in self.apart and self.tells(token):
                    found.add(token.stem)
                    left -= 1
                else:
                    left -= FILL
                i += step
        return frozenset(found)

    def parts(self, i: int) -> bool:
        """Whether one clause ends here and another begins: a full stop, ", while"."""
        conjunction = self.low(i) == "," and self.low(i + 1) in self.lexicon.conjunctions
        return self.words[i].text in CLAUSE_ENDS or conjunction

    def tells(self, token: Token) -> bool:
        return len(token.stem) > 1 and token.low not in self.lexicon.dull and token.low not in self.lexicon.reporting

    def plural(self, word: str) -> bool:
        regular = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
        return regular or word in self.lexicon.plurals

    def year(self, at: int, own: When | None = None) -> int | None:
        """The year that the wording names nearest to a token, if not the value's own."""
        named = [w for w in self.whens if w is not own and w.day and w.day.year and not w.of_report]
        explicit = [w for w in named if any(c.isdigit() for c in self.wording.text[w.start : w.end])]
        if explicit:
            place = self.words[at].start
            nearest = min(explicit, key=lambda w: abs(w.start - place))
            close = abs(nearest.start - place) <= _YEAR_NEAR or nearest.start <= _YEAR_OPENS
            return nearest.day.year if nearest.day and close else None
        return _OTHER_YEAR if self.narrowed & self.lexicon.other_year else None

    def day(self, at: int) -> Day | None:
        """The day, no mere year, that the wording names nearest to a token."""
        place = self.words[at].start
        named = [w for w in self.whens if w.day and not w.of_report and (w.day.day or w.day.weekday is not None)]
        return min(named, key=lambda w: abs(w.start - place)).day if named else None

    def in_places(self) -> frozenset[str]:
        """Names behind "in", "at", "near"."""
        found = set()
        for i, token in enumerate(self.words[:-1]):
            following = self.words[i + 1]
            if token.low in self.lexicon.place_words and following.is_name and i + 1 not in self.dated:
                found.add(following.stem)
        return frozenset(found)

    def reporters(self) -> frozenset[int]:
        """Who reports: ", *the rescue service* said", "according to *the mayor*"."""
        found: set[int] = set()
        for i, token in enumerate(self.words):
            if token.low not in self.lexicon.reporting:
                continue
            start = i
            while start > max(0, i - _REPORTER) and not self.ends_reporter(start - 1):
                start -= 1
            if self.low(start - 1) in _OPEN_REPORTER or self.low(start - 1) in self.lexicon.conjunctions:
                found.update(range(start, i))
            if self.low(i + 1) in self.lexicon.according:
                found.update(range(i, min(i + _REPORTER, len(self.words))))
        return frozenset(found)

    def ends_reporter(self, i: int) -> bool:
        """A sign, a figure or "after": "shot eleven times after *police* said"."""
        token = self.words[i]
        return token.text in CLAUSE_ENDS | {","} or i in self.numbered or token.low in self.lexicon.conjunctions

    def in_parts(self) -> frozenset[str]:
        """The parts of a place for which figures are given: "in the Orlo district", "in the old town alone"."""
        found: set[str] = set()
        for i, token in enumerate(self.words):
            if token.low in self.lexicon.part_in:
                found |= self.named_part(i + 1)
        return frozenset(found)

    def named_part(self, start: int) -> set[str]:
        """The names before or behind "district", or before "alone", from a token on."""
        names: set[str] = set()
        for i in range(start, min(start + 6, len(self.words))):
            token = self.words[i]
            if token.text in CLAUSE_ENDS or token.text == ",":
                break
            if token.low in self.lexicon.part_alone or (token.low in self.lexicon.part_places and names):
                return {"in " + n for n in names} or {"in part"}
            if token.is_name:
                names.add(token.stem)
        return set()

    def part_of(self, last: int) -> frozenset[str]:
        """Whether only a part of a known whole is counted: "three of the skiffs"."""
        partitive = self.low(last) in self.lexicon.of and self.low(last + 1) in self.lexicon.whole
        return frozenset({"of the"}) if partitive else frozenset()

    def amount(self, amount: Amount) -> str:
        """The words of an amount; a capital that only opens the sentence is taken back."""
        words = self.text(amount.core if amount.dimension == "ordinal" else amount.first, amount.last)
        opens = re.split(r"[\s-]", words.lower())[0] in self.lexicon.opening_words
        return words.lower() if opens else words

    def counted(self, amount: Amount, head: str) -> str:
        """The amount and what is counted as they stand, if they stand close together."""
        end = next((i + 1 for i in range(amount.last, min(amount.last + 6, len(self.words))) if self.low(i) == head), 0)
        between = self.text(amount.last, end) if end else head
        link = "" if between.startswith("-") else " "
        return self.amount(amount) + link + between

    def fact(
        self,
        reason: ReasonType,
        slot: tuple[str, ...],
        value: Value,
        shown: str,
        where: tuple[int, int],
        head: str = "",
    ) -> Fact:
        """A fact with all that stands round its words."""
        first, last = where
        span = (self.words[first].start, self.words[last - 1].end)
        near, close, year = self.near(first, last), self.near(first, last, CLOSE), self.year(first)
        scope = self.narrowed | (self.part_of(last) if isinstance(value, Amount) else frozenset())
        part = self.part_places if isinstance(value, Amount) else frozenset()
        day = self.day(first)
        return Fact(
            self.wording.index, reason, slot, value, shown, span, near, close, year, head, scope, day, self.places, part
        )
