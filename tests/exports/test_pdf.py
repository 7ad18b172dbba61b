"""The PDF as other programs read it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.reporting import Report, write_report


@pytest.fixture(scope="module")
def file(report: Report, out: Path) -> Path:
    target = out / "report.pdf"
    write_report(report, target)
    return target


def test_qpdf_finds_nothing_wrong(file: Path, run: Callable[..., str]) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", file)


def test_pdftotext_reads_every_claim(file: Path, report: Report, run: Callable[..., str]) -> None:
    text = "".join(run("pdftotext", "-raw", file, "-").split())
    assert [claim.number for claim in report.claims if "".join(claim.wording.split()) not in text] == []
