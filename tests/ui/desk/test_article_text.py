"""Reading, selecting and clicking count code points of the article, whatever script it is in."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from factcheck.text import Span
from factcheck.ui import theme
from factcheck.ui.views.article_text import ArticleText
from factcheck.ui.views.mark_card import card
from factcheck.ui.views.marks import Mark
from factcheck.ui.views.reading_layout import MEASURE

from .conftest import TEXT, mark_of, span_of

LEFT = Qt.MouseButton.LeftButton


def middle_of(view: ArticleText, words: str) -> QPoint:
    return view.span_rect(span_of(words)).center().toPoint()


def click(qtbot: QtBot, view: ArticleText, words: str) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, pos=middle_of(view, words))


@pytest.mark.parametrize("words", ["17 people", "👩‍👩‍👧‍👦", "café owner", "شخصا قتلوا", "Reuters", "Paragraph 3"])
def test_what_is_selected_is_what_is_given(view: ArticleText, words: str) -> None:
    view.select(span_of(words))
    assert view.selected() == span_of(words)


def test_a_selection_is_given_without_white_space_at_its_ends(view: ArticleText) -> None:
    inner = span_of("people were")
    view.select(Span(inner.start - 1, inner.end + 1))
    assert view.selected() == inner
    view.select(Span(inner.start - 1, inner.start))
    assert view.selected() is None


def test_a_cursor_inside_an_emoji_takes_the_whole_of_it(view: ArticleText) -> None:
    start = TEXT.index("👩")
    cursor = view.textCursor()
    cursor.setPosition(start + 1)  # between its surrogates; what stands before is in the basic plane
    cursor.setPosition(start + 9, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    selected = view.selected()
    assert selected is not None
    assert selected.start == start


def test_copying_gives_the_words_of_the_article(qtbot: QtBot) -> None:
    view = ArticleText()
    qtbot.addWidget(view)
    text = "no\u00a0break " + "x" * 20_000
    view.set_article(text)
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == text


def test_every_character_is_found_where_it_is_drawn(view: ArticleText) -> None:
    for words in ("17 people", "café", "شخصا", "Reuters", "العدد", "hamlet"):
        span = span_of(words)
        for offset in range(span.start, span.end):
            rect = view.span_rect(Span(offset, offset + 1))
            if rect.width() > 2:
                assert view.offset_at(rect.center()) == offset


def test_nothing_is_found_beside_the_letters(view: ArticleText) -> None:
    rect = view.span_rect(span_of("said."))
    assert view.offset_at(QPointF(rect.right() + 30, rect.center().y())) is None


def test_clicking_where_marks_overlap_names_them_smallest_first(qtbot: QtBot, view: ArticleText) -> None:
    view.set_marks([mark_of("outer", "At least 17 people were killed"), mark_of("inner", "17", "false", "×")])
    with qtbot.waitSignal(view.mark_clicked) as both:
        click(qtbot, view, "17")
    assert both.args == [["inner", "outer"]]
    with qtbot.waitSignal(view.mark_clicked) as one:
        click(qtbot, view, "killed")
    assert one.args == [["outer"]]


def test_clicking_the_sign_beside_the_text_names_its_marks(qtbot: QtBot, view: ArticleText) -> None:
    view.set_marks([mark_of("a", "At least 17 people were killed"), mark_of("b", "17", "false", "×")])
    line = view.span_rect(span_of("17"))
    with qtbot.waitSignal(view.mark_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(22, round(line.center().y())))
    assert clicked.args == [["b", "a"]]


def test_a_click_beside_any_mark_and_a_drag_over_one_say_nothing(qtbot: QtBot, view: ArticleText) -> None:
    view.set_marks([mark_of("a", "17 people")])
    spy = QSignalSpy(view.mark_clicked)
    click(qtbot, view, "killed")
    start, end = middle_of(view, "17"), middle_of(view, "killed")
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    QApplication.sendEvent(view.viewport(), moved(end))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert spy.count() == 0
    assert view.selected() is not None


def moved(to: QPoint) -> QEvent:
    at = QPointF(to)
    return QMouseEvent(QEvent.Type.MouseMove, at, at, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)


def test_a_selection_may_be_drawn_between_the_lines(qtbot: QtBot, view: ArticleText) -> None:
    """In the gap below a line one is still in that line, not at its end."""
    rect = view.span_rect(span_of("17 people"))
    gap = rect.bottom() + 1
    qtbot.mousePress(view.viewport(), LEFT, pos=QPoint(round(rect.left()), round(gap)))
    to = QPoint(round(rect.right()), round(gap))
    QApplication.sendEvent(view.viewport(), moved(to))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=to)
    assert view.selected() == span_of("17 people")


def test_one_goes_from_mark_to_mark_and_opens_what_is_there_by_key(qtbot: QtBot, view: ArticleText) -> None:
    view.set_marks([mark_of("a", "17 people"), mark_of("b", "Paragraph 40"), mark_of("c", "شخصا")])
    seen: list[list[str]] = []
    view.mark_clicked.connect(seen.append)
    for _ in range(4):
        view.next_mark()
        qtbot.keyClick(view, Qt.Key.Key_Return)
    view.previous_mark()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert seen == [["a"], ["c"], ["b"], ["a"], ["b"]]
    assert view.accessibleDescription() == "Claim b"


def test_text_can_be_selected_with_keys(qtbot: QtBot, view: ArticleText) -> None:
    for _ in range(8):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected() == Span(0, 8)


@pytest.mark.parametrize("words", ["Paragraph 30", "Paragraph 5 ", "شخصا"])
def test_reveal_brings_words_into_the_upper_part(qtbot: QtBot, view: ArticleText, words: str) -> None:
    view.reveal(span_of(words))
    qtbot.waitUntil(lambda: not view.span_rect(span_of(words)).isEmpty())
    rect = view.span_rect(span_of(words))
    assert rect.top() >= 0
    assert rect.bottom() <= view.viewport().height() * 0.5


def test_what_is_shown_for_a_moment_is_not_shown_in_another_article(view: ArticleText) -> None:
    view.reveal(span_of("Paragraph 30"))
    assert view.outlined() == [span_of("Paragraph 30")]
    view.set_article("Another article, in which nothing was gone to.")
    assert view.outlined() == []


def test_reveal_inside_a_long_paragraph(qtbot: QtBot) -> None:
    view = ArticleText()
    qtbot.addWidget(view)
    view.resize(400, 300)
    text = "word " * 1100 + "target " + "word " * 600
    view.set_article(text)
    view.show()
    qtbot.waitExposed(view)
    start = text.index("target")
    view.reveal(Span(start, start + 6))
    rect = view.span_rect(Span(start, start + 6))
    assert 0 <= rect.top() <= view.viewport().height() * 0.5


def test_an_arabic_paragraph_stands_on_the_right_and_others_on_the_left(view: ArticleText) -> None:
    width = view.viewport().width()
    first = view.span_rect(span_of("قال"))
    assert first.right() > width * 0.85
    assert view.span_rect(span_of("Reuters")).right() < first.left()
    assert view.span_rect(span_of("At least")).left() < width * 0.15


def test_what_runs_both_ways_is_marked_in_pieces(view: ArticleText) -> None:
    start, end = span_of("وكالة").start, span_of("Reuters إن").end
    rects = [place.rect for place in view._look().places(Span(start, end))]
    words = [place.rect for place in view._look().places(span_of("Reuters"))]
    assert len(words) == 1
    assert any(rect.intersects(words[0]) for rect in rects)


def test_the_column_is_of_comfortable_measure(qtbot: QtBot, view: ArticleText) -> None:
    view.resize(1600, 600)
    qtbot.waitUntil(lambda: view.viewport().width() > 1400)
    line = view._look().blocks[4].lines[0]
    assert 40 <= line.end - line.start <= MEASURE * 1.35


def test_zooming_keeps_the_place(qtbot: QtBot, view: ArticleText) -> None:
    view.reveal(span_of("Paragraph 30"))
    before = view.first_visible_offset()
    with qtbot.waitSignal(view.zoomed):
        view.zoom(3)
    assert abs(view.first_visible_offset() - before) < 200
    view.zoom(0)
    assert view.text_size() == 12.0


def test_a_tool_tip_takes_data_as_it_is() -> None:
    evil = Mark("a", Span(0, 1), "true", "+", "<img src='file:///etc/passwd'> & <b>bold</b>")
    assert "<img" not in card([evil])
    assert "&lt;img" in card([evil])
    assert card([]) == ""


def test_hovering_tells_what_the_marks_say(qtbot: QtBot, view: ArticleText) -> None:
    view.set_marks([mark_of("a", "17 people")])
    at = middle_of(view, "17 people")
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    qtbot.waitUntil(lambda: "Claim a" in QToolTip.text())
    QToolTip.hideText()


def colours_at(view: ArticleText, words: str) -> set[str]:
    picture = view.viewport().grab().toImage()
    rect = view.span_rect(span_of(words)).toRect()
    ratio = picture.devicePixelRatio()
    return {
        picture.pixelColor(round(x * ratio), round(y * ratio)).name()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom() + 4)
    }


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marks_passages_and_clashing_words_are_drawn(view: ArticleText, qapp: QApplication, name: str) -> None:
    shown = theme.apply(qapp, name)
    plain = colours_at(view, "17 people")
    view.set_marks([mark_of("a", "17 people", "worst", "‼")])
    marked = colours_at(view, "17 people")
    assert shown.swatch("worst").fill in marked - plain
    view.set_passages([span_of("قال مسؤولون")], [span_of("17")])
    assert shown.colour("clash").name() in colours_at(view, "17")
    assert shown.colour("passage").name() in colours_at(view, "قال مسؤولون")
    theme.apply(qapp, "light")


def test_each_colour_has_a_pattern_of_its_own(view: ArticleText) -> None:
    """A verdict is told without colour: the underlines differ where nothing else does."""
    seen = set()
    for colour in theme.current().ratings:
        view.set_marks([mark_of("a", "people were killed", colour, "")])
        picture = view.viewport().grab().toImage()
        rect = view.span_rect(span_of("people were killed"))
        ink = theme.current().swatch(colour).fill
        seen.add(
            tuple(
                picture.pixelColor(x, y).name() == ink
                for y in range(round(rect.top()), round(rect.bottom()) + 5)
                for x in range(round(rect.left()), round(rect.right()))
            )
        )
    assert len(seen) == len(theme.current().ratings)
