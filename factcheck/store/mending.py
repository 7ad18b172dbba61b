"""Makes the list of claims anew where it or its index of words is damaged or missing: all in it comes from records."""

import sqlite3
from contextlib import closing
from pathlib import Path

from factcheck.store import guard, history, listed, schema

#: How the names of its tables, their indexes and what SQLite keeps for them begin.
_OURS = ("derived_claim", "sqlite_autoindex_derived_claim")
_WORDS, _ROWS = "derived_claim_words", "derived_claims"
_COUNTED = f"SELECT (SELECT count(*) FROM {_ROWS}) = ?1 AND (SELECT count(*) FROM {_WORDS}_docsize) = ?1"  # noqa: S608 - ours
_SEARCHED = f"SELECT rowid FROM {_WORDS} WHERE {_WORDS} MATCH '\"a\"*' LIMIT 1"  # noqa: S608 - ours
_PROVED = f"INSERT INTO {_WORDS} ({_WORDS}) VALUES ('integrity-check')"  # noqa: S608 - ours
#: What SQLite says of an index of words that is damaged or of which parts are missing.
_FAULTS = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT)


def can_be_made(names: set[str]) -> bool:
    """Whether all that is missing from a file, by name, is made here."""
    return all(name.startswith(_OURS) for name in names)


def is_sound(connection: sqlite3.Connection, wholly: bool = False) -> bool:
    """Whether all of the list is there, it holds as many claims as it says, and can be searched.

    `wholly`: whether each word of it is where it should be, which takes seconds for a million claims.
    """
    expected = {one for one in guard.expected_schema(schema.version()) if one[1].startswith(_OURS)}
    if not expected <= guard.found_schema(connection):
        return False
    within = connection.in_transaction
    try:
        counted = bool(connection.execute(_COUNTED, (listed.total(connection),)).fetchone()[0])
        connection.execute(_SEARCHED).fetchone()
        if wholly:
            connection.execute(_PROVED)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _FAULTS:
            raise
        return False
    finally:
        if not within:
            connection.rollback()
    return counted


def remake(connection: sqlite3.Connection, path: Path, sequence: int) -> None:
    """The tables and their rows anew, as of this entry of history; in the caller's transaction."""
    expected = {name: sql for _, name, sql in guard.expected_schema(schema.version()) if name.startswith(_OURS[0])}
    kept = [name for name in expected if name.startswith(f"{_WORDS}_")]
    if any(name == _WORDS for _, name, _ in guard.found_schema(connection)):
        _empty_words(connection, {name: expected[name] for name in kept})
    for name in (_WORDS, *kept, _ROWS):
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    for sql in _statements().values():
        connection.execute(sql)
    listed.rebuild(connection, path, sequence)


def _statements() -> dict[str, str]:
    """What makes the tables and indexes of the list, by name, in the order in which they are made."""
    expected = {name: sql for _, name, sql in guard.expected_schema(schema.version())}
    indexes = sorted(name for name in expected if name.startswith(f"{_ROWS}_"))
    return {name: expected[name] for name in (_ROWS, *indexes, _WORDS)}


def serves(connection: sqlite3.Connection) -> bool:
    """Whether the list is of the newest state and, as far as is seen at once, sound."""
    return listed.kept_until(connection) == history.head(connection)[0] and is_sound(connection)


def stand_in(connection: sqlite3.Connection, path: Path) -> None:
    """The list as of now in temporary tables of a connection that only reads: their names go before the file's."""
    sequence = history.head(connection)[0]
    if not connection.execute("SELECT 1 FROM temp.sqlite_schema WHERE name = ?", (_ROWS,)).fetchone():
        states = {name: sql for _, name, sql in guard.expected_schema(schema.version()) if name == listed.STATES}
        for name, sql in (states | _statements()).items():
            connection.execute(sql.replace(name, f"temp.{name}", 1))
        connection.execute(f"INSERT INTO temp.{listed.STATES} SELECT * FROM main.{listed.STATES}")  # noqa: S608 - ours
    elif listed.kept_until(connection) == sequence:
        return
    listed.rebuild(connection, path, sequence)


def _empty_words(connection: sqlite3.Connection, kept: dict[str, str]) -> None:
    """What SQLite keeps for the index as it is for a new one: else it could not even be opened to be dropped."""
    with closing(schema.in_memory()) as fresh:
        for name, sql in kept.items():
            connection.execute(f"DROP TABLE IF EXISTS {name}")
            connection.execute(sql)
            rows = fresh.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - ours
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 - ours
