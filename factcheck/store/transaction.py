"""All or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

#: Of what is begun within another one; each ends before the one around it, so all can be called the same.
_WITHIN = "within"


@contextmanager
def atomic(connection: sqlite3.Connection) -> Iterator[None]:
    """What is written inside is there whole, or not at all; within a transaction it is a part of that."""
    begin, keep, drop = (
        (f"SAVEPOINT {_WITHIN}", f"RELEASE {_WITHIN}", (f"ROLLBACK TO {_WITHIN}", f"RELEASE {_WITHIN}"))
        if connection.in_transaction
        else ("BEGIN", "COMMIT", ("ROLLBACK",))
    )
    connection.execute(begin)
    try:
        yield
        connection.execute(keep)
    except BaseException:
        if connection.in_transaction:  # a full disk has ended it by itself; what told of it is what is raised
            for statement in drop:
                connection.execute(statement)
        raise
