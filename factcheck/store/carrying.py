"""A change of a record is carried out in its table."""

import sqlite3

from factcheck.model import Change, Record
from factcheck.store.rows import table, to_row


class StaleEditError(RuntimeError):
    """An edit was made from records that have changed since: a bug, not the world's fault."""


def carry_out(connection: sqlite3.Connection, change: Change) -> None:
    """Changes one row. `StaleEditError` if it is not as the change knows it."""
    record = change.after or change.before
    assert record is not None
    place = table(type(record))
    sql = f"SELECT {place.listed} FROM {place.name} WHERE id = ?"  # noqa: S608 - our names
    there = connection.execute(sql, (record.id,)).fetchone()
    if there != (tuple(to_row(change.before)) if change.before else None):
        raise StaleEditError(f"{place.name} {record.id} is not as the edit knew it")
    if change.after is None:
        connection.execute(f"DELETE FROM {place.name} WHERE id = ?", (record.id,))  # noqa: S608 - our names
    else:
        _put(connection, change.after)


def _put(connection: sqlite3.Connection, record: Record) -> None:
    place = table(type(record))
    marks = ", ".join("?" * len(place.columns))
    renewed = ", ".join(f'"{column}" = excluded."{column}"' for column in place.columns)
    connection.execute(
        f"INSERT INTO {place.name} ({place.listed}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {renewed}",  # noqa: S608
        to_row(record),
    )
