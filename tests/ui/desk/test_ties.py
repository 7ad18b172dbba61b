"""Places that belong together in two texts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.ui.ties import carried, chain, nearest

ties = st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99)), max_size=12)


def test_the_longest_chain_leaves_out_what_would_turn_back() -> None:
    assert chain([(10, 80), (20, 10), (30, 20), (40, 5), (50, 60)]) == [(20, 10), (30, 20), (50, 60)]
    assert chain([]) == []


def test_between_two_ties_the_second_text_goes_on_in_proportion() -> None:
    found = [(20, 10), (40, 90)]
    assert carried(found, (100, 100), 20) == 10
    assert carried(found, (100, 100), 30) == 50
    assert carried(found, (100, 100), 10) == 5
    assert carried(found, (100, 100), 100) == 100
    assert carried([], (100, 50), 50) == 25
    assert carried([], (0, 50), 0) == 0


def test_a_passage_is_reached_when_it_begins() -> None:
    found = [(20, 70), (40, 5), (40, 3)]
    assert nearest(found, 10) is None
    assert nearest(found, 39) == 70
    assert nearest(found, 41) == 3


@given(ties)
def test_a_chain_rises_in_both_texts(given_ties: list[tuple[int, int]]) -> None:
    found = chain(given_ties)
    assert set(found) <= set(given_ties)
    assert bool(found) is bool(given_ties)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))


@given(ties, st.lists(st.integers(0, 100), min_size=2, max_size=8))
def test_who_reads_on_is_never_led_back(given_ties: list[tuple[int, int]], offsets: list[int]) -> None:
    found = chain(given_ties)
    there = [carried(found, (100, 100), offset) for offset in sorted(offsets)]
    assert there == sorted(there)
    assert all(carried(found, (100, 100), here) == other for here, other in found)
