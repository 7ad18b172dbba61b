"""A second window on the same project, to read in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from factcheck import edits, records, settings
from factcheck.session import Session
from factcheck.text import Span
from factcheck.ui.main_window import MainWindow
from tests.store.making import WHO
from tests.ui.window.person import Person


def second(person: Person, project: Path) -> MainWindow:
    if person.bench.project is None:
        person.window.projects.open(project)
        person.rest()
    person.act("second_window")
    (window,) = person.window.readers
    person.until(lambda: not window.bench.jobs.running() and not window.bench.feed._soon.isActive())
    return window


def test_it_shows_what_is_done_in_the_first(person: Person, project: Path) -> None:
    window = second(person, project)
    assert "read-only" in window.windowTitle()
    assert not window.actions_by_key["claim"].isEnabled()
    assert not window.actions_by_key["new"].isEnabled()
    article = records.articles(person.state())[0]
    person.bench.do(lambda state: edits.add_claim(state, article.id, Span(0, 20))[0])
    (claim,) = records.claims(person.state())
    assert window.bench.claims.select(claim.id)
    person.act("undo")
    assert not window.bench.claims.select(claim.id)
    person.rest()


def test_it_begins_where_the_first_is(person: Person, of_sample: Path) -> None:
    person.window.projects.open(of_sample)
    person.rest()
    chosen = records.claims(person.state())[1]
    person.window.layout_of.to_claims()
    person.window.claim_wishes.choose(chosen.id)
    window = second(person, of_sample)
    assert window.presenter.claim == chosen.id
    assert window.layout_of.chosen.currentWidget() is window.bench.panel
    assert window.layout_of.lower.currentWidget() is window.bench.claims


def test_it_goes_with_the_project_and_the_project_stays_without_it(person: Person, project: Path) -> None:
    window = second(person, project)
    window.close()
    assert person.window.readers == []
    article = records.articles(person.state())[0]
    assert person.bench.do(lambda state: edits.add_claim(state, article.id, Span(0, 20))[0])
    person.act("second_window")
    assert len(person.window.readers) == 1
    person.act("close_project")
    assert person.window.readers == []
    assert [path.name for path in project.parent.glob(f"{project.name}*")] == [project.name]


def test_where_one_reads_in_it_is_not_kept(person: Person, project: Path) -> None:
    window = second(person, project)
    window.bench.desk.split()
    panes = len(person.bench.desk.panes())
    window.close()
    person.act("close_project")
    person.window.projects.open(project)
    assert len(person.bench.desk.panes()) == panes
    person.rest()


def test_what_is_chosen_in_both_windows_is_kept(person: Person, project: Path) -> None:
    settings.save(person.bench.settings)
    window = second(person, project)
    person.window.layout_of.choose_theme("dark")
    window.reading.choose_sync("event")
    window.bench.used(project.parent)
    person.window.reading.toggle_worth("person")
    kept = settings.load()
    assert (kept.appearance, kept.sync, kept.folder) == ("dark", "event", str(project.parent))
    assert "person" in kept.worth
    assert kept.recent == (str(project),)


def test_whoever_only_reads_beside_a_writer_does_not_say_where_the_writer_was(
    person: Person, project: Path, new_person: Callable[[], Person]
) -> None:
    person.window.projects.open(project)
    person.rest()
    panes = len(person.bench.desk.panes())
    other = new_person()
    other.window.show_project(Session.open(project, WHO, read_only=True))
    other.bench.desk.split()
    other.rest()
    person.act("close_project")
    other.act("close_project")
    person.window.projects.open(project)
    assert len(person.bench.desk.panes()) == panes
    person.rest()


def test_nothing_is_read_without_a_project(person: Person) -> None:
    person.act("second_window")
    assert "Open a project" in person.told()
    assert person.window.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose) is False
