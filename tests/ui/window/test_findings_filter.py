"""What the findings of a project can be filtered by comes from its records."""

from pathlib import Path

import pytest

from factcheck import edits
from factcheck.model import Article
from factcheck.session import Session
from factcheck.text import Span
from factcheck.ui.models.findings_filter import ALL
from tests.ui.window.conftest import add
from tests.ui.window.person import Person

MINE = "Miners at Torvik were trapped on 7 June 2033. At Torvik 9 miners were hurt, said Halden Zinc of Torvik.\n"
UNION = "Miners at Torvik were trapped on 8 June 2033. At Torvik 17 miners were hurt, said Halden Zinc of Torvik.\n"


@pytest.fixture
def project(session: Session) -> Path:
    """Two events, of two articles each."""
    for title, text in (("Mine", MINE), ("Union", UNION)):
        article = add(session, text, title)
        session.do(edits.edit_article(session.records, article.id, publisher=f"The {title}"))
    session.close()
    return session.path


@pytest.fixture
def shown(person: Person, project: Path) -> Person:
    person.window.projects.open(project)
    person.rest()
    return person


def ids(person: Person) -> set[str]:
    rows = person.bench.findings.table.model().rows  # type: ignore[attr-defined] # a RowsModel
    return {rows.id_at(place) for place in range(len(rows))}


def article(person: Person, title: str) -> str:
    return next(a.id for a in person.state().each(Article) if a.title == title)


def test_events_and_publishers_part_the_findings(shown: Person) -> None:
    names = shown.bench.findings.bar._names
    assert [*names["publisher"]] == ["The Mine", "The Union"]
    assert len(names["event"]) == 2
    every = ids(shown)
    shown.bench.findings.set_filter(ALL.with_facet("event", [shown.bench.survey.event_of(article(shown, "Mine"))]))
    of_mine = ids(shown)
    shown.bench.findings.set_filter(ALL.with_facet("publisher", ["The Mine"]))
    assert ids(shown) == of_mine
    assert 0 < len(of_mine) < len(every)


def test_a_claim_that_was_just_made_can_be_filtered_by(shown: Person) -> None:
    start = MINE.index("At Torvik 9")
    edit, claim = edits.add_claim(shown.state(), article(shown, "Mine"), Span(start, start + 30))
    shown.bench.do(lambda _: edit)
    shown.bench.findings.set_filter(ALL.with_facet("claim", [claim.id]))
    (found,) = ids(shown)
    finding = shown.bench.feed.by_id(found)
    assert finding is not None
    assert any("9 miners" in passage.text for position in finding.positions for passage in position.passages)
    shown.act("undo")
    assert ids(shown) == set()


def test_the_events_follow_the_articles(shown: Person) -> None:
    for title in ("Mine", "Union"):
        shown.bench.do(lambda state, title=title: edits.withdraw(state, [article(shown, title)]))  # type: ignore[misc] # bound at once
    shown.rest()
    assert len(shown.bench.survey.events) == 1


def test_the_findings_of_an_article_are_listed_from_its_head(shown: Person) -> None:
    pane = shown.bench.desk.panes()[0]
    head, every = pane.header.disputes, ids(shown)
    assert head.text() == str(sum(pane.article_id() in rows_articles(shown, id) for id in every))
    head._fill()
    head.menu().actions()[-1].trigger()
    assert shown.bench.findings.filter().only["article"] == {pane.article_id()}
    assert len(ids(shown)) == int(head.text())
    head._fill()
    head.menu().actions()[0].trigger()
    assert shown.window.presenter.finding in every


def rows_articles(person: Person, finding_id: str) -> set[str]:
    finding = person.bench.feed.by_id(finding_id)
    assert finding is not None
    return {passage.article_id for position in finding.positions for passage in position.passages}


def test_words_are_made_ready_of_no_project_that_was_closed(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    preparing = person.bench.findings._prepare
    preparing.start()
    person.window.close_project()
    assert not preparing.isActive()
    assert person.bench.findings.table.model().rowCount() == 0, "nothing is left that could be painted"
