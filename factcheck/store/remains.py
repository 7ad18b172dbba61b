"""What stands in a damaged project: what its pages prove, and what its tables still say."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck.codec import UnreadableError
from factcheck.errors import FactCheckError
from factcheck.model import Record
from factcheck.progress import Progress
from factcheck.store import history, opener, pages, schema
from factcheck.store.reader import unpacked
from factcheck.store.rows import Table, from_row, tables

State = dict[tuple[str, str], Record]

#: What SQLite and we say of what is damaged; the one in the middle when the damage is in the message.
_BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError, FactCheckError)


@dataclass
class Found:
    """What stands in the pages, proved by hash."""

    history: dict[int, list[tuple[Any, ...]]]
    texts: dict[str, str]
    originals: dict[str, tuple[int, bytes]]


def copied(project: Path, place: Path) -> Path:
    """A copy to work on, with its beginning mended, and what a crash left beside it folded in."""
    copy = place / "damaged"
    for part, name in zip((project, *opener.beside(project)), (copy, *opener.beside(copy)), strict=True):
        if part.exists():
            shutil.copyfile(part, name)
    _mend_beginning(copy)
    with suppress(*_BROKEN), closing(opener.connect(copy, "rw")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        opener.single_file(connection)
    return copy


#: Where SQLite's header says how many pages there are, and the fields that differ between two whole files.
_HEADER, _COUNT = 100, slice(28, 32)


def _mend_beginning(copy: Path) -> None:
    """A header that SQLite would not take is replaced by one as we write it."""
    with copy.open("rb+") as file:
        header = file.read(_HEADER)
        size = file.seek(0, 2)
        if not (header.startswith(b"SQLite format 3\0") and header[68:72] == _usual()[68:72]):
            header = _usual()[: _COUNT.start] + (size // 4096).to_bytes(4) + _usual()[_COUNT.stop :]
            file.seek(0)
            file.write(header)
        whole = int.from_bytes(header[_COUNT]) * int.from_bytes(header[16:18])
        if size < whole <= _LONGEST * size:
            file.truncate(whole)  # pages that are missing read as empty, or SQLite would refuse all others


#: Whoever says that more than this many times what is there is missing is not believed.
_LONGEST = 100


def _usual() -> bytes:
    """The header of a file of ours."""
    with closing(schema.in_memory()) as connection:
        return connection.serialize()[:_HEADER]


def in_pages(copy: Path, progress: Progress) -> Found:
    """What proves by hash, wherever in the file it stands."""
    progress("Reading pages", 0, 0)
    found = Found({}, {}, {})
    for row in pages.rows(copy):
        match row.values:
            case (None, int(), *_) if len(row.values) == 13 and row.number:
                whole = (row.number, *row.values[1:])
                if history.proves(whole):
                    found.history.setdefault(row.number, []).append(whole)
            case (str(name), str(text)) if len(name) == 64 and sha256(text.encode()).hexdigest() == name:
                found.texts[name] = text
            case (str(name), int(size), bytes(packed)) if len(name) == 64:
                with suppress(UnreadableError):
                    unpacked(name, size, packed)
                    found.originals[name] = (size, packed)
    return found


@dataclass
class Tabled:
    """What the tables give by themselves, and the number of the newest entry as they know it."""

    state: State
    newest: int = 0
    #: Types of which all rows could be read: what is not there was removed.
    whole: set[str] = field(default_factory=set)


def in_tables(copy: Path, progress: Progress) -> Tabled:
    """The rows that SQLite still reads, from both ends of each table up to the damage."""
    progress("Reading tables", 0, 0)
    found = Tabled({})
    with suppress(*_BROKEN), closing(opener.connect(copy, "ro")) as connection:
        for place in tables():
            kind = place.kind.__name__
            for order in ("ASC", "DESC"):
                found.state |= {(kind, record.id): record for record in _read(connection, place, order)}
            if _is_whole(connection, place):
                found.whole.add(kind)
        with suppress(*_BROKEN, TypeError, ValueError):
            sql = "SELECT value FROM derived_state WHERE key = 'touched'"
            found.newest = int(connection.execute(sql).fetchone()[0])
    return found


def _read(connection: sqlite3.Connection, place: Table, order: str) -> Iterator[Record]:
    """The records of a table, up to the first row that cannot be read."""
    sql = f"SELECT {place.listed} FROM {place.name} NOT INDEXED ORDER BY id {order}"  # noqa: S608 - our names
    with suppress(*_BROKEN):  # also where a file of an older form lacks columns: history says its rows
        for row in connection.execute(sql):
            with suppress(UnreadableError):
                yield from_row(place.kind, row)


def _is_whole(connection: sqlite3.Connection, place: Table) -> bool:
    with suppress(*_BROKEN):
        connection.execute(f"SELECT {place.listed} FROM {place.name} LIMIT 0")  # noqa: S608 - our names
        return bool(connection.execute(f"PRAGMA quick_check({place.name})").fetchone()[0] == "ok")
    return False
