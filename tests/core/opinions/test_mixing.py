"""How far an opinion may move a finding, and that it says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Finding, Opinion
from factcheck.opinions import weighed
from tests.core.opinions.making import finding

SCORES = st.floats(0, 1)
CHANCES = st.floats(0, 1)


def found(*scores: float) -> list[Finding]:
    return [finding(str(n), f"one {n}", f"two {n}", score) for n, score in enumerate(scores)]


def odds(score: float) -> float:
    return score / (1 - score)


def test_without_opinions_all_is_as_it_was() -> None:
    plain = found(0.2, 0.9, 0.5)
    assert weighed(plain, {}, {}) == plain


def test_the_formula_is_the_documented_one() -> None:
    (moved,) = weighed(found(0.4), {}, {"0": Opinion(0.8)})
    assert odds(moved.score) == pytest.approx(odds(0.4) * 2, rel=0.001)  # the square root of 0.8 : 0.2
    assert moved.opinion == "Second opinion: 0.80 (judge). The score went from 0.40 to 0.57."


def test_a_model_is_taken_against_its_own_median() -> None:
    alarmed = {str(n): Opinion(0.9) for n in range(3)}
    assert [f.score for f in weighed(found(0.3, 0.2, 0.1), alarmed, {})] == [0.3, 0.2, 0.1]
    one_apart = {**alarmed, "2": Opinion(0.99)}
    moved = {f.id: f.score for f in weighed(found(0.3, 0.2, 0.1), one_apart, {})}
    assert moved["0"] == 0.3
    assert moved["2"] > 0.2


def test_what_moves_up_stands_higher_and_what_nobody_was_asked_about_stays() -> None:
    moved = weighed(found(0.5, 0.4, 0.6), {}, {"1": Opinion(0.95), "2": Opinion(0.05)})
    assert [f.id for f in moved] == ["1", "0", "2"]
    assert [bool(f.opinion) for f in moved] == [True, False, True]


def test_both_have_their_say() -> None:
    because = Opinion(0.95, "One says it fell, the other that it stands.")
    (moved,) = weighed(found(0.5), {"0": Opinion(0.7)}, {"0": because})
    assert moved.opinion == (
        "Second opinion: 0.70 (model); 0.95 (judge: “One says it fell, the other that it stands.”). "
        "The score went from 0.50 to 0.80."
    )


@given(SCORES, CHANCES)
def test_a_score_stays_a_score_and_its_odds_move_four_times_at_most(score: float, chance: float) -> None:
    (moved,) = weighed(found(score), {}, {"0": Opinion(chance)})
    assert 0 <= moved.score <= 1
    if 0.01 < score < 0.99:
        assert 0.24 < odds(moved.score) / odds(score) < 4.1


@given(st.floats(0.01, 0.99), CHANCES, CHANCES)
def test_who_finds_it_likelier_ranks_it_higher(score: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    moved = {f.id: f.score for f in weighed(found(score, score), {}, {"0": Opinion(low), "1": Opinion(high)})}
    assert moved["0"] <= moved["1"]
