"""Dates in words."""

from datetime import date

import pytest

from factcheck import dates
from factcheck.i18n import Catalogue
from factcheck.model import PrintedDate

SAY = Catalogue()


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026", "2026"),
        ("2026-03", "March 2026"),
        ("2026-03-09", "9 March 2026"),
        ("2026-03-09T14:05", "9 March 2026, 14:05"),
        ("2026-03-09T14:05:30+02:00", "9 March 2026, 14:05 UTC+02:00"),
        ("2026-03-09T14:05:00Z", "9 March 2026, 14:05 UTC"),
    ],
)
def test_a_date_is_printed_as_precisely_as_it_is_known(iso: str, words: str) -> None:
    assert dates.printed(PrintedDate("as printed", iso), SAY) == words


@pytest.mark.parametrize("iso", ["", "2026-13", "2026-02-30", "last week"])
def test_what_was_not_understood_is_printed_as_it_was(iso: str) -> None:
    assert dates.printed(PrintedDate("9/3/26", iso), SAY) == "9/3/26"


def test_no_date_is_no_words() -> None:
    assert dates.printed(None, SAY) == ""
    assert dates.day(0, SAY) == ""
    assert dates.period(0, 0, SAY) == ""


@pytest.mark.parametrize("text", ["2026-03-12", " 12 March 2026", "12 Mar 2026", "12.3.2026"])
def test_a_typed_day_is_past_the_day_after(text: str) -> None:
    assert dates.typed_day(text) == date(2026, 3, 12)
    assert dates.is_past(text, date(2026, 3, 13))
    assert not dates.is_past(text, date(2026, 3, 12))


@pytest.mark.parametrize("text", ["", "soon", "3/4/2026", "2026-02-30"])
def test_what_is_not_clearly_a_day_is_never_past(text: str) -> None:
    assert not dates.is_past(text, date(2099, 1, 1))
