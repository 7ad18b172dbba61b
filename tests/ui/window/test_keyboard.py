"""The keys lead everywhere: through the window and each dialog in the order of reading, and to every action."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from factcheck import i18n
from factcheck.ui import theme
from tests.ui import keying, tour, walking
from tests.ui.window.person import Person


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
def test_the_whole_window_can_be_used_by_keys_and_heard(new_person: Callable[[], Person], of_sample: Path) -> None:
    person = new_person()
    wrong: dict[str, str] = {}
    looked_at: set[QWidget] = set()
    for state in tour.states(person, of_sample):
        found = walking.nameless(person.window)
        if not state.startswith(("palette", "search")):  # these go away when the keys do
            person.come_back()
            tour.settle()
            found += [*keying.misled(person.window), *keying.unseen(person.window, looked_at)]
        wrong |= {one: state for one in found if one not in wrong}
    assert wrong == {}


@pytest.mark.usefixtures("listening")
def test_all_dialogs_can_be_used_by_keys_and_read_and_heard(
    new_person: Callable[[], Person], of_sample: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    person = new_person()
    theme.apply(qapp, "contrast")  # where a border may be as bright as the focus
    person.window.projects.open(of_sample)
    person.rest()
    wrong: dict[str, str] = {}
    for dialog in tour.dialogs(person, monkeypatch):
        person.until(partial(_has_keys, dialog))
        found = [*walking.nameless(dialog), *walking.faint(dialog)]
        found += [*keying.misled(dialog), *keying.unseen(dialog, set())]
        wrong |= {one: type(dialog).__name__ for one in found if one not in wrong}
    assert wrong == {}


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_action_has_a_key_or_a_letter_of_its_own(
    language: str, new_person: Callable[[], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(i18n.VARIABLE, language)
    person = new_person()
    bar = [action.text() for action in person.window.menuBar().actions()]
    assert keying.doubled(bar) == []
    assert all(map(keying.letter, bar))
    for menu in person.window.actions_by_key.menus.values():
        listed = keying.entries(menu)
        assert keying.doubled(one.text() for one in listed) == [], menu.title()
        for one in listed:
            assert keying.letter(one.text()) or not one.shortcut().isEmpty(), one.text()


def _has_keys(dialog: QDialog) -> bool:
    """Whether it is in front; without a screen that takes asking more than once."""
    dialog.activateWindow()
    tour.settle()
    return QApplication.activeWindow() is dialog
