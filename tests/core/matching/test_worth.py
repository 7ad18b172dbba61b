"""What is worth checking in a text, and what nobody can check."""

import pytest

from factcheck.matching import Worth, worthy
from factcheck.progress import Cancelled


def kinds(text: str, language: str = "en") -> set[str]:
    return {kind.value for one in worthy(text, language) for kind in one.kinds}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall cost 3.2 million euros to mend.", {"number"}),
        ("Dozens of barges lay at the quay.", {"number"}),
        ("The gate was shut on 4 May 2031.", {"date"}),
        ("The gate was shut yesterday.", {"date"}),
        ("More families live there than anywhere on the coast.", {"comparison"}),
        ("It is the deadliest flood in the valley.", {"comparison"}),
        ("The levels rose overnight.", {"comparison"}),
        ("The harbour was visited by Mr Orlo Tander.", {"person"}),
        ("The warden called it “a crack that nobody could see”.", {"quotation"}),
        ("I think the harbour is badly run.", {"opinion"}),
        ("The council should shut the gate.", {"opinion"}),
        ("The gate will be shut.", {"prediction"}),
        ("We’ll shut the gate.", {"prediction"}),
        ("The harbour lies to the north.", set()),
        ("One of the wardens saw it.", set()),
        ("He called it a “crack” in the wall.", set()),
        ("He was rather tired.", set()),
    ],
)
def test_a_statement_is_worth_checking_for_what_it_says(text: str, expected: set[str]) -> None:
    assert kinds(text) == expected


def test_one_statement_can_be_worth_it_for_several_reasons_and_they_keep_their_order() -> None:
    (one,) = worthy("On 4 May 2031 the quay held 40 barges, more than in any other spring.")
    assert one.kinds == (Worth.number, Worth.date, Worth.comparison)


def test_each_statement_has_its_place_and_one_said_twice_has_both() -> None:
    text = "The harbour lies north.\n\nSeven barges sank 👩‍👧. The quay is dry.\n\nSeven barges sank 👩‍👧."
    assert [one.span.of(text) for one in worthy(text)] == ["Seven barges sank 👩‍👧."] * 2
    assert worthy(text)[0].span.start == text.index("Seven")


def test_a_title_in_capitals_names_nobody() -> None:
    assert kinds("Harbour Wall Breaks While Mr Tander Sleeps Near Gate") == set()


def test_other_languages_are_read_for_what_needs_no_words() -> None:
    assert "number" in kinds("قُتل 24 شخصا في المدينة.", "ar")
    assert "number" in kinds("Am Kai lagen 40 Schiffe.", "de")


def test_reading_can_be_broken_off() -> None:
    def stop(_what: str, _done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        worthy("Seven barges sank. " * 400, progress=stop)
