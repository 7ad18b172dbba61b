"""The facts table in the window: made when it is looked at, led through by keys, gone with its project."""

from pathlib import Path

import pytest

from factcheck import edits, workflow
from factcheck.model import Article
from tests.ui.window.conftest import ADA, add
from tests.ui.window.person import ALT, Key, Person


@pytest.fixture
def shown(person: Person, project: Path) -> Person:
    person.window.projects.open(project)
    person.rest()
    person.press(Key.Key_6, mod=ALT)
    person.until(lambda: person.bench.facts._model.rows)
    return person


def facts(person: Person) -> list[str]:
    return [row.fact for row in person.bench.facts._model.rows]


def test_a_key_leads_to_the_facts_and_enter_to_a_passage(shown: Person) -> None:
    assert [column.name for column in shown.bench.facts._model.columns] == ["Wire", "Herald"]
    row = facts(shown).index("people injured")
    shown.bench.facts.grid.setCurrentIndex(shown.bench.facts._model.index(row, 0))
    shown.press(Key.Key_Right, Key.Key_Return)
    herald = next(a for a in shown.state().each(Article) if a.title == "Herald")
    pane = shown.bench.desk.pane_of(herald.id)
    assert pane is not None
    text = shown.bench.desk.panes()[pane].text
    assert [span.of(text.text()) for span in text.passages()] == ["Some 31 people were hurt when the bridge fell."]


def test_the_facts_follow_the_articles(shown: Person) -> None:
    add(shown.bench.session, "The bridge at Orm fell on 4 May 2031. Some 31 people were hurt as it fell.\n", "Post")
    shown.until(lambda: len(shown.bench.facts._model.columns) == 3)
    row = shown.bench.facts._model.rows[facts(shown).index("people injured")]
    assert (row.sources, row.agree, row.apart) == (3, 2, 1)
    shown.bench.do(lambda state: edits.withdraw(state, [a.id for a in state.each(Article)]))
    shown.until(lambda: not shown.bench.facts._model.rows)


def test_articles_whose_reading_was_stopped_are_read_when_somebody_looks(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    person.window.leave_project()
    person.window.projects.open(project)  # what was found is kept: nothing is matched, after which they would be read
    person.bench.jobs.cancel("events")
    person.rest()
    assert person.bench.survey.events == []
    person.press(Key.Key_6, mod=ALT)
    person.until(lambda: person.bench.facts._model.rows)


def test_another_project_has_facts_of_its_own(shown: Person, tmp_path: Path) -> None:
    shown.window.show_project(workflow.new_project(tmp_path / "other.factcheck", ADA))
    shown.rest()
    assert facts(shown) == []
