"""Amounts in words and figures: what number, how exactly known, of which unit.

"twenty-six", "26", "at least 26", "nearly 30", "between 20 and 30", "two dozen", "dozens", "a fifth", "20 per cent",
"$2.3m", "six miles". An amount is an interval, since sources round, bound and convert; two amounts contradict each
other only if no number lies in both.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.matching.amount import Amount, Bound, interval
from factcheck.matching.lexicon import Lexicon, Unit
from factcheck.matching.tokens import Token


@dataclass(frozen=True, slots=True)
class _Core:
    """A number as read: low and high differ for ranges and words such as "dozens"."""

    low: float
    high: float
    last: int
    vague: bool = False
    fraction: bool = False
    ordinal: bool = False
    step: float = 0.0


def _digits(text: str) -> tuple[float, float] | None:
    """A number in figures and the size of its last digit that counts: 1,250 → 10; 3.5 → 0.1."""
    whole, dot, rest = text.replace(",", "").partition(".")
    if "." in rest or not whole.isascii() or len(whole) > 15:
        return None
    plain = whole + dot + rest
    try:
        value = float(plain)
    except ValueError:
        return None
    if rest:
        return value, 10.0 ** -len(rest)
    zeros = len(whole) - len(whole.rstrip("0"))
    return value, 10.0**zeros


class _Reader:
    """Reads the amounts of one statement, left to right."""

    def __init__(self, words: Sequence[Token], lexicon: Lexicon, taken: frozenset[int]) -> None:
        self.words = words
        self.lexicon = lexicon
        #: Tokens that belong to a date or a time of day.
        self.taken = taken

    def low(self, i: int) -> str:
        return self.words[i].low if 0 <= i < len(self.words) and i not in self.taken else ""

    def skip_hyphen(self, i: int) -> int:
        return i + 1 if self.low(i) in ("-", "‑", "–") else i

    # --- the number itself

    def figure(self, i: int) -> _Core | None:
        """A number in figures, with a scale word behind it: 3.5 million, $2m."""
        token = self.words[i]
        if i in self.taken or not token.is_number:
            return None
        read = _digits(token.text)
        if read is None:
            return None
        value, step = read
        if self.low(i + 1) in self.lexicon.ordinal_suffixes and self.words[i + 1].start == token.end:
            return _Core(value, value, i + 2, ordinal=True)
        return self.scaled(value, step, i + 1)

    def scaled(self, value: float, step: float, i: int) -> _Core:
        at = self.skip_hyphen(i)
        word = self.low(at)
        factor = self.lexicon.scales.get(word) or self.letter(i)
        if factor is None:
            return _Core(value, value, i, step=step)
        return _Core(value * factor, value * factor, at + 1, step=step * factor)

    def letter(self, i: int) -> float | None:
        """The factor of a letter written to a sum of money: $2m."""
        word = self.low(i)
        money = i >= 2 and self.low(i - 2) in ("$", "€", "£", "₹", "¥")
        written_to = 0 < i < len(self.words) and self.words[i].start == self.words[i - 1].end
        return self.lexicon.letters.get(word) if money and written_to else None

    def spelt(self, i: int) -> _Core | None:
        """A number in words: twenty-six, two hundred and five, a dozen, two dozen."""
        total, part, at, any_word = 0.0, 0.0, i, False
        if self.low(i) in self.lexicon.articles and self.low(i + 1) in self.lexicon.scales:
            part, at, any_word = 1.0, i + 1, True
        while True:
            word = self.low(at)
            if word in self.lexicon.scales and any_word:
                scale = self.lexicon.scales[word]
                part = (part or 1.0) * scale
                if scale >= 1000:
                    total, part = total + part, 0.0
            elif word in self.lexicon.number_words and not (any_word and not self.joins(at)):
                part += self.lexicon.number_words[word]
                any_word = True
            elif any_word and self.passes(at):
                pass
            else:
                break
            at += 1
        return _Core(total + part, total + part, at) if any_word and at > i else None

    def joins(self, at: int) -> bool:
        """Whether the number word here goes on with the one before: twenty-six, hundred (and) five."""
        before = self.low(at - 1)
        after_scale = before in self.lexicon.scales or (before in self.lexicon.joiners)
        tens = before in ("-", "‑") or self.lexicon.number_words.get(before, 0) >= 20
        return after_scale or (tens and self.lexicon.number_words[self.low(at)] < 10)

    def passes(self, at: int) -> bool:
        """Whether the sign or "and" here stands within a number in words."""
        before, word, after = self.low(at - 1), self.low(at), self.low(at + 1)
        number = after in self.lexicon.number_words
        if word in ("-", "‑"):
            tens = self.lexicon.number_words.get(before, 0) >= 20 and self.lexicon.number_words.get(after, 10) < 10
            return tens or after in self.lexicon.scales
        return word in self.lexicon.joiners and self.lexicon.scales.get(before, 0) >= 100 and number

    def fraction(self, i: int) -> _Core | None:
        """A share in words: a fifth, two thirds, half."""
        word = self.low(i)
        if word in self.lexicon.half and self.low(i + 1) in self.lexicon.behind_half:
            return _Core(50, 50, i + 1, fraction=True)
        count = 1.0 if word in self.lexicon.articles else self.lexicon.number_words.get(word, 0)
        at = self.skip_hyphen(i + 1)
        share = self.lexicon.fractions.get(self.low(at))
        if not count or share is None or (count == 1.0 and self.low(at + 1) not in self.lexicon.of):
            return None
        return _Core(100 * count * share, 100 * count * share, at + 1, fraction=True)

    def vague(self, i: int) -> _Core | None:
        span = self.lexicon.vague.get(self.low(i))
        if span is None:
            return None
        at, factor = i + 1, 1.0
        while self.low(at) in self.lexicon.of and self.low(at + 1) in self.lexicon.vague:
            factor *= self.lexicon.vague[self.low(at + 1)][0] / 2
            at += 2
        return _Core(span[0] * factor, span[1] * factor, at, vague=True)

    def ordinal(self, i: int) -> _Core | None:
        rank = self.lexicon.ordinals.get(self.low(i))
        return _Core(rank, rank, i + 1, ordinal=True) if rank is not None else None

    def core(self, i: int) -> _Core | None:
        readers = (self.fraction, self.figure, self.vague, self.spelt, self.ordinal)
        return next((found for reader in readers if (found := reader(i))), None)

    # --- what stands round it

    def ranged(self, i: int, core: _Core) -> _Core:
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
        scale = 1.0
        return _Core(core.low * scale, upper.high, upper.last, fraction=core.fraction, step=upper.step)

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

    def unit_before(self, i: int) -> tuple[Unit | None, int]:
        """A currency sign or "magnitude" before the number, and where it begins."""
        for length in (1, 2):
            found = self.lexicon.units.get((self.low(i - length),))
            if found and (length == 1 or self.low(i - 1) in self.lexicon.of | {"-"}):
                sign = not self.words[i - length].is_word
                if sign or found.dimension in ("magnitude", "rupees", "calibre"):
                    return found, i - length
        return None, i

    def is_name(self, i: int, core: _Core, unit: Unit | None, bound: Bound) -> bool:
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
        unit, last = self.unit_behind(core.last)
        if before and (unit is None or unit.dimension != before.dimension):
            unit, last = before, core.last
        bound, first = self.bound(first)
        if self.is_name(i, core, unit, bound):
            return None
        return self.built(core, unit, bound, (first, last, i))

    def built(self, core: _Core, unit: Unit | None, bound: Bound, where: tuple[int, int, int]) -> Amount:
        factor, dimension = (unit.factor, unit.dimension) if unit else (1.0, "")
        if core.fraction:
            factor, dimension = 1.0, "percent"
        if core.ordinal:
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
