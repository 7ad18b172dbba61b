"""Blocks of the outline as paragraphs and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatchmethod

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part as FilePart
from docx.oxml.ns import qn

from factcheck.i18n import Catalogue
from factcheck.reporting.colours import badge_colours
from factcheck.reporting.docx.parts import (
    Element,
    badge_run,
    direction,
    element,
    run,
    text_run,
)
from factcheck.reporting.docx.parts import (
    field as code_field,
)
from factcheck.reporting.docx.tables import table
from factcheck.reporting.links import address
from factcheck.reporting.outline.nodes import (
    Bars,
    Block,
    Box,
    Bullets,
    Fields,
    Items,
    Line,
    Look,
    Measure,
    Paragraph,
    Part,
    Quotation,
    Role,
    Row,
    Side,
    Sides,
    Table,
    Text,
)
from factcheck.reporting.pieces import Badge
from factcheck.reporting.tidying import tidy

#: Width of the text in twentieths of a point.
WIDTH = 9638
_INDENT = 520
_PALE, _BAR = "F4F5F7", "565D66"
#: Of a bar that stands for nearly nothing.
_SHORTEST = 30
_DEEPEST = 6
_STYLES = {Role.lead: "Lead", Role.small: "Small", Role.lack: "Lack"}


@dataclass(frozen=True)
class Place:
    """Where paragraphs stand: how far in, in a box of which colour, as cells of a table."""

    indent: int = 0
    edge: str = ""
    cell: bool = False
    #: It begins the box.
    first: bool = False


@dataclass
class Writer:
    """Turns blocks into elements of one file, in whose relations addresses are kept."""

    part: FilePart
    say: Catalogue
    _bookmarks: int = 0
    _tables: int = 0
    _links: dict[str, str] = field(default_factory=dict)

    # --- lines ---

    def line(self, line: Line) -> Iterator[Element]:
        """The runs and links of a line."""
        base = direction(line)
        for piece in line:
            if isinstance(piece, Badge):
                yield from badge_run(piece)
            else:
                yield from self._text(piece, base)

    def _text(self, text: Text, base: int) -> Iterator[Element]:
        link = self._link(text.link)
        runs = text_run(text, link is not None, base)
        if link is None:
            yield from runs
        else:
            link.extend(runs)
            yield link

    def _link(self, to: str) -> Element | None:
        """The element of a link, None if it leads nowhere."""
        if to.startswith("#"):
            return element("hyperlink", anchor=bookmark_name(to[1:]))
        if not (web := address(to)):
            return None
        if to not in self._links:
            self._links[to] = self.part.relate_to(web, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made = element("hyperlink")
        made.set(qn("r:id"), self._links[to])
        return made

    def bookmark(self, place: str, *inner: Element) -> list[Element]:
        """Elements with a name by which links find them."""
        if not place:
            return list(inner)
        self._bookmarks += 1
        number = str(self._bookmarks)
        start = element("bookmarkStart", id=number, name=bookmark_name(place))
        return [start, *inner, element("bookmarkEnd", id=number)]

    # --- paragraphs ---

    def paragraph(self, style: str, line: Line, at: Place = Place(), mark: str = "", page: bool = False) -> Element:
        """A paragraph; `mark` is the name of its place, `page` lets it begin one."""
        form = _form(style, at, bool(direction(line)), page)
        return element("p", form, *self.bookmark(mark, *self.line(line)))

    # --- blocks ---

    def blocks(self, blocks: Sequence[Block], level: int, at: Place) -> Iterator[Element]:
        """Blocks one after the other."""
        for shown in blocks:
            yield from self.block(shown, level, at)

    @singledispatchmethod
    def block(self, shown: Block, level: int, at: Place) -> Iterator[Element]:
        """A block; headings in it are of this level."""
        raise TypeError(shown, level, at)

    @block.register
    def _(self, shown: Paragraph, _level: int, at: Place) -> Iterator[Element]:
        yield self.paragraph(_STYLES.get(shown.role, "Cell" if at.cell else "Normal"), shown.line, at)

    @block.register
    def _(self, shown: Quotation, _level: int, at: Place) -> Iterator[Element]:
        style = ("Cell", "Small") if at.cell else ("Quote", "Source")
        at = replace(at, indent=at.indent + 280) if at.indent else at
        yield self.paragraph(style[0], shown.words, at)
        if shown.source:
            yield self.paragraph(style[1], shown.source, at)

    @block.register
    def _(self, shown: Bullets, _level: int, at: Place) -> Iterator[Element]:
        for line in shown.lines:
            yield self.paragraph(*(("Tick", (Text("☐ "), *line)) if shown.ticks else ("ListBullet", line)), at)

    @block.register
    def _(self, shown: Fields, _level: int, at: Place) -> Iterator[Element]:
        for label, line in shown.rows:
            yield self.paragraph("Particulars", (Text(f"{label}: ", Look.soft), *line), at)

    @block.register
    def _(self, shown: Bars, _level: int, at: Place) -> Iterator[Element]:
        for row in shown.rows:
            yield self.paragraph("Measure", (*row.label, Text(" "), *row.said), at)
            yield _bar(row)

    @block.register
    def _(self, shown: Box, level: int, at: Place) -> Iterator[Element]:
        edge = badge_colours(shown.colour).edge[1:]
        for i, inner in enumerate(shown.blocks):
            yield from self.block(inner, level, replace(at, edge=edge, first=i == 0))

    @block.register
    def _(self, shown: Items, level: int, at: Place) -> Iterator[Element]:
        for item in shown.items:
            first, *rest = item.blocks
            line = first.line if isinstance(first, Paragraph) else ()
            number = (Text(f"[{item.number}]"),)
            yield element("p", _form("Item", at, False, False), *self.bookmark(item.place, *self.line(number)),
                          element("r", element("tab")), *self.line(line))  # fmt: skip
            inner = rest if isinstance(first, Paragraph) else item.blocks
            yield from self.blocks(inner, level, replace(at, indent=at.indent + _INDENT))

    @block.register
    def _(self, shown: Part, level: int, at: Place) -> Iterator[Element]:
        if shown.over:
            yield self.paragraph("Over", shown.over, at, page=shown.page)
        heading = f"Heading{min(level, _DEEPEST)}"
        yield self.paragraph(heading, shown.title, at, shown.place, page=shown.page and not shown.over)
        for inner in shown.blocks:
            yield from self.block(inner, level + 1, at)

    # --- tables ---

    @block.register
    def _(self, shown: Table, _level: int, at: Place) -> Iterator[Element]:
        self._tables += 1
        yield self._caption(shown.caption)
        widths = [WIDTH * width // 100 for width in shown.widths]
        heads = [[self.paragraph("CellHead", (Text(head),), Place(cell=True))] for head in shown.heads]
        rows = (self._row(row) for row in shown.rows)
        yield table("ReportTable", shown.caption, widths, heads, rows)
        yield element("p", _form("Small", at, False, False))

    def _caption(self, caption: str) -> Element:
        before, after = self.say("report.table", n="\0").split("\0")
        number = code_field("SEQ Table \\* ARABIC", *run(str(self._tables)))
        words = run(f"{after} {caption}" if caption else after)
        return element("p", _form("Caption", Place(), False, False), *run(before), *number, *words)

    def _row(self, row: Row) -> list[list[Element]]:
        at = Place(cell=True)
        return [
            [
                self.paragraph("Cell", line, at, row.place if i == j == 0 else "")
                for j, line in enumerate(lines or ((),))
            ]
            for i, lines in enumerate(row.cells)
        ]

    @block.register
    def _(self, shown: Sides, level: int, at: Place) -> Iterator[Element]:
        columns = min(shown.columns, len(shown.sides))
        for i in range(0, len(shown.sides), columns or 1):
            pair = shown.sides[i : i + columns]
            blank: list[list[Element]] = [[element("p")]] * (columns - len(pair))
            heads = [[self.paragraph("Cell", side.title, Place(cell=True))] for side in pair] + blank
            cells = [self._side(side, level) for side in pair] + [[element("p")] for _ in blank]
            label = "; ".join(_plain(side.title) for side in pair)
            yield table("Sides", label, [WIDTH // columns] * columns, heads, iter([cells]))
            yield element("p", _form("Small", at, False, False))

    def _side(self, side: Side, level: int) -> list[Element]:
        return list(self.blocks(side.blocks, level, Place(cell=True))) or [element("p")]


def bookmark_name(place: str) -> str:
    """The name of a place as the format allows it: letters, digits and low lines."""
    return "p_" + place.replace("-", "_")


def _plain(line: Line) -> str:
    return "".join(tidy(piece.label if isinstance(piece, Badge) else piece.words) for piece in line)


def _form(style: str, at: Place, turned: bool, page: bool) -> Element:
    """The properties of a paragraph, in the order of the schema."""
    told = [element("pStyle", val=style)]
    told += [element("keepNext")] if at.edge else []
    told += [element("pageBreakBefore")] if page else []
    if at.edge:
        edge = element("left", val="single", sz="36", space="10", color=at.edge)
        told += [element("pBdr", edge), element("shd", val="clear", color="auto", fill=_PALE)]
    told += [element("bidi")] if turned else []
    if at.edge:
        told.append(element("spacing", before="160" if at.first else "60", after="60"))
    if at.indent or at.edge:
        free = str(at.indent + (240 if at.edge else 0))
        told.append(element("ind", left=free, **({"right": free} if turned else {})))  # turned, left is right
    return element("pPr", *told)


def _bar(row: Measure) -> Element:
    """An empty paragraph as long as the share, in its colour."""
    colour = badge_colours(row.colour).edge[1:] if row.colour else _BAR
    long = max(_SHORTEST, round(WIDTH * row.share))
    shade = element("shd", val="clear", color="auto", fill=colour)
    return element("p", element("pPr", element("pStyle", val="Bar"), shade, element("ind", right=str(WIDTH - long))))
