"""The whole report on pages, block by block, as its template says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from factcheck.i18n import Catalogue
from factcheck.progress import Progress, Pulse
from factcheck.reporting import record
from factcheck.reporting.pdf import charts, closing, front, notice, signing, style
from factcheck.reporting.pdf.characters import tidy
from factcheck.reporting.pdf.claim import claim_section
from factcheck.reporting.pdf.finding import finding_section
from factcheck.reporting.pdf.flow import Flow
from factcheck.reporting.pdf.fonts import Fonts
from factcheck.reporting.pdf.pen import Pen, one_line
from factcheck.reporting.pdf.setter import Setter
from factcheck.reporting.pdf.timeline import timeline
from factcheck.reporting.present import present, titled
from factcheck.reporting.report import FindingSection, Report
from factcheck.reporting.templates import Block


@dataclass(frozen=True)
class _Pages:
    """What a block is written with."""

    make: Setter
    flow: Flow
    report: Report
    unprintable: tuple[str, ...]
    progress: Progress


def draw(report: Report, unprintable: tuple[str, ...], fonts: Fonts, out: BinaryIO, progress: Pulse) -> None:
    """Write the PDF of a report, in one pass. Equal reports and fonts give equal bytes."""
    pen = Pen(out, fonts, report.language, report.made_at, progress.again)
    make = Setter(fonts, Catalogue(report.language))
    _describe(pen, report, make.say)
    flow = Flow(pen, lambda p: _dress(p, report, make.say))
    pages = _Pages(make, flow, report, unprintable, progress)
    for block in present(report):
        _WRITERS[block](pages)
    if unprintable:
        flow.add(closing.unprintable(make, unprintable))
    flow.finish()
    pen.attach(record.FONTS, record.of_fonts(pen.typefaces()).encode(), make.say("report.verify.fonts"))
    pen.attach(record.NAME, report.record.encode(), make.say("report.verify.record"))
    progress(make.say("report.progress.saving"), len(report.claims), len(report.claims))
    pen.save()


def _describe(pen: Pen, report: Report, say: Catalogue) -> None:
    canvas = pen.canvas
    canvas.setTitle(tidy(report.title))
    canvas.setAuthor(tidy(", ".join(filter(None, (report.checker, report.organisation.name)))))
    canvas.setSubject(say("report.subject", id=report.id))
    canvas.setCreator("factcheck")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


def _dress(pen: Pen, report: Report, say: Catalogue) -> None:
    """Running head (but on a page that has the masthead) and foot."""
    left, right = style.MARGIN, style.MARGIN + style.WIDTH
    head, foot = style.PAGE_HEIGHT - 36, 44.0
    if pen.page > 1 or Block.masthead not in report.template.blocks:
        pen.begin(report.title, style.SMALL_SOFT, left, head, style.WIDTH - 110)
        pen.flush(report.id, style.SMALL_SOFT, right, head)
        pen.rule(left, head - 15, style.WIDTH)
    page = one_line(say("report.page_of", page=pen.page), style.SMALL_SOFT, style.WIDTH, pen.fonts)
    pen.line(page, left, foot)
    pen.total(left + page.width, foot, style.SMALL_SOFT)
    pen.flush(report.made, style.SMALL_SOFT, right, foot)


# --- which blocks there are -------------------------------------------------------------------------------------------


def _parts(pages: _Pages) -> list[tuple[str, str]]:
    """The parts that there are, in their order: what each is called, and its place."""
    places = [str(block) for block in titled(pages.report)]
    places += ["unprintable"] if pages.unprintable else []
    return [(pages.make.say(f"report.{place}"), place) for place in places]


# --- each block -------------------------------------------------------------------------------------------------------


def _masthead(pages: _Pages) -> None:
    pages.flow.add(front.title_block(pages.make, pages.report))


def _verdicts(pages: _Pages) -> None:
    pages.flow.add(charts.verdicts(pages.make, pages.report.verdicts))


def _contents(pages: _Pages) -> None:
    pages.flow.add(front.contents(pages.make, _parts(pages), pages.report.claims))


def _summary(pages: _Pages) -> None:
    pages.flow.need(150)
    front.summary(pages.make, pages.flow, pages.report.claims)


def _gaps(pages: _Pages) -> None:
    pages.flow.add(signing.gaps(pages.make, pages.report))


def _claims(pages: _Pages) -> None:
    make, flow, report = pages.make, pages.flow, pages.report
    alone = report.template.page_per_claim
    if not alone:
        flow.break_page()
        flow.add(make.heading(make.say("report.claims"), "claims"))
    for done, claim in enumerate(report.claims):
        pages.progress(make.say("report.progress.writing"), done, len(report.claims))
        if alone:
            flow.need(style.TOP - style.BOTTOM)
            flow.add(front.banner(make, report))
        flow.add(claim_section(make, report, claim, 30 if done and not alone else 10))
    if alone:
        flow.break_page()


def _findings(pages: _Pages, key: str, findings: tuple[FindingSection, ...]) -> None:
    make, flow = pages.make, pages.flow
    flow.add(make.heading(make.say(f"report.{key}"), key))
    for finding in findings:
        flow.add(finding_section(make, finding, f"{key}-{finding.number}"))


def _contradictions(pages: _Pages) -> None:
    pages.flow.break_page()
    _findings(pages, "contradictions", pages.report.contradictions)


def _agreements(pages: _Pages) -> None:
    _findings(pages, "agreements", pages.report.agreements)


def _timeline(pages: _Pages) -> None:
    pages.flow.need(150)
    pages.flow.add(timeline(pages.make, pages.report.timeline))


def _corrections(pages: _Pages) -> None:
    pages.flow.add(closing.corrections(pages.make, pages.report.corrections))


def _notices(pages: _Pages) -> None:
    pages.flow.add(notice.notices(pages.make, pages.report))


def _method(pages: _Pages) -> None:
    pages.flow.add(closing.texts(pages.make, "method", pages.report.method))


def _interests(pages: _Pages) -> None:
    pages.flow.add(closing.texts(pages.make, "interests", pages.report.interests))


def _legend(pages: _Pages) -> None:
    pages.flow.add(closing.legends(pages.make, pages.report.legends))


def _articles(pages: _Pages) -> None:
    closing.articles(pages.make, pages.flow, pages.report.articles)


def _verification(pages: _Pages) -> None:
    pages.flow.add(closing.verification(pages.make, pages.report))


def _signoff(pages: _Pages) -> None:
    pages.flow.add(signing.report_signoff(pages.make, pages.report))


_WRITERS: dict[Block, Callable[[_Pages], None]] = {
    Block.masthead: _masthead,
    Block.verdicts: _verdicts,
    Block.contents: _contents,
    Block.summary: _summary,
    Block.gaps: _gaps,
    Block.claims: _claims,
    Block.contradictions: _contradictions,
    Block.agreements: _agreements,
    Block.timeline: _timeline,
    Block.corrections: _corrections,
    Block.notices: _notices,
    Block.method: _method,
    Block.interests: _interests,
    Block.legend: _legend,
    Block.articles: _articles,
    Block.verification: _verification,
    Block.signoff: _signoff,
}
