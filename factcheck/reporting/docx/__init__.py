"""A report as a DOCX file, for desks that edit and annotate. python-docx is loaded on the first call, not before."""

from typing import BinaryIO

from factcheck.progress import Progress, silent
from factcheck.reporting.outline import document
from factcheck.reporting.report import Report


def write(report: Report, out: BinaryIO, progress: Progress = silent) -> None:
    """Write the report's DOCX."""
    from factcheck.reporting.docx import file

    file.write(document(report, progress), out)
