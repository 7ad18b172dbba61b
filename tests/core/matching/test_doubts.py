"""What lowers a clash: figures that are hardly of one thing rank below those that are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching import Source, find
from factcheck.matching.amount import Amount, Bound
from factcheck.matching.corpus import corpus
from factcheck.matching.doubts import distance
from factcheck.matching.events import events
from factcheck.matching.facts import Fact
from factcheck.model import Kind, ReasonType
from factcheck.progress import silent

BASE = (
    "The bridge at Lunde was closed on Monday, the council said.\nThe council sold 40 lamps from the bridge at Lunde.\n"
)


def score(one: str, other: str, more: str = "") -> float:
    """Of the likeliest dispute of two articles that differ in one sentence."""
    texts = (BASE + one, BASE + other + more)
    found = find([Source(f"a{n}", f"v{n}", text) for n, text in enumerate(texts)])
    return max((f.score for f in found if f.kind in (Kind.contradiction, Kind.number_update)), default=0.0)


def test_a_sentence_that_has_both_figures_tells_two_things_apart() -> None:
    plain = score("The crew mended 12 pumps in Lunde.", "The crew mended nine pumps and 30 lamps in Lunde.")
    both = score("The crew mended 12 pumps in Lunde.", "The crew mended nine pumps and 12 lamps in Lunde.")
    assert 0 < both < plain


def test_each_word_that_narrows_a_figure_speaks_against_a_clash() -> None:
    said = ("The crew mended 12 pumps in Lunde.", "The crew mended nine pumps in Lunde")
    none, one, two = (score(said[0], said[1] + more) for more in (".", " so far.", " so far, in all."))
    assert none > one > two > 0


def test_an_article_that_counts_many_things_of_a_kind_is_a_weak_witness() -> None:
    said = ("The crew mended 12 pumps in Lunde.", "The crew mended nine pumps in Lunde.")
    many = "\nThe depot holds 61 pumps.\nA farmer bought 83 pumps.\nThe school has 70 pumps."
    assert score(*said, many) < score(*said)


def fact(value: float, slot: str = "count") -> Fact:
    amount = Amount(value, value, value, Bound.exact, "", 1.0, 0, 1, 0)
    return Fact(0, ReasonType.number, (slot, "pump"), amount, "", (0, 1), frozenset())


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_distance_is_a_share_and_the_same_both_ways(a: float, b: float) -> None:
    assert 0 < distance(fact(a), fact(b)) == distance(fact(b), fact(a)) <= 1


@given(st.floats(1, 1e6), st.floats(1.01, 50), st.floats(0.001, 1000))
def test_distance_does_not_depend_on_the_unit(a: float, times: float, unit: float) -> None:
    left, right = distance(fact(a), fact(a * times)), distance(fact(a * unit), fact(a * times * unit))
    assert left == pytest.approx(right, abs=0.21)  # at a step, rounding may fall to either side


@given(st.floats(1, 1e6), st.floats(1, 20), st.floats(1, 20))
def test_figures_further_apart_are_no_likelier_to_clash(a: float, near: float, more: float) -> None:
    assert distance(fact(a), fact(a * near * more)) <= distance(fact(a), fact(a * near)) + 1e-9


def test_ages_and_ranks_differ_as_they_like() -> None:
    assert distance(fact(3, "age"), fact(90, "age")) == 1.0


# --- events -----------------------------------------------------------------------------------------------------------

SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]


def word(n: int) -> str:
    """Some word that no other number has."""
    return SYLLABLES[n % 65] + SYLLABLES[n // 65 % 65] + SYLLABLES[n * 11 % 65] + "k"


def articles(topics: int) -> list[Source]:
    """Five articles about each of two events of each topic: eight words are the topic's, four the event's, ten new."""
    count = iter(range(100_000))
    made = []
    for topic in range(topics):
        shared = [word(next(count)) for _ in range(8)]
        for event in range(2):
            own = [word(next(count)) for _ in range(4)]
            for number in range(5):
                words = [*shared, *own, *(word(next(count)) for _ in range(10))]
                text = "\n".join("The " + " ".join(words[i : i + 6]) + " stood." for i in range(0, len(words), 6))
                made.append(Source(f"{topic}-{event}-{number}", f"{topic}-{event}-{number}", text))
    return made


@pytest.mark.parametrize("topics", [1, 6])
def test_like_events_are_told_apart_by_themselves_and_among_many_others(topics: int) -> None:
    prepared = corpus(articles(topics), silent)
    found = events(prepared, silent)
    by_name = {(s.article_id.rsplit("-", 1)[0], event) for s, event in zip(prepared.sources, found, strict=True)}
    assert len(by_name) == len(set(found)) == 2 * topics
