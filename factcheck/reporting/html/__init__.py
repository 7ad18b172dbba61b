"""A report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere."""

from typing import BinaryIO

from factcheck.progress import Progress, silent
from factcheck.reporting.outline import document
from factcheck.reporting.report import Report


def write(report: Report, out: BinaryIO, progress: Progress = silent) -> None:
    """Write the report's HTML."""
    from factcheck.reporting.html.page import page  # late: markupsafe is needed by nothing else

    for piece in page(document(report, progress)):
        out.write(piece.encode())
