"""Values of two articles held against each other, from their sentences to the findings."""

import pytest

from factcheck.matching import Source, find
from factcheck.model import Finding, Kind, ReasonType


def disputes(*texts: str, dates: tuple[str, ...] = ()) -> list[Finding]:
    published = [*dates, *[""] * len(texts)]
    sources = [Source(f"a{i}", f"v{i}", text, published=published[i]) for i, text in enumerate(texts)]
    return [f for f in find(sources) if f.kind is not Kind.agreement and f.kind is not Kind.repeat]


def values(*texts: str, dates: tuple[str, ...] = ()) -> list[set[str]]:
    return [{p.value for p in f.positions} for f in disputes(*texts, dates=dates)]


HEAD = "Barn raid in Lunde\nThe raid on the Lunde barn angered the whole valley.\n"


def told(sentence: str) -> str:
    return HEAD + sentence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "More than 450 children were apprehended by welfare officers at the Lunde barn.",
            "Welfare officers removed 439 children from the Lunde barn.",
        ),
        (
            "It was the third raid on the Lunde barn since spring.",
            "There have been five raids on the Lunde barn since spring.",
        ),
        (
            "The Lunde barn was raided twice by the welfare officers.",
            "The Lunde barn was raided four times by the welfare officers.",
        ),
        (
            "A trio of officers raided the Lunde barn at dawn.",
            "Five officers raided the Lunde barn at dawn.",
        ),
    ],
)
def test_counts_meet_whatever_words_were_chosen(one: str, other: str) -> None:
    assert disputes(told(one), told(other))
    assert disputes(told(other), told(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A dozen officers raided the Lunde barn.", "Twelve officers raided the Lunde barn."),
        ("It was the third raid on the Lunde barn.", "There were three raids on the Lunde barn."),
        ("Several officers raided the Lunde barn.", "Five officers raided the Lunde barn."),
        ("Both officers left the Lunde barn.", "The two officers left the Lunde barn."),
    ],
)
def test_one_count_in_other_words_is_no_dispute(one: str, other: str) -> None:
    assert not disputes(told(one), told(other))


def test_who_gives_both_values_stands_against_neither() -> None:
    both = "Keeper Anna Rill paid $80 million for the Lunde barn and $25 million for its fields."
    one = "Keeper Anna Rill paid $25 million for the fields of the Lunde barn."
    against = "Keeper Anna Rill paid $30 million for the fields of the Lunde barn."
    assert max((f.score for f in disputes(told(both), told(one))), default=0.0) < max(
        f.score for f in disputes(told(against), told(one))
    )


def test_people_grow_older() -> None:
    texts = told("Rill, 54, was sent to prison."), told("Rill, 55, was sent to prison.")
    assert values(*texts) == [{"54 years old", "55 years old"}]
    assert not values(*texts, dates=("2010-06-12", "2011-08-10"))
    assert values(*texts, dates=("2011-08-10", "2010-06-12")) == [{"54 years old", "55 years old"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The keeper Rill shot the old dog the next day.", "The keeper Rill shot the old dog later that day."),
        ("The keeper Rill married two weeks before the raid.", "The keeper Rill married three weeks before the raid."),
        ("A day earlier the keeper Rill shot the dog.", "Four days earlier the keeper Rill shot the dog."),
    ],
)
def test_the_course_of_a_story_is_compared_without_a_date(one: str, other: str) -> None:
    found = [f for f in disputes(told(one), told(other)) if f.reasons[0].type is ReasonType.date]
    assert found
    assert found[0].reasons[0].text.startswith("Different times from what went before: ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The keeper Rill shot the dog the next day.", "The keeper Rill shot the dog a day later."),
        ("The keeper Rill shot the dog the previous day.", "The keeper Rill shot the dog one day earlier."),
        ("The keeper Rill shot the dog the same night.", "The keeper Rill shot the dog three hours later."),
    ],
)
def test_one_step_of_a_story_in_other_words(one: str, other: str) -> None:
    assert not disputes(told(one), told(other))


def test_a_day_that_is_counted_from_the_one_before() -> None:
    story = "The barn burnt on 2 July 2019. The keeper Rill shot the dog the next day."
    other = "The keeper Rill shot the dog on 5 July 2019."
    assert {"the next day (3 July)", "5 July 2019"} in values(told(story), told(other))


def test_a_year_answers_a_date_that_has_its_own() -> None:
    one, other = "The keeper Rill confessed in May 2005.", "The keeper Rill confessed in 2006."
    assert values(told(one), told(other)) == [{"May 2005", "2006"}]
    assert not disputes(told(one), told("The keeper Rill confessed in 2005."))


def test_an_article_without_a_date_gets_about_that_of_its_event() -> None:
    dated = told("The keeper Rill bought the old dog in May 2011.")
    undated = told("The keeper Rill bought the old dog last month.")
    assert values(dated, undated, dates=("2011-08-02", "")) == [{"May 2011", "last month"}]
    assert not values(dated, undated, dates=("2011-06-02", ""))


def test_the_latest_year_that_articles_name_is_theirs() -> None:
    named = "The barn was sold in 2011."
    first = told(f"{named} The keeper Rill bought the old dog in 2007.")
    second = told(f"{named} The keeper Rill bought the old dog three years ago.")
    assert values(first, second) == [{"2007", "three years ago"}]
