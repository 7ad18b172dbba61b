"""A passage whose ends are being moved, by the mouse or by keys. Nothing changes until it is let go or accepted."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from factcheck.text import Span, trimmed
from factcheck.ui.views.marks import Mark
from factcheck.ui.views.text_geometry import Geometry

_WORD = re.compile(r"[\w'’-]+")
#: Where a word that an end moves by may begin and end, at most.
_REACH = 300
#: A pointer this near to an end is on its handle.
_NEAR = 5.0


class End(Enum):
    """One end of a passage."""

    start = 0
    end = 1


class Handle(NamedTuple):
    """One end of a mark as it can be seen: a line as high as the letters."""

    mark: Mark
    end: End
    line: QRectF


@dataclass(frozen=True)
class Resizing:
    """Where the ends of a mark are by now, in a text."""

    text: str
    mark: Mark
    span: Span

    def moved(self, end: End, offset: int) -> "Resizing":
        """One end at an offset; a passage has at least one character."""
        start, stop = self.span.start, self.span.end
        if end is End.start:
            start = min(max(0, offset), stop - 1)
        else:
            stop = max(min(len(self.text), offset), start + 1)
        return replace(self, span=Span(start, stop))

    def stepped(self, end: End, step: int, by_word: bool) -> "Resizing":
        """One end a character or a word on or back."""
        at = self.span.start if end is End.start else self.span.end
        return self.moved(end, self._word_edge(end, at, step) if by_word else at + step)

    def _word_edge(self, end: End, at: int, step: int) -> int:
        near = _WORD.finditer(self.text, max(0, at - _REACH), min(len(self.text), at + _REACH))
        edges = [match.start() if end is End.start else match.end() for match in near]
        found = bisect_right(edges, at) if step > 0 else bisect_left(edges, at) - 1
        return edges[found] if 0 <= found < len(edges) else at + step

    def result(self) -> Span:
        """The span without white space at its ends; as it was if nothing else is left."""
        found = trimmed(self.text, self.span.start, self.span.end)
        return found if found.start < found.end else self.mark.span


def stepped_by_key(resizing: Resizing, event: QKeyEvent, right_to_left: bool) -> Resizing | None:
    """What an arrow key makes of it: the end moves, with Shift the start, with Ctrl by words. None for other keys."""
    step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
    if step is None:
        return None
    held = event.modifiers()
    end = End.start if held & Qt.KeyboardModifier.ShiftModifier else End.end
    return resizing.stepped(end, -step if right_to_left else step, bool(held & Qt.KeyboardModifier.ControlModifier))


def handles(seen: Geometry, marks: Sequence[Mark]) -> list[Handle]:
    """The ends of these marks that can be seen."""
    return [Handle(mark, end, line) for mark in marks for end in End for line in _line_at(seen, mark.span, end)]


def _line_at(seen: Geometry, span: Span, end: End) -> list[QRectF]:
    edge = Span(span.start, span.start + 1) if end is End.start else Span(span.end - 1, span.end)
    for block, _, rect in seen.places(edge):
        first = (end is End.start) is not seen.leftwards(block, edge.start)
        return [QRectF(rect.left() if first else rect.right(), rect.top(), 0, rect.height())]
    return []


def handle_at(found: Sequence[Handle], point: QPointF) -> Handle | None:
    """The handle under a pointer."""
    near = [h for h in found if h.line.adjusted(-_NEAR, 0, _NEAR, 0).contains(point)]
    return min(near, key=lambda h: abs(h.line.left() - point.x()), default=None)
