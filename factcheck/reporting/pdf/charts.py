"""Small charts: how often each verdict was given, and how far figures are apart."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.flow import Columns, Item, Strip
from factcheck.reporting.pdf.pen import Pen, badge_lines
from factcheck.reporting.pdf.setter import Frame, Setter
from factcheck.reporting.pdf.style import badge_colours
from factcheck.reporting.pdf.typeset import Inline, measure
from factcheck.reporting.report import Bar, Tally

_HEIGHT, _GAP = 13.0, 1.2
#: Where the bars of figures begin, and the room for them with what they are worth.
_LABELS = 148.0
_SHORTEST = 1.5


def verdicts(make: Setter, tallies: Sequence[Tally]) -> list[Item]:
    """One bar, divided as the verdicts are, and what its pieces stand for, with how many there are of each."""
    if not tallies:
        return []
    return [_divided(tallies), *_legend(make, tallies)]


def _divided(tallies: Sequence[Tally]) -> Strip:
    whole = sum(tally.number for tally in tallies)
    room = style.WIDTH - _GAP * (len(tallies) - 1)

    def paint(pen: Pen, x: float, top: float) -> None:
        for tally in tallies:
            width, colours = room * tally.number / whole, badge_colours(tally.badge.colour)
            pen.box(x, top - _HEIGHT, width, _HEIGHT, colours.edge)
            if colours.fill != colours.edge and width > 2:
                pen.box(x + 0.7, top - _HEIGHT + 0.7, width - 1.4, _HEIGHT - 1.4, colours.fill)
            x += width + _GAP

    return Strip(_HEIGHT, paint=paint, before=14, keep=True)


def _legend(make: Setter, tallies: Sequence[Tally]) -> list[Strip]:
    """Number and badge of each, as many to a row as there is room for."""
    rows: list[list[tuple[float, Tally]]] = [[]]
    x = 0.0
    for tally in tallies:
        width = _indent(make, tally) + badge_lines(tally.badge, style.BADGE, style.WIDTH, make.fonts)[1] + 16
        if x and x + width > style.WIDTH:
            rows.append([])
            x = 0.0
        rows[-1].append((x, tally))
        x += width
    return [_legend_row(make, row, 7.0 if i == 0 else 5.0) for i, row in enumerate(rows)]


def _indent(make: Setter, tally: Tally) -> float:
    return measure(str(tally.number), style.BODY_BOLD, make.fonts) + 5


def _legend_row(make: Setter, row: Sequence[tuple[float, Tally]], before: float) -> Strip:
    def paint(pen: Pen, x: float, top: float) -> None:
        for at, tally in row:
            shift = at + _indent(make, tally)
            pen.words(str(tally.number), style.BODY_BOLD, x + at, top - 0.6)
            pen.badge(tally.badge, style.BADGE, x + shift, top, style.WIDTH - shift)

    return Strip(style.BADGE.leading, paint=paint, before=before)


# --- figures ----------------------------------------------------------------------------------------------------------


def figures(make: Setter, bars: Sequence[Bar]) -> list[Item]:
    """A bar per figure, from nought on, with who gives it at the left and what it is told as at its end."""
    if len(bars) < 2:
        return []
    largest = max(bar.number for bar in bars)
    told = max(min(measure(bar.label, style.SMALL_BOLD, make.fonts), 150.0) for bar in bars)
    room = style.WIDTH - _LABELS - told - 8
    rows = [_bar(make, bar, room * bar.number / largest, told, 4.0 if i else 10.0) for i, bar in enumerate(bars)]
    return [replace(row, keep=True) for row in rows]  # with what they stand for


def _bar(make: Setter, bar: Bar, length: float, told: float, before: float) -> Columns:
    length = max(length, _SHORTEST)
    who = make.inlines((Inline(", ".join(bar.sources), style.SMALL_SOFT),), Frame(width=_LABELS - 10))
    label = make.text(bar.label, style.SMALL_BOLD, Frame(width=told + 2))

    def paint(pen: Pen, x: float, top: float) -> None:
        pen.box(x, top - style.SMALL.leading + 2, length, style.SMALL.leading - 3.6, style.BAR)

    stacks = ((0.0, tuple(who)), (_LABELS, (Strip(0, paint=paint),)), (_LABELS + length + 6, tuple(label)))
    return Columns(stacks, before=before)
