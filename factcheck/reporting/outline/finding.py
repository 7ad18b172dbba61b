"""The part of one finding."""

from collections.abc import Iterator

from factcheck.i18n import Catalogue
from factcheck.reporting.outline.lines import by, joined, paragraphs, part, plain, quotation
from factcheck.reporting.outline.nodes import (
    Bars,
    Block,
    Bullets,
    Line,
    Look,
    Measure,
    Paragraph,
    Part,
    Role,
    Side,
    Sides,
    Text,
)
from factcheck.reporting.report import Bar, ClaimSection, FindingSection, PositionText, Report
from factcheck.reporting.templates import Block as ReportBlock


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
    if len(finding.bars) > 1:
        yield _bars(finding.bars)
    yield Sides(tuple(_side(say, position) for position in finding.positions))
    yield from _ruling(say, finding)
    if finding.claims:
        yield Paragraph(
            (Text(say("report.finding.claims") + ": ", Look.soft), *_claims(say, finding.claims)), Role.small
        )


def _bars(bars: tuple[Bar, ...]) -> Bars:
    """The figures with who gives them."""
    largest = max(bar.number for bar in bars)
    return Bars(
        tuple(
            Measure((Text(", ".join(bar.sources), Look.soft),), (Text(bar.label, Look.strong),), bar.number / largest)
            for bar in bars
        )
    )


def _claims(say: Catalogue, numbers: tuple[int, ...]) -> Line:
    links = (Text(say("report.claim.claim", n=number), link=f"#claim-{number}") for number in numbers)
    return joined(links, Text(", "))


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


# --- beside a claim ---------------------------------------------------------------------------------------------------


def disputes_of(say: Catalogue, report: Report, claim: ClaimSection) -> Iterator[Block]:
    """The contradictions that touch a claim: a line each that leads there, or in full if they stand nowhere else."""
    found = [report.contradictions[number - 1] for number in claim.disputes]
    if not found:
        return
    if ReportBlock.contradictions in report.template.blocks:
        yield part(say, "report.contradictions", (Bullets(tuple(_line(say, finding) for finding in found)),))
    else:
        place = f"claim-{claim.number}-dispute"
        inner = tuple(finding_part(say, finding, f"{place}-{finding.number}") for finding in found)
        yield part(say, "report.contradictions", inner)


def _line(say: Catalogue, finding: FindingSection) -> Line:
    values = say("report.finding.against").join(finding.untold())
    fact = Text(finding.fact[:1].upper() + finding.fact[1:], link=f"#contradictions-{finding.number}")
    return joined((fact, Text(values)))
