"""The history of a project: append-only rows, each with the hash of its predecessor.

The hash of a row is SHA-256 over the JSON of all of its columns in their order, the predecessor's hash among them.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from factcheck import codec
from factcheck.model import Added, Edit, Entry, Headline, Who
from factcheck.store.border import rows

#: The predecessor of the first row.
GENESIS = ""

_COLUMNS = "sequence, at, who, who_id, label, names, changes, typing, step, undoes, redoes, previous, hash"


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """Sequence and hash of the newest row; (0, GENESIS) if there is none."""
    row = connection.execute("SELECT sequence, hash FROM history ORDER BY sequence DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, GENESIS)


def beginning(connection: sqlite3.Connection) -> str:
    """Hash of the first row; GENESIS if there is none."""
    row = connection.execute("SELECT hash FROM history ORDER BY sequence LIMIT 1").fetchone()
    return str(row[0]) if row else GENESIS


def changed(connection: sqlite3.Connection) -> int:
    """When the newest row was written; 0 if there is none."""
    row = connection.execute("SELECT at FROM history ORDER BY sequence DESC LIMIT 1").fetchone()
    return int(row[0]) if row else 0


def _columns(entry: Entry, changes: str) -> list[Any]:
    edit = entry.edit
    names = codec.to_json([list(pair) for pair in edit.names])
    said = [entry.sequence, entry.at, entry.who.name, entry.who.id, edit.label, names, changes, edit.typing]
    return [*said, entry.step, entry.undoes, entry.redoes, entry.previous]


def row_hash(columns: Iterable[Any]) -> str:
    """The hash of a row from its columns without the hash."""
    return sha256(codec.to_json(list(columns)).encode()).hexdigest()


def proves(row: tuple[Any, ...]) -> bool:
    """Whether a row as `raw` gives it is what its hash says."""
    try:
        return bool(row_hash(row[:-1]) == row[-1])
    except TypeError:  # bytes, which only damage can put there
        return False


def append(connection: sqlite3.Connection, entry: Entry) -> Entry:
    """Writes a row with its place in the chain; within the transaction that changes the records."""
    last, previous = head(connection)
    entry = replace(entry, sequence=last + 1, previous=previous, step=entry.step or last + 1)
    columns = _columns(entry, codec.changes_to_json(entry.edit))
    entry = replace(entry, hash=row_hash(columns))
    marks = ", ".join("?" * (len(columns) + 1))
    connection.execute(f"INSERT INTO history ({_COLUMNS}) VALUES ({marks})", [*columns, entry.hash])  # noqa: S608
    return entry


def entry_of(row: tuple[Any, ...]) -> Entry:
    """The entry of a row as `raw` gives it."""
    sequence, at, who, who_id, label, names, changes, typing, step, undoes, redoes, previous, own = row
    at = codec.from_data(int, at)
    edit = Edit(label, codec.changes_from_json(changes), _names(names), typing)
    return Entry(sequence, at, Who(who, who_id), edit, step, undoes, redoes, own, previous)


def _names(text: str) -> tuple[tuple[str, str], ...]:
    try:
        return tuple((str(key), str(value)) for key, value in codec.from_json(text))
    except (ValueError, TypeError) as error:
        raise codec.UnreadableError(f"not names: {text[:80]}") from error


def read(connection: sqlite3.Connection, newest: int | None = None) -> Iterator[Entry]:
    """All rows, oldest first; or the `newest` so many, newest first."""
    order = "ORDER BY sequence" if newest is None else f"ORDER BY sequence DESC LIMIT {int(newest)}"
    for row in rows(connection, f"SELECT {_COLUMNS} FROM history {order}"):  # noqa: S608 - our names
        yield entry_of(row)


def after(connection: sqlite3.Connection, head: str) -> list[Entry]:
    """The rows after the one with this hash, oldest first."""
    where = "sequence > coalesce((SELECT sequence FROM history WHERE hash = ?), 0)"
    sql = f"SELECT {_COLUMNS} FROM history WHERE {where} ORDER BY sequence"  # noqa: S608 - our names
    return [entry_of(row) for row in rows(connection, sql, (head,))]


def touching(connection: sqlite3.Connection, id: str, newest: int) -> list[Entry]:
    """The entries that changed a record, or what belongs to it, newest first; as `derived_touched` knows them."""
    listed = ", ".join(f"history.{column.strip()}" for column in _COLUMNS.split(","))
    sql = f"SELECT {listed} FROM derived_touched AS touched JOIN history USING (sequence)"  # noqa: S608 - our names
    sql += " WHERE touched.id = ? ORDER BY touched.sequence DESC LIMIT ?"
    return [entry_of(row) for row in rows(connection, sql, (id, newest))]


def headlines(connection: sqlite3.Connection, id: str, newest: int) -> list[Headline]:
    """What those entries are called, newest first; what they changed is not read."""
    sql = """SELECT sequence, at, who, who_id, label, names, undoes, redoes
        FROM derived_touched AS touched JOIN history USING (sequence)
        WHERE touched.id = ? ORDER BY touched.sequence DESC LIMIT ?"""
    return [
        Headline(sequence, codec.from_data(int, at), Who(who, who_id), label, _names(names), undoes, redoes)
        for sequence, at, who, who_id, label, names, undoes, redoes in rows(connection, sql, (id, newest))
    ]


def edit_of(connection: sqlite3.Connection, sequence: int) -> Edit:
    """What one entry did."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM history WHERE sequence = ?", (sequence,)).fetchone()  # noqa: S608
    if row is None:
        raise codec.UnreadableError(f"history has no entry {sequence}")
    return entry_of(row).edit


def evidence_added(connection: sqlite3.Connection, claim_id: str = "") -> dict[str, Added]:
    """By the id of each piece of evidence, on one claim or on all, who added it: the first entry that names it."""
    first = "(SELECT min(sequence) FROM derived_touched WHERE derived_touched.id = evidence.id)"
    sql = f"SELECT evidence.id, who, at FROM evidence JOIN history ON history.sequence = {first}"  # noqa: S608 - ours
    return {id: Added(who, at) for id, who, at in rows(connection, f"{sql} WHERE ? IN ('', claim_id)", (claim_id,))}


def raw(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """All rows, oldest first, as they stand: columns, then hash."""
    yield from rows(connection, f"SELECT {_COLUMNS} FROM history ORDER BY sequence")  # noqa: S608 - our names


def weight(connection: sqlite3.Connection, step: int) -> int:
    """How many letters the edits of a step take."""
    sql = "SELECT coalesce(sum(length(changes)), 0) FROM history WHERE step = ? AND undoes IS NULL AND redoes IS NULL"
    return int(connection.execute(sql, (step,)).fetchone()[0])


def of_step(connection: sqlite3.Connection, step: int) -> list[Edit]:
    """The edits of one undo step, oldest first."""
    sql = f"SELECT {_COLUMNS} FROM history WHERE step = ? AND undoes IS NULL AND redoes IS NULL ORDER BY sequence"  # noqa: S608
    found = [entry_of(row).edit for row in rows(connection, sql, (step,))]
    if not found:
        raise codec.UnreadableError(f"history has no step {step}")
    return found


def label_of(connection: sqlite3.Connection, step: int) -> tuple[str, tuple[tuple[str, str], ...], int]:
    """The label of the step, what is filled in there, and when it was begun (UTC seconds)."""
    row = connection.execute("SELECT label, names, at FROM history WHERE sequence = ?", (step,)).fetchone()
    if row is None:
        raise codec.UnreadableError(f"history has no step {step}")
    return str(row[0]), _names(row[1]), int(row[2])


def stacks(connection: sqlite3.Connection) -> tuple[list[int], list[int]]:
    """The steps that can be undone and redone now, the next one last. The first row makes the project: it stays."""
    undo: list[int] = []
    redo: list[int] = []
    sql = "SELECT sequence, step, undoes, redoes FROM history WHERE sequence > 1 ORDER BY sequence"
    try:
        for sequence, step, undoes, redoes in rows(connection, sql):
            if undoes is not None:
                redo.append(undo.pop())
            elif redoes is not None:
                undo.append(redo.pop())
            else:
                redo.clear()
                if sequence == step:
                    undo.append(step)
    except IndexError as error:
        raise codec.UnreadableError("history takes back what was not done") from error
    return undo, redo
