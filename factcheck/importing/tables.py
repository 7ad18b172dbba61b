"""Tables of statements: CSV by the standard library, workbooks by calamine; of one column, each row a statement."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from importlib.metadata import version
from typing import TYPE_CHECKING

from factcheck.importing.draft import Extraction, Input
from factcheck.importing.encoding import readable
from factcheck.importing.formats import Format, Sample
from factcheck.importing.package import Package, holds
from factcheck.importing.records import Record, field_of, statements
from factcheck.importing.words import failed, one_line, say

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Row = Sequence[str]

_MOST_COLUMNS = 1000
_MOST_CELLS = 5_000_000
_DELIMITERS = ",;\t|"
_LARGEST_FIELD = 10_000_000
_SUFFIXES = (".csv", ".tsv")
#: Where a cell of a sheet stands.
_PLACE = re.compile(rb'[ \n]r="([A-Z]{1,3})(\d{1,7})"')
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def extract_csv(given: Input) -> Extraction:
    """A statement for each row of a delimited text."""
    decoded = readable(given.data, given.name, given.charset)
    extraction = _statements(_csv_rows(decoded.text, given.name), given, "csv 1", decoded.encoding)
    return Extraction(extraction.articles, (*decoded.warnings, *extraction.warnings), extraction.columns)


def _csv_rows(text: str, name: str) -> list[tuple[str, Row]]:
    csv.field_size_limit(_LARGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text) or ",")
    try:
        return [(str(number), _bounded(row, name)) for number, row in enumerate(reader, 1)]
    except csv.Error as error:
        raise failed("damaged", name=name) from error


def table_of(given: Input) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The columns and the rows of a table, of a workbook those of the first sheet that holds any."""
    if given.data.startswith((b"PK", _OLE)):
        rows = _sheet(given)[1]
    else:
        rows = _csv_rows(readable(given.data, given.name, given.charset).text, given.name)
    filled = _with_words(rows)
    if not filled:
        raise failed("no_words", name=given.name)
    return _headed(filled, max(len(row) for _, row in filled))


def _with_words(rows: Iterable[tuple[str, Row]]) -> list[tuple[str, list[str]]]:
    return [(label, [cell.strip() for cell in row]) for label, row in rows if any(map(str.strip, row))]


def _bounded(row: list[str], name: str) -> list[str]:
    if len(row) > _MOST_COLUMNS:
        raise failed("too_wide", name=name, n=len(row), limit=_MOST_COLUMNS)
    return row


def _delimiter(text: str) -> str:
    """What parts the most columns alike in the first rows; "" if nothing does."""
    lines = text[:20_000].split("\n")[:20]
    found = {mark: _columns(lines, mark) for mark in _DELIMITERS}
    best = max(found, key=lambda mark: found[mark])
    return best if found[best] > 1 else ""


def _columns(lines: Sequence[str], delimiter: str) -> int:
    """In how many columns most rows are parted; 0 if they differ."""
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    except csv.Error:
        return 0
    width, often = widths.most_common(1)[0] if widths else (0, 0)
    return width if often * 2 > widths.total() else 0


def extract_workbook(given: Input) -> Extraction:
    """A statement for each row of the first sheet that holds a table."""
    name, rows, names = _sheet(given)
    extraction = _statements(rows, given, f"calamine {version('python-calamine')}", "utf-8")
    others = [other for other in names if other != name]
    warnings = (say("import.warning.sheets", name=name, others=", ".join(others)),) if others else ()
    return Extraction(extraction.articles, (*extraction.warnings, *warnings), extraction.columns)


def _sheet(given: Input) -> tuple[str, list[tuple[str, Row]], list[str]]:
    """The first sheet that holds anything, its rows, and the names of all."""
    from python_calamine import CalamineError, load_workbook

    if given.data.startswith(b"PK"):
        _look_through(Package(given.data, given.name))  # which refuses bombs
    try:
        with load_workbook(io.BytesIO(given.data)) as book:
            return *next(_filled(book, given.name), ("", [])), book.sheet_names
    except CalamineError as error:
        raise failed("encrypted" if "assword" in str(error) else "damaged", name=given.name) from error


def _look_through(package: Package) -> None:
    """Refuses sheets whose cells stand too far apart: calamine asks for memory for all that lies between them."""
    for member in package.names:
        if member.startswith("xl/worksheets/") and member.endswith(".xml"):
            places = _PLACE.findall(package.read(member))
            rows = max((int(row) for _, row in places), default=0)
            columns = max((len(column), column) for column, _ in places)[1] if places else b""
            if rows * _column_number(columns) > _MOST_CELLS:
                raise failed("too_many_cells", name=package.name)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number


def _filled(book: "CalamineWorkbook", name: str) -> Iterator[tuple[str, list[tuple[str, Row]]]]:
    """The sheets that hold anything, with their rows."""
    for title in book.sheet_names:
        sheet = book.get_sheet_by_name(title)
        if sheet.total_height * sheet.total_width > _MOST_CELLS or sheet.total_width > _MOST_COLUMNS:
            raise failed("too_many_cells", name=name)
        rows = [[_cell(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        if any(map(any, rows)):
            yield title, [(str(number), row) for number, row in enumerate(rows, 1)]


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date | time) else str(value)


# --- rows to statements -----------------------------------------------------------------------------------------------


def _statements(rows: Iterable[tuple[str, Row]], given: Input, method: str, encoding: str) -> Extraction:
    filled = _with_words(rows)
    if not filled:
        raise failed("no_words", name=given.name)
    width = max(len(row) for _, row in filled)
    columns, body = _headed(filled, width)
    column = _chosen(columns, body, given)
    records: list[tuple[str, Record]] = [
        (label, dict(zip(columns, [*row, *[""] * (width - len(row))], strict=True))) for label, row in body
    ]
    kept = [(label, record) for label, record in records if record[column]]
    warnings = (say("import.warning.column", column=column),) if width > 1 and not given.column else ()
    articles = statements(kept, column, given.name, method, encoding)
    if given.column:
        articles = tuple(replace(article, part=column_part(column, article.part)) for article in articles)
    return Extraction(articles, warnings, tuple(columns))


def column_part(column: str, part: str) -> str:
    """The part of a table of which a person chose the column: with its name, so that it is found again."""
    return f"{column} {part}".strip()


def _headed(rows: list[tuple[str, list[str]]], width: int) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The names of the columns, and the rows below; a first row that names nothing is a row like the others."""
    first = [one_line(cell) for cell in rows[0][1]]
    first += [""] * (width - len(first))
    named = field_of("statement", first) or field_of("text", first)
    short = all(len(cell) <= 60 and not cell.endswith((".", "!", "?")) for cell in first)
    if named or (short and len(rows) > 1 and all(first)):
        return _distinct(first), rows[1:]
    return [say("import.column", n=n) for n in range(1, width + 1)], rows


def _distinct(names: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    made = []
    for at, given in enumerate(names, 1):
        name = given or say("import.column", n=at)
        seen[name] += 1
        made.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return made


def _chosen(columns: list[str], body: list[tuple[str, list[str]]], given: Input) -> str:
    """The column of the statements: the one asked for, the one that is called so, or the one with the most words."""
    if given.column:
        found = [name for name in columns if name.casefold() == given.column.casefold()]
        if not found:
            raise failed("no_column", name=given.name, column=given.column, columns=", ".join(columns[:20]))
        return found[0]
    if named := field_of("statement", columns) or field_of("text", columns):
        return named
    words = [sum(row[at].count(" ") for _, row in body[:200] if at < len(row)) for at in range(len(columns))]
    return columns[words.index(max(words))]


def _recognises_csv(sample: Sample) -> bool:
    return sample.suffix in _SUFFIXES


def _is_xlsx(sample: Sample) -> bool:
    return holds(sample, b"xl/")


def _is_ods(sample: Sample) -> bool:
    return holds(sample, b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")


def _is_xls(sample: Sample) -> bool:
    return sample.data.startswith(_OLE) and "Workbook".encode("utf-16-le") in sample.data


CSV = Format("csv", _SUFFIXES, "text/csv", _recognises_csv, extract_csv)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
WORKBOOKS = (
    Format("xlsx", (".xlsx", ".xlsm"), _XLSX, _is_xlsx, extract_workbook, signed=True),
    Format("ods", (".ods",), _ODS, _is_ods, extract_workbook, signed=True),
    Format("xls", (".xls",), "application/vnd.ms-excel", _is_xls, extract_workbook, signed=True),
)
