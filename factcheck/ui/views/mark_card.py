"""What hovering over marks tells: each with its verdict, its sign in the verdict's colour, and its words."""

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
    sign = escape(mark.sign or "\u00a0")
    badge = f"<td style='background:{swatch.fill}; color:{swatch.text}'>&nbsp;<b>{sign}</b>&nbsp;</td>"
    heading = f"<b>{escape(mark.heading)}</b><br>" if mark.heading else ""
    return f"<tr>{badge}<td>{heading}{escape(mark.label)}</td></tr>"
