"""What only the DOCX has: styles, fields, directions, the logo, the record."""

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from factcheck.reporting import Origin, ReportOptions, build
from factcheck.reporting.docx.parts import directed, run
from factcheck.reporting.options import Organisation
from tests.core.reporting.desk import NOW, Desk, flood
from tests.core.reporting.readers import written


def opened(options: ReportOptions) -> Any:
    desk = flood()
    report = build(desk.records, desk.findings, options, now=NOW, origin=Origin("ab" * 32))
    return docx.Document(BytesIO(written(report, ".docx")))


@pytest.fixture(scope="module")
def document() -> Any:
    return opened(ReportOptions())


def test_its_parts_have_real_styles(document: Any) -> None:
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "Quote", "toc 1"} <= used
    assert {table.style.name for table in document.tables} == {"Report Table", "Sides"}


def test_pages_are_numbered_by_fields(document: Any) -> None:
    section = document.sections[0]
    for foot in (section.footer, section.first_page_footer):
        codes = [code.text.strip() for code in foot._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]


def test_tables_are_headed_on_each_page_and_numbered(document: Any) -> None:
    body = document.element.body
    assert len(body.xpath("//w:tblHeader")) == len(document.tables)
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert captions[0] == "Table 1 Summary"
    assert len(captions) == len([t for t in document.tables if t.style.name == "Report Table"])


def test_runs_from_right_to_left_are_marked_with_their_language(document: Any) -> None:
    runs = document.element.body.xpath("//w:r[w:rPr/w:rtl]")
    words = "".join(text.text for run in runs for text in run.iter(qn("w:t")))
    assert "قال مكتب الدفاع المدني" in words
    assert "Harlow" not in words
    assert {run.xpath("string(w:rPr/w:lang/@w:bidi)") for run in runs} >= {"ar"}
    assert document.element.body.xpath("//w:p[w:pPr/w:bidi]")


@pytest.mark.parametrize(
    ("language", "face", "code"),
    [
        ("zh", "Noto Sans CJK SC", "zh-CN"),
        ("zh-Hant", "Noto Sans CJK TC", "zh-TW"),
        ("ja", "Noto Sans CJK JP", "ja-JP"),
        ("ko", "Noto Sans CJK KR", "ko-KR"),
    ],
)
def test_chinese_characters_have_the_face_of_their_language(language: str, face: str, code: str) -> None:
    (made,) = run("火 17", language=language)
    assert made.xpath("string(w:rPr/w:rFonts/@w:eastAsia)") == face
    assert made.xpath("string(w:rPr/w:lang/@w:eastAsia)") == code
    assert made.xpath("string(w:rPr/w:lang/@w:val)") == language


@pytest.mark.parametrize(
    ("wording", "face"), [("The store burnt down.", "SC"), ("倉庫起火。", "TC"), ("倉庫で火事があった。", "JP")]
)
def test_words_of_no_language_have_the_face_that_the_claims_want(wording: str, face: str) -> None:
    desk = Desk()
    desk.project(title="Fire")
    desk.claim(wording)
    report = build(desk.records, (), ReportOptions(), now=NOW, origin=Origin("ab" * 32))
    styles = docx.Document(BytesIO(written(report, ".docx"))).styles.element
    assert styles.xpath("string(w:docDefaults//w:rFonts/@w:eastAsia)") == f"Noto Sans CJK {face}"


@pytest.mark.parametrize(
    ("text", "base", "pieces"),
    [
        ("plain 38", 0, [(False, "plain 38")]),
        ("said אב 38 גד here", 0, [(False, "said "), (True, "אב 38 גד"), (False, " here")]),
        ("אב (Water Authority) גד", 1, [(True, "אב ("), (False, "Water Authority"), (True, ") גד")]),
        ("38", 1, [(True, "38")]),
        ("", 1, []),
    ],
)
def test_numbers_go_with_the_words_around_them(text: str, base: int, pieces: list[tuple[bool, str]]) -> None:
    assert list(directed(text, base)) == pieces


def test_it_carries_its_record_and_who_made_it(document: Any) -> None:
    parts = {str(part.partname): part.blob for part in document.part.package.iter_parts()}
    assert b"ab" * 32 in parts["/customXml/item1.xml"]
    assert (document.core_properties.title, document.core_properties.language) == ("The flood at Harlow Weir", "en")
    assert document.core_properties.created.year == 2026


def test_the_logo_is_in_it_as_it_was() -> None:
    picture = BytesIO()
    Image.effect_noise((60, 20), 90).save(picture, "PNG")
    document = opened(ReportOptions(organisation=Organisation("The Bench", logo=picture.getvalue())))
    assert len(document.inline_shapes) == 1
    blobs = [part.blob for part in document.part.package.iter_parts() if str(part.partname).endswith(".png")]
    assert blobs == [picture.getvalue()]
