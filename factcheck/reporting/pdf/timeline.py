"""When the claims were made: a line down the page with a mark per appearance."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.flow import Band, Columns, Item, Strip
from factcheck.reporting.pdf.pen import Pen
from factcheck.reporting.pdf.quoting import source_line
from factcheck.reporting.pdf.setter import Frame, Setter
from factcheck.reporting.pdf.typeset import Inline
from factcheck.reporting.report import Moment

_DATES, _WORDS = 104.0, 14.0
_DOT = 6.4


def timeline(make: Setter, moments: Sequence[Moment]) -> list[Item]:
    """The appearances, oldest first; each day is named once."""
    items = make.heading(make.say("report.timeline"), "timeline")
    items += make.text(make.say("report.timeline_first"), style.SMALL_SOFT, keep=True)
    items.append(make.space(6, keep=True))
    band = Band(0, style.WIDTH - _DATES, "", style.FAINT)
    dates = ["", *(moment.date or make.say("report.undated") for moment in moments)]
    for moment, (before, date) in zip(moments, pairwise(dates), strict=True):
        items.append(_row(make, moment, "" if date == before else date, band))
    return items


def _row(make: Setter, moment: Moment, date: str, band: Band) -> Columns:
    frame = Frame(_WORDS, style.WIDTH - _DATES - _WORDS, band)

    def mark(pen: Pen, x: float, top: float) -> None:
        middle = x + 1.2
        pen.box(middle - _DOT / 2, top - 11, _DOT, _DOT, style.INK if moment.first else style.SOFT)
        if not moment.first:
            pen.box(middle - _DOT / 2 + 1.2, top - 11 + 1.2, _DOT - 2.4, _DOT - 2.4, style.PAPER)

    claim = Inline(make.say("report.claim.claim", n=moment.claim), style.SMALL_LINK, f"#claim-{moment.claim}")
    said = make.inlines((claim,), frame, keep=True)
    said += make.text(moment.words, style.BODY, frame, before=1)
    said += source_line(make, replace(moment.source, date=""), frame)
    strips = (replace(said[0], paint=mark), *said[1:], Strip(9, band=band))
    return Columns(((0.0, tuple(make.text(date, style.SMALL_BOLD, Frame(width=_DATES - 14)))), (_DATES, strips)))
