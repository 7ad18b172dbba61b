"""What is shown at once after a ruling is what a look at everything gives."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import edits, importing, updating, workflow
from factcheck.model import Article, Entry, Finding, Ruling, Verb, Who
from factcheck.session import Session
from factcheck.text import Span

TEXTS = (
    "The bridge at Orm fell on 3 May 2031, the police said. Some 12 people were hurt when the bridge fell.",
    "The bridge at Orm fell on 4 May 2031, a witness said. Some 31 people were hurt when the bridge fell.",
    "The bridge at Orm fell on 5 May 2031. Some 12 people were hurt when the bridge fell, and 2 people died at Orm.",
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ruling") / "bridge.factcheck"
    with workflow.new_project(path, Who("Ada")) as session:
        for number, text in enumerate(TEXTS):
            workflow.add(session, importing.pasted(text, f"Paper {number}"))
    return path


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["confirmed", "dismissed", "scope", "clear", "undo", "withdraw", "by hand"]), st.integers(0, 9)
    ),
    max_size=4,
)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_a_look_at_what_was_touched_is_a_look_at_all(project: Path, steps: list[tuple[str, int]]) -> None:
    with Session.open(project, Who("Ada")) as session:
        before = len(session.undoable(1_000))
        proposed = workflow.propose(session.records).found
        assert len(proposed) > 1
        shown = [workflow.ruled(session.records, updating.standing(session.records, proposed))]
        quoted = updating.Quoted()
        news: list[Entry] = []
        session.subscribe(news.append)
        for step, place in steps:
            _do(session, shown[-1], step, place)
            for entry in news:
                found = updating.ruled_at_once(session.records, shown[-1], proposed, entry.edit, quoted)
                assert found == updating.ruled_at_once(session.records, shown[-1], proposed, entry.edit)
                quoted = quoted.reading(proposed).reading(found)
                shown.append(found)
            came_back = any(_came_back(entry) for entry in news)
            news.clear()
            whole = workflow.ruled(session.records, updating.standing(session.records, proposed))
            if came_back or sum(1 for _ in session.records.each(Ruling)) > 2:
                shown.append(whole)
            assert shown[-1] == whole
        while len(session.undoable(1_000)) > before:
            session.undo()


def _came_back(entry: Entry) -> bool:
    return any(isinstance(c.before, Article) and c.before.withdrawn for c in entry.edit.changes)


def _do(session: Session, found: list[Finding], step: str, place: int) -> None:
    if step == "undo":
        if session.next_undo and session.next_undo.label != "edit.add_article":
            session.undo()
    elif step == "withdraw":
        session.do(edits.withdraw(session.records, [[*session.records.each(Article)][place % 3].id]))
    elif found:
        _say(session, found[place % len(found)], step)


def _say(session: Session, finding: Finding, step: str) -> None:
    firsts = [position.passages[0] for position in finding.positions]
    if step == "by hand":
        if len(firsts) > 1:
            sides = [workflow.Side(p.article_id, Span(p.start, p.end)) for p in firsts[:2]]
            workflow.contradict(session, sides, finding.fact)
    elif step != "clear":
        workflow.rule(session, finding, Verb(step))
    elif finding.ruling:
        workflow.clear_ruling(session, finding)
