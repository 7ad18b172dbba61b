"""What is kept only to be quick: it can be emptied at any time and is rebuilt from the records. Never in history."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from factcheck import codec
from factcheck.model import Entry, Finding
from factcheck.store import history, listed, mending
from factcheck.store.border import sentences
from factcheck.store.segments import Segments
from factcheck.store.transaction import atomic


def touched(entry: Entry) -> set[str]:
    """The records that an entry changed, and those that they belong to."""
    ids: set[str] = set()
    for record in (side for change in entry.edit.changes for side in (change.before, change.after)):
        owners = (getattr(record, name, None) for name in ("id", "claim_id", "article_id"))
        ids.update(owner for owner in owners if owner)
    return ids


def touch(connection: sqlite3.Connection, entry: Entry) -> None:
    """Notes which records an entry changed; in the transaction that writes the entry."""
    rows = [(id, entry.sequence) for id in sorted(touched(entry))]
    connection.executemany("INSERT OR IGNORE INTO derived_touched VALUES (?, ?)", rows)
    connection.execute("INSERT OR REPLACE INTO derived_state VALUES ('touched', ?)", (str(entry.sequence),))


def written(findings: Iterable[Finding]) -> list[str]:
    """Findings as they are kept; with thousands that takes a while, and any thread can do it."""
    return [codec.write(finding) for finding in findings]


class Derived:
    """The findings as matching last proposed them, and for which texts."""

    def __init__(self, connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
        self._connection = connection
        self._path = path
        self._read_only = read_only

    @property
    def segments(self) -> Segments:
        """The kept index of statements."""
        return Segments(self._connection, self._path, self._read_only)

    def mend(self) -> bool:
        """Rebuilds what is missing, as after a rescue or when somebody emptied the tables.

        Whether the list of claims was damaged; one that is only behind, as an older program leaves it, is not.
        """
        sequence, _ = history.head(self._connection)
        untouched = listed.kept_until(self._connection, "touched") != sequence
        behind = listed.kept_until(self._connection) != sequence
        broken = not behind and not mending.is_sound(self._connection)
        if untouched or behind or broken:
            with atomic(self._connection):
                if untouched:
                    self._touch_all()
                if behind or broken:
                    mending.remake(self._connection, self._path, sequence)
        return broken

    def _touch_all(self) -> None:
        self._connection.execute("DELETE FROM derived_touched")
        for entry in history.read(self._connection):
            touch(self._connection, entry)

    def mend_list(self) -> None:
        """Makes the list of claims anew, whatever is the matter with it."""
        with sentences(self._path), atomic(self._connection):
            mending.remake(self._connection, self._path, history.head(self._connection)[0])

    @contextmanager
    def _unhurried(self) -> Iterator[None]:
        """What is written inside need not be on the disk at once: a power cut may take it, and it is made anew."""
        before = self._connection.execute("PRAGMA synchronous").fetchone()[0]
        self._connection.execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            self._connection.execute(f"PRAGMA synchronous = {int(before)}")

    def keep_findings(self, findings: Sequence[str], of: str) -> None:
        """Replaces what was kept by findings as they were `written`. A read-only project keeps nothing."""
        if self._read_only:
            return
        rows = list(enumerate(findings))
        with sentences(self._path), self._unhurried(), atomic(self._connection):
            self._connection.execute("DELETE FROM derived_findings")
            self._connection.executemany("INSERT INTO derived_findings VALUES (?, ?)", rows)
            self._connection.execute("INSERT OR REPLACE INTO derived_state VALUES ('findings', ?)", (of,))
