"""Reports of characters that no font has; reports of a project that stands still."""

import time
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from factcheck.reporting.pdf import files
from tests.flows.command_line.calling import data, done, run

QUOTE = "At least 17 people were killed"


def test_characters_without_a_font_are_told_before_anything_is_written(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_folders", lambda: [])
    done("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE, "--wording", "十七人死亡")
    result = run("report", project, "-o", tmp_path / "nowhere" / "report.pdf")
    assert result.exit_code == 1, "there is no such folder, and still the characters were told"
    told, problem = result.stderr.strip().splitlines()
    assert told.startswith("No font here has these 5 characters")
    assert told.endswith("The Debian package fonts-wqy-microhei has them.")
    assert "nowhere" in problem


def test_the_same_project_makes_the_same_bytes_a_day_later_as_of_its_last_entry(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data("claim", project, "--article", "kpa-wire.txt", "--quote", QUOTE)
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    done("report", project, "-o", first)
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + 86_400)
    done("report", project, "-o", second)
    assert first.read_bytes() == second.read_bytes()
    about = PdfReader(first).metadata
    assert about is not None
    last = max(data("history", project), key=lambda entry: entry["sequence"])
    assert about.creation_date == datetime.fromisoformat(last["at"])
