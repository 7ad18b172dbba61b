"""Findings that a person groups anew: what results is a record of its kind, and one step of undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import records, reshaping, workflow
from factcheck.errors import FactCheckError
from factcheck.model import Contradiction, Finding, Kind
from factcheck.session import Session
from factcheck.text import Span
from tests.store.making import add_article, dump, new_session

TOLD = {
    "Echo": "Twenty-four people died when the ferry Alma sank off Lunde on Tuesday, the coast guard said.\n",
    "Post": "Thirty-eight people were killed when the ferry Alma sank off Lunde.\n",
    "Herald": "The ferry Alma sank off Lunde and 24 people lost their lives.\n",
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with new_session(tmp_path / "p.factcheck") as session:
        for name, text in TOLD.items():
            add_article(session, name, name, text)
        yield session


def killed(session: Session) -> Finding:
    """The one proposed finding on the dead."""
    return next(f for f in workflow.findings(session) if f.fact == "people killed" and len(f.positions) == 2)


def made(session: Session) -> list[Finding]:
    return [f for f in workflow.findings(session) if f.made_id]


def by_hand(session: Session, fact: str, *values: str) -> Finding:
    sides = [
        workflow.Side(article.id, Span(0, 20), value)
        for article, value in zip(records.articles(session.records), values, strict=False)
    ]
    record = workflow.contradict(session, sides, fact)
    return next(f for f in made(session) if f.made_id == record.id)


def shape(finding: Finding) -> list[int]:
    return sorted(len(position.passages) for position in finding.positions)


def test_a_passage_is_moved_to_a_position_of_its_own_and_back_by_undo(session: Session) -> None:
    before, proposed = dump(session.records), killed(session)
    assert shape(proposed) == [1, 2]
    refs = [(at, i) for at, position in enumerate(proposed.positions) for i in range(len(position.passages))]
    reshaping.reshape(session, proposed, [[ref] for ref in refs])
    (one,) = made(session)
    assert (one.kind, shape(one)) == (proposed.kind, [1, 1, 1])
    assert proposed.id not in {f.id for f in workflow.findings(session)}
    session.undo()
    assert dump(session.records) == before
    assert killed(session).id == proposed.id


@pytest.mark.parametrize("of_hand", [False, True])
def test_one_position_is_an_agreement_and_two_are_a_dispute(session: Session, of_hand: bool) -> None:
    start = by_hand(session, "people killed", "24", "38") if of_hand else killed(session)
    refs = [(at, i) for at, position in enumerate(start.positions) for i in range(len(position.passages))]
    reshaping.reshape(session, start, [refs])
    (one,) = made(session)
    assert (one.kind, len(one.positions)) == (Kind.agreement, 1)
    reshaping.reshape(session, one, [refs_of(one)[:1], refs_of(one)[1:]])
    (two,) = made(session)
    assert (two.kind, len(two.positions)) == (Kind.contradiction, 2)


def refs_of(finding: Finding) -> list[reshaping.Ref]:
    return [(at, i) for at, position in enumerate(finding.positions) for i in range(len(position.passages))]


def test_a_split_leaves_a_lone_passage_out(session: Session) -> None:
    proposed = killed(session)
    lone = next(at for at, position in enumerate(proposed.positions) if len(position.passages) == 1)
    reshaping.split(session, proposed, [(lone, 0)])
    (one,) = made(session)
    assert (one.kind, shape(one)) == (Kind.agreement, [2])


def test_nothing_is_left_of_a_finding_without_passages(session: Session) -> None:
    proposed, before = killed(session), dump(session.records)
    with pytest.raises(FactCheckError, match="Nothing would be left"):
        reshaping.reshape(session, proposed, [[], [(0, 0)]])
    assert dump(session.records) == before


def test_what_a_joined_finding_stood_for_is_not_proposed_again(session: Session) -> None:
    proposed = killed(session)
    reshaping.reshape(session, proposed, [refs_of(proposed)[:1], refs_of(proposed)[1:]])
    (reshaped,) = made(session)
    own = by_hand(session, "the dead", "24 dead", "38 dead")
    reshaping.join(session, own, reshaped)
    (joined,) = made(session)
    assert joined.fact == "the dead"
    assert proposed.id not in {f.id for f in workflow.findings(session)}
    assert session.records.count(Contradiction) == 1
    session.undo()
    assert len(made(session)) == 2
