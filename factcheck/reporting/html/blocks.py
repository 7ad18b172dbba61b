"""Blocks of the outline as HTML."""

from collections.abc import Iterator
from functools import singledispatch

from markupsafe import Markup

from factcheck.reporting.html.markup import closing, element, opening, void, words
from factcheck.reporting.html.sheet import class_of
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

_DEEPEST = 6
_ELEMENTS = {Look.strong: "strong", Look.marked: "mark", Look.code: "code", Look.soft: "span", Look.plain: "span"}


# --- lines ------------------------------------------------------------------------------------------------------------


def inline(line: Line) -> Markup:
    """The words and badges of a line."""
    return Markup().join(badge(piece) if isinstance(piece, Badge) else _text(piece) for piece in line)


def _text(text: Text) -> Markup:
    shown = words(text.words)
    soft = "soft" if text.look is Look.soft else ""
    if text.look is not Look.plain or text.language:
        shown = element(_ELEMENTS[text.look], shown, class_=soft, lang=text.language)
    link = address(text.link)
    shown = element("a", shown, href=link) if link else shown
    return element("bdi", shown) if text.apart else shown


def badge(shown: Badge) -> Markup:
    """Sign and word on the rating's colour; the sign is for eyes, the word says it all."""
    sign = element("span", words(shown.sign), aria_hidden="true") + Markup(" ") if shown.sign.strip() else Markup()
    return element("span", sign, words(shown.label), class_=f"badge {class_of(shown.colour)}")


# --- blocks -----------------------------------------------------------------------------------------------------------


@singledispatch
def block(shown: Block, level: int) -> Iterator[Markup]:
    """A block in pieces; headings within it are of this level."""
    raise TypeError(shown, level)


def blocks(shown: tuple[Block, ...], level: int) -> Markup:
    """Blocks one after the other."""
    return Markup().join(piece for each in shown for piece in block(each, level))


@block.register
def _(shown: Paragraph, _level: int) -> Iterator[Markup]:
    role = "" if shown.role is Role.body else shown.role.value
    yield element("p", inline(shown.line), class_=role, dir="auto")


@block.register
def _(shown: Quotation, _level: int) -> Iterator[Markup]:
    quoted = element("blockquote", element("p", inline(shown.words), dir="auto"))
    if shown.source:
        quoted += element("figcaption", inline(shown.source))
    yield element("figure", quoted, class_="quote")


@block.register
def _(shown: Bullets, _level: int) -> Iterator[Markup]:
    box = element("span", words("☐ "), aria_hidden="true") if shown.ticks else Markup()
    rows = (element("li", box, inline(line), dir="auto") for line in shown.lines)
    yield element("ul", *rows, class_="ticks" if shown.ticks else "")


@block.register
def _(shown: Fields, _level: int) -> Iterator[Markup]:
    rows = (
        element("div", element("dt", words(label)), element("dd", inline(line), dir="auto"))
        for label, line in shown.rows
    )
    yield element("dl", *rows)


@block.register
def _(shown: Box, level: int) -> Iterator[Markup]:
    yield element("div", blocks(shown.blocks, level), class_=f"box {class_of(shown.colour)}")


@block.register
def _(shown: Items, level: int) -> Iterator[Markup]:
    rows = (
        element("li", blocks(item.blocks, level), id=item.place, value=str(item.number), class_="item")
        for item in shown.items
    )
    yield element("ol", *rows, class_="items")


@block.register
def _(shown: Sides, level: int) -> Iterator[Markup]:
    yield element("div", *(_side(side, level) for side in shown.sides), class_=f"sides of{shown.columns}")


def _side(side: Side, level: int) -> Markup:
    return element("section", _heading(side.title, level), blocks(side.blocks, level + 1), class_="side")


@block.register
def _(shown: Bars, _level: int) -> Iterator[Markup]:
    yield element("ul", *(_measure(row) for row in shown.rows), class_="bars")


def _measure(row: Measure) -> Markup:
    """What it is of, and how much; the bar only shows what the number says."""
    length = void("rect", width=f"{100 * row.share:.2f}", height="10")
    kind = f"bar {class_of(row.colour)}" if row.colour else "bar"
    drawn = element("svg", length, class_=kind, viewBox="0 0 100 10", preserveAspectRatio="none", aria_hidden="true")
    label, said = element("span", inline(row.label), class_="of"), element("span", inline(row.said), class_="said")
    return element("li", label, Markup(" "), said, drawn)


# --- tables -----------------------------------------------------------------------------------------------------------


@block.register
def _(shown: Table, _level: int) -> Iterator[Markup]:
    columns = (void("col", class_=f"w{width}") for width in shown.widths)
    heads = (element("th", words(head), scope="col") for head in shown.heads)
    yield opening("table", class_="told" if shown.told else "")
    yield element("caption", words(shown.caption))
    yield element("colgroup", *columns) + element("thead", element("tr", *heads)) + opening("tbody")
    for row in shown.rows:
        yield _row(row, shown.head)
    yield closing("tbody") + closing("table")


def _row(row: Row, head: int) -> Markup:
    cells = (_cell(lines, i == head) for i, lines in enumerate(row.cells))
    return element("tr", *cells, id=row.place)


def _cell(lines: tuple[Line, ...], heads: bool) -> Markup:
    shown = Markup().join(element("div", inline(line), dir="auto") for line in lines)
    return element("th", shown, scope="row") if heads else element("td", shown)


# --- parts ------------------------------------------------------------------------------------------------------------


@block.register
def _(shown: Part, level: int) -> Iterator[Markup]:
    name = f"{shown.place}-title" if shown.place else ""
    kind = " ".join(filter(None, (f"part{level}", "page" if shown.page else "")))
    yield opening("section", id=shown.place, class_=kind, aria_labelledby=name)
    if shown.over:
        yield element("p", inline(shown.over), class_="over")
    yield _heading(shown.title, level, name)
    for each in shown.blocks:
        yield from block(each, level + 1)
    yield closing("section")


def _heading(title: Line, level: int, name: str = "") -> Markup:
    return element(f"h{min(level, _DEEPEST)}", inline(title), id=name, dir="auto")
