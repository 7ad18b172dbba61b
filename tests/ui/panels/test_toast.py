"""Messages tell something without being in the way, and none is lost."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from factcheck.ui.views.toast import Toast
from factcheck.ui.views.toasts import Toasts


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


@pytest.fixture
def toasts(window: QWidget) -> Toasts:
    return Toasts(window)


def latest(toasts: Toasts) -> Toast:
    found = toasts.latest()
    assert found
    return found


def seen(toasts: Toasts) -> list[str]:
    return [toast.text() for toast in toasts.all() if toast.isVisible()]


def test_the_action_is_done_and_the_message_gone(qtbot: Any, toasts: Toasts) -> None:
    done: list[str] = []
    toasts.say("Claim 3 is withdrawn.", "Undo", lambda: done.append("undo"))
    qtbot.mouseClick(latest(toasts).button, Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert toasts.text() == ""


def test_a_message_leaves_by_itself_and_a_complaint_stays(toasts: Toasts) -> None:
    toasts.complain("The disk is full.")
    assert not latest(toasts).is_leaving()
    toasts.say("Saved.")
    assert latest(toasts).is_leaving()
    latest(toasts)._timer.timeout.emit()
    assert toasts.text() == "The disk is full."


@pytest.mark.usefixtures("qapp")
def test_a_message_stays_as_long_as_it_takes_to_read_and_to_reach_for_it() -> None:
    def stays(text: str, action: str = "") -> int:
        return Toast(text, action, (lambda: None) if action else None).stays()

    assert stays("Claim withdrawn. " * 10) - stays("Claim withdrawn.") >= 9 * 17 * 40  # 25 letters a second
    assert stays("Claim withdrawn.", "Undo") > stays("Claim withdrawn.") >= 4000
    assert Toast("The disk is full.", urgent=True).stays() == 0


def test_a_new_message_takes_no_other_one_away(toasts: Toasts) -> None:
    told = ["The disk is full.", "Two.", "Three.", "Four."]
    toasts.complain(told[0])
    for text in told[1:]:
        toasts.say(text)
    assert seen(toasts) == told[1:]
    heights = [toast.y() for toast in toasts.all() if toast.isVisible()]
    assert heights == sorted(heights)
    assert all(
        not a.geometry().intersects(b.geometry()) for a, b in zip(toasts.all()[1:], toasts.all()[2:], strict=False)
    )
    toasts.close_latest()
    assert seen(toasts) == told[:3]


def test_a_message_that_waits_behind_others_does_not_leave_unseen(toasts: Toasts) -> None:
    toasts.say("First.")
    for text in ("The disk is full.", "It is still full.", "And now it is gone."):
        toasts.complain(text)
    assert not toasts.all()[0].is_leaving()
    toasts.close_latest()
    assert toasts.all()[0].is_leaving()


def test_what_is_said_twice_stands_there_once(toasts: Toasts) -> None:
    toasts.say("Choose a claim first.")
    toasts.say("Choose a claim first.")
    assert len(toasts.all()) == 1


def test_escape_and_the_button_close_it(qtbot: Any, toasts: Toasts) -> None:
    toasts.complain("The disk is full.")
    qtbot.keyClick(latest(toasts), Qt.Key.Key_Escape)
    assert toasts.text() == ""
    toasts.complain("The disk is full.")
    latest(toasts).close_button.click()
    assert toasts.text() == ""


def test_keys_do_what_the_newest_offers_or_go_to_it(qtbot: Any, window: QWidget, toasts: Toasts) -> None:
    done: list[str] = []
    toasts.say("Withdrawn.", "Undo", lambda: done.append("undo"))
    toasts.act()
    toasts.act()
    assert done == ["undo"]
    toasts.complain("The disk is full.")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    toasts.act()
    assert QApplication.focusWidget() is latest(toasts).close_button
    qtbot.keyClick(latest(toasts).close_button, Qt.Key.Key_Escape)
    assert toasts.text() == ""


def test_a_screen_reader_says_each_and_an_error_at_once(toasts: Toasts, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, object]] = []
    heard = lambda event: said.append((event.message(), event.politeness()))  # noqa: E731
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard)
    toasts.say("Saved.")
    toasts.complain("The disk is full.")
    polite, at_once = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive
    assert said == [("Saved.", polite), ("The disk is full.", at_once)]


def test_they_stay_within_the_window_and_take_no_focus(qtbot: Any, window: QWidget, toasts: Toasts) -> None:
    toasts.complain("A message that goes on for a while, so that it needs more than one line. " * 3, "Undo")
    toasts.say("Saved.")
    for width in (320, 900):
        window.resize(width, 300)
        qtbot.waitUntil(lambda: all(window.rect().contains(toast.geometry()) for toast in toasts.all()))
    assert not any(toast.button.hasFocus() for toast in toasts.all())


def test_one_line_stands_in_the_line_that_is_free_and_more_lines_grow_upwards(qtbot: Any, window: QWidget) -> None:
    line = QWidget(window)
    toasts = Toasts(window)
    toasts.stand_in(line, line.geometry)
    line.setGeometry(150, 266, 440, 32)
    line.show()
    toasts.say("Undone: dismissed.")
    assert line.geometry().contains(latest(toasts).geometry())
    assert latest(toasts).geometry().right() == line.geometry().right()
    toasts.say("A message that goes on for a while, so that it needs more than one line. " * 2)
    assert latest(toasts).geometry().bottom() == line.geometry().bottom()
    assert latest(toasts).height() > line.height()
    line.setGeometry(550, 266, 40, 32)
    qtbot.waitUntil(lambda: latest(toasts).geometry().bottom() < line.y())


def test_older_messages_stand_beside_the_newest_and_hide_nothing(window: QWidget) -> None:
    line = QWidget(window)
    toasts = Toasts(window)
    toasts.stand_in(line, line.geometry)
    line.setGeometry(150, 266, 440, 32)
    line.show()
    toasts.say("A message that has no room beside the two that came after it. " * 2)
    for text in ("Backed up.", "Saved."):
        toasts.say(text)
    long, older, newest = toasts.all()
    assert seen(toasts) == ["Backed up.", "Saved."]
    assert line.geometry().contains(older.geometry().united(newest.geometry()))
    assert older.geometry().right() < newest.geometry().left()
    assert not long.is_leaving()
    for _ in range(2):
        toasts.close_latest()
    assert long.is_leaving()
