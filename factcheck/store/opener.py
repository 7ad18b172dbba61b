"""Opens a project file: looks at it first, then locks it, then lets SQLite near it."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from factcheck.errors import ProjectFileError
from factcheck.store import schema

_MAGIC = b"SQLite format 3\x00"
#: Offsets in SQLite's header, from its file format documentation.
_USER_VERSION, _APPLICATION_ID, _HEADER, _READ_FORMAT = 60, 68, 100, 19
_WAL = 2


def look(path: Path) -> int:
    """The schema version of a project file, read from its first bytes. `ProjectFileError` says what else it is."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        raise ProjectFileError(f"There is no project “{path}”; make one with `factcheck new`.") from None
    except IsADirectoryError:
        raise ProjectFileError(f"“{path}” is a folder, not a factcheck project.") from None
    except OSError as error:
        raise ProjectFileError(f"“{path.name}” cannot be read: {error.strerror}.") from error
    return _version(path, header)


def _version(path: Path, header: bytes) -> int:
    name = path.name
    if not header:
        raise ProjectFileError(f"“{name}” is empty; restore a backup with `factcheck restore`, or delete it.")
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise ProjectFileError(f"“{name}” is not a factcheck project, or its beginning is damaged.")
    if int.from_bytes(header[_APPLICATION_ID : _APPLICATION_ID + 4]) != schema.APPLICATION_ID:
        raise ProjectFileError(f"“{name}” is an SQLite file of another program, not a factcheck project.")
    version = int.from_bytes(header[_USER_VERSION : _USER_VERSION + 4])
    if version > schema.version():
        raise ProjectFileError(f"“{name}” was written by a newer factcheck; update this program to open it.")
    return version


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection in mode "ro", "rw" or "rwc", with every safeguard on."""
    immutable = "&immutable=1" if mode == "ro" and _cannot_share(path) else ""
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}{immutable}"
    connection = sqlite3.connect(uri, uri=True, timeout=5, check_same_thread=True)
    for pragma in ("trusted_schema = OFF", "foreign_keys = ON", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _cannot_share(path: Path) -> bool:
    """A file in WAL form in a folder where SQLite cannot make its helper files, and with no writer at work."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    in_wal = len(header) == _HEADER and header[_READ_FORMAT] == _WAL
    return in_wal and not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists()


def database(connection: sqlite3.Connection) -> Database:
    """sqlite-utils round a connection, without plugins that others may have installed."""
    return Database(connection, execute_plugins=False)


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


def expected_schema() -> set[tuple[str, str, str]]:
    """Type, name and SQL of everything that a file of the newest version holds."""
    connection = sqlite3.connect(":memory:")
    try:
        schema.migrate(database(connection), 0)
        return _schema(connection)
    finally:
        connection.close()


def _schema(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return {(str(kind), str(name), str(sql)) for kind, name, sql in rows}


def verify_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses a file whose tables, triggers or views are not ours: what it would run is not ours either."""
    differing = _schema(connection) ^ expected_schema()
    if differing:
        names = ", ".join(sorted({name for _, name, _ in differing})[:3])
        raise ProjectFileError(f"“{path.name}” was altered outside factcheck ({names}) and is not opened.")
