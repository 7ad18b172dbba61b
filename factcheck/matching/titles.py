"""Facts of what people are called: "Ana Ruiz, deputy director of the mine", "his grandson Tom Berg".

An office may go by many words, so only a few of them clash: ranks ("deputy director" and "director"), levels ("state
judge" and "federal judge"), and the last word where the one before it is the same ("sales manager", "sales director").
Two names for one title clash, most of all where they share a word: Tom Berg and Nils Berg, both called the grandson.
"""

from collections.abc import Iterator

from factcheck.matching.facts import Fact, Named, Title
from factcheck.matching.reading import Reading
from factcheck.model import ReasonType

#: Words of a title before its last, of a name, between a name and its title, and of what it is held of at most.
_BEFORE, _NAME, _AGE, _OF = 4, 5, 3, 5


class Titles:
    """Reads the titles and full names of one wording."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.words = reading.words

    def facts(self) -> Iterator[Fact]:
        """For each title with a person beside it, what the person is called and who has the title."""
        for i, token in enumerate(self.words):
            if token.low not in self.r.lexicon.titles or self.is_title(i + 1):
                continue
            first = self.start(i)
            name = self.name_from(i + 1) or self.name_before(first)
            if name:
                yield from self.called(first, i, name)

    def called(self, first: int, at: int, name: tuple[int, int]) -> Iterator[Fact]:
        parts = self.parts(*name)
        before = [self.r.low(i) for i in range(first, at)]
        known = self.r.lexicon
        if not parts or known.once.intersection([self.r.low(first - 1), *before]):
            return
        head, shown, who = known.titles[self.r.low(at)], self.r.text(first, at + 1), self.r.text(*name)
        ranks = frozenset(known.ranks[w] for w in before if w in known.ranks)
        title = Title(head, ranks, known.levels.intersection(before), self.kind(first, at))
        yield self.r.fact(ReasonType.role, ("title", parts[-1]), title, shown, (first, at + 1), who)
        if len(parts) > 1:
            named = Named(frozenset(known.nicknames.get(p, p) for p in parts[:-1]), parts[-1])
            yield self.r.fact(ReasonType.name, ("holder", head), named, who, name, self.r.low(at))

    def kind(self, first: int, at: int) -> str:
        """The word before the last of a title, if it is no name: "*sales* manager"."""
        before = self.r.low(at - 1) if at > first and not self.words[at - 1].is_name else ""
        return "" if before in self.r.lexicon.levels or before in self.r.lexicon.ranks else before

    def is_title(self, i: int) -> bool:
        return self.r.low(i) in self.r.lexicon.titles

    def start(self, at: int) -> int:
        """Where a title begins whose last word is known: behind what is no part of it."""
        first = at
        while first > max(0, at - _BEFORE) and self.modifies(first - 1):
            first -= 1
        return first

    def modifies(self, i: int) -> bool:
        token = self.words[i]
        if not token.is_word or token.low.endswith("'s"):
            return False
        verb = token.low.endswith("ed") or token.low in self.r.lexicon.irregular
        return not (verb and not token.is_name) and token.low not in self.r.lexicon.dull and self.r.tells(token)

    def name_from(self, at: int) -> tuple[int, int] | None:
        """A full name right behind a title, or behind what it is held of: "the manager of the mill, Tom Berg"."""
        if self.r.low(at) in self.r.lexicon.of:
            comma = next((i for i in range(at, min(at + _OF, len(self.words))) if self.words[i].text == ","), at)
            at = comma + 1
        end = self.end_of_name(at)
        return (at, end) if len(self.parts(at, end)) > 1 else None

    def end_of_name(self, at: int) -> int:
        end = at
        while end < len(self.words) and self.words[end].is_name and end - at < _NAME:
            end += 2 if self.initial(end) else 1
        return min(end, len(self.words))

    def initial(self, i: int) -> bool:
        """ "J." """
        return len(self.words[i].text) == 1 and i + 1 < len(self.words) and self.words[i + 1].text == "."

    def name_before(self, first: int) -> tuple[int, int] | None:
        """The name that a title is added to: "Berg, 40, the …", "Berg was the …", "Berg as …"."""
        at = first - 1
        while at > max(0, first - 1 - _AGE) and self.between(at):
            at -= 1
        if at < 1 or not (self.r.low(at) == "," or self.r.low(at) in self.r.lexicon.title_links):
            return None
        start = at
        while start > 0 and (self.words[start - 1].is_name or self.words[start - 1].text == "."):
            start -= 1
        return (start, at) if start < at and self.words[start].is_name else None

    def between(self, at: int) -> bool:
        """What may stand between a name and a title: an article, an age, another title."""
        low = self.r.low(at)
        if low in self.r.lexicon.determiners or low in self.r.lexicon.joiners or at in self.r.numbered:
            return True
        aged = low == "," and at - 1 in self.r.numbered
        return aged or (self.modifies(at) and not self.words[at].is_name)

    def parts(self, first: int, last: int) -> list[str]:
        """The words of a name in small letters, initials joined; none if it is no name of a person."""
        parts: list[str] = []
        for i in range(first, last):
            token = self.words[i]
            if not token.is_word:
                continue
            joined = bool(parts) and len(parts[-1]) <= 2 and self.initial(i) and i == first + 2 * len(parts[-1])
            if joined:
                parts[-1] += token.low
            elif token.low not in self.r.lexicon.name_ends:
                parts.append(token.low.removesuffix("'s"))
        wrong = any(p in self.r.lexicon.stop or p in self.r.lexicon.titles for p in parts)
        return [] if wrong or any(i in self.r.dated for i in range(first, last)) else parts
