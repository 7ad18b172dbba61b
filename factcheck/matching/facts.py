"""Facts: typed slots read from each wording, with the value that it gives.

A slot says what a value is the value of: how many people were killed, how many rifles, how far, how old is Miller, on
which day, who is mayor. Two wordings that fill one slot of one event with values that cannot both hold contradict each
other, however differently they are put.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from factcheck.matching.corpus import Corpus, Wording
from factcheck.matching.lexicon import Lexicon, State
from factcheck.matching.quantities import Amount, Bound, amounts
from factcheck.matching.times import Clock, Day, When, times
from factcheck.matching.tokens import CLAUSE_ENDS, Token
from factcheck.model import ReasonType


@dataclass(frozen=True, slots=True)
class Heading:
    """A direction in degrees, clockwise from north."""

    degrees: int

    def agrees(self, other: "Heading") -> bool:
        """North and north-east do; north and east do not."""
        apart = abs(self.degrees - other.degrees) % 360
        return min(apart, 360 - apart) <= 45


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a role: the words of the name."""

    name: tuple[str, ...]

    def agrees(self, other: "Holder") -> bool:
        """One word in common is enough: Miller, John Miller."""
        return bool(set(self.name) & set(other.name))


@dataclass(frozen=True, slots=True)
class Saying:
    """A word that is said or denied: "warned", "not warned"; what it cannot stand beside."""

    word: str
    clashes: frozenset[str]

    def agrees(self, other: "Saying") -> bool:
        """Unless one is among what the other cannot stand beside."""
        return other.word not in self.clashes and self.word not in other.clashes


Value = Amount | Day | Clock | Heading | Holder | Saying


@dataclass(frozen=True, slots=True)
class Fact:
    """A slot filled by one wording."""

    #: Number of the wording.
    wording: int
    type: ReasonType
    slot: tuple[str, ...]
    value: Value
    #: The value as people would say it: "at least 24 dead".
    shown: str
    #: Where the words of the value stand in the wording.
    span: tuple[int, int]
    #: Stems of the words round the value.
    near: frozenset[str]
    #: Of these, the ones next to the value.
    close: frozenset[str] = frozenset()
    #: A year that the wording names for it, None if none.
    year: int | None = None
    #: What is counted, in the wording's own words.
    head: str = ""
    #: Words that narrow the value.
    scope: frozenset[str] = frozenset()
    #: The day that the wording names nearest to it, and the names of places in it.
    day: Day | None = None
    places: frozenset[str] = frozenset()


#: How many tokens to each side belong to a value.
_NEAR, _CLOSE = 9, 4
_BEHIND, _BEFORE, _BESIDE = 5, 12, 5
#: A year belongs to a value if it stands at most so many characters away, or opens the wording.
_YEAR_NEAR, _YEAR_OPENS = 45, 25
_OTHER_YEAR = -1


class _Reader:
    """Reads the facts of one wording."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.words = wording.words
        self.lexicon: Lexicon = wording.language
        text = " ".join(t.text for t in self.words[:1])
        self.whens: list[When] = times(wording.text[:1500], self.lexicon, wording.published) if text else []
        self.dated = frozenset(
            i for i, t in enumerate(self.words) if any(w.start <= t.start < w.end for w in self.whens)
        )
        self.amounts: list[Amount] = amounts(self.words, self.lexicon, self.dated)
        self.numbered = frozenset(k for a in self.amounts for k in range(a.first, a.last))
        low = " " + " ".join(t.low for t in self.words) + " "
        self.places = self.in_places()
        self.narrowed = frozenset(phrase for phrase in self.lexicon.scope if f" {phrase} " in low)

    def facts(self) -> Iterator[Fact]:
        for before, amount in zip([None, *self.amounts], self.amounts, strict=False):
            if not self.converted(before, amount):
                yield from self.of_amount(amount)
        yield from self.of_none()
        for when in self.whens:
            yield from self.of_time(when)
        yield from self.of_directions()
        yield from self.of_roles()

    # --- shared

    def text(self, first: int, last: int) -> str:
        """The wording's own words from one token to before another."""
        return self.wording.text[self.words[first].start : self.words[last - 1].end]

    def near(self, first: int, last: int, reach: int = _NEAR) -> frozenset[str]:
        """Stems of the content words round some tokens, to the end of the clause."""
        found = set()
        for step, start, stop in ((-1, first - 1, first - 1 - reach), (1, last, last + reach)):
            for i in range(start, stop, step):
                if not 0 <= i < len(self.words) or self.words[i].text in CLAUSE_ENDS:
                    break
                token = self.words[i]
                if token.is_word and i not in self.numbered and i not in self.dated and self.tells(token):
                    found.add(token.stem)
        return frozenset(found)

    def tells(self, token: Token) -> bool:
        return len(token.stem) > 1 and token.low not in self.lexicon.stop and token.low not in self.lexicon.reporting

    def year(self, at: int, own: When | None = None) -> int | None:
        """The year that the wording names nearest to a token, if not the value's own."""
        named = [w for w in self.whens if w is not own and w.day and w.day.year and not w.of_report]
        explicit = [w for w in named if any(c.isdigit() for c in self.wording.text[w.start : w.end])]
        if explicit:
            place = self.words[at].start
            nearest = min(explicit, key=lambda w: abs(w.start - place))
            close = abs(nearest.start - place) <= _YEAR_NEAR or nearest.start <= _YEAR_OPENS
            return nearest.day.year if nearest.day and close else None
        return _OTHER_YEAR if self.narrowed & {"last year", "previously"} else None

    def counted(self, amount: Amount, head: str) -> str:
        """The amount and what is counted as they stand, if they stand close together."""
        end = next((i + 1 for i in range(amount.last, min(amount.last + 6, len(self.words))) if self.low(i) == head), 0)
        return self.text(amount.first, end) if end else f"{self.text(amount.first, amount.last)} {head}"

    def part_of(self, last: int) -> frozenset[str]:
        """Whether only a part of a known whole is counted: "three of the skiffs"."""
        partitive = self.low(last) == "of" and self.low(last + 1) in self.lexicon.whole
        return frozenset({"of the"}) if partitive else frozenset()

    def day(self, at: int) -> Day | None:
        """The day, no mere year, that the wording names nearest to a token."""
        place = self.words[at].start
        named = [w for w in self.whens if w.day and not w.of_report and (w.day.day or w.day.weekday is not None)]
        return min(named, key=lambda w: abs(w.start - place)).day if named else None

    def in_places(self) -> frozenset[str]:
        """Names behind "in", "at", "near"."""
        found = set()
        for i, token in enumerate(self.words[:-1]):
            following = self.words[i + 1]
            if token.low in self.lexicon.place_words and following.is_name and i + 1 not in self.dated:
                found.add(following.stem)
        return frozenset(found)

    def fact(
        self, type: ReasonType, slot: tuple[str, ...], value: Value, shown: str, where: tuple[int, int], head: str = ""
    ) -> Fact:
        first, last = where
        span = (self.words[first].start, self.words[last - 1].end)
        near, close, year = self.near(first, last), self.near(first, last, _CLOSE), self.year(first)
        scope = self.narrowed | (self.part_of(last) if isinstance(value, Amount) else frozenset())
        day = self.day(first)
        return Fact(
            self.wording.index, type, slot, value, shown, span, near, close, year, head, scope, day, self.places
        )

    # --- amounts

    def converted(self, before: Amount | None, amount: Amount) -> bool:
        """Whether the amount only repeats the one before in another unit: "10 km (six miles)"."""
        if before is None or not amount.dimension or before.dimension != amount.dimension:
            return False
        return self.low(amount.first - 1) in ("(", "/") and amount.first - 1 <= before.last + 1

    def of_amount(self, amount: Amount) -> Iterator[Fact]:
        age = self.age(amount)
        if age or self.is_age(amount):
            yield from [age] if age else []
        elif amount.dimension == "ordinal":
            yield from self.ordinal(amount)
        elif amount.dimension:
            slot = ("measure", amount.dimension, self.quality(amount))
            shown = self.text(amount.first, amount.last)
            yield self.fact(ReasonType.quantity, slot, amount, shown, (amount.first, amount.last))
        else:
            yield from self.count(amount)

    def is_age(self, amount: Amount) -> bool:
        """Whether it is so many years *old*."""
        skip = self.low(amount.last) == "-"
        return amount.dimension == "duration" and self.low(amount.last + skip) in self.lexicon.old

    def age(self, amount: Amount) -> Fact | None:
        """An age and whose it is: a 36-year-old climber, Miller, 36, aged 36."""
        before = self.low(amount.first - 1)
        spelt_out = self.is_age(amount)
        years = amount.dimension == "" and (before in self.lexicon.age_words or self.between_commas(amount))
        if not (spelt_out or years) or amount.bound is Bound.vague:
            return None
        number = round(amount.value / (amount.unit or 1))
        if not 0 < number < 120:
            return None
        person = self.person(amount)
        value = replace(amount, value=number, low=number, high=number, dimension="age", unit=1.0)
        shown = f"{number} years old"
        where = (amount.first, amount.last)
        return self.fact(ReasonType.number, ("age", person), value, shown, where, person) if person else None

    def between_commas(self, amount: Amount) -> bool:
        name = amount.first >= 2 and self.low(amount.first - 1) == "," and self.words[amount.first - 2].is_name
        figure = self.words[amount.core].is_number and amount.last == amount.core + 1
        return name and figure and self.low(amount.last) in (",", ".", ")", "")

    def person(self, amount: Amount) -> str:
        """The surname nearest before, else the first name behind."""
        at = amount.first - 1
        while self.low(at) in self.lexicon.articles or self.low(at) in self.lexicon.age_words or self.low(at) in ("is", "was", ","):
            at -= 1
        if at >= 0 and at < amount.first - 1 and self.words[at].is_name:
            return self.words[at].stem
        behind: list[Token] = []
        for token in self.words[amount.last + 2 : amount.last + 7]:
            if behind and not token.is_name:
                break
            if token.is_name:
                behind.append(token)
        return behind[-1].stem if len(behind) >= 2 else ""

    def ordinal(self, amount: Amount) -> Iterator[Fact]:
        head, _ = self.head(amount)
        if head and amount.value > 1:
            shown = f"{self.text(amount.core, amount.last)} {head}"
            slot = ("ordinal", self.lexicon.stem(head))
            yield self.fact(ReasonType.number, slot, amount, shown, (amount.core, amount.last), head)

    def quality(self, amount: Amount) -> str:
        """Tells a depth from a distance, and a time since something from how long it took."""
        if amount.dimension == "duration":
            around = [self.low(amount.last), self.low(amount.first - 1)]
            return next((w for w in around if w in self.lexicon.duration_words), "")
        around = [self.lexicon.qualities.get(t.low) for t in self.words[max(0, amount.first - 4) : amount.last + 3]]
        return next((q for q in around if q), "")

    def low(self, i: int) -> str:
        return self.words[i].low if 0 <= i < len(self.words) else ""

    def head(self, amount: Amount) -> tuple[str, int]:
        """The noun that is counted, and one past it: the first plural behind the number, or for one the next noun."""
        last_word, at = "", amount.last
        joined = amount.last + 1
        if self.low(amount.last) == "-" and joined < len(self.words) and self.words[joined].is_word:
            return self.words[joined].low, joined + 1
        for i in range(amount.last, min(amount.last + 6, len(self.words))):
            token = self.words[i]
            if token.text == "-" or token.low in ("of", "the", "other", "more", "another") and i <= amount.last + 1:
                continue
            if not token.is_word or token.low in self.lexicon.stop or token.low in self.lexicon.state_of or i in self.numbered:
                break
            last_word, at = token.low, i + 1
            modifies = token.is_name and i + 1 < len(self.words) and self.plural(self.words[i + 1].low)
            if self.plural(token.low) and not modifies and amount.value != 1 and amount.dimension == "":
                return token.low, at
        single = amount.value == 1 or amount.dimension == "ordinal"
        return (last_word, at) if single else ("", amount.last)

    def plural(self, word: str) -> bool:
        regular = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
        return regular or word in self.lexicon.plurals

    def count(self, amount: Amount) -> Iterator[Fact]:
        head, past = self.head(amount)
        part = (amount.value == 1 and self.low(amount.last) == "of") or bool(self.part_of(amount.last))
        if part or self.low(amount.first - 1) in self.lexicon.rates:
            return
        state = self.state(amount, past)
        kin = self.lexicon.stem(head) if head else ""
        if state and self.fits(state, kin, head):
            yield self.state_fact(amount, state, kin, head)
        elif kin and kin not in ("person",) and amount.value != 1:
            family = self.lexicon.thing_of.get(kin, kin)
            if head in self.lexicon.repeated:
                done = self.near(amount.first, amount.last, _CLOSE)
                family = next((self.lexicon.thing_done[s] for s in sorted(done) if s in self.lexicon.thing_done), kin)
            shown = self.counted(amount, head)
            yield self.fact(ReasonType.number, ("count", family), amount, shown, (amount.first, amount.last), head)

    def fits(self, state: State, kin: str, head: str) -> bool:
        """Whether such things can be in this state: buildings are damaged, people killed."""
        if state.things:
            return bool(head) and not self.is_person(head, kin)
        return not head or self.is_person(head, kin)

    def is_person(self, head: str, kin: str) -> bool:
        """Whether the word counts people: by its family, its ending, or as a name of theirs ("Somalis")."""
        known = kin in self.lexicon.people or kin in self.lexicon.parts
        named = any(t.low == head and t.is_name for t in self.words[1:])
        return known or named or head in self.lexicon.plurals or head.endswith(self.lexicon.person_endings)

    def state_fact(self, amount: Amount, state: State, kin: str, head: str) -> Fact:
        part = kin if kin in self.lexicon.parts else ""
        if state.things:
            part = self.lexicon.thing_of.get(kin, kin)
        number = self.text(amount.first, amount.last)
        if re.split(r"[\s-]", number.lower())[0] in self.lexicon.opening_words:
            number = number.lower()
        named = bool(head) and (state.things or kin not in self.lexicon.people)
        group = self.counted(amount, head) if named else number
        shown = state.value.format(n=group, thing="").replace("  ", " ")
        return self.fact(ReasonType.number, ("state", state.name, part), amount, shown, (amount.first, amount.last), head)

    def state(self, amount: Amount, past: int) -> State | None:
        """The state in which the counted are: said behind them, or else before."""
        name = self.state_behind(past) or self.state_before(amount.first)
        return self.lexicon.states[name] if name else None

    def state_at(self, i: int) -> str | None:
        for length in (4, 3, 2):
            phrase = tuple(self.low(k) for k in range(i, i + length))
            if phrase in self.lexicon.state_phrases:
                return self.lexicon.state_phrases[phrase]
        return self.lexicon.state_of.get(self.low(i))

    def state_behind(self, past: int) -> str | None:
        for i in range(past, min(past + _BEHIND, len(self.words))):
            if self.low(i) in CLAUSE_ENDS or self.low(i) == "," or i in self.numbered:
                return None
            name = self.state_at(i)
            if name:
                # "Two bombs killed nine": they did it, it was not done to them.
                return None if self.takes_object(i + 1) else name
        return None

    def takes_object(self, i: int) -> bool:
        return i in self.numbered or self.low(i) in self.lexicon.articles or self.low(i) == "the" or self.plural(self.low(i))

    def state_before(self, first: int) -> str | None:
        window = range(first - 1, max(-1, first - 1 - _BEFORE), -1)
        far = any(self.low(i) in self.lexicon.far for i in window)
        for i in window:
            if self.low(i) in CLAUSE_ENDS or i in self.numbered or (not far and i < first - _BESIDE):
                return None
            name = self.state_at(i)
            if name:
                return name
        return None

    def of_none(self) -> Iterator[Fact]:
        """ "No one was killed", "no injuries": a count of zero."""
        for i, token in enumerate(self.words):
            if token.low not in self.lexicon.none and token.low not in ("nobody", "none"):
                continue
            behind = range(i + 1, min(i + 5, len(self.words)))
            if any(self.low(k) in ("immediate", "immediately", "word", "confirmed", "sign") for k in behind):
                continue
            name = next((n for k in behind if (n := self.lexicon.state_of.get(self.low(k)))), None)
            if name and not self.lexicon.states[name].things:
                zero = Amount(0, 0, 0, Bound.exact, "", 1.0, i, i + 1, i)
                shown = self.lexicon.states[name].value.format(n="no one", thing="")
                yield self.fact(ReasonType.number, ("state", name, ""), zero, shown, (i, i + 1))

    # --- times, directions, roles

    def of_time(self, when: When) -> Iterator[Fact]:
        if when.of_report:
            return
        inside = [i for i, t in enumerate(self.words) if when.start <= t.start < when.end]
        if not inside:
            return
        first, last = inside[0], inside[-1] + 1
        shown = self.day_shown(when)
        near, close, year = self.near(first, last), self.near(first, last, _CLOSE), self.year(first, when)
        span = (when.start, when.end)
        for type, slot, value in (
            (ReasonType.date, ("day",), when.day),
            (ReasonType.time, ("clock",), when.clock),
        ):
            if value is not None:
                yield Fact(self.wording.index, type, slot, value, shown, span, near, close, year, "", self.narrowed)

    def day_shown(self, when: When) -> str:
        """The words of a time, with the date if that was worked out: "yesterday (2 July 2013)"."""
        words = self.wording.text[when.start : when.end].strip(" ,(")
        day = when.day
        if day is None or not (day.year and day.month and day.day) or any(c.isdigit() for c in words):
            return words
        months = [name for name, number in self.lexicon.time["months"].items() if number == day.month]
        return f"{words} ({day.day} {max(months, key=len).capitalize()} {day.year})"

    def of_directions(self) -> Iterator[Fact]:
        """ "West of (the town of) Bireun", "the north bank of the Tesk"."""
        for i, token in enumerate(self.words):
            degrees = self.lexicon.directions.get(token.low)
            if degrees is None:
                continue
            side = self.low(i + 1) in self.lexicon.sides
            start = i + 2 if side else i + 1
            if self.low(start) not in self.lexicon.direction_of:
                continue
            place = next((t for t in self.words[start + 1 : start + 6] if t.is_name), None)
            if place:
                kind = "side" if side else "direction"
                shown = self.text(i, start + 1) + " " + place.text
                slot = (kind, self.low(i + 1) if side else "", place.stem)
                yield self.fact(ReasonType.place, slot, Heading(degrees), shown, (i, start), place.text)

    def of_roles(self) -> Iterator[Fact]:
        """ "Marek Holvind, the director of the mine", "Mayor Bettine Aukes"."""
        for i in range(len(self.words)):
            for length in (3, 2, 1):
                role = self.lexicon.roles.get(tuple(self.low(k) for k in range(i, i + length)))
                if role:
                    yield from self.role(role, i, i + length)
                    break

    def role(self, role: str, first: int, past: int) -> Iterator[Fact]:
        if role in self.lexicon.shared_roles or self.low(first - 1) in self.lexicon.not_quite:
            return
        name = self.name_behind(past) or self.name_before(first)
        body, ends = self.body(first, past)
        if not name or name[1] - name[0] < 2 or any(self.low(i) in self.lexicon.stop for i in range(*name)):
            return
        holder = Holder(tuple(t.stem for t in self.words[name[0] : name[1]] if t.is_word))
        head = self.text(first if ends > past else first - bool(body), max(ends, past))
        yield self.fact(ReasonType.role, ("role", role, body), holder, self.text(*name), name, head)

    def name_before(self, first: int) -> tuple[int, int] | None:
        """The name to which the role is added behind a comma."""
        at = first - 1
        while at > 0 and self.low(at) in ("the", "then", "its", "who", "was", "is", "'s") or self.owner(at):
            at -= 1
        if self.low(at) != "," or at < 2:
            return None
        start = at
        while start > 0 and self.words[start - 1].is_name:
            start -= 1
        return (start, at) if start < at else None

    def owner(self, at: int) -> bool:
        return at > 0 and self.words[at].is_name and self.low(at - 1) in ("the", ",")

    def name_behind(self, past: int) -> tuple[int, int] | None:
        at = past + 1 if self.low(past) == "," else past
        end = at
        while end < len(self.words) and self.words[end].is_name and end - at < 4:
            end += 1
        return (at, end) if end > at else None

    def body(self, first: int, past: int) -> tuple[str, int]:
        """What the role is held of (the mine, Lundek Zinc), and one past it if it stands behind the role."""
        if self.low(past) == "of":
            at = past + 1 + (self.low(past + 1) in ("the", "a", "its"))
            end = at
            while end < min(at + 3, len(self.words)) and self.words[end].is_name:
                end += 1
            end = max(end, at + 1)
            return " ".join(self.low(i) for i in range(at, end)), min(end, len(self.words))
        before = self.words[first - 1] if first else None
        return (before.low if before and before.is_name else ""), past


def facts(corpus: Corpus, tick: Callable[[int], None]) -> list[Fact]:
    """The facts of all wordings; `tick` is called with the number of each."""
    found: list[Fact] = []
    for wording in corpus.wordings:
        tick(wording.index)
        found.extend(_once(_Reader(wording).facts()))
    return found


def _once(found: Iterable[Fact]) -> list[Fact]:
    """Without a slot's value given twice in one wording: "10 km (six miles)" is one."""
    kept: list[Fact] = []
    for fact in found:
        if not any(same_value(fact, other) for other in kept):
            kept.append(fact)
    return kept


def comparable(a: Value, b: Value) -> bool:
    """Whether two values can be held against each other: a time with a zone and one without cannot."""
    match a, b:
        case Day(), Day():
            return a.comparable(b)
        case Clock(), Clock():
            return a.comparable(b)
        case _:
            return type(a) is type(b)


def same_value(a: Fact, b: Fact) -> bool:
    """Whether two facts give one slot values that can both hold."""
    return a.slot == b.slot and agrees(a.value, b.value)


def agrees(a: Value, b: Value) -> bool:
    """Whether both values can be true of one thing; values of different kinds are no contradiction."""
    match a, b:
        case Amount(), Amount():
            return a.agrees(b)
        case Day(), Day():
            return a.agrees(b)
        case Clock(), Clock():
            return a.agrees(b)
        case Heading(), Heading():
            return a.agrees(b)
        case Holder(), Holder():
            return a.agrees(b)
        case Saying(), Saying():
            return a.agrees(b)
        case _:
            return True
