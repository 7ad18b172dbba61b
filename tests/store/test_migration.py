"""A project written by an earlier version opens, is backed up first, and loses nothing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck import records
from factcheck.backups import backups
from factcheck.errors import ProjectFileError
from factcheck.model import Article, Evidence
from factcheck.session import Session
from factcheck.store import check, schema
from tests.store.making import WHO

VERSION_1 = Path(__file__).parent.parent / "data" / "projects" / "version1.factcheck"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of a project of schema version 1."""
    return Path(shutil.copy(VERSION_1, tmp_path / "old.factcheck"))


def rows(path: Path, table: str, columns: list[str]) -> list[tuple[object, ...]]:
    """The rows of a table in these columns, by SQLite alone."""
    listed = ", ".join(f'"{column}"' for column in columns)
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT {listed} FROM {table} ORDER BY 1").fetchall()


def columns(path: Path) -> dict[str, list[str]]:
    """The columns of each table."""
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}


def test_the_file_is_of_version_1() -> None:
    with closing(sqlite3.connect(f"file:{VERSION_1}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_it_opens_with_all_that_it_held(old: Path) -> None:
    before = {
        name: (there, rows(old, name, there)) for name, there in columns(old).items() if not name.startswith("derived_")
    }
    Session.open(old, WHO).close()
    for name, (there, held) in before.items():
        assert rows(old, name, there) == held, name
    assert list(check.problems(old)) == []


def test_a_backup_is_made_before_and_opens_as_well(old: Path, tmp_path: Path) -> None:
    Session.open(old, WHO).close()
    (kept,) = backups(old)
    assert "before-migration" in kept.name
    assert columns(kept) == columns(VERSION_1)
    copy = Path(shutil.copy(kept, tmp_path / "again.factcheck"))
    with Session.open(copy, WHO) as again:
        assert again.records.count(Article) == 2


def test_what_was_done_before_can_be_undone(old: Path) -> None:
    with Session.open(old, WHO) as session:
        while session.undo():
            pass
        assert session.records.count(Article) == 0
        while session.redo():
            pass
        assert session.records.count(Evidence) == 2
        assert records.verdict(session.records, records.claims(session.records)[1].id) is not None
    assert list(check.problems(old)) == []


def test_until_then_it_is_said_to_be_old_and_not_to_be_damaged(old: Path) -> None:
    with pytest.raises(ProjectFileError, match="older form"):
        Session.open(old, WHO, read_only=True)
    (problem,) = check.problems(old)
    assert "older form" in problem


def test_a_migration_that_fails_leaves_the_file_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_connection: object) -> None:
        raise sqlite3.OperationalError("no room")

    before = columns(old)
    monkeypatch.setattr(schema, "MIGRATIONS", [schema.MIGRATIONS[0], fails])
    with pytest.raises(ProjectFileError):
        Session.open(old, WHO)
    assert columns(old) == before
