"""Amounts in words and figures, and the laws of their agreeing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching.amount import Amount, Bound
from factcheck.matching.lexicon import lexicon
from factcheck.matching.quantities import amounts
from factcheck.matching.tokens import tokens


def read(text: str) -> list[Amount]:
    words = lexicon("en")
    return amounts(tokens(text, words), words)


def only(text: str) -> Amount:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "dimension"),
    [
        ("twenty-six sheep", 26, ""),
        ("26 sheep", 26, ""),
        ("1,250 sheep", 1250, ""),
        ("two hundred and five sheep", 205, ""),
        ("nine thousand sheep", 9000, ""),
        ("a dozen sheep", 12, ""),
        ("two dozen sheep", 24, ""),
        ("3.5 million sheep", 3_500_000, ""),
        ("$2.3m", 2_300_000, "dollars"),
        ("€40 million", 40_000_000, "euros"),
        ("20 per cent of it", 20, "percent"),
        ("20%", 20, "percent"),
        ("a fifth of it", 20, "percent"),
        ("two thirds of it", pytest.approx(66.67, abs=0.01), "percent"),
        ("31 cm", pytest.approx(0.31), "length"),
        ("310 mm", pytest.approx(0.31), "length"),
        ("six miles", pytest.approx(9656.04), "length"),
        ("a magnitude 6.1 quake", 6.1, "magnitude"),
        ("a 6.1-magnitude quake", 6.1, "magnitude"),
        ("the seventh day", 7, "ordinal"),
        ("two million cubic metres", pytest.approx(2e9), "volume"),
    ],
)
def test_a_number_in_words_and_in_figures(text: str, value: float, dimension: str) -> None:
    amount = only(text)
    assert amount.value == value
    assert amount.dimension == dimension


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 17 goats", Bound.least),
        ("more than 60 goats", Bound.least),
        ("up to 60 goats", Bound.most),
        ("nearly 300 goats", Bound.nearly),
        ("about 300 goats", Bound.about),
        ("30 to 40 goats", Bound.between),
        ("between 5 and 10 goats", Bound.between),
        ("dozens of goats", Bound.vague),
        ("17 goats", Bound.exact),
    ],
)
def test_how_exactly_it_is_known(text: str, bound: Bound) -> None:
    assert only(text).bound is bound


@pytest.mark.parametrize("text", ["in 2013", "flight 447", "page 12", "an AK-47", "no figure here"])
def test_what_is_no_amount(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("more than 60 goats", "62 goats"),
        ("at least 17 goats", "17 goats"),
        ("31 cm", "310 mm"),
        ("six miles", "10 km"),
        ("a fifth of it", "20 per cent"),
        ("nine thousand goats", "9,000 goats"),
        ("about 1,200 goats", "1,187 goats"),
        ("13 miles", "13 nautical miles"),
        ("20 per cent", "20.3 per cent"),
    ],
)
def test_amounts_that_agree(one: str, other: str) -> None:
    assert only(one).agrees(only(other))
    assert only(other).agrees(only(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("24 goats", "38 goats"),
        ("at least 24 goats", "11 goats"),
        ("150 metres", "200 metres"),
        ("200 metres", "200 feet"),
        ("235,000 goats", "250,000 goats"),
        ("sentences of six to 75 years", "sentences of seven to 75 years"),
        ("magnitude 6.1", "magnitude 6.2"),
    ],
)
def test_amounts_that_do_not(one: str, other: str) -> None:
    assert not only(one).agrees(only(other))
    assert not only(other).agrees(only(one))


#: 1900 to 2099 without a comma is a year.
numbers = st.integers(min_value=2, max_value=99_999).filter(lambda n: not 1900 <= n < 2100)
phrases = st.builds(
    lambda n, before, unit: f"{before} {n} {unit}".strip(),
    numbers,
    st.sampled_from(["", "at least", "nearly", "about", "up to", "more than"]),
    st.sampled_from(["goats", "km", "miles", "per cent"]),
)


@given(phrases, phrases)
def test_agreeing_has_no_order(one: str, other: str) -> None:
    a, b = read(one)[0], read(other)[0]
    assert a.agrees(b) == b.agrees(a)


@given(phrases)
def test_each_amount_agrees_with_itself(text: str) -> None:
    amount = read(text)[0]
    assert amount.agrees(amount)


@given(numbers)
def test_units_make_no_difference(n: int) -> None:
    assert only(f"{n} km").agrees(only(f"{n * 1000} metres"))
    assert only(f"{n} minutes").agrees(only(f"{n * 60} seconds"))


@given(numbers, numbers)
def test_counts_of_one_thing_agree_only_if_they_are_equal_or_rounded(a: int, b: int) -> None:
    same = only(f"{a} goats").agrees(only(f"{b} goats"))
    assert same or a != b
    if a < 1000 and b < 1000:
        assert same == (a == b)


@pytest.mark.parametrize(
    ("text", "value", "dimension"),
    [
        ("four and a half miles", pytest.approx(7242, abs=1), "length"),
        ("4 and a half million goats", 4_500_000, ""),
        ("half a million goats", 500_000, ""),
        ("half a dozen goats", 6, ""),
        ("half an hour", 1800, "duration"),
        ("74 million pounds", 74_000_000, "sterling"),
        ("74 pounds", pytest.approx(33.6, abs=0.1), "weight"),
        ("two million pounds of grain", pytest.approx(907_184), "weight"),
        ("the eighth day", 8, "ordinal"),
    ],
)
def test_halves_money_and_ranks(text: str, value: float, dimension: str) -> None:
    amount = only(text)
    assert (amount.value, amount.dimension) == (value, dimension)


def test_nine_quarters_of_a_game_are_no_share() -> None:
    assert only("nine quarters of football").dimension == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("$80 million", "$82 million", False),
        ("$80 million", "$80.4 million", True),
        ("about 300 goats", "280 goats", True),
        ("about 307 goats", "280 goats", False),
        ("a dozen goats", "12 goats", True),
    ],
)
def test_as_exact_as_it_is_written(one: str, other: str, same: bool) -> None:
    assert only(one).agrees(only(other)) is same
    assert only(other).agrees(only(one)) is same
