"""Settings take hold at once; particulars of the project are records."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox

from factcheck import records, settings
from factcheck.ui import fonts, theme
from factcheck.ui.dialogs.settings import ProjectDialog, SettingsDialog
from tests.ui.window.person import CTRL, Key, Person


def pick(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    assert box.currentData() == value


def test_settings_take_hold_at_once_and_are_kept(person: Person, project: Path, request: Any) -> None:
    request.addfinalizer(lambda: fonts.read_in("", fonts.READING_SIZE))
    person.window.projects.open(project)

    def fill(dialog: SettingsDialog) -> None:
        dialog.name.setText("  Bea Castell ")
        pick(dialog.appearance, "dark")
        pick(dialog.text_size, "18")
        pick(dialog.scale, "five-steps")

    person.answering(SettingsDialog, fill, lambda: person.press(Key.Key_Comma, mod=CTRL))
    assert theme.current().name == "dark"
    assert person.bench.desk.panes()[0].text.text_size() == 18
    person.window.article_wishes.open(next(iter(records.articles(person.state()))).id)
    person.act("split")
    assert person.bench.desk.panes()[-1].text.text_size() == 18
    assert person.bench.session.who.name == "Bea Castell"
    assert person.bench.session.who.id == "wada"
    kept = settings.load()
    assert (kept.name, kept.appearance, kept.scale) == ("Bea Castell", "dark", "five-steps")


def test_a_new_project_gets_the_scale_that_was_chosen(person: Person, tmp_path: Path, monkeypatch: Any) -> None:
    person.answering(SettingsDialog, lambda dialog: pick(dialog.scale, "five-steps"), lambda: person.act("settings"))
    target = str(tmp_path / "new.factcheck")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_a, **_k: (target, ""))
    person.act("new")
    assert records.project(person.state()).scale_id == "five-steps"


def test_nobody_works_without_a_name(qtbot: Any) -> None:
    dialog = SettingsDialog(settings.Settings(name="Ada"), [], {"en": "English"})
    qtbot.addWidget(dialog)
    assert dialog.ok.isEnabled()
    dialog.name.setText("  ")
    assert not dialog.ok.isEnabled()


def test_particulars_of_the_project_are_one_step(person: Person, project: Path) -> None:
    person.window.projects.open(project)

    def fill(dialog: ProjectDialog) -> None:
        dialog.title.setText("The bridge at Orm")
        dialog.method.setPlainText("Two readers, every claim.")

    person.answering(ProjectDialog, fill, lambda: person.act("project_details"))
    assert records.project(person.state()).title == "The bridge at Orm"
    assert records.project(person.state()).method == "Two readers, every claim."
    person.press(Key.Key_Z, mod=CTRL)
    assert records.project(person.state()).title == "The bridge"
