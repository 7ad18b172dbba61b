"""Copies that count only when checked, and the way back."""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck import edits
from factcheck.backups import backups, restore, told
from factcheck.errors import ProjectFileError, ProjectInUseError
from factcheck.model import Claim, Status
from factcheck.session import BULK, Session
from factcheck.store import backup, rotation
from factcheck.store.check import problems
from tests.store.making import WHO, add_article, add_claim, dump, names_in, new_session


def test_a_backup_is_a_whole_project_of_its_own(session: Session) -> None:
    add_claim(session, add_article(session), 1)
    copy = session.backup()
    assert copy in backups(session.path)
    assert not list(problems(copy))
    with Session.open(copy, WHO) as other:
        assert dump(other.records) == dump(session.records)
        assert other.head == session.head
    assert names_in(copy.parent) == {copy.name}


def test_restoring_brings_the_copy_back_and_keeps_what_it_replaced(path: Path, session: Session) -> None:
    article = add_article(session)
    before, copy = dump(session.records), session.backup()
    add_claim(session, article, 1)
    after = dump(session.records)
    session.close()
    kept = restore(path, copy)
    assert kept
    assert kept.parent == path.parent
    with Session.open(path, WHO) as again:
        assert dump(again.records) == before
        assert again.next_undo
    with Session.open(kept, WHO) as old:
        assert dump(old.records) == after
    assert copy.exists()
    assert names_in(path.parent) == {path.name, kept.name, copy.parent.name}
    assert not list(problems(path)) + list(problems(kept))


def test_restoring_where_nothing_stands_replaces_nothing(path: Path, session: Session) -> None:
    copy = session.backup()
    session.close()
    path.unlink()
    assert restore(path, copy) is None
    assert not list(problems(path))


@pytest.mark.parametrize("spoil", ["foreign", "cut", "missing"])
def test_a_copy_that_is_not_whole_replaces_nothing(path: Path, session: Session, spoil: str) -> None:
    add_article(session)
    copy = session.backup()
    session.close()
    before = path.read_bytes()
    match spoil:
        case "foreign":
            copy.write_text("shopping list")
        case "cut":
            copy.write_bytes(copy.read_bytes()[:-4096])
        case _:
            copy.unlink()
    with pytest.raises(ProjectFileError):
        restore(path, copy)
    assert path.read_bytes() == before
    assert names_in(path.parent) == {path.name, copy.parent.name}


def test_an_open_project_is_not_replaced(path: Path, session: Session) -> None:
    copy = session.backup()
    with pytest.raises(ProjectInUseError):
        restore(path, copy)
    add_article(session)
    session.close()
    assert not list(problems(path))


def test_restoring_a_file_that_a_crash_left_behind_takes_its_log_along(path: Path, session: Session) -> None:
    add_claim(session, add_article(session), 1)
    crashed = path.with_name("crashed.factcheck")
    for tail in ("", "-wal"):
        copyfile(path.with_name(path.name + tail), crashed.with_name(crashed.name + tail))
    other = path.with_name("other.factcheck")
    assert restore(other, crashed) is None
    with Session.open(other, WHO) as again:
        assert dump(again.records) == dump(session.records)


def test_through_a_link_the_file_itself_is_replaced(path: Path, session: Session) -> None:
    copy = session.backup()
    session.close()
    link = path.with_name("link.factcheck")
    link.symlink_to(path)
    restore(link, copy)
    assert link.is_symlink()
    assert not list(problems(link))


def test_a_bulk_edit_is_preceded_by_a_backup_and_a_smaller_one_is_not(session: Session) -> None:
    article = add_article(session)
    ids = [add_claim(session, article, n).id for n in range(BULK)]
    session.do(edits.set_status(session.records, ids[1:], Status.decided))
    assert not backups(session.path)
    before = dump(session.records)
    session.do(edits.set_status(session.records, ids, Status.in_progress))
    (copy,) = backups(session.path)
    assert "before bulk edit" in copy.name
    with Session.open(copy, WHO) as other:
        assert dump(other.records) == before
        assert other.records.count(Claim) == BULK


def test_a_bulk_edit_whose_backup_fails_is_not_done(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    article = add_article(session)
    ids = [add_claim(session, article, n).id for n in range(BULK)]
    before, revision = dump(session.records), session.revision
    monkeypatch.setattr(backup, "verify", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(ProjectFileError, match="No space left"):
        session.do(edits.withdraw(session.records, ids))
    assert (dump(session.records), session.revision) == (before, revision)
    assert not backups(session.path)
    assert not names_in(backup.folder(session.path)), "no draft is left"


def test_backups_of_one_second_are_listed_newest_first_and_the_oldest_go(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "MOST", 5)
    made = []
    for n in range(12):
        session.do(edits.edit_project(session.records, method=str(n)))
        made.append(session.backup(f"reason {(n * 7) % 12}" if n % 2 else "by hand"))
    assert backups(session.path) == made[:-6:-1]


def test_what_else_lies_among_the_backups_stays(session: Session) -> None:
    session.backup()
    for name in ("notes.txt", ".hidden.factcheck"):
        (backup.folder(session.path) / name).write_text("mine")
    assert len(backups(session.path)) == 1


@pytest.mark.parametrize("reason", ["../../etc", "a/b", "what? *", "è"])
def test_a_reason_is_never_a_path(session: Session, reason: str) -> None:
    copy = session.backup(reason)
    assert copy.parent == backup.folder(session.path)
    assert re.match(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d ", copy.name)


def test_two_threads_may_make_one_at_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second begins when the first has written its draft and not yet named it."""
    add_article(session)
    verify, made = backup.verify, []

    def slowly(copy: Path, least: int = 0) -> None:
        monkeypatch.setattr(backup, "verify", verify)
        with Session.open(session.path, session.who, read_only=True) as other:
            made.append(other.backup("second"))
        verify(copy, least)

    monkeypatch.setattr(backup, "verify", slowly)
    made.append(session.backup("first"))
    assert len({*made}) == 2
    assert all(path.is_file() for path in made)


@pytest.mark.parametrize("name", [".123000001.new", "2030-01-01 10.00.00 by hand.factcheck"], ids=["draft", "backup"])
def test_what_another_thread_takes_away_meanwhile_is_no_fault(
    session: Session, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    other = session.backup().with_name(name)
    other.touch()
    stat = Path.stat

    def goes_when_it_is_looked_at(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path == other:
            other.unlink(missing_ok=True)
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", goes_when_it_is_looked_at)
    made = session.backup()
    assert backups(session.path)[0] == made
    assert not other.exists()


def test_a_damaged_copy_is_no_backup(path: Path, session: Session) -> None:
    add_article(session, text="word " * 100_000)
    copy = session.backup()
    data = bytearray(copy.read_bytes())
    data[3 * 4096 : 60 * 4096] = b"\xee" * (57 * 4096)
    copy.write_bytes(data)
    session.close()
    with pytest.raises(ProjectFileError):
        restore(path, copy)


def test_a_backup_while_a_reader_is_at_work_is_whole(session: Session) -> None:
    article = add_article(session)
    for n in range(5):
        add_claim(session, article, n)
    reading = session.records.each(Claim)
    next(reading)
    with session.snapshot() as reader:
        reader.count(Claim)
        copy = session.backup()
    assert not list(problems(copy))
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM claims").fetchone() == (5,)


def test_an_older_project_is_backed_up_and_brought_up_to_date(
    path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.store import schema

    add_claim(session, add_article(session), 1)
    before, head = dump(session.records), session.head
    session.close()

    def shelves(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE derived_shelves (id TEXT PRIMARY KEY) STRICT")

    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, shelves])
    with pytest.raises(ProjectFileError, match="older form"):
        Session.open(path, WHO, read_only=True)
    with Session.open(path, WHO) as again:
        assert (dump(again.records), again.head) == (before, head)
        assert again.reader.connection.execute("PRAGMA user_version").fetchone() == (schema.version(),)
    (copy,) = backups(path)
    assert "before-migration" in copy.name
    monkeypatch.undo()
    with Session.open(copy, WHO) as old:
        assert dump(old.records) == before
    with pytest.raises(ProjectFileError, match="newer factcheck"):
        Session.open(path, WHO)


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.store import schema

    session.close()
    before = path.read_bytes()

    def breaks(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE rulings")
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, breaks])
    with pytest.raises(ProjectFileError, match="Input/output error"):
        Session.open(path, WHO)
    assert path.read_bytes() == before
    monkeypatch.undo()
    new_session(path.with_name("other.factcheck")).close()
    assert not list(problems(path))


def test_undoing_and_redoing_much_is_preceded_by_a_backup(session: Session) -> None:
    article = add_article(session)
    ids = [add_claim(session, article, n).id for n in range(BULK)]
    session.do(edits.set_status(session.records, ids, Status.in_progress))
    session.undo()
    session.redo()
    reasons = [copy.reason for copy in told(session.path)]
    assert sorted(reasons) == ["before bulk edit", "before redoing much", "before undoing much"]


def test_a_backup_tells_when_why_and_what_it_holds(session: Session) -> None:
    add_claim(session, add_article(session), 1)
    made = session.backup("by hand")
    (copy,) = told(session.path)
    assert (copy.path, copy.reason, copy.size) == (made, "by hand", made.stat().st_size)
    assert (copy.articles, copy.claims, copy.verdicts, copy.entries) == (1, 1, 0, session.revision)
    assert abs(copy.at - edits.now()) < 60


def test_a_backup_that_cannot_be_read_is_listed_without_what_it_holds(session: Session) -> None:
    session.backup().write_bytes(b"SQLite format 3\0" + bytes(5000))
    (copy,) = told(session.path)
    assert copy.claims is None


def test_restoring_over_a_damaged_project_keeps_all_its_parts_and_leaves_no_log_for_the_new_one(
    path: Path, session: Session
) -> None:
    copy = session.backup()
    before = dump(session.records)
    session.close()
    path.write_bytes(b"not a database" * 500)
    for tail in ("-wal", "-journal"):
        path.with_name(path.name + tail).write_bytes(b"left by a crash")
    kept = restore(path, copy)
    assert kept
    assert kept.read_bytes().startswith(b"not a database")
    assert {kept.name, kept.name + "-wal", kept.name + "-journal", path.name, copy.parent.name} == names_in(path.parent)
    with Session.open(path, WHO) as again:
        assert dump(again.records) == before


def test_what_a_crash_left_half_copied_goes_with_time(session: Session) -> None:
    session.backup()
    drafts = [backup.folder(session.path) / name for name in (".7.new", ".8.new-journal", ".9.new")]
    for draft in drafts:
        draft.write_bytes(b"half")
    for old in drafts[:2]:
        os.utime(old, (1, 1))
    session.backup()
    assert [draft.exists() for draft in drafts] == [False, False, True]
