"""What hovering over marks tells: each with its verdict, an edge in the verdict's colour, and its words."""

from collections.abc import Sequence
from html import escape

from factcheck.ui import theme
from factcheck.ui.text import tr
from factcheck.ui.views.marks import Mark

_MOST = 6


def card(marks: Sequence[Mark]) -> str:
    """Rich text in which nothing of the data is markup; "" without marks."""
    if not marks:
        return ""
    told = "".join(map(_row, marks[:_MOST]))
    more = len(marks) - _MOST
    rest = f"<tr><td></td><td>{escape(tr('%n more', more))}</td></tr>" if more > 0 else ""
    return f"<qt><table cellspacing='0' cellpadding='4'>{told}{rest}</table></qt>"


def _row(mark: Mark) -> str:
    swatch = theme.current().swatch(mark.colour)
    edge = f"<td width='4' style='background:{swatch.fill}'></td>"
    heading = " ".join(filter(None, (mark.sign, mark.heading)))
    above = f"<b>{escape(heading)}</b><br>" if heading else ""
    return f"<tr>{edge}<td>{above}{escape(mark.label)}</td></tr>"
