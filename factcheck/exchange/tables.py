"""Tables for spreadsheets and scripts: CSV, and the rule by which no cell of it is ever a formula.

A spreadsheet may take a cell that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line end for a
formula. Such a text is written behind an apostrophe; so is one that begins with an apostrophe and would be taken for
one of those. Whoever reads takes an apostrophe away before one of these characters, or before another apostrophe
(`plain`), and has the same text again. Numbers are numbers and are left alone.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from factcheck.progress import Progress, silent

#: What a cell may hold; None is empty.
Cell = str | int | float | None
Row = Sequence[Cell]

#: What a spreadsheet may take for more than text at the beginning of a cell.
ACTIVE = frozenset("=+-@\t\r\n＝＋－＠")
_GUARDED = ACTIVE | {"'"}
#: How many rows are written between two calls of progress.
_STRIDE = 500


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name, its columns, and its rows, which can be run through once."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Row]


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula; `plain` gives the text back."""
    first = text[:1]
    if first in ACTIVE or (first == "'" and text[1:2] in _GUARDED):
        return "'" + text
    return text


def plain(cell: str) -> str:
    """The text of a guarded cell."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _GUARDED and cell[1:2] else cell


def write_csv(sheet: Sheet, out: BinaryIO, progress: Progress = silent) -> int:
    """The sheet as CSV: UTF-8 with a byte order mark, which Excel needs, lines with CRLF. Returns how many rows."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=False)
    try:
        writer = csv.writer(text)
        writer.writerow(sheet.columns)
        return _rows(writer, sheet, progress)
    finally:
        text.detach()  # flushed, and `out` stays open


def _rows(writer: Any, sheet: Sheet, progress: Progress) -> int:
    done = 0
    for done, row in enumerate(sheet.rows, 1):
        if done % _STRIDE == 1:
            progress(sheet.name, done - 1, 0)
        writer.writerow([guarded(cell) if type(cell) is str else cell for cell in row])
    return done


def read_csv(data: bytes) -> Iterator[list[str]]:
    """The rows of a CSV that `write_csv` wrote, the columns first, with all texts as they were."""
    csv.field_size_limit(max(csv.field_size_limit(), len(data)))
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        yield [plain(cell) for cell in row]
