"""What the desk needs before a report goes out: what is not there yet, and room to sign."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.i18n import Catalogue
from factcheck.reporting.outline.lines import part, plain
from factcheck.reporting.outline.nodes import Block, Bullets, Line, Look, Paragraph, Part, Role, Side, Sides, Text
from factcheck.reporting.report import ClaimSection, Report

_BY_HAND = "_" * 24


def gaps(say: Catalogue, report: Report) -> tuple[Block, ...]:
    """What is missing, each with a box to tick, under the claim that lacks it."""
    known = {claim.id: claim for claim in report.claims}
    blocks: list[Block] = []
    for claim_id, pieces in groupby(report.missing, lambda piece: piece.claim_id):
        blocks.append(Paragraph(_lacking(say, known.get(claim_id))))
        blocks.append(Bullets(tuple(plain(piece.text) for piece in pieces), ticks=True))
    return tuple(blocks)


def _lacking(say: Catalogue, claim: ClaimSection | None) -> Line:
    if claim is None:
        return (Text(say("report.articles"), Look.strong),)
    number = Text(say("report.claim.claim", n=claim.number), link=f"#claim-{claim.number}")
    return (number, Text(f" {claim.wording}"))


def claim_signoff(say: Catalogue, claim: ClaimSection) -> Iterator[Block]:
    """Decision, name, date and signature of who reads the claim last."""
    names = (claim.verdict.who if claim.verdict else "", claim.second.who if claim.second else "", "")
    yield _room(say, names, "report.sign.claim")


def report_signoff(say: Catalogue, report: Report) -> tuple[Block, ...]:
    """The same for all of the report."""
    return (_room(say, (report.checker, "", ""), "report.sign.all"),)


def _room(say: Catalogue, names: Sequence[str], key: str) -> Part:
    choices = Bullets(
        tuple(plain(say(f"report.sign.{choice}")) for choice in ("approved", "changes", "back")), ticks=True
    )
    roles = zip(("checker", "second", "desk"), names, strict=True)
    return part(say, key, (choices, Sides(tuple(_signer(say, role, name) for role, name in roles), columns=3)))


def _signer(say: Catalogue, role: str, name: str) -> Side:
    hand = (Paragraph(plain(_BY_HAND)), Paragraph(plain(say("report.sign.date")), Role.small))
    return Side(plain(say(f"report.sign.{role}")), (Paragraph((Text(name, Look.strong),)), *hand) if name else hand)
