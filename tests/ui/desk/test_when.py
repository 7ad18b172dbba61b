"""Dates that a line never ends within."""

from factcheck.i18n import Catalogue
from factcheck.model import PrintedDate
from factcheck.ui.views.when import printed, unbroken, when


def test_a_time_has_no_place_where_a_line_may_end() -> None:
    assert " " not in when(1_900_000_000)


def test_a_date_that_was_understood_holds_together() -> None:
    date = PrintedDate("Tuesday, 4 June", "2030-06-04T06:00+02:00")
    assert printed(date, Catalogue("en")) == unbroken("4 June 2030, 06:00")


def test_a_date_that_was_not_understood_wraps_as_it_was_printed() -> None:
    assert printed(PrintedDate("the week after the flood", ""), Catalogue("en")) == "the week after the flood"
    assert printed(None, Catalogue("en")) == ""
