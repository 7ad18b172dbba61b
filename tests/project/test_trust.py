"""Every row of the tables in docs/trust.md names tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TRUST = (ROOT / "docs" / "trust.md").read_text(encoding="utf-8")
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_each_test_that_is_named_is_there() -> None:
    named = _NAMED.findall(TRUST)
    assert len(named) > 20
    lacking = [f"{path}::{name}" for path, name in named if f"def {name}(" not in (ROOT / path).read_text("utf-8")]
    assert lacking == []


def rows_without_a_test(section: str) -> list[str]:
    """Rows of tables whose last cell names no test."""
    rows = [
        line
        for line in section.splitlines()
        if line.startswith("|") and not line.startswith(("|--", "| threat |", "| fault |"))
    ]
    assert len(rows) > 15
    return [row for row in rows if not _NAMED.search(row.rstrip("|").rpartition("|")[2])]


def test_each_threat_names_its_test() -> None:
    assert rows_without_a_test(TRUST.partition("## Threats")[2].partition("\n### Figures")[0]) == []


def test_each_fault_names_its_test() -> None:
    assert rows_without_a_test(TRUST.partition("## Faults")[2]) == []
