"""A table as it stands: columns and rows of text, read in the child process like any other input."""

import json
from dataclasses import dataclass
from pathlib import Path

from factcheck.i18n import why
from factcheck.importing.draft import DEFAULT_LIMITS, Extracted, Extraction, Input
from factcheck.importing.formats import Format, Sample
from factcheck.importing.isolation import Isolated
from factcheck.importing.words import failed


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under named columns; each row with its number in the file and as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(path: Path) -> Table:
    """The table of a CSV file or of the first filled sheet of a workbook. `ImportFailedError`."""
    try:
        data = path.read_bytes() if path.stat().st_size <= DEFAULT_LIMITS.input_bytes else None
    except OSError as error:
        raise failed("unreadable", name=path.name, why=why(error)) from error
    if data is None:
        limit = DEFAULT_LIMITS.input_bytes // 2**20
        raise failed("too_large", name=path.name, size=-(-path.stat().st_size // 2**20), limit=limit)
    return table_in(data, path.name)


def table_in(data: bytes, name: str) -> Table:
    """The table of the bytes of such a file. `ImportFailedError`."""
    with Isolated(DEFAULT_LIMITS) as isolated:
        found = isolated.extract(FORMAT, Input(data, name), lambda: None)
    columns, rows = json.loads(found.articles[0].text)
    return Table(tuple(columns), tuple((int(number), tuple(cells)) for number, cells in rows))


def _extract(given: Input) -> Extraction:
    from factcheck.importing import tables

    columns, body = tables.table_of(given)
    rows = [(label, [*cells, *[""] * (len(columns) - len(cells))]) for label, cells in body]
    return Extraction((Extracted(text=json.dumps([columns, rows]), title="", encoding="", method="rows 1"),))


def _never(_sample: Sample) -> bool:
    """It is asked for by name: as an article, a table is a list of statements."""
    return False


FORMAT = Format("rows", (), "", _never, _extract)
