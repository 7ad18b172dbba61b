"""The desk: panes, marks in them, wishes from them."""

from html import escape

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from factcheck.text import Span
from factcheck.ui import theme
from factcheck.ui.views.article_text import ArticleText
from factcheck.ui.views.desk import Desk
from factcheck.ui.views.mark_card import card
from factcheck.ui.views.mark_chooser import choose_mark
from factcheck.ui.views.marks import Mark

from .conftest import TEXT, mark_of, shown, span_of

CHOICES = [("a", "First & foremost", "Courier"), ("b", "Second", ""), ("c", "Third", "Wire")]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.set_choices(CHOICES)
    made.show()
    qtbot.waitExposed(made)
    return made


def text(desk: Desk, pane: int) -> ArticleText:
    return desk.panes()[pane].text


def test_without_articles_it_says_what_to_do(qtbot: QtBot) -> None:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show()
    assert desk._empty.isVisible()
    assert "Ctrl+I" in desk._empty.hint.text()
    desk.set_import_key("F5")
    assert "F5" in desk._empty.hint.text()
    with qtbot.waitSignal(desk.import_wished):
        qtbot.mouseClick(desk._empty.button, Qt.MouseButton.LeftButton)


def test_an_empty_pane_invites_to_choose(desk: Desk) -> None:
    assert desk.shown() == ["", ""]
    assert desk.panes()[0].empty.isVisible()
    assert desk.panes()[0].empty.button.isEnabled()


def test_articles_find_their_pane(desk: Desk) -> None:
    assert desk.show_article(shown("a")) == 0
    assert desk.show_article(shown("b")) == 1
    assert desk.show_article(shown("a")) == 0  # where it is
    assert desk.show_article(shown("c")) == 0  # nothing is empty: the current one
    assert desk.show_article(shown("a"), 1) == 1
    assert desk.shown() == ["c", "a"]
    assert desk.pane_of("b") is None


def test_showing_the_same_version_again_keeps_the_place(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    desk.reveal("a", span_of("Paragraph 30"))
    before = text(desk, 0).first_visible_offset()
    desk.show_article(shown("a", "A better title"), 0)
    assert text(desk, 0).first_visible_offset() == before
    assert desk.panes()[0].header.title.text() == "A better title"


def test_split_up_to_four_and_close_down_to_one_empty_pane(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    assert [desk.split() for _ in range(4)] == [2, 3, 3, 3]
    assert len(desk.panes()) == 4
    for _ in range(3):
        desk.close_pane(0)
    assert desk.current_pane() == 0
    desk.show_article(shown("b"))
    desk.close_pane(0)
    assert desk.shown() == [""]


def test_swap_takes_everything_along(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    desk.show_article(shown("b"), 1)
    desk.set_marks("a", [mark_of("m", "17")])
    desk.swap()
    assert desk.shown() == ["b", "a"]
    assert len(text(desk, 1).marks()) == 1
    assert desk.panes()[0].x() < desk.panes()[1].x()


def test_an_article_that_is_gone_leaves_its_pane(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    desk.set_choices(CHOICES[1:])
    assert desk.shown() == ["", ""]


def test_the_menu_of_a_pane_offers_the_articles(qtbot: QtBot, desk: Desk) -> None:
    desk.show_article(shown("b"), 1)
    header = desk.panes()[1].header
    header.menu.aboutToShow.emit()
    assert [a.text() for a in header.menu.actions()] == ["First && foremost · Courier", "Second", "Third · Wire"]
    assert [a.isChecked() for a in header.menu.actions()] == [False, True, False]
    with qtbot.waitSignal(desk.article_wished) as wished:
        header.menu.actions()[2].trigger()
    assert wished.args == [1, "c"]


def test_a_long_title_is_cut_and_told_by_its_tool_tip(qtbot: QtBot, desk: Desk) -> None:
    long = "A <b>headline</b> of no end " * 20
    desk.show_article(shown("a", long), 0)
    title = desk.panes()[0].header.title
    qtbot.waitUntil(lambda: bool(title.toolTip()))
    assert escape(long) in title.toolTip()
    assert desk.panes()[0].width() < 1200


def test_marks_and_passages_go_to_their_article(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    desk.show_article(shown("b"), 1)
    desk.set_marks("b", [mark_of("m", "17")])
    desk.set_passages("a", [span_of("17 people")], [span_of("17")])
    assert [len(pane.text.marks()) for pane in desk.panes()] == [0, 1]
    assert text(desk, 0).passages() == (span_of("17 people"),)
    assert text(desk, 0).clash() == (span_of("17"),)
    desk.put_mark("b", mark_of("n", "killed"))
    desk.drop_mark("b", "m")
    assert [m.id for m in text(desk, 1).marks()] == ["n"]
    desk.clear_passages()
    assert text(desk, 0).passages() == ()


def test_reveal_says_whether_the_article_is_open(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    assert desk.reveal("a", span_of("Paragraph 30"))
    assert not desk.reveal("c", Span(0, 1))
    assert not text(desk, 0).span_rect(span_of("Paragraph 30")).isEmpty()


def test_the_latest_selection_that_stands_is_the_one(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    desk.show_article(shown("b"), 1)
    assert desk.selection() is None
    text(desk, 1).select(span_of("17 people"))
    text(desk, 0).select(span_of("café"))
    assert desk.selection() == ("a", span_of("café"))
    assert desk.selections() == [("b", span_of("17 people")), ("a", span_of("café"))]
    text(desk, 0).set_cursor_offset(0)
    assert desk.selection() == ("b", span_of("17 people"))


def entry(menu: QMenu, label: str) -> int:
    return [action.text() for action in menu.actions()].index(label)


def test_the_context_menu_turns_the_selection_into_wishes(qtbot: QtBot, desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    pane = desk.panes()[0]
    assert not pane.build_menu(QPoint(5, 5)).actions()[0].isEnabled()
    span = span_of("17 people")
    pane.text.select(span)
    menu = pane.build_menu(pane.text.span_rect(span).center().toPoint())
    for label, wish in (
        ("Mark as claim", desk.claim_wished),
        ("Attach as evidence", desk.evidence_wished),
        ("Use as side of a contradiction", desk.contradiction_side_wished),
    ):
        with qtbot.waitSignal(wish) as wished:
            menu.actions()[entry(menu, label)].trigger()
        assert wished.args == ["a", span.start, span.end]


def test_a_click_on_marks_names_them_and_the_chooser_asks_which(qtbot: QtBot, desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    desk.set_marks("a", [mark_of("outer", "17 people were killed"), mark_of("inner", "17")])
    view = text(desk, 0)
    with qtbot.waitSignal(desk.mark_clicked) as clicked:
        at = view.span_rect(span_of("17")).center().toPoint()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    ids = clicked.args[0]
    assert ids == ["inner", "outer"]
    menu = choose_mark(desk.clicked_marks(ids), QPoint(10, 10), desk)
    assert [action.text()[:2] for action in menu.actions()] == ["&1", "&2"]
    with qtbot.waitSignal(menu.chosen) as chosen:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == ["outer"]


def test_the_chooser_offers_each_id_once_and_takes_data_as_it_is(desk: Desk) -> None:
    marks = [Mark("x", Span(0, 2), "true", "+", "A & B"), Mark("x", Span(0, 9), "true", "+", "A & B")]
    menu = choose_mark(marks, QPoint(10, 10), desk)
    assert [action.text() for action in menu.actions()] == ["&1  A && B"]
    menu.close()


def test_the_overview_leads_to_a_place(qtbot: QtBot, desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    desk.set_marks("a", [mark_of("m", "Paragraph 30", "false", "×")])
    pane = desk.panes()[0]
    strip = pane.overview
    y = round(strip.place_of(span_of("Paragraph 30").start)) + 1
    assert strip.grab().toImage().pixelColor(5, y).name() == "#c0282d"
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, y))
    assert not pane.text.span_rect(span_of("Paragraph 30")).isEmpty()


def test_the_overview_shows_what_is_left_when_a_mark_goes(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    desk.set_marks("a", [mark_of("m", "Paragraph 30", "false", "×"), mark_of("n", "Paragraph 30")])
    strip = desk.panes()[0].overview
    y = round(strip.place_of(span_of("Paragraph 30").start)) + 1
    desk.drop_mark("a", "m")
    assert strip.grab().toImage().pixelColor(5, y).name() == "#1a7a43"
    desk.drop_mark("a", "n")
    assert strip.grab().toImage().pixelColor(5, y).name() == "#ffffff"


def test_the_overview_shows_what_is_in_dispute_and_leads_there(qtbot: QtBot, desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    dispute = Mark("f", span_of("Paragraph 30"), "neutral", "≠", "")
    desk.set_disputes("a", [], [dispute], {"f": ("Dead", "38 against 41")}.__getitem__)
    strip, view = desk.panes()[0].overview, text(desk, 0)
    y = round(strip.place_of(dispute.span.start)) + 1
    assert strip.grab().toImage().pixelColor(9, y).name() == theme.current().colour("passage-edge").name()
    assert "38 against 41" in card(strip.marks_near(QPointF(9, y)))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(9, y + 2))
    assert not view.span_rect(dispute.span).isEmpty()


def test_focus_makes_a_pane_current(qtbot: QtBot, desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    desk.show_article(shown("b"), 1)
    assert desk.current_pane() == 1
    with qtbot.waitSignal(desk.current_changed) as changed:
        desk.focus_pane(0)
    assert changed.args == [0]
    assert desk.other_pane() == 1


def test_zoom_is_of_the_current_pane(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    desk.zoom(2)
    assert [pane.text.text_size() for pane in desk.panes()] == [14.0, 12.0]
    desk.set_text_size(16)
    assert [pane.text.text_size() for pane in desk.panes()] == [16.0, 16.0]


def test_everything_that_takes_keys_has_a_name(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    for widget in desk.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget


def test_the_whole_text_is_one_article(desk: Desk) -> None:
    desk.show_article(shown("a"), 0)
    assert text(desk, 0).text() == TEXT
