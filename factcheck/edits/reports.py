"""Reports that go out."""

from factcheck.edits.making import edit, short
from factcheck.model import Change, Edit, IssuedReport


def issue_report(issued: IssuedReport) -> Edit:
    """Writes down that a report went out."""
    return edit("edit.issue_report", [Change(None, issued)], title=short(issued.title), version=str(issued.version))
