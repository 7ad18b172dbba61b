"""What matching found is kept only to be quick: it never says what the articles do not."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.session import Session
from tests.store.making import WHO, add_article, new_session


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.factcheck"
    with new_session(path) as session:
        add_article(session, "Echo", "Echo", "Twenty-four people died when the ferry Alma sank off Lunde.\n")
        add_article(session, "Post", "Post", "Thirty-eight people were killed when the ferry Alma sank off Lunde.\n")
        assert workflow.findings(session)
    return path


def test_what_is_kept_is_used(project: Path) -> None:
    with Session.open(project, WHO) as session:
        kept = workflow.kept_proposals(session.reader)
        assert kept == workflow.propose(session.records)


@pytest.mark.parametrize(
    ("told", "forged"),
    [
        ('"text":"Twenty-four', '"text":"Ninety-four'),
        ('"start":0', '"start":-1'),
        ('"start":0', '"start":1'),
        ('"spans":[[0,', '"spans":[[-9,'),
        ('"version_id":"v', '"version_id":"x'),
    ],
)
def test_what_the_articles_do_not_say_is_made_anew(project: Path, told: str, forged: str) -> None:
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        sql = "UPDATE derived_findings SET finding = replace(finding, ?, ?) WHERE instr(finding, ?) > 0"
        assert connection.execute(sql, (told, forged, told)).rowcount > 0
    with Session.open(project, WHO) as session:
        assert workflow.kept_proposals(session.reader) is None
        assert "Ninety" not in repr(workflow.findings(session))
