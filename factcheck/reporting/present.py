"""Which blocks of its template a report has: those that have something to say."""

from collections.abc import Callable

from factcheck.reporting.report import Report
from factcheck.reporting.templates import Block

#: Blocks that are left out when they have nothing to say; all others are always there.
_NEEDS: dict[Block, Callable[[Report], object]] = {
    Block.verdicts: lambda report: report.verdicts,
    Block.gaps: lambda report: report.missing,
    Block.claims: lambda report: report.claims,
    Block.contradictions: lambda report: report.contradictions,
    Block.agreements: lambda report: report.agreements,
    Block.timeline: lambda report: report.timeline,
    Block.corrections: lambda report: report.corrections,
    Block.method: lambda report: report.method,
    Block.interests: lambda report: report.interests,
    Block.legend: lambda report: report.legends,
    Block.articles: lambda report: report.articles,
}
#: Blocks without a heading of their own.
_UNTITLED = frozenset({Block.masthead, Block.verdicts, Block.contents})


def present(report: Report) -> tuple[Block, ...]:
    """The blocks that there are, in their order."""
    return tuple(block for block in report.template.blocks if block not in _NEEDS or _NEEDS[block](report))


def titled(report: Report) -> tuple[Block, ...]:
    """Those that have a heading, as the contents list them."""
    return tuple(block for block in present(report) if block not in _UNTITLED)
