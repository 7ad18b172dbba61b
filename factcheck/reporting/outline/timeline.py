"""When the claims were made, as a table."""

from dataclasses import replace
from itertools import pairwise

from factcheck.i18n import Catalogue
from factcheck.reporting.outline.lines import plain, source_line
from factcheck.reporting.outline.nodes import Block, Paragraph, Role, Row, Table, Text
from factcheck.reporting.report import Moment, Report


def timeline(say: Catalogue, report: Report) -> tuple[Block, ...]:
    """The appearances, oldest first; each day is named once."""
    dates = ["", *(moment.date or say("report.undated") for moment in report.timeline)]
    rows = tuple(
        _row(say, moment, "" if date == before else date)
        for moment, (before, date) in zip(report.timeline, pairwise(dates), strict=True)
    )
    heads = (say("report.claim.date"), say("report.column.claim"), say("report.column.words"))
    filled = Paragraph(plain(say("report.timeline_first")), Role.small)
    return (filled, Table(say("report.timeline"), heads, rows, (20, 24, 56), head=1, told=True))


def _row(say: Catalogue, moment: Moment, date: str) -> Row:
    number = Text(say("report.claim.claim", n=moment.claim), link=f"#claim-{moment.claim}")
    mark = Text("● " if moment.first else "○ ")
    said = (Text(moment.words, language=moment.source.language),)
    return Row(((plain(date),), ((mark, number),), (said, source_line(replace(moment.source, date="")))))
