"""A toast tells something without being in the way."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from factcheck.ui.views.toast import Toast


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def test_the_action_is_done_and_the_message_gone(qtbot: Any, window: QWidget) -> None:
    done: list[str] = []
    toast = Toast(window)
    toast.say("Claim 3 is withdrawn.", "Undo", lambda: done.append("undo"))
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert toast.text() == ""


def test_a_message_leaves_by_itself_and_a_complaint_stays(window: QWidget) -> None:
    toast = Toast(window)
    toast.say("Saved.")
    assert toast._timer.isActive()
    toast.complain("The disk is full.")
    assert not toast._timer.isActive()
    toast.say("Saved.")
    toast._timer.timeout.emit()
    assert toast.text() == ""


def test_escape_and_the_button_close_it(qtbot: Any, window: QWidget) -> None:
    toast = Toast(window)
    for close in (lambda: qtbot.keyClick(toast, Qt.Key.Key_Escape), toast.close_button.click):
        toast.complain("The disk is full.")
        close()
        assert toast.text() == ""


def test_it_stays_within_the_window_and_takes_no_focus(qtbot: Any, window: QWidget) -> None:
    toast = Toast(window)
    toast.complain("A message that goes on for a while, so that it needs more than one line. " * 3, "Undo")
    for width in (320, 900):
        window.resize(width, 300)
        qtbot.waitUntil(lambda: window.rect().contains(toast.geometry()))
    assert not toast.button.hasFocus()


def test_one_line_hides_only_the_status_bar(qtbot: Any) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    window.statusBar().showMessage("Saved at 14:43")
    window.resize(900, 400)
    window.show()
    toast = Toast(window)
    toast.say("Undone: ruling on “who is director of the mine”: dismissed")
    assert toast.geometry().bottom() >= window.height() - 4
    assert toast.height() < 44
