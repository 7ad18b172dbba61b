"""Statements: the sentences of an article, without the lines that say nothing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.matching.lexicon import Lexicon, lexicon
from factcheck.matching.times import times
from factcheck.model import Statement
from factcheck.text import Span, sentences


@dataclass(frozen=True, slots=True)
class Source:
    """What matching gets of one article."""

    article_id: str
    version_id: str
    text: str
    title: str = ""
    file: str = ""
    publisher: str = ""
    #: ISO 8601 or "".
    published: str = ""
    language: str = "en"


#: A line of more words than this is prose, whatever it opens with.
_SHORT = 10
#: And one of more characters.
_LINE = 200
_WORD = re.compile(r"[^\W_]+")


def _says_nothing(line: str, words: Lexicon) -> bool:
    """Whether a whole line is a date line, a byline, a caption's credit or has no words."""
    found = _WORD.findall(line)
    if not any(word[0].isalpha() for word in found):
        return True
    if len(found) > _SHORT or line.rstrip()[-1] in ".!?”\"’'":
        return False
    return _opens_apart(line, words) or _is_date_line(line, words)


def _opens_apart(line: str, words: Lexicon) -> bool:
    low = line.lower().lstrip("*_#> (")
    return any(low.startswith(opener) and not low[len(opener) :][:1].isalpha() for opener in words.line_openers)


def _is_date_line(line: str, words: Lexicon) -> bool:
    """Whether next to nothing is left of a line without its dates and times."""
    left = line
    found = times(line, words)
    for when in reversed(found):
        left = left[: when.start] + " " + left[when.end :]
    empty = {word for opener in words.line_openers for word in opener.split()} | words.stop
    return bool(found) and len([w for w in _WORD.findall(left) if len(w) > 1 and w.lower() not in empty]) <= 2


def spans(text: str, language: str, tick: Callable[[int], None] = lambda _number: None) -> list[Span]:
    """Where the statements of a text stand; `tick` is called with the number of each."""
    words = lexicon(language)
    skipped = {
        line.start()
        for line in re.finditer("[^\n]+", text)
        if len(line.group()) < 200 and _says_nothing(line.group(), words)
    }
    found = []
    for number, span in enumerate(sentences(text, language)):
        tick(number)
        if not _within(text, span, skipped):
            found.append(span)
    return found


def _within(text: str, span: Span, skipped: set[int]) -> bool:
    return bool(skipped) and text.rfind("\n", 0, span.start) + 1 in skipped


def of_spans(source: Source, found: list[Span]) -> Iterator[Statement]:
    """The statements of an article whose text has these spans."""
    for index, span in enumerate(found):
        yield Statement(source.article_id, source.version_id, index, span.start, span.end, span.of(source.text))


def statements(source: Source) -> list[Statement]:
    """The statements of an article in order; offsets point into its text."""
    return list(of_spans(source, spans(source.text, source.language)))
