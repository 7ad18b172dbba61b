"""What can be saved from a damaged project is saved, and what is lost is told."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck import edits
from factcheck.errors import ProjectFileError
from factcheck.model import RECORD_TYPES, Claim, Record
from factcheck.session import Session
from factcheck.store import pages
from factcheck.store.check import problems
from factcheck.store.rescue import Rescued, rescue
from factcheck.text import Span
from tests.store.making import WHO, add_article, add_claim, dump, new_session

PAGE = 4096


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project with long texts, so that rows go on over many pages, and some history."""
    path = tmp_path_factory.mktemp("whole") / "floods.factcheck"
    with new_session(path) as session:
        for n in range(3):
            article = add_article(
                session, f"Paper {n}", text=f"Report {n}. " + "The river rose again that night. " * 2_700
            )
            for k in range(8):
                claim = edits.add_claim(session.records, article.id, Span(12 + k * 33, 30 + k * 33))
                session.do(claim[0])
                session.do(edits.edit_claim(session.records, claim[1].id, "topic", f"topic {n} {k} " * 40))
        session.undo()
    return path


@pytest.fixture
def whole(made: Path, path: Path) -> Path:
    """A copy of it."""
    return copyfile(made, path)


def records_of(path: Path) -> dict[str, list[Record]]:
    with Session.open(path, WHO) as session:
        return dump(session.records)


def saved(path: Path) -> tuple[Rescued, Path]:
    target = path.with_name("saved.factcheck")
    target.unlink(missing_ok=True)
    before = path.read_bytes()
    told = rescue(path, target, WHO, edits.now())
    assert path.read_bytes() == before, "the damaged file is only read"
    unproved = [problem for problem in problems(target) if not problem.endswith("is missing.")]
    assert not unproved
    assert told.texts_lost or told.originals_lost or not list(problems(target))
    return told, target


def overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(at)
        file.write(data)


def pages_of(path: Path, *names: str) -> list[int]:
    """The pages of these tables and indexes."""
    with closing(sqlite3.connect(path)) as connection:
        marks = ", ".join("?" * len(names))
        roots = connection.execute(f"SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ({marks})", names).fetchall()
    return [root for (root,) in roots]


def test_the_rows_in_the_pages_are_those_that_sqlite_reads(whole: Path) -> None:
    found = list(pages.rows(whole))
    with closing(sqlite3.connect(whole)) as connection:
        for table in ("history", "texts", "originals", "claims"):
            for row in connection.execute(f"SELECT * FROM {table}"):
                values = (None, *row[1:]) if table == "history" else row
                assert any(one.values == values for one in found), (table, row[0])


def test_from_a_whole_project_all_is_saved_with_the_same_hashes(whole: Path) -> None:
    told, target = saved(whole)
    assert told.whole
    with Session.open(whole, WHO) as one, Session.open(target, WHO) as other:
        assert (one.head, dump(one.records)) == (other.head, dump(other.records))
        assert other.undo()


def test_what_a_crash_left_in_the_log_is_saved_too(path: Path, tmp_path: Path) -> None:
    with new_session(path) as session:
        add_claim(session, add_article(session), 1)
        crashed = tmp_path / "crashed.factcheck"
        for tail in ("", "-wal"):
            copyfile(path.with_name(path.name + tail), crashed.with_name(crashed.name + tail))
        expected = dump(session.records)
    overwrite(crashed, 0, bytes(100))
    told, target = saved(crashed)
    assert told.whole
    assert records_of(target) == expected


@pytest.mark.parametrize("size", [16, 100, 2000, PAGE])
def test_a_damaged_beginning_costs_nothing(whole: Path, size: int) -> None:
    expected = records_of(whole)
    overwrite(whole, 0, bytes(size))
    told, target = saved(whole)
    assert told.whole
    assert records_of(target) == expected


@pytest.mark.parametrize("table", ["claims", "articles", "appearances", "project", "derived_state"])
def test_lost_tables_come_back_from_history(whole: Path, table: str) -> None:
    expected = records_of(whole)
    for page in pages_of(whole, table):
        overwrite(whole, (page - 1) * PAGE, b"\xaa" * PAGE)
    told, target = saved(whole)
    assert records_of(target) == expected
    assert told.entries_lost == 0


def test_lost_history_leaves_the_records_as_one_step_of_whoever_rescues(whole: Path) -> None:
    expected = records_of(whole)
    data = bytearray(whole.read_bytes())
    with closing(sqlite3.connect(whole)) as connection:
        proof = connection.execute("SELECT hash FROM history WHERE sequence = 9").fetchone()[0]
    at = data.index(proof.encode())
    while at >= 0:  # in the table, in the index and in the next entry
        data[at] ^= 1
        at = data.find(proof.encode(), at)
    whole.write_bytes(data)
    told, target = saved(whole)
    assert told.entries == 8
    assert told.entries_lost > 0
    assert told.unproved > 0
    assert records_of(target) == expected
    with Session.open(target, WHO) as session:
        assert session.history(1)[0].edit.label == "edit.rescue"
        assert session.history(1)[0].who == WHO


def test_a_project_cut_in_half_gives_what_was_in_the_first(whole: Path) -> None:
    data = whole.read_bytes()
    whole.write_bytes(data[: len(data) // 2 // PAGE * PAGE])
    told, _ = saved(whole)
    assert not told.whole
    assert told.articles == 3
    assert told.texts_lost > 0


def test_of_a_file_without_anything_of_ours_no_project_is_made(path: Path) -> None:
    path.write_bytes(b"\xcc" * 20 * PAGE)
    target = path.with_name("saved.factcheck")
    with pytest.raises(ProjectFileError, match="Nothing of a project"):
        rescue(path, target, WHO, 1)
    assert not target.exists()


def test_no_file_is_ever_replaced(whole: Path) -> None:
    with pytest.raises(ProjectFileError, match="exists already"):
        rescue(whole, whole, WHO, 1)


@pytest.mark.parametrize("seed", range(12))
def test_after_any_damage_each_saved_record_is_one_that_there_was(whole: Path, seed: int) -> None:
    once = all_that_ever_was(whole)
    damage(whole, random.Random(seed))
    told, target = saved(whole)
    now = {(kind, record.id): record for kind, records in records_of(target).items() for record in records}
    made_up = {("Scale", "lost"), ("Project", "project")}  # where the project's own record is lost
    assert {key for key, record in now.items() if record not in once.get(key, [])} <= made_up
    assert told.claims == sum(kind == Claim.__name__ for kind, _ in now)


def all_that_ever_was(path: Path) -> dict[tuple[str, str], list[Record]]:
    ever: dict[tuple[str, str], list[Record]] = {}
    with Session.open(path, WHO, read_only=True) as session:
        for entry in session.history():
            for change in entry.edit.changes:
                if change.after:
                    ever.setdefault((type(change.after).__name__, change.after.id), []).append(change.after)
    assert {kind for kind, _ in ever} <= {kind.__name__ for kind in RECORD_TYPES}
    return ever


def damage(path: Path, chance: random.Random) -> None:
    """Pages overwritten with noise or nothing, or the end cut off."""
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) // PAGE) * PAGE
        data[at : at + PAGE] = chance.choice([bytes(PAGE), chance.randbytes(PAGE)])
    if chance.random() < 0.3:
        del data[chance.randrange(100 * PAGE, len(data)) :]  # the first pages are those of tables that are empty yet
    path.write_bytes(data)
