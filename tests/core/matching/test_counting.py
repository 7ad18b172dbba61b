"""What amounts count: the noun, the state, and whose age it is."""

import pytest

from factcheck.matching.corpus import corpus
from factcheck.matching.extract import facts
from factcheck.matching.facts import Fact
from factcheck.matching.statements import Source
from factcheck.progress import silent


def read(text: str) -> list[Fact]:
    return facts(corpus([Source("a", "v", text)], silent), lambda _number: None)


def counted(text: str) -> dict[tuple[str, ...], str]:
    return {fact.slot: fact.shown for fact in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Five people had so far been confirmed dead after the flood.",
        "The flood killed five people.",
        "At least two walkers died, and five people were later found dead.",
        "Only five of the walkers survived.",
    ],
)
def test_a_state_is_found_through_small_words(text: str) -> None:
    slots = [slot for slot, shown in counted(text).items() if "five" in shown]
    assert any(slot[0] == "state" for slot in slots)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("They fixed 12 motors.", ("count", "motor")),
        ("They counted 12 Lundians.", ("count", "person")),
        ("They found 12 AK-47s.", None),
        ("They ran 86 passing yards.", ("count", "yard")),
        ("They trained 12 officials.", ("count", "person")),
    ],
)
def test_who_is_a_person(text: str, slot: tuple[str, ...] | None) -> None:
    counts = [s for s in counted(text) if s[0] == "count"]
    assert slot in counts if slot else ("count", "person") not in counts


def test_a_noun_is_shared_by_two_numbers() -> None:
    found = {f.shown.split()[0]: f.slot for f in read("The act covers 1,247 animal and 747 plant species.")}
    assert found["1,247"] == found["747"]


def test_rounds_that_hit_are_counted_whoever_reports() -> None:
    found = counted("Rill, 16, was shot eleven times after police said he ran.")
    assert found["count", "shot"] == "eleven times"


def test_an_age_of_somebody_who_is_only_described() -> None:
    assert counted("He took an 11-year-old girl to the barn.")["years", "girl"] == "11 years old"
    assert ("years", "rule") not in counted("They ended a 35-year-old rule.")


@pytest.mark.parametrize("text", ["It was the seventh straight day of rain.", "It was the seventh day of rain."])
def test_which_in_a_row(text: str) -> None:
    assert ("ordinal", "day") in counted(text)
