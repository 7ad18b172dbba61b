"""The tables of labelled pairs can be trusted: well formed, without doubles, and clear of what is sealed."""

import csv
import itertools
from pathlib import Path

import pytest

from benchmarks import bench_findings, check_labels, judged_findings

TABLES = sorted(Path(check_labels.__file__).with_name("data").glob("*.tsv"))
GOOD = ["1", "1_1ecb", "3", "1_2ecb", "5", "contradiction", "number", "two and three"]


def written(folder: Path, *rows: list[str]) -> Path:
    table = folder / "table.tsv"
    lines = ["\t".join(row) for row in (list(check_labels.COLUMNS), *rows)]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return table


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_table_keeps_its_form(table: Path, tmp_path: Path) -> None:
    assert check_labels.check(table, tmp_path) == 0


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_no_table_points_into_a_topic_that_is_sealed_or_held_out(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as file:
        topics = {row["topic"] for row in csv.DictReader(file, delimiter="\t")}
    assert not topics & (bench_findings.sealed() | set(bench_findings.HELD_OUT))


def test_a_topic_stands_in_one_part() -> None:
    parts = [*bench_findings.PARTS.values(), tuple(bench_findings.sealed())]
    assert all(set(one).isdisjoint(other) for one, other in itertools.combinations(parts, 2))


@pytest.mark.parametrize(
    ("column", "value"),
    [("label", "maybe"), ("kind", "colour"), ("note", ""), ("sent_a", "three"), ("doc_b", "2_2ecb")],
)
def test_a_fault_is_found(column: str, value: str, tmp_path: Path) -> None:
    row = list(GOOD)
    row[check_labels.COLUMNS.index(column)] = value
    assert check_labels.check(written(tmp_path, row), tmp_path) == 1


def test_a_pair_listed_twice_is_found_in_either_order(tmp_path: Path) -> None:
    turned = [GOOD[0], *GOOD[3:5], *GOOD[1:3], *GOOD[5:]]
    assert check_labels.check(written(tmp_path, GOOD, turned), tmp_path) == 1


def test_a_sentence_that_is_not_there_is_found(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "1_1ecb.txt").write_text("One.\nTwo.\nThree.\n", encoding="utf-8")
    (tmp_path / "1" / "1_2ecb.txt").write_text("One.\n", encoding="utf-8")
    assert check_labels.check(written(tmp_path, GOOD), tmp_path) == 1


def test_what_was_said_of_a_finding_counts_for_its_own_kind_of_reason() -> None:
    class Scorer:
        @staticmethod
        def answers(finding: dict[str, object], row: dict[str, str]) -> bool:
            return row["pair"] in str(finding["pairs"])

    rows = [
        {"pair": "a", "kind": "date/time", "note": "other time"},
        {"pair": "b", "kind": "number", "note": judged_findings.CONFIRMED},
    ]

    def said(pairs: str, reason: str) -> str | None:
        return judged_findings.verdict(Scorer, {"pairs": pairs, "reasons": [{"type": reason}]}, rows)

    assert said("a", "time") == "other time"
    assert said("a b", "number") == judged_findings.CONFIRMED
    assert said("b", "time") is None
