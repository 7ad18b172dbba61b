"""A step that changes very much is made ready, backed up before and written by workers; nothing of it is ever lost."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import edits, importing, records, workflow
from factcheck.backups import backups
from factcheck.errors import FactCheckError
from factcheck.model import Article, Claim, Entry
from factcheck.session import Session
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


def test_what_is_wished_meanwhile_comes_after_it(shown: Person) -> None:
    claims = ids(shown)
    shown.window.claim_wishes.set_field(claims, "topic", "ships")
    shown.window.claim_wishes.write(claims[0], "topic", "boats")
    shown.window.claim_wishes.write(claims[0], "place", "Orm")
    shown.rest()
    first = shown.state().get(Claim, claims[0])
    assert first is not None
    assert (first.topic, first.place) == ("boats", "Orm")
    assert topics(shown) == {"boats", "ships"}


class Gate:
    """Holds whoever writes in another thread until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.arrived, self._open = threading.Event(), threading.Event()
        apply = ProjectFile.apply

        def held(file: ProjectFile, entry: Entry, contents: Contents | None = None) -> Entry:
            if threading.current_thread() is not threading.main_thread():
                self.arrived.set()
                assert self._open.wait(30), "somebody opens it"
            return apply(file, entry, contents)

        monkeypatch.setattr(ProjectFile, "apply", held)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate(monkeypatch)
    yield made
    made.open()


def test_while_it_is_written_one_reads_and_what_one_wishes_is_done_in_its_order(shown: Person, gate: Gate) -> None:
    """Were anything of it to wait for the writer, the gate would never be opened."""
    window, claims = shown.window, ids(shown)
    article = next(iter(shown.state().each(Article)))
    window.claim_wishes.set_field(claims, "topic", "ships")
    shown.until(gate.arrived.is_set)
    shown.until(lambda: "Saving" in window.status._what.text())
    window.claim_wishes.choose(claims[5])
    assert shown.bench.panel.current() == claims[5]
    window.claim_wishes.rate_by_digit(claims[5], 2)
    window.claim_wishes.mark_words(article.id, 0, 10)
    window.claim_wishes.write(claims[7], "place", "Orm")
    shown.act("undo")
    assert topics(shown) == {""}
    gate.open()
    shown.rest()
    *done, undone = shown.bench.session.history()[-5:]
    assert [entry.edit.label for entry in done] == [
        "edit.set_topic",
        "edit.set_verdict",
        "edit.add_claim",
        "edit.claim_place",
    ]
    assert undone.undoes == done[-1].step
    assert topics(shown) == {"", "ships"}


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


def test_a_claim_that_is_marked_while_others_are_written_has_a_number_of_its_own(shown: Person, gate: Gate) -> None:
    article = next(iter(shown.state().each(Article)))
    rows = [{"wording": f"Boat {n} sank."} for n in range(MANY)]
    shown.bench.large.do(MANY, lambda state: edits.add_claims(state, rows)[0])
    shown.until(gate.arrived.is_set)
    shown.window.claim_wishes.mark_words(article.id, 0, 10)
    gate.open()
    shown.rest()
    numbers = [claim.number for claim in shown.state().each(Claim)]
    assert len(numbers) == len(set(numbers)) == 2 * MANY + 21


def test_two_large_steps_and_their_undo_follow_each_other(shown: Person, gate: Gate) -> None:
    before = dump(shown.state())
    shown.window.claim_wishes.set_field(ids(shown), "topic", "ships")
    shown.window.claim_wishes.set_field(ids(shown), "topic", "boats")
    shown.act("undo")
    shown.until(gate.arrived.is_set)
    gate.open()
    shown.rest()
    assert topics(shown) == {"ships"}
    shown.act("undo")
    shown.rest()
    assert dump(shown.state()) == before


def test_closing_the_window_does_what_waits_in_its_order(shown: Person, project: Path) -> None:
    claims = ids(shown)
    shown.window.claim_wishes.set_field(claims, "topic", "ships")
    shown.window.claim_wishes.write(claims[0], "topic", "boats")
    shown.window.claim_wishes.set_field(claims[1:], "assignee", "Ada")
    shown.window.claim_wishes.withdraw([claims[1]])
    shown.window.close()
    with Session.open(project, ADA, read_only=True) as session:
        first, second, third, *_ = sorted(session.records.each(Claim), key=lambda claim: claim.number)
        assert (first.topic, first.assignee) == ("boats", "")
        assert (second.topic, second.assignee, second.withdrawn) == ("ships", "Ada", True)
        assert (third.topic, third.assignee) == ("ships", "Ada")


def test_what_waits_is_done_though_the_step_before_it_fails(shown: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    claims, apply = ids(shown), ProjectFile.apply

    def full(file: ProjectFile, entry: Entry, contents: Contents | None = None) -> Entry:
        if threading.current_thread() is not threading.main_thread():
            raise FactCheckError("The disk is full.")
        return apply(file, entry, contents)

    monkeypatch.setattr(ProjectFile, "apply", full)
    shown.window.claim_wishes.set_field(claims, "topic", "ships")
    shown.window.claim_wishes.write(claims[0], "place", "Orm")
    shown.rest()
    first = shown.state().get(Claim, claims[0])
    assert first is not None
    assert (first.topic, first.place) == ("", "Orm")


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
