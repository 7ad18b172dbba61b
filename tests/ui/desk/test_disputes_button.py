"""The head of an article says how much of it is in dispute, and leads there."""

from typing import Any

import pytest

from factcheck.ui.views.disputes_button import Dispute, DisputesButton

THREE = [Dispute("f1", within=False), Dispute("f2", within=True), Dispute("f3", within=False)]
GIST = {
    "f1": ("People killed", "24 against 38"),
    "f2": ("Date", "Monday against Tuesday"),
    "f3": ("Bread & water", "said and denied"),
}


@pytest.fixture
def button(qtbot: Any) -> DisputesButton:
    made = DisputesButton()
    qtbot.addWidget(made)
    made.show()
    made.set_disputes(THREE, GIST.__getitem__)
    return made


def entries(button: DisputesButton) -> dict[str, Any]:
    button._fill()
    return {action.text(): action for action in button.menu().actions() if not action.isSeparator()}


def test_it_counts_and_says_what_stands_within_the_article(button: DisputesButton) -> None:
    assert button.text() == "3"
    assert button.accessibleName() == "3 facts of this article in dispute, 1 of them within it"


def test_without_disputes_it_is_gone(button: DisputesButton) -> None:
    button.set_disputes([])
    assert not button.isVisible()


def test_its_menu_leads_to_each_fact_and_to_the_list(qtbot: Any, button: DisputesButton) -> None:
    offered = entries(button)
    assert [*offered] == [
        "People killed: 24 against 38",
        "Date: Monday against Tuesday (within this article)",
        "Bread && water: said and denied",
        "Show only these in the list",
    ]
    with qtbot.waitSignal(button.finding_wished) as told:
        offered["Date: Monday against Tuesday (within this article)"].trigger()
    assert told.args == ["f2"]
    with qtbot.waitSignal(button.list_wished):
        offered["Show only these in the list"].trigger()
