"""Any single row that was altered outside the program is found: changed, removed, inserted, or in another's place."""

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factcheck import edits
from factcheck.model import (
    IssuedReport,
    Kind,
    Link,
    Medium,
    Note,
    PassageTarget,
    Project,
    Reader,
    Reason,
    ReasonType,
    StoredFile,
    Verb,
)
from factcheck.model import JudgedPosition as Side
from factcheck.store.check import problems
from factcheck.store.project import Contents
from factcheck.store.rows import tables
from factcheck.text import text_hash
from tests.store.making import WHO, add_article, add_claim, new_session, sentence

#: All tables but those that are only there to be quick, of which one is proved too.
TABLES = ("history", "texts", "originals", "derived_touched", *(place.name for place in tables()))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project with a record in every table."""
    path = tmp_path_factory.mktemp("whole") / "floods.factcheck"
    with new_session(path) as session:
        state = session.records
        first, second = add_article(session), add_article(session, "Weekly", "The Weekly", "Another text. " * 9)
        claim = add_claim(session, first, 1)
        add_claim(session, first, 2)
        passage = edits.passage_anchor(state, first.id, sentence(3))
        session.do(edits.add_evidence(state, claim.id, PassageTarget(first.id, passage))[0])
        session.do(edits.add_evidence(state, claim.id, Note("Rang the mayor."))[0])
        data = b"a letter"
        file = StoredFile("letter.txt", "text/plain", text_hash("a letter"), len(data))
        kept = Contents(originals={file.sha256: data})
        session.do(edits.add_evidence(state, claim.id, file)[0], kept)
        session.do(edits.add_media(state, claim.id, Link("https://video.example/1"), Medium.video, "00:01:00", "So."))
        session.do(edits.set_verdict(state, claim.id, "half", WHO))
        session.do(edits.set_verdict(state, claim.id, "true", WHO, Reader.second))
        sides = (Side("one", (passage,)), Side("two", (edits.passage_anchor(state, second.id, sentence(0)),)))
        session.do(edits.rule_on(state, Kind.contradiction, "houses", sides, Verb.confirmed, WHO))
        session.do(edits.make_contradiction("houses", Reason(ReasonType.number, "1 or 2"), sides, WHO)[0])
        session.do(edits.edit_project(state, method="By telephone."))
        session.do(
            edits.issue_report(
                IssuedReport("i1", 1, "full", (), (), "Floods", "r", session.head, "f.pdf", "0", 9, "Ada")
            )
        )
        session.undo()
        session.redo()
        assert state.get(Project, "project")
    assert list(problems(path)) == []
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0], table
    return path


def _another(value: Any, by: int) -> Any:
    """A value of the same type that differs."""
    match value:
        case str():
            at = by % (len(value) + 1)
            return value[:at] + ("~" if value[at : at + 1] != "~" else "^") + value[at + 1 :]
        case bytes():
            at = by % len(value)
            return value[:at] + bytes([value[at] ^ (1 + by % 255)]) + value[at + 1 :]
        case None:
            return "~"
        case _:
            return value + 1 + by


class Row:
    """One row of a table, by the table's own key."""

    def __init__(self, connection: sqlite3.Connection, table: str, at: int) -> None:
        self.connection, self.table = connection, table
        told = list(connection.execute(f"PRAGMA table_info({table})"))
        self.columns = [row[1] for row in told]
        self.key = [row[1] for row in told if row[5]]
        found = connection.execute(f"SELECT * FROM {table} ORDER BY {', '.join(self.key)}").fetchall()
        self.all = found
        self.values = dict(zip(self.columns, found[at % len(found)], strict=True))

    def _where(self) -> tuple[str, list[Any]]:
        return " AND ".join(f'"{name}" = ?' for name in self.key), [self.values[name] for name in self.key]

    def remove(self) -> None:
        where, values = self._where()
        assert self.connection.execute(f"DELETE FROM {self.table} WHERE {where}", values).rowcount == 1

    def put(self, values: dict[str, Any]) -> None:
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        self.connection.execute(f"INSERT INTO {self.table} ({names}) VALUES ({marks})", list(values.values()))


def change(row: Row, which: int, by: int) -> None:
    column = row.columns[which % len(row.columns)]
    row.remove()
    row.put({**row.values, column: _another(row.values[column], by)})


def remove(row: Row, _which: int, _by: int) -> None:
    row.remove()


def insert(row: Row, which: int, by: int) -> None:
    key = row.key[which % len(row.key)]
    other = {**row.values, key: _another(row.values[key], by)}
    if row.table == "history":
        other["hash"] = _another(row.values["hash"], by)
    row.put(other)


def swap(row: Row, _which: int, by: int) -> None:
    """All that two rows say, but for their keys, trades places."""
    other = dict(zip(row.columns, row.all[by % len(row.all)], strict=True))
    assume(other != row.values)
    rest = [name for name in row.columns if name not in row.key]
    assume(rest and [other[n] for n in rest] != [row.values[n] for n in rest])
    twin = Row(row.connection, row.table, by)
    row.remove()
    twin.remove()
    row.put({**row.values, **{name: other[name] for name in rest}})
    row.put({**other, **{name: row.values[name] for name in rest}})


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=st.sampled_from(TABLES),
    alter=st.sampled_from([change, remove, insert, swap]),
    at=st.integers(0, 50),
    which=st.integers(0, 50),
    by=st.integers(0, 200),
)
def test_any_altered_row_is_found(whole: Path, table: str, alter: Any, at: int, which: int, by: int) -> None:
    altered = whole.with_name("altered.factcheck")
    copyfile(whole, altered)
    with closing(sqlite3.connect(altered)) as connection, connection:
        try:
            alter(Row(connection, table, at), which, by)
        except (sqlite3.IntegrityError, OverflowError):
            assume(False)
    found = list(problems(altered))
    assert found
    assert all("\n" not in said for said in found)


def test_a_file_that_says_falsely_to_be_a_copy_is_found(whole: Path) -> None:
    altered = whole.with_name("copy.factcheck")
    copyfile(whole, altered)
    with closing(sqlite3.connect(altered)) as connection, connection:
        connection.execute("INSERT INTO sent_copy VALUES ('copy', 1, 'nowhere', 'originals')")
        connection.execute("DELETE FROM originals")
    assert next(problems(altered)) == "sent_copy: it names a state that history does not have."
