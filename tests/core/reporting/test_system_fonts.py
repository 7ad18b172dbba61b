"""Chinese, Japanese and Korean, in typefaces of the system: ones made for the test, so that any machine will do."""

import re
import unicodedata
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection

from factcheck.reporting import ReportOptions, build, characters_without_font
from factcheck.reporting.pdf import files
from factcheck.reporting.pdf.fonts import Fonts
from factcheck.reporting.pdf.style import BODY, CLAIM, Weight
from factcheck.reporting.pdf.typeset import Inline, set_lines
from tests.core.reporting.desk import Desk
from tests.core.reporting.test_pdf import pages, printed

CHINESE = "水务局表示，2026年3月12日凌晨旧水坝溃决，至少有38人死亡，2,400人被转移到三个地区的学校。"
JAPANESE = "水道局によると、2026年3月12日に古い堰が決壊し、「38人が死亡」した。"
Install = Callable[[str, str], Path]


def made(characters: str) -> FontBuilder:
    """A typeface with a square for each character."""
    names = [".notdef", *(f"u{ord(c):04X}" for c in sorted(set(characters)))]
    pen = TTGlyphPen(None)
    for point in ((100, 0), (100, 800), (900, 800), (900, 0)):
        (pen.lineTo if pen.points else pen.moveTo)(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): f"u{ord(c):04X}" for c in set(characters)})
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": "Squares"})
    builder.setupOS2()
    builder.setupPost()
    return builder


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a typeface of some characters among the fonts of a system that has no others."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    monkeypatch.setattr(files, "_folders", lambda: [folder])
    files._installed.cache_clear()

    def put(name: str, characters: str) -> Path:
        files._installed.cache_clear()
        path = folder / name
        font = made(characters)
        if path.suffix == ".ttc":
            collection = TTCollection()
            collection.fonts = [font.font]
            collection.save(path)
        else:
            font.save(path)
        return path

    return put


def only(text: str) -> str:
    """The characters that the main typeface has not."""
    return "".join(set(text) - Fonts(shaping=True).plain)


def read_back(text: str) -> str:
    desk = Desk()
    desk.verdict(desk.claim("A claim"), "true", text)
    return unicodedata.normalize("NFC", " ".join(pages(printed(build(desk.records, (), ReportOptions())))))


@pytest.mark.parametrize("text", [CHINESE, JAPANESE])
def test_a_sentence_keeps_its_characters_and_its_digits(install: Install, text: str) -> None:
    install("DroidSansFallbackFull.ttf", only(text))
    assert text in re.sub(r"\s+", "", read_back(text))


def test_the_first_typeface_of_a_collection_is_used(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "user_data", lambda: tmp_path)  # where it is kept by itself
    install("wqy-microhei.ttc", only(CHINESE))
    assert CHINESE in re.sub(r"\s+", "", read_back(CHINESE))
    assert [path.name for path in (tmp_path / "fonts").glob("WenQuanYiMicroHei-*")] != []


def test_han_characters_are_japanese_beside_kana_and_korean_beside_hangul(install: Install) -> None:
    for file in ("DroidSansFallbackFull.ttf", "ipaexg.ttf", "NanumGothic.ttf"):
        install(file, "水道局のは물")
    fonts = Fonts(shaping=True)
    faces = {
        text: {face.family.name for *_, face in fonts.runs(text, Weight.regular)} for text in ("水道", "水の", "水물")
    }
    assert faces == {"水道": {"DroidSansFallback"}, "水の": {"IPAexGothic"}, "水물": {"NanumGothic"}}


def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(install: Install) -> None:
    text = JAPANESE * 5
    install("ipaexg.ttf", only(text))
    for width in range(60, 200, 7):
        set_text = set_lines((Inline(text, BODY),), width, Fonts(shaping=True))
        lines = ["".join(segment.text for segment in line.segments) for line in set_text]
        assert "".join(lines) == text
        assert not any(line[0] in "、。」" or line.endswith("「") for line in lines)
        assert not any(one[-1].isdigit() and other[0].isdigit() for one, other in pairwise(lines))


def test_a_typeface_without_a_bold_cut_is_drawn_thicker(install: Install) -> None:
    install("ipaexg.ttf", "水")
    (line,) = set_lines((Inline("水", CLAIM),), 100, Fonts(shaping=True))
    assert line.segments[0].face.weight is Weight.regular
    desk = Desk()
    desk.claim("水")
    reader = pypdf.PdfReader(BytesIO(printed(build(desk.records, (), ReportOptions()))))
    drawn = b"".join(page.get_contents().get_data() for page in reader.pages)  # type: ignore[union-attr] # all have some
    assert re.search(rb"2 Tr [^\n]*Tj 0 Tr", drawn)


def test_digits_stand_upright_beside_letters_that_cannot_slant(install: Install) -> None:
    install("ipaexg.ttf", "水")
    fonts = Fonts(shaping=True)
    assert {face.weight for *_, face in fonts.runs("水 38", Weight.italic)} == {Weight.regular}
    assert {face.weight for *_, face in fonts.runs("Ύδωρ ꞵ 38", Weight.italic)} == {Weight.italic}


def test_what_no_typeface_has_names_the_package_that_brings_it(install: Install) -> None:
    install("ipaexg.ttf", "水")
    desk = Desk()
    desk.claim("水は 물 务 ก")
    gaps = characters_without_font(build(desk.records, (), ReportOptions()))
    assert {gap.script: gap.package for gap in gaps} == {
        "chinese": "fonts-wqy-microhei",
        "japanese": "fonts-ipaexfont-gothic",
        "korean": "fonts-nanum",
        "thai": "fontpkg-noto-sans-thai",
    }


@pytest.mark.parametrize("data", [b"", b"no font", b"OTTO\0\0\0\0\0\0\0\0\0\0\0\0"])
def test_a_broken_font_file_is_as_good_as_none(install: Install, data: bytes) -> None:
    install("ipaexg.ttf", "水").write_bytes(data)
    assert Fonts(shaping=True).missing("水") == {"水"}
