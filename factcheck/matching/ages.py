"""Ages: of people by name, and of those who are only described."""

from dataclasses import replace

from factcheck.matching.amount import Amount, Bound
from factcheck.matching.facts import Fact
from factcheck.matching.nouns import Nouns
from factcheck.matching.reading import Reading
from factcheck.matching.tokens import Token
from factcheck.model import ReasonType

#: Nobody is older.
_OLDEST = 120


class Ages:
    """Reads the ages of one wording."""

    def __init__(self, reading: Reading, nouns: Nouns) -> None:
        self.r = reading
        self.nouns = nouns

    def is_age(self, amount: Amount) -> bool:
        """Whether it is so many years *old*."""
        skip = self.r.low(amount.last) == "-"
        return amount.dimension == "duration" and self.r.low(amount.last + skip) in self.r.lexicon.old

    def age(self, amount: Amount) -> Fact | None:
        """An age and whose it is: a 36-year-old climber, Miller, 36, aged 36."""
        before = self.r.low(amount.first - 1)
        years = amount.dimension == "" and (before in self.r.lexicon.age_words or self.between_commas(amount))
        if not (self.is_age(amount) or years) or amount.bound is Bound.vague:
            return None
        number = round(amount.value / (amount.unit or 1))
        if not 0 < number < _OLDEST:
            return None
        value = replace(amount, value=number, low=number, high=number, dimension="age", unit=1.0)
        where = (amount.first, amount.last)
        shown = f"{number} years old"
        person = self.person(amount)
        if person:
            return self.r.fact(ReasonType.number, ("age", person.stem), value, shown, where, person.text)
        who = self.described(amount)
        slot = ("years", self.r.lexicon.stem(who))
        return self.r.fact(ReasonType.number, slot, value, shown, where, who) if who else None

    def described(self, amount: Amount) -> str:
        """Who is so old, if only a common noun says it: "an 11-year-old *girl*"."""
        if not self.is_age(amount):
            return ""
        start = amount.last + (self.r.low(amount.last) == "-") + 1
        for i in range(start, min(start + 3, len(self.r.words))):
            low = self.r.low(i)
            if self.nouns.is_person(low, self.r.lexicon.stem(low)):
                return low
            if self.nouns.ends_phrase(i):
                break
        return ""

    def between_commas(self, amount: Amount) -> bool:
        name = amount.first >= 2 and self.r.low(amount.first - 1) == "," and self.r.words[amount.first - 2].is_name
        figure = self.r.words[amount.core].is_number and amount.last == amount.core + 1
        return name and figure and self.r.low(amount.last) in (",", ".", ")", "")

    def person(self, amount: Amount) -> Token | None:
        """The surname nearest before, else the first name behind."""
        at = amount.first - 1
        while self.r.low(at) in self.r.lexicon.age_links:
            at -= 1
        if at >= 0 and at < amount.first - 1 and self.r.words[at].is_name:
            return self.r.words[at]
        behind: list[Token] = []
        for token in self.r.words[amount.last + 2 : amount.last + 7]:
            if behind and not token.is_name:
                break
            if token.is_name:
                behind.append(token)
        return behind[-1] if len(behind) >= 2 else None
