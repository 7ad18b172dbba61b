"""Fault simulation: `make trust` runs it; `make test` passes it by. Its figures are summed up at the end of the run."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.trust.machine import Machine, build

#: Set by `make trust`.
_ASKED = bool(os.environ.get("TRUST"))
collect_ignore_glob = [] if _ASKED else ["test_*.py"]

#: Tells the figures of a test: what was tried, how often, and how often what was left was right. A run that was not
#: right fails its test, so a table without failures has lost nothing.
Tally = Callable[[str, int], None]


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Counts runs under the name of a fault."""

    def count(fault: str, runs: int) -> None:
        record_property("trust", [fault, runs])

    return count


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What stands between a program and its files."""
    return build(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Iterator[Machine]:
    """Runs scenarios with the library loaded."""
    made = Machine(tmp_path_factory.mktemp("runs"), library)
    yield made
    made.close()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The table: fault, runs, survived."""
    runs: Counter[str] = Counter()
    survived: Counter[str] = Counter()
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            for name, value in getattr(report, "user_properties", ()):
                if name == "trust" and report.when == "call":
                    runs[value[0]] += value[1]
                    survived[value[0]] += value[1] if outcome == "passed" else 0
    if runs:
        terminalreporter.section("trust")
        width = max(map(len, runs))
        for fault in sorted(runs):
            terminalreporter.write_line(f"{fault:<{width}}  {runs[fault]:>9,}  survived {survived[fault]:>9,}")
        hostile = sum(count for fault, count in runs.items() if fault.startswith("hostile"))
        failed = terminalreporter.stats.get("failed", []) + terminalreporter.stats.get("error", [])
        lost = f"see the {len(failed)} failures above" if failed else "none"
        terminalreporter.write_line(f"{'all':<{width}}  {runs.total():>9,}  survived {survived.total():>9,}")
        terminalreporter.write_line(f"Edits lost: {lost}")
        terminalreporter.write_line(f"Hostile inputs tried: {hostile:,}, let through: {lost}")
