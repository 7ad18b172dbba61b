"""At the window: a second reader judges blind, claims are merged and split, what a step wrote comes back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import edits, records
from factcheck.model import Claim, Note, Outcome, Reader
from factcheck.text import Span
from factcheck.ui.dialogs.joining import MergeDialog, SplitClaimDialog
from factcheck.ui.models.rows import ROW
from factcheck.ui.views.field import LineField
from tests.ui.window.person import ALT, Key, Person


@pytest.fixture
def checker(person: Person, project: Path) -> Person:
    """A person with two claims, the first of them chosen."""
    person.window.projects.open(project)
    person.rest()
    for article in records.articles(person.state()):
        edit = edits.add_claim(person.state(), article.id, Span(0, 19))[0]
        person.bench.session.do(edit)
        person.bench.session.end_typing()
    claim(person, 1)
    return person


def numbered(person: Person, number: int) -> Claim:
    return next(c for c in person.state().each(Claim) if c.number == number)


def claim(person: Person, number: int) -> Claim:
    """Makes it the current one."""
    found = numbered(person, number)
    person.window.claim_wishes.choose(found.id)
    return found


def row_rating(person: Person, number: int) -> str:
    model = person.bench.claims.table.model()
    rows = (model.index(place, 0).data(ROW) for place in range(model.rowCount()))
    row = next(row for row in rows if row.claim.number == number)
    return row.rating.key if row.rating else ""


def mark_colours(person: Person) -> set[str]:
    one = numbered(person, 1).id
    texts = (pane.text for pane in person.bench.desk.panes())
    return {mark.colour for text in texts for mark in text.marks_at(3) if mark.id == one}


def test_a_second_reader_sees_nothing_of_the_first_verdict_before_giving_one(checker: Person) -> None:
    panel, one = checker.bench.panel, numbered(checker, 1)
    checker.window.claim_wishes.rate_current(1)
    checker.window.claim_wishes.write_verdict(one.id, "summary", "It fell.")
    first = records.verdict(checker.state(), one.id)
    assert first
    assert row_rating(checker, 1) == first.rating
    assert mark_colours(checker) != {"unrated"}

    checker.act("second_reader")
    assert row_rating(checker, 1) == ""
    assert mark_colours(checker) == {"unrated"}
    assert panel.words.fields["summary"].read() == ""
    assert not any(button.isChecked() for button in panel.verdict.buttons.values())
    assert not any("verdict" in entry.label for entry in panel.history._entries)

    checker.window.claim_wishes.rate_current(5)
    assert records.verdict(checker.state(), one.id) == first
    assert row_rating(checker, 1) == ""
    panel.second.reveal.click()
    assert row_rating(checker, 1) == first.rating
    assert panel.second._both.isVisible()
    panel.second.outcomes["discuss"].click()
    second = records.verdict(checker.state(), one.id, Reader.second)
    assert second
    assert (second.outcome, second.revealed) == (Outcome.discuss, True)

    checker.act("second_reader")
    assert panel.words.fields["summary"].read() == "It fell."


def test_two_claims_become_one_and_two_again(checker: Person) -> None:
    before = checker.dump()
    one, two = numbered(checker, 1), numbered(checker, 2)
    checker.answering(MergeDialog, lambda d: d.filter.setText("2."), lambda: checker.act("merge_claim"))
    assert [c.id for c in records.claims(checker.state())] == [one.id]
    moved = records.appearances(checker.state(), one.id)[1]
    checker.answering(SplitClaimDialog, lambda d: d.tick(moved.id), lambda: checker.act("split_claim"))
    assert [c.number for c in records.claims(checker.state())] == [1, 3]
    assert checker.window.presenter.claim == numbered(checker, 3).id
    checker.act("undo")
    checker.act("undo")
    assert checker.dump() == before
    claim(checker, 1)
    checker.bench.claims.merge_wished.emit([two.id, one.id])
    assert [c.id for c in records.claims(checker.state())] == [one.id]
    checker.act("undo")
    assert checker.dump() == before


def test_a_kept_claim_lists_what_was_done_to_the_merged_one(checker: Person) -> None:
    two = numbered(checker, 2)
    checker.window.claim_wishes.write(two.id, "place", "Kastel")
    checker.bench.session.end_typing()
    checker.bench.claims.merge_wished.emit([numbered(checker, 1).id, two.id])
    history = checker.bench.panel.history
    place = next(entry for entry in history._entries if "place" in entry.label)
    assert place.of == 2
    assert any("claim 2, merged later" in card.accessibleName() for card in history.list.cards)
    checker.window.claim_wishes.write(numbered(checker, 1).id, "place", "Orm")
    checker.bench.session.end_typing()
    history.restore_wished.emit(place.sequence)
    assert numbered(checker, 1).place == "Kastel"


def test_a_copy_is_the_current_claim(checker: Person) -> None:
    checker.act("duplicate_claim")
    assert checker.window.presenter.claim == numbered(checker, 3).id
    checker.act("split_claim")
    assert "duplicate" in checker.told()


def test_what_a_step_wrote_comes_back_in_one_step(checker: Person) -> None:
    one = numbered(checker, 1)
    for text in ("Orm", "Elsewhere"):
        checker.window.claim_wishes.write(one.id, "place", text)
        checker.bench.session.end_typing()
    steps = [e for e in checker.bench.panel.history._entries if "place" in e.label]
    checker.bench.panel.history.restore_wished.emit(steps[-1].sequence)
    assert numbered(checker, 1).place == "Orm"
    checker.bench.panel.history.restore_wished.emit(steps[-1].sequence)
    assert "already" in checker.told()
    checker.act("undo")
    assert numbered(checker, 1).place == "Elsewhere"


def test_a_withdrawn_article_says_what_hangs_on_it(checker: Person) -> None:
    article = records.articles(checker.state())[0]
    checker.window.article_wishes.withdraw(article.id)
    assert "1 claim made in it, 1 of them nowhere else" in checker.told()


def test_evidence_and_what_cites_it_move_together_by_keys(checker: Person) -> None:
    one, panel = numbered(checker, 1), checker.bench.panel
    for text in ("Log", "Call"):
        checker.bench.session.do(edits.add_evidence(checker.state(), one.id, Note(text))[0])
    checker.window.claim_wishes.write_verdict(one.id, "rationale", "The log [1] and a call [2].")
    checker.window.layout_of.to_panel()
    panel.evidence.list.cards[1].setFocus()
    checker.until(panel.evidence.list.cards[1].hasFocus)
    checker.press(Key.Key_Up, mod=ALT)
    assert panel.words.fields["rationale"].read() == "The log [2] and a call [1]."


def test_sections_stay_closed_for_the_next_window(checker: Person, new_person: Callable[[], Person]) -> None:
    sections = checker.bench.panel.sections
    sections["details"][0].heading.click()
    sections["history"][0].heading.click()
    checker.window.layout_of.remember()
    later = new_person().bench.panel.sections
    assert {key: section.is_open() for key, (section, _) in later.items()} == {
        key: section.is_open() for key, (section, _) in sections.items()
    }
    assert not later["details"][0].is_open()
    assert later["history"][0].is_open()


def test_a_deadline_that_is_over_is_said_until_the_work_is_done(checker: Person) -> None:
    one, panel = numbered(checker, 1), checker.bench.panel
    checker.window.claim_wishes.write(one.id, "deadline", "2020-01-31")
    checker.window.claim_wishes.write(one.id, "reply_due", "31 January 2020")
    panel.priority_wished.emit(one.id, 3)
    assert panel.priority.currentText() == "Urgent"
    heads = {key: section.heading.accessibleName() for key, (section, _) in panel.sections.items()}
    assert "overdue" in heads["details"]
    assert "answer overdue" in heads["reply"]
    checker.window.claim_wishes.set_status([one.id], "decided")
    assert "overdue" not in panel.sections["details"][0].heading.accessibleName()


def test_what_other_claims_have_is_offered_while_one_types(checker: Person) -> None:
    checker.window.claim_wishes.write(numbered(checker, 2).id, "claimant", "The mayor of Orm")
    field = checker.bench.panel.details.fields["claimant"]
    assert isinstance(field, LineField)
    field.setFocus()
    checker.until(field.hasFocus)
    completer = field.completer()
    completer.setCompletionPrefix("mayor")
    assert completer.currentCompletion() == "The mayor of Orm"
    field.setText(completer.currentCompletion())
    field.flush()
    assert numbered(checker, 1).claimant == "The mayor of Orm"
