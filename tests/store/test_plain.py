"""The plain views say what the records say, to any tool that reads SQLite."""

import json
import re
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlite_utils.cli import cli

from factcheck import records
from factcheck.session import Session
from factcheck.store import plain
from tests.store.filled import filled
from tests.store.making import WHO

DOCUMENTED = Path(__file__).resolve().parents[2] / "docs" / "file-format.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plain") / "orsvale.factcheck"
    filled(path)
    return path


def asked(project: Path, sql: str) -> list[dict[str, Any]]:
    """The rows of a query, by SQLite alone."""
    with closing(sqlite3.connect(project)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql)]


def test_a_claim_has_its_verdict_by_label_and_a_second_one_only_once_it_is_revealed(project: Path) -> None:
    first, second = asked(project, "SELECT * FROM claims_plain")
    assert (first["number"], first["verdict"], first["scale"]) == (1, "Half true", "Five steps")
    assert (first["summary"], first["rationale"], first["checked_by"]) == ("One and a half.", "=See [1]", "Ada")
    assert (first["appearances"], first["evidence"]) == (3, 4)
    assert (second["verdict"], second["second_verdict"]) == ("", "")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", first["created"])


def test_appearances_in_texts_and_recordings_stand_in_one_order(project: Path) -> None:
    rows = asked(project, "SELECT * FROM appearances_plain WHERE claim_number = 1")
    assert [(row["appearance"], row["medium"]) for row in rows] == [(1, "text"), (2, "text"), (3, "video")]
    assert rows[0]["quote"] == "The flood took 000 houses away."
    assert (rows[2]["title"], rows[2]["url"], rows[2]["time"]) == ("The tape", "https://example.org/tape", "00:01:00")


def test_evidence_of_every_kind_says_what_it_is(project: Path) -> None:
    rows = asked(project, "SELECT * FROM evidence_plain")
    assert [(row["number"], row["kind"]) for row in rows] == [(1, "link"), (2, "passage"), (3, "file"), (4, "note")]
    assert [row["title"] for row in rows] == ["The tape", "Weekly", "rain.csv", ""]
    assert rows[1]["publisher"] == "The Weekly"
    assert rows[3]["quote"] == "I rang the mayor."


def test_findings_and_history_have_their_words(project: Path) -> None:
    (ruling,) = asked(project, "SELECT * FROM rulings_plain")
    (made,) = asked(project, "SELECT * FROM contradictions_plain")
    assert ruling["values"] == made["values"] == "4 houses | 5 houses"
    assert (ruling["ruling"], made["reason"]) == ("confirmed", "4 is not 5")
    entries = asked(project, "SELECT * FROM history_plain")
    assert [row["sequence"] for row in entries] == list(range(1, len(entries) + 1))
    assert entries[0]["what"] == "edit.create_project"


@pytest.mark.parametrize("name", plain.QUERIES)
def test_the_program_and_other_tools_read_the_same(project: Path, name: str) -> None:
    with Session.open(project, WHO, read_only=True) as session:
        heads, rows = session.reader.plain(name)
        read = [dict(zip(heads, row, strict=True)) for row in rows]
    assert read == asked(project, f"SELECT * FROM {name}_plain")
    assert read


def test_what_is_withdrawn_is_in_no_view(project: Path) -> None:
    with Session.open(project, WHO, read_only=True) as session:
        known = [claim.id for claim in records.claims(session.records)]
    assert [row["claim_id"] for row in asked(project, "SELECT claim_id FROM claims_plain")] == known


@pytest.mark.parametrize(
    "line", re.findall(r"^\$ sqlite-utils (.+)$", DOCUMENTED.read_text(encoding="utf-8"), re.MULTILINE)
)
def test_every_documented_query_runs(project: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.parent)
    words = [word for word in shlex.split(line) if word != "--table"]
    result = CliRunner().invoke(cli, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)
