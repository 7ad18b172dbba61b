"""The kept index of statements: arrays as they are, a row a segment. Derived: it can be emptied at any time."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.store.border import sentences
from factcheck.store.transaction import atomic

_FORM = "segments"


@dataclass(frozen=True, slots=True)
class Kept:
    """A segment as it is kept: the texts that are in it, in order, by SHA-256, each with how many statements it has."""

    texts: Sequence[tuple[str, int]]
    parts: Sequence[bytes]


class Segments:
    """The segments of a project's index. Each change is one transaction: after a crash it is there or it is not."""

    def __init__(self, connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
        self._connection = connection
        self._path = path
        self._read_only = read_only

    def read(self, form: str) -> tuple[bytes, list[Kept]] | None:
        """How rare words are, and the segments in order; None if nothing is kept in this form."""
        with sentences(self._path):
            known = self._connection.execute("SELECT value FROM derived_state WHERE key = ?", (_FORM,)).fetchone()
            rarity = self._connection.execute("SELECT scale FROM derived_rarity").fetchone()
            if known is None or rarity is None or known[0] != form:
                return None
            sql = "SELECT texts, keys, owners, shapes, lengths FROM derived_segments ORDER BY number"
            return rarity[0], [Kept(_texts(texts), parts) for texts, *parts in self._connection.execute(sql)]

    def begin(self, form: str, rarity: bytes) -> None:
        """Forgets what was kept, and begins anew."""
        if self._read_only:
            return
        with sentences(self._path), atomic(self._connection):
            self._connection.execute("DELETE FROM derived_segments")
            self._connection.execute("DELETE FROM derived_rarity")
            self._connection.execute("INSERT INTO derived_rarity VALUES (1, ?)", (rarity,))
            self._connection.execute("INSERT OR REPLACE INTO derived_state VALUES (?, ?)", (_FORM, form))

    def add(self, segment: Kept, instead: int = 0) -> None:
        """One more segment behind the others, in the place of the last so many."""
        if self._read_only:
            return
        texts = " ".join(f"{sha256}:{count}" for sha256, count in segment.texts)
        with sentences(self._path), atomic(self._connection):
            self._connection.execute(
                "DELETE FROM derived_segments WHERE number IN"
                " (SELECT number FROM derived_segments ORDER BY number DESC LIMIT ?)",
                (instead,),
            )
            sql = "INSERT INTO derived_segments (texts, keys, owners, shapes, lengths) VALUES (?, ?, ?, ?, ?)"
            self._connection.execute(sql, (texts, *segment.parts))


def _texts(written: str) -> list[tuple[str, int]]:
    pairs = (each.rpartition(":") for each in written.split())
    return [(sha256, int(count)) for sha256, _, count in pairs]
