"""The facts table shows what each source gives, leads to passages, and is copied for a spreadsheet."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication

from factcheck.matching import Row, Source, Table, table
from factcheck.ui.models import facts_view
from factcheck.ui.models.facts_model import as_tsv, columns_of, standing
from factcheck.ui.models.facts_view import FactsView, arranged
from factcheck.ui.models.findings_model import PassageInfo
from factcheck.ui.views.facts_table import FactsTable

TEXTS = {
    "a1": "The ferry Alma sank off Lunde on Tuesday. At least 24 people were killed when the Alma sank.",
    "a2": "Twenty-four people lost their lives when the ferry Alma sank off Lunde. Some 31 cars were on the ferry.",
    "a3": "The ferry Alma sank off Lunde and 24 people were killed.",
    "a4": "The ferry Alma sank off Lunde and 38 people were killed. The Alma had 31 cars on the ferry.",
}
ARTICLES = {
    "a1": PassageInfo("Ferry sinks", "Daily Echo", "4 May 2031"),
    "a2": PassageInfo("Grief in Lunde", "Daily Echo", "5 May 2031"),
    "a3": PassageInfo("العبارة ألما", "", ""),
    "a4": PassageInfo("38 lost", "=Star", "6 May 2031"),
}
COLUMNS = columns_of(ARTICLES, by_publisher=False)


@pytest.fixture(scope="module")
def made() -> Table:
    return table([Source(id, f"v{id}", text) for id, text in TEXTS.items()])


@pytest.fixture
def panel(qtbot: Any, made: Table) -> FactsTable:
    panel = FactsTable()
    qtbot.addWidget(panel)
    panel.resize(900, 320)
    panel.show()
    panel.offer([("a1", "Alma, Lunde"), ("m1", "Torvik")], "a1")
    panel.show_table("a1", made, ARTICLES)
    return panel


def facts(panel: FactsTable) -> list[str]:
    return [row.fact for row in panel._model.rows]


def killed(made: Table) -> Row:
    return next(row for row in made.rows if row.fact == "people killed")


def entry(panel: FactsTable, text: str) -> QAction:
    return next(action for action in panel.options.menu().actions() if action.text().startswith(text))


def cell(panel: FactsTable, fact: str, key: str) -> tuple[int, int]:
    return facts(panel).index(fact), [column.key for column in panel._model.columns].index(key)


def told(panel: FactsTable, fact: str, key: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
    return str(panel._model.data(panel._model.index(*cell(panel, fact, key)), role))


def test_a_cell_says_what_a_source_gives_and_whether_it_stands_apart(panel: FactsTable) -> None:
    assert told(panel, "people killed", "a1") == "at least 24 dead"
    assert told(panel, "people killed", "a4") == "≠ 38 dead"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert told(panel, "people killed", "a4", role) == "People killed, =Star: 38 dead, apart from most"
    assert told(panel, "people killed", "a3", role) == "People killed, العبارة ألما: 24 dead"


def test_how_far_the_articles_agree_stands_beside_the_fact(made: Table) -> None:
    assert standing(killed(made)) == "3 of 4 say 24 dead, 1 apart"


def test_facts_of_one_article_alone_are_shown_when_asked_for(panel: FactsTable, made: Table) -> None:
    assert panel.count.text() == f"{len(facts(panel))} of {len(made.rows)} facts"
    assert all(row.sources > 1 for row in panel._model.rows)
    entry(panel, "All facts").trigger()
    assert len(facts(panel)) == len(made.rows)
    entry(panel, "Facts on which articles differ").trigger()
    assert facts(panel) == ["people killed"]


def test_words_find_facts_values_and_quotes(panel: FactsTable) -> None:
    panel.field.setText("38 DEAD")
    assert facts(panel) == ["people killed"]
    panel.field.setText("nothing like it")
    assert facts(panel) == []
    assert "fits" in panel.grid.accessibleDescription()


def test_publishers_gather_their_articles(panel: FactsTable) -> None:
    entry(panel, "A column per publisher").trigger()
    assert [(c.name, c.articles) for c in panel._model.columns] == [
        ("Daily Echo", ("a1", "a2")),
        ("العبارة ألما", ("a3",)),
        ("=Star", ("a4",)),
    ]
    assert told(panel, "people killed", "Daily Echo") == "at least 24 dead; twenty-four dead"


def test_rows_are_sorted_by_name_by_sources_and_by_a_column(made: Table) -> None:
    names = [row.fact for row in arranged(made.rows, FactsView(facts_view.ALL, order=facts_view.NAME), COLUMNS)]
    assert names == sorted(names, key=str.casefold)
    sources = [r.sources for r in arranged(made.rows, FactsView(facts_view.ALL, order=facts_view.SOURCES), COLUMNS)]
    assert sources == sorted(sources, reverse=True)
    for descending in (False, True):
        rows = arranged(made.rows, FactsView(facts_view.ALL, order="a4", descending=descending), COLUMNS)
        given = [next((f.value for f in row.figures if f.article_id == "a4"), None) for row in rows]
        filled = [value for value in given if value]
        assert filled == sorted(filled, reverse=descending)
        assert given[: len(filled)] == filled, "what the column has nothing of comes last"


def test_a_click_on_a_head_sorts_by_that_source(panel: FactsTable) -> None:
    entry(panel, "All facts").trigger()
    head = panel.grid.horizontalHeader()
    head.setSortIndicator(3, Qt.SortOrder.AscendingOrder)
    assert told(panel, facts(panel)[0], "a4")
    entry(panel, "By name").trigger()
    assert facts(panel) == sorted(facts(panel), key=str.casefold)
    assert head.sortIndicatorSection() == -1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_leads_to_the_passage(qtbot: Any, panel: FactsTable, key: Qt.Key) -> None:
    panel.grid.setCurrentIndex(panel._model.index(*cell(panel, "people killed", "a4")))
    with qtbot.waitSignal(panel.passage_wished) as wished:
        qtbot.keyClick(panel.grid, key)
    (passage,) = wished.args
    assert passage.article_id == "a4"
    assert TEXTS["a4"][passage.start : passage.end] == passage.text


def test_entered_again_a_cell_leads_to_its_next_passage(qtbot: Any, panel: FactsTable) -> None:
    entry(panel, "A column per publisher").trigger()
    panel.grid.setCurrentIndex(panel._model.index(*cell(panel, "people killed", "Daily Echo")))
    seen = []
    panel.passage_wished.connect(lambda passage: seen.append(passage.article_id))
    for _ in range(3):
        qtbot.keyClick(panel.grid, Qt.Key.Key_Return)
    assert seen == ["a1", "a2", "a1"]


def test_an_empty_cell_leads_nowhere(qtbot: Any, panel: FactsTable) -> None:
    entry(panel, "All facts").trigger()
    row = next(n for n, one in enumerate(panel._model.rows) if {f.article_id for f in one.figures} == {"a1"})
    panel.grid.setCurrentIndex(panel._model.index(row, 3))
    with qtbot.assertNotEmitted(panel.passage_wished):
        qtbot.keyClick(panel.grid, Qt.Key.Key_Return)


def test_the_place_stays_when_the_facts_come_again(panel: FactsTable, made: Table) -> None:
    panel.grid.setCurrentIndex(panel._model.index(*cell(panel, "people killed", "a4")))
    place = panel.grid.place()
    panel.show_table("a1", made, ARTICLES)
    assert panel.grid.place() == place


def test_the_table_is_copied_without_formulas(qtbot: Any, panel: FactsTable) -> None:
    qtbot.keyClick(panel.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:3] == ["Fact", "Agreement", "Daily Echo 4 May 2031"]
    assert lines[0][-1] == "'=Star 6 May 2031"
    assert len({len(line) for line in lines}) == 1
    assert lines[1][-1] == "≠ 38 dead"


def test_no_cell_of_a_copy_is_a_formula(made: Table) -> None:
    cells = [cell for line in as_tsv(made.rows, COLUMNS).splitlines() for cell in line.split("\t")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_facts_are_asked_for_only_when_they_are_looked_at(qtbot: Any) -> None:
    panel = FactsTable()
    qtbot.addWidget(panel)
    wished: list[str] = []
    panel.table_wished.connect(wished.append)
    panel.offer([("a1", "Alma"), ("m1", "Torvik")], "m1")
    assert wished == []
    panel.show()
    assert wished == ["m1"]
    assert "Reading" in panel.grid.accessibleDescription()
    panel.hide()
    panel.show()
    assert wished == ["m1"]
    panel.offer([("a1", "Alma"), ("m1", "Torvik")], "a1")
    assert wished == ["m1", "m1"], "what was looked at is looked at still"


def test_an_answer_for_an_event_that_is_no_longer_chosen_is_dropped(panel: FactsTable) -> None:
    panel.show_table("m1", Table(()), {})
    assert facts(panel)


def test_what_was_stopped_is_asked_for_when_it_is_looked_at_again(qtbot: Any) -> None:
    panel = FactsTable()
    qtbot.addWidget(panel)
    panel.show()
    panel.offer([("a1", "Alma")], "a1")
    panel.stopped()
    assert "come back" in panel.grid.accessibleDescription()
    panel.hide()
    with qtbot.waitSignal(panel.table_wished):
        panel.show()


def test_without_articles_it_says_what_to_do(panel: FactsTable) -> None:
    panel.offer([], "")
    assert facts(panel) == []
    assert "Import" in panel.grid.accessibleDescription()
