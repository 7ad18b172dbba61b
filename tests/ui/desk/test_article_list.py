"""The list of articles: what it shows, keeps and asks for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.ui import theme
from factcheck.ui.views.article_list import ArticleList, ArticleRow

ROWS = [
    ArticleRow("a", "Basin wall fails", "Kelmark Press", "11 March 2025", 3, 1),
    ArticleRow("b", "The night the <b>hill</b> came down", "Valley Courier", "", 0, 0),
    ArticleRow("c", "انهيار سد", "", "١١ مارس", 1, 0),
    *(ArticleRow(f"n{n}", f"Article number {n}", "Wire", "12 March", n, 0) for n in range(40)),
]


@pytest.fixture
def articles(qtbot: QtBot) -> ArticleList:
    made = ArticleList()
    qtbot.addWidget(made)
    made.resize(264, 400)
    made.set_rows(ROWS)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_return_opens_here_and_with_control_in_the_other_pane(qtbot: QtBot, articles: ArticleList) -> None:
    articles.select("b")
    with qtbot.waitSignal(articles.open_wished) as here:
        qtbot.keyClick(articles.list, Qt.Key.Key_Return)
    assert here.args == ["b", False]
    with qtbot.waitSignal(articles.open_wished) as there:
        qtbot.keyClick(articles.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert there.args == ["b", True]


def test_a_double_click_opens(qtbot: QtBot, articles: ArticleList) -> None:
    at = articles.list.visualRect(articles.model.index(0, 0)).center()
    qtbot.mouseClick(articles.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(articles.open_wished) as opened:
        qtbot.mouseDClick(articles.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == ["a", False]


def test_keys_correct_and_withdraw(qtbot: QtBot, articles: ArticleList) -> None:
    articles.select("a")
    with qtbot.waitSignal(articles.edit_wished) as edit:
        qtbot.keyClick(articles.list, Qt.Key.Key_F2)
    with qtbot.waitSignal(articles.withdraw_wished) as withdraw:
        qtbot.keyClick(articles.list, Qt.Key.Key_Delete)
    assert (edit.args, withdraw.args) == (["a"], ["a"])


def test_the_menu_offers_the_same(qtbot: QtBot, articles: ArticleList) -> None:
    articles.select("c")
    menu = articles.list.build_menu()
    here, other, _, edit, withdraw, _withhold = menu.actions()
    for action, signal, args in (
        (here, articles.open_wished, ["c", False]),
        (other, articles.open_wished, ["c", True]),
        (edit, articles.edit_wished, ["c"]),
        (withdraw, articles.withdraw_wished, ["c"]),
    ):
        with qtbot.waitSignal(signal) as wished:
            action.trigger()
        assert wished.args == args


def test_new_rows_keep_selection_and_place(qtbot: QtBot, articles: ArticleList) -> None:
    articles.select("n30")
    bar = articles.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    before = bar.value()
    articles.set_rows([*ROWS, ArticleRow("new", "One more", "", "", 0, 0)])
    assert articles.selected() == "n30"
    assert bar.value() == before


def test_the_filter_wants_every_word(qtbot: QtBot, articles: ArticleList) -> None:
    qtbot.keyClicks(articles.filter, "courier NIGHT")
    assert articles.model.rowCount() == 1
    assert articles.count.text() == "1 of 43"
    qtbot.keyClick(articles.filter, Qt.Key.Key_Return)
    assert articles.selected() == "b"
    articles.filter.setText("no such words")
    assert articles.empty.isVisible()
    qtbot.mouseClick(articles.empty.button, Qt.MouseButton.LeftButton)
    assert articles.model.rowCount() == len(ROWS)


def test_without_articles_it_offers_to_import(qtbot: QtBot) -> None:
    articles = ArticleList()
    qtbot.addWidget(articles)
    articles.show()
    with qtbot.waitSignal(articles.import_wished):
        qtbot.mouseClick(articles.empty.button, Qt.MouseButton.LeftButton)


def test_a_row_says_everything_to_a_screen_reader_and_nothing_is_markup(articles: ArticleList) -> None:
    first = articles.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first == "Basin wall fails, Kelmark Press · 11 March 2025, 3 claims, 1 finding"
    assert "<b>" not in articles.model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_rows_are_drawn_in_both_themes_and_directions(qapp: QApplication, articles: ArticleList) -> None:
    light = articles.grab().toImage()
    articles.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = articles.grab().toImage()
    theme.apply(qapp, "dark")
    dark = articles.grab().toImage()
    theme.apply(qapp, "light")
    assert light != mirrored != dark


def test_the_files_name_tells_apart_what_has_neither_publisher_nor_date() -> None:
    assert ArticleRow("a", "Quake", "", "", 0, 0, "wire-3.txt").byline == "wire-3.txt"
    assert ArticleRow("a", "Quake", "Wire", "", 0, 0, "wire-3.txt").byline == "Wire"


def test_letters_go_to_a_title_whatever_key_the_window_has(qtbot: QtBot, articles: ArticleList) -> None:
    taken: list[str] = []
    QShortcut(QKeySequence("B"), articles).activated.connect(lambda: taken.append("B"))
    articles.select("n3")
    articles.list.setFocus()
    qtbot.keyClick(articles.list, Qt.Key.Key_B)
    assert articles.list.article_id() == "a"
    assert taken == []
