"""Scripts that run from right to left, join or stack, as Qt sets them with the same typefaces: order, joins, look."""

import os
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPainter,
    QRawFont,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from factcheck.reporting.pdf.bidi import base_level
from factcheck.reporting.pdf.files import FAMILIES, cut, source
from factcheck.reporting.pdf.fonts import Fonts
from factcheck.reporting.pdf.pen import Pen
from factcheck.reporting.pdf.shape import available
from factcheck.reporting.pdf.style import PAGE_HEIGHT, Style, Weight
from factcheck.reporting.pdf.typeset import Inline, Line, Segment, set_lines

FIVE_LINES = (
    "أعلنت هيئة المياه صباح اليوم أن السد القديم قد انهار بعد أسبوع من المطر الغزير، وأن فرق الإنقاذ أخرجت ٣٨ شخصا من "
    "البيوت القريبة من النهر قبل أن تصل إليها المياه، ثم نقلتهم إلى ثلاث مدارس في أعلى الوادي حيث ينتظرون"
)
HEBREW = (
    "רשות המים הודיעה הבוקר כי הסכר הישן קרס לאחר שבוע של גשם כבד וכי בני אדם פונו מבתיהם הסמוכים "
    "לנהר אל בתי ספר במעלה העמק"
)
HINDI = (
    "जल प्राधिकरण ने आज सुबह बताया कि एक सप्ताह की भारी वर्षा के बाद पुराना बाँध टूट गया और नदी के पास के घरों से लोगों को निकाला गया"
)
WIDTH = 180.0
LOOK = Style(10, 20)
#: Qt sets at this size, without hints, so that rounding to pixels has no say.
SIZE = 1000


@pytest.fixture(scope="module")
def families(qapp: QGuiApplication) -> Iterator[dict[str, str]]:
    """Our typefaces, and the names by which Qt knows them."""
    qapp.applicationName()  # typefaces are known to a running one only
    added = {}
    for family in FAMILIES:
        file = source(family, Weight.regular)
        if file and family.shaped:
            data = cut(family, Weight.regular, file, layout=True).getvalue()
            added[family.name] = QFontDatabase.addApplicationFontFromData(data)
    yield {name: QFontDatabase.applicationFontFamilies(id)[0] for name, id in added.items()}
    for id in added.values():
        QFontDatabase.removeApplicationFont(id)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(shaping=available())


# --- what Qt does -----------------------------------------------------------------------------------------------------


def layout(text: str, families: list[str], width: float, size: float = SIZE) -> tuple[QTextLayout, list[QTextLine]]:
    """Qt's lines of a paragraph. The layout has to live as long as they."""
    font = QFont(families)
    font.setPixelSize(round(size))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for optional in ("liga", "dlig"):
        font.setFeature(QFont.Tag(optional), 0)
    made = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setUseDesignMetrics(True)
    if base_level(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    made.setTextOption(option)
    made.beginLayout()
    lines: list[QTextLine] = []
    while (line := made.createLine()).isValid():
        line.setLineWidth(width * size / LOOK.size)
        line.setPosition(QPointF(0, len(lines) * LOOK.leading * size / LOOK.size))
        lines.append(line)
    made.endLayout()
    return made, lines


def glyphs_of_qt(line: QTextLine) -> list[int]:
    """The glyphs of a line from left to right."""
    found = []
    for run in line.glyphRuns():
        found += [(point.x(), glyph) for point, glyph in zip(run.positions(), run.glyphIndexes(), strict=True)]
    return [glyph for _, glyph in sorted(found, key=lambda each: each[0])]


# --- what we do -------------------------------------------------------------------------------------------------------


def read_from_ours(line: Line) -> str:
    """The characters of a line as they stand from left to right, for scripts of one glyph to a character."""
    return "".join(_characters(segment) for segment in sorted(line.segments, key=lambda s: s.x))


def _characters(segment: Segment) -> str:
    if segment.glyphs:
        return "".join(segment.text[glyph.cluster] for glyph in segment.glyphs)
    return segment.text  # turned about already


def glyphs_of_ours(line: Line) -> list[int]:
    """The glyphs of a line from left to right."""
    ordered = sorted(line.segments, key=lambda s: s.x)
    return [s.face.font.face.charToGlyph[ord(glyph.character)] for s in ordered for glyph in s.glyphs]


# --- the same ---------------------------------------------------------------------------------------------------------

PARAGRAPHS = pytest.mark.parametrize(
    ("text", "family", "count"),
    [(FIVE_LINES, "IBMPlexSansArabic", 5), (HEBREW, "Heebo", 4), (HINDI, "NotoSansDevanagari", 3)],
    ids=["arabic", "hebrew", "hindi"],
)


@PARAGRAPHS
def test_a_wrapped_paragraph_has_the_lines_the_order_and_the_joins_of_qt(
    text: str, family: str, count: int, families: dict[str, str], fonts: Fonts
) -> None:
    kept, theirs = layout(text, [families[family]], WIDTH)
    ours = set_lines((Inline(text, LOOK),), WIDTH, fonts)
    assert kept.lineCount() == len(theirs)
    assert len(ours) == len(theirs) == count
    for mine, other in zip(ours, theirs, strict=True):
        assert glyphs_of_ours(mine) == glyphs_of_qt(other)
        assert mine.width == pytest.approx(other.naturalTextWidth() * LOOK.size / SIZE, rel=0.002)


def check_order(text: str, family: str, families: dict[str, str], fonts: Fonts) -> None:
    """What one line says from left to right is what Qt says, whose typeface has a glyph for each character."""
    kept, (line,) = layout(text, [families[family]], 10_000)
    (mine,) = set_lines((Inline(text, LOOK),), 10_000, fonts)
    raw = QRawFont.fromFont(kept.font())
    looks = {raw.glyphIndexesForString(character)[0]: character for character in f"{text}()"}
    for digit in "0123":  # looks different beside Arabic letters
        beside, (both,) = layout(f"د{digit}", [families[family]], 10_000)
        looks |= {glyph: digit for glyph in glyphs_of_qt(both) if glyph not in looks}
        assert beside.lineCount() == 1
    assert read_from_ours(mine) == "".join(looks[glyph] for glyph in glyphs_of_qt(line))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("abXאבגש0123.,()-%:/", min_size=1, max_size=6), min_size=1, max_size=7))
def test_hebrew_latin_and_numbers_stand_in_the_order_of_qt(
    families: dict[str, str], fonts: Fonts, words: list[str]
) -> None:
    check_order(" ".join(words), "Heebo", families, fonts)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("abXدرذو0123٣٤.,()-%:/", min_size=1, max_size=6), min_size=1, max_size=7))
def test_arabic_latin_and_numbers_stand_in_the_order_of_qt(
    families: dict[str, str], fonts: Fonts, words: list[str]
) -> None:
    check_order(" ".join(words), "IBMPlexSansArabic", families, fonts)


# --- the look ---------------------------------------------------------------------------------------------------------

#: Pixels to a point.
SCALE = 4
PAPER_HEIGHT = 120


def painted_by_qt(text: str, family: str) -> NDArray[np.float64]:
    """The ink of a paragraph, 0 to 1."""
    made, _ = layout(text, [family], WIDTH, LOOK.size * SCALE)
    image = QImage(int(WIDTH * SCALE), PAPER_HEIGHT * SCALE, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    made.draw(painter, QPointF(0, 0))
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    ink: NDArray[np.float64] = 1 - rows[:, : image.width()] / 255
    return ink


def painted_by_us(text: str, fonts: Fonts) -> NDArray[np.float64]:
    """The same, on a page of ours as a reader program shows it."""
    out = BytesIO()
    pen = Pen(out, fonts, "ar")
    for number, line in enumerate(set_lines((Inline(text, LOOK),), WIDTH, fonts)):
        pen.line(line, 0, PAGE_HEIGHT - number * LOOK.leading)
    pen.save()
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        shown = document[0].render(scale=SCALE, grayscale=True).to_numpy()
    ink: NDArray[np.float64] = (
        1 - shown[: PAPER_HEIGHT * SCALE, : int(WIDTH * SCALE)].reshape(PAPER_HEIGHT * SCALE, -1) / 255
    )
    return ink


def lines_of_ink(ink: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """For each line of text how much ink stands in each column of three points."""
    step = int(LOOK.leading * SCALE)
    columns = 3 * SCALE
    sums = [ink[top : top + step].sum(axis=0) for top in range(0, ink.shape[0] - step + 1, step)]
    return [line[: len(line) // columns * columns].reshape(-1, columns).sum(axis=1) for line in sums]


@PARAGRAPHS
def test_a_paragraph_looks_as_qt_paints_it(
    text: str, family: str, count: int, families: dict[str, str], fonts: Fonts
) -> None:
    ours, theirs = lines_of_ink(painted_by_us(text, fonts)), lines_of_ink(painted_by_qt(text, families[family]))
    for mine, other in list(zip(ours, theirs, strict=True))[:count]:
        assert np.corrcoef(mine, other)[0, 1] > 0.98
    for one, next_one in pairwise(theirs[:count]):  # the measure tells one line from another, and from one turned about
        assert np.corrcoef(one, next_one)[0, 1] < 0.5
        assert np.corrcoef(one, one[::-1])[0, 1] < 0.5
