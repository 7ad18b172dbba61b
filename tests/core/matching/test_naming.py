"""Facts are named as people say them; what grew, what is a part and what was another year stands apart."""

import re

import pytest

from factcheck.matching import Source, find
from factcheck.model import Finding, Kind

DISPUTES = (Kind.contradiction, Kind.number_update)


def article(name: str, text: str, published: str = "") -> Source:
    return Source(f"id-{name}", f"v-{name}", text, publisher=name, published=published)


def rows(*texts: str | tuple[str, str]) -> list[Finding]:
    sources = [article(f"Paper {n}", *((text,) if isinstance(text, str) else text)) for n, text in enumerate(texts)]
    return [f for f in find(sources) if f.kind in DISPUTES]


@pytest.mark.parametrize(
    ("one", "other", "fact"),
    [
        ("A raid on the fort killed 62 soldiers.", "The raid on the fort killed 90 soldiers.", "soldiers killed"),
        ("A quake in Orlo killed 5 people.", "The quake in Orlo killed 9 people.", "people killed"),
        (
            "The sirens in Orlo sounded after the dam broke.",
            "No siren was heard in Orlo that night.",
            "whether the sirens in Orlo sounded",
        ),
        (
            "The council of Orlo withdrew its leaflet on Thursday.",
            "The council of Orlo withdrew its leaflet on Tuesday.",
            "when the council of Orlo withdrew its leaflet",
        ),
        (
            "Berg spoke of a three-day truce in Orlo.",
            "Berg spoke of a truce of seven days in Orlo.",
            "length of the truce",
        ),
        (
            "The siege of Orlo castle lasted five weeks.",
            "The siege of Orlo castle lasted nine weeks.",
            "duration: “the siege of Orlo castle lasted …”",
        ),
        ("Ana Ruiz, the mayor of Orlo, resigned.", "Tom Berg, the mayor of Orlo, resigned.", "who is mayor of Orlo"),
    ],
)
def test_a_fact_is_named_by_what_it_is_about(one: str, other: str, fact: str) -> None:
    assert fact in [row.fact for row in rows(one, other)]


def test_values_are_said_in_full_and_without_stray_signs() -> None:
    found = rows(
        ("The leak at the dam of Orlo was first seen on Sunday, 9 March.", "2025-03-12"),
        ("The leak at the dam of Orlo was first seen on Thursday.", "2025-03-12"),
    )
    assert {p.value for p in found[0].positions} == {"Sunday, 9 March", "Thursday 6 March"}


def test_three_sources_are_named_and_the_others_counted() -> None:
    five = [f"The quake in Orlo killed 5 people{end}" for end in (".", ", he said.", ", she said.", "!", " at night.")]
    [row] = [r for r in rows(*five, "The quake in Orlo killed 9 people.") if r.fact == "people killed"]
    assert re.search(r"5 dead \(Paper \d, Paper \d, Paper \d and 2 others\)", row.reasons[0].text)


@pytest.mark.parametrize(
    ("early", "late", "kind"),
    [
        ("2024-05-13T08:00", "2024-05-13T20:00", Kind.number_update),
        ("2024-05-13T08:00", "2024-05-13T09:00", Kind.contradiction),
        ("2024-05-13", "2024-05-13T20:00", Kind.contradiction),
        ("2024-05-13T20:00", "2024-05-13T08:00", Kind.contradiction),
    ],
)
def test_an_update_is_clearly_later(early: str, late: str, kind: Kind) -> None:
    found = rows(("A quake in Orlo killed 5 people.", early), ("The quake in Orlo killed 9 people.", late))
    assert [row.kind for row in found if row.fact == "people killed"] == [kind]


def test_what_a_disputed_count_grew_to_is_a_row_of_its_own() -> None:
    found = rows(
        ("A quake in Orlo killed 5 people.", "2024-05-13"),
        ("The quake in Orlo killed 9 people.", "2024-05-13"),
        ("The quake in Orlo has now killed 30 people.", "2024-05-16"),
    )
    kinds = {row.kind: [p.value for p in row.positions] for row in found if row.fact == "people killed"}
    assert kinds[Kind.contradiction] == ["5 dead", "9 dead"]
    assert "30 dead" in kinds[Kind.number_update]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In 2004 a quake in Orlo killed 900 people.", "The quake in Orlo killed 12 people on Monday."),
        ("At least 12 people died in the Orlo quake.", "The Orlo quake left 20 people dead."),
        ("Dozens of people died in the Orlo quake.", "The Orlo quake left 50 people dead."),
    ],
)
def test_other_years_and_bounds_are_no_dispute(one: str, other: str) -> None:
    assert not [row for row in rows(one, other) if row.fact.startswith("people killed")]


def test_a_part_ranks_below_a_rival() -> None:
    whole, part = "The quake in Orlo destroyed 24 houses.", "In the Lunde district the quake destroyed 12 houses."
    rival = "The quake in Orlo destroyed 40 houses."
    best = max(row.score for row in rows(whole, rival) if row.fact == "houses destroyed")
    assert all(row.score < best for row in rows(whole, part) if row.fact == "houses destroyed")


def test_a_clock_in_words() -> None:
    found = rows("The dam of Orlo burst at twenty to three on Tuesday morning.", "The dam of Orlo burst at 2:40 a.m.")
    assert not [row for row in found if "what time" in row.fact]


def test_progress_is_called_within_a_long_article() -> None:
    calls: list[str] = []
    text = " ".join(f"Mill {n} in Orlo ground {n + 3} sacks of flour." for n in range(1500))
    find([article("long", text)], lambda what, _done, _total: calls.append(what))
    assert len(calls) > 40
    assert {"statements", "facts", "opposites", "findings"} <= set(calls)
