"""Opens a project file: looks at it first, then locks it, then lets SQLite near it."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from factcheck.errors import ProjectFileError
from factcheck.i18n import sentence, why
from factcheck.store import guard, schema
from factcheck.store.border import sentences
from factcheck.store.damage import damaged

_MAGIC = b"SQLite format 3\x00"
#: Offsets in SQLite's header, from its file format documentation.
_USER_VERSION, _APPLICATION_ID, _HEADER, _READ_FORMAT = 60, 68, 100, 19
_WAL = 2


def look(path: Path) -> int:
    """The schema version of a project file, before SQLite reads more of it. `ProjectFileError` says what else it is."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ProjectFileError(sentence("error.project.folder", file=path))
        if not stat.S_ISREG(status.st_mode):
            raise ProjectFileError(sentence("error.project.no_file", file=path.name))
        if status.st_size == 0:
            raise damaged(path.name, "empty")
        application, version = _stated(path)
    except FileNotFoundError:
        raise ProjectFileError(sentence("error.project.missing", file=path)) from None
    except OSError as error:
        raise ProjectFileError(sentence("error.project.unread", file=path.name, why=why(error))) from error
    return guard.version_of(path.name, application, version)


def _stated(path: Path) -> tuple[int, int]:
    """Application id and schema version that the file states.

    Where a helper file lies beside it, SQLite is asked: it may be open, or a crash left it half written, and then the
    header says what is taken back or not yet there. If it is open in this very process, closing it as a plain file
    would drop SQLite's locks on it (POSIX), and another program could then remove the log with all that is in it.
    """
    if not path.with_name(path.name + "-shm").exists():
        stated = _in_header(path)
        if not any(part.exists() for part in beside(path)):
            return stated
    with sentences(path, unproved=True):
        return _asked(path)


def _in_header(path: Path) -> tuple[int, int]:
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise damaged(path.name, "beginning")
    numbers = (header[at : at + 4] for at in (_APPLICATION_ID, _USER_VERSION))
    application, version = (int.from_bytes(number, signed=True) for number in numbers)
    return application, version


def _asked(path: Path) -> tuple[int, int]:
    """The same from SQLite, which takes back what a crash left half done, where the file may be written."""
    try:
        return _asked_as(path, "ro")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            raise
        if not os.access(path, os.W_OK):
            raise
        return _asked_as(path, "rw")


def _asked_as(path: Path, mode: str) -> tuple[int, int]:
    with closing(connect(path, mode)) as connection:
        asked = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        return int(asked[0]), int(asked[1])


def beside(path: Path) -> list[Path]:
    """Where SQLite may keep a log of what is not in a file yet, or of what must be taken back."""
    return [path.with_name(path.name + tail) for tail in ("-wal", "-journal")]


def be_current(path: Path, version: int) -> None:
    """`ProjectFileError` if the file is of an older form, in which it is only brought up to date."""
    if version < schema.version():
        raise ProjectFileError(sentence("error.project.older", file=path.name))


def connect(path: Path, mode: str, lendable: bool = False) -> sqlite3.Connection:
    """A connection in mode "ro", "rw" or "rwc", with every safeguard on; `lendable` to other threads, one at a time."""
    guard.beside(path)
    immutable = "&immutable=1" if mode == "ro" and _cannot_share(path) else ""
    uri = f"file:{quote(os.fsencode(path.resolve()))}?mode={mode}{immutable}"
    connection = sqlite3.connect(uri, uri=True, timeout=5, check_same_thread=not lendable)
    try:
        guard.careful(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _cannot_share(path: Path) -> bool:
    """A file in WAL form in a folder where SQLite cannot make its helper files, and with no writer at work."""
    if os.access(path.parent, os.W_OK) or path.with_name(path.name + "-wal").exists():
        return False  # without opening it: see `_stated`
    with path.open("rb") as file:
        header = file.read(_HEADER)
    return len(header) == _HEADER and header[_READ_FORMAT] == _WAL


def durable(connection: sqlite3.Connection) -> None:
    """While open: a write-ahead log, and each commit on the disk before it counts."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def single_file(connection: sqlite3.Connection) -> None:
    """Folds the write-ahead log back, so that what lies on the disk is one file again."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        return  # a read-only window still looks at it; the log is empty and the next close removes it
