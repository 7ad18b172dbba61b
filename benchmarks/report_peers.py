"""The invented report as other libraries for PDF print it: the same words, measures and typeface, in their usual way.

Each draws contents, a section per claim (heading, badge, quote with marked words, rationale, table of evidence) and the
number of the page. fpdf2 and weasyprint number the contents and say "page x of y"; platypus does so only at several
times its cost (`multiBuild`), and is measured plain, without contents.
"""

from collections.abc import Callable, Iterator
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.files import FAMILIES, cut, source
from factcheck.reporting.pdf.style import Weight, badge_colours
from factcheck.reporting.pieces import Words
from factcheck.reporting.report import ClaimSection, Report

Peer = Callable[[Report, Path], None]
_CUTS = {"": Weight.regular, "B": Weight.bold}
_HEADS = ("No.", "Title", "Publisher", "Stance")


def _cut(weight: Weight) -> BytesIO:
    file = source(FAMILIES[0], weight)
    assert file
    return cut(FAMILIES[0], weight, file)


def _files(folder: Path) -> dict[str, Path]:
    """The two cuts of the typeface as files."""
    files = {}
    for letter, weight in _CUTS.items():
        files[letter] = folder / f"{weight}.ttf"
        files[letter].write_bytes(_cut(weight).getvalue())
    return files


def _rows(claim: ClaimSection) -> Iterator[tuple[str, ...]]:
    for item in claim.evidence:
        yield str(item.number), item.title, item.fields[0].value, f"{item.stance}, {item.grade}"


def _text(words: Words) -> str:
    return "".join(run.text for run in words)


def _marked(words: Words, before: str, after: str) -> str:
    return "".join(f"{before}{escape(run.text)}{after}" if run.marked else escape(run.text) for run in words)


# --- platypus ---------------------------------------------------------------------------------------------------------


def platypus(report: Report, target: Path) -> None:
    """reportlab's own flow of paragraphs and tables, built once."""
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import SimpleDocTemplate

    for letter, weight in _CUTS.items():
        registerFont(TTFont(f"Peer{letter}", _cut(weight)))
    registerFontFamily("Peer", normal="Peer", bold="PeerB", italic="Peer", boldItalic="PeerB")
    document = SimpleDocTemplate(
        str(target), leftMargin=style.MARGIN, rightMargin=style.MARGIN, topMargin=74, bottomMargin=66
    )

    def dress(canvas: Any, _document: object) -> None:
        canvas.setFont("Peer", 8)
        canvas.drawString(style.MARGIN, 36, f"Page {canvas.getPageNumber()}")

    flow = [piece for claim in report.claims for piece in _platypus_claim(claim)]
    document.build(flow, onFirstPage=dress, onLaterPages=dress)


def _platypus_claim(claim: ClaimSection) -> Iterator[Any]:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, Table

    def look(size: float, leading: float, font: str = "Peer", **more: Any) -> ParagraphStyle:
        return ParagraphStyle("", fontName=font, fontSize=size, leading=leading, **more)

    body = look(9.5, 13.8, spaceBefore=6)
    cell = look(8, 11.4)
    verdict = claim.verdict
    assert verdict
    yield Paragraph(f"{claim.number}  {escape(claim.wording)}", look(13.5, 18.5, "PeerB", spaceBefore=30))
    yield Paragraph(escape(claim.claimant), body)
    ink = look(10.5, 20, "PeerB", textColor=HexColor("#ffffff"), spaceBefore=10)
    badge = Table([[Paragraph(f"{claim.badge.sign} {claim.badge.label}", ink)]], colWidths=[110], hAlign="LEFT")
    badge.setStyle([("BACKGROUND", (0, 0), (-1, -1), HexColor(badge_colours(claim.badge.colour).fill))])
    yield badge
    yield Paragraph(escape(verdict.definition), cell)
    yield Paragraph(escape(verdict.summary[0]), look(10.5, 15.2, spaceBefore=6))
    for quote in claim.appearances:
        yield Paragraph(_marked(quote.words, "<b>", "</b>"), look(9.5, 13.8, leftIndent=12, spaceBefore=12))
        yield Paragraph(escape(quote.source.title), look(8, 11.4, leftIndent=12))
    for paragraph in verdict.rationale:
        yield Paragraph(escape(_text(paragraph)), body)
    rows = [[Paragraph(escape(value), cell) for value in row] for row in (_HEADS, *_rows(claim))]
    yield Table(rows, colWidths=[30, 270, 90, 93], repeatRows=1, style=[("LINEBELOW", (0, 0), (-1, -1), 0.5, "black")])
    for item in claim.evidence:
        yield Paragraph(f"[{item.number}] {escape(_text(item.quote))}", look(9.5, 13.8, leftIndent=26, spaceBefore=4))


# --- fpdf2 ------------------------------------------------------------------------------------------------------------


def fpdf2(report: Report, target: Path) -> None:
    """fpdf2 with its table of contents and its alias for the number of pages; without shaping, its quicker way."""
    from fpdf import FPDF

    class Printed(FPDF):
        def footer(self) -> None:
            self.set_y(-40)
            self.set_font("Peer", "", 8)
            self.cell(0, 10, f"Page {self.page_no()} of {{nb}}")

    pdf = Printed(unit="pt", format="A4")
    for letter, file in _files(target.parent).items():
        pdf.add_font("Peer", letter, file)
    pdf.set_margins(style.MARGIN, 74, style.MARGIN)
    pdf.set_auto_page_break(True, margin=66)
    pdf.add_page()
    pdf.set_font("Peer", "B", 25)
    pdf.multi_cell(0, 31, report.title, new_x="LMARGIN", new_y="NEXT")
    pdf.insert_toc_placeholder(_fpdf_contents, pages=_contents_pages(report), allow_extra_pages=True)
    for claim in report.claims:
        _fpdf_claim(pdf, claim)
    pdf.output(str(target))


def _contents_pages(report: Report) -> int:
    """A close guess; fpdf2 adds what lacks."""
    return 1 + len(report.claims) // 30


def _fpdf_contents(pdf: Any, outline: list[Any]) -> None:
    pdf.set_font("Peer", "", 9.5)
    pdf.set_x(style.MARGIN)
    for section in outline:
        line = f"{section.name} {section.page_number}"
        pdf.multi_cell(0, 14.5, line, new_x="LMARGIN", new_y="NEXT")


def _fpdf_claim(pdf: Any, claim: ClaimSection) -> None:
    from fpdf.fonts import FontFace

    verdict = claim.verdict
    assert verdict

    def text(words: str, size: float, leading: float, cut: str = "", before: float = 0.0) -> None:
        pdf.set_y(pdf.get_y() + before)
        pdf.set_font("Peer", cut, size)
        pdf.multi_cell(0, leading, words, new_x="LMARGIN", new_y="NEXT", align="L")

    pdf.start_section(f"{claim.number}  {claim.wording}")
    text(f"{claim.number}  {claim.wording}", 13.5, 18.5, "B", 30)
    text(claim.claimant, 9.5, 13.8, before=4)
    pdf.set_fill_color(badge_colours(claim.badge.colour).fill)
    pdf.set_text_color(255)
    pdf.set_font("Peer", "B", 10.5)
    pdf.cell(110, 20, f"{claim.badge.sign} {claim.badge.label}", fill=True, new_x="LMARGIN", new_y="NEXT")
    pdf.set_text_color(0)
    text(verdict.definition, 8, 11.4)
    text(verdict.summary[0], 10.5, 15.2, before=6)
    for quote in claim.appearances:
        pdf.set_y(pdf.get_y() + 12)
        for run in quote.words:
            pdf.set_font("Peer", "B" if run.marked else "", 9.5)
            pdf.write(13.8, run.text)
        pdf.ln()
        text(quote.source.title, 8, 11.4)
    for paragraph in verdict.rationale:
        text(_text(paragraph), 9.5, 13.8, before=6)
    pdf.set_font("Peer", "", 8)
    with pdf.table(col_widths=(30, 270, 90, 93), line_height=11.4, headings_style=FontFace(emphasis="BOLD")) as table:
        for row in (_HEADS, *_rows(claim)):
            table.row(row)
    for item in claim.evidence:
        text(f"[{item.number}] {_text(item.quote)}", 9.5, 13.8, before=4)


# --- weasyprint -------------------------------------------------------------------------------------------------------

_CSS = """
@font-face { font-family: Peer; src: url(regular.ttf) }
@font-face { font-family: Peer; font-weight: bold; src: url(bold.ttf) }
@page { size: A4; margin: 74pt 56pt 66pt; @bottom-left { content: "Page " counter(page) " of " counter(pages);
        font: 8pt Peer } }
body { font: 9.5pt/13.8pt Peer; margin: 0 } p { margin: 6pt 0 0 } h1 { font: bold 25pt/31pt Peer; margin: 0 }
h2 { font: bold 13.5pt/18.5pt Peer; margin: 30pt 0 0 } .toc { font-size: 9.5pt; line-height: 14.5pt; margin: 0 }
.toc a::after { content: " " target-counter(attr(href), page) } .badge { color: #fff; font: bold 10.5pt/20pt Peer }
small { display: block; font-size: 8pt; line-height: 11.4pt } blockquote { margin: 12pt 0 0 12pt }
mark { font-weight: bold }
table { font-size: 8pt; line-height: 11.4pt; border-collapse: collapse; width: 100% } td { border-bottom: .5pt solid }
"""


def weasyprint(report: Report, target: Path) -> None:
    """HTML and CSS through weasyprint, contents and page numbers by its counters."""
    from weasyprint import HTML

    _files(target.parent)
    entries = (f'<p class="toc"><a href="#c{c.number}">{c.number} {escape(c.wording)}</a></p>' for c in report.claims)
    sections = (_html_claim(claim) for claim in report.claims)
    page = f"<style>{_CSS}</style><h1>{escape(report.title)}</h1>{''.join(entries)}{''.join(sections)}"
    HTML(string=page, base_url=f"{target.parent}/").write_pdf(target)


def _html_claim(claim: ClaimSection) -> str:
    verdict = claim.verdict
    assert verdict
    fill = badge_colours(claim.badge.colour).fill
    quotes = "".join(
        f"<blockquote>{_marked(q.words, '<mark>', '</mark>')}<small>{escape(q.source.title)}</small></blockquote>"
        for q in claim.appearances
    )
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(value)}</td>' for value in row)}</tr>" for row in (_HEADS, *_rows(claim))
    )
    return (
        f'<h2 id="c{claim.number}">{claim.number} {escape(claim.wording)}</h2><p>{escape(claim.claimant)}</p>'
        f'<p class="badge"><span style="background:{fill}">{claim.badge.sign} {claim.badge.label}</span></p>'
        f"<small>{escape(verdict.definition)}</small><p>{escape(verdict.summary[0])}</p>{quotes}"
        + "".join(f"<p>{escape(_text(paragraph))}</p>" for paragraph in verdict.rationale)
        + f"<table>{rows}</table>"
        + "".join(f"<p>[{item.number}] {escape(_text(item.quote))}</p>" for item in claim.evidence)
    )
