"""A few changed articles are matched at once, all of them afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.invented import News, news
from factcheck import edits, importing, matching, updating, workflow
from factcheck.model import Article, Finding, PrintedDate, Who
from factcheck.progress import Cancelled
from factcheck.session import Session
from factcheck.updating import update
from factcheck.workflow import proposals

FEW = 10
ITEMS = list(news(FEW + 8, seed=8))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a large project is, so small that a test can make one."""
    for name, value in {"FEW": FEW, "MANY": 8, "BATCH": 4, "AROUND": 10}.items():
        monkeypatch.setattr(updating, name, value)


def add(session: Session, item: News) -> Article:
    draft = importing.pasted(item.text, item.title)
    return workflow.add(session, draft, publisher=item.publisher, published=PrintedDate(item.published, item.published))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with workflow.new_project(tmp_path / "p.factcheck", Who("Ada")) as made:
        for item in ITEMS[: FEW + 4]:
            add(made, item)
        yield made


def quotes(article: Article, found: list[Finding]) -> set[tuple[str, int]]:
    passages = (q for f in found for p in f.positions for q in p.passages)
    return {(q.article_id, q.start) for q in passages if q.article_id == article.id}


def test_one_more_article_then_all_is_what_all_at_once_gives(session: Session) -> None:
    known, neighbours = workflow.propose(session.records), matching.Neighbours()
    article = add(session, ITEMS[-7])
    first = update(session.records, known, neighbours)
    assert first is not None
    assert not first.whole
    assert first.of == workflow.fingerprint(session.records)
    whole = workflow.propose(session.records)
    told, all_told = quotes(article, first.found), quotes(article, whole.found)
    assert all_told
    assert len(told & all_told) >= 0.8 * len(all_told)
    workflow.keep(session, first)
    assert workflow.kept_proposals(session.reader) == first
    assert workflow.findings(session) == workflow.ruled(session.records, whole.found)
    assert workflow.kept_proposals(session.reader) == whole


def test_a_withdrawn_article_is_quoted_no_more_and_nothing_else_is_matched(session: Session) -> None:
    known = workflow.propose(session.records)
    article = next(session.records.each(Article))
    session.do(edits.withdraw(session.records, [article.id]))
    now = update(session.records, known, matching.Neighbours(), _never)
    assert now is not None
    assert quotes(article, known.found)
    assert not quotes(article, now.found)


def _never(what: str, _done: int, _total: int) -> None:
    assert what == "statements", "only the words of the articles are read"


def test_few_articles_are_all_matched(tmp_path: Path) -> None:
    with workflow.new_project(tmp_path / "q.factcheck", Who("Ada")) as session:
        for item in ITEMS[:FEW]:
            add(session, item)
        assert update(session.records, workflow.Proposals("", []), matching.Neighbours()) is None


def test_after_many_changes_all_are_matched_unless_they_are_too_many(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing, neighbours = workflow.Proposals("", []), matching.Neighbours()
    assert update(session.records, nothing, neighbours) is None
    monkeypatch.setattr(proposals, "AFFORDABLE", 1000)
    monkeypatch.setattr(updating, "_BATCHES", 1)
    assert not workflow.affordable(session.records)
    rounds = [nothing]
    while not rounds[-1].of:
        made = update(session.records, rounds[-1], neighbours)
        assert made is not None
        assert len(made.seen) > len(rounds[-1].seen)
        rounds.append(made)
    assert len(rounds) > 2
    assert rounds[-1].seen == workflow.signatures(session.records)
    whole = workflow.propose(session.records)
    told = {q for article in session.records.each(Article) for q in quotes(article, rounds[-1].found)}
    all_told = {q for article in session.records.each(Article) for q in quotes(article, whole.found)}
    assert len(told & all_told) >= 0.8 * len(all_told)


def test_it_can_be_cancelled_and_begun_again(session: Session) -> None:
    known, neighbours = workflow.propose(session.records), matching.Neighbours()
    add(session, ITEMS[-1])
    calls: list[str] = []

    def stops(what: str, _done: int, _total: int) -> None:
        calls.append(what)
        if len(calls) == 20:
            raise Cancelled

    with pytest.raises(Cancelled):
        update(session.records, known, neighbours, stops)
    assert update(session.records, known, neighbours) == update(session.records, known, matching.Neighbours())
