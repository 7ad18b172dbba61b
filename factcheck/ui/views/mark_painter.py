"""Draws marks beneath the letters of an article: a tint, an underline whose pattern tells the verdict, a sign beside.

Each mark is told by colour, by pattern and by sign. Overlapping marks: the tints add up, the underlines lie in lanes,
the shortest nearest to the letters.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from factcheck.text import Span
from factcheck.ui.theme import Theme
from factcheck.ui.views.marks import Mark, lanes, smallest_first
from factcheck.ui.views.patterns import FAINT, Patterns
from factcheck.ui.views.text_geometry import Geometry, Line, VisibleBlock

#: Tint of one mark, and how many tints may lie over one another before further ones are left out.
TINT = {False: 0.13, True: 0.14}
DEEPEST_TINT = 4
CHIP = 17.0


@dataclass(frozen=True)
class Scene:
    """All that is drawn beneath the letters at one moment."""

    geometry: Geometry
    marks: Sequence[Mark] = ()
    #: Statements that are underlined faintly.
    suggestions: Sequence[Mark] = ()
    passages: Sequence[Span] = ()
    clash: Sequence[Span] = ()
    #: Places of what is looked for.
    hits: Sequence[Span] = ()
    #: Spans with a line round them: where the keys have got, what was gone to a moment ago.
    outlined: Sequence[Span] = ()
    #: Where ends of marks can be taken hold of.
    handles: Sequence[QRectF] = ()


@dataclass
class Chip:
    """A sign drawn beside the text, with the marks that begin in its line."""

    rect: QRectF
    marks: list[Mark] = field(default_factory=list)


class MarkPainter:
    """Draws one scene."""

    def __init__(self, painter: QPainter, theme: Theme, patterns: Patterns, scene: Scene) -> None:
        self._painter = painter
        self._theme = theme
        self._patterns = patterns
        self._scene = scene
        self._geometry = scene.geometry
        self._inks: dict[str, QColor] = {}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self) -> None:
        """Everything but the signs, from the ground up."""
        self._draw_passages()
        given = lanes(self._scene.marks)
        lane_count = 1 + max(given.values(), default=0)
        for mark in sorted(self._scene.marks, key=lambda m: -given[m]):
            if given[mark] < DEEPEST_TINT:
                self._tint(mark)
        self._draw_boxes(self._scene.clash, "clash")
        self._draw_boxes(self._scene.hits, "hit")
        for mark in self._scene.marks:
            self._underline(mark, given[mark], lane_count)
        for mark in self._scene.suggestions:
            self._underline(mark, 0, 1)
        self._draw_outlines()
        self._draw_handles()

    def _draw_passages(self) -> None:
        ground, edge = self._theme.colour("passage"), self._theme.colour("passage-edge")
        for span in self._scene.passages:
            for block, line, rect in self._geometry.places(span):
                self._painter.fillRect(QRectF(rect.left() - 3, line.top - 1, rect.width() + 6, line.step), ground)
                bar = round(line.letters.right() + 7 if block.right_to_left else line.letters.left() - 10)
                self._painter.fillRect(QRectF(bar, line.top - 1, 3, line.step), edge)

    def _draw_boxes(self, spans: Sequence[Span], role: str) -> None:
        ground, edge = self._theme.colour(role), self._theme.colour(f"{role}-edge")
        for span in spans:
            for _, _, rect in self._geometry.places(span):
                self._painter.setPen(QPen(edge, 1.4))
                self._painter.setBrush(ground)
                self._painter.drawRoundedRect(rect.adjusted(-1.5, -0.5, 1.5, 0.5), 3, 3)

    def _tint(self, mark: Mark) -> None:
        colour = self._theme.fill(mark.colour, TINT[self._theme.dark])
        for _, _, rect in self._geometry.places(mark.span):
            self._painter.fillRect(rect, colour)

    def _fill(self, rect: QRectF, colour: QColor, radius: float) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(rect, radius, radius)

    def _ink(self, colour: str) -> QColor:
        if colour not in self._inks:
            faint = colour in FAINT
            self._inks[colour] = self._theme.colour("muted", 0.8) if faint else self._theme.fill(colour)
        return self._inks[colour]

    def _underline(self, mark: Mark, lane: int, lane_count: int) -> None:
        colour = self._ink(mark.colour)
        for _, line, rect in self._geometry.places(mark.span):
            y = self._lane_y(line, lane, lane_count)
            self._patterns.underline(self._painter, mark.colour, colour, rect.left(), rect.right(), y)

    @staticmethod
    def _lane_y(line: Line, lane: int, lane_count: int) -> int:
        first = line.letters.top() + line.line.ascent() + 3
        room = line.top + line.step + 2 - first
        return round(first + lane * min(4.0, room / lane_count))

    def _draw_outlines(self) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self._theme.colour("focus"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        for span in self._scene.outlined:
            self._painter.drawPath(_contour([rect for _, _, rect in self._geometry.places(span)]))

    def _draw_handles(self) -> None:
        colour = self._theme.colour("focus")
        for line in self._scene.handles:
            self._painter.fillRect(line.adjusted(-1, -2, 1, 2), colour)
            knob = QRectF(line.center().x() - 3.5, line.bottom() - 1.5, 7, 7)
            self._fill(knob, colour, 3.5)

    def draw_chips(self, chips: Sequence[Chip], font: QFont) -> None:
        """The signs beside the text."""
        small = QFont(font)
        small.setPixelSize(11)
        small.setBold(True)
        self._painter.setFont(small)
        for chip in chips:
            self._draw_chip(chip)

    def _draw_chip(self, chip: Chip) -> None:
        first = chip.marks[0]
        swatch = self._theme.swatch(first.colour)
        if len(chip.marks) > 1:
            self._fill(chip.rect.translated(2.5, 2.5), self._theme.fill(chip.marks[1].colour, 0.45), 5)
        self._fill(chip.rect, self._theme.fill(first.colour), 5)
        self._painter.setPen(swatch.text)
        self._painter.drawText(chip.rect, Qt.AlignmentFlag.AlignCenter, first.sign)


def chips(geometry: Geometry, marks: Sequence[Mark]) -> list[Chip]:
    """One sign for each line in which marks begin, on the side where its paragraph begins."""
    starts: dict[int, tuple[VisibleBlock, Line, list[Mark]]] = {}
    for mark in smallest_first(marks):
        place = geometry.first_place(mark.span) if mark.sign else None
        if place:
            block, line, _ = place
            starts.setdefault(round(line.top), (block, line, []))[2].append(mark)
    return [Chip(_chip_rect(block, line), found) for block, line, found in starts.values()]


def _chip_rect(block: VisibleBlock, line: Line) -> QRectF:
    left, width = line.line.x(), line.line.width()
    x = left + width + 14 if block.right_to_left else left - 14 - CHIP
    return QRectF(x, line.letters.center().y() - CHIP / 2, CHIP, CHIP)


def _contour(lines: Sequence[QRectF]) -> QPainterPath:
    """One line round a passage, however many lines of text it has."""
    rects = [rect.adjusted(-2.5, -1.5, 2.5, 1.5) for rect in lines]
    for above, below in pairwise(rects):
        if 0 < below.top() - above.bottom() < above.height():
            above.setBottom(below.top())  # the room between two lines of a paragraph belongs to the passage
    whole = QPainterPath()
    for rect in rects:
        part = QPainterPath()
        part.addRect(rect)
        whole = whole.united(part)
    return whole.simplified()
