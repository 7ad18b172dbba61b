"""What is written together is there whole, or not at all; also where one transaction stands in another."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.session import Session
from factcheck.store.transaction import atomic


class _Stop(BaseException):
    """Not even an Exception, as Ctrl+C is none."""


@pytest.fixture
def file() -> Iterator[sqlite3.Connection]:
    with closing(empty()) as connection:
        yield connection


def empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE numbers (n INTEGER)")
    return connection


def write(connection: sqlite3.Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(statement)


def numbers(connection: sqlite3.Connection) -> list[int]:
    return [n for (n,) in connection.execute("SELECT n FROM numbers ORDER BY rowid")]


_READS = """
import sys
from pathlib import Path
from factcheck.store.project import ProjectFile
file = ProjectFile.open(Path(sys.argv[1]))
print(len(file.history()))
file.close()
assert "sqlite_utils" not in sys.modules
"""


def test_what_opens_a_project_and_only_reads_does_not_wait_for_what_writes(path: Path, session: Session) -> None:
    session.close()
    done = subprocess.run([sys.executable, "-c", _READS, str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_ends_well_is_kept(file: sqlite3.Connection) -> None:
    with atomic(file):
        file.execute("INSERT INTO numbers VALUES (1)")
    assert not file.in_transaction
    assert numbers(file) == [1]


def test_tables_are_taken_back_too(file: sqlite3.Connection) -> None:
    with suppress(_Stop), atomic(file):
        file.execute("DROP TABLE numbers")
        raise _Stop
    assert numbers(file) == []


def test_a_transaction_that_the_file_itself_has_ended_tells_why(file: sqlite3.Connection) -> None:
    file.execute("CREATE TRIGGER full BEFORE INSERT ON numbers BEGIN SELECT raise(ROLLBACK, 'no room'); END")
    with pytest.raises(sqlite3.IntegrityError, match="no room"), atomic(file), atomic(file):
        file.execute("INSERT INTO numbers VALUES (1)")
    assert not file.in_transaction


def test_what_cannot_be_kept_is_taken_back(file: sqlite3.Connection) -> None:
    file.execute("PRAGMA foreign_keys = ON")
    file.execute("CREATE TABLE owners (id INTEGER PRIMARY KEY)")
    file.execute("CREATE TABLE owned (owner INTEGER REFERENCES owners DEFERRABLE INITIALLY DEFERRED)")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), atomic(file):
        write(file, "INSERT INTO numbers VALUES (1)", "INSERT INTO owned VALUES (7)")
    assert not file.in_transaction
    assert numbers(file) == []


@given(st.lists(st.sampled_from(("write", "begin", "end", "fail")), max_size=12))
def test_transactions_stand_in_one_another(steps: list[str]) -> None:
    with closing(empty()) as connection:
        kept = carried_out(connection, iter(steps))
        assert numbers(connection) == kept
        assert not connection.in_transaction


def carried_out(connection: sqlite3.Connection, steps: Iterator[str]) -> list[int]:
    """Takes the steps of one transaction; which numbers are to be kept of it."""
    kept: list[int] = []
    try:
        with atomic(connection):
            for step in steps:
                if step == "write":
                    kept.append(written_next(connection))
                elif step == "begin":
                    kept += carried_out(connection, steps)
                elif step == "end":
                    break
                else:
                    raise _Stop
    except _Stop:
        return []
    return kept


def written_next(connection: sqlite3.Connection) -> int:
    number = len(numbers(connection))
    write(connection, f"INSERT INTO numbers VALUES ({number})")
    return number
