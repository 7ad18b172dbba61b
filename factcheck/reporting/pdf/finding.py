"""The section of one finding: its positions beside each other, two to a row."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.charts import figures
from factcheck.reporting.pdf.flow import Columns, Item, Strip
from factcheck.reporting.pdf.pen import Pen
from factcheck.reporting.pdf.quoting import source_line
from factcheck.reporting.pdf.setter import Frame, Setter, kept_last, together
from factcheck.reporting.pdf.style import Style
from factcheck.reporting.pdf.typeset import Inline
from factcheck.reporting.report import ClaimSection, FindingSection, PositionText, Report
from factcheck.reporting.templates import Block

_GUTTER = 22.0
_HALF = (style.WIDTH - _GUTTER) / 2


def finding_section(make: Setter, finding: FindingSection, place: str, before: float = 24) -> list[Item]:
    """Fact, reasons, figures as bars, positions side by side, ruling, the claims that it is about."""
    items: list[Item] = [*_head(make, finding, place, before)]
    for i, reason in enumerate(finding.reasons):
        items += make.text(reason, style.BODY, before=2 if i else 4, keep=True)
    items += figures(make, finding.bars)
    items += _positions(make, finding.positions)
    return [*items, *together([*_ruling(make, finding), *_claims(make, finding)], 60)]


def _head(make: Setter, finding: FindingSection, place: str, before: float) -> list[Strip]:
    fact = finding.fact[:1].upper() + finding.fact[1:]
    kicker = f"{finding.number}  ·  {finding.kind}"
    count = make.say("report.finding.positions", n=len(finding.positions))
    by_hand = f"  ·  {make.say('report.finding.by_hand')}" if finding.made_by_hand else ""

    def paint(pen: Pen, x: float, top: float) -> None:
        pen.place(place, top, fact[:90] or finding.kind, 1)
        pen.rule(x, top, style.WIDTH, style.INK, 0.9)
        pen.words(kicker + by_hand, style.LABEL, x, top - 5)
        pen.flush(count, style.SMALL_SOFT, x + style.WIDTH, top - 5)

    return [Strip(20, paint=paint, before=before, keep=True), *make.text(fact, style.CLAIM, keep=True)]


def _positions(make: Setter, positions: Sequence[PositionText]) -> list[Columns]:
    rows = [positions[i : i + 2] for i in range(0, len(positions), 2)]
    if len(positions) == 1:
        return [Columns(((0.0, _position(make, positions[0], style.WIDTH)),), before=9)]
    return kept_last([_row(make, row) for row in rows])  # with the ruling


def _row(make: Setter, row: Sequence[PositionText]) -> Columns:
    stacks = tuple((i * (_HALF + _GUTTER), _position(make, position, _HALF)) for i, position in enumerate(row))
    return Columns(stacks, before=11)


def _position(make: Setter, position: PositionText, width: float) -> tuple[Strip, ...]:
    frame = Frame(width=width)
    count = make.say("report.finding.passages", n=len(position.quotes)).replace(" ", "\u00a0")

    def rule(pen: Pen, x: float, top: float) -> None:
        pen.box(x, top - 1.4, width, 1.4, style.SOFT)

    strips = [Strip(6, paint=rule, keep=True)]
    strips += make.inlines(
        (Inline(position.value, style.VALUE), Inline(f"\u00a0\u00a0 {count}", style.SMALL_SOFT)), frame, keep=True
    )
    for i, quote in enumerate(position.quotes):
        words = make.words(quote.words, style.QUOTE, _CLASHING, frame, before=8 if i else 2)
        strips += [*kept_last(words), *source_line(make, quote.source, frame)]
    return tuple(strips)


def _claims(make: Setter, finding: FindingSection) -> list[Strip]:
    if not finding.claims:
        return []
    pieces = [Inline(make.say("report.finding.claims") + ": ", style.SMALL_SOFT)]
    for i, number in enumerate(finding.claims):
        pieces += [Inline(", ", style.SMALL_SOFT)] if i else []
        pieces.append(Inline(make.say("report.claim.claim", n=number), style.SMALL_LINK, f"#claim-{number}"))
    return make.inlines(pieces, before=3)


_CLASHING = Style(style.QUOTE.size, style.QUOTE.leading, style.Weight.bold)


def _ruling(make: Setter, finding: FindingSection) -> list[Strip]:
    ruling = finding.ruling
    if ruling is None:
        return make.text(make.say("report.finding.open"), style.BODY_SOFT, before=10)
    by = ", ".join(part for part in (ruling.who, ruling.date) if part)
    inlines = (
        Inline(make.say("report.finding.ruling") + ": ", style.BODY_SOFT),
        Inline(ruling.label, style.BODY_BOLD),
        Inline(f"  {by}", style.SMALL_SOFT),
    )
    return [*make.inlines(inlines, before=10), *make.paragraphs(ruling.note, style.BODY, before=2)]


# --- beside a claim ---------------------------------------------------------------------------------------------------


def disputes_of(make: Setter, report: Report, claim: ClaimSection) -> list[Item]:
    """The contradictions that touch a claim: a line each that leads there, or in full if they stand nowhere else."""
    found = [report.contradictions[number - 1] for number in claim.disputes]
    if not found:
        return []
    items: list[Item] = [*make.label(make.say("report.contradictions"))]
    if Block.contradictions not in report.template.blocks:
        for finding in found:
            place = f"claim-{claim.number}-dispute-{finding.number}"
            items += finding_section(make, replace(finding, claims=()), place, before=10)
        return items
    for finding in found:
        items += _line(make, finding)
    return items


def _line(make: Setter, finding: FindingSection) -> list[Strip]:
    fact = Inline(finding.fact[:1].upper() + finding.fact[1:], style.BODY_LINK, f"#contradictions-{finding.number}")
    pieces = [fact]
    for i, value in enumerate(finding.untold()):  # each keeps its own order of writing
        pieces += [Inline(" · " if i else ": ", style.BODY), Inline(value, style.BODY)]
    return make.inlines(pieces, before=2)
