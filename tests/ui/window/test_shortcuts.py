"""Keys as a person changes them: no key twice, kept for the next start, true on every sheet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest

from factcheck import settings
from factcheck.ui import shortcuts
from factcheck.ui.actions import declared
from factcheck.ui.dialogs.keys import KeysDialog
from factcheck.ui.dialogs.shortcuts import ShortcutsDialog
from factcheck.ui.wishes.keys import as_html
from tests.ui.window.person import CTRL, SHIFT, Key, Person

SHIPPED = {"export": "Ctrl+E", "find": "Ctrl+F", "about": "", "claim": "C"}
KEYS = st.sampled_from(["", "C", "Ctrl+E", "Ctrl+F", "ctrl+shift+j", "F9", "7", "Ctrl+C", "no key", "A, B"])
CHOSEN = st.dictionaries(st.sampled_from([*SHIPPED, "an action of another time"]), KEYS)


@given(CHOSEN)
def test_no_key_is_ever_given_twice_and_none_of_the_lists_is_taken(chosen: dict[str, str]) -> None:
    keys = shortcuts.in_force(SHIPPED, chosen)
    given_out = [key for key in keys.values() if key]
    assert [*keys] == [*SHIPPED]
    assert len(given_out) == len(set(given_out))
    assert not shortcuts.RESERVED & set(given_out)


@given(CHOSEN)
def test_what_is_kept_brings_the_same_keys_back(chosen: dict[str, str]) -> None:
    keys = shortcuts.in_force(SHIPPED, chosen)
    assert shortcuts.in_force(SHIPPED, shortcuts.differing(SHIPPED, keys)) == keys


def test_a_choice_comes_before_what_ships() -> None:
    keys = shortcuts.in_force(SHIPPED, {"about": "Ctrl+E"})
    assert (keys["about"], keys["export"]) == ("Ctrl+E", "")


def test_a_second_key_holds_until_another_action_is_given_it() -> None:
    assert shortcuts.both({"next_worth": "Alt+Shift+Down", "claim": "C"}, "next_worth") == ["Alt+Shift+Down", "J"]
    assert shortcuts.both({"next_worth": "", "claim": "C"}, "next_worth") == ["J"]
    assert shortcuts.both({"next_worth": "Alt+Shift+Down", "claim": "J"}, "next_worth") == ["Alt+Shift+Down"]


def test_what_ships_is_kept_as_it_is() -> None:
    shipped = {action.key: action.shortcut for action in declared()}
    assert shortcuts.in_force(shipped, {}) == shipped


def press(dialog: ShortcutsDialog, action: str, key: Key, mod: Qt.KeyboardModifier) -> None:
    dialog.choose(action)
    QTest.keyClick(dialog.field, key, mod)


def change(person: Person, fill: Callable[[ShortcutsDialog], object]) -> None:
    person.answering(ShortcutsDialog, fill, lambda: person.act("shortcuts"))


def test_a_new_key_works_at_once_and_at_the_next_start(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    change(person, lambda dialog: press(dialog, "split", Key.Key_J, CTRL | SHIFT))
    panes = len(person.bench.desk.panes())
    person.press(Key.Key_T, mod=CTRL)
    assert len(person.bench.desk.panes()) == panes
    person.press(Key.Key_J, mod=CTRL | SHIFT)
    assert len(person.bench.desk.panes()) == panes + 1
    assert settings.load().shortcuts == {"split": "Ctrl+Shift+J"}


def test_a_key_changes_hands_only_when_that_is_said(person: Person) -> None:
    def fill(dialog: ShortcutsDialog) -> None:
        press(dialog, "split", Key.Key_E, CTRL)
        assert dialog.value()["split"] == "Ctrl+T"
        assert dialog.take.isVisible()
        person.click(dialog.take)
        assert dialog.value()["split"] == "Ctrl+E"

    change(person, fill)
    assert person.window.actions_by_key["split"].shortcut().toString() == "Ctrl+E"
    assert person.window.actions_by_key["export"].shortcut().isEmpty()


def test_a_key_of_the_lists_is_refused(person: Person) -> None:
    def fill(dialog: ShortcutsDialog) -> None:
        told: list[str] = []
        dialog.told.connect(told.append)
        press(dialog, "split", Key.Key_7, Qt.KeyboardModifier.NoModifier)
        assert "7" in told[-1]
        assert not dialog.take.isVisible()
        assert dialog.value()["split"] == "Ctrl+T"

    change(person, fill)


def test_all_goes_back_to_what_ships(person: Person) -> None:
    change(person, lambda dialog: press(dialog, "split", Key.Key_F9, Qt.KeyboardModifier.NoModifier))
    change(person, lambda dialog: person.click(dialog.all_back))
    assert settings.load().shortcuts == {}
    assert person.window.actions_by_key["split"].shortcut().toString() == "Ctrl+T"


def test_an_action_is_found_by_its_name_or_its_key(person: Person) -> None:
    def fill(dialog: ShortcutsDialog) -> None:
        dialog.filter.setText("ctrl+shift+p")
        assert dialog.current() == "palette"
        dialog.filter.setText("swap panes")
        assert dialog.current() == "swap"

    change(person, fill)


def test_the_sheet_tells_the_keys_as_they_are(person: Person) -> None:
    change(person, lambda dialog: press(dialog, "split", Key.Key_F9, Qt.KeyboardModifier.NoModifier))
    rows = {name: key for _, keys in person.window.keys.groups() for key, name in keys}
    assert rows["Split"] == "F9"
    assert "F9" in as_html(person.window.keys.groups())


def test_empty_pages_name_the_key_as_it_is(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    change(person, lambda dialog: press(dialog, "claim", Key.Key_F9, Qt.KeyboardModifier.NoModifier))
    assert "F9" in person.bench.panel._nothing.text()


def test_the_sheet_is_printed(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "keys.pdf"

    def to_file(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", to_file)

    def look(dialog: KeysDialog) -> int:
        person.click(dialog.print)
        return 0

    monkeypatch.setattr(KeysDialog, "exec", look)
    person.act("keys")
    assert target.read_bytes().startswith(b"%PDF")
