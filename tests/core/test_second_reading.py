"""A second reader judges blind; both verdicts are kept, laid open together and compared."""

import pytest

from factcheck import blind, edits, records
from factcheck.errors import FactCheckError
from factcheck.model import Article, Claim, Outcome, Reader, Scale, Verdict, Who
from factcheck.session import Session
from tests.store.making import WHO, add_claim, dump

BOB = Who("Bob", "bob-2")


@pytest.fixture
def claim(session: Session) -> Claim:
    made = add_claim(session, next(session.records.each(Article)), 1)
    session.do(edits.set_verdict(session.records, made.id, "true", WHO, words={"summary": "It did."}))
    return made


def second(session: Session, claim: Claim, rating: str = "false") -> None:
    session.do(edits.set_verdict(session.records, claim.id, rating, BOB, Reader.second))


def given(session: Session, claim: Claim, reader: Reader = Reader.second) -> Verdict:
    found = records.verdict(session.records, claim.id, reader)
    assert found
    return found


def first_seen(session: Session, claim: Claim) -> list[bool]:
    """Whether the second reader sees the first verdict, on every way of reading."""
    seen = blind.seen_by(session.records, Reader.second)
    first = given(session, claim, Reader.first)
    one = seen.get(Verdict, first.id)
    return [first in seen.where(Verdict, claim_id=claim.id), first in list(seen.each(Verdict)), first == one]


def test_the_first_verdict_is_hidden_until_the_second_is_laid_open(session: Session, claim: Claim) -> None:
    assert first_seen(session, claim) == [False] * 3
    second(session, claim)
    assert first_seen(session, claim) == [False] * 3
    session.do(edits.reveal(session.records, claim.id))
    assert first_seen(session, claim) == [True] * 3


def test_what_is_seen_is_the_same_whatever_the_first_verdict_is(session: Session, claim: Claim) -> None:
    scale = session.records.get(Scale, records.project(session.records).scale_id)
    assert scale is not None
    seen = []
    for rating in scale.ratings:
        session.do(edits.set_verdict(session.records, claim.id, rating.key, WHO, words={"summary": rating.label}))
        seen.append(dump(blind.seen_by(session.records, Reader.second)))
    assert len(seen) > 1
    assert all(one == seen[0] for one in seen)


def test_names_of_steps_do_not_tell_it_either(session: Session, claim: Claim) -> None:
    def told(reader: Reader) -> set[str]:
        history = session.history_of(claim.id)
        return {entry.edit.label for entry in blind.told(session.records, history, lambda entry: entry.edit, reader)}

    assert "edit.set_verdict" not in told(Reader.second)
    assert "edit.add_claim" in told(Reader.second)
    assert "edit.set_verdict" in told(Reader.first)


def test_what_comes_of_it_is_kept_beside_both_verdicts(session: Session, claim: Claim) -> None:
    second(session, claim)
    with pytest.raises(FactCheckError, match="blind"):
        edits.compare(session.records, claim.id, Outcome.agree)
    session.do(edits.reveal(session.records, claim.id))
    session.do(edits.compare(session.records, claim.id, Outcome.discuss, "Which day is meant?"))
    assert (given(session, claim).outcome, given(session, claim).remark) == (Outcome.discuss, "Which day is meant?")
    assert [given(session, claim, reader).rating for reader in Reader] == ["true", "false"]


@pytest.mark.parametrize("reader", list(Reader))
def test_another_rating_is_to_be_compared_anew(session: Session, claim: Claim, reader: Reader) -> None:
    second(session, claim)
    session.do(edits.reveal(session.records, claim.id))
    session.do(edits.compare(session.records, claim.id, Outcome.agree))
    session.do(edits.set_verdict(session.records, claim.id, "half", WHO, reader))
    assert given(session, claim).outcome is None
    assert given(session, claim).revealed
    session.undo()
    assert given(session, claim).outcome is Outcome.agree


def test_there_is_nothing_to_lay_open_before_a_second_rating(session: Session, claim: Claim) -> None:
    session.do(edits.write_verdict(session.records, claim.id, "summary", "Hm.", BOB, Reader.second))
    with pytest.raises(FactCheckError, match="No second reader"):
        edits.reveal(session.records, claim.id)
