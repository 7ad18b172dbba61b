"""What a screen reader is told besides names and roles; words that can be read in every theme."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.ui import accessible, theme
from factcheck.ui.dialogs.shortcuts import KeyField
from factcheck.ui.views.card import Card
from factcheck.ui.views.preview_pages import PageView
from tests.ui import tour, walking
from tests.ui.window.person import Key, Person


@pytest.fixture(params=["light", "dark", "contrast"])
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, request.param)
    yield
    theme.apply(qapp, "light")


@pytest.mark.usefixtures("themed")
def test_all_words_of_the_window_stand_out(new_person: Callable[[], Person], of_sample: Path) -> None:
    person = new_person()
    assert walking.faint(person.window) == []
    person.window.projects.open(of_sample)
    person.rest()
    tour.at_work(person)
    person.act("next_finding")
    assert walking.faint(person.window) == []


def test_our_own_widgets_tell_what_they_hold(qtbot: QtBot) -> None:
    field = KeyField()
    qtbot.addWidget(field)
    field.setKeySequence("Ctrl+E")
    told = QAccessible.queryAccessibleInterface(field)
    assert (told.role(), told.text(QAccessible.Text.Value)) == (QAccessible.Role.HotkeyField, "Ctrl+E")
    pages = PageView()
    qtbot.addWidget(pages)
    pages.set_pages([(600, 800)] * 3, ())
    told = QAccessible.queryAccessibleInterface(pages)
    assert (told.role(), told.text(QAccessible.Text.Value)) == (QAccessible.Role.Document, "Page 1 of 3")


def test_what_is_told_of_a_widget_goes_with_it(qtbot: QtBot) -> None:
    before = len(accessible._KEPT)
    card = Card("A card")
    QAccessible.queryAccessibleInterface(card)
    assert len(accessible._KEPT) == before + 1
    card.deleteLater()
    qtbot.waitUntil(lambda: len(accessible._KEPT) == before)


def test_cells_tell_row_column_and_heading(person: Person, of_sample: Path) -> None:
    person.window.projects.open(of_sample)
    person.rest()
    table = QAccessible.queryAccessibleInterface(person.bench.findings.table)
    cells = (table.child(number) for number in range(table.childCount()))
    cell = next(one for one in cells if one.role() is QAccessible.Role.Cell)
    place = cell.tableCellInterface()
    assert (place.rowIndex(), place.columnIndex()) == (0, 0)
    assert [head.text(QAccessible.Text.Name) for head in place.columnHeaderCells()] == ["Score"]
    assert cell.text(QAccessible.Text.Name)


def test_the_palette_says_what_would_be_taken_and_the_status_what_is_under_way(
    person: Person, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda said: heard.append(said.message()))
    person.window.projects.open(project)
    person.rest()
    assert any("…" in text or "Compar" in text for text in heard), heard
    person.window.finder.open()
    first, second, *_ = (offer.name for offer in person.window.finder.view.shown())
    person.press(Key.Key_Down)
    assert heard[-2:] == [first, second]
