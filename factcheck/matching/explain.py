"""What a finding is about and why it is one, in plain words from the catalogue."""

from collections.abc import Sequence

from factcheck.i18n import Catalogue
from factcheck.matching.corpus import Corpus, Wording
from factcheck.matching.facts import Fact, Saying
from factcheck.matching.lexicon import State
from factcheck.matching.quantities import Amount, Bound
from factcheck.matching.times import Clock, Day
from factcheck.model import Kind, Reason, ReasonType

_WORDS_SHOWN = 2
_SOURCES_NAMED = 2
_VALUES_NAMED = 3
_OPENING = 8
#: Share of the pairs of values of different days that must have grown for an update.
_GROWN = 0.8


class Explainer:
    """Speaks of the facts of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.say = Catalogue()

    # --- kind and order

    def kind(self, places: Sequence[Sequence[Fact]]) -> Kind:
        """A number update if counts that grow are larger in later articles; a contradiction otherwise."""
        state = self.state(places[0][0])
        if state is None or not state.grows:
            return Kind.contradiction
        first = [(place[0].value, self.earliest(place)) for place in places]
        values = sorted((v.value, early) for v, early in first if isinstance(v, Amount))
        apart = [(a, b) for i, (_, a) in enumerate(values) for _, b in values[i + 1 :] if a != b]
        grown = sum(a < b for a, b in apart)
        dated = all(early for _, early in values)
        return Kind.number_update if dated and apart and grown >= _GROWN * len(apart) else Kind.contradiction

    def state(self, fact: Fact) -> State | None:
        """The state that a fact counts in, None if it counts none."""
        language = self.corpus.wordings[fact.wording].language
        return language.states[fact.slot[1]] if fact.slot[0] == "state" else None

    def dates(self, place: Sequence[Fact]) -> list[str]:
        wordings = (self.corpus.wordings[f.wording] for f in place)
        return [w.published.isoformat() if w.published else "" for w in wordings]

    def earliest(self, place: Sequence[Fact]) -> str:
        return min(self.dates(place))

    def ordered(self, places: list[list[Fact]]) -> list[list[Fact]]:
        """Amounts from small to large, other values as they were found."""

        def size(place: list[Fact]) -> float:
            value = place[0].value
            return value.value if isinstance(value, Amount) else 0.0

        return sorted(places, key=size)

    # --- what it is about

    def fact(self, places: Sequence[Sequence[Fact]]) -> str:
        """Short words for what is in dispute."""
        fact = next((p[0] for p in places if not _denies(p[0])), places[0][0])
        kind = fact.slot[0]
        state = self.state(fact)
        if state:
            return self.state_fact(fact, state)
        about = self.about([f for place in places for f in place])
        key, names = self.named(fact)
        if kind == "opposite":
            return self.say("fact.opposite", one=shown(places[0]), other=shown(places[-1]))
        if about and kind in ("measure", "day", "clock", "ordinal", "count", "swap"):
            return self.say(f"fact.{key}_about", about=about, **names)
        return self.say(f"fact.{key}", about=about, **names)

    def state_fact(self, fact: Fact, state: State) -> str:
        words = state.fact.format(thing=fact.head or fact.slot[2])
        return self.say("fact.of_them", fact=words, part=fact.head) if fact.slot[2] and not state.things else words

    def named(self, fact: Fact) -> tuple[str, dict[str, str]]:
        """Key in the catalogue and the names that it takes."""
        language = self.corpus.wordings[fact.wording].language
        slot = fact.slot
        what = fact.head
        if slot[0] == "measure":
            what = slot[2] or language.dimension_facts[slot[1]]
        elif slot[0] == "side":
            what = slot[1]
        elif slot[0] == "said":
            what = fact.shown
        return slot[0], {
            "what": what,
            "who": fact.head[:1].upper() + fact.head[1:],
            "place": fact.head,
            "role": fact.head,
        }

    def about(self, facts: Sequence[Fact]) -> str:
        """The words that stand near most of the values, as one of the wordings has them."""
        counts: dict[str, int] = {}
        for fact in facts:
            for stem in fact.near:
                counts[stem] = counts.get(stem, 0) + 1
        heads = {self.corpus.wordings[f.wording].language.stem(f.head) for f in facts if f.head}
        shared = [s for s, n in counts.items() if n * 2 > len(facts) and n > 1 and s not in heads]
        rarity = self.corpus.rarity
        chosen = set(sorted(shared, key=lambda s: (-counts[s] * rarity.get(s, 0.0), s))[:_WORDS_SHOWN])
        for fact in facts:
            words = [t for t in self.corpus.wordings[fact.wording].words if t.stem in chosen]
            seen = {t.stem: t.text for t in words if t.is_word}
            if chosen and set(seen) == chosen:
                return ", ".join(seen.values())
        return ""

    def opening(self, wording: Wording) -> str:
        """The first words of a wording."""
        words = wording.text.split()
        return " ".join(words[:_OPENING]) + (" …" if len(words) > _OPENING else "")

    # --- why

    def agreement(self, places: Sequence[Sequence[Fact]]) -> str:
        """Why facts are said to agree."""
        by_shown: dict[str, list[Fact]] = {}
        for fact in places[0]:
            by_shown.setdefault(fact.shown, []).append(fact)
        given = [self.say("reason.given", value=v, who=self.who(p)) for v, p in list(by_shown.items())[:_VALUES_NAMED]]
        return self.say("reason.agreement", values=self.say("reason.and").join(given))

    def repeat(self, group: Sequence[Wording]) -> str:
        """Whose words are nearly the same."""
        return self.say("reason.repeat", who=self.names([n for w in group for n, _ in w.places]))

    def who(self, place: Sequence[Fact]) -> str:
        """Publisher, title or file of those who give a value: two by name, the others by number."""
        return self.names([n for fact in place for n, _ in self.corpus.wordings[fact.wording].places])

    def names(self, numbers: Sequence[int]) -> str:
        """The sources of these numbers by name, each once."""
        found: dict[str, None] = {}
        for number in numbers:
            source = self.corpus.sources[number]
            found[source.publisher or source.title or source.file or self.say("reason.unnamed")] = None
        names = list(found)
        shown = ", ".join(names[:_SOURCES_NAMED])
        more = len(names) - _SOURCES_NAMED
        return self.say("reason.and_others", names=shown, n=more) if more > 0 else shown

    def against(self, places: Sequence[Sequence[Fact]], kind: Kind) -> str:
        """Each value with who gives it."""
        key = "reason.quoted" if places[0][0].slot[0] in ("said", "opposite") else "reason.given"
        given = [self.say(key, value=shown(place), who=self.who(place)) for place in places]
        return self.say("reason.then" if kind is Kind.number_update else "reason.against").join(given)

    def reasons(self, kind: Kind, fact: str, places: Sequence[Sequence[Fact]]) -> tuple[Reason, ...]:
        """The most important first."""
        first = places[0][0]
        values = self.against(places, kind)
        key = _sentence(first, kind)
        main = Reason(first.type, self.say(f"reason.{key}", fact=fact, values=values, what=first.head))
        extra = self.notes(kind, first, places)
        return (main, *extra)

    def notes(self, kind: Kind, first: Fact, places: Sequence[Sequence[Fact]]) -> list[Reason]:
        """What else a reader should know before ruling."""
        notes = []
        if len({n for p in places for f in p for n in self.corpus.wordings[f.wording].articles}) == 1:
            notes.append(Reason(first.type, self.say("reason.same_article")))
        if isinstance(first.value, Clock) and _mixed_zones(places):
            notes.append(Reason(ReasonType.time, self.say("reason.zones")))
        if isinstance(first.value, Day) and any(_relative(f) for p in places for f in p):
            notes.append(Reason(ReasonType.date, self.say("reason.resolved")))
        return notes if kind is not Kind.repeat else []


def shown(place: Sequence[Fact]) -> str:
    """A position's value: in the words of its most certain fact, the shortest of them."""
    least = min(inexact(f) for f in place)
    return min((f.shown for f in place if inexact(f) == least), key=lambda s: (len(s), s))


def inexact(fact: Fact) -> int:
    """How far from an exact value: exact values found positions; bounds and vague words join them."""
    if not isinstance(fact.value, Amount):
        return 0
    return {Bound.exact: 0, Bound.about: 1, Bound.nearly: 1, Bound.between: 2, Bound.vague: 3}.get(fact.value.bound, 1)


def _relative(fact: Fact) -> bool:
    """A day that was worked out from the article's date."""
    return isinstance(fact.value, Day) and fact.value.day is not None and not any(c.isdigit() for c in fact.shown)


def _mixed_zones(places: Sequence[Sequence[Fact]]) -> bool:
    zones = {f.value.zone for p in places for f in p if isinstance(f.value, Clock)}
    return len(zones) > 1


def _denies(fact: Fact) -> bool:
    return isinstance(fact.value, Saying) and fact.value.word.startswith("not ")


def _sentence(fact: Fact, kind: Kind) -> str:
    if kind is Kind.number_update:
        return "update"
    return fact.slot[0]
