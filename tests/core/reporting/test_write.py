"""All or nothing on disk."""

import errno
import os
import sqlite3
from pathlib import Path
from typing import BinaryIO

import pytest

from factcheck.errors import ReportError
from factcheck.reporting.write import replace_file


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    return path


def new(out: BinaryIO) -> None:
    out.write(b"new")


def untouched(target: Path) -> bool:
    return target.read_bytes() == b"old" and list(target.parent.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file(target: Path) -> None:
    def fill(out: BinaryIO) -> None:
        out.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(ReportError, match="no space left on device; an older file there is as it was"):
        replace_file(target, fill)
    assert untouched(target)


def test_a_bug_leaves_the_old_file_and_stays_a_bug(target: Path) -> None:
    def fill(out: BinaryIO) -> None:
        out.write(b"half")
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        replace_file(target, fill)
    assert untouched(target)


def test_an_empty_file_replaces_nothing(target: Path) -> None:
    with pytest.raises(ReportError, match="too short"):
        replace_file(target, lambda _out: None)
    assert untouched(target)


@pytest.mark.parametrize("refused", ["folder", "file"])
def test_what_may_not_be_written_is_left_alone(target: Path, refused: str) -> None:
    place = target.parent if refused == "folder" else target
    place.chmod(0o500 if refused == "folder" else 0o400)
    try:
        if os.access(place, os.W_OK):
            pytest.skip("root may write anywhere")
        with pytest.raises(ReportError, match="could not be written"):
            replace_file(target, new)
    finally:
        place.chmod(0o700)
    assert untouched(target)


def test_a_read_only_file_is_refused_also_where_the_system_would_let_it_be_replaced(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ReportError, match="read-only"):
        replace_file(target, new)
    assert untouched(target)


def test_a_link_goes_on_leading_to_the_file(target: Path) -> None:
    link = target.parent / "latest.pdf"
    link.symlink_to(target)
    replace_file(link, new)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("is_open", [False, True])
def test_a_project_is_never_replaced(tmp_path: Path, is_open: bool) -> None:
    project = tmp_path / "p.factcheck"
    with sqlite3.connect(project) as connection:
        connection.execute(f"PRAGMA journal_mode = {'WAL' if is_open else 'DELETE'}")
        connection.execute("CREATE TABLE t (a)")
    if not is_open:
        connection.close()
    with pytest.raises(ReportError, match="is a project"):
        replace_file(project, new)
    connection.close()
    assert project.read_bytes().startswith(b"SQLite")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ReportError, match="is not a file"):
        replace_file(pipe, new)
    assert pipe.is_fifo()
