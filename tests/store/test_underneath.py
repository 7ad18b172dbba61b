"""The file is moved, deleted or replaced while it is open; what was saved is kept."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck import edits
from factcheck.backups import backups
from factcheck.errors import ProjectFileError
from factcheck.session import Session
from factcheck.store.check import problems
from tests.store.making import WHO, add_article, add_claim, dump, new_session

GONE = "moved, deleted or replaced"


def _changed(session: Session) -> None:
    session.do(edits.edit_project(session.records, method="more"))


@pytest.mark.parametrize("harm", ["deleted", "renamed", "replaced"])
def test_nothing_more_is_written_and_all_that_was_saved_is_among_the_backups(
    path: Path, session: Session, tmp_path: Path, harm: str
) -> None:
    add_claim(session, add_article(session), 1)
    expected, head = dump(session.records), session.head
    match harm:
        case "deleted":
            path.unlink()
        case "renamed":
            path.rename(tmp_path / "elsewhere.factcheck")
        case _:
            new_session(tmp_path / "other.factcheck").close()
            (tmp_path / "other.factcheck").replace(path)
    with pytest.raises(ProjectFileError, match=GONE):
        _changed(session)
    assert dump(session.records) == expected
    session.close()
    (copy,) = backups(path)
    with Session.open(copy, WHO) as kept:
        assert (kept.head, dump(kept.records)) == (head, expected)


def test_a_file_that_is_put_back_is_written_again(path: Path, session: Session, tmp_path: Path) -> None:
    add_article(session)
    elsewhere = path.rename(tmp_path / "elsewhere.factcheck")
    with pytest.raises(ProjectFileError, match=GONE):
        _changed(session)
    elsewhere.rename(path)
    _changed(session)
    session.close()
    assert not list(problems(path))
    assert not backups(path)


def test_a_renamed_file_has_all_that_was_saved_when_it_is_closed(path: Path, session: Session, tmp_path: Path) -> None:
    add_claim(session, add_article(session), 1)
    expected = dump(session.records)
    renamed = path.rename(tmp_path / "renamed.factcheck")
    session.close()
    with Session.open(renamed, WHO) as again:
        assert dump(again.records) == expected


def test_a_lock_that_a_crash_left_locks_nothing(path: Path, session: Session, tmp_path: Path) -> None:
    add_article(session)
    lock = path.with_name(path.name + ".lock")
    left = copyfile(lock, tmp_path / "left")
    session.close()
    copyfile(left, lock)
    with Session.open(path, WHO) as again:
        _changed(again)
    assert not lock.exists()


def _many_edits(session: Session) -> None:
    for n in range(40):
        session.do(edits.edit_project(session.records, method=f"{n} " * 500))


def _left_half_written(whole: Path, target: Path) -> None:
    """A file with the journal of a transaction that never ended, as a crash leaves them."""
    before = whole.read_bytes()
    with closing(sqlite3.connect(whole, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE history SET who = printf('%.5000c', 'x')")
        for tail in ("", "-journal"):
            copyfile(whole.with_name(whole.name + tail), target.with_name(target.name + tail))
    assert target.read_bytes() != before, "nothing was written yet"


def test_what_a_crash_left_half_written_is_taken_back(path: Path, session: Session, tmp_path: Path) -> None:
    _many_edits(session)
    expected = dump(session.records)
    session.close()
    crashed = tmp_path / "crashed.factcheck"
    _left_half_written(path, crashed)
    with Session.open(crashed, WHO, read_only=True) as again:
        assert dump(again.records) == expected
    assert not list(problems(crashed))


def test_where_it_cannot_be_taken_back_it_is_not_opened(
    path: Path, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _many_edits(session)
    session.close()
    crashed = tmp_path / "crashed.factcheck"
    _left_half_written(path, crashed)
    before = crashed.read_bytes()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ProjectFileError, match="half written by a crash"):
        Session.open(crashed, WHO, read_only=True)
    assert crashed.read_bytes() == before
