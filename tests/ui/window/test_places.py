"""A project that is opened again shows what was open in it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import workflow
from factcheck.model import Article
from factcheck.paths import user_config
from factcheck.session import Session
from factcheck.text import Span
from factcheck.ui.models.findings_filter import FindingsFilter
from tests.ui.window.conftest import ADA, add
from tests.ui.window.person import ALT, Key, Person

LONG = "\n\n".join(f"Paragraph {n} of a long article that nobody reads to its end at once." for n in range(200))


@pytest.fixture
def project(session: Session) -> Path:
    add(session, LONG, "Long")
    session.close()
    return session.path


def named(person: Person, title: str) -> str:
    return next(a.id for a in person.state().each(Article) if a.title == title)


def test_articles_places_and_what_was_chosen_are_there_again(new_person: Callable[[], Person], project: Path) -> None:
    one = new_person()
    one.window.projects.open(project)
    one.rest()
    one.act("split")
    one.window.article_wishes.show(named(one, "Long"), 2)
    text = one.bench.desk.panes()[2].text
    text.scroll_to(LONG.index("Paragraph 120"), 0)
    one.window.claim_wishes.mark_words(named(one, "Herald"), 0, 10)
    one.press(Key.Key_3, mod=ALT)
    text.set_text_size(15)
    one.bench.desk.set_widths([250, 250, 450])
    shown, top, claim = one.bench.desk.shown(), text.first_visible_offset(), one.window.presenter.claim
    one.window.close()
    two = new_person()
    two.window.projects.open(project)
    assert two.bench.desk.shown() == shown
    assert two.bench.desk.panes()[2].text.first_visible_offset() == top
    assert [pane.text.text_size() for pane in two.bench.desk.panes()] == [12, 12, 15]
    widths = [pane.width() for pane in two.bench.desk.panes()]
    assert widths[2] > 1.5 * widths[0]
    assert two.window.presenter.claim == claim
    assert two.window.layout_of.lower.currentWidget() is two.bench.claims
    two.window.close()


def test_words_that_were_selected_are_selected_again(new_person: Callable[[], Person], project: Path) -> None:
    one = new_person()
    one.window.projects.open(project)
    one.rest()
    text = one.bench.desk.panes()[one.bench.desk.current_pane()].text
    text.select(Span(4, 10))
    one.window.close()
    two = new_person()
    two.window.projects.open(project)
    found = two.bench.desk.selection()
    assert found is not None
    assert found[1] == Span(4, 10)
    two.window.close()


@pytest.mark.parametrize("damaged", [(9, 4), (-3, 4), (0, 10**9), (1,)])
def test_words_that_are_not_there_any_more_are_not_selected(
    new_person: Callable[[], Person], project: Path, damaged: tuple[int, ...]
) -> None:
    one = new_person()
    one.window.projects.open(project)
    one.window.close()
    file = user_config() / "places.json"
    places = json.loads(file.read_text(encoding="utf-8"))
    places[str(project)]["selected"] = damaged
    file.write_text(json.dumps(places), encoding="utf-8")
    two = new_person()
    two.window.projects.open(project)
    assert two.bench.desk.selection() is None
    two.window.close()


def test_the_finding_that_was_read_is_there_again(new_person: Callable[[], Person], project: Path) -> None:
    one = new_person()
    one.window.projects.open(project)
    one.rest()
    one.press(Key.Key_4, mod=ALT)
    one.press(Key.Key_End)
    chosen, shown = one.window.presenter.finding, one.bench.desk.shown()
    one.window.close()
    two = new_person()
    two.window.projects.open(project)
    two.rest()
    assert two.window.presenter.finding == chosen
    assert two.bench.findings.current() == chosen
    assert two.bench.desk.shown() == shown


@pytest.mark.parametrize("written", ["", "[]", "{", '{"PATH": 3}', '{"PATH": {"articles": [1], "tops": "x"}}'])
def test_a_damaged_memory_is_none(person: Person, project: Path, written: str) -> None:
    (user_config() / "places.json").write_text(written.replace("PATH", str(project)), encoding="utf-8")
    person.window.projects.open(project)
    assert person.bench.desk.shown()[0]


def test_the_filter_of_the_findings_is_there_again_in_its_project_only(
    new_person: Callable[[], Person], project: Path, tmp_path: Path
) -> None:
    one = new_person()
    one.window.projects.open(project)
    one.rest()
    given = FindingsFilter("bridge").with_facet("reason", ["date"])
    one.bench.findings.set_filter(given)
    one.window.show_project(workflow.new_project(tmp_path / "other.factcheck", ADA))
    assert one.bench.findings.filter() == FindingsFilter()
    one.window.projects.open(project)
    assert one.bench.findings.filter() == given


def test_a_place_is_remembered_while_one_works_and_written_only_when_it_changes(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    person.window.noting.setInterval(5)
    file = user_config() / "places.json"
    person.press(Key.Key_3, mod=ALT)
    person.until(lambda: file.is_file() and '"claims": true' in file.read_text())
    written = file.stat().st_mtime_ns
    person.window.places.note()
    assert file.stat().st_mtime_ns == written
