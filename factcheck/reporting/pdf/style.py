"""Sizes, colours and type styles of the printed report."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.reporting.colours import BadgeColours, badge_colours, contrast

__all__ = ["BadgeColours", "badge_colours", "contrast"]

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89  # A4 in points
MARGIN = 56.0
TOP, BOTTOM = PAGE_HEIGHT - 74.0, 66.0
WIDTH = PAGE_WIDTH - 2 * MARGIN

INK = "#1a1d21"
SOFT = "#565d66"
FAINT = "#c9ced4"
PALE = "#f4f5f7"
LINK = "#0b4f8a"
MARK = "#ffe9a8"
BAR = "#7d8894"
PAPER = "#ffffff"


class Weight(StrEnum):
    """A cut of the typeface."""

    regular = "regular"
    bold = "bold"
    italic = "italic"


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks; `leading` is the height of its lines."""

    size: float
    leading: float
    weight: Weight = Weight.regular
    colour: str = INK


BODY = Style(9.5, 13.8)
BODY_BOLD = Style(9.5, 13.8, Weight.bold)
BODY_SOFT = Style(9.5, 13.8, colour=SOFT)
LEAD = Style(10.5, 15.2)
QUOTE = Style(9.5, 13.8)
QUOTE_SOFT = Style(9.5, 13.8, colour=SOFT)
QUOTE_MARK = Style(9.5, 13.8, Weight.bold)
SMALL = Style(8, 11.4)
SMALL_BOLD = Style(8, 11.4, Weight.bold)
SMALL_SOFT = Style(8, 11.4, colour=SOFT)
SMALL_LINK = Style(8, 11.4, colour=LINK)
SMALL_ITALIC = Style(8, 11.4, Weight.italic, SOFT)
TINY = Style(6.6, 9.4, colour=SOFT)
BODY_LINK = Style(9.5, 13.8, colour=LINK)
TITLE = Style(25, 31, Weight.bold)
KICKER = Style(8.5, 11, Weight.bold, SOFT)
KICKER_NAME = Style(8.5, 11, Weight.bold)
HEADING = Style(16, 21, Weight.bold)
CLAIM = Style(13.5, 18.5, Weight.bold)
LABEL = Style(8, 11.4, Weight.bold, SOFT)
VALUE = Style(11.5, 15.5, Weight.bold)
BADGE = Style(8, 15, Weight.bold)
BADGE_LARGE = Style(10.5, 20, Weight.bold)
