"""Undo shows what it took back."""

from pathlib import Path

from factcheck import edits, records
from factcheck.model import Article
from factcheck.ui.dialogs.history import HistoryDialog
from factcheck.ui.text import by_itself
from tests.ui.window.person import ALT, CTRL, Key, Person


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


def worked(person: Person, project: Path) -> list[list[object]]:
    """Four claims, one after the other; the records after each."""
    person.window.projects.open(project)
    person.rest()
    article = next(person.state().each(Article)).id
    states: list[list[object]] = [[*person.dump()]]
    for start in (0, 8, 16, 24):
        person.window.claim_wishes.mark_words(article, start, start + 6)
        states.append([*person.dump()])
    return states


def test_any_step_can_be_gone_back_to_and_brought_back(person: Person, project: Path) -> None:
    states = worked(person, project)

    def third(dialog: HistoryDialog) -> None:
        assert not dialog.ok.isEnabled()
        dialog.rows.setCurrentCell(3, 1)
        assert dialog.value() == 3
        assert "3 steps will be undone" in dialog.hint.text()

    person.answering(HistoryDialog, third, lambda: person.press(Key.Key_H, mod=CTRL))
    assert person.dump() == states[1]
    assert "3 steps undone" in person.told()

    def two_on(dialog: HistoryDialog) -> None:
        dialog.rows.setCurrentCell(1, 1)
        assert dialog.value() == -2

    person.answering(HistoryDialog, two_on, lambda: person.act("history"))
    assert person.dump() == states[3]


def test_an_arabic_name_in_a_step_keeps_its_marks_at_its_own_ends(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    title, article = "تصادم عبّارتين…", next(person.state().each(Article)).id
    person.bench.do(lambda state: edits.edit_article(state, article, title=title))
    person.bench.do(lambda state: edits.edit_article(state, article, author="Ina Holm"))
    said: list[str] = []

    def last(dialog: HistoryDialog) -> None:
        item = dialog.rows.item(0, 1)
        assert item
        said.append(item.text())
        dialog.rows.setCurrentCell(1, 1)

    person.answering(HistoryDialog, last, lambda: person.act("history"))
    assert said == [f"Edit “{by_itself(title)}”"]


def test_the_last_row_is_the_project_before_all_of_it(person: Person, project: Path) -> None:
    worked(person, project)
    person.answering(
        HistoryDialog,
        lambda dialog: dialog.rows.setCurrentCell(dialog.rows.rowCount() - 1, 1),
        lambda: person.act("history"),
    )
    assert person.state().count(Article) == 0
    assert not person.can("undo")


def test_a_message_takes_back_the_very_step_of_which_it_tells(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    article = next(person.state().each(Article))
    person.window.claim_wishes.mark_words(article.id, 0, 10)
    (claim,) = records.claims(person.state())
    before = person.dump()
    person.window.claim_wishes.withdraw([claim.id])
    person.act("message")  # its key
    assert person.dump() == before

    person.window.claim_wishes.withdraw([claim.id])
    offer = person.bench.toast.latest()
    assert offer
    person.window.claim_wishes.mark_words(article.id, 12, 20)
    later = person.dump()
    offer.do()
    assert "Other steps were taken since" in person.told()
    assert person.dump() == later
    person.act("close_message")
    assert "Other steps" not in person.told()
