"""Records and findings into a `Report` (plain data), and a `Report` into what goes out."""

from pathlib import Path
from typing import BinaryIO

from factcheck.progress import Progress, silent
from factcheck.reporting import pdf
from factcheck.reporting.build import build
from factcheck.reporting.options import Entering, Order, Organisation, Origin, ReportOptions
from factcheck.reporting.pdf import without_font as characters_without_font
from factcheck.reporting.report import Missing, Report
from factcheck.reporting.templates import TEMPLATES, Template
from factcheck.reporting.write import replace_file

__all__ = [
    "TEMPLATES",
    "Entering",
    "Missing",
    "Order",
    "Organisation",
    "Origin",
    "Report",
    "ReportOptions",
    "Template",
    "build",
    "characters_without_font",
    "replace_file",
    "write_pdf",
]


def write_pdf(report: Report, target: Path, progress: Progress = silent) -> None:
    """Write the report as a PDF, all of it or nothing: whatever is raised, an older file is as it was.

    `ReportError` if the place cannot be written; `Cancelled` passes through. What no font can show is in the PDF by
    its code point; `characters_without_font` names it beforehand.
    """

    def fill(out: BinaryIO) -> None:
        pdf.write(report, out, progress)

    replace_file(target, fill)
