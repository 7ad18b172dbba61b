"""All or nothing on disk."""

import errno
import os
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
