"""The languages that nobody speaks lengthen and turn texts, and leave alone what a program reads in them."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import i18n, pseudo


def names(text: str) -> list[tuple[str | None, str | None]]:
    return [(name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None]


@given(st.lists(st.integers(1, 30), min_size=1))
def test_each_word_grows_by_two_fifths(lengths: list[int]) -> None:
    text = " ".join("anticonstitutionally"[:length].ljust(length, "x") for length in lengths)
    grown = pseudo.written(pseudo.LONGER, text).strip("[]").split()
    for length, word in zip(lengths, grown, strict=True):
        assert length * 1.4 <= len(word) < length * 1.4 + 1


@pytest.mark.parametrize("code", pseudo.CODES)
def test_names_numbers_and_marked_letters_stay(code: str) -> None:
    said = pseudo.written(code, "&Open {name:,} of %n &amp; <b>more</b>")
    assert names(said) == [("name", ",")]
    assert "d MMMM yyyy, hh:mm" in pseudo.written(code, "d MMMM yyyy, hh:mm")
    for kept in ("&O", "%n", "&amp;", "<b>", "</b>"):
        assert kept in said


def test_languages_that_are_spoken_are_left_alone() -> None:
    assert pseudo.written("en", "Open") == pseudo.written("de", "Open") == "Open"


def test_the_catalogue_speaks_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(i18n.VARIABLE, "")
    i18n.speak("pseudo")
    assert i18n.sentence("kind.contradiction") == "[CCôññtráádîîçtîîôññ]"


def test_what_is_under_way_is_told_in_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(i18n.VARIABLE, "pseudo")
    assert i18n.said("progress", "working") == "[WWôrrkîññg…]"
    assert i18n.said("progress", "a name that is not ours") == "a name that is not ours"
