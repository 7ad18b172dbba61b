"""The program in the desktop's menu."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import desktop
from factcheck.store.schema import APPLICATION_ID
from tests.flows.command_line.calling import data, done, refused

_XML = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def command_of(entry: str) -> list[str]:
    """The words of a command as a desktop reads them: first the string, then its quotes, then the signs for files."""
    told = re.search(r"^Exec=(.*)$", entry, re.MULTILINE)
    assert told is not None
    string = told[1].replace("\\\\", "\\")
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', string)
    return [re.sub(r'\\(["`$\\])', r"\1", quoted).replace("%%", "%") or plain for quoted, plain in words]


def test_what_is_written_is_taken_away_again(tmp_path: Path) -> None:
    written = [Path(path) for path in data("install-desktop", "--folder", tmp_path)["written"]]
    assert {path.suffix for path in written} == {".desktop", ".xml", ".svg"}
    assert all(path.is_relative_to(tmp_path) and path.stat().st_size for path in written)
    assert data("install-desktop", "--folder", tmp_path, "--remove")["removed"] == [str(path) for path in written]
    assert not any(path.exists() for path in written)
    assert "no longer" in done("install-desktop", "--folder", tmp_path, "--remove")


@given(st.text(st.characters(min_codepoint=32, exclude_characters="\x7f", exclude_categories=["C", "Z"]), min_size=1))
def test_any_path_of_the_program_is_read_as_it_is(path: str) -> None:
    assert command_of(desktop.entry([f"/opt/{path}"], ["en"])) == [f"/opt/{path}", "%f"]


def test_a_project_is_known_by_its_ending_and_by_what_it_holds(project: Path) -> None:
    told = ElementTree.fromstring(desktop.types(["en", "de"]))  # noqa: S314 - our own words
    ending = told.find(".//m:glob", _XML)
    assert ending is not None
    assert ending.get("pattern") == "*.factcheck"
    inner = told.find(".//m:match/m:match", _XML)
    assert inner is not None
    at = int(inner.get("offset", ""))
    assert project.read_bytes()[at : at + 4] == int(inner.get("value", ""), 16).to_bytes(4, "big")
    assert int(inner.get("value", ""), 16) == APPLICATION_ID
    assert project.read_bytes().startswith(b"SQLite format 3")


def test_the_entry_opens_the_program_that_wrote_it() -> None:
    first = desktop.program()[0]
    assert Path(first).exists()


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="the desktop's programs are not installed")
def test_the_desktop_understands_the_type(tmp_path: Path) -> None:
    done("install-desktop", "--folder", tmp_path)
    assert "factcheck" in (tmp_path / "mime" / "globs2").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("a file in the way")
    assert "cannot be written" in refused("install-desktop", "--folder", tmp_path)


def test_other_systems_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert "Only desktops of Linux" in refused("install-desktop", "--folder", tmp_path)
    assert not (tmp_path / "applications").exists()


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="the validator is not installed")
def test_the_entry_is_valid(tmp_path: Path) -> None:
    done("install-desktop", "--folder", tmp_path)
    entry = tmp_path / "applications" / "factcheck.desktop"
    assert subprocess.run(["desktop-file-validate", str(entry)], check=False).returncode == 0
