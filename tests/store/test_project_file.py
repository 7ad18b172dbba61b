"""The file: what it is, who may have it open, and what becomes of it when things go wrong."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp

import pytest

from factcheck import edits
from factcheck.errors import FactCheckError, NotFoundError, ProjectFileError, ProjectInUseError
from factcheck.model import Appearance, Article, Change, Claim, Edit, Kind, Landmark, LandmarkKind, Project, Publisher
from factcheck.session import Session
from factcheck.store import opener, schema
from factcheck.store.carrying import StaleEditError
from factcheck.store.check import problems
from factcheck.store.derived import written
from factcheck.store.lock import Lock
from factcheck.store.project import Contents, ProjectFile
from factcheck.text import text_hash
from tests.store.making import TEXT, WHO, add_article, add_claim, dump, names_in, new_session

#: Runs in a process of its own, with `path` and `WHO` known.
_START = """
import os, sys
from pathlib import Path
from factcheck import edits
from factcheck.session import Session
from tests.store.making import *
path = Path(sys.argv[1])
"""


def elsewhere(path: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Runs code on the project in another process."""
    return subprocess.run(
        [sys.executable, "-c", _START + code, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def raw(path: Path, sql: str, *values: object) -> list[tuple[object, ...]]:
    """What any other SQLite program does to the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return connection.execute(sql, values).fetchall()


def method(session: Session) -> str:
    found = session.records.get(Project, "project")
    assert found
    return found.method


# --- the file ---------------------------------------------------------------------------------------------------------


def test_a_project_says_what_it_is(path: Path, session: Session) -> None:
    session.close()
    assert raw(path, "PRAGMA application_id") == [(0x4643484B,)]
    assert raw(path, "PRAGMA user_version") == [(schema.version(),)]
    header = path.read_bytes()[:100]
    assert header[:16] == b"SQLite format 3\0"
    assert header[68:72] == b"FCHK"


def test_every_table_is_strict(path: Path, session: Session) -> None:
    session.close()
    assert {
        name
        for name, strict in raw(path, "SELECT name, strict FROM pragma_table_list WHERE type != 'view'")
        if not strict and not str(name).startswith("derived_claim_words")  # FTS5 makes its own
    } <= {
        "sqlite_schema",
        "sqlite_temp_schema",
    }


@pytest.mark.parametrize("mode", ["ro", "rw"])
def test_every_connection_has_the_safeguards_on(path: Path, session: Session, mode: str) -> None:
    session.close()
    with closing(opener.connect(path, mode)) as connection:
        on = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("trusted_schema", "foreign_keys", "cell_size_check", "mmap_size")
        }
    assert on == {"trusted_schema": 0, "foreign_keys": 1, "cell_size_check": 1, "mmap_size": 0}


def test_the_snapshot_of_a_worker_has_the_safeguards_on(session: Session) -> None:
    with session.snapshot() as reader:
        assert reader.connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
        assert reader.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_while_open_each_commit_is_on_the_disk_before_it_counts(session: Session) -> None:
    connection = session.reader.connection
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_closed_project_is_one_file(path: Path, session: Session) -> None:
    add_article(session)
    assert len(names_in(path.parent)) > 1
    session.close()
    assert names_in(path.parent) == {path.name}
    session.close()
    assert path.read_bytes()[18:20] == b"\1\1", "not in the form that needs a log beside it"


def test_a_name_with_odd_characters_is_a_name_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "50 % of “what?” #1 & ä.factcheck"
    with new_session(path) as session:
        add_article(session)
        session.backup()
    assert {name for name in names_in(tmp_path) if not name.endswith(" backups")} == {path.name}
    assert not list(problems(path))


def test_a_project_never_takes_the_place_of_another_file(path: Path) -> None:
    path.write_text("my notes")
    with pytest.raises(ProjectFileError, match="exists already"):
        new_session(path)
    assert path.read_text() == "my notes"


@pytest.mark.parametrize("name", ["nowhere/floods.factcheck", "x" * 300 + ".factcheck"])
def test_where_no_file_can_be_none_is_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProjectFileError):
        new_session(tmp_path / name)
    assert not names_in(tmp_path)


def test_texts_and_bytes_are_kept_once(session: Session) -> None:
    one, other = add_article(session), add_article(session, "Copy")
    assert session.records.text(one.version_id) == session.records.text(other.version_id) == TEXT
    assert session.reader.original_of(one.id) == TEXT.encode()
    assert session.reader.connection.execute("SELECT count(*) FROM texts").fetchone() == (1,)
    assert session.reader.connection.execute("SELECT count(*) FROM originals").fetchone() == (1,)


def test_where_a_text_stands_in_its_original_is_kept_beside_it(session: Session) -> None:
    marks = (Landmark(0, LandmarkKind.page, "1"), Landmark(40, LandmarkKind.page, "2"))
    new = edits.NewArticle(TEXT, b"paged", "Paged", landmarks=marks)
    edit, paged = edits.add_article(session.records, new)
    session.do(edit, Contents(*new.contents()))
    assert session.records.landmarks(paged.version_id) == marks
    assert session.records.landmarks(add_article(session).version_id) == ()


def test_after_undo_of_an_import_the_bytes_stay_for_redo(session: Session) -> None:
    article = add_article(session)
    session.undo()
    assert not list(session.records.each(Article))
    session.redo()
    assert session.records.text(article.version_id) == TEXT


def test_what_is_not_there_is_said_to_be_missing(session: Session) -> None:
    for ask in (session.records.text, session.reader.original, session.reader.original_of):
        with pytest.raises(NotFoundError):
            ask("nothing")
    assert session.records.get(Claim, "nothing") is None
    with pytest.raises(ValueError, match="no field"):
        session.records.where(Claim, colour="blue")


@pytest.mark.parametrize(
    "words", ["NUL \0 in it", "😀 أحد", "half \ud83d pair", "\ud83d\ude00", "'; DROP TABLE claims; --"]
)
def test_any_words_can_be_typed_and_stay(path: Path, words: str) -> None:
    with new_session(path) as session:
        claim = add_claim(session, add_article(session, title=words, publisher=words), 1)
        session.do(edits.edit_claim(session.records, claim.id, "wording", words))
        session.do(edits.edit_project(session.records, title=words))
        kept = dump(session.records)
    with Session.open(path, WHO) as session:
        assert dump(session.records) == kept
        found = session.records.get(Claim, claim.id)
        assert found
        assert found.wording == words.replace("\ud83d", "\ufffd").replace("\ude00", "\ufffd")
    assert not list(problems(path))


# --- edits that fail --------------------------------------------------------------------------------------------------


def test_an_edit_of_records_that_changed_since_leaves_nothing_half_done(path: Path, session: Session) -> None:
    stale = edits.edit_project(session.records, method="second")
    session.do(edits.edit_project(session.records, method="first"))
    session.end_typing()
    before, revision = dump(session.records), session.revision
    twice = Edit("edit.edit_project", (Change(None, Publisher("p1", "New")), *stale.changes))
    with pytest.raises(StaleEditError):
        session.do(twice, Contents({text_hash("x"): "x"}))
    assert dump(session.records) == before
    assert session.revision == revision
    assert session.reader.connection.execute("SELECT count(*) FROM texts").fetchone() == (0,)
    assert not session.reader.connection.in_transaction
    session.do(edits.edit_project(session.records, method="third"))
    session.undo()
    assert method(session) == "first"
    session.close()
    assert not list(problems(path))


def test_a_reference_to_nothing_is_refused_whole(session: Session) -> None:
    add_article(session)
    article = next(session.records.each(Article))
    lost = Edit("edit.edit_article", (Change(article, _with_version(article, "v-nothing")),))
    revision = session.revision
    with pytest.raises(sqlite3.IntegrityError):
        session.do(lost)
    assert session.revision == revision
    assert next(session.records.each(Article)) == article


def _with_version(article: Article, version: str) -> Article:
    from dataclasses import replace

    return replace(article, version_id=version)


def test_a_full_disk_is_told_and_nothing_is_half_done(path: Path, session: Session) -> None:
    session.do(edits.edit_project(session.records, method="kept"))
    session.end_typing()
    before, revision = dump(session.records), session.revision
    connection = session.reader.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ProjectFileError, match="disk is full"):
        session.do(edits.edit_project(session.records, method="long " * 20_000))
    with pytest.raises(ProjectFileError, match="disk is full"):
        session.derived.keep_findings((), "x" * 100_000)
    assert dump(session.records) == before
    assert session.revision == revision
    connection.execute("PRAGMA max_page_count = 1000000")
    session.do(edits.edit_project(session.records, method="room again"))
    session.undo()
    assert dump(session.records) == before
    session.close()
    assert not list(problems(path))


# --- crashes ----------------------------------------------------------------------------------------------------------


def test_after_a_crash_everything_committed_is_there_and_nothing_is_locked(path: Path) -> None:
    crashed = elsewhere(
        path,
        """
session = new_session(path)
article = add_article(session)
for n in range(5):
    add_claim(session, article, n)
session.reader.connection.execute("BEGIN")
session.reader.connection.execute("DELETE FROM claims")
os._exit(9)
""",
    )
    assert crashed.returncode == 9, crashed.stderr
    assert {name[len(path.name) :] for name in names_in(path.parent)} >= {"", "-wal", ".lock"}
    with Session.open(path, WHO) as session:
        assert session.records.count(Claim) == 5
        assert session.next_undo is not None
        session.undo()
        assert session.records.count(Claim) == 4
    assert names_in(path.parent) == {path.name}
    assert not list(problems(path))


def test_a_lock_left_behind_by_another_machine_locks_nothing(path: Path, session: Session) -> None:
    session.close()
    path.with_name(path.name + ".lock").write_text('{"host": "elsewhere", "process": 1, "since": "1999"}')
    with Session.open(path, WHO) as again:
        add_article(again)
    assert names_in(path.parent) == {path.name}


# --- two at a time ----------------------------------------------------------------------------------------------------


def test_a_second_process_is_told_who_holds_the_file(path: Path, session: Session) -> None:
    told = elsewhere(path, "Session.open(path, WHO)")
    assert told.returncode == 1
    assert f"process {os.getpid()} on " in told.stderr
    assert "ProjectInUseError" in told.stderr
    add_article(session)


def test_a_second_process_reads_what_was_committed_and_writes_nothing(path: Path, session: Session) -> None:
    add_claim(session, add_article(session), 1)
    seen = elsewhere(
        path,
        """
from factcheck.model import Claim
with Session.open(path, WHO, read_only=True) as other:
    print(other.read_only, other.records.count(Claim), other.revision)
    for verb in (lambda: other.do(edits.edit_project(other.records, title="x")), other.undo,
                 lambda: other.do(edits.withdraw(other.records, [])),
                 lambda: other.derived.keep_findings((), "x")):
        try:
            print(verb())
        except Exception as error:
            print(type(error).__name__, error)
""",
    )
    assert seen.stdout.splitlines() == [
        f"True 1 {session.revision}",
        "ProjectFileError “floods.factcheck” is open read-only here.",
        "ProjectFileError “floods.factcheck” is open read-only here.",
        "None",
        "None",
    ], seen.stderr


def test_a_read_only_window_sees_later_edits_and_does_not_keep_the_file_from_closing(
    path: Path, session: Session
) -> None:
    with Session.open(path, WHO, read_only=True) as window:
        article = add_article(session)
        assert window.records.text(article.version_id) == TEXT
        add_claim(session, article, 2)
        assert window.records.count(Claim) == 1
        session.close()
        assert window.records.count(Claim) == 1
        with Session.open(path, WHO) as again:
            add_claim(again, article, 3)
            assert window.records.count(Claim) == 2
    with Session.open(path, WHO):
        pass
    assert names_in(path.parent) == {path.name}


def test_a_refused_bulk_edit_of_a_read_only_project_makes_no_backup(path: Path, session: Session) -> None:
    article = add_article(session)
    ids = [add_claim(session, article, n).id for n in range(30)]
    session.close()
    with Session.open(path, WHO, read_only=True) as window, pytest.raises(ProjectFileError, match="read-only"):
        window.do(edits.withdraw(window.records, ids))
    assert names_in(path.parent) == {path.name}


def test_the_same_file_by_a_link_is_the_same_file(path: Path, session: Session) -> None:
    link = path.with_name("link.factcheck")
    link.symlink_to(path)
    with pytest.raises(ProjectInUseError):
        Session.open(link, WHO)
    add_article(session)


def test_looking_at_an_open_project_from_its_own_process_loses_no_edit(path: Path, session: Session) -> None:
    """A file closed anywhere in a process drops SQLite's locks on it; another program then removes the log."""
    session.do(edits.edit_project(session.records, method="one"))
    opener.look(path)
    assert not list(problems(path))
    with session.snapshot(), pytest.raises(ProjectInUseError):
        Session.open(path, WHO)
    Session.open(path, WHO, read_only=True).close()
    count = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); print(c.execute('SELECT count(*) FROM history')"
        ".fetchone()[0]); c.close()"
    )
    for method_now in ("two", "three"):
        session.do(edits.edit_project(session.records, method=method_now))
        session.end_typing()
        seen = subprocess.run([sys.executable, "-c", count, path], capture_output=True, text=True, check=True)
        assert int(seen.stdout) == session.revision
        assert path.with_name(path.name + "-wal").exists()


def test_a_lock_is_given_back_once(path: Path) -> None:
    lock = Lock(path)
    with pytest.raises(ProjectInUseError):
        Lock(path)
    lock.release()
    lock.release()
    Lock(path).release()
    assert not names_in(path.parent)


def test_a_snapshot_does_not_change_while_the_project_does(session: Session) -> None:
    article = add_article(session)
    with session.snapshot() as reader:
        add_claim(session, article, 1)
        assert reader.count(Claim) == 0
    with session.snapshot() as reader:
        assert reader.count(Claim) == 1


def test_a_failure_of_what_reads_a_snapshot_is_not_said_to_be_the_projects(session: Session) -> None:
    with pytest.raises(FileNotFoundError), session.snapshot():
        raise FileNotFoundError


# --- files that are not ours, or no longer whole ----------------------------------------------------------------------


def _newer(path: Path) -> None:
    raw(path, f"PRAGMA user_version = {schema.version() + 1}")


def _version(number: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        raw(path, f"PRAGMA user_version = {number}")

    return make


def _foreign(path: Path) -> None:
    path.unlink()
    raw(path, "CREATE TABLE bookmarks (url)")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _cut(size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:size])

    return make


def _bytes(data: bytes, at: int = 0) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        there = path.read_bytes()
        path.write_bytes(there[:at] + data + there[at + len(data) :])

    return make


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (Path.unlink, "There is no project"),
        (_folder, "is a folder"),
        pytest.param(_pipe, "is not a file", marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")),
        (partial(Path.write_bytes, data=b""), "is empty"),
        (partial(Path.write_text, data="Dear all,"), "is not a factcheck project"),
        (partial(Path.write_text, data="Dear all,\n" * 1000), "is not a factcheck project"),
        (_foreign, "of another program"),
        (_newer, "newer factcheck"),
        (_version(0), "is damaged"),
        (_version(-1), "is damaged"),
        (_cut(50), "is not a factcheck project"),
        (_cut(100), "is damaged"),
        (_cut(5000), "is damaged"),
        (_bytes(b"SQLite format 4"), "is not a factcheck project"),
        (_bytes(b"\3\3", 16), "is not a factcheck project"),
        (_bytes(b"\0\0\0\x09", 44), "is damaged"),
        (_bytes(b"\xff" * 60, 100), "is damaged"),
    ],
)
def test_what_is_no_whole_project_is_refused_with_one_sentence(
    path: Path, session: Session, spoil: Callable[[Path], object], said: str
) -> None:
    session.close()
    spoil(path)
    there = names_in(path.parent)
    for read_only in (False, True):
        with pytest.raises(ProjectFileError, match=said) as caught:
            Session.open(path, WHO, read_only)
        assert str(caught.value).endswith(".")
        assert "\n" not in str(caught.value)
    assert len(list(problems(path))) == 1
    assert names_in(path.parent) == there, "nothing was made beside it"


@pytest.fixture
def ordinary() -> Iterator[Path]:
    """A folder of an ordinary user's, who runs the test: the superuser may read and write everything."""
    folder = Path(mkdtemp())
    superuser = hasattr(os, "geteuid") and os.geteuid() == 0
    if superuser:
        os.chown(folder, 65534, 65534)
        os.setresuid(65534, 65534, 0)
    try:
        yield folder
    finally:
        if superuser:
            os.setresuid(0, 0, 0)
        folder.chmod(0o755)
        rmtree(folder)


@pytest.mark.parametrize("mode", ["file", "folder"])
def test_what_may_not_be_written_is_said_and_can_be_read(ordinary: Path, mode: str) -> None:
    path = ordinary / "floods.factcheck"
    new_session(path).close()
    (path if mode == "file" else ordinary).chmod(0o444 if mode == "file" else 0o555)
    with pytest.raises(ProjectFileError, match="write-protected"):
        Session.open(path, WHO)
    with Session.open(path, WHO, read_only=True) as window:
        assert window.revision == 1
    assert not list(problems(path))
    if mode == "folder":
        with pytest.raises(ProjectFileError):
            new_session(ordinary / "other.factcheck")
    assert names_in(ordinary) == {path.name}


def test_what_a_crash_left_in_a_folder_that_became_read_only_is_said_or_read(ordinary: Path) -> None:
    path = ordinary / "floods.factcheck"
    session = new_session(path)
    add_article(session)
    for part in (path, path.with_name(path.name + "-wal")):  # as they lie on the disk, without the helper file
        copyfile(part, ordinary / part.name.replace("floods", "crashed"))
    session.close()
    ordinary.chmod(0o555)
    with pytest.raises(ProjectFileError, match=r"cannot be opened|write-protected|cannot be written"):
        Session.open(ordinary / "crashed.factcheck", WHO, read_only=True)


def test_what_may_not_be_read_is_said(ordinary: Path) -> None:
    path = ordinary / "floods.factcheck"
    new_session(path).close()
    path.chmod(0o000)
    for read_only in (False, True):
        with pytest.raises(ProjectFileError, match="cannot be read"):
            Session.open(path, WHO, read_only)


PLANTED = {
    "trigger": "CREATE TRIGGER planted AFTER INSERT ON claims BEGIN DELETE FROM texts; END",
    "view": "CREATE VIEW planted AS SELECT load_extension('x')",
    "table": "CREATE TABLE planted (x)",
    "index": "CREATE INDEX planted ON claims (wording)",
    "virtual table": "CREATE VIRTUAL TABLE planted USING fts5(x)",
    "column": "ALTER TABLE claims ADD COLUMN planted TEXT",
    "no index": "DROP INDEX claims_by_number",
    "no table": "DROP TABLE rulings",
}


@pytest.mark.parametrize("sql", PLANTED.values(), ids=PLANTED)
def test_a_file_with_anything_planted_in_it_is_refused(path: Path, session: Session, sql: str) -> None:
    session.close()
    raw(path, sql)
    for read_only in (False, True):
        with pytest.raises(ProjectFileError, match="altered outside factcheck"):
            Session.open(path, WHO, read_only)
    assert any("altered outside" in said for said in problems(path))


def test_a_trigger_that_calls_itself_sqlites_own_is_refused(path: Path, session: Session) -> None:
    session.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        sql = "CREATE TRIGGER sqlite_planted AFTER INSERT ON claims BEGIN DELETE FROM texts; END"
        connection.execute("INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_planted', 'claims', 0, ?)", (sql,))
    with pytest.raises(ProjectFileError):
        Session.open(path, WHO)


def test_rows_that_are_not_ours_are_damage_not_a_bug(path: Path, session: Session) -> None:
    add_claim(session, add_article(session), 1)
    session.close()
    raw(path, "UPDATE claims SET status = 'imagined'")
    raw(path, "UPDATE appearances SET anchor = '{\"start\": '")
    raw(path, "UPDATE publishers SET name = cast(x'ff41' AS TEXT)")
    raw(path, "UPDATE originals SET packed = x'00'")
    with Session.open(path, WHO) as again:
        article = next(again.records.each(Article))
        asked: list[Callable[[], object]] = [
            lambda: list(again.records.each(Claim)),
            lambda: list(again.records.each(Publisher)),
            lambda: list(again.records.each(Appearance)),
            lambda: again.reader.original_of(article.id),
        ]
        for ask in asked:
            with pytest.raises(ProjectFileError, match="is damaged"):
                ask()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE history SET undoes = 1 WHERE sequence = 2",
        "UPDATE history SET redoes = 1 WHERE sequence = 2",
        "UPDATE history SET changes = 'x' WHERE sequence = 3",
        "UPDATE history SET names = '3' WHERE sequence = 3",
        "DELETE FROM history WHERE sequence = 3",
        "UPDATE history SET label = cast(x'ff' AS TEXT)",
    ],
)
def test_a_history_that_makes_no_sense_is_damage_and_locks_nothing(path: Path, session: Session, sql: str) -> None:
    add_claim(session, add_article(session), 1)
    session.close()
    raw(path, sql)

    def use() -> None:
        with Session.open(path, WHO) as again:
            _ = again.next_undo
            again.undo()
            again.history()
            again.undo()
            again.undo()

    with pytest.raises(FactCheckError):
        use()
    assert names_in(path.parent) == {path.name}
    assert list(problems(path))


def test_derived_data_of_another_version_are_made_anew(path: Path, session: Session) -> None:
    session.derived.keep_findings((), "now")
    assert session.reader.findings("now") == []
    assert session.reader.findings("later") is None
    session.close()
    raw(path, "INSERT INTO derived_findings VALUES (1, '{\"kind\": 1}')")
    with Session.open(path, WHO) as again:
        assert again.reader.findings("now") is None


def test_records_are_found_by_one_value_or_by_any_of_several(session: Session) -> None:
    article = add_article(session)
    one, two, three = (add_claim(session, article, number) for number in (1, 2, 3))
    where = session.records.where
    assert where(Claim, id=two.id) == [two]
    assert where(Claim, id=[three.id, "none", one.id]) == [one, three]
    assert where(Claim, id=[one.id, two.id], withdrawn=True) == []
    assert where(Claim, id=()) == []


@pytest.mark.parametrize("told", ["no number", "99999999", "0"])
def test_which_records_were_touched_is_found_out_anew_whatever_stands_there(
    path: Path, session: Session, told: str
) -> None:
    article = add_article(session)
    session.close()
    raw(path, "DELETE FROM derived_touched")
    raw(path, "UPDATE derived_state SET value = ? WHERE key = 'touched'", told)
    with Session.open(path, WHO) as again:
        assert [entry.edit.label for entry in again.history_of(article.id)] == ["edit.add_article"]


@pytest.mark.parametrize("at", [-(2**40), 253_402_300_799, 2**63 - 1])
def test_a_time_that_no_calendar_has_is_damage(path: Path, session: Session, at: int) -> None:
    article = add_article(session)
    session.close()
    raw(path, "UPDATE history SET at = ? WHERE sequence = 2", at)
    raw(path, "UPDATE articles SET added = ?", at)
    with Session.open(path, WHO) as again:
        with pytest.raises(ProjectFileError, match="is damaged"):
            again.history()
        with pytest.raises(ProjectFileError, match="is damaged"):
            again.records.get(Article, article.id)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError, match=r"There is no folder .*none"):
        new_session(tmp_path / "none" / "p.factcheck")


def test_derived_data_are_no_part_of_history_or_check(path: Path, session: Session) -> None:
    from factcheck.model import Finding, Reason, ReasonType

    made = Finding("f", Kind.agreement, 0.5, "fact", (Reason(ReasonType.other, "because"),), ())
    before = session.revision, session.head
    session.derived.keep_findings(written([made]), "now")
    assert session.reader.findings("now") == [made]
    assert (session.revision, session.head) == before
    session.close()
    assert not list(problems(path))


def test_opening_leaks_nothing_when_it_fails_late(
    path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.close()
    monkeypatch.setattr(ProjectFile, "stacks", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        Session.open(path, WHO)
    assert names_in(path.parent) == {path.name}
