"""What names are names of, by how the articles use them; and that no name is swapped for one of another type."""

from factcheck.matching import Source, find
from factcheck.matching.corpus import Corpus, corpus
from factcheck.matching.lexicon import lexicon
from factcheck.matching.name_types import NameType, NameTypes, is_headline
from factcheck.matching.tokens import tokens
from factcheck.progress import silent


def prepared(*texts: str) -> Corpus:
    return corpus([Source(str(n), "v", text) for n, text in enumerate(texts)], silent)


def types(*texts: str) -> NameTypes:
    return NameTypes(prepared(*texts), lambda _: None)


def test_cues_beside_a_name_tell_its_type() -> None:
    found = types(
        "Mr Brandt left early.",
        "A crane fell in Orlo.",
        "The report by the TVN was late.",
        "The owner, Lena Voss, 43, was calm.",
    )
    assert found.of("brandt") is NameType.person
    assert found.of("orlo") is NameType.place
    assert found.of("tvn") is NameType.body
    assert found.of("voss") is NameType.person
    assert found.of("nobody") is None


def test_a_person_is_no_other_answer_to_a_place() -> None:
    found = types("Mr Brandt left early.", "A crane fell in Orlo.", "A mast fell in Lunde.")
    assert not found.may_swap(["brandt"], ["orlo"])
    assert found.may_swap(["orlo"], ["lunde"])


def test_a_place_does_not_contradict_the_one_that_it_lies_in() -> None:
    found = types("The crane fell in Orlo, Lundia.", "The mast fell in Brem in Lundia.")
    assert not found.may_swap(["orlo"], ["lundia"])
    assert not found.may_swap(["lundia"], ["brem"])
    assert found.may_swap(["orlo"], ["brem"])


def test_a_line_in_capitals_is_a_headline() -> None:
    def headline(text: str) -> bool:
        return is_headline(tokens(text, lexicon()))

    assert headline("Harbour Crane Falls After Storm Hits Coast")
    assert not headline("The harbour crane in Orlo fell after the storm hit the coast")
    assert not headline("Mr Brandt left")


def test_capitals_of_a_headline_are_not_held_against_a_name() -> None:
    body = "The harbour crane collapsed near the old Orlo pier during heavy storm winds."
    title = "Harbour Crane Collapsed Near Old Fishing Pier During Heavy Storm Winds"
    found = find([Source("a", "v", body), Source("b", "v", title)])
    assert not any(reason.type.value in ("name", "place") for finding in found for reason in finding.reasons)
