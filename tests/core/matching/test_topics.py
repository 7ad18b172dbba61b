"""Articles fall into events, each with a name by which a person knows it."""

import pytest

from factcheck.matching import Source, outline
from factcheck.progress import Cancelled

FERRY = [
    "The ferry Alma sank off Lunde on Tuesday. The coast guard of Lunde saved 40 from the Alma.",
    "Divers from Lunde reached the Alma on Wednesday. The owner of the Alma did not speak.",
    "Families waited in Lunde for news of the Alma. The Alma was built in 1987.",
]
MINE = [
    "Miners at Torvik were trapped by a fall of rock. The Torvik mine belongs to Halden Zinc.",
    "Rescuers drilled through the night at Torvik. Halden Zinc sent a second drill to Torvik.",
]


def article(name: str, text: str, published: str = "") -> Source:
    return Source(name, f"v-{name}", text, published=published)


SOURCES = [
    *(article(f"f{n}", text, f"2031-05-0{n + 4}") for n, text in enumerate(FERRY)),
    *(article(f"m{n}", text) for n, text in enumerate(MINE)),
]


def test_each_event_is_named_by_what_only_it_names() -> None:
    first, second = outline(SOURCES)
    assert (set(first.articles), set(second.articles)) == ({"f0", "f1", "f2"}, {"m0", "m1"})
    assert first.name == "Alma, Lunde"
    assert "Torvik" in second.name


def test_an_event_is_dated_by_its_first_dated_article() -> None:
    assert [event.day for event in outline(SOURCES)] == ["2031-05-04", ""]


def test_the_key_stays_when_an_article_joins() -> None:
    more = [*SOURCES, article("f9", "The Alma lies 40 metres deep, said divers in Lunde. Lunde mourns the Alma.")]
    assert [event.key for event in outline(SOURCES)] == [event.key for event in outline(more)] == ["f0", "m0"]


def test_every_article_is_in_one_event_whatever_it_holds() -> None:
    odd = [*SOURCES, article("empty", ""), article("same", FERRY[0]), article("arabic", "قتل ثلاثة جنود في الهجوم.")]
    found = [id for event in outline(odd) for id in event.articles]
    assert sorted(found) == sorted(source.article_id for source in odd)
    assert outline([]) == []


def test_it_can_be_cancelled() -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        outline(SOURCES, stop)
