"""A ruling and the note that says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.model import Finding, Ruling, Verb
from factcheck.session import Session
from tests.store.making import add_article, new_session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with new_session(tmp_path / "p.factcheck") as made:
        add_article(made, "Echo", "Echo", "Twenty-four people died when the ferry Alma sank off Lunde.\n")
        add_article(made, "Post", "Post", "Thirty-eight people were killed when the ferry Alma sank off Lunde.\n")
        workflow.rule(made, found(made), Verb.confirmed, "Both stand in print.")
        yield made


def found(session: Session) -> Finding:
    return next(f for f in workflow.findings(session) if len(f.positions) == 2)


def ruling(session: Session) -> Ruling:
    (only,) = session.records.each(Ruling)
    return only


def test_another_ruling_does_not_keep_the_words_on_the_one_before(session: Session) -> None:
    workflow.rule(session, found(session), Verb.dismissed)
    assert (ruling(session).verb, ruling(session).note) == (Verb.dismissed, "")


def test_the_words_on_the_one_before_come_back_with_it(session: Session) -> None:
    workflow.rule(session, found(session), Verb.dismissed)
    session.undo()
    assert (ruling(session).verb, ruling(session).note) == (Verb.confirmed, "Both stand in print.")


def test_the_same_ruling_once_more_changes_nothing(session: Session) -> None:
    revision = session.revision
    workflow.rule(session, found(session), Verb.confirmed)
    assert session.revision == revision
    assert ruling(session).note == "Both stand in print."
