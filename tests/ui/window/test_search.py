"""Search over everything, by keys, and the way to where the words stand."""

from pathlib import Path

from factcheck import edits
from factcheck.model import Note
from factcheck.ui.offers import Sort
from tests.ui.window.person import CTRL, Key, Person


def look_for(person: Person, words: str) -> list[Sort]:
    person.press(Key.Key_K, mod=CTRL)
    view = person.window.seeker.view
    person.enter(words)
    person.until(lambda: view.shown() or "nowhere" in view.nothing.text())
    return [offer.sort for offer in view.shown()]


def test_words_of_a_text_are_gone_to_and_selected(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    assert look_for(person, "31 people") == [Sort.text]
    person.press(Key.Key_Return)
    person.until(person.bench.desk.selection)
    article_id, span = person.bench.desk.selection() or ("", None)
    pane = person.bench.desk.pane_of(article_id)
    assert pane is not None
    assert span is not None
    assert span.of(person.bench.desk.panes()[pane].text.text()) == "31 people"


def test_evidence_leads_to_its_claim(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    edit, (claim,) = edits.add_claims(person.state(), [{"wording": "Few were hurt"}])
    person.bench.do(lambda _: edit)
    person.bench.do(lambda state: edits.add_evidence(state, claim.id, Note("The ward sister was asked."))[0])
    assert look_for(person, "ward sister") == [Sort.evidence]
    person.press(Key.Key_Return)
    person.until(lambda: person.window.presenter.claim == claim.id)
    assert person.bench.panel.add_evidence.hasFocus()


def test_words_that_stand_nowhere_say_so(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    assert look_for(person, "zeppelin") == []
    person.press(Key.Key_Escape)
    assert person.window.seeker.view.isHidden()


def test_a_project_may_be_closed_while_it_is_searched(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.press(Key.Key_K, mod=CTRL)
    person.enter("people")
    person.act("close_project")
    assert person.window.seeker.view.isHidden()
    person.act("search")
    assert "Open a project" in person.told()
