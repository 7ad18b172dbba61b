"""The section of one claim."""

from collections.abc import Callable
from dataclasses import replace

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.finding import disputes_of
from factcheck.reporting.pdf.flow import Band, Item, Strip
from factcheck.reporting.pdf.pen import Pen
from factcheck.reporting.pdf.quoting import quote_block
from factcheck.reporting.pdf.setter import FULL, Frame, Setter, kept_last, together
from factcheck.reporting.pdf.signing import claim_signoff
from factcheck.reporting.pdf.style import badge_colours
from factcheck.reporting.pdf.typeset import Inline
from factcheck.reporting.report import ClaimSection, EvidenceItem, Report, VerdictText
from factcheck.reporting.templates import Part
from factcheck.reporting.tidying import shortened

_HANG = 26.0
_PAD = 9.0
#: Wordings, evidence and quotes up to this height stay on one page.
_WHOLE = 150.0
#: Values of evidence up to this length share a line.
_SHORT = 60


def claim_section(make: Setter, report: Report, claim: ClaimSection, before: float) -> list[Item]:
    """Wording, verdict, and the parts that the template asks for, with this much space above."""
    head: list[Item] = [*_head(make, claim, _place(claim), before), *_verdict_box(make, claim)]
    parts = [item for part in report.template.parts for item in _WRITERS[part](make, report, claim)]
    return [*(kept_last(head) if parts else head), *parts]  # a verdict is not left alone at the foot of a page


def _place(claim: ClaimSection) -> str:
    return f"claim-{claim.number}"


def _head(make: Setter, claim: ClaimSection, place: str, before: float) -> list[Item]:
    kicker = make.say("report.claim.claim", n=claim.number)

    def paint(pen: Pen, x: float, top: float) -> None:
        pen.place(place, top, f"{claim.number}  {shortened(claim.wording)}", 1)
        pen.rule(x, top, style.WIDTH, style.INK, 0.9)
        pen.words(kicker, style.LABEL, x, top - 5)
        status = make.say("report.claim.status") + ": " + claim.status
        pen.flush(status, style.SMALL_SOFT, x + style.WIDTH, top - 5)

    items: list[Item] = [Strip(20, paint=paint, before=before, keep=True)]
    items += kept_last(together(make.text(claim.wording, style.CLAIM), _WHOLE))
    if claim.claimant:
        by = make.say("report.claim.claimant")
        inlines = (Inline(f"{by} ", style.BODY_SOFT), Inline(claim.claimant, style.BODY_BOLD))
        items += make.inlines(inlines, before=4, keep=True)
    if claim.fields:
        items += kept_last(make.fields_in_line(claim.fields, style.SMALL, before=2))
    return items


# --- verdict ----------------------------------------------------------------------------------------------------------


def _verdict_box(make: Setter, claim: ClaimSection) -> list[Item]:
    """Badge, what it means, and the summary, on a tint with a bar in the verdict's colour."""
    colours = badge_colours(claim.badge.colour)
    band = Band(0, style.WIDTH, style.PALE, colours.edge)
    frame = Frame(16, style.WIDTH - 32, band)
    items: list[Item] = [Strip(_PAD, before=10, keep=True, band=band)]
    items.append(make.badge(claim.badge, style.BADGE_LARGE, frame, keep=True))
    verdict = claim.verdict
    if verdict:
        items += kept_last(_definition(make, verdict, frame))
        items += make.paragraphs(verdict.summary, style.LEAD, frame, before=6)
        items += _signature(make, verdict, frame)
    items += make.text(" ".join(claim.told()), style.SMALL_BOLD, frame, before=5)
    return together([*kept_last(items), Strip(_PAD, band=band)], 320)


def _definition(make: Setter, verdict: VerdictText, frame: Frame) -> list[Strip]:
    """The scale with what the rating means on it."""
    told = make.say("report.claim.definition", scale=verdict.scale, definition=verdict.definition)
    return make.text(told if verdict.definition else verdict.scale, style.SMALL_SOFT, frame, before=5)


def _signature(make: Setter, verdict: VerdictText, frame: Frame) -> list[Strip]:
    by = ", ".join(part for part in (verdict.who, verdict.date) if part)
    return make.text(by, style.SMALL_SOFT, frame, before=5)


def _rationale(make: Setter, _report: Report, claim: ClaimSection) -> list[Item]:
    if not claim.verdict or not claim.verdict.rationale:
        return []
    items: list[Item] = [*make.label(make.say("report.claim.rationale"))]
    for i, paragraph in enumerate(claim.verdict.rationale):
        items += make.words(paragraph, style.BODY, style.BODY_BOLD, before=6 if i else 2, place=_place(claim))
    return items


def _second(make: Setter, _report: Report, claim: ClaimSection) -> list[Item]:
    if not claim.second:
        return []
    return [*make.label(make.say("report.claim.second")), *_verdict_in_full(make, claim.second, _place(claim), 2)]


def _earlier(make: Setter, _report: Report, claim: ClaimSection) -> list[Item]:
    items: list[Item] = [*make.label(make.say("report.claim.earlier"))] if claim.earlier else []
    place = _place(claim)
    for i, verdict in enumerate(claim.earlier):
        items += _verdict_in_full(make, verdict, place, 10 if i else 2)
    return items


def _verdict_in_full(make: Setter, verdict: VerdictText, place: str, before: float) -> list[Item]:
    items: list[Item] = [make.badge(verdict.badge, style.BADGE, before=before, keep=True)]
    items += kept_last(_definition(make, verdict, FULL))
    items += _signature(make, verdict, FULL)
    items += make.paragraphs(verdict.summary, style.BODY, before=2)
    for paragraph in verdict.rationale:
        items += make.words(paragraph, style.BODY, style.BODY_BOLD, before=4, place=place)
    return items


# --- appearances ------------------------------------------------------------------------------------------------------


def _appearances(make: Setter, _report: Report, claim: ClaimSection) -> list[Item]:
    items: list[Item] = []
    for i, shown in enumerate(claim.appearances):
        if i < 2:
            items += make.label(make.say("report.claim.others" if i else "report.claim.first"))
        items += together(quote_block(make, shown, FULL, 8 if i > 1 else 3), _WHOLE)
    return items


# --- evidence ---------------------------------------------------------------------------------------------------------


def evidence_list(make: Setter, _report: Report, claim: ClaimSection) -> list[Item]:
    """The numbered evidence, each piece a place that a rationale can lead to."""
    if not claim.evidence:
        return []
    title = make.say("report.claim.evidence")
    heading = (Inline(title, style.LABEL), Inline(f"  ·  {claim.publishers}", style.SMALL_SOFT))
    items: list[Item] = [*make.inlines(heading, before=12, keep=True)]
    for i, item in enumerate(claim.evidence):
        items += together(_evidence(make, item, _place(claim), 9 if i else 3), _WHOLE)
    return items


def _evidence(make: Setter, item: EvidenceItem, place: str, before: float) -> list[Strip]:
    frame = FULL.indented(_HANG)

    def paint(pen: Pen, x: float, top: float) -> None:
        pen.place(f"{place}-{item.number}", top)
        pen.words(f"[{item.number}]", style.BODY_BOLD, x, top)

    link = f"#article-{item.article}" if item.article else ""
    title = make.inlines((Inline(item.title, style.BODY_BOLD, link),), frame, before, keep=True)
    first = title or [make.space(style.BODY.leading)]
    strips = [replace(first[0], paint=paint), *first[1:]]
    strips += make.inlines(
        (Inline(item.stance, style.SMALL_BOLD), Inline(f"  ·  {item.grade}", style.SMALL_SOFT)), frame
    )
    short = [field for field in item.fields if not field.url and len(field.value) < _SHORT]
    strips += make.fields_in_line(short, style.SMALL, frame)
    strips += make.fields([field for field in item.fields if field not in short], style.SMALL, frame)
    if item.quote:
        band = Band(frame.x, frame.width, "", style.FAINT)
        inner = Frame(frame.x + 12, frame.width - 12, band)
        strips += make.words(item.quote, style.QUOTE, style.QUOTE_MARK, inner, 4)
    return [*strips, *make.paragraphs(item.comment, style.BODY, frame, 4)]


# --- the rest ---------------------------------------------------------------------------------------------------------


def _reply(make: Setter, _report: Report, claim: ClaimSection) -> list[Item]:
    reply = claim.reply
    if reply is None:
        return []
    say = make.say
    answer = reply.answer or (say("report.claim.no_answer"),)
    items: list[Item] = [*make.label(say("report.claim.reply"))]
    if reply.asked.strip():
        asked = (Inline(say("report.claim.asked") + ": ", style.BODY_SOFT), Inline(reply.asked, style.BODY))
        items += make.inlines(asked, before=2)
    answered = (Inline(say("report.claim.answered") + ": ", style.BODY_SOFT), Inline(answer[0], style.BODY))
    items += make.inlines(answered, before=2)
    return [*items, *make.paragraphs(answer[1:], style.BODY, before=5)]


def _limits(make: Setter, _report: Report, claim: ClaimSection) -> list[Item]:
    if not claim.limits:
        return []
    return [*make.label(make.say("report.claim.limits")), *make.paragraphs(claim.limits, style.BODY, before=2)]


def _signoff(make: Setter, _report: Report, claim: ClaimSection) -> list[Item]:
    return claim_signoff(make, claim)


_WRITERS: dict[Part, Callable[[Setter, Report, ClaimSection], list[Item]]] = {
    Part.appearances: _appearances,
    Part.rationale: _rationale,
    Part.evidence: evidence_list,
    Part.disputes: disputes_of,
    Part.reply: _reply,
    Part.limits: _limits,
    Part.second: _second,
    Part.earlier: _earlier,
    Part.signoff: _signoff,
}
