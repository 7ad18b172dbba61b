"""The findings list shows what is in dispute and is ruled on by single keys."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from factcheck.model import Finding, Kind, Ruling, Verb
from factcheck.ui.models.findings_model import PassageInfo, positions_text
from factcheck.ui.views.findings_list import FindingsList
from tests.ui.panels.samples import CATALOGUE, findings, quake


def info(article: str) -> PassageInfo:
    return PassageInfo(f"Title of {article}", "Valley Courier", "2026-03-12")


@pytest.fixture
def panel(qtbot: Any) -> FindingsList:
    made = FindingsList(CATALOGUE)
    qtbot.addWidget(made)
    made.resize(1000, 240)
    made.set_findings(findings(), info)
    made.show()
    return made


def shown(panel: FindingsList) -> list[str]:
    rows = panel._model.rows
    return [rows.id_at(place) for place in range(len(rows))]


def ruled(finding: Finding, verb: Verb) -> Finding:
    return replace(finding, ruling=Ruling("r9", verb, finding.kind, finding.fact, (), "Noor", 1))


def test_what_is_disputed_is_shown_at_first_best_first(panel: FindingsList) -> None:
    assert shown(panel) == ["f2", "f1", "f3", "f4", "f5"]


def test_kinds_rulings_and_words_filter(panel: FindingsList) -> None:
    panel.kinds.setCurrentIndex(panel.kinds.findText("Agreement"))
    assert shown(panel) == ["f6"]
    panel.clear_filter()
    panel.rulings.setCurrentIndex(panel.rulings.findText("Dismissed"))
    assert shown(panel) == ["f4"]
    panel.clear_filter()
    panel.filter_field.setText("officials put")  # words of a quote
    assert shown(panel) == ["f1"]


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


def test_after_a_ruling_the_next_open_finding_is_chosen(qtbot: Any, panel: FindingsList) -> None:
    def rule(finding_id: str, verb: str) -> None:
        now = [ruled(f, Verb(verb)) if f.id == finding_id else f for f in findings()]
        panel.set_findings(now, info)

    panel.ruling_wished.connect(rule)
    panel.select("f3")
    with qtbot.waitSignal(panel.finding_chosen) as told:
        qtbot.keyClick(panel.table, Qt.Key.Key_Y)
    assert told.args == ["f5"]  # f4 was ruled on long ago
    assert panel.current() == "f5"


def test_a_ruling_goes_on_although_the_filter_then_hides_the_finding(qtbot: Any, panel: FindingsList) -> None:
    panel.rulings.setCurrentIndex(panel.rulings.findText("Open"))
    panel.ruling_wished.connect(
        lambda *_: panel.set_findings([ruled(f, Verb.confirmed) if f.id == "f1" else f for f in findings()], info)
    )
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


def test_the_chosen_finding_stays_chosen_in_other_company(qtbot: Any, panel: FindingsList) -> None:
    panel.select("f3")
    with qtbot.assertNotEmitted(panel.finding_chosen):
        panel.set_findings(list(reversed(findings())), info)
    assert panel.current() == "f3"


def test_positions_are_summed_up() -> None:
    assert positions_text(quake()) == "24: two articles; 38: one article"


@pytest.mark.parametrize(
    ("articles", "running", "findings_there", "words"),
    [
        (0, False, False, "Import articles"),
        (2, True, False, "Comparing"),
        (2, False, False, "by hand"),
        (2, False, True, "Nothing is in dispute"),
    ],
)
def test_an_empty_list_says_why(
    panel: FindingsList, articles: int, running: bool, findings_there: bool, words: str
) -> None:
    panel.set_state(articles, running)
    panel.set_findings([f for f in findings() if findings_there and f.kind is Kind.agreement], info)
    assert words in panel.table.accessibleDescription()
