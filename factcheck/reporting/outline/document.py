"""The whole report as a document, part by part."""

from collections import Counter
from collections.abc import Iterator

from factcheck.i18n import Catalogue
from factcheck.progress import Progress
from factcheck.reporting.outline import closing
from factcheck.reporting.outline.claim import claim_part
from factcheck.reporting.outline.finding import finding_part
from factcheck.reporting.outline.lines import paragraphs, part, plain
from factcheck.reporting.outline.nodes import (
    Block,
    Document,
    Entry,
    Fields,
    Look,
    Paragraph,
    Part,
    Row,
    Table,
    Text,
)
from factcheck.reporting.report import Badge, ClaimSection, FindingSection, Report


def document(report: Report, progress: Progress) -> Document:
    """The report in the order of reading; progress is told as its claims are read."""
    say = Catalogue(report.language)
    return Document(
        title=report.title,
        over=say("report.kicker"),
        language=report.language,
        subject=say("report.subject", id=report.id),
        author=report.checker,
        made_at=report.made_at,
        head=(_particulars(say, report), *_tally(report)),
        contents_title=say("report.contents"),
        contents=tuple(_contents(say, report)),
        parts=_parts(say, report, progress),
        record=report.record,
        colours=tuple(sorted({badge.colour for badge in _badges(report)})),
    )


def _badges(report: Report) -> Iterator[Badge]:
    """Every badge that the report shows."""
    for claim in report.claims:
        yield claim.badge
        yield from (v.badge for v in (claim.verdict, claim.second, *claim.earlier) if v)
    for correction in report.corrections:
        yield from (correction.before, correction.after)
    for legend in report.legends:
        yield from (badge for badge, _ in legend.ratings)


# --- what stands first ------------------------------------------------------------------------------------------------


def _particulars(say: Catalogue, report: Report) -> Fields:
    values = {
        "checked": report.checked,
        "updated": report.updated,
        "checker": report.checker,
        "contains": ", ".join(report.counts),
        "version": report.version,
        "id": report.id,
        "made": report.made,
    }
    return Fields(tuple((say(f"report.head.{key}"), plain(value)) for key, value in values.items() if value))


def _tally(report: Report) -> tuple[Block, ...]:
    """How often each verdict was given, in the order of the scales."""
    counted = Counter(claim.badge for claim in report.claims)
    scale = [badge for legend in report.legends for badge, _ in legend.ratings if badge in counted]
    line: list[Text | Badge] = []
    for badge in dict.fromkeys([*scale, *counted]):
        line += [Text(f"{counted[badge]}\u00a0", Look.strong), badge, Text(" ")]
    return (Paragraph(tuple(line[:-1])),) if line else ()


def _contents(say: Catalogue, report: Report) -> Iterator[Entry]:
    there = {
        "summary": report.claims,
        "claims": report.claims,
        "contradictions": report.contradictions,
        "agreements": report.agreements,
        "method": report.method,
        "interests": report.interests,
        "corrections": report.corrections,
        "legend": report.legends,
        "articles": report.articles,
        "verification": True,
    }
    for place in (place for place, yes in there.items() if yes):
        yield Entry(say(f"report.{place}"), place)
        if place == "claims":
            yield from (Entry(claim.wording, f"claim-{claim.number}", claim.number) for claim in report.claims)


# --- parts ------------------------------------------------------------------------------------------------------------


def _parts(say: Catalogue, report: Report, progress: Progress) -> Iterator[Part]:
    if report.claims:
        yield part(say, "report.summary", (_summary(say, report),), "summary")
        yield part(say, "report.claims", _claims(say, report, progress), "claims", page=True)
    if report.contradictions:
        yield part(say, "report.contradictions", _findings(say, "contradictions", report.contradictions),
                   "contradictions", page=True)  # fmt: skip
    if report.agreements:
        yield part(say, "report.agreements", _findings(say, "agreements", report.agreements), "agreements")
    yield from _closing(say, report)
    progress(say("report.progress.saving"), len(report.claims), len(report.claims))


def _summary(say: Catalogue, report: Report) -> Table:
    heads = tuple(say(f"report.column.{key}") for key in ("number", "claim", "verdict"))
    return Table(say("report.summary"), heads, tuple(_row(claim) for claim in report.claims), (8, 62, 30), head=1)


def _row(claim: ClaimSection) -> Row:
    wording = (Text(claim.wording, link=f"#claim-{claim.number}"),)
    claimant = ((Text(claim.claimant, Look.soft),),) if claim.claimant else ()
    return Row(((plain(str(claim.number)),), (wording, *claimant), ((claim.badge,),)))


def _claims(say: Catalogue, report: Report, progress: Progress) -> Iterator[Block]:
    for done, claim in enumerate(report.claims):
        progress(say("report.progress.writing"), done, len(report.claims))
        yield claim_part(say, claim)


def _findings(say: Catalogue, key: str, findings: tuple[FindingSection, ...]) -> Iterator[Block]:
    for finding in findings:
        yield finding_part(say, finding, f"{key}-{finding.number}")


def _closing(say: Catalogue, report: Report) -> Iterator[Part]:
    if report.method:
        yield part(say, "report.method", paragraphs(report.method), "method")
    if report.interests:
        yield part(say, "report.interests", paragraphs(report.interests), "interests")
    if report.corrections:
        yield part(say, "report.corrections", (closing.corrections(say, report.corrections),), "corrections")
    if report.legends:
        yield part(say, "report.legend", tuple(closing.legend(say, legend) for legend in report.legends), "legend")
    if report.articles:
        yield part(say, "report.articles", (closing.articles(say, report.articles),), "articles")
    yield closing.verification(say, report)
