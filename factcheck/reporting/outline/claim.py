"""The part of one claim."""

from collections.abc import Iterator

from factcheck.i18n import Catalogue
from factcheck.reporting.outline.lines import (
    by,
    field_lines,
    joined,
    paragraphs,
    part,
    plain,
    quotation,
    words,
)
from factcheck.reporting.outline.nodes import (
    Block,
    Box,
    Fields,
    Item,
    Items,
    Look,
    Paragraph,
    Part,
    Quotation,
    Role,
    Text,
)
from factcheck.reporting.report import ClaimSection, EvidenceItem, VerdictText


def claim_part(say: Catalogue, claim: ClaimSection) -> Part:
    """All of it, from the wording to the earlier verdicts."""
    place = f"claim-{claim.number}"
    over = joined(
        (
            Text(say("report.claim.claim", n=claim.number), Look.strong),
            _labelled(say("report.claim.status"), claim.status),
        )
    )
    return Part(plain(claim.wording), tuple(_blocks(say, claim, place)), place, over)


def _labelled(label: str, value: str) -> Text:
    return Text(f"{label}: {value}" if value else "", Look.soft)


def _blocks(say: Catalogue, claim: ClaimSection, place: str) -> Iterator[Block]:
    yield from _particulars(say, claim)
    yield _verdict_box(say, claim)
    yield from _appearances(say, claim)
    if claim.verdict and claim.verdict.rationale:
        yield part(say, "report.claim.rationale", _rationale(claim.verdict, place))
    yield from _evidence_part(say, claim, place)
    yield from _reply(say, claim)
    if claim.limits:
        yield part(say, "report.claim.limits", paragraphs(claim.limits))
    if claim.second:
        yield part(say, "report.claim.second", _in_full(say, claim.second, place))
    if claim.earlier:
        yield part(say, "report.claim.earlier", tuple(b for v in claim.earlier for b in _in_full(say, v, place)))


def _particulars(say: Catalogue, claim: ClaimSection) -> Iterator[Block]:
    rows = [(say("report.claim.claimant"), (Text(claim.claimant, Look.strong),))] if claim.claimant else []
    rows += [(field.label, (Text(field.value, link=field.url),)) for field in claim.fields]
    if rows:
        yield Fields(tuple(rows))


def _verdict_box(say: Catalogue, claim: ClaimSection) -> Box:
    """Badge, what it means, and the summary."""
    verdict = claim.verdict
    blocks: list[Block] = [Paragraph((claim.badge,))]
    if verdict:
        blocks += _definition(say, verdict)
        blocks += paragraphs(verdict.summary, Role.lead)
        blocks += _signature(verdict)
    blocks += paragraphs(claim.told(), Role.lack)
    return Box(claim.badge.colour, tuple(blocks))


def _definition(say: Catalogue, verdict: VerdictText) -> Iterator[Block]:
    if verdict.definition:
        text = say("report.claim.definition", scale=verdict.scale, definition=verdict.definition)
        yield Paragraph(plain(text), Role.small)
    elif verdict.scale:
        yield Paragraph(plain(verdict.scale), Role.small)


def _signature(verdict: VerdictText) -> tuple[Block, ...]:
    signed = by(verdict.who, verdict.date)
    return (Paragraph(plain(signed), Role.small),) if signed else ()


def _rationale(verdict: VerdictText, place: str) -> tuple[Block, ...]:
    return tuple(Paragraph(words(paragraph, place)) for paragraph in verdict.rationale)


def _in_full(say: Catalogue, verdict: VerdictText, place: str) -> tuple[Block, ...]:
    badge = Paragraph((verdict.badge,))
    definition = tuple(_definition(say, verdict))
    summary = paragraphs(verdict.summary)
    return (badge, *definition, *_signature(verdict), *summary, *_rationale(verdict, place))


# --- appearances ------------------------------------------------------------------------------------------------------


def _appearances(say: Catalogue, claim: ClaimSection) -> Iterator[Block]:
    if claim.appearances:
        yield part(say, "report.claim.first", (quotation(claim.appearances[0]),))
    if others := claim.appearances[1:]:
        yield part(say, "report.claim.others", tuple(quotation(quote) for quote in others))


# --- evidence ---------------------------------------------------------------------------------------------------------


def _evidence_part(say: Catalogue, claim: ClaimSection, place: str) -> Iterator[Block]:
    if not claim.evidence:
        return
    counted = Paragraph(plain(claim.publishers), Role.small)
    items = Items(tuple(_item(item, place) for item in claim.evidence))
    yield part(say, "report.claim.evidence", (counted, items))


def _item(item: EvidenceItem, place: str) -> Item:
    title = Paragraph((Text(item.title, Look.strong),))
    stance = Paragraph(joined((Text(item.stance, Look.strong), Text(item.grade, Look.soft))), Role.small)
    quote = (Quotation(words(item.quote)),) if item.quote else ()
    blocks = (title, stance, *field_lines(item.fields), *quote, *paragraphs(item.comment))
    return Item(item.number, f"{place}-{item.number}", blocks)


# --- the rest ---------------------------------------------------------------------------------------------------------


def _reply(say: Catalogue, claim: ClaimSection) -> Iterator[Block]:
    reply = claim.reply
    if reply is None:
        return
    answer = reply.answer or (say("report.claim.no_answer"),)
    rows = [(say("report.claim.asked"), plain(reply.asked))] if reply.asked.strip() else []
    rows.append((say("report.claim.answered"), plain(answer[0])))
    yield part(say, "report.claim.reply", (Fields(tuple(rows)), *paragraphs(answer[1:])))
