"""A project file may come from a stranger: what must hold before anything in it is used.

Nothing of the file's own runs before `proved` has found that its tables, indexes, triggers and views are ours: no view
is asked, no row is read or written. What is read until then is bounded in time.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from factcheck.errors import ProjectFileError
from factcheck.i18n import sentence
from factcheck.progress import Cancelled, Progress
from factcheck.store import schema
from factcheck.store.damage import altered, damaged

#: What SQLite refuses beyond; SQL and its programs are our own and small, values are as large as files may be.
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 500_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 20,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 250_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,  # VACUUM INTO attaches what it writes
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = ("trusted_schema = OFF", "foreign_keys = ON", "cell_size_check = ON", "mmap_size = 0")

#: The last bytes of a rollback journal that names a further file, which SQLite would delete when it rolls back.
_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")

#: Seconds that proving a file may take, and the bytes that buy one more.
_SECONDS, _BYTES_A_SECOND = 20, 5_000_000
#: Steps of SQLite's machine between two looks at the clock.
_STEPS = 50_000

Schema = frozenset[tuple[str, str, str]]


def beside(path: Path) -> None:
    """Refuses what a stranger may have laid beside a file: SQLite believes a journal, and one can name a victim.

    Our own journals never name another file, since one file alone is written in a transaction.
    """
    journal = path.with_name(path.name + "-journal")
    if not journal.is_file() or journal.stat().st_size < len(_NAMES_ANOTHER):
        return
    with journal.open("rb") as file:
        file.seek(-len(_NAMES_ANOTHER), 2)
        if file.read() == _NAMES_ANOTHER:
            raise ProjectFileError(sentence("error.project.journal", journal=journal.name, file=path.name))


def careful(connection: sqlite3.Connection) -> None:
    """Puts every safeguard of SQLite's on."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)


@contextmanager
def bounded(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """What SQLite does inside ends after a time that grows with the file; then it is taken for damaged."""
    end = time.monotonic() + _SECONDS + path.stat().st_size / _BYTES_A_SECOND
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
            raise
        raise ProjectFileError(sentence("error.project.slow", file=path.name)) from error
    finally:
        connection.set_progress_handler(None, 0)


#: Whether what is missing from a file, by name, can be made anew from its records.
Makeable = Callable[[set[str]], bool]
#: The index of words.
_WORDS = "derived_claim_words"


def nothing(_names: set[str]) -> bool:
    """Whatever is missing, the file is not ours."""
    return False


def proved(connection: sqlite3.Connection, path: Path, makeable: Makeable = nothing, pages: bool = True) -> int:
    """The schema version of a file that is ours in structure and, if asked, whole in its pages; raises if it is not.

    What is `makeable` may be missing.
    """
    with bounded(connection, path):
        version = stated(connection, path.name)
        verify_schema(connection, path, version, makeable)
        if pages:
            _whole(connection, path)
    return version


def _whole(connection: sqlite3.Connection, path: Path) -> None:
    """Newer versions of SQLite tell here of the index of words too, which is no page and is made anew elsewhere."""
    try:
        found = _said(connection, "PRAGMA quick_check(9)")
    except sqlite3.DatabaseError as error:
        if _WORDS not in str(error):
            raise
        found = _said_of_tables(connection)  # the newest cannot look at all at once where that index does not open
    if any(_WORDS not in said for said in found):
        raise damaged(path.name)


def _said_of_tables(connection: sqlite3.Connection) -> list[str]:
    names = [name for kind, name, _ in found_schema(connection) if kind == "table" and not name.startswith(_WORDS)]
    return [said for name in sorted(names) for said in _said(connection, f"PRAGMA quick_check({name})")]


def _said(connection: sqlite3.Connection, check: str) -> list[str]:
    return [said for (said,) in connection.execute(check) if said != "ok"]


def prove_pages(connection: sqlite3.Connection, path: Path, progress: Progress) -> None:
    """Raises unless all pages of a file are whole; takes a second for each gigabyte or so, and can be cancelled."""
    wish: list[BaseException] = []

    def told() -> bool:
        try:
            progress("", 0, 0)
        except Cancelled as cancelled:
            wish.append(cancelled)
        return bool(wish)

    connection.set_progress_handler(told, _STEPS)
    try:
        _whole(connection, path)
    except sqlite3.OperationalError:
        raise (wish or [damaged(path.name)])[0] from None
    finally:
        connection.set_progress_handler(None, 0)


def stated(connection: sqlite3.Connection, name: str) -> int:
    """The schema version that SQLite reads, its log included; the header alone may say something else."""
    asked = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return version_of(name, int(asked[0]), int(asked[1]))


def version_of(name: str, application: int, version: int) -> int:
    """The version, if a file that states these is a project that this program can read."""
    if application != schema.APPLICATION_ID:
        raise ProjectFileError(sentence("error.project.foreign", name=name))
    if version > schema.version():
        raise ProjectFileError(sentence("error.project.newer", name=name))
    if version < 1:
        raise damaged(name)
    return version


@cache
def expected_schema(version: int) -> Schema:
    """Type, name and SQL of everything that a file of this version holds."""
    with closing(schema.in_memory(version)) as connection:
        return found_schema(connection)


def found_schema(connection: sqlite3.Connection) -> Schema:
    """Type, name and SQL of all that a file holds, what is called sqlite_something included: it may be planted."""
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    return frozenset((str(kind), str(name), str(sql)) for kind, name, sql in rows)


def verify_schema(connection: sqlite3.Connection, path: Path, version: int, makeable: Makeable = nothing) -> None:
    """Refuses a file whose tables, triggers or views are not ours: what it would run is not ours either."""
    found, expected = found_schema(connection), expected_schema(version)
    missing = {name for _, name, _ in expected - found}
    if found - expected or (missing and not makeable(missing)):
        raise altered(path.name, sorted({name for _, name, _ in found ^ expected}))
