"""Backups in the window: made, brought back, offered when a project is damaged."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from factcheck import edits, records
from factcheck.backups import backups, told
from factcheck.session import Session
from factcheck.ui.dialogs.backups import BackupsDialog
from tests.ui.window.conftest import ADA
from tests.ui.window.person import Person


def method_of(person: Person) -> str:
    return records.project(person.bench.state).method


def changed_after_a_backup(path: Path) -> None:
    with Session.open(path, ADA) as session:
        session.do(edits.edit_project(session.records, method="before"))
        session.backup()
        session.do(edits.edit_project(session.records, method="after"))


def test_a_backup_is_made_in_the_background(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.act("backup")
    person.until(lambda: "Backed up" in person.told())
    assert len(backups(project)) == 1


def test_a_backup_takes_the_projects_place(person: Person, project: Path) -> None:
    changed_after_a_backup(project)
    person.window.projects.open(project)
    assert method_of(person) == "after"
    person.rest()
    shown: list[str] = []

    def look(dialog: BackupsDialog) -> None:
        shown.extend(item.text() for column in range(4) if (item := dialog.rows.item(0, column)))

    person.answering(BackupsDialog, look, lambda: person.act("restore"))
    person.until(lambda: "kept as" in person.told())
    assert method_of(person) == "before"
    assert shown[1] == "by hand"
    assert shown[3] == "2 articles, 0 claims, 0 verdicts"
    assert len(list(project.parent.glob("bridge replaced *.factcheck"))) == 1


def test_without_a_backup_it_is_said_that_there_is_none(person: Person, project: Path) -> None:
    person.window.projects.open(project)
    person.act("restore")
    person.until(lambda: "There is no backup" in person.told())


def test_for_a_damaged_project_its_backups_are_offered(person: Person, project: Path) -> None:
    changed_after_a_backup(project)
    project.write_bytes(bytes(5000))
    person.answering(BackupsDialog, lambda _dialog: None, lambda: person.window.projects.open(project))
    person.until(lambda: person.bench.project is not None)
    assert method_of(person) == "before"


def test_and_what_can_be_read_is_saved_where_there_is_none(
    person: Person, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytearray(project.read_bytes())
    data[:100] = bytes(100)
    project.write_bytes(data)

    def press(dialog: BackupsDialog) -> int:
        (button,) = (b for b in dialog.findChildren(QPushButton) if b.text().startswith("Save what"))
        button.click()
        return dialog.result()

    monkeypatch.setattr(BackupsDialog, "exec", press)
    person.window.projects.open(project)
    person.until(lambda: "All was saved" in person.told())
    assert person.bench.session.path.name == "bridge rescued.factcheck"


def test_a_backup_that_cannot_be_read_cannot_be_chosen(person: Person, project: Path) -> None:
    changed_after_a_backup(project)
    (copy,) = backups(project)
    copy.write_bytes(bytes(5000))
    dialog = BackupsDialog("Damaged.", told(project), damaged=True, parent=person.window)
    assert not dialog._buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.deleteLater()


def test_a_folder_that_is_copied_elsewhere_is_named_once(person: Person, session: Session) -> None:
    session.close()
    place = session.path.parent / "Dropbox"
    place.mkdir()
    path = session.path.rename(place / session.path.name)
    person.window.projects.open(path)
    assert "Dropbox copies" in person.told()
    person.bench.toast.clear()
    person.window.close_project()
    person.window.projects.open(path)
    assert person.told() == ""
