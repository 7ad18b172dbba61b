"""What a value or a denial is of: the act beside it, and whether it is told as what is."""

import pytest

from factcheck.matching import Source
from factcheck.matching.acts import Act, Form, act
from factcheck.matching.corpus import corpus
from factcheck.progress import silent


def act_of(text: str, words: str) -> Act:
    (wording,) = corpus([Source("a", "v", text)], silent).wordings
    start = wording.text.index(words)
    return act(wording, (start, start + len(words)))


def heads(text: str, words: str) -> set[str]:
    """The heads of an act, a family of synonyms by its first word."""
    return {head.removeprefix("=") for head in act_of(text, words).heads}


def test_the_verb_before_a_date_is_its_act() -> None:
    assert heads("Marlow was arrested in Orlo on Friday.", "Friday") == {"arrest"}


def test_a_date_that_opens_the_sentence_belongs_to_the_verb_behind() -> None:
    assert "arrest" in heads("Friday police arrested Marlow in Orlo.", "Friday")


def test_a_noun_beside_a_date_is_an_act_too() -> None:
    assert "parad" in heads("He was convicted over the June 20 parade.", "June 20")
    assert "parad" in heads("Guests of the parade on Friday were heard.", "Friday")


def test_who_reports_is_no_act() -> None:
    assert not act_of("Marlow said on Friday.", "Friday").heads & {"said", "say"}


@pytest.mark.parametrize("unreal", ["may have escaped", "would have escaped", "wanted to have escaped"])
def test_what_may_be_is_not_asserted(unreal: str) -> None:
    assert not act_of(f"The prisoner {unreal} by car.", "escaped").asserted


def test_a_question_asserts_nothing() -> None:
    assert not act_of("Had the prisoner escaped by car?", "escaped").asserted
    assert act_of("The prisoner escaped by car.", "escaped").asserted


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Police issued a release at noon.", Form.noun),
        ("Police will release the men at noon.", Form.verb),
        ("Early release helps.", Form.unknown),
    ],
)
def test_a_word_is_told_as_noun_or_verb_by_the_words_beside_it(text: str, form: Form) -> None:
    assert act_of(text, "release").form is form


def test_an_act_ends_with_its_clause() -> None:
    told = act_of("The bridge fell in May: Brandt resigned.", "May")
    assert "resign" not in {stem.removeprefix("=") for stem in told.heads}
