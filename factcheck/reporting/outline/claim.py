"""The part of one claim."""

from collections.abc import Callable, Iterator

from factcheck.i18n import Catalogue
from factcheck.reporting.outline.finding import disputes_of
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
from factcheck.reporting.outline.signing import claim_signoff
from factcheck.reporting.report import ClaimSection, EvidenceItem, Report, VerdictText
from factcheck.reporting.templates import Part as Piece


def claim_part(say: Catalogue, report: Report, claim: ClaimSection, page: bool) -> Part:
    """Wording, verdict, and what the template says of each claim."""
    number = Text(say("report.claim.claim", n=claim.number), Look.strong)
    over = joined((number, _labelled(say("report.claim.status"), claim.status)))
    return Part(plain(claim.wording), tuple(_blocks(say, report, claim)), _place(claim), over, page)


def _place(claim: ClaimSection) -> str:
    return f"claim-{claim.number}"


def _labelled(label: str, value: str) -> Text:
    return Text(f"{label}: {value}" if value else "", Look.soft)


def _blocks(say: Catalogue, report: Report, claim: ClaimSection) -> Iterator[Block]:
    yield from _particulars(say, claim)
    yield _verdict_box(say, claim)
    for piece in report.template.parts:
        yield from _MAKERS[piece](say, report, claim)


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
        blocks += signature(verdict)
    blocks += paragraphs(claim.told(), Role.lack)
    return Box(claim.badge.colour, tuple(blocks))


def _definition(say: Catalogue, verdict: VerdictText) -> Iterator[Block]:
    if verdict.definition:
        text = say("report.claim.definition", scale=verdict.scale, definition=verdict.definition)
        yield Paragraph(plain(text), Role.small)
    elif verdict.scale:
        yield Paragraph(plain(verdict.scale), Role.small)


def signature(verdict: VerdictText) -> tuple[Block, ...]:
    """Who gave it and when."""
    signed = by(verdict.who, verdict.date)
    return (Paragraph(plain(signed), Role.small),) if signed else ()


def _rationale(say: Catalogue, _report: Report, claim: ClaimSection) -> Iterator[Block]:
    if claim.verdict and claim.verdict.rationale:
        yield part(say, "report.claim.rationale", rationale(claim.verdict, _place(claim)))


def rationale(verdict: VerdictText, place: str) -> tuple[Block, ...]:
    """The paragraphs; what they refer to is the evidence of the claim at `place`."""
    return tuple(Paragraph(words(paragraph, place)) for paragraph in verdict.rationale)


def _in_full(say: Catalogue, verdict: VerdictText, place: str) -> tuple[Block, ...]:
    badge = Paragraph((verdict.badge,))
    definition = tuple(_definition(say, verdict))
    summary = paragraphs(verdict.summary)
    return (badge, *definition, *signature(verdict), *summary, *rationale(verdict, place))


def _second(say: Catalogue, _report: Report, claim: ClaimSection) -> Iterator[Block]:
    if claim.second:
        yield part(say, "report.claim.second", _in_full(say, claim.second, _place(claim)))


def _earlier(say: Catalogue, _report: Report, claim: ClaimSection) -> Iterator[Block]:
    if claim.earlier:
        blocks = tuple(block for verdict in claim.earlier for block in _in_full(say, verdict, _place(claim)))
        yield part(say, "report.claim.earlier", blocks)


# --- appearances ------------------------------------------------------------------------------------------------------


def _appearances(say: Catalogue, _report: Report, claim: ClaimSection) -> Iterator[Block]:
    if claim.appearances:
        yield part(say, "report.claim.first", (quotation(claim.appearances[0]),))
    if others := claim.appearances[1:]:
        yield part(say, "report.claim.others", tuple(quotation(quote) for quote in others))


# --- evidence ---------------------------------------------------------------------------------------------------------


def evidence(say: Catalogue, _report: Report, claim: ClaimSection) -> Iterator[Block]:
    """The numbered evidence, each piece a place that a rationale can lead to."""
    if not claim.evidence:
        return
    counted = Paragraph(plain(claim.publishers), Role.small)
    items = Items(tuple(_item(item, _place(claim)) for item in claim.evidence))
    yield part(say, "report.claim.evidence", (counted, items))


def _item(item: EvidenceItem, place: str) -> Item:
    title = Paragraph((Text(item.title, Look.strong),))
    stance = Paragraph(joined((Text(item.stance, Look.strong), Text(item.grade, Look.soft))), Role.small)
    quote = (Quotation(words(item.quote, language=item.language)),) if item.quote else ()
    blocks = (title, stance, *field_lines(item.fields), *quote, *paragraphs(item.comment))
    return Item(item.number, f"{place}-{item.number}", blocks)


# --- the rest ---------------------------------------------------------------------------------------------------------


def _reply(say: Catalogue, _report: Report, claim: ClaimSection) -> Iterator[Block]:
    reply = claim.reply
    if reply is None:
        return
    answer = reply.answer or (say("report.claim.no_answer"),)
    rows = [(say("report.claim.asked"), plain(reply.asked))] if reply.asked.strip() else []
    rows.append((say("report.claim.answered"), plain(answer[0])))
    yield part(say, "report.claim.reply", (Fields(tuple(rows)), *paragraphs(answer[1:])))


def _limits(say: Catalogue, _report: Report, claim: ClaimSection) -> Iterator[Block]:
    if claim.limits:
        yield part(say, "report.claim.limits", paragraphs(claim.limits))


def _signoff(say: Catalogue, _report: Report, claim: ClaimSection) -> Iterator[Block]:
    yield from claim_signoff(say, claim)


_MAKERS: dict[Piece, Callable[[Catalogue, Report, ClaimSection], Iterator[Block]]] = {
    Piece.appearances: _appearances,
    Piece.rationale: _rationale,
    Piece.evidence: evidence,
    Piece.disputes: disputes_of,
    Piece.reply: _reply,
    Piece.limits: _limits,
    Piece.second: _second,
    Piece.earlier: _earlier,
    Piece.signoff: _signoff,
}
