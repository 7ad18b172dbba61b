"""Values of two articles held against each other, from their sentences to the findings."""

import pytest

from factcheck.matching import Source, find
from factcheck.model import Finding, Kind


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
