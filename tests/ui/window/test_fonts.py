"""Exporting characters that no font has: they are named, and the person decides."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from factcheck import edits
from factcheck.reporting.pdf import files
from factcheck.ui.dialogs.export import GapsDialog
from tests.ui.window.person import Person


@pytest.mark.parametrize("goes_on", [False, True])
def test_characters_without_a_font_are_named_before_the_report_is_written(
    person: Person, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, goes_on: bool
) -> None:
    monkeypatch.setattr(files, "_folders", lambda: [])
    person.window.projects.open(project)
    person.rest()
    person.bench.do(lambda state: edits.edit_project(state, title="洪水"))
    asked: list[str] = []

    def answer(dialog: QDialog) -> bool:
        assert isinstance(dialog, GapsDialog)
        asked.extend(label.text() for label in dialog.findChildren(QLabel) if label.text())
        return goes_on

    monkeypatch.setattr(person.bench, "ask", answer)
    target = tmp_path / "report.pdf"
    person.window.projects.write(target)
    person.until(lambda: asked, 60)
    person.rest()
    assert "The Debian package fonts-wqy-microhei has them." in asked[0]
    assert target.exists() is goes_on
