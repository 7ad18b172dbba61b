"""A report as Markdown: CommonMark that says the same in every program, and shows hostile text as text.

`words` is the one place where text enters. What it holds cannot become markup: every character that CommonMark, or one
of its wide-spread extensions, might read as such is escaped. A paragraph is one line, so only its first character
could begin a block.
"""

import re
from collections.abc import Iterator
from functools import singledispatch
from typing import BinaryIO
from unicodedata import category

from factcheck.progress import Progress, silent
from factcheck.reporting import record
from factcheck.reporting.links import address
from factcheck.reporting.outline import Document, document
from factcheck.reporting.outline.nodes import (
    Bars,
    Block,
    Box,
    Bullets,
    Entry,
    Fields,
    Items,
    Line,
    Look,
    Paragraph,
    Part,
    Quotation,
    Row,
    Side,
    Sides,
    Table,
    Text,
)
from factcheck.reporting.pieces import Badge
from factcheck.reporting.report import Report
from factcheck.reporting.tidying import tidy

#: Markup anywhere in a line: of CommonMark, and of tables, strikes, formulas and footnotes that others know.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>&|~$^#])")
#: What some programs make a link of on their own.
_BARE = re.compile(r"(?i)(?<=\bhttp)(?=:)|(?<=\bhttps)(?=:)|(?<=\bftp)(?=:)|(?<=\bmailto)(?=:)|(?<=\bwww)(?=\.)|(?=@)")
#: What begins a list, a rule, a heading, a table or a definition.
_FIRST = re.compile(r"^([-+=:%!]|\d{1,9}(?=[.)]))")
_DEEPEST = 6


def write(report: Report, out: BinaryIO, progress: Progress = silent) -> None:
    """Write the report's Markdown."""
    for line in _lines(document(report, progress)):
        out.write(line.encode())
        out.write(b"\n")


# --- words ------------------------------------------------------------------------------------------------------------


def words(text: str) -> str:
    """Text that is read as this text, wherever it stands in a line but at its beginning."""
    return _BARE.sub(r"\\", _SIGNS.sub(r"\\\1", tidy(text)))


def line_of(line: Line) -> str:
    """A line, safe to begin a block."""
    return begun("".join(_piece(piece) for piece in _joined(line)).strip())


def begun(line: str) -> str:
    """A line that begins no block but a paragraph."""
    found = _FIRST.match(line)
    if found is None:
        return line
    end = found.end() if line[0].isdigit() else 0
    return f"{line[:end]}\\{line[end:]}"


def _joined(line: Line) -> Iterator[Text | Badge]:
    """The pieces; neighbours of one look as one, since two stretches of emphasis cannot touch."""
    held: Text | None = None
    for piece in line:
        if isinstance(piece, Badge):
            if held:
                yield held
            held = None
            yield piece
        elif held and (held.link, _strong(held)) == (piece.link, _strong(piece)):
            held = Text(held.words + piece.words, held.look, held.link)
        else:
            if held:
                yield held
            held = piece
    if held:
        yield held


def _strong(text: Text) -> bool:
    return text.look in {Look.strong, Look.marked}


def _piece(piece: Text | Badge) -> str:
    if isinstance(piece, Badge):
        sign = f"{words(piece.sign)} " if piece.sign.strip() else ""
        return sign + emphasised(piece.label)
    shown = emphasised(piece.words) if _strong(piece) else words(piece.words)
    to = address(piece.link)
    return f"[{shown}](<{to}>)" if to and shown.strip() else shown


def emphasised(text: str) -> str:
    """Text in strong emphasis, which may not begin or end with a blank or a sign: these stand outside."""
    text = tidy(text)
    inside = [i for i, character in enumerate(text) if category(character)[0] not in "PSZC"]
    if not inside:
        return words(text)
    first, last = inside[0], inside[-1] + 1
    return f"{words(text[:first])}**{words(text[first:last])}**{words(text[last:])}"


# --- the document -----------------------------------------------------------------------------------------------------


def _lines(shown: Document) -> Iterator[str]:
    over = " · ".join(words(text) for text in (shown.over, shown.publisher.name) if text)
    yield from (f"# {words(shown.title)}", "", begun(over), "")
    for block in shown.head:
        yield from written(block, 2)
    if shown.contents:
        yield from (f"## {words(shown.contents_title)}", "")
        yield from (_entry(entry) for entry in shown.contents)
        yield ""
    for part in shown.parts:
        yield from written(part, 2)
    if shown.record:
        yield f"<!-- {record.NAME} {shown.record} -->"


def _entry(entry: Entry) -> str:
    number = f"{entry.number} " if entry.number else ""
    return f"{'  ' if entry.number else ''}- {number}[{words(entry.title)}](<#{entry.place}>)"


def _anchor(place: str) -> str:
    return f'<a id="{place}"></a>' if place else ""


# --- blocks -----------------------------------------------------------------------------------------------------------


@singledispatch
def written(shown: Block, level: int) -> Iterator[str]:
    """The lines of a block, with an empty one after it; headings in it are of this level."""
    raise TypeError(shown, level)


def _all(blocks: tuple[Block, ...], level: int) -> Iterator[str]:
    for block in blocks:
        yield from written(block, level)


def quoted(lines: Iterator[str]) -> Iterator[str]:
    """Lines within a quotation."""
    yield from (f"> {line}".rstrip() for line in lines)


@written.register
def _(shown: Paragraph, _level: int) -> Iterator[str]:
    if line := line_of(shown.line):
        yield from (line, "")


@written.register
def _(shown: Quotation, _level: int) -> Iterator[str]:
    yield from quoted(iter([line_of(shown.words)]))
    if source := line_of(shown.source):
        yield from quoted(iter(["", f"— {source}"]))
    yield ""


@written.register
def _(shown: Bullets, _level: int) -> Iterator[str]:
    box = "☐ " if shown.ticks else ""
    yield from (f"- {box}{line_of(line)}" for line in shown.lines)
    yield ""


@written.register
def _(shown: Fields, _level: int) -> Iterator[str]:
    yield from (f"- {begun(words(label))}: {line_of(line)}" for label, line in shown.rows)
    yield ""


@written.register
def _(shown: Bars, _level: int) -> Iterator[str]:
    yield from (f"- {line_of(row.label)}: {line_of(row.said)}" for row in shown.rows)
    yield ""


@written.register
def _(shown: Box, level: int) -> Iterator[str]:
    yield from _all(shown.blocks, level)


@written.register
def _(shown: Items, level: int) -> Iterator[str]:
    for item in shown.items:
        yield from (f"{_anchor(item.place)}\\[{item.number}\\]", "")
        yield from _all(item.blocks, level)


@written.register
def _(shown: Sides, level: int) -> Iterator[str]:
    for side in shown.sides:
        yield from _side(side, level)


def _side(side: Side, level: int) -> Iterator[str]:
    yield from (_heading(side.title, level), "")
    yield from _all(side.blocks, level + 1)


@written.register
def _(shown: Part, level: int) -> Iterator[str]:
    over = line_of(shown.over)
    if shown.place or over:
        yield from (f"{_anchor(shown.place)}{over}", "")
    yield from (_heading(shown.title, level), "")
    for block in shown.blocks:
        yield from written(block, level + 1)


def _heading(title: Line, level: int) -> str:
    return f"{'#' * min(level, _DEEPEST)} {line_of(title)}".rstrip()


@written.register
def _(shown: Table, _level: int) -> Iterator[str]:
    """CommonMark has no tables: a list, over which stands what its columns are."""
    heads = " · ".join(words(head) for head in shown.heads)
    yield from (heads if shown.told else f"{emphasised(shown.caption)} · {heads}", "")
    for row in shown.rows:
        yield from _row(row)
    yield ""


def _row(row: Row) -> Iterator[str]:
    """The first lines of all cells, and below them what else the cells say."""
    cells = [[line_of(line) for line in lines] for lines in row.cells]
    yield f"- {_anchor(row.place)}{' · '.join(lines[0] for lines in cells if lines)}"
    yield from (f"  - {line}" for lines in cells for line in lines[1:])
