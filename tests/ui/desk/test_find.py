"""Finding words in the articles on the desk."""

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from factcheck.text import Span
from factcheck.ui import theme
from factcheck.ui.views.article_text import ArticleText
from factcheck.ui.views.desk import Desk
from factcheck.ui.views.desk_find import DeskFind
from factcheck.ui.views.find_bar import FindBar

from .conftest import TEXT, mark_of, span_of, two_articles

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return two_articles(qtbot, 1200, 700)


@pytest.fixture
def find(desk: Desk) -> DeskFind:
    return DeskFind(desk, desk.find_bar)


def bar(desk: Desk) -> FindBar:
    return desk.find_bar


def says(qtbot: QtBot, desk: Desk, text: str) -> None:
    qtbot.waitUntil(lambda: bar(desk).count.text() == text)


def selected(desk: Desk, pane: int = 0) -> str:
    span = desk.panes()[pane].text.selected()
    return span.of(TEXT) if span else ""


def colours(view: ArticleText, span: Span) -> set[str]:
    picture, rect = view.viewport().grab().toImage(), view.span_rect(span).toRect()
    return {picture.pixelColor(x, rect.center().y()).name() for x in range(rect.left() - 3, rect.right() + 3)}


def test_typing_goes_to_the_first_place_and_counts(qtbot: QtBot, desk: Desk, find: DeskFind) -> None:
    find.open()
    qtbot.keyClicks(bar(desk).field, "sirens")
    says(qtbot, desk, "1 of 60")
    assert selected(desk) == "sirens"
    qtbot.keyClick(bar(desk).field, Qt.Key.Key_Return)
    says(qtbot, desk, "2 of 60")
    for _ in range(2):
        qtbot.keyClick(bar(desk).field, Qt.Key.Key_Return, SHIFT)
    says(qtbot, desk, "60 of 60")


def test_looking_begins_at_the_caret_and_typing_on_stays_there(qtbot: QtBot, desk: Desk, find: DeskFind) -> None:
    desk.panes()[0].text.set_cursor_offset(span_of("Paragraph 30").start)
    find.open()
    qtbot.keyClicks(bar(desk).field, "para")
    says(qtbot, desk, "31 of 60")
    qtbot.keyClicks(bar(desk).field, "graph 3")
    start = span_of("Paragraph 30").start
    assert desk.panes()[0].text.selected() == Span(start, start + len("paragraph 3"))


def test_the_bar_opens_with_what_is_selected(desk: Desk, find: DeskFind) -> None:
    desk.panes()[0].text.select(span_of("café"))
    find.open()
    assert bar(desk).field.text() == "café"


def test_escape_leaves_the_place_selected_and_goes_to_the_text(qtbot: QtBot, desk: Desk, find: DeskFind) -> None:
    find.open()
    qtbot.keyClicks(bar(desk).field, "hamlet")
    qtbot.keyClick(bar(desk).field, Qt.Key.Key_Escape)
    assert not bar(desk).isVisible()
    assert desk.panes()[0].text.hasFocus()
    assert selected(desk) == "hamlet"


def test_escape_in_the_text_closes_the_bar_too(qtbot: QtBot, desk: Desk, find: DeskFind) -> None:
    find.open()
    desk.focus_pane(0)
    qtbot.keyClick(desk.panes()[0].text, Qt.Key.Key_Escape)
    assert not bar(desk).isVisible()


def test_in_all_open_articles_one_goes_from_one_to_the_other(qtbot: QtBot, desk: Desk, find: DeskFind) -> None:
    find.open()
    bar(desk).field.setText("café")
    says(qtbot, desk, "1 of 1")
    bar(desk).everywhere.setChecked(True)
    says(qtbot, desk, "1 of 2")
    find.step(1)
    says(qtbot, desk, "2 of 2")
    assert selected(desk, 1) == "café"
    find.step(1)
    says(qtbot, desk, "1 of 2")


def test_what_is_no_pattern_and_what_is_not_there_is_told(qtbot: QtBot, desk: Desk, find: DeskFind) -> None:
    find.open()
    qtbot.keyClicks(bar(desk).field, "zebra")
    says(qtbot, desk, "Not found")
    bar(desk).pattern.setChecked(True)
    bar(desk).field.setText("(si")
    assert "no regular expression" in bar(desk).complaint.text()
    bar(desk).field.setText(r"Paragraph \d$|hamlet\.")
    says(qtbot, desk, "1 of 12")
    assert not bar(desk).complaint.isVisible()


def test_a_key_finds_the_next_place_while_the_bar_is_closed(qtbot: QtBot, desk: Desk, find: DeskFind) -> None:
    find.open()
    qtbot.keyClicks(bar(desk).field, "sirens")
    find.close()
    find.step(1)
    says(qtbot, desk, "2 of 60")


def test_places_are_drawn_in_the_text_and_in_the_overview(qtbot: QtBot, desk: Desk, find: DeskFind) -> None:
    pane = desk.panes()[0]
    find.open()
    qtbot.keyClicks(bar(desk).field, "Paragraph ")
    says(qtbot, desk, "1 of 60")
    assert theme.current().colour("hit").name() in colours(pane.text, span_of("Paragraph 1"))
    strip = pane.overview.grab().toImage()
    y = round(pane.overview.place_of(span_of("Paragraph 29").start)) + 1
    assert strip.pixelColor(13, y).name() == theme.current().colour("hit-edge").name()
    find.close()
    assert pane.overview.grab().toImage().pixelColor(13, y).name() == theme.current().colour("base").name()


def test_hovering_over_the_overview_tells_what_is_there(desk: Desk) -> None:
    desk.set_marks("a", [mark_of("m", "Paragraph 30", "false", "×")])
    strip = desk.panes()[0].overview
    y = strip.place_of(span_of("Paragraph 30").start)
    assert [mark.id for mark in strip.marks_near(QPointF(5, y))] == ["m"]
    assert strip.marks_near(QPointF(5, 0)) == []
