"""Where lines of wrapped texts end."""

import pytest
from pytestqt.qtbot import QtBot

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
