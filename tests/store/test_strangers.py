"""A project file from a stranger: refused with one sentence before anything in it runs, or read without harm."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck import edits
from factcheck.errors import AlteredProjectError, FactCheckError, ProjectFileError
from factcheck.model import Article, Note, PrintedDate
from factcheck.session import Session
from factcheck.store import adopting, backup
from factcheck.store.check import problems
from factcheck.store.project import ProjectFile
from tests.store.making import WHO, add_article, add_claim, dump, names_in, new_session, read_all
from tests.store.strangers import (
    BYTES,
    CONTENTS,
    STRUCTURES,
    VICTIM,
    further_table,
    header_of_an_older_version,
    log_of_another_state,
    pages_in_a_circle,
    sql,
    trigger_on_records,
)

DATA = Path(__file__).parents[1] / "data" / "projects"
Spoil = Callable[[Path], None]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project with something of most kinds in it."""
    path = tmp_path_factory.mktemp("sound") / "floods.factcheck"
    with new_session(path) as session:
        article = add_article(session)
        claim = add_claim(session, article, 1)
        session.do(edits.edit_article(session.records, article.id, published=PrintedDate("12 March")))
        session.do(edits.set_verdict(session.records, claim.id, "half", WHO))
        session.do(edits.add_evidence(session.records, claim.id, Note("Rang the mayor."))[0])
        session.undo()
    return path


@pytest.fixture
def stranger(sound: Path, tmp_path: Path, record_property: Callable[[str, object], None]) -> Path:
    """A copy of it, and a file of the person's beside it. Each is counted in the table of `make trust`."""
    record_property("trust", ["hostile project file", 1])
    (tmp_path / VICTIM).write_text("precious")
    path = tmp_path / "stranger.factcheck"
    copyfile(sound, path)
    return path


def use(path: Path) -> None:
    with Session.open(path, WHO) as session:
        read_all(session)
        session.undo()
        session.redo()


def read(path: Path) -> None:
    with Session.open(path, WHO, read_only=True) as session:
        read_all(session)


def check(path: Path) -> None:
    for problem in problems(path):
        raise ProjectFileError(problem)


@pytest.mark.parametrize("opened", [use, read, check])
@pytest.mark.parametrize("spoil", [*STRUCTURES, *BYTES], ids=lambda spoil: spoil.__name__)
def test_a_file_that_is_not_ours_is_refused_as_it_is(stranger: Path, spoil: Spoil, opened: Spoil) -> None:
    spoil(stranger)
    before, there = stranger.read_bytes(), names_in(stranger.parent)
    start = time.monotonic()
    with pytest.raises(ProjectFileError) as refused:
        opened(stranger)
    assert time.monotonic() - start < 10
    assert "\n" not in str(refused.value)
    assert stranger.read_bytes() == before or spoil is log_of_another_state, "it may be folded in, and is refused then"
    assert names_in(stranger.parent) - {f"{stranger.name}-shm"} <= there
    assert (stranger.parent / VICTIM).read_text() == "precious"


@pytest.mark.parametrize("spoil", CONTENTS, ids=lambda spoil: spoil.__name__)
def test_what_stands_in_rows_does_no_harm(stranger: Path, spoil: Spoil) -> None:
    """It is read, or told in a sentence: nothing else is raised, and nothing takes long."""
    spoil(stranger)
    start = time.monotonic()
    try:
        use(stranger)
    except FactCheckError as error:
        assert "\n" not in str(error)  # noqa: PT017 - both outcomes are right
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("spoil", CONTENTS, ids=lambda spoil: spoil.__name__)
def test_what_was_put_into_rows_is_found_by_the_check(stranger: Path, spoil: Spoil) -> None:
    spoil(stranger)
    assert list(problems(stranger))


@pytest.mark.parametrize("version", ["version1", "version2"])
def test_what_is_planted_in_an_older_file_does_not_run_when_it_would_be_brought_up_to_date(
    tmp_path: Path, version: str
) -> None:
    path = tmp_path / "old.factcheck"
    copyfile(DATA / f"{version}.factcheck", path)
    sql(path, "CREATE TRIGGER t AFTER UPDATE ON articles BEGIN DELETE FROM texts; END")
    before = path.read_bytes()
    with pytest.raises(AlteredProjectError, match=r"altered outside factcheck \(t\)"):
        ProjectFile.open(path)
    assert path.read_bytes() == before
    assert names_in(tmp_path) == {path.name}, "no backup of what is not ours"


@pytest.mark.skipif(os.name != "posix", reason="links as a stranger's archive brings them")
def test_a_link_in_the_place_of_the_lock_empties_nothing(stranger: Path) -> None:
    victim = stranger.parent / VICTIM
    stranger.with_name(stranger.name + ".lock").symlink_to(victim)
    with pytest.raises(ProjectFileError):
        ProjectFile.open(stranger)
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("spoil", [trigger_on_records, pages_in_a_circle], ids=lambda spoil: spoil.__name__)
def test_a_strangers_backup_is_not_put_in_a_projects_place(sound: Path, stranger: Path, spoil: Spoil) -> None:
    mine = stranger.with_name("mine.factcheck")
    copyfile(sound, mine)
    before = mine.read_bytes()
    spoil(stranger)
    with pytest.raises(ProjectFileError):
        backup.restore(mine, stranger)
    assert mine.read_bytes() == before


# --- its rows only ----------------------------------------------------------------------------------------------------

#: What is in the place of a table of ours, or not there: there are no rows to take over.
LACKING = {
    "endless_view_in_place_of_history",
    "table_that_lacks",
    "column_that_lacks",
}


@pytest.mark.parametrize("spoil", STRUCTURES, ids=lambda spoil: spoil.__name__)
def test_the_rows_alone_can_be_taken_over(sound: Path, stranger: Path, spoil: Spoil) -> None:
    spoil(stranger)
    before, new = stranger.read_bytes(), stranger.with_name("new.factcheck")
    start = time.monotonic()
    if spoil.__name__ in LACKING:
        with pytest.raises(ProjectFileError):
            adopting.adopt(stranger, new)
        assert not new.exists()
    else:
        adopting.adopt(stranger, new)
        assert list(problems(new)) == []
        with Session.open(new, WHO) as taken, Session.open(sound, WHO) as original:
            assert dump(taken.records) == dump(original.records)
            assert taken.head == original.head
            read_all(taken)
    assert time.monotonic() - start < 10
    assert stranger.read_bytes() == before
    assert not [name for name in names_in(stranger.parent) if ".new" in name]


@pytest.mark.parametrize("spoil", [*BYTES, *CONTENTS], ids=lambda spoil: spoil.__name__)
def test_rows_that_do_not_prove_are_not_taken_over(stranger: Path, spoil: Spoil) -> None:
    further_table(stranger)
    spoil(stranger)
    new, start = stranger.with_name("new.factcheck"), time.monotonic()
    if spoil in (log_of_another_state, header_of_an_older_version):  # what they lie about is not taken over
        adopting.adopt(stranger, new)
        assert list(problems(new)) == []
        return
    with pytest.raises(ProjectFileError):
        adopting.adopt(stranger, new)
    assert time.monotonic() - start < 10
    assert not new.exists()
    assert (stranger.parent / VICTIM).read_text() == "precious"


def test_taking_over_replaces_no_file(stranger: Path) -> None:
    with pytest.raises(ProjectFileError, match="exists already"):
        adopting.adopt(stranger, stranger.with_name(VICTIM))


def test_rows_of_an_older_file_are_brought_up_to_date(tmp_path: Path) -> None:
    path, new = tmp_path / "old.factcheck", tmp_path / "new.factcheck"
    copyfile(DATA / "version1.factcheck", path)
    further_table(path)
    adopting.adopt(path, new)
    with Session.open(new, WHO) as session:
        assert session.records.count(Article) > 0
