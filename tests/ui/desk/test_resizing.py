"""Moving the ends of a mark by mouse and keys."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.text import Span
from factcheck.ui.views.article_text import ArticleText
from factcheck.ui.views.marks import Mark
from factcheck.ui.views.resizing import End, Resizing

from .conftest import TEXT, mark_of, span_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def marked(view: ArticleText) -> ArticleText:
    view.set_marks([replace(mark_of("a", "17 people were"), passage="m1"), replace(mark_of("b", "شخصا"), passage="m2")])
    view.set_chosen("a")
    view.setFocus()
    return view


def words(spy: QSignalSpy) -> list[tuple[str, str]]:
    return [(spy.at(i)[0], spy.at(i)[1].of(TEXT)) for i in range(spy.count())]


def drag(view: ArticleText, start: QPointF, end: QPointF) -> None:
    for kind, at, buttons in (
        (QEvent.Type.MouseButtonPress, start, LEFT),
        (QEvent.Type.MouseMove, end, LEFT),
        (QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton),
    ):
        button = LEFT if kind is not QEvent.Type.MouseMove else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, at, view.viewport().mapToGlobal(at), button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)


def test_the_end_of_the_chosen_mark_is_dragged(marked: ArticleText) -> None:
    spy = QSignalSpy(marked.resized)
    there, to = marked.span_rect(span_of("17 people were")), marked.span_rect(span_of("killed"))
    drag(marked, QPointF(there.right(), there.center().y()), QPointF(to.right(), to.center().y()))
    assert words(spy) == [("m1", "17 people were killed")]
    assert marked.selected() is None


def test_the_start_is_dragged_too_and_white_space_is_left_out(marked: ArticleText) -> None:
    spy = QSignalSpy(marked.resized)
    there, to = marked.span_rect(span_of("17 people were")), marked.span_rect(span_of(" people"))
    drag(marked, QPointF(there.left(), there.center().y()), QPointF(to.left() + 1, to.center().y()))
    assert words(spy) == [("m1", "people were")]


def test_in_text_from_right_to_left_the_end_is_at_the_left(marked: ArticleText) -> None:
    marked.set_chosen("b")
    spy = QSignalSpy(marked.resized)
    there, to = marked.span_rect(span_of("شخصا")), marked.span_rect(span_of("قتلوا"))
    drag(marked, QPointF(there.left(), there.center().y()), QPointF(to.left() + 1, to.center().y()))
    assert words(spy) == [("m2", "شخصا قتلوا")]


def test_other_marks_have_no_handles_and_nothing_has_where_nothing_may_change(marked: ArticleText) -> None:
    spy = QSignalSpy(marked.resized)
    there, to = marked.span_rect(span_of("17 people were")), marked.span_rect(span_of("killed"))
    marked.set_chosen("b")
    drag(marked, QPointF(there.right(), there.center().y()), QPointF(to.right(), to.center().y()))
    marked.set_chosen("a")
    marked.set_resizable(False)
    drag(marked, QPointF(there.right(), there.center().y()), QPointF(to.right(), to.center().y()))
    assert spy.count() == 0
    assert not marked.resize_mark()


def test_keys_move_both_ends_and_return_keeps(qtbot: QtBot, marked: ArticleText) -> None:
    spy = QSignalSpy(marked.resized)
    marked.set_cursor_offset(span_of("17 people").start)
    assert marked.resize_mark()
    qtbot.keyClick(marked, Key.Key_Right, CTRL)
    qtbot.keyClick(marked, Key.Key_Left, CTRL | SHIFT)
    assert marked.outlined() == [span_of("least 17 people were killed")]
    assert spy.count() == 0
    qtbot.keyClick(marked, Key.Key_Return)
    assert words(spy) == [("m1", "least 17 people were killed")]
    assert not marked.resizing()


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, marked: ArticleText) -> None:
    spy = QSignalSpy(marked.resized)
    marked.set_cursor_offset(span_of("17 people were").end)
    assert marked.resize_mark()
    qtbot.keyClick(marked, Key.Key_Left)
    qtbot.keyClick(marked, Key.Key_Escape)
    assert marked.outlined() == []
    assert spy.count() == 0


def test_where_no_mark_is_there_is_nothing_to_move(marked: ArticleText) -> None:
    marked.set_cursor_offset(span_of("Paragraph 3").start)
    assert not marked.resize_mark()


@given(
    st.text("ab’ .\n👩", min_size=1, max_size=30),
    st.data(),
    st.lists(st.tuples(st.sampled_from(End), st.sampled_from([-1, 1]), st.booleans()), max_size=12),
)
def test_whatever_is_moved_the_passage_stays_in_the_text_and_holds_something(
    text: str, data: st.DataObject, steps: list[tuple[End, int, bool]]
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    at = Resizing(text, Mark("a", span, "true", "", "", passage="m"), span)
    for end, step, by_word in steps:
        at = at.stepped(end, step, by_word)
        assert 0 <= at.span.start < at.span.end <= len(text)
    assert at.result() == span or at.result().of(text).strip() == at.result().of(text) != ""
