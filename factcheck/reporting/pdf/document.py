"""The whole report on pages, part by part."""

from typing import BinaryIO

from factcheck.i18n import Catalogue
from factcheck.progress import Progress
from factcheck.reporting import record
from factcheck.reporting.pdf import closing, front, style
from factcheck.reporting.pdf.claim import claim_section
from factcheck.reporting.pdf.finding import finding_section
from factcheck.reporting.pdf.flow import Flow
from factcheck.reporting.pdf.fonts import Fonts, tidy
from factcheck.reporting.pdf.pen import Pen, one_line
from factcheck.reporting.pdf.setter import Setter
from factcheck.reporting.report import FindingSection, Report


def draw(report: Report, unprintable: tuple[str, ...], fonts: Fonts, out: BinaryIO, progress: Progress) -> None:
    """Write the PDF of a report, in one pass. Equal reports and fonts give equal bytes."""
    pen = Pen(out, fonts, report.language)
    make = Setter(fonts, Catalogue(report.language))
    _describe(pen, report, make.say)
    flow = Flow(pen, lambda p: _dress(p, report, make.say))
    flow.add(front.title_block(make, report))
    flow.add(front.contents(make, _parts(report, unprintable, make.say), report.claims))
    flow.need(150)
    front.summary(make, flow, report.claims)
    _claims(make, flow, report, progress)
    _findings(make, flow, "contradictions", report.contradictions)
    _findings(make, flow, "agreements", report.agreements)
    _close(make, flow, report, unprintable)
    flow.finish()
    pen.attach(record.FONTS, record.of_fonts(pen.typefaces()).encode(), make.say("report.verify.fonts"))
    pen.attach(record.NAME, report.record.encode(), make.say("report.verify.record"))
    progress(make.say("report.progress.saving"), len(report.claims), len(report.claims))
    pen.save()


def _describe(pen: Pen, report: Report, say: Catalogue) -> None:
    canvas = pen.canvas
    canvas.setTitle(tidy(report.title))
    canvas.setAuthor(tidy(report.checker))
    canvas.setSubject(say("report.subject", id=report.id))
    canvas.setCreator("factcheck")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


def _dress(pen: Pen, report: Report, say: Catalogue) -> None:
    """Running head (but for the first page, which has the masthead) and foot."""
    left, right = style.MARGIN, style.MARGIN + style.WIDTH
    head, foot = style.PAGE_HEIGHT - 36, 44.0
    if pen.page > 1:
        pen.words(report.title, style.SMALL_SOFT, left, head, style.WIDTH - 110)
        pen.flush(report.id, style.SMALL_SOFT, right, head)
        pen.rule(left, head - 15, style.WIDTH)
    page = one_line(say("report.page_of", page=pen.page), style.SMALL_SOFT, style.WIDTH, pen.fonts)
    pen.line(page, left, foot)
    pen.total(left + page.width, foot, style.SMALL_SOFT)
    pen.flush(report.made, style.SMALL_SOFT, right, foot)


def _parts(report: Report, unprintable: tuple[str, ...], say: Catalogue) -> list[tuple[str, str]]:
    """The parts that there are, in their order: what each is called, and its place."""
    there = {
        "summary": True,
        "claims": bool(report.claims),
        "contradictions": bool(report.contradictions),
        "agreements": bool(report.agreements),
        "method": bool(report.method),
        "interests": bool(report.interests),
        "corrections": bool(report.corrections),
        "legend": bool(report.legends),
        "articles": bool(report.articles),
        "verification": True,
        "unprintable": bool(unprintable),
    }
    return [(say(f"report.{place}"), place) for place, yes in there.items() if yes]


def _claims(make: Setter, flow: Flow, report: Report, progress: Progress) -> None:
    if not report.claims:
        return
    flow.break_page()
    flow.add(make.heading(make.say("report.claims"), "claims"))
    for done, claim in enumerate(report.claims):
        progress(make.say("report.progress.writing"), done, len(report.claims))
        flow.add(claim_section(make, claim, 30 if done else 10))


def _findings(make: Setter, flow: Flow, key: str, findings: tuple[FindingSection, ...]) -> None:
    if not findings:
        return
    if key == "contradictions":
        flow.break_page()
    flow.add(make.heading(make.say(f"report.{key}"), key))
    for finding in findings:
        flow.add(finding_section(make, finding, f"{key}-{finding.number}"))


def _close(make: Setter, flow: Flow, report: Report, unprintable: tuple[str, ...]) -> None:
    if report.method:
        flow.add(closing.texts(make, "method", report.method))
    if report.interests:
        flow.add(closing.texts(make, "interests", report.interests))
    if report.corrections:
        flow.add(closing.corrections(make, report.corrections))
    if report.legends:
        flow.add(closing.legends(make, report.legends))
    if report.articles:
        closing.articles(make, flow, report.articles)
    flow.add(closing.verification(make, report))
    if unprintable:
        flow.add(closing.unprintable(make, unprintable))
