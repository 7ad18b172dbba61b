"""The claims table tells what a person goes to and wishes, and keeps its place while claims change."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from factcheck.i18n import VARIABLE
from factcheck.listing import Arrangement
from factcheck.model import Status
from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.models.claims_model import ClaimsModel, rating_by_digit
from factcheck.ui.models.claims_model import claim_rows as in_memory
from factcheck.ui.views.cell import MARGIN
from factcheck.ui.views.claims_table import ClaimsTable
from tests.ui.panels.samples import CATALOGUE, claim_row, claim_rows, scale


@pytest.fixture
def table(qtbot: Any) -> ClaimsTable:
    made = ClaimsTable(CATALOGUE)
    qtbot.addWidget(made)
    made.resize(1000, 240)
    made.set_rows(claim_rows())
    made.show()
    return made


def shown(table: ClaimsTable) -> list[str]:
    model = table.table.model()
    place = [c.key for c in ClaimsModel(CATALOGUE).columns].index("number")
    return ["c" + model.index(row, place).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(("before", "ends_in_view"), [(40, True), (400, False)])
def test_the_wording_ends_with_the_view_unless_too_little_of_it_would_be_left(
    table: ClaimsTable, before: int, ends_in_view: bool
) -> None:
    head, grid = table.table.horizontalHeader(), table.table
    place = [column.key for column in ClaimsModel(CATALOGUE).columns].index("wording")
    head.resizeSection(0, before)
    table.resize(620, 240)
    QApplication.sendPostedEvents()
    end = head.sectionPosition(place) + head.sectionSize(place)
    assert grid.width() < 640
    assert (end - grid.viewport().width() == 0) is ends_in_view
    assert (end > grid.viewport().width()) is not ends_in_view


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_status_that_is_overdue_or_withheld_is_not_cut(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv(VARIABLE, language)
    made = ClaimsTable(CATALOGUE)
    qtbot.addWidget(made)
    made.show()
    row = claim_row(1, status=Status.awaiting_reply, withheld=True)
    columns = ClaimsModel(CATALOGUE).columns
    place = [column.key for column in columns].index("status")
    room = made.table.horizontalHeader().sectionSize(place) - 2 * MARGIN
    assert made.table.fontMetrics().horizontalAdvance(columns[place].value(row)) <= room


def test_no_sliver_of_a_column_stands_at_the_end_of_the_view(table: ClaimsTable) -> None:
    head, view = table.table.horizontalHeader(), table.table.viewport()
    wording = [column.key for column in ClaimsModel(CATALOGUE).columns].index("wording")
    behind = [place for place in range(wording + 1, head.count()) if not head.isSectionHidden(place)]
    slivers = []
    for width in range(620, 1000, 10):
        table.resize(width, 240)
        QApplication.sendPostedEvents()
        seen = [(view.width() - head.sectionPosition(place)) / head.sectionSize(place) for place in behind]
        slivers += [width for part in seen if 0 < part < 0.5]
    assert not slivers


def test_the_model_keeps_qts_rules_through_every_kind_of_update(qtmodeltester: Any) -> None:
    model = ClaimsModel(CATALOGUE)
    qtmodeltester.check(model)
    for numbers in ([1, 2, 3], [1, 2, 3, 4], [1, 3, 4], [4, 3, 1], [], [5]):
        model.update(in_memory([claim_row(n) for n in numbers], model.columns))
        assert model.rowCount() == len(numbers)


def test_only_an_unlike_order_resets_the_model(qtbot: Any) -> None:
    model = ClaimsModel(CATALOGUE)
    model.update(in_memory([claim_row(n) for n in (1, 2, 3)], model.columns))
    resets = QSignalSpy(model.modelReset)
    with qtbot.waitSignal(model.dataChanged):
        model.update(in_memory([claim_row(1), claim_row(2, "other words"), claim_row(3)], model.columns))
    with qtbot.waitSignal(model.rowsInserted):
        model.update(in_memory([claim_row(n) for n in (1, 2, 3, 4)], model.columns))
    with qtbot.waitSignal(model.rowsRemoved):
        model.update(in_memory([claim_row(n) for n in (1, 2, 4)], model.columns))
    assert resets.count() == 0


def test_going_to_a_row_tells_its_claim(qtbot: Any, table: ClaimsTable) -> None:
    with qtbot.waitSignal(table.claim_chosen) as told:
        table.table.selectRow(1)
    assert told.args == ["c2"]
    assert table.current() == "c2"


def test_choosing_from_outside_says_nothing(qtbot: Any, table: ClaimsTable) -> None:
    with qtbot.assertNotEmitted(table.claim_chosen):
        assert table.select("c3")
    assert table.current() == "c3"


def test_choosing_while_ctrl_is_held_as_undo_does_leaves_one_claim_selected(table: ClaimsTable) -> None:
    table.select("c2")
    window = table.window().windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    try:
        table.select("c3")
    finally:
        QTest.keyRelease(window, Qt.Key.Key_Control)
    assert table.selected() == ["c3"]


def test_the_chosen_claim_stays_chosen_when_claims_come_and_go(qtbot: Any, table: ClaimsTable) -> None:
    table.select("c5")
    with qtbot.assertNotEmitted(table.claim_chosen):
        table.set_rows([row for row in claim_rows() if row.claim.id != "c2"])
        table.set_rows([claim_row(20), *reversed(claim_rows())])
    assert table.current() == "c5"
    assert table.selected() == ["c5"]


def test_the_place_scrolled_to_stays(table: ClaimsTable) -> None:
    table.set_rows([claim_row(n) for n in range(200)])
    table.table.verticalScrollBar().setValue(900)
    table.set_rows([*(claim_row(n) for n in range(200)), claim_row(500)])
    assert table.table.verticalScrollBar().value() == 900


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_wishes_a_verdict(qtbot: Any, table: ClaimsTable, digit: int) -> None:
    table.select("c2")
    with qtbot.waitSignal(table.verdict_wished) as told:
        qtbot.keyClick(table.table, str(digit))
    assert told.args == ["c2", digit]


def test_a_digit_typed_into_the_filter_is_no_verdict(qtbot: Any, table: ClaimsTable) -> None:
    table.select("c2")
    with qtbot.assertNotEmitted(table.verdict_wished):
        qtbot.keyClick(table.filter_field, "2")
    assert table.filter_field.text() == "2"


def test_digits_follow_the_scale_without_its_retired_ratings() -> None:
    truth = scale()
    assert [getattr(rating_by_digit(truth, digit), "key", None) for digit in (1, 6, 7, 0)] == [
        "true",
        "pants-on-fire",
        None,
        None,
    ]
    assert getattr(rating_by_digit(scale("snopes-style"), 0), "key", None) == scale("snopes-style").ratings[9].key


def test_every_word_of_the_filter_must_occur(table: ClaimsTable) -> None:
    table.filter_field.setText("QUAKE valley")
    assert "c1" in shown(table)
    table.filter_field.setText("warning dam")
    assert shown(table) == ["c2"]
    table.filter_field.setText("nothing like it")
    assert shown(table) == []


def test_a_status_can_be_filtered_for(table: ClaimsTable) -> None:
    table.set_filter(ClaimsFilter().with_facet("status", [Status.decided]))
    assert shown(table) == ["c1"]


def test_a_claim_that_the_filter_hides_is_shown_when_it_is_chosen(table: ClaimsTable) -> None:
    table.filter_field.setText("warning")
    assert table.select("c7")
    assert table.current() == "c7"


def test_rows_are_sorted_by_verdict_from_true_to_unrated() -> None:
    model = ClaimsModel(CATALOGUE)
    rows = in_memory([claim_row(1), claim_row(2, rating="false"), claim_row(3, rating="true")], model.columns)
    rows.arrange(Arrangement(sort="verdict"))
    assert [rows.id_at(n) for n in range(3)] == ["c3", "c2", "c1"]


def test_a_click_on_a_header_sorts_and_keeps_the_choice(table: ClaimsTable) -> None:
    table.select("c2")
    table.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert shown(table)[0] == "c15"
    assert table.current() == "c2"


def test_delete_wishes_the_withdrawal_of_all_that_is_selected(qtbot: Any, table: ClaimsTable) -> None:
    table.table.selectRow(0)
    qtbot.keyClick(table.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(table.withdraw_wished) as told:
        qtbot.keyClick(table.table, Qt.Key.Key_Delete)
    assert told.args == [["c1", "c2"]]


def test_the_menu_wishes_a_status(qtbot: Any, table: ClaimsTable) -> None:
    table.select("c2")
    statuses = table.menu().actions()[0].menu()
    decided = next(a for a in statuses.actions() if a.text() == "Decided")  # type: ignore[attr-defined] # the stub says object
    with qtbot.waitSignal(table.status_wished) as told:
        decided.trigger()
    assert told.args == [["c2"], "decided"]


def test_few_sources_are_said() -> None:
    column = next(c for c in ClaimsModel(CATALOGUE).columns if c.key == "evidence")
    assert column.value(claim_row(1, sources=1, evidence_count=1)) == "1 of 2"
    assert column.value(claim_row(1, sources=1, evidence_count=3)) == "1 of 2"
    assert column.value(claim_row(1, sources=2, evidence_count=3)) == "2"


def test_home_and_end_go_to_the_first_and_the_last_claim(qtbot: Any, table: ClaimsTable) -> None:
    table.table.choose("c3")
    for key, place in ((Qt.Key.Key_End, -1), (Qt.Key.Key_Home, 0)):
        with qtbot.waitSignal(table.claim_chosen) as told:
            qtbot.keyClick(table.table, key)
        assert told.args == [shown(table)[place]]
        assert table.selected() == [shown(table)[place]]


def test_a_tooltip_shows_markup_as_text(table: ClaimsTable) -> None:
    table.set_rows([claim_row(1, "<img src='file:///etc/passwd'> & more")])
    model = table.table.model()
    tip = next(
        model.index(0, place).data(Qt.ItemDataRole.ToolTipRole)
        for place in range(model.columnCount())
        if "more" in str(model.index(0, place).data())
    )
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_an_empty_table_says_what_to_do(table: ClaimsTable) -> None:
    table.set_rows([])
    table.name_key("C")
    assert "press C" in table.table.accessibleDescription()
    table.name_key("")
    assert "Mark words" in table.table.accessibleDescription()


def test_columns_are_shown_hidden_and_moved_and_come_back_so(qtbot: Any, table: ClaimsTable) -> None:
    head = table.table.horizontalHeader()
    places = {column.key: place for place, column in enumerate(ClaimsModel(CATALOGUE).columns)}
    assert head.isSectionHidden(places["topic"])
    for action in table.table.columns_menu().actions():
        if action.text() in ("Topic", "Date"):
            action.trigger()
    head.moveSection(head.visualIndex(places["claimant"]), 0)
    other = ClaimsTable(CATALOGUE)
    qtbot.addWidget(other)
    other.table.set_columns(table.table.columns())
    again = other.table.horizontalHeader()
    assert (again.isSectionHidden(places["topic"]), again.isSectionHidden(places["date"])) == (False, True)
    assert again.visualIndex(places["claimant"]) == 0


def test_one_column_is_always_seen(table: ClaimsTable) -> None:
    for _ in ClaimsModel(CATALOGUE).columns:
        shown = [action for action in table.table.columns_menu().actions() if action.isChecked() and action.isEnabled()]
        for action in shown[:1]:
            action.trigger()
    head = table.table.horizontalHeader()
    assert head.count() - head.hiddenSectionCount() == 1


@pytest.mark.parametrize(("text", "field"), [("Set topic…", "topic"), ("Assign to…", "assignee")])
def test_many_claims_are_wished_a_topic_or_an_assignee(qtbot: Any, table: ClaimsTable, text: str, field: str) -> None:
    table.table.selectAll()
    action = next(action for action in table.menu().actions() if action.text() == text)
    with qtbot.waitSignal(table.field_wished) as told:
        action.trigger()
    assert told.args == [table.selected(), field]
