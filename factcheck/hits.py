"""Where words or a pattern stand in one text: found little by little, so that whoever waits can be shown some early.

Offsets count code points. Words are found in any case unless asked otherwise, straight quotation marks find curly ones
and a space finds one that does not break. A pattern is a regular expression and is held against one line at a time; one
that would not end is given up.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter

from factcheck.errors import FactCheckError
from factcheck.i18n import sentence
from factcheck.text import Span, lines_cut

#: Seconds that a pattern may take for one line, which is at most 20,000 characters: a sound one needs a thousandth.
_PATIENCE = 0.1
#: Each is looked for as the second, which takes as much room.
_ALIKE = (("\u2018", "'"), ("\u2019", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u00a0", " "), ("\u202f", " "))


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, and how."""

    words: str = ""
    case: bool = False
    whole: bool = False
    #: `words` is a regular expression.
    pattern: bool = False


@lru_cache(maxsize=4)
def _plain(text: str, case: bool) -> str:
    """The text as it is compared, each code point in its place; kept, since every key stroke asks for it."""
    for sign, plain in _ALIKE:
        text = text.replace(sign, plain)
    if case:
        return text
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class _Words:
    """Finds words."""

    def __init__(self, text: str, query: Query) -> None:
        self._text = _plain(text, query.case)
        self._words = _plain(query.words, query.case)
        self._whole = query.whole

    def between(self, start: int, end: int) -> Iterator[Span | None]:
        """The hits that begin in a range; None is a moment to look at the clock."""
        long, find = len(self._words), self._text.find
        at = find(self._words, start, end + long - 1)
        while 0 <= at < end:
            fits = not self._whole or self._stands_alone(at, at + long)
            yield Span(at, at + long) if fits else None
            at = find(self._words, at + (long if fits else 1), end + long - 1)

    def _stands_alone(self, start: int, end: int) -> bool:
        return not (_in_word(self._text, start - 1, start) or _in_word(self._text, end - 1, end))


def _in_word(text: str, left: int, right: int) -> bool:
    """Whether both characters belong to one word."""
    return left >= 0 and right < len(text) and _is_letter(text[left]) and _is_letter(text[right])


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


class _Pattern:
    """Finds a regular expression."""

    def __init__(self, text: str, query: Query) -> None:
        import regex  # it takes a while to load, and few look for patterns

        self._text = text
        words = rf"\b(?:{query.words})\b" if query.whole else query.words
        try:
            self._pattern = regex.compile(words, regex.MULTILINE | (0 if query.case else regex.IGNORECASE))
        except regex.error as error:
            raise FactCheckError(sentence("error.search.no_pattern", why=error)) from error

    def between(self, start: int, end: int) -> Iterator[Span | None]:
        """As of `_Words`; begins and ends at the edges of lines."""
        try:
            for piece in lines_cut(self._text, start, end):
                for match in self._pattern.finditer(self._text, piece.start, piece.end, timeout=_PATIENCE):
                    yield Span(*match.span()) if match.end() > match.start() else None
                yield None
        except TimeoutError as error:
            raise FactCheckError(sentence("error.search.slow")) from error


class Hits:
    """All places of a query in a text. They are looked for from a place on to the end, then from the beginning."""

    def __init__(self, text: str, query: Query, origin: int = 0) -> None:
        """`FactCheckError` if the query is a pattern that cannot be understood."""
        self._text = text
        self._finder = _Pattern(text, query) if query.pattern else _Words(text, query)
        self._origin = text.rfind("\n", 0, origin) + 1
        self._starts = (array("q"), array("q"))
        self._ends = (array("q"), array("q"))
        self._looking = self._look()
        #: Whether the whole text was looked at.
        self.done = not query.words
        #: How far it was looked at from the origin, and from the beginning.
        self._seen = [self._origin, 0]

    def _look(self) -> Iterator[Span | None]:
        for part, (start, end) in enumerate(((self._origin, len(self._text)), (0, self._origin))):
            for span in self._finder.between(start, end):
                if span:
                    self._starts[part].append(span.start)
                    self._ends[part].append(span.end)
                    self._seen[part] = span.end
                yield span
            self._seen[part] = end

    def look(self, seconds: float, first: bool = False) -> bool:
        """Goes on for so long, or until the `first` is met; whether all is found.

        `FactCheckError` if the pattern takes too long.
        """
        until = perf_counter() + seconds
        for found in self._looking:
            if (first and found) or perf_counter() > until:
                return False
        self.done = True
        return True

    def __len__(self) -> int:
        """How many were found by now."""
        return sum(map(len, self._starts))

    def __getitem__(self, index: int) -> Span:
        """In the order of the text, among those that were found by now."""
        front = len(self._starts[1])
        part, at = (1, index) if index < front else (0, index - front)
        return Span(self._starts[part][at], self._ends[part][at])

    def found_since(self, count: int) -> list[int]:
        """Where the hits begin, but for those `count` that were found first."""
        first, second = self._starts
        late = first[count:] + second[max(0, count - len(first)) :]
        return late.tolist()

    def _before(self, offset: int) -> int:
        """How many of those found begin before an offset."""
        return bisect_left(self._starts[1], offset) + bisect_left(self._starts[0], offset)

    def number(self, span: Span) -> int:
        """Which hit a span is, from 1; 0 if it is none."""
        at = self._before(span.start)
        return at + 1 if at < len(self) and self[at] == span else 0

    def after(self, offset: int) -> Span | None:
        """The first hit found that begins at an offset or behind it."""
        at = self._before(offset)
        return self[at] if at < len(self) else None

    def before(self, offset: int) -> Span | None:
        """The last hit found that begins before an offset."""
        at = self._before(offset)
        return self[at - 1] if at else None

    def within(self, span: Span) -> list[Span]:
        """The hits that touch a span of whole lines, also where it was not looked at yet."""
        known = self._origin <= span.start and span.end <= self._seen[0]
        if known or span.end <= self._seen[1] or self.done:
            first = bisect_right(self._ends[1], span.start) + bisect_right(self._ends[0], span.start)
            return [self[at] for at in range(first, self._before(span.end))]
        return [hit for hit in self._finder.between(span.start, span.end) if hit]
