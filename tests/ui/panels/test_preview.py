"""Summary and rationale as they read: looks without markup, links only told, citations that lead to evidence."""

from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor

from factcheck.ui.views.claim_panel import ClaimPanel
from factcheck.ui.views.preview import Preview
from tests.ui.panels.samples import CATALOGUE, bare, shown


@pytest.fixture
def view(qtbot: Any) -> Preview:
    made = Preview("Rationale")
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.show()
    return made


def look(view: Preview, word: str) -> Any:
    cursor = view.document().find(word)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionStart() + 1, QTextCursor.MoveMode.MoveAnchor)
    return cursor.charFormat()


def test_marks_become_looks(view: Preview) -> None:
    view.show_text("# Why\n\nThe **log** and *call*, `code`.\n\n- one\n- two", 0)
    assert view.toPlainText() == "Why\nThe log and call, code.\n• one\n• two"
    assert look(view, "log").font().bold()
    assert look(view, "call").font().italic()
    assert look(view, "Why").font().pointSizeF() > look(view, "The").font().pointSizeF()


def test_markup_of_other_kinds_is_text_and_nothing_is_loaded(view: Preview) -> None:
    typed = "<img src='file:///etc/passwd'> <b>bold</b>"
    view.show_text(typed, 0)
    assert view.toPlainText() == typed
    assert "\N{OBJECT REPLACEMENT CHARACTER}" not in view.toPlainText()
    assert view.loadResource(2, QUrl("file:///etc/passwd")) is None


def test_a_link_is_only_told(qtbot: Any, view: Preview) -> None:
    view.show_text("See [the log](https://a.example/log).", 0)
    assert not view.openLinks()
    with qtbot.waitSignal(view.link_wished) as told:
        view.anchorClicked.emit(QUrl(look(view, "the log").anchorHref()))
    assert told.args == ["https://a.example/log"]
    assert view.toPlainText() == "See the log."


def test_a_citation_leads_to_evidence_that_is_there(qtbot: Any, view: Preview) -> None:
    view.show_text("By [2], not [3].", 2)
    assert look(view, "[2]").anchorHref() == "evidence:2"
    assert not look(view, "[3]").isAnchor()
    with qtbot.waitSignal(view.evidence_wished) as told:
        view.anchorClicked.emit(QUrl("evidence:2"))
    assert told.args == [2]


def test_it_is_as_high_as_its_text(qtbot: Any, view: Preview) -> None:
    view.show_text("word " * 200, 0)
    qtbot.waitUntil(lambda: view.sizeHint().height() > 200)


def test_the_panel_shows_words_as_they_read_and_what_they_cite(qtbot: Any) -> None:
    panel = ClaimPanel(CATALOGUE)
    qtbot.addWidget(panel)
    panel.resize(420, 900)
    panel.show_claim(shown())
    panel.show()
    panel.words.toggle.click()
    rationale = panel.words.previews["rationale"]
    assert rationale.isVisible()
    assert not panel.words.fields["rationale"].isVisible()
    rationale.evidence_wished.emit(2)
    qtbot.waitUntil(panel.evidence.list.cards[1].hasFocus)
    panel.show_claim(bare())
    assert rationale.toPlainText() == "Nothing is written yet."
    panel.go_to("rationale")
    assert panel.words.fields["rationale"].isVisible()
