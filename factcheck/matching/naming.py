"""What a finding is about, in few words: "soldiers killed", "when the wall gave way", "whether the sirens sounded"."""

from collections import Counter
from collections.abc import Callable, Sequence

from factcheck.i18n import OF_FINDINGS, Catalogue
from factcheck.matching.amount import Amount, Bound
from factcheck.matching.clauses import Clause, Clauses
from factcheck.matching.corpus import Corpus, Wording
from factcheck.matching.facts import Fact, Saying
from factcheck.matching.lexicon import State

#: So many facts of a row are asked for a clause that names it.
_ASKED = 12
#: Words of a clause that is a value, and of one that says what a figure is of.
_SHORT, _ABOUT = 8, 8
#: Clauses of so many words read best.
_BEST = 6
_OPENING = 8


class Namer:
    """Names the facts of one corpus and their values."""

    def __init__(self, corpus: Corpus, tick: Callable[[int], None]) -> None:
        self.corpus = corpus
        self.say = Catalogue(OF_FINDINGS)
        common: set[str] = set()
        for wording in corpus.wordings:
            tick(wording.index)
            common.update(t.text for t in wording.words if t.text[:1].islower())
        self.common = frozenset(common)
        self.labels = _labels(corpus)
        #: In how many positions of the row that is named a word stands.
        self.spread: Counter[str] = Counter()
        self._clauses: dict[int, Clauses] = {}

    def wording(self, fact: Fact) -> Wording:
        return self.corpus.wordings[fact.wording]

    def clauses(self, fact: Fact) -> Clauses:
        """The clauses of a fact's wording, remembered."""
        if fact.wording not in self._clauses:
            self._clauses[fact.wording] = Clauses(self.wording(fact), self.common)
        return self._clauses[fact.wording]

    def state(self, fact: Fact) -> State | None:
        """The state that a fact counts in, None if it counts none."""
        return self.wording(fact).language.states[fact.slot[1]] if fact.slot[0] == "state" else None

    # --- what it is about

    def fact(self, places: Sequence[Sequence[Fact]]) -> str:
        """Short words for what is in dispute."""
        facts = [fact for place in places for fact in place]
        self.spread = Counter(stem for place in places for stem in {s for f in place for s in f.near})
        kind = facts[0].slot[0]
        makers = {
            "state": self.counted_state, "count": self.counted, "measure": self.measured, "ordinal": self.counted,
            "day": self.timed, "offset": self.timed,
            "clock": self.timed, "said": self.said, "opposite": self.said, "swap": self.swapped,
            "kind": self.of_kind,
        }  # fmt: skip
        maker = makers.get(kind, self.plain)
        return maker(facts)

    def plain(self, facts: Sequence[Fact]) -> str:
        fact = facts[0]
        heads = [f.head for f in facts if f.head]
        named = [h for h in heads if h.split()[-1][:1].isupper()] or heads
        head = max(named, key=lambda h: (len(h), h), default="")
        return self.say(f"fact.{fact.slot[0]}", what=fact.slot[1], who=head, place=head, role=fact.head)

    def counted_state(self, facts: Sequence[Fact]) -> str:
        state = self.state(facts[0])
        assert state is not None
        named = bool(facts[0].slot[2])
        words = state.fact.format(who=(self.noun(facts) if named else "") or state.who)
        years = Counter(f.year for f in facts if f.year and f.year > 0)
        year = max(years, key=lambda y: (years[y], y)) if years else 0
        if years[year] * 2 > len(facts):
            return self.say("fact.in_year", fact=words, year=year)
        events = Counter(self.wording(f).event for f in facts)
        label = self.labels.get(max(events, key=lambda e: (events[e], -e)))
        return self.say("fact.in_event", fact=words, event=label) if label else words

    def counted(self, facts: Sequence[Fact]) -> str:
        """ "Number of bridges", with the words round it where they are shared."""
        key = facts[0].slot[0]
        what = self.noun(facts) or facts[0].head
        about = self.best(facts, Clauses.gap)
        return (
            self.say(f"fact.{key}_about", what=what, about=about.text) if about else self.say(f"fact.{key}", what=what)
        )

    def measured(self, facts: Sequence[Fact]) -> str:
        """ "Length of the silence", "depth", or the words round the figure."""
        _, dimension, quality = facts[0].slot
        plain = self.wording(facts[0]).language.dimension_facts[dimension]
        what = self.say(f"quality.{quality}") if quality else plain
        heads = Counter(f.head for f in facts if f.head)
        if heads:
            head, count = min(heads.items(), key=lambda item: (-item[1], item[0]))
            if count * 2 >= len(facts) and (count > 1 or len(facts) == 2):
                return self.say("fact.measure_of", what=what, of=head)
        about = self.best(facts, Clauses.gap)
        what = self.say("quality.lasting") if dimension == "duration" and not quality else what
        return (
            self.say("fact.measure_about", what=what, about=about.text)
            if about
            else self.say("fact.measure", what=what)
        )

    def timed(self, facts: Sequence[Fact]) -> str:
        key = facts[0].slot[0]
        about = self.best(facts, Clauses.without)
        if about is None:
            return self.say(f"fact.{key}")
        clear = about.verbal and not about.pronoun
        return self.say(f"fact.{key}_when" if clear else f"fact.{key}_about", about=about.text)

    def said(self, facts: Sequence[Fact]) -> str:
        affirmed = [f for f in facts if not denies(f)]
        about = self.best(affirmed or facts, Clauses.around)
        if about is None and facts[0].slot[0] == "opposite":
            return self.say("fact.opposite", one=facts[0].shown, other=facts[-1].shown)
        if about is None:
            return self.say("fact.said", what=facts[0].shown)
        return self.say("fact.said_whether" if about.verbal else "fact.said", about=about.text, what=about.text)

    def swapped(self, facts: Sequence[Fact]) -> str:
        about = self.best(facts, Clauses.gap)
        return self.say("fact.swap_about", about=about.text) if about else self.say("fact.swap")

    def of_kind(self, facts: Sequence[Fact]) -> str:
        """ "Cause of death", with the words round it where they are shared."""
        kind = facts[0].slot[1]
        what = self.wording(facts[0]).language.kinds[kind]
        about = self.best(facts, Clauses.gap)
        return self.say("fact.kind_about", what=what, about=about.text) if about else self.say("fact.kind", what=what)

    def best(self, facts: Sequence[Fact], how: Callable[[Clauses, tuple[int, int]], Clause | None]) -> Clause | None:
        """The clause that says most of what the facts share in few words."""
        made = [(how(self.clauses(f), f.span), f) for f in facts[:_ASKED]]

        def rank(item: tuple[Clause, Fact]) -> tuple[float, int, int]:
            clause, fact = item
            shared = sum(self.corpus.rarity.get(s, 0.0) for s in clause.stems if self.spread[s] > 1)
            value = shared + 3.0 * clause.verbal - 6.0 * clause.pronoun - 0.6 * abs(clause.words - _BEST)
            return (-value, fact.wording, fact.span[0])

        found = [(clause, fact) for clause, fact in made if clause is not None and clause.words > 1]
        return min(found, key=rank)[0] if found else None

    def noun(self, facts: Sequence[Fact]) -> str:
        """What is counted, as most of the wordings have it, in the plural."""
        counts: Counter[str] = Counter()
        for fact in facts:
            if fact.head:
                counts[fact.head] += 1
        plural = {h: n for h, n in counts.items() if self.is_plural(h, facts[0])} or counts
        return min(plural.items(), key=lambda item: (-item[1], item[0]))[0] if plural else ""

    def is_plural(self, head: str, fact: Fact) -> bool:
        return head.endswith("s") or head.rsplit(maxsplit=1)[-1] in self.wording(fact).language.plurals

    # --- values

    def shown(self, place: Sequence[Fact]) -> str:
        """A position's value: in the words of its most certain fact, the shortest of them."""
        if isinstance(place[0].value, Saying):
            quotes = [c.text for f in place[:_ASKED] if (c := self.clauses(f).around(f.span, _SHORT))]
            return min(quotes, key=lambda q: (abs(len(q) - 30), q)) if quotes else place[0].shown
        if place[0].slot[0] == "post":
            return max((f.shown for f in place), key=lambda s: (len(s), s))
        least = min(inexact(f) for f in place)
        return min((f.shown for f in place if inexact(f) == least), key=lambda s: (len(s), s))

    def opening(self, wording: Wording) -> str:
        """The first words of a wording."""
        words = wording.text.split()
        return " ".join(words[:_OPENING]) + (" …" if len(words) > _OPENING else "")


def _labels(corpus: Corpus) -> dict[int, str]:
    """A name for each event where there are several: the one that most of its wordings have and the others have not."""
    events = sorted({w.event for w in corpus.wordings})
    if len(events) < 2:
        return {}
    counts: dict[int, Counter[str]] = {event: Counter() for event in events}
    for wording in corpus.wordings:
        for token in wording.words[1:]:
            if token.is_name and token.stem in wording.names and not token.text.isupper():
                counts[wording.event][token.text.removesuffix("'s").removesuffix("’s")] += 1
    made = ((event, _own_name(counts, event)) for event in events)
    return {event: name for event, name in made if name}


def _own_name(counts: dict[int, Counter[str]], event: int) -> str:
    """The name that stands more often in an event than, three times over, in the others; "" if there is none."""
    others = Counter[str]()
    for other, names in counts.items():
        if other != event:
            others.update(names)
    best = max(((n - 3 * others[name], name) for name, n in counts[event].items()), default=(0, ""))
    return best[1] if best[0] > 1 else ""


def inexact(fact: Fact) -> int:
    """How far from an exact value: exact values found positions; bounds and vague words join them."""
    if not isinstance(fact.value, Amount):
        return 0
    return {Bound.exact: 0, Bound.about: 1, Bound.nearly: 1, Bound.between: 2, Bound.vague: 3}.get(fact.value.bound, 1)


def denies(fact: Fact) -> bool:
    """Whether a saying denies."""
    return isinstance(fact.value, Saying) and fact.value.word.startswith("not ")
