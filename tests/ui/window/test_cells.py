"""Cells of the claims table are edited in place: one step each, Escape leaves all as it was, the row stays chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from factcheck import edits
from factcheck.listing import OVERDUE
from factcheck.model import Claim, Status
from factcheck.session import Session
from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.views.editable_table import EditableTable
from tests.ui.window.person import Key, Person

FIELDS = [
    {"wording": "Two barns burnt", "topic": "Fire", "claimant": "Ada"},
    {"wording": "The road is shut", "topic": "Roads", "claimant": "Bo"},
    {"wording": "It rained", "topic": "Weather", "claimant": "Cy"},
]


@pytest.fixture
def shown(person: Person, session: Session) -> Iterator[Person]:
    """Three claims, the first of which is chosen, with all columns in view."""
    edit, _ = edits.add_claims(session.records, FIELDS)
    session.do(edit)
    session.close()
    person.window.projects.open(session.path)
    person.rest()
    head = grid(person).horizontalHeader()
    for place in range(head.count()):
        head.setSectionHidden(place, False)
    person.window.layout_of.to_claims()
    grid(person).choose(claim(person, 1).id)
    person.window.layout_of.to_claims()
    yield person
    grid(person).finish_editing()


def grid(person: Person) -> EditableTable:
    return person.bench.claims.table


def claim(person: Person, number: int) -> Claim:
    return next(c for c in person.state().each(Claim) if c.number == number)


def cell(person: Person, key: str) -> QModelIndex:
    """A cell of the current row."""
    keys = [column.key for column in person.bench.claims._model.columns]
    return grid(person).currentIndex().siblingAtColumn(keys.index(key))


def open_cell(person: Person, key: str) -> QWidget:
    grid(person).setCurrentIndex(cell(person, key))
    QTest.keyClick(grid(person), Qt.Key.Key_F2)
    return editor(person)


def keep(person: Person) -> None:
    """Enter, and until the cell is closed."""
    QTest.keyClick(editor(person), Qt.Key.Key_Return)
    person.until(lambda: not grid(person).editing(), 5)


def editor(person: Person) -> QWidget:
    found = next((delegate.editor for delegate in grid(person)._delegates if delegate.editor), None)
    assert found is not None
    return found


def step(person: Person) -> str:
    """Of what the last step is called."""
    last = person.bench.session.next_undo
    return last.label if last else ""


@pytest.mark.parametrize(("key", "typed"), [("claimant", "Dee"), ("topic", "Barns"), ("assignee", "Eva")])
def test_a_line_is_written_in_one_step(shown: Person, key: str, typed: str) -> None:
    steps = len(shown.bench.session.undoable(99))
    line = open_cell(shown, key)
    assert isinstance(line, QLineEdit)
    assert line.text() == getattr(claim(shown, 1), key)
    QTest.keyClicks(line, typed)
    keep(shown)
    assert getattr(claim(shown, 1), key) == typed
    assert cell(shown, key).data() == typed
    assert len(shown.bench.session.undoable(99)) == steps + 1
    shown.act("undo")
    assert getattr(claim(shown, 1), key) == FIELDS[0].get(key, "")


def test_two_edits_of_one_field_are_two_steps(shown: Person) -> None:
    for typed in ("Barns", "Byres"):
        QTest.keyClicks(open_cell(shown, "topic"), typed)
        keep(shown)
    shown.act("undo")
    assert claim(shown, 1).topic == "Barns"


def test_what_other_claims_have_is_offered(shown: Person) -> None:
    line = open_cell(shown, "topic")
    assert isinstance(line, QLineEdit)
    model = line.completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Fire", "Roads", "Weather"]


def test_escape_leaves_the_cell_as_it_was(shown: Person) -> None:
    head = shown.bench.session.head
    line = open_cell(shown, "topic")
    QTest.keyClicks(line, "Nonsense")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert shown.bench.session.head == head
    assert cell(shown, "topic").data() == "Fire"
    assert not grid(shown).editing()


def test_nothing_new_is_no_step(shown: Person) -> None:
    head = shown.bench.session.head
    open_cell(shown, "topic")
    keep(shown)
    assert QApplication.focusWidget() is grid(shown)
    assert shown.bench.session.head == head


def test_status_and_priority_are_chosen_from_a_list(shown: Person) -> None:
    for key, value, stored in (("status", "decided", Status.decided), ("priority", 3, 3)):
        box = open_cell(shown, key)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
        assert getattr(claim(shown, 1), key) == stored
        assert not grid(shown).editing()


def test_a_deadline_is_a_day_or_nothing(shown: Person) -> None:
    line = open_cell(shown, "deadline")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "soonish")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert shown.told() == "“soonish” is not a day; write it like 2026-03-12, or leave it empty."
    assert grid(shown).editing()
    line.setText("3 February 2001")
    keep(shown)
    assert claim(shown, 1).deadline == "3 February 2001"
    assert str(cell(shown, "status").data()).startswith("Overdue · ")
    assert int(str(cell(shown, OVERDUE).data()).split()[0]) > 9_000
    QTest.keyClick(open_cell(shown, "deadline"), Qt.Key.Key_Delete)
    keep(shown)
    assert claim(shown, 1).deadline == ""


def test_the_row_stays_chosen_when_the_order_moves_it(shown: Person) -> None:
    keys = [column.key for column in shown.bench.claims._model.columns]
    grid(shown).sortByColumn(keys.index("topic"), Qt.SortOrder.AscendingOrder)
    first = claim(shown, 1).id
    QTest.keyClicks(open_cell(shown, "topic"), "Zebras")
    keep(shown)
    assert (shown.bench.claims.current(), shown.bench.claims.selected()) == (first, [first])
    assert grid(shown).currentIndex().row() == 2


def test_news_waits_until_the_cell_is_left(shown: Person) -> None:
    line = open_cell(shown, "topic")
    QTest.keyClicks(line, "Bar")
    shown.bench.do(lambda state: edits.withdraw(state, [claim(shown, 3).id]))
    assert grid(shown).editing()
    assert grid(shown).model().rowCount() == 3
    QTest.keyClicks(line, "ns")
    keep(shown)
    assert claim(shown, 1).topic == "Barns"
    assert grid(shown).model().rowCount() == 2


def test_what_is_typed_is_kept_when_the_filter_changes_and_when_the_project_is_closed(shown: Person) -> None:
    QTest.keyClicks(open_cell(shown, "topic"), "Barns")
    shown.bench.claims.set_filter(ClaimsFilter("road"))
    assert claim(shown, 1).topic == "Barns"
    shown.bench.claims.clear_filter()
    grid(shown).choose(claim(shown, 2).id)
    QTest.keyClicks(open_cell(shown, "topic"), "Lanes")
    path = shown.bench.session.path
    shown.window.leave_project()
    shown.window.projects.open(path)
    assert claim(shown, 2).topic == "Lanes"


def test_f2_goes_to_what_can_be_edited_and_a_double_click_elsewhere_opens(shown: Person) -> None:
    grid(shown).setCurrentIndex(cell(shown, "wording"))
    QTest.keyClick(grid(shown), Qt.Key.Key_F2)
    assert grid(shown).currentIndex() == cell(shown, "status")
    QTest.keyClick(editor(shown), Qt.Key.Key_Escape)
    QTest.keyClick(grid(shown), Qt.Key.Key_Escape)
    with shown.qtbot.waitSignal(grid(shown).opened):
        grid(shown).doubleClicked.emit(cell(shown, "wording"))
    with shown.qtbot.assertNotEmitted(grid(shown).opened):
        grid(shown).doubleClicked.emit(cell(shown, "topic"))
    assert grid(shown).editing()


def test_what_is_edited_is_in_view_also_in_a_window_that_becomes_small(shown: Person) -> None:
    def in_view() -> bool:
        return grid(shown).viewport().rect().contains(grid(shown).visualRect(cell(shown, "assignee")))

    grid(shown).setCurrentIndex(cell(shown, "assignee"))
    grid(shown).horizontalScrollBar().setValue(0)
    assert not in_view()
    QTest.keyClick(grid(shown), Qt.Key.Key_F2)
    assert in_view()
    grid(shown).resize(grid(shown).width() - 150, grid(shown).height())
    assert in_view()
    assert editor(shown).geometry().contains(grid(shown).visualRect(cell(shown, "assignee")))


def test_a_project_that_is_only_read_is_not_edited(shown: Person) -> None:
    shown.bench.claims.set_read_only(True)
    grid(shown).setCurrentIndex(cell(shown, "topic"))
    QTest.keyClick(grid(shown), Qt.Key.Key_F2)
    assert not grid(shown).editing()


def test_a_heading_is_not_edited(shown: Person) -> None:
    shown.bench.claims.set_filter(ClaimsFilter(group="topic"))
    grid(shown).setCurrentIndex(grid(shown).model().index(0, 1))
    shown.press(Key.Key_F2)
    assert not grid(shown).editing()


@pytest.mark.parametrize("key", ["claimant", "status"])
def test_an_editor_at_the_end_of_the_view_starts_with_its_column_unless_it_needs_more(shown: Person, key: str) -> None:
    table, at = grid(shown), cell(shown, key)
    head = table.horizontalHeader()
    head.moveSection(head.visualIndex(at.column()), 1)
    for place, wide in ((head.logicalIndex(0), 300), (at.column(), 80)):
        head.resizeSection(place, wide)
    table.resize(table.width() - table.viewport().width() + 380, table.height())
    opened, before = open_cell(shown, key), table.visualRect(at).left()
    assert before == 300
    assert opened.geometry().right() == table.viewport().rect().right()
    assert opened.geometry().left() == min(before, 380 - opened.minimumSizeHint().width())
