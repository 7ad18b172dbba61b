"""Records and findings into a `Report` (plain data), and a `Report` into what goes out."""

from factcheck.reporting.build import build
from factcheck.reporting.colours import is_colour
from factcheck.reporting.logo import check_logo
from factcheck.reporting.options import Entering, Order, Organisation, Origin, ReportOptions
from factcheck.reporting.pdf import Gap
from factcheck.reporting.pdf import without_font as characters_without_font
from factcheck.reporting.report import Missing, Report
from factcheck.reporting.templates import TEMPLATES, Template
from factcheck.reporting.write import SUFFIXES, WRITERS, replace_file, write_report, writer

__all__ = [
    "SUFFIXES",
    "TEMPLATES",
    "WRITERS",
    "Entering",
    "Gap",
    "Missing",
    "Order",
    "Organisation",
    "Origin",
    "Report",
    "ReportOptions",
    "Template",
    "build",
    "characters_without_font",
    "check_logo",
    "is_colour",
    "replace_file",
    "write_report",
    "writer",
]
