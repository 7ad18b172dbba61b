"""The findings list shows what is in dispute and is ruled on by single keys."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from factcheck.model import Finding, Kind, Ruling, Verb
from factcheck.ui.models.findings_filter import ALL, OPEN, RULED, FindingsFilter
from factcheck.ui.models.findings_model import positions_text
from factcheck.ui.views.findings_list import FindingsList
from tests.ui.panels.samples import CATALOGUE, NAMES, finding_row, finding_rows, findings, quake

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(qtbot: Any) -> FindingsList:
    made = FindingsList(CATALOGUE)
    qtbot.addWidget(made)
    made.resize(1000, 240)
    made.set_rows(finding_rows(), NAMES)
    made.show()
    return made


def shown(panel: FindingsList) -> list[str]:
    rows = panel._model.rows
    return [rows.id_at(place) for place in range(len(rows))]


def ruled(finding: Finding, verb: Verb, note: str = "") -> Finding:
    return replace(finding, ruling=Ruling("r9", verb, finding.kind, finding.fact, (), "Noor", 1, note))


def by_id(finding_id: str) -> Finding:
    return next(finding for finding in findings() if finding.id == finding_id)


def entry(panel: FindingsList, *names: str) -> QAction:
    """An entry of the filter's menu, by the beginnings of its names."""
    menu = panel.bar.menu
    panel.bar._fill()
    for name in names[:-1]:
        inner = next(action.menu() for action in menu.actions() if action.text().startswith(name))
        assert isinstance(inner, QMenu)
        menu = inner
    return next(action for action in menu.actions() if action.text().startswith(names[-1]))


# --- filter -----------------------------------------------------------------------------------------------------------


def test_what_is_disputed_is_shown_at_first_best_first(panel: FindingsList) -> None:
    assert shown(panel) == ["f2", "f1", "f3", "f4", "f5"]
    assert [chip.text() for chip in panel.bar.chips.chips.values()] == ["Disputed  ×"]
    assert panel.bar.count() == "5 of 6 findings"


@pytest.mark.parametrize(
    ("facet", "values", "found"),
    [
        ("kind", ["agreement"], ["f6"]),
        ("kind", ["agreement", "number update"], ["f3", "f6"]),
        ("reason", ["negation"], ["f2"]),
        ("publisher", ["Kastel Press"], ["f2", "f1", "f3", "f4", "f5", "f6"]),
        ("event", ["a4"], ["f3"]),
        ("article", ["a3"], ["f1", "f3"]),
        ("claim", ["c1"], ["f1"]),
        ("ruling", [OPEN], ["f2", "f1", "f3", "f5", "f6"]),
        ("ruling", [RULED], ["f4"]),
        ("ruling", ["dismissed"], ["f4"]),
        ("ruling", ["confirmed"], []),
    ],
)
def test_each_facet_filters(panel: FindingsList, facet: str, values: list[str], found: list[str]) -> None:
    panel.set_filter(ALL.with_facet(facet, values))
    assert sorted(shown(panel)) == sorted(found)


def test_filters_combine_with_each_other_and_with_words(panel: FindingsList) -> None:
    panel.set_filter(ALL.with_facet("article", ["a3"]).with_facet("kind", ["contradiction"]))
    assert shown(panel) == ["f1"]
    panel.set_filter(ALL.with_facet("publisher", ["Valley Courier"]))
    panel.filter_field.setText("officials put")  # words of a quote
    assert shown(panel) == ["f1"]
    assert panel.bar.count() == "1 of 6 findings"


def test_the_menu_offers_what_there_is_and_how_much_of_it(panel: FindingsList) -> None:
    panel.set_filter(ALL)
    entry(panel, "Kind", "Agreement  (1)").trigger()
    assert shown(panel) == ["f6"]
    entry(panel, "Kind", "Number update").trigger()
    assert shown(panel) == ["f3", "f6"]
    assert entry(panel, "Kind", "Agreement").isChecked()
    entry(panel, "Kind", "Agreement").trigger()
    assert shown(panel) == ["f3"]
    entry(panel, "Event", "Lunde").trigger()
    entry(panel, "Claim", "1. The quake")
    assert not [a for a in entry(panel, "Claim").menu().actions() if "2." in a.text()]  # type: ignore[attr-defined] # the stub says object


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Delete])
def test_a_chip_says_what_it_does_and_goes_by_key(qtbot: Any, panel: FindingsList, key: Qt.Key) -> None:
    panel.set_filter(FindingsFilter().with_facet("publisher", ["Kastel Press"]).with_facet("event", ["a4"]))
    chips = panel.bar.chips.chips
    assert [chip.text() for chip in chips.values()] == [
        "Disputed  ×",
        "Publisher: Kastel Press  ×",
        "Event: Lunde · 1 Apr 2026  ×",
    ]
    assert shown(panel) == ["f3"]
    qtbot.keyClick(chips["event"], key)
    assert "event" not in panel.filter().only
    assert shown(panel) == ["f2", "f1", "f3", "f4", "f5"]


def test_escape_resets_from_the_list_and_from_the_field(qtbot: Any, panel: FindingsList) -> None:
    for widget in (panel.table, panel.filter_field):
        panel.set_filter(ALL.with_facet("claim", ["c1"]))
        panel.filter_field.setText("quake")
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert panel.filter() == FindingsFilter()
        assert panel.filter_field.text() == ""


def test_a_slash_goes_to_the_words(qtbot: Any, panel: FindingsList) -> None:
    panel.activateWindow()
    panel.table.setFocus()
    qtbot.keyClicks(panel.table, "/")
    qtbot.waitUntil(panel.filter_field.hasFocus)
    assert panel.filter_field.text() == ""


def test_a_filter_is_the_same_after_it_was_written_down() -> None:
    given = replace(ALL.with_facet("event", ["a4"]).with_facet("kind", ["repeat"]), words="dam")
    for one in (given, ALL, FindingsFilter()):
        assert FindingsFilter.of_data(one.as_data()) == one
    assert FindingsFilter.of_data({}) == FindingsFilter()
    assert FindingsFilter.of_data({"kind": 3, "event": [1, "a"], "what": ["x"], "words": []}) == ALL.with_facet(
        "event", ["a"]
    )


def test_a_value_that_is_gone_is_said_to_be(panel: FindingsList) -> None:
    panel.set_state(2, running=False)
    panel.set_filter(ALL.with_facet("article", ["a99"]))
    assert panel.bar.chips.chips["article"].text() == "Article: no longer there  ×"
    assert "Esc" in panel.table.accessibleDescription()


# --- rows -------------------------------------------------------------------------------------------------------------


def test_a_row_tells_whoever_listens_all_of_its_two_lines(panel: FindingsList) -> None:
    model, row = panel._model, panel._model.rows.find("f1")
    told = [model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole) for column in range(5)]
    assert told == [
        "Score: 90 of 100",
        "Kind: Contradiction\nNumber",
        "Finding: People killed in the quake\nOne source says 24 were killed, another 38.",
        "Sources: Valley Courier · Kastel Press",
        "Ruling: ",
    ]
    assert "a person confirms about 90" in model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)


def test_what_came_back_says_why_in_its_row(panel: FindingsList) -> None:
    model, row = panel._model, panel._model.rows.find("f5")
    assert model.data(model.index(row, 4)) == "Back: A new article gives another figure."


@pytest.mark.parametrize(("width", "hidden"), [(1000, []), (640, ["sources"]), (420, ["sources", "kind"])])
def test_a_narrow_list_leaves_room_to_the_finding(panel: FindingsList, width: int, hidden: list[str]) -> None:
    panel.resize(width, 240)
    keys = [column.key for column in panel._model.columns]
    assert {keys[place] for place in range(len(keys)) if panel.table.isColumnHidden(place)} == set(hidden)
    assert panel.table.columnWidth(keys.index("fact")) >= 180


# --- ruling -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "verb"),
    [
        (Qt.Key.Key_Y, "confirmed"),
        (Qt.Key.Key_N, "dismissed"),
        (Qt.Key.Key_S, "scope"),
        (Qt.Key.Key_Backspace, ""),
        (Qt.Key.Key_Delete, ""),
    ],
)
def test_single_keys_rule(qtbot: Any, panel: FindingsList, key: Qt.Key, verb: str) -> None:
    panel.select("f1")
    with qtbot.waitSignal(panel.ruling_wished) as told:
        qtbot.keyClick(panel.table, key)
    assert told.args == ["f1", verb]


def test_with_shift_a_ruling_stays_and_asks_for_a_note(qtbot: Any, panel: FindingsList) -> None:
    panel.select("f1")
    with qtbot.waitSignals([panel.ruling_wished, panel.note_wished]):
        qtbot.keyClick(panel.table, Qt.Key.Key_S, SHIFT)
    assert panel.current() == "f1"


def test_after_a_ruling_the_next_open_finding_is_chosen(qtbot: Any, panel: FindingsList) -> None:
    def rule(finding_id: str, verb: str) -> None:
        panel.set_rows(finding_rows({finding_id: ruled(by_id(finding_id), Verb(verb))}), NAMES)

    panel.ruling_wished.connect(rule)
    panel.select("f3")
    with qtbot.waitSignal(panel.finding_chosen) as told:
        qtbot.keyClick(panel.table, Qt.Key.Key_Y)
    assert told.args == ["f5"]  # f4 was ruled on long ago
    assert panel.current() == "f5"


def test_a_ruling_goes_on_although_the_filter_then_hides_the_finding(qtbot: Any, panel: FindingsList) -> None:
    panel.set_filter(FindingsFilter().with_facet("ruling", [OPEN]))
    panel.ruling_wished.connect(lambda *_: panel.set_rows(finding_rows({"f1": ruled(quake(), Verb.confirmed)}), NAMES))
    panel.select("f1")
    qtbot.keyClick(panel.table, Qt.Key.Key_Y)
    assert "f1" not in shown(panel)
    assert panel.current() == "f3"


def test_clearing_a_ruling_stays_where_it_is(qtbot: Any, panel: FindingsList) -> None:
    panel.select("f4")
    qtbot.keyClick(panel.table, Qt.Key.Key_Backspace)
    assert panel.current() == "f4"


def test_enter_opens_and_m_wishes_claims(qtbot: Any, panel: FindingsList) -> None:
    panel.select("f1")
    with qtbot.waitSignal(panel.finding_opened) as opened:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.claims_wished) as claims:
        qtbot.keyClick(panel.table, Qt.Key.Key_M)
    assert (opened.args, claims.args) == (["f1"], ["f1"])


def test_the_chosen_finding_and_the_place_stay_in_other_company(qtbot: Any, panel: FindingsList) -> None:
    many = [finding_row(replace(quake(), id=f"g{n}", fact=f"fact {n}")) for n in range(60)]
    panel.set_rows([*finding_rows(), *many], NAMES)
    panel.select("g40")
    bar = panel.table.verticalScrollBar()
    bar.setValue(bar.value() - 7)
    before = bar.value()
    with qtbot.assertNotEmitted(panel.finding_chosen):
        panel.set_rows([*finding_rows(), *many, finding_row(replace(quake(), id="late", fact="new"))], NAMES)
    assert panel.current() == "g40"
    assert bar.value() == before
    assert "late" in shown(panel)


@pytest.mark.parametrize("chosen", ["g20", None])
def test_what_is_read_stays_in_its_place_when_others_come_above_it(panel: FindingsList, chosen: str | None) -> None:
    many = [finding_row(replace(quake(), id=f"g{n}", fact=f"fact {n}")) for n in range(60)]
    panel.set_rows(many, NAMES)
    panel.select("g20")
    if chosen is None:
        panel.table.verticalScrollBar().setValue(1000)  # what is chosen is out of sight
    seen = chosen or panel._model.rows.id_at(panel.table.rowAt(0))
    before = panel.table.rowViewportPosition(panel._model.rows.find(seen))
    panel.set_rows([*finding_rows(), *many], NAMES)
    assert panel.table.rowViewportPosition(panel._model.rows.find(seen)) == before


def test_a_finding_that_the_filter_hides_is_shown_when_it_is_asked_for(panel: FindingsList) -> None:
    assert panel.select("f6")
    assert panel.current() == "f6"
    assert panel.filter() == ALL


def test_positions_are_summed_up() -> None:
    assert positions_text(quake()) == "24: two articles; 38: one article"


@pytest.mark.parametrize(
    ("articles", "running", "findings_there", "words"),
    [
        (0, False, False, "Import articles"),
        (0, True, False, "Import articles"),
        (2, True, False, "Comparing"),
        (2, False, False, "by hand"),
        (2, False, True, "Nothing is in dispute"),
    ],
)
def test_an_empty_list_says_why(
    panel: FindingsList, articles: int, running: bool, findings_there: bool, words: str
) -> None:
    panel.set_state(articles, running)
    there = [finding_row(f) for f in findings() if findings_there and f.kind is Kind.agreement]
    panel.set_rows(there, NAMES)
    assert words in panel.table.accessibleDescription()


def test_findings_that_are_all_hidden_are_offered(panel: FindingsList) -> None:
    panel.set_state(2, False)
    panel.bar.field.setText("nothing has these words")
    assert panel.nothing.isVisible()
    assert panel.nothing.title.text() == "No finding fits the filter"
    panel.nothing.button.click()
    assert not panel.nothing.isVisible()
    assert panel.filter() == ALL
    assert panel.table.accessibleDescription() == ""
