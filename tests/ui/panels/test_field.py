"""What is typed is kept, and belongs to the record it was typed for."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from factcheck.ui.views.field import LONGEST, PAUSE, LineField, TextField, flush_all

Field = LineField | TextField


@pytest.fixture(params=[LineField, TextField])
def field(request: pytest.FixtureRequest, qtbot: Any) -> Iterator[Field]:
    box = QWidget()
    layout = QVBoxLayout(box)
    made: Field = request.param()
    layout.addWidget(made)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    box.close()


def told(field: Field) -> list[str]:
    heard: list[str] = []
    field.edited.connect(heard.append)
    return heard


def test_typing_is_told_after_a_pause_and_only_once(qtbot: Any, field: Field) -> None:
    heard = told(field)
    qtbot.keyClicks(field, "five")
    assert heard == []
    with qtbot.waitSignal(field.edited, timeout=PAUSE + 1000):
        pass
    field.flush()
    assert heard == ["five"]


def test_leaving_the_field_tells_at_once(qtbot: Any, field: Field) -> None:
    heard = told(field)
    qtbot.keyClicks(field, "five")
    field.clearFocus()
    assert heard == ["five"]


def test_hiding_the_field_tells_at_once(qtbot: Any, field: Field) -> None:
    heard = told(field)
    qtbot.keyClicks(field, "five")
    field.window().hide()
    assert heard == ["five"]


def test_flush_all_reaches_every_field_below(qtbot: Any, field: Field) -> None:
    heard = told(field)
    qtbot.keyClicks(field, "five")
    flush_all(field.window())
    assert heard == ["five"]


def test_an_echo_of_what_was_told_leaves_newer_typing_alone(qtbot: Any, field: Field) -> None:
    heard = told(field)
    field.edited.connect(field.set_text)
    qtbot.keyClicks(field, "five")
    field.flush()
    qtbot.keyClicks(field, " dead")
    field.set_text("five")
    assert field.read() == "five dead"
    field.flush()
    assert heard == ["five", "five dead"]


def test_a_change_from_outside_waits_for_what_is_being_typed(qtbot: Any, field: Field) -> None:
    heard = told(field)
    field.set_text("four", "c1")
    qtbot.keyClicks(field, "x")
    typed = field.read()
    field.set_text("something else")
    assert field.read() == typed
    field.flush()
    assert heard == [typed]


def test_a_change_from_outside_is_shown_while_nothing_is_typed_and_not_told_back(field: Field) -> None:
    heard = told(field)
    field.set_text("four", "c1")
    field.set_text("five", "c1")
    field.flush()
    assert field.read() == "five"
    assert heard == []


def test_the_cursor_stays_when_text_comes_from_outside(qtbot: Any, field: Field) -> None:
    field.set_text("four were killed", "c1")
    for _ in range(4):
        qtbot.keyClick(field, Qt.Key.Key_Right)
    field.set_text("five were killed")
    qtbot.keyClicks(field, "!")
    assert field.read() == "five! were killed"


def test_another_owner_gets_its_own_text_and_the_first_keeps_what_was_typed(qtbot: Any, field: Field) -> None:
    heard: list[tuple[str, str]] = []
    field.edited.connect(lambda text: heard.append((field.owner, text)))
    field.set_text("", "c1")
    qtbot.keyClicks(field, "for the first")
    field.set_text("second", "c2")
    field.flush()
    assert heard == [("c1", "for the first")]
    assert field.read() == "second"


def test_a_text_is_not_told_because_a_widget_shows_it_otherwise(field: Field) -> None:
    heard = told(field)
    field.set_text("12\N{NO-BREAK SPACE}000 dead\r\nand\N{LINE SEPARATOR}more \U0001f600", "c1")
    field.flush()
    assert heard == []
    assert "12\N{NO-BREAK SPACE}000" in field.read()


def window_undo(field: Field) -> list[str]:
    undone: list[str] = []
    action = QAction("Undo", field.window())
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    action.triggered.connect(lambda: undone.append("undo"))
    field.window().addAction(action)
    return undone


def test_undo_takes_back_typing_while_it_is_not_yet_told(qtbot: Any, field: Field) -> None:
    undone = window_undo(field)
    heard = told(field)
    qtbot.keyClicks(field, "five")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    field.flush()
    assert (field.read(), heard, undone) == ("", [], [])


def test_undo_is_the_windows_once_the_typing_was_told(qtbot: Any, field: Field) -> None:
    undone = window_undo(field)
    qtbot.keyClicks(field, "five")
    field.flush()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["undo"]
    assert field.read() == "five"


def test_being_told_leaves_cursor_and_selection(qtbot: Any, field: Field) -> None:
    qtbot.keyClicks(field, "five dead")
    for _ in range(4):
        qtbot.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    field.flush()
    qtbot.keyClicks(field, "hurt")
    assert field.read() == "five hurt"


def test_a_text_field_grows_with_its_text_up_to_a_limit(qtbot: Any) -> None:
    field = TextField(2, 6)
    qtbot.addWidget(field)
    field.show()
    empty = field.sizeHint().height()
    field.set_text("\n".join("abcdef"[:5]), "c1")
    five = field.sizeHint().height()
    field.set_text("\n" * 50, "c2")
    assert empty < five < field.sizeHint().height() < five * 2


def test_tab_leaves_a_text_field(qtbot: Any, field: Field) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.read() == ""
    assert not field.hasFocus()


def test_typing_without_a_pause_is_told_all_the_same(qtbot: Any, field: Field) -> None:
    heard = told(field)
    began = time.monotonic()
    while not heard and time.monotonic() < began + 5:
        qtbot.keyClicks(field, "x")
        qtbot.wait(100)
    assert heard
    assert time.monotonic() - began < LONGEST / 1000 + 0.6


def test_a_field_knows_the_height_of_its_lines_before_they_are_broken_anew(qtbot: Any) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.resize(300, 100)
    field.setPlainText("漢字とعربي\n" * 4)
    field.show()
    field.grab()
    painted = field.sizeHint().height()
    field.document().begin().layout().clearLayout()  # as after a change of width
    assert field.sizeHint().height() == painted


def test_lines_of_a_field_start_where_their_script_does(qtbot: Any) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.resize(300, 100)
    field.show()
    middle = field.viewport().width() / 2

    def starts_at() -> int:
        return field.cursorRect(QTextCursor(field.document())).x()

    for text, right in (("عربي", True), ("", False), ("31 عربي", True), ("Latin عربي", False)):
        field.set_text(text, text)
        assert (starts_at() > middle) is right
    field.clear()
    field.insertPlainText("ع")
    assert starts_at() > middle
