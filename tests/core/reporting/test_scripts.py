"""Scripts that run from right to left, join or stack."""

import re
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from factcheck.reporting import ReportOptions, build, characters_without_font, pdf
from factcheck.reporting.options import Organisation
from factcheck.reporting.pdf import bidi, style
from factcheck.reporting.pdf.characters import tidy
from factcheck.reporting.pdf.files import FAMILIES
from factcheck.reporting.pdf.fonts import Fonts
from factcheck.reporting.pdf.pen import one_line
from factcheck.reporting.pdf.shape import available
from factcheck.reporting.pdf.style import BODY
from factcheck.reporting.pdf.typeset import Inline, Line, set_lines
from tests.core.reporting.desk import ARABIC, Desk, flood
from tests.core.reporting.test_pdf import pages, printed

HEBREW = "משרד ההגנה האזרחית מסר כי 38 בני אדם לפחות נהרגו כאשר הסכר קרס סמוך להארלו מעט אחרי השעה שלוש לפנות בוקר."
HINDI = "नागरिक सुरक्षा कार्यालय ने कहा कि हार्लो बाँध टूटने से कम से कम ३८ लोगों की मृत्यु हुई।"


@pytest.fixture
def fonts() -> Fonts:
    return Fonts(shaping=available())


def needs(text: str) -> None:
    """Skip where the fonts or the shaper for a text are not installed."""
    if Fonts(shaping=available()).missing(tidy(text)):
        pytest.skip("needs uharfbuzz and the font package of this script")


# --- order ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("abc", "000"),
        ("אבג", "111"),
        ("אב 12 גד", "11122111"),
        ("ab אב", "00011"),
        ("א (b) ג", "1112111"),
        ("12%", "000"),
        ("א12%", "1222"),
        ("ا1,2", "1222"),
        ("ا1-2", "1212"),
        ("אa!", "121"),
    ],
)
def test_levels_are_those_of_the_bidirectional_algorithm(text: str, levels: str) -> None:
    assert "".join(map(str, bidi.levels(text, bidi.base_level(text)))) == levels


def test_runs_stand_in_the_order_in_which_they_are_read() -> None:
    assert bidi.visual([0, 1, 0]) == [0, 1, 2]
    assert bidi.visual([1, 2, 1]) == [2, 1, 0]
    assert bidi.visual([0, 1, 2, 1]) == [0, 3, 2, 1]


@given(st.text("abאבءب01٣ .,()-%", max_size=20))
def test_order_is_a_permutation(text: str) -> None:
    assert sorted(bidi.visual(bidi.levels(text, bidi.base_level(text)))) == list(range(len(text)))


def test_overrides_have_no_say_in_the_order() -> None:
    assert tidy("a\u202ebc\u202c\u2066d\u2069") == "abcd"


# --- lines ------------------------------------------------------------------------------------------------------------


def words_of(line: Line) -> str:
    """What a line says in logical order, its runs taken from right to left."""
    ordered = sorted(line.segments, key=lambda s: -s.x)
    return "".join(s.text[::-1] if s.backwards and not s.glyphs else s.text for s in ordered)


@pytest.mark.parametrize("text", [ARABIC.split("(")[0], HEBREW])
def test_a_wrapped_paragraph_keeps_its_lines_in_order_flush_right(text: str, fonts: Fonts) -> None:
    needs(text)
    lines = set_lines((Inline(text, BODY),), 170, fonts)
    assert len(lines) >= 3
    told = " ".join(words_of(line) for line in lines)
    assert re.sub(r"\s+", " ", told).strip() == re.sub(r"\s+", " ", text).strip()
    for line in lines:
        assert max(s.x + s.width for s in line.segments) == pytest.approx(170)
        assert min(s.x for s in line.segments) >= -0.01


@pytest.mark.parametrize("text", [ARABIC.split("(")[0], HEBREW])
def test_what_is_too_long_for_one_line_ends_after_a_word_and_keeps_its_order(text: str, fonts: Fonts) -> None:
    needs(text)
    for width in (90, 170, 300):
        line = one_line(text, BODY, width, fonts)
        shown = words_of(line).removesuffix("…")
        assert line.width > width / 2
        assert text.startswith(f"{shown} ")
        assert line.width <= width


def test_pieces_of_a_line_touch_and_never_overlap(fonts: Fonts) -> None:
    needs(ARABIC)
    for line in set_lines((Inline(ARABIC, BODY),), 200, fonts):
        ordered = sorted(line.segments, key=lambda s: s.x)
        for left, right in pairwise(ordered):
            assert left.x + left.width == pytest.approx(right.x)


def test_letters_join_across_the_edge_of_a_mark(fonts: Fonts) -> None:
    needs(ARABIC)
    whole = set_lines((Inline("المدني", BODY),), 300, fonts)[0].segments[0]
    parts = set_lines((Inline("المد", BODY), Inline("ني", BODY, mark=True)), 300, fonts)[0].segments
    shapes = [g.character for s in sorted(parts, key=lambda s: s.x) for g in s.glyphs]
    assert shapes == [g.character for g in whole.glyphs]


def test_values_put_together_keep_their_places(fonts: Fonts) -> None:
    needs(ARABIC)
    pieces = (Inline("انهيار سد هارلو", BODY), Inline(", ", BODY), Inline("14 March 2026", BODY))
    line = set_lines(pieces, 400, fonts, isolated=True)[0]
    assert [s.text for s in line.segments] == ["انهيار سد هارلو", ", ", "14 March 2026"]
    assert line.segments[0].x == 0


def test_a_space_stands_before_a_value_from_right_to_left(fonts: Fonts) -> None:
    needs(HEBREW)
    line = set_lines((Inline("Claim 2", BODY), Inline("  משרד", BODY)), 400, fonts, isolated=True)[0]
    assert [s.text for s in sorted(line.segments, key=lambda s: s.x)] == ["Claim 2", " ", "משרד"]


# --- what a reader program gives back ---------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [ARABIC, HEBREW, HINDI], ids=["arabic", "hebrew", "hindi"])
def test_words_come_back_in_their_letters(text: str) -> None:
    needs(text)
    desk = Desk()
    desk.verdict(desk.claim("A claim"), "true", text)
    read = " ".join(pages(printed(build(desk.records, (), ReportOptions()))))
    letters = [word for word in re.findall(r"[^\s().,:0-9-]+", text) if len(word) > 1]
    assert [word for word in letters if word not in read] == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=8), min_size=1, max_size=25))
def test_any_arabic_words_come_back(words: list[str]) -> None:
    needs("ا")
    desk = Desk()
    desk.claim(" ".join(words))
    read = " ".join(pages(printed(build(desk.records, (), ReportOptions()))))
    assert [word for word in words if word not in re.sub(r"\s+", "", read)] == []


# --- what is not installed --------------------------------------------------------------------------------------------


def test_without_a_shaper_joining_scripts_are_named_and_never_printed_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "available", lambda: False)
    desk = Desk()
    desk.claim("The words سد and कि here")
    report = build(desk.records, (), ReportOptions())
    assert [gap.characters for gap in characters_without_font(report)] == [("د", "س"), ("क", "ि")]
    assert "The words U+0633 U+062F and U+0915 U+093F here" in re.sub(r"\s+", " ", " ".join(pages(printed(report))))


def test_the_main_typeface_has_latin_greek_and_cyrillic(fonts: Fonts) -> None:
    assert not fonts.missing("Łódź ñ ß ø ĳ Ἀθῆναι Київ Ђ ₴ € “” ×¼½¾+†¶«…‼~")


def test_every_family_names_a_package() -> None:
    assert all(family.package.startswith("fonts-" if family.files else "fontpkg-") for family in FAMILIES)


# --- at the edges of a page -------------------------------------------------------------------------------------------


def test_running_heads_begin_and_end_at_the_margins_whichever_way_they_run() -> None:
    needs("سد هارلو")
    desk = flood()
    desk.project(title="سد هارلو")
    named = ReportOptions(organisation=Organisation("بلدة هارلو"))
    data = printed(build(desk.records, desk.findings, named))
    first, second = (_ink(data, page) for page in (0, 1))
    left, right = 2 * style.MARGIN, 2 * (style.MARGIN + style.WIDTH)
    head = second.crop((0, 60, second.width, 96)).getbbox()
    assert head
    assert head[0] == pytest.approx(left, abs=4)
    assert head[2] == pytest.approx(right, abs=4)
    over = first.crop((first.width // 2, 140, first.width, 184)).getbbox()
    assert over
    assert first.width // 2 + over[2] == pytest.approx(right, abs=4)


def _ink(data: bytes, page: int) -> Image.Image:
    """Where there is anything on a page, at two pixels a point."""
    with pypdfium2.PdfDocument(data) as document:
        shown: Image.Image = document[page].render(scale=2).to_pil()
    return shown.convert("L").point(lambda value: 255 * (value < 200))
