"""Clashes that are no figures: one of a kind, a name for another, a denial, an opposite."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching import Source, find
from factcheck.matching.facts import Sort
from factcheck.matching.lexicon import lexicon
from factcheck.model import Finding, Kind, ReasonType


def rows(*texts: str) -> list[Finding]:
    sources = [Source(f"id-{n}", f"v-{n}", text, publisher=f"Paper {n}") for n, text in enumerate(texts)]
    return [f for f in find(sources) if f.kind in (Kind.contradiction, Kind.number_update)]


def reasons(one: str, other: str) -> list[tuple[ReasonType, str]]:
    return [(row.reasons[0].type, row.reasons[0].text) for row in rows(one, other)]


# --- one of a kind


@pytest.mark.parametrize(
    ("one", "other", "reason", "text"),
    [
        (
            "Miller, who ran the mill in Orlo, died of pneumonia.",
            "Miller of the mill in Orlo died of a stroke.",
            ReasonType.other,
            "Different accounts of the illness or cause of death: “the mill in Orlo died of a …”: "
            "stroke (Paper 1) against pneumonia (Paper 0).",
        ),
        (
            "Berg was found dead at a hotel in Orlo.",
            "Berg was found dead in his car near Orlo.",
            ReasonType.place,
            "hotel (Paper 0) against car (Paper 1)",
        ),
        (
            "The guard Ruiz was shot in the knee on the bridge of Orlo.",
            "On the bridge of Orlo the guard Ruiz was shot in the shoulder.",
            ReasonType.other,
            "part of the body",
        ),
        (
            "A Danish climber fell from the tower of Orlo.",
            "The Swedish climber fell from the tower of Orlo.",
            ReasonType.name,
            "Danish (Paper 0) against Swedish (Paper 1)",
        ),
    ],
)
def test_only_one_of_a_kind_is_true_of_a_thing(one: str, other: str, reason: ReasonType, text: str) -> None:
    assert any(kind is reason and text in said for kind, said in reasons(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Berg was found at his home in Orlo.", "Berg was found in his house in Orlo."),
        ("Berg was found in a hotel near the hospital of Orlo.", "Berg was found in the hospital of Orlo."),
        ("Berg was treated at a hospital in Orlo.", "Berg was arrested in a hotel in Orlo."),
        ("Berg walked through Cypress Park in Orlo.", "Berg walked through the station in Orlo."),
        ("Berg spoke to homes and schools in Orlo.", "Berg spoke at a church in Orlo."),
    ],
)
def test_words_of_one_kind_agree_where_both_are_named_or_the_frame_is_another(one: str, other: str) -> None:
    assert "place" not in [row.fact.split(":")[0] for row in rows(one, other)]


WORDS = sorted({sort.value for sorts in lexicon("en").sorts.values() for sort in sorts})


@given(st.sampled_from(WORDS), st.sampled_from(WORDS), st.frozensets(st.sampled_from(WORDS)))
def test_sorts_agree_both_ways_and_with_themselves(one: str, other: str, more: frozenset[str]) -> None:
    a, b = Sort(one, more | {one}), Sort(other, frozenset({other}))
    assert a.agrees(b) == b.agrees(a) == (one == other)
    assert a.beside(b) == b.beside(a)
    assert a.agrees(a)


# --- denials and opposites


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz could not see the collision clearly.", "Ana Ruiz saw the collision from her balcony in Orlo."),
        ("Berg denied that he had poisoned the well of Orlo.", "Berg poisoned the well of Orlo on Monday."),
        ("It is not true that Berg was jealous of Ruiz.", "Berg was jealous of Ruiz, the mayor said."),
    ],
)
def test_a_denial_reaches_what_it_is_about(one: str, other: str) -> None:
    assert ReasonType.negation in [reason for reason, _ in reasons(one, other)]


def test_a_denial_of_knowing_denies_nothing() -> None:
    assert not rows("It is not clear how Berg poisoned the well.", "Berg poisoned the well of Orlo on Monday.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council of Orlo strengthens its dykes.", "The council of Orlo is weakening its dykes."),
        ("The critics praised the new theatre of Orlo.", "The critics condemned the new theatre of Orlo."),
    ],
)
def test_opposites_are_known_in_all_their_forms(one: str, other: str) -> None:
    assert ReasonType.antonym in [reason for reason, _ in reasons(one, other)]


# --- names


NAMES = (
    "The theft was reported to Inspector {} of the harbour police of Orlo.",
    "Reported to {}, the theft shook Orlo.",
)


def test_a_name_stands_for_another_where_a_word_close_to_both_is_the_same() -> None:
    one = "The theft was reported to Inspector Anna Ruiz of the harbour police of Orlo."
    found = reasons(one, "The theft was reported quickly to Tom Berg of the harbour in Orlo.")
    assert [reason for reason, text in found if "Anna Ruiz" in text and "Berg" in text]


def test_names_that_one_article_tells_apart_are_two() -> None:
    one = "Inspector Tom Berg spoke first. The theft was reported to Inspector Anna Ruiz of the harbour of Orlo."
    other = "The theft was reported quickly to Tom Berg of the harbour in Orlo."
    assert not [text for _, text in reasons(one, other) if "another name" in text]


PAIRS = [
    ("Miller of the mill in Orlo died of pneumonia.", "Miller of the mill in Orlo died of a stroke."),
    ("Berg poisoned the well of Orlo.", "Berg never poisoned the well of Orlo."),
    ("The critics praised the theatre of Orlo.", "The critics condemned the theatre of Orlo."),
    ("The theft was reported to Anna Ruiz of Orlo.", "The theft was reported to Tom Berg of Orlo."),
]


@pytest.mark.parametrize("pair", PAIRS)
def test_the_order_of_the_articles_changes_no_reason(pair: tuple[str, str]) -> None:
    found = [sorted((r.value, len(t)) for r, t in reasons(*texts)) for texts in itertools.permutations(pair)]
    assert found[0] == found[1] != []
