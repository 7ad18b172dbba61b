"""A `Report` as a PDF. reportlab is loaded on the first call, not before."""

from typing import BinaryIO

from factcheck.i18n import Catalogue
from factcheck.progress import Progress, Pulse, silent
from factcheck.reporting.pdf.covering import Gap, characters_without_font, gaps
from factcheck.reporting.pdf.fonts import Fonts
from factcheck.reporting.pdf.shape import available
from factcheck.reporting.report import Report
from factcheck.uncollected import uncollected

__all__ = ["Gap", "without_font", "write"]


def write(report: Report, out: BinaryIO, progress: Progress = silent) -> None:
    """Write the report's PDF. Progress is told at least once a page."""
    from factcheck.reporting.pdf.document import draw

    pulse = Pulse(progress, Catalogue(report.language)("report.progress.writing"), len(report.claims))
    fonts = Fonts(shaping=available())
    with uncollected():
        draw(report, characters_without_font(report, fonts, pulse.again), fonts, out, pulse)


def without_font(report: Report, progress: Progress = silent) -> tuple[Gap, ...]:
    """What of the report no installed font has, by script; the PDF shows code points in its place."""
    pulse = Pulse(progress, Catalogue(report.language)("report.progress.checking"), 0)
    return gaps(characters_without_font(report, Fonts(shaping=available()), pulse.again))
