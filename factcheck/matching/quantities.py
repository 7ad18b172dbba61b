"""Amounts in words and figures: what number, how exactly known, of which unit.

"twenty-six", "26", "at least 26", "nearly 30", "between 20 and 30", "two dozen", "dozens", "a fifth", "20 per cent",
"$2.3m", "six miles". An amount is an interval, since sources round, bound and convert; two amounts contradict each
other only if no number lies in both.
"""

from collections.abc import Sequence

from factcheck.matching.amount import Amount, Bound, interval
from factcheck.matching.lexicon import Lexicon, Unit
from factcheck.matching.numerals import Numeral, Numerals
from factcheck.matching.tokens import Token

#: So many pounds are money, unless they are pounds of something.
_MONEY_FROM = 100_000


class _Reader(Numerals):
    """Reads the amounts of one statement, left to right."""

    # --- what stands round it

    def ranged(self, i: int, core: Numeral) -> Numeral:
        """The number, or a range if another follows: 30 to 40, 10-15, between 5 and 10."""
        word = self.low(core.last)
        joined = word in ("-", "–") or word in self.lexicon.range_words
        if (
            not joined
            or core.ordinal
            or core.vague
            or (word in self.lexicon.joiners and self.low(i - 1) not in self.lexicon.between)
        ):
            return core
        upper = self.core(core.last + 1) if core.last + 1 < len(self.words) else None
        if upper is None or upper.ordinal or not core.high < upper.high <= 20 * core.high:
            return core
        return Numeral(core.low, upper.high, upper.last, fraction=core.fraction, step=upper.step)

    def bound(self, i: int) -> tuple[Bound, int]:
        """The bound said before the number, and where it begins."""
        for length in (3, 2, 1):
            phrase = tuple(self.low(k) for k in range(i - length, i))
            found = self.lexicon.bounds.get(phrase) if all(phrase) else None
            if found:
                return Bound(found), i - length
        return Bound.exact, i

    def unit_behind(self, i: int) -> tuple[Unit | None, int]:
        """The unit behind the number, and one past it."""
        at = self.skip_hyphen(i)
        for length in (3, 2, 1):
            name = tuple(self.low(k) for k in range(at, at + length))
            found = self.lexicon.units.get(name) if all(name) else None
            if found and not (length == 1 and name[0] == "m" and self.words[at].start > self.words[at - 1].end + 1):
                return found, at + length
        return None, i

    def as_money(self, core: Numeral, unit: Unit | None, last: int) -> Unit | None:
        """The unit, money if it is written like a weight: "74 million pounds"."""
        money = self.lexicon.money_like.get(self.low(last - 1))
        weighed = self.low(last) in self.lexicon.of
        return Unit(money, 1.0) if unit and money and core.low >= _MONEY_FROM and not weighed else unit

    def unit_before(self, i: int) -> tuple[Unit | None, int]:
        """A currency sign or "magnitude" before the number, and where it begins."""
        for length in (1, 2):
            found = self.lexicon.units.get((self.low(i - length),))
            if found and (length == 1 or self.low(i - 1) in self.lexicon.of | {"-"}):
                sign = not self.words[i - length].is_word
                if sign or found.dimension in ("magnitude", "rupees", "calibre"):
                    return found, i - length
        return None, i

    def is_name(self, i: int, core: Numeral, unit: Unit | None, bound: Bound) -> bool:
        """Whether the number only names something: a year, a flight, a page."""
        token = self.words[i]
        year = token.is_number and token.text.isdigit() and len(token.text) == 4 and 1900 <= core.low < 2100
        if unit or bound is not Bound.exact:
            return False
        return year or (self.low(i - 1) in self.lexicon.labels and token.is_number)

    def amount(self, i: int) -> Amount | None:
        """The amount whose number begins at this token."""
        core = self.core(i)
        if core is None:
            return None
        before, first = self.unit_before(i)
        core = self.ranged(i, core)
        unit, last = self.unit_behind(core.last) if not core.ordinal else (None, core.last)
        unit = self.as_money(core, unit, last)
        if before and (unit is None or unit.dimension != before.dimension):
            unit, last = before, core.last
        bound, first = self.bound(first)
        if self.is_name(i, core, unit, bound):
            return None
        return self.built(core, unit, bound, (first, last, i))

    def built(self, core: Numeral, unit: Unit | None, bound: Bound, where: tuple[int, int, int]) -> Amount:
        factor, dimension = (unit.factor, unit.dimension) if unit else (1.0, "")
        if core.fraction:
            factor, dimension = 1.0, "percent"
        elif core.ordinal:
            factor, dimension = 1.0, "ordinal"
        if core.vague:
            bound = Bound.vague
        elif core.low < core.high:
            bound = Bound.between
        value = core.low if bound is Bound.vague else (core.low + core.high) / 2
        low, high = interval(value, bound, core.step)
        if dimension == "percent" and bound is Bound.exact and not core.fraction:
            low, high = value - min(core.step, 1) / 2, value + min(core.step, 1) / 2
        if core.low < core.high:
            low, high = core.low, core.high
        first, last, at = where
        return Amount(value * factor, low * factor, high * factor, bound, dimension, factor, first, last, at)


def amounts(words: Sequence[Token], lexicon: Lexicon, taken: frozenset[int] = frozenset()) -> list[Amount]:
    """The amounts of a statement in order; `taken` are tokens that belong to dates and times."""
    reader = _Reader(words, lexicon, taken)
    found: list[Amount] = []
    at = 0
    while at < len(words):
        amount = reader.amount(at) if at not in taken else None
        if amount:
            found.append(amount)
        at = max(at + 1, amount.last if amount else 0)
    return found
