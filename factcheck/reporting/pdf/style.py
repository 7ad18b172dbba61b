"""Sizes, colours and type styles of the printed report."""

from dataclasses import dataclass
from enum import StrEnum

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
HEADING = Style(16, 21, Weight.bold)
CLAIM = Style(13.5, 18.5, Weight.bold)
LABEL = Style(8, 11.4, Weight.bold, SOFT)
VALUE = Style(11.5, 15.5, Weight.bold)
BADGE = Style(8, 15, Weight.bold)
BADGE_LARGE = Style(10.5, 20, Weight.bold)

#: Fill of a badge by the semantic colour of its rating; the words on it are white.
_FILLS = {
    "true": "#1b6b3a",
    "mostly-true": "#4a6b12",
    "mixed": "#8a5800",
    "mostly-false": "#a84300",
    "false": "#b3231d",
    "worst": "#6d0f1a",
    "caution": "#5a4a8f",
    "neutral": "#4a5561",
}


@dataclass(frozen=True, slots=True)
class BadgeColours:
    """Fill, words and edge of a badge."""

    fill: str
    ink: str
    edge: str


def badge_colours(name: str) -> BadgeColours:
    """Colours for a semantic name, for `#rrggbb`, or for "none", the absence of a verdict; contrast is 4.5 or more."""
    if name == "none":
        return BadgeColours(PAPER, SOFT, "#8b929a")
    fill = name if _is_hex(name) else _FILLS.get(name, _FILLS["neutral"])
    return BadgeColours(fill, PAPER if contrast(fill, PAPER) >= 4.5 else "#000000", fill)


def _is_hex(name: str) -> bool:
    return len(name) == 7 and name[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in name[1:])


def contrast(one: str, other: str) -> float:
    """Contrast of two `#rrggbb` colours as WCAG 2 has it, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
