"""What somebody can do to a project file: write a history that there never was, and all that follows from it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from factcheck.model import Record
from factcheck.store import contents, derived, history
from factcheck.store.rows import table, tables, to_row

Row = list[Any]

#: Places of columns in a row of history.
SEQUENCE, AT, WHO, CHANGES, PREVIOUS, HASH = 0, 1, 2, 6, -2, -1


def forge(path: Path, change: Callable[[list[Row]], list[Row]]) -> None:
    """Gives a closed project another history: hashes, records and contents are made to fit, nothing in it is amiss."""
    with closing(sqlite3.connect(path)) as connection, connection:
        rows = change([list(row) for row in history.raw(connection)])
        connection.execute("DELETE FROM history")
        _chain(connection, rows)
        _records(connection)
        _derived(connection)


def _chain(connection: sqlite3.Connection, rows: list[Row]) -> None:
    previous = history.GENESIS
    for row in rows:
        row[PREVIOUS] = previous
        row[HASH] = previous = history.row_hash(row[:-1])
        connection.execute(f"INSERT INTO history VALUES ({', '.join('?' * len(row))})", row)


def _records(connection: sqlite3.Connection) -> None:
    state: dict[str, Record] = {}
    named: set[str] = set()
    for entry in history.read(connection):
        for change in entry.edit.changes:
            record = change.after or change.before
            assert record
            named |= {*contents.texts_of(record), *contents.originals_of(record)}
            state.pop(record.id, None)
            if change.after:
                state[record.id] = change.after
    for place in tables():
        connection.execute(f"DELETE FROM {place.name}")
    for record in state.values():
        place = table(type(record))
        marks = ", ".join("?" * len(place.columns))
        connection.execute(f"INSERT INTO {place.name} ({place.listed}) VALUES ({marks})", to_row(record))
    for name in ("texts", "originals"):
        there = {sha256 for (sha256,) in connection.execute(f"SELECT sha256 FROM {name}")}
        connection.executemany(f"DELETE FROM {name} WHERE sha256 = ?", [(one,) for one in there - named])


def _derived(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM derived_touched")
    for entry in list(history.read(connection)):
        derived.touch(connection, entry)


def cut(last: int) -> Callable[[list[Row]], list[Row]]:
    """Without the last so many entries."""
    return lambda rows: rows[: len(rows) - last]


def say_instead(before: str, after: str) -> Callable[[list[Row]], list[Row]]:
    """The same history with other words in what was changed."""

    def change(rows: list[Row]) -> list[Row]:
        for row in rows:
            row[CHANGES] = row[CHANGES].replace(before, after)
        return rows

    return change


def back_date(rows: list[Row]) -> list[Row]:
    """The same history, a day earlier."""
    for row in rows:
        row[AT] -= 86_400
    return rows
