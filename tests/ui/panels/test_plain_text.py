"""Where lines of wrapped texts end."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from factcheck.ui.text import in_a_row
from factcheck.ui.views.plain_text import PlainText

SOURCE = "Kelmark Press Agency · Basin wall fails above Orsvale · at least 17 dead"


@pytest.mark.parametrize("width", range(90, 520, 15))
def test_no_line_begins_with_the_point_between_two_parts(qtbot: QtBot, width: int) -> None:
    shown = PlainText(SOURCE)
    qtbot.addWidget(shown)
    shown.heightForWidth(width)
    layout = shown._layout
    begins = [layout.text()[layout.lineAt(n).textStart()] for n in range(layout.lineCount())]
    assert "·" not in begins


def test_what_is_shown_is_what_was_given(qtbot: QtBot) -> None:
    shown = PlainText(SOURCE)
    qtbot.addWidget(shown)
    assert (shown.text(), shown.accessibleName()) == (SOURCE, SOURCE)


def test_parts_of_an_arabic_source_follow_each_other_from_the_right(qtbot: QtBot) -> None:
    shown = PlainText(in_a_row("موقع", "عنوان " * 12 + "أخير", "3 June 2025, 19:45"))
    qtbot.addWidget(shown)
    shown.heightForWidth(300)
    layout = shown._layout

    def place(words: str) -> tuple[float, float]:
        """Of a word: how far down, and how far to the left."""
        line: Any = layout.lineForTextPosition(layout.text().index(words))
        return line.y(), -line.cursorToX(layout.text().index(words) + len(words) // 2)[0]

    assert layout.lineCount() > 1
    assert place("موقع") < place("عنوان") < place("أخير") < place("June")
