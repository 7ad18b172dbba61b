"""Facts from amounts: how many of what in what state, how far, how long, how old, the how-manieth."""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.matching.ages import Ages
from factcheck.matching.amount import Amount, Bound
from factcheck.matching.facts import Fact
from factcheck.matching.lexicon import State
from factcheck.matching.nouns import Nouns
from factcheck.matching.reading import CLOSE, Reading
from factcheck.matching.tokens import CLAUSE_ENDS
from factcheck.model import ReasonType

#: How many tokens behind an amount its state may stand; how many before it, beside it or, as "toll" may, far.
_BEHIND, _BESIDE, _FAR = 5, 5, 16


class Counting:
    """Reads the amounts of one wording."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.nouns = Nouns(reading)
        self.ages = Ages(reading, self.nouns)

    def facts(self) -> Iterator[Fact]:
        """What the amounts are the amounts of."""
        for before, amount in zip([None, *self.r.amounts], self.r.amounts, strict=False):
            if not self.converted(before, amount):
                yield from self.of_amount(amount)
        yield from self.of_none()

    def converted(self, before: Amount | None, amount: Amount) -> bool:
        """Whether the amount only repeats the one before in another unit: "10 km (six miles)"."""
        if before is None or not amount.dimension or before.dimension != amount.dimension:
            return False
        return self.r.low(amount.first - 1) in ("(", "/") and amount.first - 1 <= before.last + 1

    def of_amount(self, amount: Amount) -> Iterator[Fact]:
        age = self.ages.age(amount)
        if age or self.ages.is_age(amount):
            yield from [age] if age else []
        elif amount.dimension == "duration" and self.r.low(amount.last) in self.r.lexicon.sides_of_time:
            return  # how far away something is, not how long it took
        elif amount.dimension == "ordinal":
            yield from self.ordinal(amount)
        elif amount.dimension:
            slot = ("measure", amount.dimension, self.quality(amount))
            where = (amount.first, amount.last)
            yield self.r.fact(ReasonType.quantity, slot, amount, self.r.amount(amount), where, self.measured(amount))
        else:
            yield from self.count(amount)

    def ordinal(self, amount: Amount) -> Iterator[Fact]:
        head, _ = self.nouns.head(amount)
        if head and amount.value > 1:
            shown = f"{self.r.amount(amount)} {head}"
            slot = ("ordinal", self.r.lexicon.stem(head))
            yield self.r.fact(ReasonType.number, slot, amount, shown, (amount.core, amount.last), head)

    def measured(self, amount: Amount) -> str:
        """What a measure is of: "a three-day *truce*", "20 per cent of the *fields*", "a *lull* of 72 hours"."""
        at = amount.last + (self.r.low(amount.last) == "-")
        of = self.r.low(amount.last) in self.r.lexicon.of
        if of:
            at = amount.last + 1 + (self.r.low(amount.last + 1) in self.r.lexicon.determiners)
        joined = self.r.low(amount.last - 2) == "-" or self.r.low(amount.last) == "-"
        if of or joined or amount.dimension == "magnitude":
            end = at
            while end < len(self.r.words) and not self.nouns.ends_phrase(end) and end - at < 2:
                end += 1
            behind = end + 1 + (end + 1 < len(self.r.words) and not self.r.words[end + 1].is_word)
            if self.r.low(end) in self.r.lexicon.of and behind < len(self.r.words):
                return self.r.words[behind].text  # "a three-day period of silence"
            return self.r.text(at, end) if end > at else ""
        before = self.r.words[amount.first - 2] if amount.first >= 2 else None
        named = before is not None and before.is_word and self.r.low(amount.first - 1) in self.r.lexicon.of
        return before.text if before and named and before.low not in self.r.lexicon.dull else ""

    def quality(self, amount: Amount) -> str:
        """Tells a depth from a distance, and a time since something from how long it took."""
        if amount.dimension == "duration":
            return self.r.lexicon.qualities.get(self.r.low(amount.last), "")
        around = [self.r.lexicon.qualities.get(t.low) for t in self.r.words[max(0, amount.first - 4) : amount.last + 3]]
        return next((q for q in around if q), "")

    def count(self, amount: Amount) -> Iterator[Fact]:
        head, past = self.nouns.head(amount)
        one = amount.value == 1 and self.r.low(amount.last) in self.r.lexicon.of
        of_those = not head and self.r.part_of(amount.last)  # "nine of the injured", "nine of them"
        if one or of_those or self.r.low(amount.first - 1) in self.r.lexicon.rates:
            return
        state = self.state(amount, past)
        kin = self.r.lexicon.stem(head) if head else ""
        if state and self.fits(state, kin, head):
            yield self.state_fact(amount, state, kin, head)
        elif kin and amount.value != 1:
            slot = ("count", self.family(amount, head, kin))
            where = (amount.first, amount.last)
            yield self.r.fact(ReasonType.number, slot, amount, self.r.counted(amount, head), where, head)

    def family(self, amount: Amount, head: str, kin: str) -> str:
        """What is counted, whatever word is chosen; for "shot eleven times" the shots."""
        lexicon = self.r.lexicon
        if head in lexicon.repeated:
            done = sorted(self.r.near(amount.first, amount.last, CLOSE) & lexicon.thing_done.keys())
            return lexicon.thing_done[done[0]] if done else kin
        return "person" if self.nouns.is_person(head, kin) else lexicon.thing_of.get(kin, kin)

    def fits(self, state: State, kin: str, head: str) -> bool:
        """Whether such things can be in this state: buildings are damaged, people killed."""
        if state.things:
            return bool(head) and not self.nouns.is_person(head, kin)
        return not head or self.nouns.is_person(head, kin)

    def state_fact(self, amount: Amount, state: State, kin: str, head: str) -> Fact:
        part = kin if kin in self.r.lexicon.parts else ""
        if state.things:
            part = self.r.lexicon.thing_of.get(kin, kin)
        number = self.r.amount(amount)
        named = bool(part)
        shown = self.r.counted(amount, head) if named else state.value.format(n=number)
        where = (amount.first, amount.last)
        fact = self.r.fact(ReasonType.number, ("state", state.name, part), amount, shown, where, head)
        return replace(fact, things=state.things)

    def state(self, amount: Amount, past: int) -> State | None:
        """The state in which the counted are: said behind them, or else before."""
        inside = next((self.state_at(i) for i in range(amount.last, past) if self.state_at(i)), None)
        name = inside or self.state_behind(past) or self.state_before(amount.first)
        return self.r.lexicon.states[name] if name else None

    def state_at(self, i: int) -> str | None:
        return self.phrase_at(i) or self.r.lexicon.state_of.get(self.r.low(i))

    def phrase_at(self, i: int) -> str | None:
        """A state said in several words: "lost their lives"."""
        phrases = (tuple(self.r.low(k) for k in range(i, i + length)) for length in (4, 3, 2))
        return next((self.r.lexicon.state_phrases[p] for p in phrases if p in self.r.lexicon.state_phrases), None)

    def state_behind(self, past: int) -> str | None:
        for i in self.behind(past):
            if self.r.low(i) in CLAUSE_ENDS or self.r.low(i) == "," or i in self.r.numbered:
                return None
            name = self.state_at(i)
            if name:
                # "Two bombs killed nine": they did it, it was not done to them.
                return None if not self.phrase_at(i) and self.takes_object(i + 1) else name
        return None

    def behind(self, past: int) -> Iterator[int]:
        """The next words, as far as a state may stand; small words ("had so far been") do not count."""
        seen = 0
        for i in range(past, min(past + 2 * _BEHIND, len(self.r.words))):
            seen += self.r.low(i) not in self.r.lexicon.stop
            if i >= past + _BEHIND and seen > 3:
                return
            yield i

    def takes_object(self, i: int) -> bool:
        low = self.r.low(i)
        return i in self.r.numbered or low in self.r.lexicon.determiners or self.r.plural(low)

    def state_before(self, first: int) -> str | None:
        window = range(first - 1, max(-1, first - 1 - _FAR), -1)
        far = any(self.r.low(i) in self.r.lexicon.far for i in window)
        for i in window:
            if self.r.low(i) in CLAUSE_ENDS or i in self.r.numbered or (not far and i < first - _BESIDE):
                return None
            name = self.state_at(i)
            if name:
                return name
        return None

    def of_none(self) -> Iterator[Fact]:
        """ "No one was killed", "no injuries": a count of zero."""
        for i, token in enumerate(self.r.words):
            if token.low not in self.r.lexicon.none:
                continue
            behind = range(i + 1, min(i + 5, len(self.r.words)))
            if any(self.r.low(k) in self.r.lexicon.not_yet for k in behind):
                continue
            name = next((n for k in behind if (n := self.r.lexicon.state_of.get(self.r.low(k)))), None)
            if name and not self.r.lexicon.states[name].things:
                zero = Amount(0, 0, 0, Bound.exact, "", 1.0, i, i + 1, i)
                shown = self.r.lexicon.states[name].value.format(n=self.r.lexicon.nobody, thing="")
                yield self.r.fact(ReasonType.number, ("state", name, ""), zero, shown, (i, i + 1))
