"""The findings follow the project: matched when articles change, ruled anew when only rulings do."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from factcheck import edits, updating, workflow
from factcheck.matching import find as find_all
from factcheck.model import Article, Finding, Verb
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.session import Session
from factcheck.ui.feed import Feed
from factcheck.ui.jobs import Jobs
from factcheck.writing import Writing
from tests.ui.window.conftest import HERALD, add
from tests.ui.window.person import Person

_propose = workflow.propose


class Matching:
    """Matching that counts its runs and waits for leave."""

    def __init__(self) -> None:
        self.runs = 0
        self.begun, self.leave = threading.Event(), threading.Event()
        self.leave.set()

    def __call__(
        self, state: Records, progress: Progress = silent, find: workflow.Find = find_all
    ) -> workflow.Proposals:
        found = _propose(state, progress, find)
        self.runs += 1
        self.begun.set()
        assert self.leave.wait(10)
        return found


@pytest.fixture
def matching(monkeypatch: pytest.MonkeyPatch) -> Matching:
    made = Matching()
    monkeypatch.setattr(workflow, "propose", made)
    return made


@pytest.fixture
def feed(qtbot: QtBot, session: Session) -> Iterator[Feed]:  # noqa: ARG001 - there must be an application
    jobs = Jobs()
    made = Feed(jobs)

    def lend(_name: str, work: Callable[[Session], object], done: Callable[[Writing], object]) -> None:
        done(session.lend(work))

    made.lend = lend
    end = session.subscribe(made.entry)
    yield made
    end()
    made.close()
    jobs.wait()


def settled(qtbot: QtBot, feed: Feed) -> None:
    qtbot.waitUntil(lambda: not feed._soon.isActive() and not feed._jobs.running(), timeout=20_000)


def disputed(feed: Feed) -> list[Finding]:
    return [f for f in feed.findings if len(f.positions) > 1]


def test_an_opened_project_is_matched_and_kept(qtbot: QtBot, session: Session, feed: Feed, matching: Matching) -> None:
    feed.open(session)
    assert feed.findings == []
    assert feed.busy(), "an empty list is not the last word"
    settled(qtbot, feed)
    assert len(disputed(feed)) == 2
    kept = workflow.kept_proposals(session.reader)
    assert kept is not None
    assert len(kept.found) == len(feed.findings)
    feed.close()
    feed.open(session)
    settled(qtbot, feed)
    assert len(disputed(feed)) == 2
    assert matching.runs == 1
    assert not feed.busy()


def test_an_answer_for_other_articles_is_dropped_and_asked_for_again(
    qtbot: QtBot, session: Session, feed: Feed, matching: Matching
) -> None:
    matching.leave.clear()
    feed.open(session)
    qtbot.waitUntil(matching.begun.is_set)
    session.do(edits.withdraw(session.records, [list(session.records.each(Article))[1].id]))
    matching.leave.set()
    settled(qtbot, feed)
    assert matching.runs == 2
    assert disputed(feed) == []


def test_a_ruling_is_shown_without_matching_again(
    qtbot: QtBot, session: Session, feed: Feed, matching: Matching
) -> None:
    feed.open(session)
    settled(qtbot, feed)
    chosen = disputed(feed)[0]
    with qtbot.waitSignal(feed.changed):
        workflow.rule(session, chosen, Verb.confirmed)
    again = feed.by_id(chosen.id)
    assert again is not None
    assert again.ruling is not None
    settled(qtbot, feed)
    assert matching.runs == 1


def test_what_was_dismissed_stays_so_when_the_article_is_imported_again(
    qtbot: QtBot, session: Session, feed: Feed
) -> None:
    feed.open(session)
    settled(qtbot, feed)
    workflow.rule(session, disputed(feed)[0], Verb.dismissed)
    session.do(edits.withdraw(session.records, [list(session.records.each(Article))[1].id]))
    settled(qtbot, feed)
    assert disputed(feed) == []
    add(session, HERALD, "Herald")
    settled(qtbot, feed)
    assert [f.ruling.verb if f.ruling else None for f in disputed(feed)] == [None, Verb.dismissed]


def test_a_withdrawn_article_takes_its_findings_along_at_once(qtbot: QtBot, session: Session, feed: Feed) -> None:
    feed.open(session)
    settled(qtbot, feed)
    session.do(edits.withdraw(session.records, [list(session.records.each(Article))[1].id]))
    assert disputed(feed) == []
    session.undo()
    settled(qtbot, feed)
    assert len(disputed(feed)) == 2


def test_nothing_comes_after_closing(qtbot: QtBot, session: Session, feed: Feed, matching: Matching) -> None:
    matching.leave.clear()
    feed.open(session)
    qtbot.waitUntil(matching.begun.is_set)
    feed.close()
    with qtbot.assertNotEmitted(feed.changed):
        matching.leave.set()
        settled(qtbot, feed)
    assert feed.findings == []


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two articles count as a large project."""
    monkeypatch.setattr(updating, "FEW", 1)


@pytest.mark.usefixtures("much")
def test_the_findings_of_a_new_article_come_first_and_all_afterwards(
    qtbot: QtBot, session: Session, feed: Feed, matching: Matching
) -> None:
    feed.open(session)
    settled(qtbot, feed)
    matching.begun.clear()
    matching.leave.clear()
    article = add(session, HERALD.replace("31 people", "45 people"), "Third")
    qtbot.waitUntil(matching.begun.is_set)  # the match of all has been at work and waits
    qtbot.waitUntil(
        lambda: any(article.id == p.article_id for f in disputed(feed) for q in f.positions for p in q.passages)
    )
    assert feed.proposals is not None
    assert not feed.proposals.whole
    assert feed.busy()
    matching.leave.set()
    settled(qtbot, feed)
    assert feed.proposals.whole
    assert feed.proposals == workflow.kept_proposals(session.reader)


@pytest.mark.usefixtures("much")
def test_what_was_kept_in_part_is_completed_when_the_project_is_opened(
    qtbot: QtBot, session: Session, feed: Feed, matching: Matching
) -> None:
    whole = _propose(session.records)
    workflow.keep(session, replace(whole, whole=False))
    with qtbot.waitSignal(feed.changed):
        feed.open(session)
    assert len(disputed(feed)) == 2
    settled(qtbot, feed)
    assert matching.runs == 1
    assert feed.proposals == whole


def test_who_hears_that_all_is_settled_finds_that_nothing_is_under_way(
    qtbot: QtBot, feed: Feed, session: Session
) -> None:
    busy: list[bool] = []
    feed.settled.connect(lambda: busy.append(feed.busy()))
    feed.open(session)
    qtbot.waitUntil(lambda: bool(busy) and not busy[-1], timeout=20_000)


def test_what_was_found_is_kept_by_a_worker_while_a_wish_waits(person: Person, project: Path) -> None:
    writers: list[bool] = []
    keep = workflow.keep

    def kept(session: Session, *found: Any) -> None:
        writers.append(threading.current_thread() is threading.main_thread())
        keep(session, *found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workflow, "keep", kept)
        person.window.projects.open(project)
        person.rest()
    assert writers == [False]
    assert workflow.kept_proposals(person.bench.session.reader)
