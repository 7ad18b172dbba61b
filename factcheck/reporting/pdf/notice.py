"""Each correction on its own: what was said, what is said now, and why."""

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.claim import evidence_list
from factcheck.reporting.pdf.flow import Columns, Item, Strip
from factcheck.reporting.pdf.pen import Pen
from factcheck.reporting.pdf.setter import Frame, Setter, kept_last, together
from factcheck.reporting.report import Correction, Report, VerdictText
from factcheck.reporting.tidying import shortened

_GUTTER = 22.0
_HALF = (style.WIDTH - _GUTTER) / 2


def notices(make: Setter, report: Report) -> list[Item]:
    """The corrections of each claim, oldest first, with its evidence; a sentence if there is none."""
    items = make.heading(make.say("report.notices"), "notices")
    if not report.corrections:
        return [*items, *make.text(make.say("report.correction.none"), style.BODY)]
    for claim in report.claims:
        place = f"claim-{claim.number}"
        for i, row in enumerate(row for row in report.corrections if row.claim == claim.number):
            items += _notice(make, row, "" if i else place)
        items += evidence_list(make, report, claim)
    return items


def _notice(make: Setter, row: Correction, place: str) -> list[Item]:
    number = make.say("report.claim.claim", n=row.claim)
    by = make.say("report.correction.by", date=row.date, who=row.who)

    def paint(pen: Pen, x: float, top: float) -> None:
        if place:
            pen.place(place, top, f"{row.claim}  {shortened(row.wording)}", 1)
        pen.rule(x, top, style.WIDTH, style.INK, 0.9)
        pen.words(number, style.LABEL, x, top - 5)
        pen.flush(by, style.SMALL_SOFT, x + style.WIDTH, top - 5)

    items: list[Item] = [Strip(20, paint=paint, before=20, keep=True)]
    items += make.text(row.wording, style.CLAIM, keep=True)
    sides = [
        (0.0, _side(make, "report.correction.was", row.was)),
        (_HALF + _GUTTER, _side(make, "report.correction.now", row.now)),
    ]
    items.append(Columns(tuple(sides), before=9, keep=bool(row.now and row.now.rationale)))
    if row.now and row.now.rationale:
        items += make.label(make.say("report.correction.why"))
        for i, paragraph in enumerate(row.now.rationale):
            refer = f"claim-{row.claim}"
            items += make.words(paragraph, style.BODY, style.BODY_BOLD, before=6 if i else 2, place=refer)
    return together(items, 400)


def _side(make: Setter, key: str, verdict: VerdictText | None) -> tuple[Strip, ...]:
    frame = Frame(width=_HALF)

    def rule(pen: Pen, x: float, top: float) -> None:
        pen.box(x, top - 1.4, _HALF, 1.4, style.SOFT)

    strips = [Strip(6, paint=rule, keep=True), *make.text(make.say(key), style.LABEL, frame, keep=True)]
    if verdict:
        strips.append(make.badge(verdict.badge, style.BADGE, frame, before=3, keep=True))
        by = ", ".join(part for part in (verdict.who, verdict.date) if part)
        strips += kept_last(make.text(by, style.SMALL_SOFT, frame, before=3))
        strips += make.paragraphs(verdict.summary, style.BODY, frame, before=4)
    return tuple(strips)
