"""What a person reaches by keys alone, and where the keys are afterwards."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from factcheck import edits, records
from factcheck.model import Claim, Note, Stance
from factcheck.text import Span
from tests.ui.window.person import ALT, CTRL, SHIFT, Key, Person


@pytest.fixture
def checker(person: Person, project: Path) -> Person:
    """A person with a claim that has a piece of evidence; the keys are in the claims table."""
    person.window.projects.open(project)
    person.rest()
    state, article = person.state(), records.articles(person.state())[0]
    edit, claim = edits.add_claim(state, article.id, Span(0, 19))
    person.bench.session.do(edit)
    person.bench.session.do(edits.add_evidence(person.state(), claim.id, Note("Logbook."))[0])
    person.press(Key.Key_3, mod=ALT)
    person.press(Key.Key_Down)
    assert person.bench.panel.current() == claim.id
    return person


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the keys go nowhere"
    return found


def name_of_focus() -> str:
    return focus().accessibleName()


PARTS = {
    Key.Key_1: "Claim in neutral words",
    Key.Key_2: "Claimant",
    Key.Key_3: "Summary",
    Key.Key_4: "Evidence 1, ○ Context · Secondary: Logbook.",
    Key.Key_5: "Asked when, and how",
}


@pytest.mark.parametrize("key", PARTS, ids=lambda key: key.name)
def test_one_key_leads_to_each_part_of_the_claim_and_escape_back(checker: Person, key: Key) -> None:
    checker.press(key, mod=CTRL)
    assert name_of_focus() == PARTS[key]
    checker.press(Key.Key_Escape)
    assert focus() is checker.bench.claims.table


def test_escape_leads_back_to_the_text_if_one_came_from_there(checker: Person) -> None:
    checker.press(Key.Key_2, mod=ALT)
    text = focus()
    checker.press(Key.Key_2, mod=CTRL)
    checker.enter("The harbour master")
    checker.press(Key.Key_Escape)
    assert focus() is text
    assert next(checker.state().each(Claim)).claimant == "The harbour master"


def test_without_a_claim_the_way_to_its_parts_says_so(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    person.press(Key.Key_1, mod=CTRL)
    assert "Choose the claim first" in person.told()


def test_a_key_says_what_evidence_does_to_its_claim(checker: Person) -> None:
    claim = next(checker.state().each(Claim)).id
    checker.press(Key.Key_4, mod=CTRL)
    for key, held, stance in (
        (Key.Key_Minus, None, Stance.refutes),
        (Key.Key_O, None, Stance.context),
        (Key.Key_Plus, SHIFT, Stance.supports),
    ):
        checker.press(key, **({"mod": held} if held else {}))
        assert records.evidence(checker.state(), claim)[0].stance is stance
    assert name_of_focus().startswith("Evidence 1")


def test_slash_goes_to_the_filter_of_claims_and_escape_resets_it(checker: Person) -> None:
    checker.press(Key.Key_Slash)
    assert focus() is checker.bench.claims.filter_field
    checker.enter("nowhere")
    assert checker.bench.claims.table.model().rowCount() == 0
    checker.press(Key.Key_Escape)
    assert checker.bench.claims.table.model().rowCount() == 1
    assert focus() is checker.bench.claims.table


def test_slash_goes_to_the_filter_of_articles_and_escape_resets_it(checker: Person) -> None:
    rows = checker.bench.articles
    checker.press(Key.Key_1, mod=ALT)
    checker.press(Key.Key_Slash)
    checker.enter("Herald")
    assert rows.model.rowCount() == 1
    checker.press(Key.Key_Escape)
    assert rows.model.rowCount() == 2
    assert focus() is rows.list


def test_an_article_that_is_opened_has_the_keys_one_that_is_laid_beside_it_has_not(checker: Person) -> None:
    rows, desk = checker.bench.articles, checker.bench.desk
    checker.act("close_pane")
    checker.press(Key.Key_1, mod=ALT)
    checker.press(Key.Key_End)
    checker.press(Key.Key_Return)
    assert desk.isAncestorOf(focus())
    assert desk.shown() == [rows.selected()]
    checker.act("split")
    checker.press(Key.Key_1, mod=ALT)
    checker.press(Key.Key_Home)
    checker.press(Key.Key_Return, mod=CTRL)
    assert focus() is rows.list


def test_a_pane_that_was_made_for_it_gets_the_article_wherever_else_it_is_shown(checker: Person) -> None:
    rows, desk = checker.bench.articles, checker.bench.desk
    checker.press(Key.Key_T, mod=CTRL)
    checker.press(Key.Key_1, mod=ALT)
    checker.press(Key.Key_Home)
    assert rows.selected() in desk.shown()
    checker.press(Key.Key_Return)
    assert desk.shown()[2] == rows.selected()
    assert desk.panes()[2].isAncestorOf(focus())


def test_return_presses_the_button_that_has_the_keys(checker: Person) -> None:
    claim = next(checker.state().each(Claim)).id
    checker.press(Key.Key_5, mod=ALT)
    checker.press(Key.Key_Tab)
    named = name_of_focus()
    checker.press(Key.Key_Return)
    given = records.verdict(checker.state(), claim)
    assert given
    scale = checker.bench.panel.verdict.buttons
    assert scale[given.rating].accessibleName() == named


def test_return_on_what_is_missing_leads_there_and_exports_nothing(checker: Person) -> None:
    checker.act("preview")
    dialog = checker.window.previews.dialog
    assert dialog is not None
    checker.until(dialog.missing.count, 60)  # the first report loads much
    dialog.missing.setFocus()
    dialog.missing.setCurrentRow(0)
    wished: list[bool] = []
    dialog.export_wished.disconnect()
    dialog.export_wished.connect(lambda: wished.append(True))
    checker.qtbot.keyClick(dialog.missing, Key.Key_Return)
    assert wished == []
    checker.come_back()
    assert checker.bench.panel.isAncestorOf(focus())
