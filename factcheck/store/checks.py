"""The collection of earlier checks: an SQLite file of its own in the user's folder, shared by all projects.

It is no part of a project: what a claim relies on is attached to it as evidence. The file can be deleted and made anew
from the ClaimReviews that it was filled with.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, fields
from hashlib import sha256
from pathlib import Path

from factcheck.codec import to_json
from factcheck.model import EarlierCheck, Met
from factcheck.store.own_file import OwnFile
from factcheck.text import folded

APPLICATION_ID = 0x46434B43
_SCHEMA = (
    "CREATE TABLE checks (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, claim TEXT NOT NULL, url TEXT NOT NULL,"
    " rating TEXT NOT NULL, publisher TEXT NOT NULL, claimant TEXT NOT NULL, date TEXT NOT NULL) STRICT",
    "CREATE VIRTUAL TABLE words USING fts5 (claim, content = '', tokenize = 'unicode61 remove_diacritics 2')",
)
_COLUMNS = ", ".join(field.name for field in fields(EarlierCheck))
#: So many are weighed, the best by BM25, and so many words of a claim are looked for.
_WEIGHED, _MOST_WORDS = 60, 60
#: Likeness from which on an earlier check is shown.
LEAST = 0.6


class Checks:
    """The earlier checks in one file; made when something is first put in. Every call opens and closes it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = OwnFile(path, APPLICATION_ID, _SCHEMA, "error.project.no_checks")

    def add(self, checks: Iterable[EarlierCheck]) -> int:
        """Puts checks in, all or none; how many were not there yet."""
        with self._file.writing() as connection:
            return sum(_put(connection, check) for check in checks)

    def count(self) -> int:
        """How many there are."""
        if not self.path.exists():
            return 0
        with self._file.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM checks").fetchone()[0])

    def find(self, claim: str, most: int = 3) -> list[Met]:
        """Those that may be of this claim, the likeliest first: by shared words, then by the whole wordings."""
        whole = folded(claim).replace("\0", " ")  # where full-text search would take the question for ended
        words = [word for word in whole.split() if any(map(str.isalnum, word))][:_MOST_WORDS]
        if not words or not self.path.exists():
            return []
        asked = " OR ".join('"' + word.replace('"', '""') + '"' for word in words)
        listed = ", ".join(f"checks.{field.name}" for field in fields(EarlierCheck))
        sql = f"SELECT {listed} FROM words JOIN checks ON number = words.rowid"  # noqa: S608 - our names
        sql += " WHERE words MATCH ? ORDER BY rank LIMIT ?"
        with self._file.reading() as connection:
            rows = connection.execute(sql, (asked, _WEIGHED)).fetchall()
        met = (Met(check, likeness(claim, check.claim)) for check in (EarlierCheck(*row) for row in rows))
        return sorted((m for m in met if m.likeness >= LEAST), key=lambda m: -m.likeness)[:most]


def _put(connection: sqlite3.Connection, check: EarlierCheck) -> bool:
    """Whether it was not there: one check is known by its page and the claim."""
    key = sha256(to_json([check.url, folded(check.claim)]).encode()).hexdigest()
    sql = f"INSERT OR IGNORE INTO checks (key, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - our names
    made = connection.execute(sql, (key, *astuple(check)))
    if made.rowcount:
        connection.execute("INSERT INTO words (rowid, claim) VALUES (?, ?)", (made.lastrowid, check.claim))
    return bool(made.rowcount)


def likeness(one: str, other: str) -> float:
    """How alike two wordings are, in any order of their words; a word more or less costs its length."""
    from rapidfuzz import fuzz  # 33 ms, and rarely needed

    return fuzz.token_sort_ratio(folded(one), folded(other)) / 100
