"""Where SQLite's errors become sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import ProjectFileError

#: Primary result codes of SQLite and what they mean to the person.
_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk is full: “{name}” was not changed; free some space and try again.",
    sqlite3.SQLITE_READONLY: "“{name}” cannot be written; it was opened read-only or its folder is write-protected.",
    sqlite3.SQLITE_BUSY: "“{name}” is in use by another program; try again when that has finished.",
    sqlite3.SQLITE_LOCKED: "“{name}” is in use by another program; try again when that has finished.",
    sqlite3.SQLITE_IOERR: "The disk failed while “{name}” was read or written; copy the file to another disk.",
    sqlite3.SQLITE_CANTOPEN: "“{name}” cannot be opened; see whether the file and its folder may be read.",
    sqlite3.SQLITE_CORRUPT: "“{name}” is damaged; restore a backup with `factcheck restore`.",
    sqlite3.SQLITE_NOTADB: "“{name}” is not a factcheck project, or its beginning is damaged.",
    sqlite3.SQLITE_TOOBIG: "That is too large to be kept in “{name}”.",
}


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turns the world's faults, as SQLite and the system tell them, into `ProjectFileError`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in _SENTENCES:
            raise  # a broken constraint or wrong SQL is our bug
        raise ProjectFileError(_SENTENCES[code].format(name=path.name)) from error
    except OSError as error:
        raise ProjectFileError(f"“{path.name}” could not be used: {error.strerror or error}.") from error
