"""Numbers as they are written: in figures, in words, as shares, ranks and words such as "dozens".

"26", "twenty-six", "two hundred and five", "3.5 million", "four and a half", "half a million", "two dozen", "a fifth".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.matching.lexicon import Lexicon
from factcheck.matching.tokens import Token

#: Signs that stand before sums of money.
CURRENCY_SIGNS = ("$", "€", "£", "₹", "¥")


@dataclass(frozen=True, slots=True)
class Numeral:
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


class Numerals:
    """Reads the numbers of one statement."""

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

    def figure(self, i: int) -> Numeral | None:
        """A number in figures, with a scale word behind it: 3.5 million, $2m."""
        token = self.words[i]
        if i in self.taken or not token.is_number:
            return None
        read = _digits(token.text)
        if read is None:
            return None
        value, step = read
        if self.low(i + 1) in self.lexicon.ordinal_suffixes and self.words[i + 1].start == token.end:
            return Numeral(value, value, i + 2, ordinal=True)
        return self.scaled(value, step, i + 1)

    def scaled(self, value: float, step: float, i: int) -> Numeral:
        at = self.skip_hyphen(i)
        word = self.low(at)
        factor = self.lexicon.scales.get(word) or self.letter(i)
        if factor is None:
            return Numeral(value, value, i, step=step)
        return Numeral(value * factor, value * factor, at + 1, step=step * factor)

    def letter(self, i: int) -> float | None:
        """The factor of a letter written to a sum of money: $2m."""
        word = self.low(i)
        money = i >= 2 and self.low(i - 2) in CURRENCY_SIGNS
        written_to = 0 < i < len(self.words) and self.words[i].start == self.words[i - 1].end
        return self.lexicon.letters.get(word) if money and written_to else None

    def spelt(self, i: int) -> Numeral | None:
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
        return Numeral(total + part, total + part, at) if any_word and at > i else None

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

    def fraction(self, i: int) -> Numeral | None:
        """A share in words: a fifth, two thirds, half."""
        word = self.low(i)
        if word in self.lexicon.half and self.low(i + 1) in self.lexicon.behind_half:
            return Numeral(50, 50, i + 1, fraction=True)
        count = 1.0 if word in self.lexicon.articles else self.lexicon.number_words.get(word, 0)
        at = self.skip_hyphen(i + 1)
        share = self.lexicon.fractions.get(self.low(at))
        if (
            not count
            or share is None
            or count * share > 1
            or (count == 1.0 and self.low(at + 1) not in self.lexicon.of)
        ):
            return None
        return Numeral(100 * count * share, 100 * count * share, at + 1, fraction=True)

    def vague(self, i: int) -> Numeral | None:
        span = self.lexicon.vague.get(self.low(i))
        if span is None:
            return None
        at, factor = i + 1, 1.0
        while self.low(at) in self.lexicon.of and self.low(at + 1) in self.lexicon.vague:
            factor *= self.lexicon.vague[self.low(at + 1)][0] / 2
            at += 2
        return Numeral(span[0] * factor, span[1] * factor, at, vague=True)

    def ordinal(self, i: int) -> Numeral | None:
        rank = self.lexicon.ordinals.get(self.low(i))
        return Numeral(rank, rank, i + 1, ordinal=True) if rank is not None else None

    def half_a(self, i: int) -> Numeral | None:
        """Half of one: half a million, half a dozen, half an hour."""
        if self.low(i) not in self.lexicon.half or self.low(i + 1) not in self.lexicon.articles:
            return None
        scale = self.lexicon.scales.get(self.low(i + 2))
        if scale:
            return Numeral(scale / 2, scale / 2, i + 3, step=scale / 2)
        return Numeral(0.5, 0.5, i + 2, step=0.5) if (self.low(i + 2),) in self.lexicon.units else None

    def one(self, i: int) -> Numeral | None:
        """One of a unit of time, where it says how far away something is: *a* day later, *the* year before."""
        article = self.low(i) in self.lexicon.articles | self.lexicon.definite
        side = self.low(i + 2)
        tells = side in self.lexicon.sides_of_time or side in self.lexicon.qualities
        unit = self.lexicon.units.get((self.low(i + 1),))
        return Numeral(1, 1, i + 1) if article and tells and unit and unit.dimension == "duration" else None

    def and_a_half(self, core: Numeral) -> Numeral:
        """The number with what is added to it: four *and a half*, two *and a half* million."""
        at = core.last
        added = (
            self.low(at) in self.lexicon.joiners
            and self.low(at + 1) in self.lexicon.articles
            and self.low(at + 2) in self.lexicon.half
        )
        if not added or core.fraction or core.ordinal or core.vague:
            return core
        return self.scaled(core.low + 0.5, 0.5, at + 3)

    def core(self, i: int) -> Numeral | None:
        """The number that begins at a token."""
        readers = (self.fraction, self.half_a, self.one, self.figure, self.vague, self.spelt, self.ordinal)
        found = next((found for reader in readers if (found := reader(i))), None)
        return self.and_a_half(found) if found else None
