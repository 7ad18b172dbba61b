"""Colours of verdicts on paper, and how well they are told apart."""

from dataclasses import dataclass

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
        return BadgeColours("#ffffff", "#565d66", "#8b929a")
    fill = name if is_colour(name) else _FILLS.get(name, _FILLS["neutral"])
    return BadgeColours(fill, "#ffffff" if contrast(fill, "#ffffff") >= 4.5 else "#000000", fill)


def is_colour(name: str) -> bool:
    return len(name) == 7 and name[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in name[1:])


def contrast(one: str, other: str) -> float:
    """Contrast of two `#rrggbb` colours as WCAG 2 has it, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
