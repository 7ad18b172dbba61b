"""The views show what the records say."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from factcheck import edits, records
from factcheck.model import Article, Note, Scale
from factcheck.text import Span
from factcheck.ui import present
from factcheck.ui.models.rows import ROW
from tests.ui.window.conftest import HERALD, add
from tests.ui.window.person import CTRL, Key, Person, dump


@pytest.fixture
def shown(person: Person, project: Path) -> Person:
    person.window.projects.open(project)
    person.rest()
    return person


def mark(person: Person, start: int = 0, end: int = 10) -> str:
    """A claim of the first article."""
    article = next(person.state().each(Article))
    edit, claim = edits.add_claim(person.state(), article.id, Span(start, end))
    person.bench.do(lambda _: edit)
    return claim.id


def test_the_first_articles_are_open_and_the_first_pane_is_current(shown: Person) -> None:
    ids = [article.id for article in shown.state().each(Article)]
    assert shown.bench.desk.shown() == ids
    assert shown.bench.desk.current_pane() == 0


def test_a_claim_is_a_row_and_a_mark(shown: Person) -> None:
    claim_id = mark(shown)
    assert shown.bench.claims.table.model().rowCount() == 1
    marks = list(shown.bench.desk.panes()[0].text.marks())
    assert [(m.id, m.span, m.colour) for m in marks] == [(claim_id, Span(0, 10), "unrated")]


def test_a_mark_has_the_colour_and_the_sign_of_its_verdict(shown: Person) -> None:
    claim_id = mark(shown)
    shown.window.claim_wishes.choose(claim_id)
    scale = shown.state().get(Scale, "truth-o-meter")
    assert scale is not None
    for digit, rating in enumerate(scale.ratings, 1):
        shown.window.claim_wishes.rate_current(digit)
        (made,) = shown.bench.desk.panes()[0].text.marks()
        assert (made.colour, made.sign) == (rating.colour, rating.sign)
        assert rating.label == made.heading


def test_a_withdrawn_claim_is_gone_from_table_text_and_panel(shown: Person) -> None:
    claim_id = mark(shown)
    shown.window.claim_wishes.choose(claim_id)
    shown.act("withdraw_claim")
    assert shown.bench.claims.table.model().rowCount() == 0
    assert list(shown.bench.desk.panes()[0].text.marks()) == []
    assert shown.bench.panel.current() is None
    shown.act("undo")
    assert shown.bench.claims.table.model().rowCount() == 1
    assert len(list(shown.bench.desk.panes()[0].text.marks())) == 1


def test_findings_are_counted_beside_their_articles_and_marked_when_open(shown: Person) -> None:
    assert shown.bench.findings.table.model().rowCount() == 2
    shown.act("next_finding")
    assert shown.bench.card.current() == shown.bench.findings.current()
    passages = [pane.text.passages() for pane in shown.bench.desk.panes()]
    assert [len(there) for there in passages] == [1, 1]


def test_a_new_title_is_shown_and_the_text_stays_where_it_is(shown: Person) -> None:
    article = next(shown.state().each(Article))
    shown.bench.do(lambda state: edits.edit_article(state, article.id, title="<b>Other</b> & more", publisher="Wire"))
    pane = shown.bench.desk.panes()[0]
    assert pane.header.title.text() == "<b>Other</b> & more"
    assert pane.header.byline.text() == "Wire"


def test_another_project_takes_the_place_of_the_first(shown: Person, tmp_path: Path) -> None:
    mark(shown)
    shown.act("next_finding")
    from factcheck import workflow
    from tests.ui.window.conftest import ADA

    shown.window.show_project(workflow.new_project(tmp_path / "other.factcheck", ADA))
    shown.rest()
    bench = shown.bench
    assert bench.desk.shown() == ["", ""]
    assert bench.claims.table.model().rowCount() == 0
    assert bench.findings.table.model().rowCount() == 0
    assert (bench.panel.current(), bench.card.current()) == (None, None)
    assert bench.articles.model.rowCount() == 0


def test_rows_renewed_one_by_one_are_those_that_a_whole_reading_gives(shown: Person) -> None:
    wishes, presenter = shown.window.claim_wishes, shown.window.presenter
    first, second = mark(shown), mark(shown, 12, 20)
    steps: tuple[Callable[[], object], ...] = (
        lambda: wishes.rate(first, "false"),
        lambda: wishes.write(second, "topic", "ships"),
        lambda: shown.bench.do(lambda state: edits.add_evidence(state, first, Note("Called the harbour."))[0]),
        lambda: wishes.withdraw([second]),
        lambda: shown.act("undo"),
        lambda: shown.act("undo"),
        lambda: wishes.set_status([first, second], "decided"),
    )
    for step in steps:
        step()
        ids = [claim.id for claim in records.claims(shown.state())]
        model = shown.bench.claims.table.model()
        rows = [model.index(place, 0).data(ROW) for place in range(model.rowCount())]
        assert rows == present.claim_rows(shown.state(), ids, presenter.touching)
    articles = {article.id: 0 for article in shown.state().each(Article)}
    articles[next(iter(articles))] = 2
    model = shown.bench.articles.model
    rows = [model.data(model.index(place, 0), Qt.ItemDataRole.UserRole) for place in range(model.rowCount())]
    assert {row.article_id: row.claims for row in rows} == articles


def test_the_chosen_finding_stays_chosen_when_it_takes_in_a_new_article(shown: Person) -> None:
    bench = shown.bench
    chosen = next(f for f in bench.feed.findings if f.fact == "people hurt" or "12" in repr(f.positions))
    bench.findings.select(chosen.id)
    shown.window.presenter.show_finding(chosen)
    add(bench.session, HERALD.replace("31 people", "45 people"), "Third")
    shown.rest()
    now = bench.findings.current()
    assert now == bench.card.current()
    assert now not in (None, chosen.id)
    took = bench.feed.by_id(now)
    assert took is not None
    assert {p.text for q in chosen.positions for p in q.passages} < {p.text for q in took.positions for p in q.passages}


def test_a_passage_has_other_ends_in_one_step_and_keeps_its_claim(shown: Person) -> None:
    claim_id = mark(shown)
    shown.window.claim_wishes.choose(claim_id)
    shown.window.claim_wishes.rate_current(1)
    before = dump(shown.state())
    view = shown.bench.desk.panes()[0].text
    (made,) = view.marks()
    view.set_cursor_offset(made.span.start)
    shown.act("resize")
    shown.press(Key.Key_Right, mod=CTRL)
    shown.press(Key.Key_Return)
    (now,) = view.marks()
    assert (now.id, now.passage, now.colour) == (made.id, made.passage, made.colour)
    assert now.span.start == made.span.start
    assert now.span.end > made.span.end
    shown.act("undo")
    assert dump(shown.state()) == before
