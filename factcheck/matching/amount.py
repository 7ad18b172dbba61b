"""An amount: a number with how exactly it is known, and whether two of them can mean one number."""

from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """How an amount is limited."""

    exact = "exact"
    about = "about"
    nearly = "nearly"
    least = "least"
    most = "most"
    between = "between"
    vague = "vague"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with how exactly it is known, in the base unit of its dimension ("" for a plain count)."""

    value: float
    low: float
    high: float
    bound: Bound
    dimension: str
    #: Unit's size in base units: values given in different units were converted and rounded.
    unit: float
    #: Tokens that it was read from: first, and one past the last; `core` is where the number itself begins.
    first: int
    last: int
    core: int

    def agrees(self, other: "Amount") -> bool:
        """Whether one number can be meant by both."""
        if self.dimension != other.dimension:
            return False
        if self.unit != other.unit and 0.8 < self.unit / other.unit < 1.25:
            # Miles for nautical miles: the figure is what was meant.
            slack = abs(self.value - other.value) if _same(self.value / self.unit, other.value / other.unit) else 0.0
            return slack > 0 or (self.low <= other.high and other.low <= self.high)
        slack = _slack(self, other)
        if self.bound is Bound.between and other.bound is Bound.between:
            return abs(self.low - other.low) <= slack and abs(self.high - other.high) <= slack
        return self.low <= other.high + slack and other.low <= self.high + slack


#: Share by which a measure may be off: as printed; when one of the two was converted from another unit.
_PRINTED, _CONVERTED = 0.015, 0.045
#: Shares by which an approximate value may be off, at least and at most.
_ABOUT, _NEARLY = (0.02, 0.08), (0.03, 0.12)
#: A "more than 200" that means a thousand is news of another time, not another word for it.
_STRETCH = 2.5
#: From here on a round figure is a rounded one.
_ROUNDED_FROM = 1000.0
#: … but by no larger share than this.
_ROUNDED_BY = 0.012
#: Dimensions in which a printed figure is meant exactly.
_EXACT = frozenset({"", "ordinal", "age", "magnitude", "calibre"})
#: … and in which it is, but for its rounding.
_MONEY = frozenset({"dollars", "euros", "sterling", "rupees", "yen"})


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1.0)


def _slack(a: Amount, b: Amount) -> float:
    if a.dimension in _EXACT:
        return 1e-9
    if a.dimension in _MONEY and a.unit == b.unit:
        return 1e-9
    share = _PRINTED if a.unit == b.unit else _CONVERTED
    return share * min(abs(a.value), abs(b.value)) + 1e-9


def _off(value: float, step: float, limits: tuple[float, float]) -> float:
    """How far an approximate value may be off: by its last digit that counts, "about 300" by more than "about 307"."""
    least, most = limits
    digit = step or (10.0 ** _zeros(round(value)) if value == round(value) else 0.0)
    return min(max(digit, least * abs(value)), most * abs(value))


def _zeros(value: int) -> int:
    digits = str(value)
    return len(digits) - len(digits.rstrip("0"))


def interval(value: float, bound: Bound, step: float = 0.0) -> tuple[float, float]:
    """From and to of a value under a bound; `step` is the size of its last digit that counts."""
    half = min(step / 2, _ROUNDED_BY * abs(value)) if abs(value) >= _ROUNDED_FROM else 0.0
    match bound:
        case Bound.about:
            off = _off(value, step, _ABOUT)
            return value - off - half, value + off + half
        case Bound.nearly:
            return value - _off(value, step, _NEARLY), value
        case Bound.least:
            return value, value * _STRETCH + 1
        case Bound.most:
            return value / _STRETCH - 1, value
        case _:
            return value - half, value + half
