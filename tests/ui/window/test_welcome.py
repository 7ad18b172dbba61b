"""The first page: what is there to begin with while no project is open."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from factcheck.ui import opening
from tests.ui.window.person import CTRL, SHIFT, Key, Person


def closed(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.rest()
    person.press(Key.Key_W, mod=CTRL | SHIFT)


def test_closing_the_project_leads_to_the_first_page(person: Person, project: Path) -> None:
    closed(person, project)
    welcome = person.window.layout_of.welcome
    assert person.bench.project is None
    assert welcome.isVisible()
    assert welcome.recent.hasFocus()
    assert not person.can("claim")
    assert not Path(f"{project}.lock").exists()


def test_return_opens_the_project_that_was_open_last(person: Person, project: Path) -> None:
    closed(person, project)
    person.press(Key.Key_Return)
    person.until(lambda: person.bench.project)
    assert person.bench.session.path == project
    assert person.bench.desk.isVisible()


def test_a_project_can_be_taken_off_the_list_and_stays_where_it_is(person: Person, project: Path) -> None:
    closed(person, project)
    person.press(Key.Key_Delete)
    assert person.window.layout_of.welcome.model.rowCount() == 0
    assert person.window.layout_of.welcome.new.hasFocus()
    assert project.exists()


def test_a_project_that_is_gone_says_so(person: Person, project: Path) -> None:
    closed(person, project)
    project.unlink()
    person.window.start.refresh()
    index = person.window.layout_of.welcome.model.index(0)
    assert "not there any more" in index.data(Qt.ItemDataRole.UserRole).where
    person.press(Key.Key_Return)
    assert person.bench.project is None
    assert "bridge.factcheck" in person.told()


def test_the_list_is_as_high_as_its_projects_and_the_hint_stands_below(person: Person, project: Path) -> None:
    closed(person, project)
    person.window.resize(1000, 800)
    welcome = person.window.layout_of.welcome
    person.until(lambda: welcome.recent.viewport().height() == welcome.recent.sizeHintForRow(0))
    assert welcome.hint.y() - welcome.recent.geometry().bottom() < 40


def test_a_project_that_is_dropped_is_opened(person: Person, project: Path) -> None:
    person.window.leave_project()
    person.drop(person.window, project)
    person.until(lambda: person.bench.project)


def test_files_that_are_dropped_begin_a_project(person: Person, tmp_path: Path, monkeypatch: Any) -> None:
    target = str(tmp_path / "new.factcheck")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_a, **_k: (target, ""))
    article = tmp_path / "storm.txt"
    article.write_text("The storm took two roofs on Monday, the mayor said.\n", encoding="utf-8")
    person.window.leave_project()
    person.drop(person.window, article)
    person.until(lambda: person.bench.project and "imported" in person.told())
    assert person.article("storm.txt").file == "storm.txt"


def test_a_start_without_the_last_project_leads_there_too(person: Person, project: Path) -> None:
    closed(person, project)
    project.unlink()
    opening.open_first(person.window, None, sample=False)
    assert person.window.layout_of.welcome.isVisible()
