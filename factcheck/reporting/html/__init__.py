"""A report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere."""

from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from factcheck.progress import Progress, silent
from factcheck.reporting.outline import document
from factcheck.reporting.report import Report


def write(
    report: Report, out: BinaryIO, progress: Progress = silent, reviews: Sequence[Mapping[str, Any]] = ()
) -> None:
    """Write the report's HTML. `reviews` are its claims as ClaimReview, which go in for programs to read."""
    from factcheck.reporting.html.page import page  # late: markupsafe is needed by nothing else

    for piece in page(document(report, progress), reviews):
        out.write(piece.encode())
