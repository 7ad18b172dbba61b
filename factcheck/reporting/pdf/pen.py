"""Drawing on reportlab's canvas: lines of text, bars, badges, links, places that can be linked to, page numbers.

The only module that knows the canvas. `y` counts up from the foot of the page, as PDF has it.
"""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import Any, BinaryIO
from urllib.parse import quote
from zlib import compress

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.characters import tidy
from factcheck.reporting.pdf.fonts import Fonts
from factcheck.reporting.pdf.stream import Link, Place, StreamedDocument
from factcheck.reporting.pdf.style import Style, Weight, badge_colours
from factcheck.reporting.pdf.typeset import Inline, Line, Segment, beginning, measure, set_lines
from factcheck.reporting.pieces import Badge

#: Share of the size that stands above the baseline when a line's height is divided.
_ASCENT = 0.8
_BADGE_PADDING = 6.0
#: Share of the size by which letters are drawn thicker where a typeface has no bold cut.
_STROKE = 0.035
#: More characters than fit a line at any size here.
_LONGEST_LINE = 400
#: How a character code stands within a PDF string.
_ESCAPES = {c: f"\\{c:03o}" for c in (*range(32), *range(127, 256))} | {ord(c): f"\\{c}" for c in "()\\"}
#: What an address keeps as it is; all else is written in per cent.
_URL_SIGNS = "%/:?#[]@!$&'()*+,;=~"
rl_config.useA85 = 0  # streams as bytes, not as letters: a fifth smaller, and the letters take a second per 2,000 pages


@cache
def _rgb(colour: str) -> str:
    """A `#rrggbb` as PDF's three numbers."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5))


class Pen:
    """A canvas and what is true of the page that it is on."""

    def __init__(
        self, out: BinaryIO, fonts: Fonts, language: str, made_at: int = 0, tick: Callable[[], None] = lambda: None
    ) -> None:
        # Any: the stubs know neither its stream of operators nor forms of fractional size
        canvas: Any = Canvas(out, pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT), invariant=1, lang=language)
        self.canvas = canvas
        self.canvas._doc = StreamedDocument(self.canvas._doc, out, made_at, tick)
        self.fonts = fonts
        self._tick = tick
        self.page = 1
        #: The places that were reached, and those whose page number was asked for.
        self._places: dict[str, Place] = {}
        self._asked: dict[str, Style] = {}
        self._attached: list[Any] = []
        #: Level of the last bookmark.
        self._level = -1

    def _op(self, operators: str) -> None:
        """Add PDF operators to the page; reportlab's own calls take three times as long."""
        self.canvas._code.append(operators)

    # --- shapes ---

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled rectangle with its lower left corner at x, y."""
        self._op(f"{_rgb(fill)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def rule(self, x: float, y: float, width: float, colour: str = style.FAINT, thick: float = 0.6) -> None:
        """A horizontal line."""
        self.box(x, y - thick / 2, width, thick, colour)

    def outline(self, x: float, y: float, width: float, height: float, colour: str = style.SOFT) -> None:
        """An empty rectangle with its lower left corner at x, y."""
        self._op(f"{_rgb(colour)} RG 0.8 w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def picture(self, image: Any, x: float, y: float, width: float, height: float) -> None:
        """A decoded picture with its lower left corner at x, y."""
        self.canvas.drawImage(ImageReader(image), x, y, width, height, mask="auto")

    # --- text ---

    def line(self, line: Line, x: float, top: float) -> None:
        """A line of text whose box has its upper left corner at x, top."""
        baseline = top - (line.leading - line.size) / 2 - _ASCENT * line.size
        for segment in line.segments:
            self._segment(segment, x + segment.x, baseline)

    def words(self, text: str, look: Style, x: float, top: float, width: float = 1e6) -> None:
        """A text in one line; what does not fit the width gives way to an ellipsis."""
        self.line(one_line(text, look, width, self.fonts), x, top)

    def begin(self, text: str, look: Style, left: float, top: float, width: float) -> None:
        """As `words`, but also what runs from right to left has its letters from `left` on."""
        line = one_line(text, look, width, self.fonts)
        self.line(line, left - min((segment.x for segment in line.segments), default=0), top)

    def flush(self, text: str, look: Style, right: float, top: float) -> None:
        """A short text in one line, flush with `right`."""
        line = one_line(text, look, style.WIDTH, self.fonts)
        self.line(line, right - line.width, top)

    def _segment(self, segment: Segment, x: float, baseline: float) -> None:
        look = segment.inline.style
        if segment.inline.mark:
            self.box(x - 0.8, baseline - 0.27 * look.size, segment.width + 1.6, 1.22 * look.size, style.MARK)
        if segment.glyphs and not segment.backwards:
            self._actually(segment, x, baseline)
        elif segment.glyphs:
            self._glyphs(segment, x, baseline)
        else:
            self._text(segment.text, segment, x, baseline)
        if segment.inline.link:
            rect = (x, baseline - 0.25 * look.size, x + segment.width, baseline + 0.85 * look.size)
            self.link(segment.inline.link, rect)

    def _text(self, text: str, segment: Segment, x: float, baseline: float) -> None:
        """Show characters of one face; reportlab says by which codes of which of its subsets."""
        font, document, look = segment.face.font, self.canvas._doc, segment.inline.style
        # The first subset holds ASCII under its own codes, which spares the look-up for most text.
        pieces = [(0, text.encode())] if text.isascii() else font.splitString(text, document)
        shown = "".join(
            f"{font.getSubsetInternalName(subset, document)} {look.size:g} Tf "
            f"({codes.decode('latin-1').translate(_ESCAPES)}) Tj "
            for subset, codes in pieces
        )
        if look.weight is Weight.bold and segment.face.weight is not Weight.bold:
            shown = f"2 Tr {look.size * _STROKE:.2f} w {_rgb(look.colour)} RG {shown}0 Tr "
        self._op(f"BT {_rgb(look.colour)} rg 1 0 0 1 {x:.2f} {baseline:.2f} Tm {shown}ET")

    def _glyphs(self, segment: Segment, x: float, baseline: float) -> None:
        size = segment.inline.style.size
        for glyph in segment.glyphs:
            self._text(glyph.character, segment, x + glyph.x * size, baseline + glyph.y * size)
            x += glyph.advance * size

    def _actually(self, segment: Segment, x: float, baseline: float) -> None:
        """Glyphs with the words that they are, since not each glyph has a meaning of its own."""
        words = segment.text.encode("utf-16-be").hex().upper()
        self._op(f"/Span <</ActualText <FEFF{words}>>> BDC")
        self._glyphs(segment, x, baseline)
        self._op("EMC")

    # --- badges ---

    def badge(self, badge: Badge, look: Style, x: float, top: float, most: float) -> None:
        """A rounded box with sign and word, its upper left corner at x, top."""
        colours = badge_colours(badge.colour)
        lines, width, height = badge_lines(badge, look, most, self.fonts)
        self._op(f"{_rgb(colours.fill)} rg {_rgb(colours.edge)} RG 0.7 w")
        self.canvas.roundRect(x, top - height, width, height, 3, stroke=1, fill=1)
        for i, line in enumerate(lines):
            self.line(line, x + _BADGE_PADDING, top - i * _badge_pitch(look))

    # --- places and links ---

    def link(self, link: str, rect: tuple[float, float, float, float]) -> None:
        """Make a rectangle lead to a place of the report or to a web page; to nowhere else, whatever is asked."""
        if link.startswith("#"):
            self.canvas._addAnnotation(Link(rect, lambda: self._places[link[1:]]))
        elif link.lower().startswith(("http://", "https://")):
            self.canvas._addAnnotation(Link(rect, quote(tidy(link), safe=_URL_SIGNS)))

    def place(self, name: str, top: float, title: str = "", level: int = 0) -> None:
        """Name a place so that it can be linked to; with a title it becomes a bookmark too."""
        top = min(top + 12, style.PAGE_HEIGHT)
        self._places[name] = self.page, top
        if title:
            self._level = min(level, self._level + 1)  # a report may begin with a claim, without a part above it
            self.canvas.bookmarkHorizontalAbsolute(name, top, left=0)
            self.canvas.addOutlineEntry(tidy(title), name, self._level, closed=self._level > 0)

    def page_number(self, name: str, look: Style, right: float, top: float) -> None:
        """The page of a place, which may come later, flush with `right`."""
        self._asked[name] = look
        self.canvas.saveState()
        self.canvas.translate(right, top - look.leading)
        self.canvas.doForm(f"page-{name}")
        self.canvas.restoreState()

    # --- what is carried along ---

    def attach(self, name: str, data: bytes, about: str) -> None:
        """Carry a file within the PDF. Readers find attachments by their order: names must come sorted."""
        document = self.canvas._doc
        content = PDFStream(content=compress(data))
        content.dictionary.dict.update(Type=PDFName("EmbeddedFile"), Filter=PDFName("FlateDecode"))
        held = PDFDictionary({"F": document.Reference(content)})
        said = {"Type": PDFName("Filespec"), "F": PDFString(name), "UF": PDFString(name), "EF": held}
        file = PDFDictionary({**said, "Desc": PDFString(about), "AFRelationship": PDFName("Source")})
        self._attached += [PDFString(name), document.Reference(file)]
        names = PDFDictionary({"Names": PDFArray(self._attached)})
        document.Catalog.Names = PDFDictionary({"EmbeddedFiles": names})

    def typefaces(self) -> dict[str, str]:
        """The typefaces that were drawn with, each with the SHA-256 of its file."""
        fonts = self.canvas._doc.delayedFonts
        return {font.fontName: sha256(font.face._ttf_data).hexdigest() for font in fonts}

    # --- pages ---

    def total(self, x: float, top: float, look: Style) -> None:
        """The number of pages, which is known at the end."""
        self._asked["total"] = look
        self.canvas.saveState()
        self.canvas.translate(x, top - look.leading)
        self.canvas.doForm("page-total")
        self.canvas.restoreState()

    def next_page(self) -> None:
        """Close this page and begin another."""
        self._close_page()
        self.page += 1

    def _close_page(self) -> None:
        self.canvas.showPage()
        self.canvas._doc.close_page(self.canvas._doc.Pages.pages[-1])
        self._tick()

    def save(self) -> None:
        """Close the last page, fill in all page numbers and write the file."""
        self._close_page()
        for name, look in self._asked.items():
            at_left = name == "total"
            page = self.page if at_left else self._places.get(name, "–")[0]
            number = f"\u00a0{page}"  # apart from the words before it, for who hears or copies them
            width = measure(number, look, self.fonts)
            self.canvas.beginForm(
                f"page-{name}", 0 if at_left else -width - 1, 0, width + 1 if at_left else 1, look.leading
            )
            self.words(number, look, 0 if at_left else -width, look.leading)
            self.canvas.endForm()
        self.canvas.save()


def badge_text(badge: Badge) -> str:
    """Sign and word of a badge."""
    return f"{badge.sign}\u00a0 {badge.label}" if badge.sign.strip() else badge.label


def badge_lines(badge: Badge, look: Style, most: float, fonts: Fonts) -> tuple[list[Line], float, float]:
    """The lines of a badge no wider than `most`, and its width and height."""
    ink = Style(look.size, look.leading, look.weight, badge_colours(badge.colour).ink)
    lines = set_lines((Inline(badge_text(badge), ink),), most - 2 * _BADGE_PADDING, fonts)
    width = max((line.width for line in lines), default=0.0) + 2 * _BADGE_PADDING
    return lines, width, look.leading + max(0, len(lines) - 1) * _badge_pitch(look)


def _badge_pitch(look: Style) -> float:
    return look.size * 1.25


def one_line(text: str, look: Style, width: float, fonts: Fonts) -> Line:
    """The text in one line, its end giving way to an ellipsis where it is too long."""
    lines = set_lines((Inline(text[:_LONGEST_LINE], look),), width, fonts)
    if not lines:
        return Line((), 0, look.leading, look.size)
    if len(lines) == 1:
        return lines[0]
    shown = beginning(text[:_LONGEST_LINE], look, width - measure("…", look, fonts), fonts)
    return set_lines((Inline(f"{shown}…", look),), width, fonts)[0]
