"""Where the characters of an article stand in its viewport: spans to rectangles and points to offsets."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QTextBlock, QTextLine

from factcheck.text import Span
from factcheck.ui.text import RIGHT_TO_LEFT
from factcheck.ui.views.positions import Positions
from factcheck.ui.views.reading_layout import ReadingLayout


@dataclass(frozen=True)
class Line:
    """One line of a block that can be seen."""

    line: QTextLine
    #: In the viewport: the top of the line's room, of its letters' rectangle, and what of its room is below.
    top: float
    step: float
    letters: QRectF
    #: UTF-16 units within the block.
    start: int
    end: int
    #: From the layout's coordinates to the viewport's.
    shift: float

    #: Whether it may run both ways.
    mixed: bool

    def pieces(self, first: int, last: int) -> list[tuple[float, float]]:
        """From where to where characters of the line reach; several pieces where both directions meet."""
        if not self.mixed:
            return [(self._x(first), min(self._x(last), self.letters.right()))]
        # The cursor's places say nothing here: at the ends of a word in the other direction they are its neighbours'.
        runs = sorted(_extent(run) for run in self.line.glyphRuns(first, last - first))
        return _joined([(left + self.shift, right + self.shift) for left, right in runs])

    def _x(self, position: int) -> float:
        return cast(tuple[float, int], self.line.cursorToX(position))[0] + self.shift

    def character_at(self, x: float) -> int:
        """The character at a place of the line."""
        found = self.line.xToCursor(x - self.shift, QTextLine.CursorPosition.CursorOnCharacter)
        found = max(self.start, min(found, self.end - 1))
        if not self.mixed:
            return found
        by_nearness = sorted(range(self.start, self.end), key=lambda at: abs(at - found))
        return next((at for at in by_nearness if self._covers(at, x)), found)

    def _covers(self, at: int, x: float) -> bool:
        return any(left <= x < right for left, right in self.pieces(at, at + 1))


@dataclass(frozen=True)
class VisibleBlock:
    """A block that can be seen, with the span of the text that it shows."""

    block: QTextBlock
    span: Span
    lines: tuple[Line, ...]
    right_to_left: bool


class Place(NamedTuple):
    """A piece of a span within one line."""

    block: VisibleBlock
    line: Line
    rect: QRectF


class Geometry:
    """What a viewport shows at one moment."""

    def __init__(self, text: str, positions: Positions, layout: ReadingLayout) -> None:
        self._text = text
        self._positions = positions
        self._layout = layout
        self.blocks: list[VisibleBlock] = []
        self._found: dict[Span, list[Place]] = {}

    def look(self, first: QTextBlock, origin: QPointF, height: float) -> None:
        """Take in the blocks from the first visible one on."""
        self.blocks = []
        block, top = first, origin.y()
        while block.isValid() and top < height:
            rect = self._layout.blockBoundingRect(block)
            self.blocks.append(self._seen(block, QPointF(origin.x(), top), height))
            top += rect.height()
            block = block.next()

    def _seen(self, block: QTextBlock, origin: QPointF, height: float) -> VisibleBlock:
        begin = block.position()
        span = Span(self._positions.to_text(begin), self._positions.to_text(begin + block.length() - 1))
        layout = block.layout()
        mixed = RIGHT_TO_LEFT.search(self._text, span.start, span.end) is not None
        lines = (self._line(layout.lineAt(i), origin, mixed) for i in range(layout.lineCount()))
        seen = tuple(line for line in lines if line.top + line.step > 0 and line.top < height)
        return VisibleBlock(block, span, seen, block.textDirection() is Qt.LayoutDirection.RightToLeft)

    def _line(self, line: QTextLine, origin: QPointF, mixed: bool) -> Line:
        start = line.textStart()
        letters = line.naturalTextRect().translated(origin)
        top, step = origin.y() + line.y(), self._layout.step(line)
        return Line(line, top, step, letters, start, start + line.textLength(), origin.x(), mixed)

    @property
    def span(self) -> Span:
        """The span of the text that can be seen, whole blocks."""
        return Span(self.blocks[0].span.start, self.blocks[-1].span.end) if self.blocks else Span(0, 0)

    def places(self, span: Span) -> list[Place]:
        """Where a span's letters stand, block by block, line by line."""
        found = self._found.get(span)
        if found is None:
            touched = (b for b in self.blocks if b.span.start < span.end and b.span.end > span.start)
            found = self._found[span] = [place for block in touched for place in self._places_in(block, span)]
        return found

    def first_place(self, span: Span) -> Place | None:
        """Where the first line of a span stands; None if it cannot be seen."""
        found = self.places(span)
        if not found or span.start < found[0].block.span.start:
            return None
        begins = self._positions.units(found[0].block.span.start, span.start)
        return found[0] if found[0].line.start <= begins else None

    def _places_in(self, block: VisibleBlock, span: Span) -> Iterator[Place]:
        start = max(span.start, block.span.start)
        first = self._positions.units(block.span.start, start)
        last = first + self._positions.units(start, min(span.end, block.span.end))
        at = bisect_right(block.lines, first, key=_end)
        while at < len(block.lines) and block.lines[at].start < last:
            line = block.lines[at]
            for left, right in line.pieces(max(first, line.start), min(last, line.end)):
                yield Place(block, line, QRectF(left, line.letters.top(), right - left, line.letters.height()))
            at += 1

    def offset_at(self, point: QPointF) -> int | None:
        """Offset of the character at a point; None beside the letters."""
        found = self.line_at(point.y())
        if found is None:
            return None
        block, line = found
        if not line.letters.left() <= point.x() <= line.letters.right():
            return None
        units = line.character_at(point.x())
        return self._positions.to_text(block.block.position() + units)

    def nearest_offset(self, point: QPointF) -> int:
        """The place between two characters that is nearest to a point."""
        found = self.line_at(point.y())
        if found is None:
            return self.span.start
        block, line = found
        to_text, begin = self._positions.to_text, block.block.position()
        if not line.mixed:
            between = QTextLine.CursorPosition.CursorBetweenCharacters
            return to_text(begin + line.line.xToCursor(point.x() - line.shift, between))
        units = line.character_at(point.x())  # as with places, Qt's own answer is its neighbour's where directions meet
        offset = to_text(begin + units)
        pieces = line.pieces(units, units + 1)
        before_middle = bool(pieces) and point.x() < sum(pieces[0]) / 2
        return offset + (self.leftwards(block, offset) is before_middle)

    def leftwards(self, block: VisibleBlock, offset: int) -> bool:
        """Whether a character is read from right to left."""
        direction = bidirectional(self._text[offset]) if offset < len(self._text) else ""
        return direction in ("R", "AL") or (direction not in ("L", "EN", "AN") and block.right_to_left)

    def line_at(self, y: float) -> tuple[VisibleBlock, Line] | None:
        """The line whose room holds this height; between paragraphs the one above."""
        lines = [(block, line) for block in self.blocks for line in block.lines]
        at = bisect_right([line.top for _, line in lines], y) - 1
        return lines[at] if at >= 0 else None


def _end(line: Line) -> int:
    return line.end


def _extent(run: QGlyphRun) -> tuple[float, float]:
    places = [point.x() for point in run.positions()]
    widths = [advance.x() for advance in run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())]
    ends = [place + width for place, width in zip(places, widths, strict=True)]
    return min(places, default=0.0), max(ends, default=0.0)


def _joined(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in pieces:
        if joined and left <= joined[-1][1] + 0.5:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined
