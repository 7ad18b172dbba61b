"""Where SQLite is asked, and where its errors become sentences."""

import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from factcheck.codec import UnreadableError
from factcheck.errors import ProjectFileError
from factcheck.i18n import sentence, why
from factcheck.store.damage import damaged

_HALF_WRITTEN = sqlite3.SQLITE_READONLY_ROLLBACK

#: Result codes of SQLite that mean something to the person: the keys of what is said.
_SAID = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "not_written",
    _HALF_WRITTEN: "half_written",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_IOERR: "disk",
    sqlite3.SQLITE_CANTOPEN: "not_opened",
    sqlite3.SQLITE_TOOBIG: "too_large",
}


#: Those that say that the file is damaged, and what of it.
_DAMAGED = {
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "beginning",
}

Rows = Generator[tuple[Any, ...], None, None]


def rows(connection: sqlite3.Connection, sql: str, values: Sequence[Any] = ()) -> Rows:
    """The rows of a query. Its statement ends with the loop, also one that an error breaks off: an open one locks."""
    cursor = connection.execute(sql, values)
    try:
        for row in cursor:  # noqa: UP028 - `yield from` would close the cursor by itself, in the wrong case too
            yield row
    finally:
        with suppress(sqlite3.ProgrammingError):  # the connection was closed first and took the statement along
            cursor.close()


@contextmanager
def sentences(path: Path, unproved: bool = False) -> Iterator[None]:
    """Turns the world's faults, as SQLite and the system tell them, into `ProjectFileError`.

    While a file is `unproved` (its schema not yet seen to be ours) all that SQLite says is the file's fault.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = _code(error)
        if code in _SAID:
            raise ProjectFileError(sentence(f"error.sqlite.{_SAID[code]}", name=path.name)) from error
        if code not in _DAMAGED and not unproved:
            raise  # a broken constraint or wrong SQL is our bug
        raise damaged(path.name, _DAMAGED.get(code, _DAMAGED[sqlite3.SQLITE_CORRUPT])) from error
    except (UnreadableError, UnicodeDecodeError) as error:  # the latter from an error message with damage in it
        raise damaged(path.name) from error
    except OSError as error:
        raise ProjectFileError(sentence("error.project.unusable", file=path.name, why=why(error))) from error


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's result code, mostly the primary one; 0 for Python's own error of bytes that are no text."""
    if hasattr(error, "sqlite_errorcode"):
        whole = error.sqlite_errorcode
        return whole if whole == _HALF_WRITTEN else whole & 0xFF
    return sqlite3.SQLITE_CORRUPT if "decode" in str(error) else 0
