"""Each correction on its own: what was said, what is said now, and why."""

from collections.abc import Iterator

from factcheck.i18n import Catalogue
from factcheck.reporting.outline.claim import evidence, rationale, signature
from factcheck.reporting.outline.lines import joined, paragraphs, part, plain
from factcheck.reporting.outline.nodes import Block, Look, Paragraph, Part, Side, Sides, Text
from factcheck.reporting.report import ClaimSection, Correction, Report, VerdictText


def notices(say: Catalogue, report: Report) -> tuple[Block, ...]:
    """The corrections of each claim, oldest first, with its evidence; a sentence if there is none."""
    if not report.corrections:
        return (Paragraph(plain(say("report.correction.none"))),)
    return tuple(made for claim in report.claims for made in _of(say, report, claim))


def _of(say: Catalogue, report: Report, claim: ClaimSection) -> Iterator[Part]:
    rows = [row for row in report.corrections if row.claim == claim.number]
    place = f"claim-{claim.number}"
    for i, row in enumerate(rows):
        blocks = list(_notice(say, row, place))
        if i == len(rows) - 1:
            blocks += evidence(say, report, claim)
        yield Part(plain(row.wording), tuple(blocks), "" if i else place, _over(say, row))


def _over(say: Catalogue, row: Correction) -> tuple[Text, ...]:
    number = Text(say("report.claim.claim", n=row.claim), Look.strong)
    by = Text(say("report.correction.by", date=row.date, who=row.who), Look.soft)
    return tuple(piece for piece in joined((number, by)) if isinstance(piece, Text))


def _notice(say: Catalogue, row: Correction, place: str) -> Iterator[Block]:
    yield Sides((_side(say, "report.correction.was", row.was), _side(say, "report.correction.now", row.now)))
    if row.now and row.now.rationale:
        yield part(say, "report.correction.why", rationale(row.now, place))


def _side(say: Catalogue, key: str, verdict: VerdictText | None) -> Side:
    if verdict is None:
        return Side(plain(say(key)), ())
    return Side(plain(say(key)), (Paragraph((verdict.badge,)), *signature(verdict), *paragraphs(verdict.summary)))
