"""kill -9 at any moment of anything: what was committed is there, nothing is there by half."""

import time
from collections.abc import Callable
from random import Random

import pytest

from tests.trust.conftest import Tally
from tests.trust.machine import SCENARIOS, Base, Machine, base_of, killed, survived


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Base]:
    """The folder that a scenario begins with, made once."""
    place, made = tmp_path_factory.mktemp("bases"), dict[str, Base]()

    def of(scenario: str) -> Base:
        return made.setdefault(scenario, made.get(scenario) or base_of(place, scenario))

    return of


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_killed_at_a_random_moment(machine: Machine, bases: Callable[[str], Base], scenario: str, tally: Tally) -> None:
    """From outside, as `kill -9` does."""
    base, chance, dead = bases(scenario), Random(scenario), 0
    took = _length(machine, base, scenario)
    for seed in range(40):
        folder = machine.fresh(base.folder)
        status, told = machine.run(folder, scenario, seed, kill_after=chance.random() * took)
        dead += killed(status)
        survived(folder, base, scenario, told)
    assert dead >= 10, "most runs ended before they were killed"
    tally(f"kill -9 at a random moment of {scenario.partition(' ')[0]}", dead)


def _length(machine: Machine, base: Base, scenario: str) -> float:
    """Seconds that the scenario takes when nobody kills it."""
    folder = machine.fresh(base.folder)
    began = time.perf_counter()
    status, told = machine.run(folder, scenario, 0)
    assert status == 0, told.traceback
    return time.perf_counter() - began


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_killed_between_any_two_changes_of_a_file(
    machine: Machine, bases: Callable[[str], Base], scenario: str, tally: Tally
) -> None:
    """Before the n-th write, truncation, sync or rename, for up to 60 values of n spread over all of them."""
    base = bases(scenario)
    _, told = machine.run(machine.fresh(base.folder), scenario, 0)
    changes = told.counted["ops"]
    places = sorted(Random(scenario).sample(range(1, changes + 1), min(60, changes)))
    for at in places:
        folder = machine.fresh(base.folder)
        status, told = machine.run(folder, scenario, 0, kill_at=at)
        assert killed(status), told.traceback
        survived(folder, base, scenario, told)
    tally(f"kill -9 between two changes of a file, in {scenario.partition(' ')[0]}", len(places))
