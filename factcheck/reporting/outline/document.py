"""The whole report as a document, block by block, as its template says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factcheck.i18n import Catalogue
from factcheck.progress import Progress
from factcheck.reporting.colours import is_colour
from factcheck.reporting.outline import closing, front, signing
from factcheck.reporting.outline.claim import claim_part
from factcheck.reporting.outline.finding import finding_part
from factcheck.reporting.outline.lines import paragraphs, part
from factcheck.reporting.outline.nodes import Block as Node
from factcheck.reporting.outline.nodes import Document, Entry, Part, Publisher
from factcheck.reporting.outline.notice import notices
from factcheck.reporting.outline.timeline import timeline
from factcheck.reporting.pieces import Badge
from factcheck.reporting.present import present, titled
from factcheck.reporting.report import FindingSection, Report, VerdictText
from factcheck.reporting.templates import Block
from factcheck.reporting.tidying import shortened


def document(report: Report, progress: Progress) -> Document:
    """The report in the order of reading; progress is told as its claims are read."""
    say = Catalogue(report.language)
    publisher = report.organisation
    return Document(
        title=report.title,
        over=say(f"report.template.{report.template.key}"),
        language=report.language,
        subject=say("report.subject", id=report.id),
        author=report.checker,
        publisher=Publisher(publisher.name, publisher.colour if is_colour(publisher.colour) else "", publisher.logo),
        made_at=report.made_at,
        head=tuple(front.head(say, report)),
        contents_title=say("report.contents"),
        contents=tuple(_contents(say, report)) if Block.contents in report.template.blocks else (),
        parts=_parts(_Writing(say, report, progress)),
        record=report.record,
        reviews=report.reviews,
        colours=tuple(sorted({badge.colour for badge in _badges(report)})),
    )


def _badges(report: Report) -> Iterator[Badge]:
    """Every badge that the report shows."""
    for claim in report.claims:
        yield claim.badge
        yield from (verdict.badge for verdict in _verdicts(claim.verdict, claim.second, *claim.earlier))
    for correction in report.corrections:
        yield from (correction.before, correction.after)
        yield from (verdict.badge for verdict in _verdicts(correction.was, correction.now))
    for legend in report.legends:
        yield from (badge for badge, _ in legend.ratings)


def _verdicts(*verdicts: VerdictText | None) -> Iterator[VerdictText]:
    yield from (verdict for verdict in verdicts if verdict)


def _contents(say: Catalogue, report: Report) -> Iterator[Entry]:
    for block in titled(report):
        yield Entry(say(f"report.{block}"), str(block))
        if block is Block.claims:
            for claim in report.claims:
                yield Entry(shortened(claim.wording), f"claim-{claim.number}", claim.number)


# --- each block -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Writing:
    """What a block is made from."""

    say: Catalogue
    report: Report
    progress: Progress


def _parts(writing: _Writing) -> Iterator[Part]:
    for block in present(writing.report):
        if block in _MAKERS:
            yield from _MAKERS[block](writing)
    done = len(writing.report.claims)
    writing.progress(writing.say("report.progress.saving"), done, done)


def _claims(writing: _Writing) -> Iterator[Part]:
    """The claims below one heading, or each on its own."""
    made = _each_claim(writing)
    if writing.report.template.page_per_claim:
        yield from made
    else:
        yield part(writing.say, "report.claims", made, "claims", page=True)


def _each_claim(writing: _Writing) -> Iterator[Part]:
    report = writing.report
    for done, claim in enumerate(report.claims):
        writing.progress(writing.say("report.progress.writing"), done, len(report.claims))
        yield claim_part(writing.say, report, claim, page=report.template.page_per_claim and done > 0)


def _findings(writing: _Writing, block: Block, findings: tuple[FindingSection, ...]) -> Iterator[Part]:
    made = (finding_part(writing.say, finding, f"{block}-{finding.number}") for finding in findings)
    yield part(writing.say, f"report.{block}", made, str(block), page=block is Block.contradictions)


def _with(block: Block, nodes: Callable[[Catalogue, Report], tuple[Node, ...]]) -> Callable[[_Writing], Iterator[Part]]:
    """A block that is one part."""

    def make(writing: _Writing) -> Iterator[Part]:
        yield part(writing.say, f"report.{block}", nodes(writing.say, writing.report), str(block))

    return make


_MAKERS: dict[Block, Callable[[_Writing], Iterator[Part]]] = {
    Block.summary: _with(Block.summary, front.summary),
    Block.gaps: _with(Block.gaps, signing.gaps),
    Block.claims: _claims,
    Block.contradictions: lambda writing: _findings(writing, Block.contradictions, writing.report.contradictions),
    Block.agreements: lambda writing: _findings(writing, Block.agreements, writing.report.agreements),
    Block.timeline: _with(Block.timeline, timeline),
    Block.corrections: _with(Block.corrections, closing.corrections),
    Block.notices: _with(Block.notices, notices),
    Block.method: _with(Block.method, lambda _, report: paragraphs(report.method)),
    Block.interests: _with(Block.interests, lambda _, report: paragraphs(report.interests)),
    Block.legend: _with(Block.legend, closing.legends),
    Block.articles: _with(Block.articles, closing.articles),
    Block.verification: _with(Block.verification, closing.verification),
    Block.signoff: _with(Block.signoff, signing.report_signoff),
}
