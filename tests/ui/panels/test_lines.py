"""Words on one line, and two sentences over each other."""

import itertools

from pytestqt.qtbot import QtBot

from factcheck.i18n import Catalogue
from factcheck.matching import aligned
from factcheck.ui.views.aligned_text import AlignedText
from factcheck.ui.views.claims_filter_bar import ClaimsFilterBar
from factcheck.ui.views.elided_label import ElidedLabel

_LONG, _SHORT = "Harbour Post · 14 September 2025, 09:30", "Harbour Post · 14 Sep 2025"


def test_a_label_says_the_same_in_fewer_words_before_it_cuts_any(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText(_LONG, _SHORT)
    label.show()
    wide = label.fontMetrics().horizontalAdvance(_LONG)
    for width, shown in ((wide + 4, _LONG), (wide - 4, _SHORT), (8, _SHORT)):
        label.resize(width, 20)
        assert label.shown() == shown
    assert _LONG in label.toolTip()
    assert label.accessibleName() == _LONG


def test_a_narrow_bar_says_how_many_are_shown_without_saying_of_what(qtbot: QtBot) -> None:
    bar = ClaimsFilterBar(Catalogue())
    qtbot.addWidget(bar)
    bar.tell(3, 9)
    bar.show()
    (count,) = [label for label in bar.findChildren(ElidedLabel) if label.text() == "3 of 9 claims"]
    for width, shown in ((bar.sizeHint(), "3 of 9 claims"), (bar.minimumSizeHint(), "3 of 9")):
        bar.resize(width)
        assert count.shown() == shown
        assert count.fontMetrics().horizontalAdvance(shown) <= count.width()
        assert "3 of 9 claims" in count.toolTip()
    bar.tell(9, 9)
    assert (count.shown(), bar.count()) == ("9 claims", "9 claims")


def _gaps(text: AlignedText) -> set[int]:
    cells = list(text.cells(2000))
    return {after.x - cell.x - cell.width for cell, after in itertools.pairwise(cells)}


def test_signs_of_a_script_without_spaces_stand_as_they_are_written(qtbot: QtBot) -> None:
    text = AlignedText()
    qtbot.addWidget(text)
    text.show_pairs(aligned("火灾造成17人受伤。", "火灾造成四十人受伤。"))
    assert _gaps(text) == {0}
    text.show_pairs(aligned("The fire hurt 17 people.", "The fire hurt forty people."))
    assert min(_gaps(text)) > 0
