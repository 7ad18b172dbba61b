"""Running text into lines: itemised by face, broken in logical order, then put in the order of writing line by line."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from factcheck.reporting.pdf import bidi
from factcheck.reporting.pdf.fonts import Face, Fonts
from factcheck.reporting.pdf.shape import Glyph, shape
from factcheck.reporting.pdf.style import Style


@dataclass(frozen=True, slots=True)
class Inline:
    """A piece of running text of one look. `link` is an http address, or "#" and a place in the report."""

    text: str
    style: Style
    link: str = ""
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line that is drawn at once: by its `glyphs` if it was shaped, else by its characters as they are.

    `backwards`: it runs from right to left; characters without glyphs are already turned about and mirrored.
    """

    x: float
    width: float
    text: str
    face: Face
    inline: Inline
    glyphs: tuple[Glyph, ...] = ()
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text of a height, its segments from left to right."""

    segments: tuple[Segment, ...]
    width: float
    leading: float
    size: float


@dataclass(frozen=True, slots=True)
class _Item:
    """A stretch of the paragraph in one face and one look."""

    start: int
    end: int
    face: Face
    inline: Inline


@dataclass
class _Paragraph:
    text: str = ""
    items: list[_Item] = field(default_factory=list)
    #: Advance of each character.
    widths: list[float] = field(default_factory=list)
    #: Where each character begins when all stands in one line; one more than there are characters.
    offsets: list[float] = field(default_factory=list)
    #: 1 if the paragraph runs from right to left.
    base: int = 0
    #: Level of each character, empty if all runs from left to right.
    levels: list[int] = field(default_factory=list)


def set_lines(inlines: Sequence[Inline], width: float, fonts: Fonts, isolated: bool = False) -> list[Line]:
    """The lines of a paragraph, none wider than `width`; no character is lost, whatever it takes.

    The pieces are one text, which runs as its first letter does; `isolated` ones are values put together by us, from
    left to right, each of which runs as its own first letter does.
    """
    paragraph = _itemised(inlines, fonts, isolated)
    if not paragraph.text:
        return []
    leading = max(i.style.leading for i in inlines)
    size = max(i.style.size for i in inlines)
    return [_line(paragraph, *span, (width, leading, size)) for span in _broken(paragraph, width)]


def measure(text: str, style: Style, fonts: Fonts) -> float:
    """Width of a text in one line."""
    paragraph = _itemised((Inline(text, style),), fonts)
    return paragraph.offsets[-1] if paragraph.offsets else 0.0


def beginning(text: str, style: Style, width: float, fonts: Fonts) -> str:
    """What of a text stands in its first line, in the order in which it is read."""
    paragraph = _itemised((Inline(text, style),), fonts)
    start, end = next(iter(_broken(paragraph, width)), (0, 0))
    return paragraph.text[start:end].rstrip(" ")


# --- itemising --------------------------------------------------------------------------------------------------------


def _itemised(inlines: Sequence[Inline], fonts: Fonts, isolated: bool = False) -> _Paragraph:
    paragraph = _Paragraph()
    starts = []
    for inline in _whole_letters(inlines):
        text = fonts.printable(inline.text)
        if not paragraph.text or paragraph.text.endswith(" "):
            text = text.lstrip(" ")
        start = len(paragraph.text)
        blank = len(text) - len(text.lstrip(" "))
        starts += [start, start + blank] if blank else [start]  # it stands before a value however that one runs
        paragraph.text += text
        for low, high, face in fonts.runs(text, inline.style.weight) if text else ():
            paragraph.items.append(_Item(start + low, start + high, face, inline))
            paragraph.widths += _widths(face, text[low:high], inline.style.size)
    paragraph.offsets = [0.0, *accumulate(paragraph.widths)]
    if bidi.RIGHT_TO_LEFT.search(paragraph.text):
        _order(paragraph, starts if isolated else [0])
    return paragraph


def _whole_letters(inlines: Sequence[Inline]) -> list[Inline]:
    """The pieces with each mark beside its letter, also where the mark opens another piece."""
    whole: list[Inline] = []
    for inline in inlines:
        marks = len(inline.text) - len(_MARKS_FIRST.sub("", inline.text)) if whole else 0
        if marks:
            whole[-1] = replace(whole[-1], text=whole[-1].text + inline.text[:marks])
        whole.append(replace(inline, text=inline.text[marks:]) if marks else inline)
    return whole


#: Marks, vowel signs and joiners at the start of a piece.
_MARKS_FIRST = re.compile(
    "^[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0b80-\u0b83\u0bbe-\u0bcd"
    "\u0c00-\u0c04\u0c3e-\u0c4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u17b4-\u17d3\u200c\u200d\u20d0-\u20f0\ufe00-\ufe0f]+"
)


def _order(paragraph: _Paragraph, starts: Sequence[int]) -> None:
    """Levels of the text, each part from one start to the next for itself."""
    text = paragraph.text
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end]
        paragraph.levels += bidi.levels(part, bidi.base_level(part))
    paragraph.base = bidi.base_level(text) if len(starts) == 1 else 0


def _widths(face: Face, text: str, size: float) -> list[float]:
    """Advance of each character; of a shaped run, each cluster's advance stands at its first character."""
    if not face.shaped:
        table, usual = face.widths, face.usual
        return [table.get(c, usual) * size for c in text]
    widths = [0.0] * len(text)
    for glyph in shape(face, text, bool(bidi.RIGHT_TO_LEFT.search(text))):
        widths[glyph.cluster] += glyph.advance * size
    return widths


# --- breaking ---------------------------------------------------------------------------------------------------------

#: After a hyphen or dash between letters or digits, after the signs that divide an address.
_BREAK_AFTER = re.compile(r"(?<=\w)[-‐–—/](?=\w)|(?<=[/?&=#%._:-])(?=\w{3})")
#: Scripts that are written without blanks may break before and after each character, …
_ANYWHERE = re.compile(
    "[\u0e00-\u0eff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff9f\U00020000-\U0003ffff]"
)
#: … but for what never begins a line, and what never ends one.
_NEVER_FIRST = frozenset(
    ",.:;?!)]}%’”…‥‰℃、。，．：；？！）〕］｝〉》」』】〗〙〛～・％ーゝゞヽヾ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡､｣･ｰ"
)
_NEVER_LAST = frozenset("([{‘“（〔［｛〈《「『【〖〘〚｢$￥＄£")


def _broken(paragraph: _Paragraph, width: float) -> Iterator[tuple[int, int]]:
    """Start and end of each line, first-fit; blanks hang over the end."""
    text, offsets, start = paragraph.text, paragraph.offsets, 0
    end = len(text)
    while offsets[end] - offsets[start] > width:
        most = bisect_right(offsets, offsets[start] + width + 1e-6) - 1
        cut = _cut(paragraph, start, max(most, start + 1))
        yield start, cut
        start = cut
        while start < end and text[start] == " ":
            start += 1
        if start == end:
            return
    yield start, end


def _cut(paragraph: _Paragraph, start: int, most: int) -> int:
    """The last good place to break at or before `most`, which is beyond `start`."""
    text = paragraph.text
    if most < len(text) and text[most] == " ":
        return most
    blank = text.rfind(" ", start, most) + 1
    low = max(blank, start + 1)
    found = _last_break(text, low, most)
    if found:
        return found
    return blank if blank > start + 1 else _forced(paragraph, start, most)


def _last_break(text: str, low: int, most: int) -> int:
    """The last place within a word where it may be broken, 0 if there is none."""
    found = 0
    for match in _BREAK_AFTER.finditer(text, low, min(len(text), most + 3)):
        if low < match.end() <= most:
            found = match.end()
    if _ANYWHERE.search(text, max(low, found) - 1, most + 1):
        return next((place for place in range(most, max(low, found), -1) if _is_break(text, place)), found)
    return found


def _is_break(text: str, place: int) -> bool:
    """Whether a line may end before this place because of a script without blanks."""
    before, after = text[place - 1], text[place : place + 1]
    if before in _NEVER_LAST or after in _NEVER_FIRST or (after and unicodedata.category(after)[0] == "M"):
        return False
    return bool(_ANYWHERE.match(before) or _ANYWHERE.match(after))


def _forced(paragraph: _Paragraph, start: int, most: int) -> int:
    """In the middle of a word that is wider than the line, but of no letter and its marks."""
    cut = most
    while cut > start + 1 and cut < len(paragraph.text) and _clings(paragraph, cut):
        cut -= 1
    return cut if cut > start + 1 or not _clings(paragraph, cut) else most


def _clings(paragraph: _Paragraph, place: int) -> bool:
    return place < len(paragraph.text) and (
        unicodedata.category(paragraph.text[place]).startswith("M") or paragraph.widths[place] == 0
    )


#: So many characters beside a run settle how its ends join.
_JOINS = 2

# --- lines ------------------------------------------------------------------------------------------------------------


def _line(paragraph: _Paragraph, start: int, end: int, frame: tuple[float, float, float]) -> Line:
    width, leading, size = frame
    end = start + len(paragraph.text[start:end].rstrip(" "))
    pieces = [
        p
        for item in paragraph.items
        if item.start < end and item.end > start
        for p in _cut_item(paragraph, item, start, end)
    ]
    if paragraph.levels:
        order = bidi.visual([level for *_, level in pieces])
        pieces = [pieces[i] for i in order]
    segments, x = [], 0.0
    for item, low, high, level in pieces:
        segment = _segment(paragraph, item, (low, high), level, x)
        segments.append(segment)
        x += segment.width
    if paragraph.base:
        segments = [replace(s, x=s.x + width - x) for s in segments]
    return Line(tuple(segments), x, leading, size)


def _cut_item(paragraph: _Paragraph, item: _Item, start: int, end: int) -> Iterator[tuple[_Item, int, int, int]]:
    """The parts of an item within a line, each of one level."""
    low, high = max(item.start, start), min(item.end, end)
    if not paragraph.levels:
        yield item, low, high, 0
        return
    levels = paragraph.levels
    for i in range(low + 1, high + 1):
        if i == high or levels[i] != levels[low]:
            yield item, low, i, levels[low]
            low = i


def _segment(paragraph: _Paragraph, item: _Item, span: tuple[int, int], level: int, x: float) -> Segment:
    text = paragraph.text[span[0] : span[1]]
    backwards = level % 2 == 1
    if item.face.shaped:
        before, after = paragraph.text[max(0, span[0] - _JOINS) : span[0]], paragraph.text[span[1] : span[1] + _JOINS]
        glyphs = shape(item.face, text, backwards, before, after)
        width = sum(g.advance for g in glyphs) * item.inline.style.size
        return Segment(x, width, text, item.face, item.inline, glyphs, backwards)
    width = paragraph.offsets[span[1]] - paragraph.offsets[span[0]]
    if backwards:
        text = "".join(bidi.mirrored(c) for c in reversed(text))
    return Segment(x, width, text, item.face, item.inline, backwards=backwards)
