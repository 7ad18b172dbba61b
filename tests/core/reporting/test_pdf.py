"""The PDF, read back."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import ReportError
from factcheck.i18n import Catalogue
from factcheck.model import Link, Note
from factcheck.progress import Cancelled, Progress, silent
from factcheck.reporting import Gap, Origin, ReportOptions, build, characters_without_font, pdf, write_report
from factcheck.reporting.pdf import files, style
from factcheck.reporting.report import Report
from tests.core.reporting.desk import FIVE_STEPS, NOW, Desk, flood


def printed(report: Report, progress: Progress = silent) -> bytes:
    out = BytesIO()
    pdf.write(report, out, progress)
    return out.getvalue()


def pages(data: bytes) -> list[str]:
    """The text of each page as a reader program copies it."""
    with pypdfium2.PdfDocument(data) as document:
        texts = []
        for page in document:
            text = page.get_textpage()
            texts.append(text.get_text_bounded())
            text.close()
            page.close()
        return texts


def squeezed(text: str) -> str:
    """Without white space and the breaks that a reader program marks in words."""
    return re.sub(r"[\s\x02\ufffe]+", "", unicodedata.normalize("NFKC", text))


def all_text(data: bytes) -> str:
    """All words of the pages without running heads and feet, so that what goes over a page end is in one piece."""
    return "".join(squeezed(page) for page in pages(data))


@pytest.fixture(scope="module")
def report() -> Report:
    desk = flood()
    return build(desk.records, desk.findings, ReportOptions(), now=NOW, origin=Origin("ab" * 32))


@pytest.fixture(scope="module")
def data(report: Report) -> bytes:
    return printed(report)


def one_claim(wording: str, claimant: str = "", limits: str = "") -> Desk:
    desk = Desk()
    desk.claim(wording, claimant=claimant, limits=limits)
    return desk


# --- what stands there ------------------------------------------------------------------------------------------------


def test_every_claim_quote_and_rationale_can_be_read_in_it(report: Report, data: bytes) -> None:
    text = all_text(data)
    for claim in report.claims:
        assert squeezed(claim.wording) in text
        assert squeezed(claim.badge.label) in text
    for words in ("Hospitals registered 24 deaths", "Called the duty officer", "9f86d081884c7d659a2feaa0c55ad015"):
        assert squeezed(words) in text
    for row in report.articles:
        assert row.text_sha256 in text
        assert row.original_sha256 in text
    assert "SECRET" not in text
    assert "DISMISSED" not in text


def test_greek_and_cyrillic_come_out_as_they_went_in(data: bytes) -> None:
    text = all_text(data)
    assert squeezed("Τουλάχιστον 31 άνθρωποι έχασαν τη ζωή τους; это правда?") in text
    assert squeezed("никто не мог этого предвидеть") in text


def test_each_page_says_which_it_is_of_how_many(data: bytes) -> None:
    texts = pages(data)
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in re.sub(r"\s+", " ", text)


def test_the_contents_name_the_page_on_which_a_claim_begins(report: Report, data: bytes) -> None:
    texts = pages(data)
    contents = re.sub(r"\s+", " ", texts[0])
    for claim in report.claims[:3]:
        found = re.search(re.escape(claim.wording) + r"\s(\d+)", contents)
        assert found, claim.wording
        assert f"Claim {claim.number}" in texts[int(found[1]) - 1]


def test_bookmarks_lead_to_parts_claims_and_findings(report: Report, data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        entries = [(b.level, b.get_title()) for b in document.get_toc()]
    titles = [title for _, title in entries]
    parts = [t for level, t in entries if level == 0 and t != "Characters without a font"]
    assert parts == [
        "Contents", "Summary", "Claims", "Where sources differ", "Where sources agree",
        "When the claims were made", "Method", "Interests", "Corrections", "Scales used", "Articles", "How to verify",
    ]  # fmt: skip
    assert sum(re.match(r"\d+ ", title) is not None for title in titles) == len(report.claims)
    assert "People killed in the flood" in titles


def links(data: bytes) -> Iterator[tuple[int, str | int]]:
    """From which page, counted from 0, links lead where: to an address, or to a page."""
    reader = pypdf.PdfReader(BytesIO(data))
    numbers = {page.indirect_reference.idnum: i for i, page in enumerate(reader.pages) if page.indirect_reference}
    for i, page in enumerate(reader.pages):
        for annotation in page.get("/Annots") or ():
            link = annotation.get_object()
            yield i, str(link["/A"]["/URI"]) if "/A" in link else numbers[link["/Dest"][0].idnum]


def test_links_lead_to_the_web_or_into_the_report_and_nowhere_else(data: bytes) -> None:
    web = {link for _, link in links(data) if isinstance(link, str)}
    assert "https://hospitals.example/valley/releases/2026-03-13" in web
    assert all(link.startswith(("http://", "https://")) for link in web)


def test_contents_summary_references_and_quotes_lead_to_the_pages_of_what_they_name(data: bytes) -> None:
    texts = pages(data)
    inside = [(start, link) for start, link in links(data) if isinstance(link, int)]
    from_contents = [texts[page] for start, page in inside if start == 0]
    assert "Summary" in from_contents[0]
    assert all(f"Claim {n}" in from_contents[n + 1] for n in range(1, 11))
    from_summary = [texts[page] for start, page in inside if start == 1]
    assert "Claim 1" in from_summary[0]
    from_claim = [page for start, page in inside if start == 2]
    assert 3 in from_claim  # [3] stands on the next page
    assert any("courier-2026-03-13-late-edition.html" in texts[page] for page in from_claim)


def test_only_embedded_fonts_are_used(data: bytes) -> None:
    for page in pypdf.PdfReader(BytesIO(data)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index] # a page has its resources
            if "Helvetica" not in str(font["/BaseFont"]):  # reportlab's own, listed and never used
                assert "/FontFile2" in font["/FontDescriptor"]
    with pypdfium2.PdfDocument(data) as document:
        names = {name for page in document for name in fonts_on(page)}
    assert names
    assert not any("Helvetica" in name for name in names)


def fonts_on(page: pypdfium2.PdfPage) -> Iterator[str]:
    """The fonts that draw text on a page."""
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=3):
        buffer = ctypes.create_string_buffer(200)
        pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(thing.raw), buffer, 200)
        yield buffer.value.decode()


def test_the_document_says_what_it_is(report: Report, data: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(data))
    about = reader.metadata
    assert about is not None
    assert (about.title, about.author) == (report.title, "Mina Okafor")
    assert report.id in (about.subject or "")
    assert reader.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index] # a document has a root


def test_equal_reports_make_equal_bytes(report: Report, data: bytes) -> None:
    printed(replace(report, title="Something else: انهيار"))
    assert printed(report) == data


def test_an_empty_report_has_its_pages() -> None:
    text = all_text(printed(build(Desk().records, (), ReportOptions())))
    assert "Summary" in text
    assert "Howtoverify" in text


# --- hostile words ----------------------------------------------------------------------------------------------------

HOSTILE = [
    "<b", "</para>", "<img src=file:///etc/passwd>", "<a href='javascript:x'>y</a>", "&amp; &#60; &lt",
    "%PDF-1.4 (( \\) \\",
    "{name} {0} %s", "[1] [2] [999999999999]", "tab\tand\nline", "= + - @", "e\u0301 nai\u0308ve", "ﬁ ﬂ ½ “quotes” — …",
    "x" * 10_000, "ab " * 4_000, "https://example.org/" + "path/" * 300, "e" + "\u0301" * 500,
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_words_come_out_as_they_are_whatever_they_are(words: str) -> None:
    desk = Desk()
    claim = desk.claim(words, claimant=words, limits=words, reply=words)
    desk.verdict(claim, "true", words, words)
    desk.evidence(claim, Link(words, words, words, words, words, words, words, words))
    desk.evidence(claim, Note(words))
    desk.project(title=words, method=words)
    article = desk.article(words, words, words, words, url=words, file=words)
    desk.appears(claim, article, words)
    desk.finding(words, {words: [(article, words, "")], "other": [(article, words, "")]}, reasons=(words,), note=words)
    text = all_text(printed(build(desk.records, desk.findings, ReportOptions())))
    if len(words) < 100:
        assert squeezed(words) in text
    else:
        assert text.count(words[0]) >= words.count(words[0]) * 5


def test_controls_and_overrides_leave_no_trace() -> None:
    text = all_text(
        printed(build(one_claim(wording="so\x00 mu\x07ch\u202e for\u2066 that\ud800").records, (), ReportOptions()))
    )
    assert "somuchforthat" in text


def test_what_no_font_has_is_named_beforehand_and_shown_by_its_code_point(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_folders", lambda: [])  # whatever this machine has
    report = build(one_claim(wording="The word 中文 and \U0001f600 here").records, (), ReportOptions())
    chinese, symbols = characters_without_font(report)
    assert chinese == Gap("chinese", ("中", "文"), "fonts-wqy-microhei")
    assert symbols == Gap("symbols", ("\U0001f600",), "fonts-symbola")
    assert "these 2 characters" in chinese.told(Catalogue())
    assert "The Debian package fonts-wqy-microhei has them." in chinese.told(Catalogue())
    text = " ".join(pages(printed(report)))
    assert "The word U+4E2D U+6587 and U+1F600 here" in re.sub(r"\s+", " ", text)
    assert "Characters without a font" in text
    assert "CJK UNIFIED IDEOGRAPH-4E2D" in text
    assert "GRINNING FACE" in text


def test_a_report_of_covered_characters_names_none(report: Report) -> None:
    arabic = "\u0600", "\u06ff"  # not covered where its packages are not installed
    missing = [c for gap in characters_without_font(report) for c in gap.characters]
    assert [c for c in missing if not arabic[0] <= c <= arabic[1]] == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"]), min_size=1, max_size=300))
def test_any_text_makes_a_report(words: str) -> None:
    assert pages(printed(build(one_claim(wording=words, claimant=words, limits=words).records, (), ReportOptions())))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("abcXYZ019.,;:!?()“”äßéñøżґЖяλΩ", min_size=1, max_size=30), min_size=1, max_size=60))
def test_left_to_right_words_that_the_fonts_have_come_back_equal(words: list[str]) -> None:
    text = " ".join(words)
    assert squeezed(text) in all_text(printed(build(one_claim(wording=text).records, (), ReportOptions())))


def test_long_things_go_over_as_many_pages_as_they_take_and_lose_nothing() -> None:
    desk = Desk()
    claim = desk.claim("A claim")
    rationale = " ".join(f"word{i}" for i in range(2_000))
    desk.verdict(claim, "true", "Short.", rationale)
    article = desk.article(" ".join(f"Sentence {i} says so." for i in range(80)))
    rows = [(article, f"Sentence {i} says so.", "so") for i in range(80)]
    desk.finding("a fact", {"yes": rows[:40], "no": rows[40:], "perhaps": rows[:3]})
    text = all_text(printed(build(desk.records, desk.findings, ReportOptions())))
    assert all(f"word{i}" in text for i in range(2_000))
    assert all(text.count(f"Sentence{i}saysso.") >= 1 for i in range(80))


def test_five_hundred_claims_without_verdict_are_all_there() -> None:
    desk = Desk()
    for i in range(500):
        desk.claim(f"Claim about matter {i:03}.")
    text = all_text(printed(build(desk.records, (), ReportOptions())))
    assert all(text.count(f"Claimaboutmatter{i:03}.") == 3 for i in range(500))  # contents, summary, section


def test_nothing_is_drawn_outside_the_margins(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
                left, bottom, right, top = thing.get_bounds()
                assert left >= style.MARGIN - 3
                assert right <= style.MARGIN + style.WIDTH + 3
                assert bottom >= 20
                assert top <= style.PAGE_HEIGHT - 20


# --- colours ----------------------------------------------------------------------------------------------------------

COLOURS = ["true", "mostly-true", "mixed", "mostly-false", "false", "worst", "caution", "neutral", "none"]


@pytest.mark.parametrize("name", [*COLOURS, "never heard of", "#ffff00", "#123456", "#zzzzzz", "#888888"])
def test_the_words_on_a_badge_stand_out(name: str) -> None:
    colours = style.badge_colours(name)
    assert style.contrast(colours.ink, colours.fill) >= 4.5


def test_semantic_colours_differ_from_one_another() -> None:
    assert len({style.badge_colours(name).fill for name in COLOURS}) == len(COLOURS)


@pytest.mark.parametrize("ink", [style.INK, style.SOFT, style.LINK])
@pytest.mark.parametrize("ground", [style.PAPER, style.PALE, style.MARK])
def test_text_stands_out_from_what_lies_behind_it(ink: str, ground: str) -> None:
    assert style.contrast(ink, ground) >= 4.5


def test_contrast_is_measured_as_wcag_has_it() -> None:
    assert style.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert style.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_badge_of_the_shipped_scale_prints_its_sign(data: bytes) -> None:
    text = all_text(data)
    for rating in FIVE_STEPS.ratings:
        if not rating.retired:
            assert squeezed(rating.sign + rating.label) in text


# --- on disk ----------------------------------------------------------------------------------------------------------


def test_the_file_is_written_and_nothing_is_left_beside_it(report: Report, data: bytes, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    write_report(report, target)
    assert target.read_bytes() == data
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("at", [0, 4, 10])
def test_cancelling_leaves_the_old_file_as_it_was(report: Report, tmp_path: Path, at: int) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    def stop(_what: str, done: int, _total: int) -> None:
        if done == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_report(report, target, stop)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_progress_is_told_for_each_claim(report: Report) -> None:
    told: list[int] = []
    printed(report, lambda _what, done, _total: told.append(done))
    assert told == sorted(told)
    assert set(told) == set(range(11))


def test_a_folder_is_no_place_for_a_report(report: Report, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="is a folder"):
        write_report(report, tmp_path)


def test_a_folder_that_is_not_there_is_named(report: Report, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"nowhere.*no such file or directory"):
        write_report(report, tmp_path / "nowhere" / "report.pdf")
