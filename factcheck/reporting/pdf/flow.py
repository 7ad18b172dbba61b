"""From a stream of strips to pages: what stays together, where a page ends, what is repeated at its head.

A strip is never divided, and is never higher than a page. All that may be divided is made of strips. Pages are drawn as
they fill, so that memory does not grow with the report.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.pen import Pen
from factcheck.reporting.pdf.typeset import Line

#: Side-by-side columns up to this height move to the next page rather than break.
_WHOLE = 170.0


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """What lies behind consecutive strips that name it: a fill, and a bar at its left."""

    x: float
    width: float
    fill: str = ""
    bar: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """An undivided horizontal piece of the page, as wide as its column."""

    height: float
    #: Lines of text with their distance from the column's left edge.
    lines: tuple[tuple[float, Line], ...] = ()
    #: Anything else to draw: gets the pen, the column's left edge and the strip's upper edge.
    paint: Callable[[Pen, float, float], None] | None = None
    #: Space above, dropped at the head of a page.
    before: float = 0.0
    #: Stays on one page with what follows.
    keep: bool = False
    band: Band | None = None

    def least(self) -> float:
        """The height that must be free for it to begin."""
        return self.height

    def split(self, room: float, force: bool = False) -> tuple["Strip | None", "Strip | None"]:
        """What fits and what does not. `force`: the page is empty, so something has to be taken."""
        return (self, None) if self.height <= room or force else (None, self)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner there; the band is the stack's concern."""
        if self.paint:
            self.paint(pen, x, top)
        for indent, line in self.lines:
            pen.line(line, x + indent, top)


@dataclass(frozen=True, slots=True)
class Columns:
    """Stacks of strips side by side, each at its distance from the left; each breaks for itself, between strips."""

    stacks: tuple[tuple[float, tuple[Strip, ...]], ...]
    before: float = 0.0
    keep: bool = False
    #: A line below, once all of it stands.
    rule: bool = False
    band: Band | None = None

    @property
    def height(self) -> float:
        """Of the highest stack."""
        return max((_stack_height(strips) for _, strips in self.stacks), default=0.0)

    def least(self) -> float:
        """All of it if it is low, else the first strips that stay together of each stack."""
        height = self.height
        return height if height <= _WHOLE else max(_first(strips) for _, strips in self.stacks if strips)

    def split(self, room: float, force: bool = False) -> tuple["Columns | None", "Columns | None"]:
        """Fill the room with as much of each stack as fits. `force`: as for strips."""
        if self.height <= room:
            return self, None
        cut = [(x, _split_stack(strips, room, force)) for x, strips in self.stacks]
        if not any(head for _, (head, _) in cut):
            return None, self
        head = replace(self, stacks=tuple((x, head) for x, (head, _) in cut), rule=False)
        return head, replace(self, stacks=tuple((x, tail) for x, (_, tail) in cut), before=0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw all stacks from the same upper edge."""
        for indent, strips in self.stacks:
            draw_stack(pen, strips, x + indent, top)
        if self.rule:
            pen.rule(x, top - self.height, style.WIDTH)


Item = Strip | Columns


def _stack_height(strips: Sequence[Strip]) -> float:
    return sum(s.height + (s.before if i else 0.0) for i, s in enumerate(strips))


def _first(strips: Sequence[Strip]) -> float:
    """Height of the first strip and those that must stay with it."""
    height = 0.0
    for i, strip in enumerate(strips):
        height += strip.height + (strip.before if i else 0.0)
        if not strip.keep:
            break
    return height


def _split_stack(strips: tuple[Strip, ...], room: float, force: bool) -> tuple[tuple[Strip, ...], tuple[Strip, ...]]:
    """As many as fit, not ending on one that must stay with the next unless forced."""
    used, count = 0.0, 0
    for i, strip in enumerate(strips):
        used += strip.height + (strip.before if i else 0.0)
        if used > room:
            break
        count = i + 1
    good = count
    while 0 < good < len(strips) and strips[good - 1].keep:
        good -= 1
    good = good or (max(count, 1) if force else 0)
    return strips[:good], strips[good:]


def draw_stack(pen: Pen, strips: Sequence[Strip], x: float, top: float) -> None:
    """Strips below one another, with their bands."""
    before: Band | None = None
    for i, strip in enumerate(strips):
        gap = strip.before if i else 0.0
        if strip.band:
            _draw_band(pen, strip.band, x, top if strip.band is before else top - gap, top - gap - strip.height)
        top -= gap
        strip.draw(pen, x, top)
        before, top = strip.band, top - strip.height


def _draw_band(pen: Pen, band: Band, x: float, top: float, bottom: float) -> None:
    if band.fill:
        pen.box(x + band.x, bottom - 0.2, band.width, top - bottom + 0.4, band.fill)
    if band.bar:
        pen.box(x + band.x, bottom - 0.2, 2.4, top - bottom + 0.4, band.bar)


class Flow:
    """Takes items in order and puts them on pages."""

    def __init__(self, pen: Pen, dress: Callable[[Pen], None]) -> None:
        self.pen = pen
        #: Draws what every page has: running head and foot.
        self._dress = dress
        self._top = style.TOP
        self._fresh = True
        self._group: list[Item] = []
        self._head: Sequence[Strip] = ()
        #: A head that is not on the page yet; it is repeated from when it is.
        self._coming: Sequence[Strip] = ()
        self._band: Band | None = None
        dress(pen)

    def add(self, items: Sequence[Item]) -> None:
        """Put items after what there is."""
        for item in items:
            self._group.append(item)
            if not item.keep:
                self._place_group()

    def finish(self) -> None:
        """Place what still waited for something to stay with."""
        self._place_group()

    def need(self, height: float) -> None:
        """Begin a new page unless this much is free."""
        self._place_group()
        if not self._fresh and self._top - style.BOTTOM < height:
            self.break_page()

    def break_page(self) -> None:
        """Go on at the head of the next page."""
        self._place_group()
        self._turn()

    @contextmanager
    def repeating(self, head: Sequence[Strip]) -> Iterator[None]:
        """Within it, every page begins with these strips; they are placed now, too."""
        self._coming = head
        self.add(head)
        yield
        self._place_group()
        self._head = self._coming = ()

    def _turn(self) -> None:
        self.pen.next_page()
        self._dress(self.pen)
        self._top, self._fresh, self._band = style.TOP, True, None
        for strip in self._head:
            self._put(strip)
        self._fresh = True

    def _place_group(self) -> None:
        group, self._group = self._group, []
        if not group:
            return
        needed = sum(i.height + i.before for i in group[:-1]) + group[-1].before + group[-1].least()
        room = self._top - style.BOTTOM
        if not self._fresh and room < needed <= style.TOP - style.BOTTOM:
            self._turn()
        for item in group:
            self._place(item)
            if self._coming and item is self._coming[-1]:
                self._head, self._coming = self._coming, ()

    def _place(self, item: Item) -> None:
        """Place one item, over as many pages as it takes."""
        rest: Item | None = item
        while rest is not None:
            gap = 0.0 if self._fresh else rest.before
            fits, rest = rest.split(self._top - gap - style.BOTTOM, force=self._fresh)
            if fits is not None:
                self._put(fits)
            if rest is not None:
                self._turn()

    def _put(self, item: Item) -> None:
        gap = 0.0 if self._fresh else item.before
        top = self._top - gap
        if item.band:
            joined = self._top if item.band is self._band else top
            _draw_band(self.pen, item.band, style.MARGIN, joined, top - item.height)
        item.draw(self.pen, style.MARGIN, top)
        self._top, self._fresh, self._band = top - item.height, False, item.band
