"""Who added a piece of evidence, and when, is told by history."""

from pathlib import Path
from unittest.mock import patch

import pytest

from factcheck import edits, publishing, reporting
from factcheck.model import Added, Claim, Note, Stance, Who
from factcheck.session import Session
from factcheck.store.replay import state_at
from tests.store.making import WHO, add_article, add_claim

BOB = Who("Bob", "bob-2")
ADDED, LATER = 1_900_000_000, 1_900_100_000


@pytest.fixture
def claim(session: Session) -> Claim:
    return add_claim(session, add_article(session), 1)


def add(session: Session, claim: Claim, text: str, at: int = ADDED) -> str:
    edit, made = edits.add_evidence(session.records, claim.id, Note(text), Stance.supports)
    with patch("factcheck.session.edits.now", lambda: at):
        session.do(edit)
    return made.id


def test_it_is_the_one_who_added_it_whoever_works_on_it_later(path: Path, session: Session, claim: Claim) -> None:
    mine = add(session, claim, "Seen in the register.")
    session.close()
    with Session.open(path, BOB) as again:
        his = add(again, claim, "Heard on the phone.", LATER)
        again.do(edits.edit_evidence(again.records, mine, comment="Looked at once more."))
        assert again.reader.evidence_added() == {mine: Added(WHO.name, ADDED), his: Added("Bob", LATER)}


def test_it_is_still_so_after_undo_and_redo_by_another(path: Path, session: Session, claim: Claim) -> None:
    mine = add(session, claim, "Seen in the register.")
    session.close()
    with Session.open(path, BOB) as again:
        again.undo()
        assert again.reader.evidence_added() == {}
        again.redo()
        assert again.reader.evidence_added() == {mine: Added(WHO.name, ADDED)}


def test_one_claim_can_be_asked_for(session: Session, claim: Claim) -> None:
    other = add_claim(session, add_article(session, "Echo"), 2)
    mine, its = add(session, claim, "Of the first."), add(session, other, "Of the second.")
    assert session.reader.evidence_added(claim.id).keys() == {mine}
    assert session.reader.evidence_added().keys() == {mine, its}


def test_a_state_made_again_from_history_tells_the_same(session: Session, claim: Claim) -> None:
    add(session, claim, "Seen in the register.")
    with session.snapshot() as now, state_at(now, now.head()) as then:
        assert then.evidence_added() == now.evidence_added() != {}


def test_a_report_says_who(session: Session, claim: Claim) -> None:
    add(session, claim, "Seen in the register.")
    report = publishing.report(session.reader, [], reporting.ReportOptions())
    (item,) = report.claims[0].evidence
    assert [(field.label, field.value) for field in item.fields] == [("Added by", f"{WHO.name}, 17 March 2030")]


def test_a_report_says_nothing_of_who_added_what_is_withheld(session: Session, claim: Claim) -> None:
    id = add(session, claim, "Told in confidence.")
    session.do(edits.withhold(session.records, [id]))
    report = publishing.report(session.reader, [], reporting.ReportOptions())
    (item,) = report.claims[0].evidence
    assert item.fields == ()
