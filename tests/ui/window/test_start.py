"""The window is there before what it does not need for its first picture is loaded."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck import settings
from factcheck.settings import Settings
from factcheck.ui import bugs, opening
from factcheck.ui.main_window import MainWindow

#: Each takes 0.2 s or more to load, or brings something that does.
HEAVY = {"reportlab", "trafilatura", "numpy", "scipy", "dateparser", "pypdfium2", "fontTools", "lxml", "docx", "httpx"}
#: Not heavy, but nothing of a bare window either.
LATE = HEAVY | {"attr", "cattrs", "click", "logging.handlers", "rapidfuzz", "regex", "sqlite3", "sqlite_utils"}
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
_FURNISHED = "import sys, factcheck.ui.opening, factcheck.ui.parts, factcheck.ui.wiring; print(*sys.modules)"


def loaded_by(program: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


ADA = Settings(name="Ada Brandt", id="wada", appearance="light")


def test_the_first_picture_waits_for_nothing_that_is_not_in_it() -> None:
    settings.save(ADA)  # the very first start makes them, which takes more
    loaded = loaded_by(_FIRST_PICTURE)
    assert loaded & LATE == set()
    assert {name.removeprefix("factcheck.") for name in loaded if name.startswith("factcheck.")} <= OURS


def test_a_window_with_all_its_parts_has_nothing_heavy() -> None:
    loaded = loaded_by(_FURNISHED)
    assert "factcheck.ui.views.claims_table" in loaded
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
