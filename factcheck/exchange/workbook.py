"""XLSX: a sheet for each table, written row by row; strings are never formulas, addresses or numbers.

A cell holds 32,767 UTF-16 units. A longer text ends with a mark that names its place in the sheet `continued`, in which
the rest stands; nothing is cut. The two characters that XML cannot hold by any means, U+FFFE and U+FFFF, are written as
U+FFFD.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from factcheck.errors import ExchangeError
from factcheck.exchange.tables import Cell, Sheet
from factcheck.i18n import sentence
from factcheck.progress import Progress, silent

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: Rows of a sheet, and UTF-16 units that go into a cell of ours, with room for the mark.
_MOST_ROWS, _MOST_UNITS = 1_048_576, 32_000
CONTINUED = "continued"
_STRIDE = 500
#: Two characters that XML cannot hold; controls are escaped, as the format has it.
_UNKNOWN_TO_XML = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
#: Columns of long texts are wider.
_WIDE, _NARROW = 60, 16
_LONG = frozenset({"claim", "summary", "rationale", "quote", "title", "fact", "reasons", "values", "text", "comment"})


@dataclass(frozen=True, slots=True)
class _Rest:
    """What of a text did not fit into its cell."""

    number: int
    sheet: str
    row: int
    column: str
    pieces: tuple[str, ...]


def write_xlsx(
    sheets: Iterable[Sheet], out: BinaryIO, made: int, title: str = "", progress: Progress = silent
) -> dict[str, int]:
    """The sheets as a workbook that says it was made at `made`; returns how many rows each has."""
    from xlsxwriter import Workbook  # loads slowly: late
    from xlsxwriter.exceptions import FileCreateError

    with TemporaryDirectory(prefix="factcheck-") as folder:  # private, and gone whatever is raised
        target = _Target(out)
        book = Workbook(target, {"constant_memory": True, "tmpdir": folder, "use_zip64": True})
        try:
            book.set_properties({"title": title, "created": datetime.fromtimestamp(made, UTC).replace(tzinfo=None)})
            counts = _Book(book, progress).fill(sheets)
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error  # what the system refused, as it told it
        finally:
            target.ended = True
            _abandon(book)
    return counts


class _Target:
    """What a workbook is written to. Once that has ended, well or not, it takes no more: the zip of a workbook that
    failed writes its end once more when it is thrown away.
    """

    def __init__(self, out: BinaryIO) -> None:
        self.out, self.ended, self.place = out, False, out.tell()

    def write(self, data: bytes) -> int:
        if not self.ended:
            self.out.write(data)
        self.place += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        if not self.ended:
            self.place = self.out.seek(offset, whence)
        elif whence == 0:
            self.place = offset
        return self.place

    def tell(self) -> int:
        return self.place

    def flush(self) -> None:
        if not self.ended:
            self.out.flush()


def _abandon(book: "Workbook") -> None:
    """Closes the temporary files of a workbook that was broken off; one that was closed has none left."""
    for sheet in book.worksheets():
        if sheet.row_data_fh and not sheet.row_data_fh.closed:
            sheet.row_data_fh.close()


class _Book:
    """Fills one workbook."""

    def __init__(self, book: "Workbook", progress: Progress) -> None:
        self.book, self.progress = book, progress
        self.bold: Format = book.add_format({"bold": True})
        self.rests: list[_Rest] = []

    def fill(self, sheets: Iterable[Sheet]) -> dict[str, int]:
        counts = {sheet.name: self.sheet(sheet) for sheet in sheets}
        if self.rests:
            columns = ("place", "sheet", "row", "column", "part", "text")
            self.sheet(Sheet(CONTINUED, columns, _parts(self.rests)))
        return counts

    def sheet(self, sheet: Sheet) -> int:
        there = self.book.add_worksheet(sheet.name)
        there.freeze_panes(1, 0)
        for place, column in enumerate(sheet.columns):
            there.set_column(place, place, _WIDE if column in _LONG else _NARROW)
        for place, column in enumerate(sheet.columns):
            there.write_string(0, place, column, self.bold)
        done = 0
        for done, row in enumerate(sheet.rows, 1):
            if done >= _MOST_ROWS:
                raise ExchangeError(sentence("error.exchange.full_sheet", rows=_MOST_ROWS - 1))
            if done % _STRIDE == 1:
                self.progress(sheet.name, done - 1, 0)
            for place, cell in enumerate(row):
                self.cell(there, sheet, done, place, cell)
        return done

    def cell(self, there: "Worksheet", sheet: Sheet, row: int, place: int, cell: Cell) -> None:
        if isinstance(cell, str):
            if cell:
                there.write_string(row, place, self.fitting(cell, sheet, row, place))
        elif cell is not None:
            there.write_number(row, place, cell)

    def fitting(self, text: str, sheet: Sheet, row: int, place: int) -> str:
        """As much of a text as a cell holds; the rest is kept for the last sheet."""
        if not text.isascii():
            text = text.translate(_UNKNOWN_TO_XML)
        if len(text) <= _MOST_UNITS // 2:
            return text  # at most two units each
        first, *rest = _pieces(text)
        if not rest:
            return first
        number = len(self.rests) + 1
        self.rests.append(_Rest(number, sheet.name, row + 1, sheet.columns[place], tuple(rest)))
        return first + mark(number)


def mark(number: int) -> str:
    """What ends a cell whose text goes on in the sheet `continued`, at this place."""
    return f" […{CONTINUED} {number}]"


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of so many UTF-16 units at most."""
    start, units = 0, 0
    for at, character in enumerate(text):
        size = 2 if character > "\uffff" else 1
        if units + size > _MOST_UNITS:
            yield text[start:at]
            start, units = at, 0
        units += size
    yield text[start:]


def _parts(rests: Iterable[_Rest]) -> Iterator[tuple[Cell, ...]]:
    for rest in rests:
        for part, piece in enumerate(rest.pieces, 2):
            yield rest.number, rest.sheet, rest.row, rest.column, part, piece
