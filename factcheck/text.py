"""Canonical text, offsets in code points, sentences.

An article's text is made once, by `canonical`; every offset in the program points into that and counts Unicode code
points, start inclusive, end exclusive. Qt counts UTF-16 units: `Utf16Map` is the one bridge.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

#: All that ends a line, so that a text has the same lines in every program that shows it.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
#: Controls and the byte order mark; U+FDD0 and U+FDD1 are frame marks inside Qt's text documents.
_DROPPED = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufdd0\ufdd1]")
_SURROGATES = re.compile("[\ud800-\udfff]")
#: A text in one pair of double quotation marks; and the inner marks in the place of the double ones, which open in one
#: language and close in another.
_IN_MARKS = re.compile('[“„"]([^“”„"]+)[”“"]', re.DOTALL)
_INNER_MARKS = str.maketrans("“”„", "‘’‚")
#: Letters of scripts that put no space between words, to be within brackets: texts in them are compared sign by sign.
UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"


def canonical(raw: str) -> str:
    """The text that is stored, shown, hashed and quoted.

    Lines end with `\\n` only; controls and byte order marks are gone; a lone surrogate, which no file can hold, becomes
    U+FFFD. Idempotent. Nothing else is changed: no normalisation, no trimming, since evidence is quoted from it.
    """
    text = _LINE_ENDS.sub("\n", raw)
    text = _DROPPED.sub("", text)
    return sound(text)


def sound(text: str) -> str:
    """The text with U+FFFD for what no file can hold: half a surrogate pair, as a broken argument or keyboard gives."""
    return text if text.isascii() else _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


def between_marks(text: str) -> str:
    """The text as it stands where quotation marks are put round it: marks of its own that hold all of it give way to
    those, other double marks become the inner ones.
    """
    held = _IN_MARKS.fullmatch(text)
    return held[1] if held else text.translate(_INNER_MARKS)


def text_hash(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


class Utf16Map:
    """Turns code point offsets of one text into UTF-16 offsets and back, in logarithmic time."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        # Code points outside the basic plane take two units; most texts have none.
        self._astral = array("q", (m.start() for m in re.finditer("[\U00010000-\U0010ffff]", text)))
        self._units = array("q", (start + i for i, start in enumerate(self._astral)))

    def to_utf16(self, offset: int) -> int:
        """UTF-16 offset of a code point offset (0 to length)."""
        return offset + bisect_left(self._astral, offset)

    def to_code_points(self, units: int) -> int:
        """Code point offset of a UTF-16 offset; one inside a surrogate pair gives the start of its character."""
        whole = bisect_right(self._units, units - 2)
        inside = whole < len(self._units) and self._units[whole] == units - 1
        return units - whole - inside


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: code points, start inclusive, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; empty at `start` if there is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, start + len(piece.rstrip())) if left < len(piece) else Span(start, start)


def paragraphs(text: str) -> Iterator[Span]:
    """The lines that hold anything, without surrounding white space."""
    for line in re.finditer("[^\n]+", text):
        span = trimmed(text, line.start(), line.end())
        if span.start < span.end:
            yield span


#: A line longer than this is no prose; it is cut at white space before it is segmented, which keeps time linear.
_LONGEST_PARAGRAPH = 20_000


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A paragraph, or a paragraph too long to be one in parts."""
    start = span.start
    while span.end - start > _LONGEST_PARAGRAPH:
        cut = text.rfind(" ", start + _LONGEST_PARAGRAPH // 2, start + _LONGEST_PARAGRAPH)
        cut = cut if cut > 0 else start + _LONGEST_PARAGRAPH
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def lines_cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a range that hold anything; those too long to be prose in parts."""
    for line in re.compile("[^\n]+").finditer(text, start, end):
        yield from _pieces(text, Span(*line.span()))


def sentences(text: str, language: str = "en") -> Iterator[Span]:
    """The sentences of a canonical text in order, none empty, none across a line end, by `sentencex`."""
    from sentencex import get_sentence_boundaries  # loads a native library: late

    for paragraph in paragraphs(text):
        for piece in _pieces(text, paragraph):
            for boundary in get_sentence_boundaries(language or "en", piece.of(text)):
                span = trimmed(text, piece.start + boundary["start_index"], piece.start + boundary["end_index"])
                if span.start < span.end:
                    yield span


def _line_at(text: str, offset: int) -> Span:
    end = text.find("\n", offset)
    return Span(text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text))


def _sentences_in(text: str, line: Span, language: str) -> Iterator[Span]:
    for span in sentences(line.of(text), language):
        yield Span(line.start + span.start, line.start + span.end)


def sentence_at(text: str, offset: int, language: str = "en") -> Span | None:
    """The sentence at an offset, or the last before it in its line; None in an empty line."""
    found = [*_sentences_in(text, _line_at(text, offset), language)]
    return next((span for span in reversed(found) if span.start <= offset), found[0] if found else None)


def sentence_after(text: str, offset: int, language: str = "en") -> Span | None:
    """The first sentence that begins at an offset or behind it, in whatever line."""
    line = _line_at(text, offset)
    while True:
        found = next((span for span in _sentences_in(text, line, language) if span.start >= offset), None)
        if found or line.end >= len(text):
            return found
        line = _line_at(text, line.end + 1)


def folded(text: str) -> str:
    """For comparing only: compatibility-normalised, case folded, white space and quotation marks made alike."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[\u2018\u2019\u201a\u2032`\u00b4]", "'", text)
    text = re.sub("[\u201c\u201d\u201e\u00ab\u00bb\u2033]", '"', text)
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    return re.sub(r"\s+", " ", text).strip()
