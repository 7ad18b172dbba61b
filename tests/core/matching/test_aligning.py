"""Two sentences word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching.aligning import WordPair, aligned


def differing(left: str, right: str) -> list[tuple[str, str]]:
    return [(pair.left, pair.right) for pair in aligned(left, right) if not pair.same]


def test_words_that_differ_stand_beside_each_other() -> None:
    assert differing("At least 24 people were killed.", "At least 38 people were hurt.") == [
        ("24", "38"),
        ("killed.", "hurt."),
    ]


def test_a_word_without_a_counterpart_stands_beside_nothing() -> None:
    assert differing("No sirens sounded", "Sirens sounded early") == [("No", ""), ("", "early")]


def test_case_and_punctuation_make_no_difference_but_figures_do() -> None:
    assert differing("“The dam,” she said, held 3,500 tons", "the dam, she SAID held 3,800 tons.") == [
        ("3,500", "3,800")
    ]


def test_arabic_is_aligned_in_reading_order() -> None:
    found = aligned("قتل ثلاثة جنود في الهجوم", "قتل خمسة جنود في الهجوم")
    assert [pair.same for pair in found] == [True, False, True, True, True]
    assert found[1] == WordPair("ثلاثة", "خمسة", False)


def test_scripts_without_spaces_are_aligned_by_letter() -> None:
    assert differing("死者三人", "死者五人") == [("三", "五")]


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", "one two"), ("one two", "")])
def test_nothing_is_aligned_with_anything(left: str, right: str) -> None:
    found = aligned(left, right)
    assert [p.left for p in found if p.left] == left.split()
    assert [p.right for p in found if p.right] == right.split()


_sentences = st.lists(st.sampled_from(["the", "dam", "broke", "24", "38", "–", "No,", "قتل"]), max_size=12).map(
    " ".join
)


@given(_sentences, _sentences)
def test_no_word_is_lost_and_swapping_sides_keeps_as_many_alike(left: str, right: str) -> None:
    found, other = aligned(left, right), aligned(right, left)
    assert [p.left for p in found if p.left] == left.split()
    assert [p.right for p in found if p.right] == right.split()
    assert sum(p.same for p in found) == sum(p.same for p in other)


@given(_sentences)
def test_a_sentence_is_the_same_as_itself(sentence: str) -> None:
    assert all(pair.same for pair in aligned(sentence, sentence))
