"""Clashes that are no figures: one of a kind, a name for another, a denial, an opposite."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching import Source, find
from factcheck.matching.facts import Named, Sort, Title
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


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        (
            "“We know of the leak,” mill manager A.J. Butler said in Orlo.",
            "“We know of the leak,” the manager of the mill, A.J. Smith, said in Orlo.",
            "Different names of one manager: A.J. Butler (Paper 0) against A.J. Smith (Paper 1).",
        ),
        (
            "His grandson Tom Berg confirmed the sale of the mill.",
            "The sale of the mill was confirmed by Nils Berg, a grandson.",
            "Different names of one grandson: Tom Berg (Paper 0) against Nils Berg (Paper 1).",
        ),
        (
            "Ruiz was deputy director of the mill in Orlo.",
            "Anna Ruiz, 51, the director of the mill in Orlo, resigned.",
            "Different titles of Anna Ruiz: director (Paper 1) against deputy director (Paper 0).",
        ),
        (
            "Dave Berg, research and sales director at the mill, called it new.",
            "It is new, said Dave Berg, research and sales manager for the mill.",
            "Different titles of Dave Berg: sales director (Paper 0) against sales manager (Paper 1).",
        ),
        (
            "The trial was led by federal judge Barbara Walther in Orlo.",
            "The trial in Orlo was led by state judge Barbara Walther.",
            "Different titles of Barbara Walther: state judge (Paper 1) against federal judge (Paper 0).",
        ),
    ],
)
def test_people_have_one_name_and_one_rank(one: str, other: str, text: str) -> None:
    assert text in [said for _, said in reasons(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mill manager A.J. Smith spoke in Orlo.", "The manager of the mill, AJ Smith, spoke in Orlo."),
        ("Inspector Thomas Berg led the search in Orlo.", "The search in Orlo was led by Inspector Tom Berg."),
        ("The lawyer Jerry Ortis spoke in Orlo.", "In Orlo the lawyer Jerry Ortiz spoke."),
        ("Berg, the former director of the mill, spoke.", "Berg was deputy director of the mill in Orlo."),
        ("Anna Ruiz, the director of the mill, spoke.", "Anna Ruiz, a mother of two, spoke at the mill."),
    ],
)
def test_spellings_and_other_titles_of_a_person_agree(one: str, other: str) -> None:
    assert not [text for _, text in reasons(one, other) if text.startswith(("Different names", "Different titles"))]


def test_a_name_and_its_short_form_are_one() -> None:
    one = "Miller died on Monday at his home in Cold Harbour, Calif."
    assert "another name" not in str(reasons(one, "Miller died at his home in Cold Harbour, California, on Monday."))


GIVEN = st.frozensets(st.sampled_from(["tom", "thomas", "t", "anna", "aj", "jan"]), min_size=1)
PEOPLE = st.builds(Named, GIVEN, st.sampled_from(["berg", "bergh", "ruiz"]))


@given(PEOPLE, PEOPLE)
def test_people_agree_both_ways_and_with_themselves(one: Named, other: Named) -> None:
    assert one.agrees(other) == other.agrees(one)
    assert one.agrees(one)


RANKS = st.frozensets(st.sampled_from(["deputy", "acting"]))
LEVELS = st.frozensets(st.sampled_from(["state", "federal"]))
TITLES = st.builds(Title, st.sampled_from(["judge", "director"]), RANKS, LEVELS, st.sampled_from(["", "sales"]))


@given(TITLES, TITLES)
def test_titles_agree_both_ways_and_with_themselves(one: Title, other: Title) -> None:
    assert one.agrees(other) == other.agrees(one)
    assert one.agrees(one)


PAIRS = [
    ("His grandson Tom Berg sold the mill.", "Nils Berg, a grandson, sold the mill."),
    ("Miller of the mill in Orlo died of pneumonia.", "Miller of the mill in Orlo died of a stroke."),
    ("Berg poisoned the well of Orlo.", "Berg never poisoned the well of Orlo."),
    ("The critics praised the theatre of Orlo.", "The critics condemned the theatre of Orlo."),
    ("The theft was reported to Anna Ruiz of Orlo.", "The theft was reported to Tom Berg of Orlo."),
]


@pytest.mark.parametrize("pair", PAIRS)
def test_the_order_of_the_articles_changes_no_reason(pair: tuple[str, str]) -> None:
    found = [sorted((r.value, len(t)) for r, t in reasons(*texts)) for texts in itertools.permutations(pair)]
    assert found[0] == found[1] != []
