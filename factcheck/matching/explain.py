"""Why a finding is one, in plain words from the catalogue; and whether it grew or contradicts."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from factcheck.i18n import OF_FINDINGS, Catalogue
from factcheck.matching.amount import Amount
from factcheck.matching.corpus import Corpus, Wording
from factcheck.matching.facts import Fact
from factcheck.matching.moments import Clock, Day
from factcheck.matching.naming import Namer
from factcheck.model import Kind, Reason, ReasonType

#: So many sources of a value are named; of so many one is left over, it is named too.
_SOURCES_NAMED = 3
_VALUES_NAMED = 3
#: An update is so much later than what it updates; a day, where the hour is not known.
_LATER, _DAY_LATER = timedelta(hours=3), timedelta(days=1)


class Explainer:
    """Speaks of the facts of one corpus."""

    def __init__(self, corpus: Corpus, tick: Callable[[int], None]) -> None:
        self.corpus = corpus
        self.say = Catalogue(OF_FINDINGS)
        self.name = Namer(corpus, tick)
        self.moments = [_moment(s.published, d) for s, d in zip(corpus.sources, corpus.dates, strict=True)]

    # --- kind and order

    def kind(self, places: Sequence[Sequence[Fact]]) -> Kind:
        """A number update if counts that grow are larger in later articles, each of them; a contradiction otherwise."""
        state = self.name.state(places[0][0])
        if state is None or not state.grows:
            return Kind.contradiction
        if len({f.part for place in places for f in place}) > 1:
            return Kind.contradiction
        ordered = self.ordered(places)
        grown = all(self.later(a, b) for a, b in pairwise(ordered))
        return Kind.number_update if grown else Kind.contradiction

    def grown(self, places: Sequence[Sequence[Fact]]) -> tuple[list[Sequence[Fact]], list[Sequence[Fact]]]:
        """The values in dispute, and what they grew to later: 17 against 26, and 41 days after."""
        state, ordered = self.name.state(places[0][0]), self.ordered(places)
        if state is None or not state.grows:
            return ordered, []
        for cut in range(2, len(ordered)):
            if all(self.later(a, b) for a in ordered[:cut] for b in ordered[cut:]):
                return ordered[:cut], ordered[cut:]
        return ordered, []

    def later(self, before: Sequence[Fact], after: Sequence[Fact]) -> bool:
        """Whether all reports of one value are clearly older than all of the other."""
        old, new = self.reports(before), self.reports(after)
        if not all((*old, *new)):
            return False
        last, first = max(m for m in old if m), min(m for m in new if m)
        return first[0] - last[0] >= (_LATER if last[1] and first[1] else _DAY_LATER)

    def reports(self, place: Sequence[Fact]) -> list[tuple[datetime, bool] | None]:
        numbers = {n for fact in place for n, _ in self.corpus.wordings[fact.wording].places}
        return [self.moments[n] for n in sorted(numbers)]

    def ordered(self, places: Sequence[Sequence[Fact]]) -> list[Sequence[Fact]]:
        """Amounts from small to large, other values as they were found."""

        def size(place: Sequence[Fact]) -> float:
            value = place[0].value
            return value.value if isinstance(value, Amount) else 0.0

        return sorted(places, key=size)

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
        """Those who give a value."""
        return self.names([n for fact in place for n, _ in self.corpus.wordings[fact.wording].places])

    def names(self, numbers: Sequence[int]) -> str:
        """The sources of these numbers, each once: three by publisher, title or file, the others by number."""
        found: dict[str, None] = {}
        for number in numbers:
            source = self.corpus.sources[number]
            title = self.say("reason.titled", title=source.title) if source.title else ""
            found[source.publisher or title or source.file or self.say("reason.unnamed")] = None
        names, more = list(found), len(found) - _SOURCES_NAMED
        if more > 0:
            return self.say("reason.and_others", names=", ".join(names[:_SOURCES_NAMED]), n=more)
        return self.say("reason.and").join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def against(self, places: Sequence[Sequence[Fact]], kind: Kind) -> str:
        """Each value with who gives it."""
        key = "reason.quoted" if places[0][0].slot[0] in ("said", "opposite") else "reason.given"
        given = [self.say(key, value=self.name.shown(place), who=self.who(place)) for place in places]
        return self.say("reason.then" if kind is Kind.number_update else "reason.against").join(given)

    def reasons(self, kind: Kind, fact: str, places: Sequence[Sequence[Fact]]) -> tuple[Reason, ...]:
        """The most important first."""
        first = places[0][0]
        key = "update" if kind is Kind.number_update else first.slot[0]
        text = self.say(f"reason.{key}", fact=fact, values=self.against(places, kind), what=first.head)
        return (Reason(first.type, text), *self.notes(first, places))

    def notes(self, first: Fact, places: Sequence[Sequence[Fact]]) -> list[Reason]:
        """What else a reader should know before ruling."""
        notes = []
        if len({n for p in places for f in p for n in self.corpus.wordings[f.wording].articles}) == 1:
            notes.append(Reason(first.type, self.say("reason.same_article")))
        if isinstance(first.value, Clock) and _mixed_zones(places):
            notes.append(Reason(ReasonType.time, self.say("reason.zones")))
        if isinstance(first.value, Day) and any(f.resolved for p in places for f in p):
            notes.append(Reason(ReasonType.date, self.say("reason.resolved")))
        return notes


def _moment(published: str, estimated: object) -> tuple[datetime, bool] | None:
    """When an article came out, and whether the hour is known."""
    text = published or (str(estimated) if estimated else "")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta()), "T" in text


def _mixed_zones(places: Sequence[Sequence[Fact]]) -> bool:
    zones = {f.value.zone for p in places for f in p if isinstance(f.value, Clock)}
    return len(zones) > 1
