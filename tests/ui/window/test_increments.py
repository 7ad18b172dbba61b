"""After an entry only what it touched is made anew: counted in rows and readings, whatever the machine's speed."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from factcheck import codec, edits, matching, records
from factcheck.i18n import Catalogue
from factcheck.model import Article, Entry, Finding, Verb
from factcheck.records import Records
from factcheck.store.reader import Reader
from factcheck.text import Span
from factcheck.ui import marking, present
from factcheck.ui.finding_rows import FindingRows
from factcheck.ui.highlights import Highlights
from factcheck.ui.models.claim_shown import ClaimShown
from factcheck.ui.models.findings_filter import ALL
from factcheck.ui.models.findings_model import FindingRow, fact_of
from factcheck.ui.views.article_list import ArticleRow
from factcheck.ui.views.marks import Mark
from tests.ui.window.person import Person


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often what is costly was done since the count was cleared."""
    counted: Counter[str] = Counter()

    def count(place: Any, name: str) -> None:
        made: Callable[..., object] = getattr(place, name)

        def counting(*given: Any, **named: Any) -> object:
            counted[name] += 1
            return made(*given, **named)

        monkeypatch.setattr(place, name, counting)

    for place, name in ((FindingRows, "_made"), (FindingRows, "claims_of"), (present, "article_rows")):
        count(place, name)
    for name in ("claim_row", "passage_info"):
        count(present, name)
    count(codec, "changes_from_json")
    for name in ("get", "where"):
        count(Reader, name)
    return counted


@pytest.fixture
def shown(person: Person, project: Path, work: Counter[str]) -> Person:
    person.window.projects.open(project)
    person.rest()
    assert len(person.bench.feed.findings) > 1
    work.clear()
    return person


def article(person: Person) -> Article:
    return next(iter(person.state().each(Article)))


def mark(person: Person, start: int, end: int) -> str:
    edit, claim = edits.add_claim(person.state(), article(person).id, Span(start, end))
    person.bench.do(lambda _: edit)
    return claim.id


def rows(person: Person) -> dict[str, FindingRow]:
    there = person.bench.findings.table.model().rows  # type: ignore[attr-defined] # a RowsModel
    return {there.id_at(place): there[place] for place in range(len(there))}


def test_a_ruling_makes_the_row_of_its_finding_and_no_other(shown: Person, work: Counter[str]) -> None:
    shown.bench.findings.set_filter(ALL)
    before = rows(shown)
    chosen = shown.bench.feed.findings[0]
    shown.window.finding_wishes.rule(chosen.id, Verb.confirmed)
    at_once = rows(shown)
    assert at_once[chosen.id].finding.ruling is not None
    shown.rest()
    assert work["_made"] == 1
    assert work["article_rows"] == 0
    others = {id for id, row in rows(shown).items() if row is before[id]}
    assert others == {*before} - {chosen.id}


def test_a_ruling_reads_the_words_of_no_finding_that_it_does_not_speak_of(
    shown: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    quotes = matching.quotes

    def counted(finding: Finding) -> set[str]:
        read.append(finding.id)
        return quotes(finding)

    monkeypatch.setattr(matching, "quotes", counted)
    chosen = shown.bench.feed.findings[0]
    said = quotes(chosen)
    spoken_of = {f.id for f in shown.bench.feed.findings if not said.isdisjoint(quotes(f))}
    shown.window.finding_wishes.rule(chosen.id, Verb.confirmed)
    assert set(read) == spoken_of


def test_passages_stay_where_they_are_when_a_finding_is_ruled_on(shown: Person) -> None:
    touching = shown.window.presenter.touching

    def as_made_anew() -> None:
        anew = present.Touching(shown.bench.feed.findings)
        for place in shown.state().each(Article):
            there = touching.article(place.id)
            assert [*map(id, there)] == [*map(id, anew.article(place.id))]
            assert touching.count(place.id) == anew.count(place.id)

    chosen = next(f for f in shown.bench.feed.findings if present.in_dispute(f))
    for verb in (Verb.confirmed, Verb.scope, Verb.dismissed, Verb.confirmed):
        shown.window.finding_wishes.rule(chosen.id, verb)
        shown.rest()
        as_made_anew()
    assert touching.renew(shown.bench.feed.findings) == set()


def test_the_panel_follows_rulings_on_what_touches_its_claim_and_no_others(
    shown: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = [f for f in shown.bench.feed.findings if present.in_dispute(f)][:2]
    passage = next(iter(present.passages(one)))
    edit, claim = edits.add_claim(shown.state(), passage.article_id, Span(passage.start, passage.end))
    shown.bench.do(lambda _: edit)
    shown.window.claim_wishes.choose(claim.id)
    told: list[ClaimShown] = []
    monkeypatch.setattr(shown.bench.panel, "show_claim", told.append)
    touched = {f.id for f in shown.window.presenter.touching.claim(records.appearances(shown.state(), claim.id))}
    assert touched == {one.id}
    shown.window.finding_wishes.rule(other.id, Verb.confirmed)
    assert told == []
    shown.window.finding_wishes.rule(one.id, Verb.confirmed)
    assert [f.ruling.verb for f in told[0].findings if f.id == one.id and f.ruling] == [Verb.confirmed]


def test_a_claim_is_counted_without_reading_findings_or_articles_anew(shown: Person, work: Counter[str]) -> None:
    claim_id = mark(shown, 0, 10)
    assert (work["_made"], work["claims_of"], work["article_rows"]) == (0, 0, 0)
    counted = [shown.bench.articles.model.index(0, 0).data(256).claims]
    shown.window.claim_wishes.withdraw([claim_id])
    assert (work["_made"], work["claims_of"], work["article_rows"]) == (0, 0, 0)
    assert [*counted, shown.bench.articles.model.index(0, 0).data(256).claims] == [1, 0]


def test_what_findings_touch_is_read_when_it_is_filtered_by(shown: Person, work: Counter[str]) -> None:
    passage = next(iter(present.passages(shown.bench.feed.findings[0])))
    edit, claim = edits.add_claim(shown.state(), passage.article_id, Span(passage.start, passage.end))
    shown.bench.do(lambda _: edit)
    assert work["claims_of"] == 0
    shown.bench.findings.set_filter(ALL.with_facet("claim", [claim.id]))
    touched = set(rows(shown))
    assert touched == {f.id for f in shown.bench.feed.findings if _touch(f, passage.article_id, claim.id, shown)}
    assert shown.bench.feed.findings[0].id in touched
    shown.window.claim_wishes.withdraw([claim.id])
    assert not rows(shown), "the filter follows"


def _touch(finding: Finding, article_id: str, claim_id: str, person: Person) -> bool:
    places = [a.anchor for a in records.appearances(person.state(), claim_id)]
    there = (p for p in present.passages(finding) if p.article_id == article_id)
    return any(a.start < p.end and p.start < a.end for p in there for a in places)


def test_a_verdict_on_another_claim_leaves_the_panel_alone(shown: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = mark(shown, 0, 10), mark(shown, 12, 20)
    shown.window.claim_wishes.choose(first)
    told: list[object] = []
    monkeypatch.setattr(shown.bench.panel, "show_claim", told.append)
    shown.window.claim_wishes.rate_by_digit(second, 1)
    assert told == []
    shown.window.claim_wishes.rate_by_digit(first, 1)
    assert len(told) == 1


def test_an_article_that_is_opened_is_marked_and_no_other(shown: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    marked: list[str] = []
    make = marking.marks

    def counted(state: Records, article: Article, catalogue: Catalogue) -> list[Mark]:
        marked.append(article.id)
        return make(state, article, catalogue)

    monkeypatch.setattr(marking, "marks", counted)
    one, other, *_ = shown.state().each(Article)
    for opened in (one, other):
        shown.window.article_wishes.show(opened.id, 0)
    assert marked == [one.id, other.id]


def test_marks_take_as_many_questions_for_one_claim_as_for_many(shown: Person, work: Counter[str]) -> None:
    there = article(shown)

    def asked() -> int:
        work.clear()
        assert len(marking.marks(shown.state(), there, shown.bench.catalogue)) == made
        return work["get"] + work["where"]

    made = 1
    mark(shown, 0, 10)
    first = asked()
    for made in range(2, 9):
        mark(shown, made, 10 + made)
    assert asked() == first


def test_an_article_that_is_retitled_is_read_and_no_other(shown: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    make = present.article_rows

    def counted(state: Records, articles: Sequence[Article], *rest: Any) -> list[ArticleRow]:
        made.extend(article.id for article in articles)
        return make(state, articles, *rest)

    monkeypatch.setattr(present, "article_rows", counted)
    one, other = shown.state().each(Article)
    listed = shown.bench.articles.model
    shown.bench.do(lambda state: edits.edit_article(state, other.id, title="Fog over Orm"))
    assert made == [other.id]
    assert [listed.index(row, 0).data(256).title for row in range(2)] == [one.title, "Fog over Orm"]
    shown.bench.findings.set_filter(ALL)
    assert any("Fog over Orm" in row.touches.about for row in rows(shown).values())
    shown.window.article_wishes.withdraw(one.id)
    assert [listed.index(0, 0).data(256).title, listed.rowCount()] == ["Fog over Orm", 1]
    shown.window.history.undo()
    assert [listed.index(row, 0).data(256).title for row in range(2)] == [one.title, "Fog over Orm"]
    assert made == [other.id, one.id]


def test_what_disputes_are_about_is_made_when_somebody_looks(shown: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    gist = Highlights._gist

    def counted(highlights: Highlights, finding_id: str) -> tuple[str, str]:
        asked.append(finding_id)
        return gist(highlights, finding_id)

    monkeypatch.setattr(Highlights, "_gist", counted)
    finding = next(f for f in shown.bench.feed.findings if present.in_dispute(f))
    shown.window.article_wishes.show(next(iter(present.passages(finding))).article_id, 0)
    button = shown.bench.desk.panes()[0].header.disputes
    assert (button.text(), asked) == ("2", [])
    button.menu().aboutToShow.emit()
    assert button.menu().actions()[0].text().startswith(fact_of(finding))
    assert len(asked) == 2


def test_an_article_is_looked_up_once_however_many_findings_quote_it(shown: Person, work: Counter[str]) -> None:
    for finding in shown.bench.feed.findings:
        shown.window.finding_wishes.choose(finding.id)
    assert work["passage_info"] <= len([*shown.state().each(Article)])


def test_choosing_a_claim_reads_nothing_of_what_its_steps_changed(shown: Person, work: Counter[str]) -> None:
    claim_id = mark(shown, 0, 10)
    shown.window.claim_wishes.set_field([claim_id], "topic", "bridges")
    work.clear()
    shown.window.claim_wishes.choose(claim_id)
    assert len(shown.bench.panel.history.list.cards) == 2
    assert work["changes_from_json"] == 0


def test_many_claims_that_become_one_are_shown_once(shown: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [mark(shown, 12 * number, 12 * number + 10) for number in range(4)]
    told: list[Entry] = []
    show = shown.window.presenter.entry

    def counted(entry: Entry) -> None:
        told.append(entry)
        show(entry)

    monkeypatch.setattr(shown.window.presenter, "entry", counted)
    shown.window.joining.merge_selected(ids)
    assert len(told) == 1
    marked = {one.id for one in shown.bench.desk.panes()[0].text.marks()}
    assert marked == {ids[0]}
    counts = shown.bench.session.listing().counts()
    assert shown.bench.articles.model.index(0, 0).data(256).claims == dict(counts)[article(shown).id]
    shown.window.history.undo()
    assert {one.id for one in shown.bench.desk.panes()[0].text.marks()} == {*ids}
