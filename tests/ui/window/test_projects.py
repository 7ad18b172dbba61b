"""Projects that can be opened, only read, or not at all; bad inputs; bugs."""

import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from factcheck import edits, handing, records, settings, workflow
from factcheck.edits import NewArticle
from factcheck.errors import NotFoundError
from factcheck.model import Article
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store.project import Contents
from factcheck.text import Span
from factcheck.ui import bugs, opened, theme
from factcheck.ui.dialogs.backups import BackupsDialog
from factcheck.ui.dialogs.crash import CrashDialog
from factcheck.ui.offered import Offered
from factcheck.ui.queue import State
from factcheck.ui.views.field import fields
from factcheck.ui.views.plain_text import PlainText
from tests.ui.window.conftest import ADA
from tests.ui.window.person import CTRL, Key, Person

_HOLDER = """
import sys
from pathlib import Path
from factcheck.model import Who
from factcheck.records import Records
from factcheck.session import Session
with Session.open(Path(sys.argv[1]), Who("Other", "wother")):
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def held(project: Path) -> Iterator[Path]:
    """A project that another process has open."""
    command = [sys.executable, "-c", _HOLDER, str(project)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield project
        other.communicate("\n")


# --- read-only ---


def test_a_project_that_is_open_elsewhere_is_shown_read_only(person: Person, held: Path) -> None:
    person.window.projects.open(held)
    assert "is open elsewhere (process " in person.told()
    assert person.told().endswith("; it is open read-only here.")
    assert "read-only" in person.window.windowTitle()
    for name in ("import_files", "paste_article", "claim", "evidence_link", "contradiction", "confirm", "undo"):
        assert not person.can(name), name
    for name in ("export", "open", "split", "to_claims", "quit"):
        assert person.can(name), name
    assert all(field.isReadOnly() for field in fields(person.bench.panel))
    assert not person.bench.card.ruling.isEnabled()
    person.rest()
    assert len([f for f in person.bench.feed.findings if len(f.positions) > 1]) == 2, "reading works"


def test_wishes_that_views_make_change_nothing_in_a_read_only_project(person: Person, held: Path) -> None:
    person.window.projects.open(held)
    person.rest()
    before = person.dump()
    article, finding = next(person.state().each(Article)), person.bench.feed.findings[0]
    wishes: list[Callable[[], object]] = [
        lambda: person.bench.desk.claim_wished.emit(article.id, 0, 5),
        lambda: person.bench.articles.withdraw_wished.emit(article.id),
        lambda: person.bench.articles.edit_wished.emit(article.id),
        lambda: person.window.imports.take(Offered(words="Some words.")),
        lambda: person.bench.findings.ruling_wished.emit(finding.id, "confirmed"),
        lambda: person.bench.findings.claims_wished.emit(finding.id),
        lambda: person.bench.card.reshape_wished.emit(finding.id, [[(0, 0), (1, 0)]]),
    ]
    for wish in wishes:
        person.bench.toast.clear()
        wish()
        assert "read-only" in person.told()
    assert person.dump() == before


def test_a_project_that_is_open_here_already_stays_open_for_writing(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    first = person.bench.session
    person.window.projects.open(project)
    assert person.bench.session is first
    assert "open already" in person.told()
    assert person.can("import_files")


# --- what cannot be opened ---


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


BAD: dict[str, Callable[[Path], object]] = {
    "damaged": damaged,
    "empty": lambda path: path.write_bytes(b""),
    "foreign": lambda path: path.write_text("a shopping list\n" * 40),
    "missing": lambda path: path.unlink(),
    "a folder": folder_instead,
}


@pytest.fixture(autouse=True)
def offered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said where backups are offered; the person takes none."""
    said: list[str] = []

    def refuse(dialog: BackupsDialog) -> int:
        said.extend(text.text() for text in dialog.findChildren(PlainText))
        return 0

    monkeypatch.setattr(BackupsDialog, "exec", refuse)
    return said


#: Those that may be a project of which something is left: backups and a rescue are offered.
OFFERED = {"damaged", "empty", "foreign"}


@pytest.mark.parametrize("how", BAD)
def test_what_cannot_be_opened_is_told_in_a_sentence(
    person: Person, project: Path, how: str, offered: list[str]
) -> None:
    BAD[how](project)
    assert not person.window.projects.open(project)
    person.until(lambda: offered if how in OFFERED else person.told())
    said = offered[0] if how in OFFERED else person.told()
    assert project.name in said
    assert said.endswith(".")
    assert person.bench.project is None
    assert not person.can("import_files")


def test_a_project_stays_open_when_the_next_cannot_be(person: Person, project: Path, tmp_path: Path) -> None:
    person.window.projects.open(project)
    other = tmp_path / "other.factcheck"
    other.write_text("no project")
    person.window.projects.open(other)
    assert person.bench.session.path == project
    assert person.can("import_files")


def test_what_kept_one_from_a_project_is_said_no_more_when_one_is_open(person: Person, project: Path) -> None:
    person.window.projects.open(project.with_name("nowhere.factcheck"))
    assert "nowhere" in person.told()
    person.window.projects.open(project)
    assert "nowhere" not in person.told()


def test_damage_that_shows_late_is_told_and_leaves_no_project_open(
    person: Person, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_state: Records) -> workflow.Proposals:
        raise NotFoundError("This copy of the project has no text of version v1.")

    monkeypatch.setattr(workflow, "kept_proposals", fails)
    person.window.projects.open(project)
    person.until(lambda: person.bench.project is None)
    assert "no text of version" in person.told()
    assert person.bench.articles.model.rowCount() == 0
    monkeypatch.undo()
    assert not list(project.parent.glob("*.lock"))


@pytest.fixture
def holed(tmp_path: Path) -> Path:
    """A project that opens, and of which a page is damaged that nobody reads: one of an original."""
    path, original = tmp_path / "holed.factcheck", random.Random(1).randbytes(300_000)
    with workflow.new_project(path, ADA) as session:
        new = NewArticle("The ship sank.", original, "Ship")
        session.do(edits.add_article(session.records, new)[0], Contents(*new.contents()))
    data = bytearray(path.read_bytes())
    page = data.index(original[100_000:100_050]) // 4096 * 4096
    data[page : page + 4] = b"\xff" * 4  # where its next page is named
    path.write_bytes(data)
    return path


def test_the_pages_of_a_big_project_are_looked_at_while_it_is_open(
    person: Person, holed: Path, offered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "BIG", 0)
    assert person.window.projects.open(holed)
    assert person.bench.project is not None
    person.until(lambda: offered)
    assert "holed.factcheck" in offered[0]
    assert person.bench.project is None
    assert not list(holed.parent.glob("*.lock"))


def test_those_of_a_small_one_before(person: Person, holed: Path, offered: list[str]) -> None:
    assert not person.window.projects.open(holed)
    person.until(lambda: offered)


def test_a_big_project_that_is_whole_stays_open(
    person: Person, project: Path, offered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "BIG", 0)
    assert person.window.projects.open(project)
    person.rest()
    assert person.bench.project is not None
    assert not offered


def test_a_new_project_never_replaces_a_file(person: Person, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = project.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(project), ""))
    person.press(Key.Key_N, mod=CTRL)
    assert "exists already" in person.told()
    assert project.read_bytes() == before


def test_a_project_that_was_exported_is_made_again(
    person: Person, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, again = tmp_path / "bridge.json", tmp_path / "again.factcheck"
    person.window.projects.open(project)
    person.rest()
    titles = {article.title for article in person.state().each(Article)}
    handing.hand_over(person.bench.session, source, handing.Wish(handing.As.json))
    offered: list[str] = []

    def choose(*given: object, **_: object) -> tuple[str, str]:
        offered.append(str(given[2]))
        return str(again), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    person.act("new_from")
    person.until(lambda: person.bench.session.path == again)
    assert offered == [str(tmp_path / "bridge.factcheck")]
    assert {article.title for article in person.state().each(Article)} == titles


def test_what_is_no_exported_project_is_told_and_leaves_no_file(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, again = tmp_path / "other.json", tmp_path / "again.factcheck"
    source.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(again), ""))
    person.act("new_from")
    person.until(lambda: "is no factcheck project" in person.told())
    assert not again.exists()


# --- bad inputs ---


@pytest.fixture
def bad_inputs(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "bad"
    folder.mkdir()
    contents = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 20,
        "blank.html": b"<html></html>",
        "x.exe": b"MZ\x90\0" * 90,
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [*sorted(folder.iterdir()), folder / "missing.txt"]


def test_bad_inputs_are_failed_rows_with_their_reason_and_change_nothing(
    person: Person, project: Path, bad_inputs: list[Path]
) -> None:
    person.window.projects.open(project)
    person.rest()
    before = person.dump()
    person.drop(person.window, *bad_inputs)
    rows = {row.name: row for row in person.queue().table.queue.rows_now()}
    assert {row.state for row in rows.values()} == {State.failed}
    assert "no words" in rows["blank.html"].error
    assert "missing.txt" in rows["missing.txt"].error
    assert not person.queue().add.isEnabled()
    assert person.dump() == before


def test_a_good_file_among_bad_ones_comes_in(
    person: Person, project: Path, bad_inputs: list[Path], tmp_path: Path
) -> None:
    person.window.projects.open(project)
    good = tmp_path / "good.txt"
    good.write_text("The mayor of Orm said that the bridge will be built again.\n")
    person.drop(person.window, *bad_inputs, good)
    person.add_from_queue()
    person.until(lambda: "1 article imported" in person.told())
    assert person.state().count(Article) == 3
    assert person.queue().isVisible(), "what failed stays to be looked at"


def test_the_same_file_again_is_told_and_not_added(person: Person, project: Path, tmp_path: Path) -> None:
    person.window.projects.open(project)
    good = tmp_path / "good.txt"
    good.write_text("The mayor of Orm said that the bridge will be built again.\n")
    person.drop(person.window, good)
    person.until(lambda: person.state().count(Article) == 3)
    person.rest()
    person.drop(person.window, good)
    person.until(lambda: "there already" in person.told())
    person.rest()
    assert person.state().count(Article) == 3


def test_a_drop_without_a_project_asks_for_one_and_may_be_refused(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(_parent: object, title: str, *_: object, **_options: object) -> tuple[str, str]:
        asked.append(title)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", refuse)
    person.drop(person.window, tmp_path)
    veil = person.window.drops.window_zone.veil
    assert veil.aim is not None
    assert veil.aim.allowed
    person.until(lambda: asked)
    assert person.bench.project is None


# --- what is typed ---


def chosen(person: Person) -> str:
    article = next(person.state().each(Article))
    edit, claim = edits.add_claim(person.state(), article.id, Span(0, 10))
    person.bench.do(lambda _: edit)
    person.window.claim_wishes.choose(claim.id)
    return claim.id


def test_a_field_that_is_left_and_entered_again_is_two_steps(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    chosen(person)
    summary = person.bench.panel.words.fields["summary"]
    summary.setFocus()
    person.enter("One.")
    person.press(Key.Key_Tab)
    summary.setFocus()
    person.press(Key.Key_End, mod=CTRL)
    person.enter(" Two.")
    person.press(Key.Key_Tab)
    person.act("undo")
    assert summary.read() == "One."
    person.act("undo")
    assert summary.read() == ""


def test_closing_keeps_what_was_typed_a_moment_ago(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    claim_id = chosen(person)
    person.bench.panel.words.fields["summary"].setFocus()
    person.enter("Just typed.")
    person.window.close()
    with Session.open(project, ADA) as session:
        verdict = records.verdict(session.records, claim_id)
        assert verdict is not None
        assert verdict.summary == "Just typed."


def test_the_window_stays_open_when_what_was_typed_cannot_be_kept(
    person: Person, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.window.projects.open(project)
    chosen(person)
    person.rest()

    def full(*_: object) -> None:
        raise NotFoundError("The disk is full.")

    person.bench.panel.words.fields["summary"].setFocus()
    person.enter("Precious.")
    with monkeypatch.context() as patch:
        patch.setattr(person.bench.session, "do", full)
        assert not person.window.close()
    assert person.told() == "The disk is full."
    assert person.window.isVisible()
    assert person.bench.panel.words.fields["summary"].read() == "Precious."


def test_what_could_not_be_kept_waits_and_is_kept_when_it_can_be(
    person: Person, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.window.projects.open(project)
    claim_id = chosen(person)
    person.rest()
    summary = person.bench.panel.words.fields["summary"]
    real = person.bench.session.do

    def full(*_: object) -> None:
        raise NotFoundError("The disk is full.")

    summary.setFocus()
    person.enter("Precious.")
    with monkeypatch.context() as patch:
        patch.setattr(person.bench.session, "do", full)
        summary.flush()
        assert summary.waiting
    assert person.bench.session.do == real
    person.window.claim_wishes.set_status([claim_id], "decided")  # the panel is shown anew
    assert summary.read() == "Precious."
    summary.flush()
    kept = records.verdict(person.bench.state, claim_id)
    assert kept is not None
    assert kept.summary == "Precious."
    assert not summary.waiting


# --- bugs ---


@pytest.fixture
def telling(person: Person, monkeypatch: pytest.MonkeyPatch) -> Person:
    """A person whose window tells of bugs as in the real program."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)  # not to the terminal
    bugs.tell(person.window)
    return person


def crash_dialogs(person: Person) -> list[CrashDialog]:
    return [dialog for dialog in person.window.findChildren(CrashDialog) if dialog.isVisible()]


def test_an_exception_in_a_slot_shows_one_report_and_the_program_goes_on(telling: Person, qtbot: QtBot) -> None:
    def breaks() -> None:
        raise ZeroDivisionError("a bug of ours")

    for _ in range(3):
        QTimer.singleShot(0, breaks)
    qtbot.waitUntil(lambda: bool(crash_dialogs(telling)))
    qtbot.wait(20)
    (dialog,) = crash_dialogs(telling)
    assert "ZeroDivisionError: a bug of ours" in dialog.report.toPlainText()
    dialog.reject()
    QTimer.singleShot(0, breaks)
    qtbot.waitUntil(lambda: bool(crash_dialogs(telling)))
    crash_dialogs(telling)[0].reject()


def test_an_exception_in_a_thread_is_shown_by_the_gui_thread(telling: Person, qtbot: QtBot) -> None:
    def breaks() -> None:
        raise ZeroDivisionError("a bug in a thread")

    thread = threading.Thread(target=breaks)
    thread.start()
    thread.join()
    assert crash_dialogs(telling) == []
    qtbot.waitUntil(lambda: bool(crash_dialogs(telling)))
    crash_dialogs(telling)[0].reject()


def test_a_fault_of_the_worlds_is_a_message_wherever_it_is_met(telling: Person, qtbot: QtBot) -> None:
    def breaks() -> None:
        raise NotFoundError("The disk is gone.")

    QTimer.singleShot(0, breaks)
    qtbot.waitUntil(lambda: telling.told() == "The disk is gone.")
    assert crash_dialogs(telling) == []


# --- appearance ---


def test_the_theme_changes_and_is_remembered(person: Person, new_person: Callable[[], Person]) -> None:
    person.act("dark")
    assert theme.current().dark
    assert person.window.actions_by_key["dark"].isChecked()
    assert not person.window.actions_by_key["light"].isChecked()
    assert settings.load().appearance == "dark"
    person.act("light")
    assert not theme.current().dark
    new_person()
