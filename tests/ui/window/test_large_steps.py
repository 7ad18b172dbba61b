"""A step that changes very much is made ready, backed up before and written by workers; nothing of it is ever lost."""

import threading
from pathlib import Path

import pytest

from factcheck import edits, importing, records, workflow
from factcheck.backups import backups
from factcheck.errors import FactCheckError
from factcheck.model import Article, Claim, Entry
from factcheck.session import Session
from factcheck.steps import Way
from factcheck.store.project import Contents, ProjectFile
from factcheck.text import Span
from factcheck.ui.large_steps import MANY
from tests.ui.window.conftest import ADA
from tests.ui.window.person import Person, dump


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """With more claims than are changed at once."""
    path = tmp_path / "many.factcheck"
    with workflow.new_project(path, ADA) as session:
        workflow.add(session, importing.pasted("Ships sank. " * MANY, "Ships"))
        rows = [{"wording": f"Ship {n} sank."} for n in range(MANY + 20)]
        session.do(edits.add_claims(session.records, rows)[0])
    return path


@pytest.fixture
def shown(person: Person, project: Path) -> Person:
    person.window.projects.open(project)
    person.rest()
    return person


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """The threads that wrote an entry, as they did."""
    threads: list[threading.Thread] = []
    apply = ProjectFile.apply

    def counted(file: ProjectFile, entry: Entry, contents: Contents | None = None) -> Entry:
        threads.append(threading.current_thread())
        return apply(file, entry, contents)

    monkeypatch.setattr(ProjectFile, "apply", counted)
    return threads


def ids(person: Person) -> list[str]:
    return [claim.id for claim in records.claims(person.state())]


def topics(person: Person) -> set[str]:
    return {claim.topic for claim in records.claims(person.state())}


def test_it_is_written_in_a_worker_after_a_backup_and_undone_and_redone_so(
    shown: Person, writers: list[threading.Thread], project: Path
) -> None:
    before = dump(shown.state())
    shown.window.claim_wishes.set_field(ids(shown), "topic", "ships")
    shown.rest()
    after = dump(shown.state())
    assert topics(shown) == {"ships"}
    shown.act("undo")
    shown.rest()
    assert dump(shown.state()) == before
    assert "Undone" in shown.told()
    shown.act("redo")
    shown.rest()
    assert dump(shown.state()) == after
    assert len(writers) == 3
    assert threading.main_thread() not in writers
    (first, *_) = sorted(backups(project), key=lambda path: path.stat().st_mtime_ns)
    with Session.open(first, ADA, read_only=True) as kept:
        assert dump(kept.records) == before


def test_few_are_changed_at_once(shown: Person, writers: list[threading.Thread]) -> None:
    shown.window.claim_wishes.set_field(ids(shown)[:3], "topic", "ships")
    assert writers == [threading.main_thread()]
    assert topics(shown) == {"", "ships"}


def test_what_is_done_meanwhile_goes_first_and_is_kept(shown: Person) -> None:
    claims = ids(shown)
    shown.window.claim_wishes.set_field(claims, "topic", "ships")
    shown.window.claim_wishes.write(claims[0], "topic", "boats")
    shown.window.claim_wishes.write(claims[0], "place", "Orm")
    shown.rest()
    assert topics(shown) == {"ships"}
    first = shown.state().get(Claim, claims[0])
    assert first is not None
    assert first.place == "Orm"


def test_undo_means_the_step_that_was_asked_for_last(shown: Person) -> None:
    before = dump(shown.state())
    shown.window.claim_wishes.set_field(ids(shown), "topic", "ships")
    shown.act("undo")
    shown.rest()
    assert dump(shown.state()) == before


def test_closing_the_window_loses_nothing(shown: Person, project: Path) -> None:
    shown.window.claim_wishes.set_field(ids(shown), "topic", "ships")
    shown.window.close()
    with Session.open(project, ADA, read_only=True) as session:
        assert {claim.topic for claim in records.claims(session.records)} == {"ships"}


def test_a_window_that_cannot_keep_it_stays_open_once(shown: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Entry:
        raise FactCheckError("The disk is full.")

    shown.window.claim_wishes.set_field(ids(shown), "topic", "ships")
    monkeypatch.setattr(ProjectFile, "apply", full)
    assert not shown.window.close()
    assert "disk is full" in shown.told()
    monkeypatch.undo()
    assert shown.window.close()


def test_while_it_is_written_the_state_before_is_read_and_an_edit_waits(shown: Person) -> None:
    session, claims = shown.bench.session, ids(shown)
    writing = session.begin(edits.set_field(session.records, claims, "topic", "ships"), Way.do)
    worker = threading.Thread(target=writing.write)
    worker.start()
    assert topics(shown) == {""}
    shown.bench.do(lambda state: edits.edit_claim(state, claims[0], "place", "Orm"))
    worker.join()
    assert topics(shown) == {"ships"}
    assert writing.end().step + 1 == session.revision
    shown.act("undo")
    assert topics(shown) == {"ships"}


def test_a_claim_that_is_marked_while_others_are_written_has_a_number_of_its_own(shown: Person) -> None:
    session, article = shown.bench.session, next(iter(shown.state().each(Article)))
    rows = [{"wording": f"Boat {n} sank."} for n in range(MANY)]
    writing = session.begin(edits.add_claims(session.records, rows)[0], Way.do)
    shown.window.claim_wishes.mark_words(article.id, 0, 10)
    writing.end()
    numbers = [claim.number for claim in shown.state().each(Claim)]
    assert len(numbers) == len(set(numbers))


def test_a_write_that_fails_is_told_and_changes_nothing(shown: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(shown.state())

    def full(*_: object) -> Entry:
        raise FactCheckError("The disk is full.")

    monkeypatch.setattr(ProjectFile, "apply", full)
    shown.window.claim_wishes.set_field(ids(shown), "topic", "ships")
    shown.rest()
    assert "disk is full" in shown.told()
    assert dump(shown.state()) == before
    monkeypatch.undo()
    article = next(iter(shown.state().each(Article)))
    assert shown.bench.do(lambda state: edits.add_claim(state, article.id, Span(0, 5))[0])
