"""The events that the articles of a project speak of, with names by which a person tells them apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.matching.corpus import Corpus, corpus
from factcheck.matching.events import events
from factcheck.matching.statements import Source
from factcheck.progress import Progress, silent

#: Names that an event is called by.
_NAMED = 2
#: A name that other events have too must stand in so many times more articles of its own.
_OWN = 3


@dataclass(frozen=True, slots=True)
class Event:
    """What a group of articles speaks of."""

    #: Id of the first of its articles as they were given: the same while that one is there, whoever joins.
    key: str
    #: Its rarest names, "Alma, Lunde"; "" if it has none.
    name: str
    #: Day on which its first article came out, ISO 8601; "" if not known.
    day: str
    articles: tuple[str, ...]


def outline(sources: Sequence[Source], progress: Progress = silent) -> list[Event]:
    """The events, that of most articles first. Every article is in exactly one."""
    prepared = corpus(sources, progress)
    members: dict[int, list[int]] = defaultdict(list)
    for number, event in enumerate(events(prepared, progress)):
        members[event].append(number)
    names = _names(prepared, members)
    given = {source.article_id: place for place, source in enumerate(sources)}
    made = [_event(prepared, names[event], numbers, given) for event, numbers in members.items()]
    return sorted(made, key=lambda event: (-len(event.articles), given[event.key]))


def outlined(sources: Sequence[Source], progress: Progress = silent) -> Iterator[list[Event]]:
    """What `outline` gives, for a process of its own."""
    yield outline(sources, progress)


def _event(prepared: Corpus, name: str, numbers: Sequence[int], given: dict[str, int]) -> Event:
    ids = sorted((prepared.sources[number].article_id for number in numbers), key=given.__getitem__)
    days = [day for number in numbers if (day := _day(prepared, number))]
    return Event(ids[0], name, min(days).isoformat() if days else "", tuple(ids))


def _day(prepared: Corpus, number: int) -> date | None:
    """Only a date that the article was given: one guessed from its text may be that of an anniversary."""
    return prepared.dates[number] if prepared.sources[number].published else None


def _names(prepared: Corpus, members: dict[int, list[int]]) -> dict[int, str]:
    """For each event the names that many of its articles have and few others."""
    counts = {event: _counted(prepared, numbers) for event, numbers in members.items()}
    everywhere = sum(counts.values(), Counter[str]())
    made = {}
    for event, own in counts.items():
        weighed = ((n - _OWN * (everywhere[name] - n), name) for name, n in own.items())
        best = sorted((-weight, name) for weight, name in weighed if weight > 0)
        made[event] = ", ".join(name for _, name in best[:_NAMED])
    return made


def _counted(prepared: Corpus, numbers: Sequence[int]) -> Counter[str]:
    """In how many articles each name stands; days and months are no names."""
    counts: Counter[str] = Counter()
    for number in numbers:
        found = set()
        for wording in (prepared.wordings[index] for index in prepared.by_source[number]):
            calendar = wording.language.time["weekdays"].keys() | wording.language.time["months"].keys()
            for token in wording.words[1:]:
                if token.stem in wording.names and token.is_name and token.low not in calendar:
                    found.add(token.text.removesuffix("'s").removesuffix("’s"))
        counts.update(name for name in found if not name.isupper() and len(name) > 2)
    return counts
