"""Undo shows what it took back."""

from pathlib import Path

from factcheck.model import Article
from tests.ui.window.person import ALT, Key, Person


def test_undo_and_redo_go_to_the_finding_whose_ruling_they_touch(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    person.press(Key.Key_4, mod=ALT)
    person.press(Key.Key_Home)
    first = person.window.presenter.finding
    person.press(Key.Key_Y)
    assert person.window.presenter.finding != first, "ruling goes on to the next"
    person.act("undo")
    assert person.window.presenter.finding == first
    person.press(Key.Key_End)
    person.act("redo")
    assert person.window.presenter.finding == first
    assert person.bench.findings.current() == first


def test_undo_goes_to_the_claim_that_it_changes(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    article = next(person.state().each(Article)).id
    person.window.claim_wishes.mark_words(article, 0, 10)
    first = person.window.presenter.claim
    assert first
    person.window.claim_wishes.rate_by_digit(first, 1)
    person.window.claim_wishes.mark_words(article, 12, 20)
    second = person.window.presenter.claim
    person.act("undo")  # the second claim
    assert person.window.presenter.claim is None
    person.act("undo")  # the verdict on the first
    assert person.window.presenter.claim == first
    person.act("redo")
    person.act("redo")
    assert person.window.presenter.claim == second
