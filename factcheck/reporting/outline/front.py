"""What stands first: particulars, how often each verdict was given, the summary."""

from collections.abc import Iterator

from factcheck.i18n import Catalogue
from factcheck.reporting.outline.lines import plain
from factcheck.reporting.outline.nodes import Bars, Block, Fields, Look, Measure, Paragraph, Role, Row, Table, Text
from factcheck.reporting.present import present
from factcheck.reporting.report import ClaimSection, Report, Tally
from factcheck.reporting.templates import Block as ReportBlock


def head(say: Catalogue, report: Report) -> Iterator[Block]:
    """What is below the title, as far as the template has it."""
    there = present(report)
    if ReportBlock.masthead in there:
        yield _particulars(say, report)
    if report.anonymous:
        yield Paragraph(plain(say("report.anonymous")), Role.small)
    if ReportBlock.verdicts in there:
        yield _tallies(report.verdicts)


def _particulars(say: Catalogue, report: Report) -> Fields:
    values = {
        "checked": report.checked,
        "updated": report.updated,
        "checker": report.checker,
        "second": report.second_reader,
        "contains": ", ".join(report.counts),
        "version": report.version,
        "id": report.id,
        "made": report.made,
    }
    return Fields(tuple((say(f"report.head.{key}"), plain(value)) for key, value in values.items() if value))


def _tallies(tallies: tuple[Tally, ...]) -> Bars:
    most = max(tally.number for tally in tallies)
    return Bars(
        tuple(
            Measure((tally.badge,), (Text(str(tally.number), Look.strong),), tally.number / most, tally.badge.colour)
            for tally in tallies
        )
    )


def summary(say: Catalogue, report: Report) -> tuple[Block, ...]:
    """A row per claim."""
    heads = tuple(say(f"report.column.{key}") for key in ("number", "claim", "verdict"))
    return (
        Table(
            say("report.summary"), heads, tuple(_row(claim) for claim in report.claims), (8, 62, 30), head=1, told=True
        ),
    )


def _row(claim: ClaimSection) -> Row:
    wording = (Text(claim.wording, link=f"#claim-{claim.number}"),)
    claimant = ((Text(claim.claimant, Look.soft),),) if claim.claimant else ()
    return Row(((plain(str(claim.number)),), (wording, *claimant), ((claim.badge,),)))
