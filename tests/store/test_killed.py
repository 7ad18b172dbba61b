"""kill -9 at random moments: the quick share of what `make trust` does at length."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.trust.machine import Machine, base_of, killed, survived

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="runs are forked")


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    made = Machine(tmp_path_factory.mktemp("runs"))
    yield made
    made.close()


@pytest.mark.parametrize("scenario", ["edit", "bulk", "import", "restore", "migration 2"])
def test_what_was_committed_is_there_and_nothing_by_half(machine: Machine, scenario: str, tmp_path: Path) -> None:
    base, chance = base_of(tmp_path, scenario), Random(scenario)
    for seed in range(2):
        folder = machine.fresh(base.folder)
        status, told = machine.run(folder, scenario, seed, kill_after=0.02 + chance.random() * 0.15)
        assert status == 0 or killed(status), told.traceback
        survived(folder, base, scenario, told)
