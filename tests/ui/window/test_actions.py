"""The table of actions: each does something, has a name, and a key that nothing else has."""

import ast
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QTableWidget

from factcheck import sample, workflow
from factcheck.model import Who
from factcheck.ui import shortcuts, wiring
from factcheck.ui.actions import declared, menus
from factcheck.ui.dialogs.keys import KeysDialog
from tests.ui.window.person import Person


def wired() -> set[str]:
    """The keys of the call in which the window wires its actions."""
    assert wiring.__file__
    tree = ast.parse(Path(wiring.__file__).read_text(encoding="utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)]
    return {
        keyword.arg
        for call in calls
        if ast.unparse(call.func).endswith(".wire")
        for keyword in call.keywords
        if keyword.arg
    }


def test_every_action_is_wired_and_every_wire_has_its_action() -> None:
    assert wired() == {action.key for action in declared()}


def test_no_key_is_given_twice() -> None:
    shipped = {action.key: action.shortcut for action in declared()}
    keys = [QKeySequence(key).toString() for action in declared() for key in shortcuts.both(shipped, action.key)]
    assert all(keys)
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert not {"1", "2", "Y", "N", "S", "M"} & set(keys), "keys of the parts of the window"


def test_every_action_has_a_name_and_a_menu_that_there_is() -> None:
    there = {key for key, _ in menus()}
    for action in declared():
        assert action.text.replace("&", "").strip()
        assert action.menu in there


def test_no_letter_opens_two_menus_or_stands_twice_in_one(person: Person) -> None:
    bars: list[list[QAction]] = [person.window.menuBar().actions()]
    bars += [menu.actions() for menu in person.window.actions_by_key.menus.values()]
    for entries in bars:
        letters = [QKeySequence.mnemonic(a.text()).toString() for a in entries if not a.isSeparator()]
        twice = [letter for letter, times in Counter(filter(None, letters)).items() if times > 1]
        assert twice == []


NEED_A_CLAIM = (
    "appearance clear_verdict reveal merge_claim split_claim duplicate_claim withdraw_claim withhold_claim "
    "evidence_link evidence_note evidence_file"
).split()
NEED_A_FINDING = "confirm dismiss scope clear_ruling word_by_word remove_contradiction".split()


def test_what_needs_a_claim_or_a_finding_says_so_when_none_is_chosen(person: Person, tmp_path: Path) -> None:
    workflow.new_project(tmp_path / "empty.factcheck", Who("Ada Brandt", "wada")).close()
    person.window.projects.open(tmp_path / "empty.factcheck")
    for key in (*NEED_A_CLAIM, *NEED_A_FINDING):
        person.bench.toast.clear()
        person.act(key)
        assert person.told(), key


def test_every_action_of_the_window_has_a_text(person: Person) -> None:
    for action in person.window.findChildren(QAction):
        named = action.isSeparator() or action.menu() is not None or action.text().strip() or not action.icon().isNull()
        assert named, (action.objectName(), action.parent())


def test_without_a_project_only_what_needs_none_can_be_asked_for(person: Person) -> None:
    for action in declared():
        assert person.can(action.key) is (action.always and action.key not in ("undo", "redo")), action.key


def test_what_needs_no_project_breaks_nothing_without_one(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _self: 0)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    monkeypatch.setattr(sample, "build", lambda *_: None)
    person.bench.jobs.start = lambda *_: None  # type: ignore[method-assign,assignment] # nothing is begun
    for action in declared():
        if action.always and action.key != "quit":
            person.act(action.key)
            assert person.bench.project is None
    person.act("light")


def test_the_sheet_of_keys_lists_them_all(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[int] = []

    def look(dialog: KeysDialog) -> int:
        table = dialog.findChild(QTableWidget)
        assert isinstance(table, QTableWidget)
        rows.append(table.rowCount())
        return 0

    monkeypatch.setattr(KeysDialog, "exec", look)
    person.act("keys")
    assert rows[0] > len([action for action in declared() if action.shortcut])


def test_the_menu_names_what_undo_would_take_back(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    assert person.text_of("undo") == "Undo import “Herald”"
    person.act("undo")
    assert person.text_of("redo") == "Redo import “Herald”"
    assert isinstance(person.window.actions_by_key.menus["edit"], QMenu)
    person.rest()


@pytest.mark.parametrize("width", [1024, 1440])
def test_a_message_hides_neither_what_is_worked_on_nor_how_much_there_is(
    person: Person, project: Path, width: int
) -> None:
    person.window.projects.open(project)
    person.rest()
    person.window.resize(width, 700)
    person.bench.say("Ruled: dismissed.", "Undo", lambda: None)
    toast, line, counts = person.bench.toast.latest(), person.window.statusBar(), person.window.status.counts
    assert toast
    person.until(lambda: line.geometry().contains(toast.geometry()))
    assert toast.x() >= counts.mapTo(person.window, QPoint()).x() + counts.sizeHint().width()
