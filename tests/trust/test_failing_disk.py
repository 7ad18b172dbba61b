"""The disk is full, or fails, or a file may grow no more: one sentence, and what was there before is there still."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.trust.child import DONE, TOLD
from tests.trust.conftest import Tally
from tests.trust.machine import (
    NAMED,
    OPEN,
    READ,
    SCENARIOS,
    SYNC,
    TRUNCATE,
    WRITE,
    Machine,
    base_of,
    survived,
)

#: What is refused, how, and whether it stays so.
FAULTS = {
    "disk full": (WRITE | TRUNCATE, errno.ENOSPC, True),
    "disk full for a moment": (WRITE, errno.ENOSPC, False),
    "no room for a new file": (OPEN, errno.ENOSPC, True),
    "write fails": (WRITE, errno.EIO, False),
    "disk fails for good": (WRITE | SYNC | TRUNCATE | OPEN | NAMED, errno.EIO, True),
    "sync fails": (SYNC, errno.EIO, False),
    "truncation fails": (TRUNCATE, errno.EIO, False),
    "read fails": (READ, errno.EIO, False),
    "reading fails for good": (READ, errno.EIO, True),
    "rename, link or removal fails": (NAMED, errno.EACCES, False),
    "file may not grow": (WRITE, errno.EFBIG, True),
    "quota is used up": (WRITE, errno.EDQUOT, True),
}
#: So many of the changes that could fail do, each in a run of its own, spread over all.
PLACES = 6


def end(status: int) -> int:
    """The exit code; a run that a signal ended has none that is right."""
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_what_the_disk_refuses_is_told_and_loses_nothing(
    machine: Machine, scenario: str, fault: str, tmp_path: Path, tally: Tally
) -> None:
    base = base_of(tmp_path, scenario)
    kinds, error, goes_on = FAULTS[fault]
    job = {"kinds": kinds, "error": error, "goes_on": int(goes_on), "name": ""}
    _, told = machine.run(machine.fresh(base.folder), scenario, 2, fail={**job, "at": 10**9})
    could = told.counted["failing"]
    places = Random(f"{scenario} {fault}").sample(range(1, could + 1), min(PLACES, could))
    for at in places:
        folder = machine.fresh(base.folder)
        status, told = machine.run(folder, scenario, 2, fail={**job, "at": at})
        assert end(status) in (DONE, TOLD), f"at {at}: {told.traceback}"
        assert (end(status) == TOLD) == bool(told.error)
        survived(folder, base, scenario, told)
        shutil.rmtree(folder)
    tally(fault, len(places))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_limit_on_the_size_of_files(machine: Machine, scenario: str, tmp_path: Path, tally: Tally) -> None:
    """As the system sets it; from below the size of the project to above what is needed."""
    base = base_of(tmp_path, scenario)
    sizes = [4096, 30_000, 100_000, 250_000, 300_000, 500_000, 2_000_000, 16_000_000]
    ends = set()
    for size in sizes:
        folder = machine.fresh(base.folder)
        status, told = machine.run(folder, scenario, 2, file_size=size)
        assert end(status) in (DONE, TOLD), f"{size}: {told.traceback}"
        ends.add(end(status))
        survived(folder, base, scenario, told)
    assert ends == {DONE, TOLD}
    tally("limit on the size of files", len(sizes))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with little room; only root can make one."""
    place = tmp_path / "small"
    place.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], check=False, capture_output=True
    ).returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_small_disk_that_is_really_full(
    machine: Machine, scenario: str, small_disk: Path, tmp_path: Path, tally: Tally
) -> None:
    """Filled up but for so many bytes, at each of which something else does not fit."""
    base = base_of(tmp_path, scenario)
    rooms = [0, 4096, 16_384, 65_536, 200_000, 400_000, 800_000]
    for room in rooms:
        folder = Path(shutil.copytree(base.folder, small_disk / "run"))
        _fill(small_disk, room)
        status, told = machine.run(folder, scenario, 2)
        assert end(status) in (DONE, TOLD), f"{room} bytes left: {told.traceback}"
        (small_disk / "ballast").unlink()
        survived(folder, base, scenario, told)
        shutil.rmtree(folder)
    tally("small disk, full", len(rooms))


def _fill(disk: Path, room: int) -> None:
    free = shutil.disk_usage(disk).free
    (disk / "ballast").write_bytes(bytes(max(0, free - room)))
