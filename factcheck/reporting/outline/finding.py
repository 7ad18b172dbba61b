"""The part of one finding."""

from collections.abc import Iterator

from factcheck.i18n import Catalogue
from factcheck.reporting.outline.lines import by, joined, paragraphs, plain, quotation
from factcheck.reporting.outline.nodes import Block, Bullets, Look, Paragraph, Part, Role, Side, Sides, Text
from factcheck.reporting.report import FindingSection, PositionText


def finding_part(say: Catalogue, finding: FindingSection, place: str) -> Part:
    """Fact, reasons, positions beside one another, ruling."""
    fact = finding.fact[:1].upper() + finding.fact[1:]
    over = joined(
        (
            Text(f"{finding.number} · {finding.kind}", Look.strong),
            Text(say("report.finding.by_hand") if finding.made_by_hand else "", Look.soft),
            Text(say("report.finding.positions", n=len(finding.positions)), Look.soft),
        )
    )
    return Part(plain(fact or finding.kind), tuple(_blocks(say, finding)), place, over)


def _blocks(say: Catalogue, finding: FindingSection) -> Iterator[Block]:
    if finding.reasons:
        yield Bullets(tuple(plain(reason) for reason in finding.reasons))
    yield Sides(tuple(_side(say, position) for position in finding.positions))
    yield from _ruling(say, finding)


def _side(say: Catalogue, position: PositionText) -> Side:
    count = Text(say("report.finding.passages", n=len(position.quotes)), Look.soft)
    title = joined((Text(position.value, Look.strong), count))
    return Side(title, tuple(quotation(quote) for quote in position.quotes))


def _ruling(say: Catalogue, finding: FindingSection) -> Iterator[Block]:
    ruling = finding.ruling
    if ruling is None:
        yield Paragraph(plain(say("report.finding.open")), Role.small)
        return
    label = Text(say("report.finding.ruling") + ": ", Look.soft)
    signed = by(ruling.who, ruling.date)
    yield Paragraph((label, Text(ruling.label, Look.strong), Text(f" · {signed}" if signed else "", Look.soft)))
    yield from paragraphs(ruling.note)
