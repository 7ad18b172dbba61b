"""Articles side by side scroll together."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.ui.ties import Tie
from factcheck.ui.views.article_text import ArticleText
from factcheck.ui.views.desk import Desk
from factcheck.ui.views.desk_sync import EVENT, FINDING, OFF, DeskSync

from .conftest import span_of, two_articles

FROM, TO = span_of("Paragraph 10").start, span_of("Paragraph 40").start


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return two_articles(qtbot, 1000, 500)


def tied(_way: str, here: str, there: str) -> Sequence[Tie] | None:
    return [(FROM, TO)] if (here, there) == ("a", "b") else None


def text(desk: Desk, pane: int) -> ArticleText:
    return desk.panes()[pane].text


def turn_wheel(view: ArticleText, notches: int) -> None:
    at = QPointF(view.viewport().rect().center())
    wheel = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)


def read_to(qtbot: QtBot, view: ArticleText, offset: int) -> None:
    for _ in range(60):
        if view.offset_at_height(1 / 3) >= offset:
            return
        turn_wheel(view, 1)
        qtbot.wait(1)


def test_by_finding_the_other_article_is_brought_to_its_passage(qtbot: QtBot, desk: Desk) -> None:
    DeskSync(desk, tied).choose(FINDING)
    turn_wheel(text(desk, 0), 1)
    qtbot.wait(1)
    assert text(desk, 1).first_visible_offset() == 0  # no passage is reached yet
    read_to(qtbot, text(desk, 0), FROM)
    qtbot.waitUntil(lambda: text(desk, 1).offset_at_height(1 / 3) >= TO - 80)
    assert text(desk, 1).offset_at_height(1 / 3) <= TO


def test_by_event_the_other_article_comes_along(qtbot: QtBot, desk: Desk) -> None:
    DeskSync(desk, tied).choose(EVENT)
    read_to(qtbot, text(desk, 0), FROM // 2)
    qtbot.waitUntil(lambda: text(desk, 1).first_visible_offset() > text(desk, 0).first_visible_offset())


def test_keys_that_scroll_take_the_other_along_too(qtbot: QtBot, desk: Desk) -> None:
    DeskSync(desk, tied).choose(EVENT)
    desk.focus_pane(0)
    for _ in range(2):
        qtbot.keyClick(text(desk, 0), Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: text(desk, 1).first_visible_offset() > 0)


def test_articles_that_have_nothing_in_common_stay_where_they_are(qtbot: QtBot, desk: Desk) -> None:
    DeskSync(desk, tied).choose(EVENT)
    turn_wheel(text(desk, 1), 10)
    qtbot.wait(1)
    assert text(desk, 0).first_visible_offset() == 0


def test_what_is_revealed_moves_nothing_else_nor_does_what_is_scrolled_when_each_is_by_itself(
    qtbot: QtBot, desk: Desk
) -> None:
    sync = DeskSync(desk, tied)
    sync.choose(EVENT)
    qtbot.wait(1)
    top = text(desk, 1).first_visible_offset()
    desk.reveal("a", span_of("Paragraph 30"))
    qtbot.wait(1)
    assert text(desk, 1).first_visible_offset() == top
    sync.choose(OFF)
    turn_wheel(text(desk, 0), 5)
    qtbot.wait(1)
    assert text(desk, 1).first_visible_offset() == top
