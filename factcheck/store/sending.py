"""Copies of a project for sending: all records and texts, and a history that proves them, without original bytes.

A copy says in its table `sent_copy` what it is, and opens for reading only.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from factcheck import files, i18n
from factcheck.errors import ProjectFileError
from factcheck.progress import Progress, silent
from factcheck.store import backup, history, opener
from factcheck.store.border import sentences
from factcheck.store.transaction import atomic

#: What a copy is made without; the first is told, the others are rebuilt when they are missed.
_LEFT_OUT = ("originals", "derived_rarity", "derived_segments")
#: Instructions of SQLite's between two calls of progress; some hundredths of a second.
_OFTEN = 100_000


@dataclass(frozen=True, slots=True)
class Sent:
    """What a copy says of itself."""

    #: When the project was as it is here.
    at: int
    #: Hash at the head of the history that it holds.
    head: str


def make(project: Path, copy: Path, progress: Progress = silent) -> None:
    """A checked copy of the project as it is now, at a path that nothing has."""
    with sentences(project), closing(opener.connect(project, "ro")) as connection, _stoppable(connection, progress):
        connection.execute("VACUUM INTO ?", (str(copy),))
    with sentences(copy), closing(opener.connect(copy, "rw")) as connection, _stoppable(connection, progress):
        least, head = history.head(connection)
        (at,) = connection.execute("SELECT at FROM history WHERE sequence = ?", (least,)).fetchone()
        with atomic(connection):
            for table in _LEFT_OUT:
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our names
            connection.execute("DELETE FROM sent_copy")
            connection.execute("INSERT INTO sent_copy VALUES ('copy', ?, ?, ?)", (at, head, _LEFT_OUT[0]))
        connection.execute("VACUUM")  # what was deleted is not among the free pages either
    backup.verify(copy, least)
    files.sync(copy)


@contextmanager
def _stoppable(connection: sqlite3.Connection, progress: Progress) -> Iterator[None]:
    """Lets progress break off what SQLite does in one long statement."""
    wish: list[BaseException] = []

    def tick() -> int:
        try:
            progress("copy", 0, 0)
        except BaseException as stop:  # a wish to cancel, or Ctrl-C; SQLite would swallow it
            wish.append(stop)
        return len(wish)

    connection.set_progress_handler(tick, _OFTEN)
    try:
        progress("copy", 0, 0)
        yield
    except sqlite3.OperationalError:
        if wish:
            raise wish[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def told(connection: sqlite3.Connection) -> Sent | None:
    """What a file says of itself, None if it is a project and no copy."""
    row = connection.execute("SELECT at, head FROM sent_copy").fetchone()
    return Sent(int(row[0]), str(row[1])) if row else None


def sentence(path: Path, sent: Sent) -> str:
    """Why a copy is not written."""
    day = f"{datetime.fromtimestamp(sent.at, UTC):%Y-%m-%d}"
    return i18n.sentence("error.project.sent_copy", file=path.name, day=day)


def refuse(connection: sqlite3.Connection, path: Path) -> None:
    """`ProjectFileError` if the file is a copy."""
    sent = told(connection)
    if sent:
        raise ProjectFileError(sentence(path, sent))
