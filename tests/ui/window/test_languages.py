"""The window and its dialogs can be used by keys, and read in every theme; it mirrors."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from factcheck.model import Article
from factcheck.ui import theme
from tests.ui import fitting, walking
from tests.ui.window.person import Person

#: What leaves this window or its theme, or would wait for a person outside it.
OUTSIDE = {"quit", "close_project", "open_sample", "second_window", "print", "archive", "paste", *theme.NAMES}
Look = Callable[[QWidget], None]


@pytest.fixture
def no_file_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, none in (("getOpenFileName", ("", "")), ("getSaveFileName", ("", "")), ("getOpenFileNames", ([], ""))):
        monkeypatch.setattr(QFileDialog, name, lambda *_, none=none, **__: none)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")


@pytest.fixture(params=["light", "dark", "contrast"])
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, request.param)
    yield
    theme.apply(qapp, "light")


def at_work(person: Person, project: Path) -> None:
    """On a project with a claim and a finding, in a small window."""
    person.window.resize(1024, 640)
    person.window.projects.open(project)
    person.rest()
    person.window.claim_wishes.mark_words(next(person.state().each(Article)).id, 0, 10)
    person.act("next_finding")
    person.rest()


def every_dialog(person: Person, monkeypatch: pytest.MonkeyPatch, look: Look) -> set[str]:
    """Shows what each action asks; the names of the dialogs."""
    met: set[str] = set()

    def shown(dialog: QDialog) -> int:
        dialog.show()
        person.qtbot.wait(20)
        met.add(type(dialog).__name__)
        look(dialog)
        dialog.reject()
        return 0

    monkeypatch.setattr(QDialog, "exec", shown)
    for key, action in person.window.actions_by_key.items():
        if key not in OUTSIDE and action.isEnabled():
            action.trigger()
            for dialog in person.window.findChildren(QDialog):
                if dialog.isVisible():
                    shown(dialog)
    person.rest()
    return met


@pytest.mark.usefixtures("themed", "no_file_dialogs")
def test_whatever_takes_the_keys_has_a_name_and_all_words_stand_out(
    person: Person, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work(person, project)
    wrong = walking.nameless(person.window) + walking.faint(person.window)
    every_dialog(person, monkeypatch, lambda one: wrong.extend(walking.nameless(one) + walking.faint(one)))
    assert wrong == []


def test_the_window_mirrors(new_person: Callable[[], Person], project: Path, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        person = new_person()
        at_work(person, project)
        articles, panel = person.bench.articles, person.bench.card
        assert articles.mapTo(person.window, articles.rect().center()).x() > person.window.width() / 2
        assert panel.mapTo(person.window, panel.rect().center()).x() < person.window.width() / 2
        assert fitting.too_wide(person.window) == []
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
