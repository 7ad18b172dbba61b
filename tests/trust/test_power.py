"""The power is cut: all that was not synced is lost, torn or reordered, at every point of everything."""

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.trust import disk
from tests.trust.conftest import Tally
from tests.trust.disk import WAYS, Disk
from tests.trust.machine import SCENARIOS, Base, Machine, Told, base_of, fingerprint, survived

#: Of the points at which something could be lost, so many are tried, spread over all; of each all ways.
POINTS = 45


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_after_a_power_cut(machine: Machine, scenario: str, tmp_path: Path, tally: Tally) -> None:
    base = base_of(tmp_path, scenario)
    folder, record = machine.fresh(base.folder), tmp_path / "record"
    found = Disk(folder)
    status, told = machine.run(folder, scenario, 1, record=str(record))
    assert status == 0, told.traceback
    changes = disk.read(record)
    assert any(change.kind == "S" for change in changes), "nothing was synced"
    chosen = _points(changes, Random(scenario))
    seen: set[str] = set()
    for number, marks in disk.cuts(changes, found):
        if number in chosen:
            for way in WAYS:
                left = found.after_cut(way, Random(f"{scenario} {number} {way}"))
                _comes_back(left, marks, base, scenario, tmp_path / "found", folder, seen)
    assert len(seen) >= 3, "hardly anything was ever waiting to be synced"
    tally(f"power cut in {scenario.partition(' ')[0]}", len(seen))


def _points(changes: list[disk.Change], chance: Random) -> set[int]:
    """Changes after which not all is synced: those next to a sync, and some of the others."""
    near = {n + step for n, change in enumerate(changes) if change.kind in "SDKRUL" for step in (-1, 0)}
    near = {n for n in near if 0 <= n < len(changes)}
    return set(chance.sample(sorted(near), min(POINTS, len(near)))) | set(
        chance.sample(range(len(changes)), min(POINTS // 3, len(changes)))
    )


def _comes_back(
    left: dict[Path, bytes], marks: list[str], base: Base, scenario: str, place: Path, recorded: Path, seen: set[str]
) -> None:
    """Opens what was left on the disk, unless the same was opened before with the same told."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    disk.lay_out(left, recorded, place)
    print_of = f"{len(marks)} {fingerprint(place)}"
    if print_of not in seen:
        seen.add(print_of)
        survived(place, base, scenario, Told.of(marks))
