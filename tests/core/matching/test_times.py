"""Days and times of day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching.lexicon import lexicon
from factcheck.matching.moments import Clock, Day
from factcheck.matching.times import publication_date, times

PUBLISHED = date(2024, 5, 16)  # a Thursday


def day(text: str, published: date | None = PUBLISHED) -> Day:
    found = [w.day for w in times(text, lexicon(), published) if w.day and not w.of_report]
    assert len(found) == 1, found
    return found[0]


def clock(text: str) -> Clock:
    found = [w.clock for w in times(text, lexicon()) if w.clock]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burnt on Tuesday.", Day(2024, 5, 14, 1)),
        ("It burnt yesterday.", Day(2024, 5, 15, 2)),
        ("It burnt on May 14, 2024.", Day(2024, 5, 14, 1)),
        ("It burnt on 14 May.", Day(None, 5, 14)),
        ("It burnt in June.", Day(None, 6)),
        ("It burnt in June 1999.", Day(1999, 6)),
        ("It burnt in 1999.", Day(1999)),
    ],
)
def test_a_day_as_far_as_it_is_known(text: str, expected: Day) -> None:
    assert day(text) == expected


def test_the_day_of_the_report_is_left_out() -> None:
    assert [w.of_report for w in times("The barn burnt, the mayor said on Tuesday.", lexicon())] == [True]
    assert [w.of_report for w in times("The fire was first reported on Tuesday.", lexicon())] == [False]


def test_may_and_march_are_verbs_too() -> None:
    assert times("They may march on the town.", lexicon()) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("on Tuesday", "on 14 May", True),
        ("yesterday", "on Wednesday", True),
        ("on Tuesday", "on Monday", False),
        ("on 14 May", "on 15 May", False),
    ],
)
def test_days_are_held_against_each_other(one: str, other: str, same: bool) -> None:
    assert day(one).comparable(day(other))
    assert day(one).agrees(day(other)) is same


def test_a_year_is_no_answer_to_a_day() -> None:
    assert not day("in 1999").comparable(day("on Tuesday"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("at 7:37 a.m.", "at 7.40 a.m.", True),
        ("at 0737 GMT", "at 3:37 a.m. EDT", True),
        ("at 0737 GMT", "at 7:37 am local time", False),
        ("at 8 p.m.", "at 8:30 p.m.", False),
        ("in the afternoon", "at 4 p.m.", True),
        ("in the afternoon", "at 7:37 a.m.", False),
    ],
)
def test_times_of_day(one: str, other: str, same: bool) -> None:
    a, b = clock(one), clock(other)
    assert a.comparable(b)
    assert a.agrees(b) is same
    assert b.agrees(a) is same


def test_a_zone_on_one_side_only_leaves_it_open() -> None:
    assert not clock("at 0737 GMT").comparable(clock("at 4 p.m."))


def test_the_date_of_an_article_is_given_or_estimated() -> None:
    assert publication_date("2024-05-16T10:00", "", lexicon()) == PUBLISHED
    assert publication_date("", "Barn burns\nMay 16, 2024\nA barn burnt.", lexicon()) == PUBLISHED
    assert publication_date("", "A barn burnt.", lexicon()) is None
    assert publication_date("nonsense", "A barn burnt.", lexicon()) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burnt last year.", Day(2023)),
        ("It burnt three years ago.", Day(2021)),
        ("It burnt a year ago.", Day(2023)),
        ("It will burn next month.", Day(2024, 6)),
        ("It burnt last April.", Day(2024, 4)),
        ("It burnt last June.", Day(2023, 6)),
        ("It will burn next March.", Day(2025, 3)),
    ],
)
def test_what_is_said_from_the_day_of_the_article(text: str, expected: Day) -> None:
    assert day(text) == expected


def test_last_week_is_any_of_its_days() -> None:
    assert day("It burnt last week.").agrees(day("It burnt on May 7, 2024."))
    assert not day("It burnt last week.").agrees(day("It burnt on April 7, 2024."))
    assert not day("It burnt two weeks ago.").agrees(day("It burnt yesterday."))
    assert day("It burnt two months ago.").agrees(day("It burnt in March 2024."))


def test_a_guess_is_good_enough_for_months_and_a_year_for_years() -> None:
    guessed = [w.day for w in times("It burnt yesterday, not last month.", lexicon(), None, PUBLISHED)]
    assert guessed == [None, Day(2024, 4)]
    by_year = [w.day for w in times("It burnt last year, not last month.", lexicon(), None, None, 2024)]
    assert by_year == [Day(2023), None]


days = st.builds(
    lambda text: day(f"It burnt {text}."),
    st.sampled_from(
        ["yesterday", "on Monday", "last week", "last month", "last year", "two weeks ago", "four months ago",
         "on 3 May", "in May 2024", "in 2023", "on March 9, 2022", "last April"]
    ),
)  # fmt: skip


@given(days, days)
def test_days_agree_in_either_order_and_with_themselves(one: Day, other: Day) -> None:
    assert one.agrees(one)
    assert one.agrees(other) == other.agrees(one)
    assert one.comparable(other) == other.comparable(one)


def test_a_date_that_the_article_looks_back_at_is_not_its_own() -> None:
    text = "On May 16, 1974, a barn burnt in Lunde.\nIn 2006 the keeper confessed."
    assert publication_date("", text, lexicon()) is None
    assert publication_date("", text.replace("2006", "1977"), lexicon()) == date(1974, 5, 16)
