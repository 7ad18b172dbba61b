"""Printed dates: what has one meaning is understood, nothing else."""

import pytest

from factcheck.importing import printed_date
from factcheck.model import Precision


@pytest.mark.parametrize(
    ("printed", "iso", "precision"),
    [
        ("2025", "2025", Precision.year),
        ("2025-03", "2025-03", Precision.month),
        ("2025-03-14", "2025-03-14", Precision.day),
        ("2025-03-14T18:20:59.123Z", "2025-03-14T18:20+00:00", Precision.minute),
        ("2025-03-14 18:20", "2025-03-14T18:20", Precision.minute),
        ("2025-03-14T18:20+0200", "2025-03-14T18:20+02:00", Precision.minute),
        ("2025-02-30", "", None),
        ("14.3.2025", "2025-03-14", Precision.day),
        ("14/03/2025", "2025-03-14", Precision.day),
        ("03/14/2025", "2025-03-14", Precision.day),
        ("03/04/2025", "", None),
        ("Fri, 14 Mar 2025 18:20:00 +0200", "2025-03-14T18:20+02:00", Precision.minute),
        ("14 March 2025", "2025-03-14", Precision.day),
        ("March 14, 2025", "2025-03-14", Precision.day),
        ("Friday 14 March 2025, 18:20", "2025-03-14T18:20", Precision.minute),
        ("March 2025", "2025-03", Precision.month),
        ("last Tuesday", "", None),
        ("in 2025 or so", "", None),
    ],
)
def test_understood(printed: str, iso: str, precision: Precision | None) -> None:
    found = printed_date(printed)
    assert found is not None
    assert (found.printed, found.iso, found.precision) == (printed, iso, precision)


def test_in_the_language_of_the_article() -> None:
    found = printed_date("14. März 2025", "de-AT")
    assert found is not None
    assert found.iso == "2025-03-14"


def test_a_language_that_is_none() -> None:
    found = printed_date("14 March 2025", "xx")
    assert found is not None
    assert found.iso == "2025-03-14"


def test_nothing_printed() -> None:
    assert printed_date(" \n") is None
