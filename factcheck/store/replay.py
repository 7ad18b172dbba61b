"""An earlier state of a project, made again from its history: nothing of what the tables say now is taken over."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck.errors import NotFoundError, ProjectFileError
from factcheck.i18n import sentence
from factcheck.model import ArticleVersion
from factcheck.progress import Progress, silent
from factcheck.store import derived, history, schema
from factcheck.store.border import sentences
from factcheck.store.carrying import StaleEditError, carry_out
from factcheck.store.reader import Reader

#: Entries between two calls of progress.
_TELL_EVERY = 200


@contextmanager
def state_at(now: Reader, head: str, progress: Progress = silent) -> Iterator[Reader]:
    """The records as they stood when `head` was the newest entry, for the thread that enters it.

    Every entry is proved by its hash and must follow from the ones before it; every text is what its own hash names.
    `NotFoundError` if history does not have this head, `ProjectFileError` if it was altered.
    """
    with sentences(now.path):
        connection = sqlite3.connect("")  # a file of SQLite's own that has no name, and goes with the connection
        with closing(connection):
            schema.migrate(connection, 0)
            then = Reader(connection, now.path)
            _replay(now, then, head, progress)
            _copy_texts(now, then)
            yield then


def _replay(now: Reader, then: Reader, head: str, progress: Progress) -> None:
    previous, total = history.GENESIS, history.head(now.connection)[0]
    for sequence, row in enumerate(history.raw(now.connection), 1):
        if sequence % _TELL_EVERY == 1:
            progress("Replaying history", sequence, total)
        if row[0] != sequence or row[-2] != previous or not history.proves(row):
            raise _altered(now.path, sequence)
        _take(now.path, then.connection, row)
        previous = row[-1]
        if previous == head:
            return
    raise NotFoundError(sentence("error.history.no_entry", project=now.path.name, head=head[:12]))


def _take(path: Path, connection: sqlite3.Connection, row: tuple[Any, ...]) -> None:
    entry = history.entry_of(row)
    try:
        for change in entry.edit.changes:
            carry_out(connection, change)
    except (StaleEditError, sqlite3.IntegrityError) as error:
        raise _altered(path, entry.sequence) from error
    connection.execute(f"INSERT INTO history VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 - question marks
    derived.touch(connection, entry)


def _altered(path: Path, sequence: int) -> ProjectFileError:
    return ProjectFileError(sentence("error.history.altered", sequence=sequence, file=path.name))


def _copy_texts(now: Reader, then: Reader) -> None:
    """Texts and landmarks of the versions that there were. A copy of the project may lack some."""
    for version in then.each(ArticleVersion):
        for name in filter(None, (version.text_sha256, version.landmarks_sha256)):
            row = now.connection.execute("SELECT text FROM texts WHERE sha256 = ?", (name,)).fetchone()
            if row is None:
                continue
            if sha256(row[0].encode()).hexdigest() != name:
                raise ProjectFileError(sentence("error.history.text", name=name[:12], project=now.path.name))
            then.connection.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", (name, row[0]))
