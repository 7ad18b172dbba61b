"""A change of a record is carried out in its table."""

import sqlite3
from typing import Any

from factcheck.model import Change
from factcheck.store.rows import Table, table, to_row


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
    elif there is None:
        marks = ", ".join("?" * len(place.columns))
        sql = f"INSERT INTO {place.name} ({place.listed}) VALUES ({marks})"  # noqa: S608 - our names
        connection.execute(sql, to_row(change.after))
    else:
        _update(connection, place, record.id, dict(zip(place.columns, there, strict=True)), to_row(change.after))


def _update(connection: sqlite3.Connection, place: Table, id: str, there: dict[str, Any], row: list[Any]) -> None:
    """Only what is another: SQLite writes the index of a column, and looks whether what it refers to is there, only
    where the column is named.
    """
    changed = {column: value for column, value in zip(place.columns, row, strict=True) if there[column] != value}
    if changed:
        given = ", ".join(f'"{column}" = ?' for column in changed)
        connection.execute(f"UPDATE {place.name} SET {given} WHERE id = ?", (*changed.values(), id))  # noqa: S608
