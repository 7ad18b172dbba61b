"""The window is there before what it does not need for its first picture is loaded."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck import settings
from factcheck.errors import ProjectFileError
from factcheck.model import Article
from factcheck.settings import Settings
from factcheck.ui import bugs, opening
from factcheck.ui.main_window import MainWindow
from tests.ui.window.person import Person

#: Each takes 0.2 s or more to load, or brings something that does.
HEAVY = {"reportlab", "trafilatura", "numpy", "scipy", "dateparser", "pypdfium2", "fontTools", "lxml", "docx", "httpx"}
#: Not heavy, but nothing of a bare window either.
LATE = HEAVY | {"attr", "cattrs", "click", "logging.handlers", "rapidfuzz", "regex", "sqlite3", "sqlite_utils"}
#: What reads records.
SHOWING = {"attr", "cattrs", "sqlite3"}
#: All of ours that a bare window takes.
OURS = {
    "__main__", "doctor", "errors", "files", "i18n", "paths", "pseudo", "settings", "shared_folders", "ui", "ui.app",
    "ui.frame", "ui.housekeeping", "ui.main_window", "ui.text", "ui.theme",
}  # fmt: skip

_FIRST_PICTURE = """
import os, sys
from factcheck import __main__ as program
from factcheck.ui import app

def painted(*_):
    print(*sys.modules, flush=True)
    os._exit(0)

app._begin = painted
del sys.argv[1:]
program.main_app()
"""
_PROJECT_SEEN = """
import os, sys
from factcheck import __main__ as program
from factcheck.ui import opening

def seen(window, *_):
    print(*sys.modules, window.windowTitle(), flush=True)
    os._exit(0)

opening.complete = seen
sys.argv[1:] = sys.argv[-1:]
program.main_app()
"""
#: What is not needed to show a project: what compares, brings in, gives out and carries out.
_OF_LATER = (
    "cli",
    "exchange",
    "importing",
    "matching",
    "opinions",
    "reporting",
    "ui.dialogs",
    "ui.wishes",
    "web",
    "workflow",
)
_FURNISHED = "import sys, factcheck.ui.opening, factcheck.ui.parts, factcheck.ui.wiring; print(*sys.modules)"


def loaded_by(program: str, *words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


ADA = Settings(name="Ada Brandt", id="wada", appearance="light")


def test_the_first_picture_waits_for_nothing_that_is_not_in_it() -> None:
    settings.save(ADA)  # the very first start makes them, which takes more
    loaded = loaded_by(_FIRST_PICTURE)
    assert loaded & LATE == set()
    assert {name.removeprefix("factcheck.") for name in loaded if name.startswith("factcheck.")} <= OURS


def test_a_project_is_seen_before_anything_is_loaded_that_only_works_on_it(project: Path) -> None:
    settings.save(ADA)
    loaded = loaded_by(_PROJECT_SEEN, str(project))
    assert project.name in loaded  # it is what the window is called
    assert "factcheck.ui.views.claims_table" in loaded
    assert loaded & (LATE - SHOWING) == set()
    assert not [name for name in loaded if name.removeprefix("factcheck.").startswith(_OF_LATER)]


def test_a_window_with_all_its_parts_has_nothing_heavy() -> None:
    loaded = loaded_by(_FURNISHED)
    assert "factcheck.ui.views.claims_table" in loaded
    assert loaded & HEAVY == set()


def test_what_writes_is_there_before_the_first_edit(project: Path) -> None:
    settings.save(ADA)
    loaded = loaded_by(_PROJECT_SEEN.replace("opening.complete", "opening.open_first"), str(project))
    assert "sqlite_utils" in loaded
    assert loaded & HEAVY == set()


@pytest.fixture
def bare(qtbot: QtBot) -> MainWindow:
    """A window that has been seen and has no parts yet."""
    window = MainWindow(ADA, bare=True)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    assert not window.furnished
    return window


@pytest.fixture
def only_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a start does to the whole program is not done to that of the tests."""
    for place, name in ((bugs, "keep_log"), (bugs, "tell"), (opening, "speak")):
        monkeypatch.setattr(place, name, lambda _=None: None)


def test_a_window_that_has_nothing_yet_can_be_closed(bare: MainWindow) -> None:
    assert bare.close()


@pytest.mark.usefixtures("only_here")
def test_what_was_seen_becomes_the_window_on_its_project(bare: MainWindow, project: Path) -> None:
    opening.begin(bare, project, sample=False)
    assert bare.furnished
    assert bare.bench.session.path == project
    assert bare.bench.articles.isVisible()


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[MainWindow], None]]:
    """What looks at the window when its project is to be seen and nothing else of it is there."""
    looks: list[Callable[[MainWindow], None]] = []
    complete = opening.complete

    def looked(window: MainWindow, *given: Any) -> None:
        assert not window.furnished
        for look in looks:
            look(window)
        complete(window, *given)

    monkeypatch.setattr(opening, "complete", looked)
    return looks


def in_view(window: MainWindow) -> tuple[object, ...]:
    """What a person reads in a window: its name, articles and the places in them, claims, marks."""
    bench = window.bench
    model = bench.claims.table.model()
    claims = [[model.index(row, column).data() for column in range(4)] for row in range(min(5, model.rowCount()))]
    panes = [
        (p.article_id(), p.text.first_visible_offset(), p.width(), len(p.text.marks())) for p in bench.desk.panes()
    ]
    rest = bench.articles.list.model().rowCount(), bench.claims.current(), window.layout_of.lower.currentIndex()
    return window.windowTitle(), claims, panes, window.layout_of.lower.size(), *rest


@pytest.fixture
def left(person: Person, project: Path) -> Path:
    """A project that was left with its second article before its first, and a claim chosen."""
    assert person.window.projects.open(project)
    wire, herald = (article.id for article in person.state().each(Article))
    person.window.article_wishes.show(herald, 0)
    person.window.article_wishes.show(wire, 1)
    person.window.claim_wishes.mark_words(herald, 0, 30)
    person.window.claim_wishes.mark_words(wire, 40, 60)
    person.window.layout_of.to_claims()
    person.rest()
    assert person.window.close()
    return project


@pytest.mark.usefixtures("only_here")
def test_the_project_is_seen_as_it_was_left_and_stays_so_when_the_rest_is_there(
    bare: MainWindow, left: Path, seen: list[Callable[[MainWindow], None]]
) -> None:
    views: list[tuple[object, ...]] = []
    seen.append(lambda window: views.append(in_view(window)))
    opening.begin(bare, left, sample=False)
    assert views == [in_view(bare)]
    assert views[0][0] == left.name
    assert bare.bench.claims.table.model().rowCount() > 0


def assert_stays(window: MainWindow) -> None:
    """It is asked to close, and does not do so yet."""
    assert not window.close()


@pytest.mark.usefixtures("only_here")
def test_a_window_that_is_closed_while_its_parts_are_made_closes_in_the_orderly_way(
    bare: MainWindow, project: Path, seen: list[Callable[[MainWindow], None]]
) -> None:
    seen.append(assert_stays)
    opening.begin(bare, project, sample=False)
    assert not bare.isVisible()
    assert bare.bench.project is None
    assert not project.with_name(f"{project.name}-wal").exists()


@pytest.mark.usefixtures("only_here")
def test_a_project_of_which_the_first_view_cannot_be_read_is_told_of(
    bare: MainWindow, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ProjectFileError("It cannot be read.")

    monkeypatch.setattr("factcheck.ui.claim_list.ClaimList.open", fails)
    opening.begin(bare, project, sample=False)
    assert bare.bench.project is None
    assert bare.layout_of.welcome.isVisible()
    assert bare.bench.toast.text() == "It cannot be read."


@pytest.mark.usefixtures("only_here")
def test_what_is_typed_before_a_window_has_its_parts_goes_nowhere(
    bare: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed() -> None:
        field = bare.bench.articles.filter
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(field, QKeyEvent(kind, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x"))

    monkeypatch.setattr(opening, "open_first", lambda *_: typed())
    opening.begin(bare, None, sample=False)
    assert bare.bench.articles.filter.text() == ""
    typed()
    QApplication.processEvents()
    assert bare.bench.articles.filter.text() == "x"
