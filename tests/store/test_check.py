"""Whatever was altered outside the program is found."""

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck import codec, edits
from factcheck.errors import FactCheckError
from factcheck.model import RECORD_TYPES, Claim, Note, PassageTarget
from factcheck.progress import Cancelled
from factcheck.session import Session
from factcheck.store import history
from factcheck.store.check import problems
from factcheck.text import text_hash
from tests.store.making import WHO, add_article, add_claim, new_session, sentence


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project with something of most kinds in it."""
    path = tmp_path_factory.mktemp("whole") / "floods.factcheck"
    with new_session(path) as session:
        article = add_article(session)
        claim = add_claim(session, article, 1)
        add_claim(session, article, 2)
        session.do(edits.set_verdict(session.records, claim.id, "half", WHO))
        session.do(edits.add_evidence(session.records, claim.id, Note("Rang the mayor."))[0])
        passage = PassageTarget(article.id, edits.passage_anchor(session.records, article.id, sentence(3)))
        session.do(edits.add_evidence(session.records, claim.id, passage)[0])
        session.undo()
        session.redo()
    assert not list(problems(path))
    return path


@pytest.fixture
def whole(made: Path, path: Path) -> Path:
    """A copy of it."""
    return copyfile(made, path)


def altered(path: Path, *statements: str) -> list[str]:
    """What is said of a file after SQL from outside."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for sql in statements:
            assert connection.execute(sql).rowcount != 0, sql
    return list(problems(path))


@pytest.mark.parametrize(
    ("sql", "entry"),
    [
        ("UPDATE history SET who = 'Someone else' WHERE sequence = 3", 3),
        ("UPDATE history SET at = at - 86400 WHERE sequence = 4", 4),
        ("UPDATE history SET label = 'edit.withdraw' WHERE sequence = 2", 2),
        ("UPDATE history SET changes = replace(changes, 'half', 'true') WHERE sequence = 5", 5),
        ("UPDATE history SET step = 1 WHERE sequence = 5", 5),
        ("UPDATE history SET typing = 'x' WHERE sequence = 1", 1),
        ("UPDATE history SET hash = hash || '0' WHERE sequence = 6", 6),
        ("UPDATE history SET previous = '' WHERE sequence = 6", 6),
        ("UPDATE history SET undoes = NULL WHERE undoes IS NOT NULL", 8),
        ("DELETE FROM history WHERE sequence = 4", 4),
        ("DELETE FROM history WHERE sequence = 1", 1),
        ("UPDATE history SET sequence = sequence + 100 WHERE sequence = 4", 4),
        ("INSERT INTO history SELECT 100, at, who, who_id, label, names, changes, typing, step, undoes, redoes, "
         "previous, 'x' FROM history WHERE sequence = 2", 10),
    ],
)  # fmt: skip
def test_a_changed_removed_or_inserted_entry_of_history_is_named(whole: Path, sql: str, entry: int) -> None:
    (said,) = altered(whole, sql)
    assert said.startswith(f"History: entry {entry} ")


def test_entries_in_another_order_are_named(whole: Path) -> None:
    swap = "UPDATE history SET sequence = {} WHERE sequence = {}"
    (said,) = altered(whole, swap.format(100, 4), swap.format(4, 5), swap.format(5, 100))
    assert said.startswith("History: entry 4 ")


def test_an_inserted_entry_in_the_middle_is_named(whole: Path) -> None:
    with closing(sqlite3.connect(whole)) as connection, connection:
        later = [n for (n,) in connection.execute("SELECT sequence FROM history WHERE sequence > 4 ORDER BY 1 DESC")]
        for number in later:
            connection.execute("UPDATE history SET sequence = sequence + 1 WHERE sequence = ?", (number,))
        row = list(connection.execute(f"SELECT {history._COLUMNS} FROM history WHERE sequence = 4").fetchone())
        row[0], row[-2] = 5, row[-1]
        row[-1] = history.row_hash(row[:-1])
        connection.execute(f"INSERT INTO history VALUES ({', '.join('?' * len(row))})", row)
    (said,) = problems(whole)
    assert said.startswith("History: entry 6 ")


def test_a_history_without_a_row_is_none(whole: Path) -> None:
    assert altered(whole, "DELETE FROM history") == ["History: there is none."]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE verdicts SET rating = 'true'", "verdicts: row "),
        ("UPDATE claims SET wording = wording || '!' WHERE number = 2", "claims: row "),
        ("UPDATE articles SET withdrawn = 1", "articles: row "),
        ("UPDATE project SET title = 'Other'", "project: row "),
        ("UPDATE evidence SET \"order\" = 9 WHERE \"order\" = 1", "evidence: row "),
        ("DELETE FROM evidence WHERE \"order\" = 1", "evidence: row "),
        ("DELETE FROM verdicts", "verdicts: row "),
        ("INSERT INTO publishers VALUES ('p1', 'Nobody')", "publishers: row p1 is not in history."),
        ("UPDATE scales SET ratings = '[]' WHERE id = 'five'", "scales: row five "),
        ("UPDATE texts SET text = text || ' '", "The text "),
        ("UPDATE originals SET packed = x'789c4bcc4b4e4a06000602026b'", "The original "),
        ("UPDATE originals SET size = size - 1", "The original "),
        ("UPDATE originals SET size = -1", "The original "),
        ("UPDATE originals SET packed = x''", "The original "),
        ("DELETE FROM claims WHERE number = 1", "A row of "),
    ],
)  # fmt: skip
def test_a_changed_removed_or_inserted_record_text_or_original_is_named(whole: Path, sql: str, said: str) -> None:
    found = altered(whole, sql)
    assert found
    assert found[0].startswith(said)
    assert all(one.endswith(".") and "\n" not in one for one in found[:1])


def test_only_a_copy_that_says_so_may_lack_texts_and_bytes(whole: Path) -> None:
    (text, original) = altered(whole, "DELETE FROM texts", "DELETE FROM originals")
    assert text.startswith("The text ")
    assert original.endswith("is named in history and is missing.")
    assert not altered(whole, "INSERT INTO sent_copy SELECT 'copy', 1, hash, 'contents' FROM history LIMIT 1")


def test_contents_that_belong_to_nothing_are_named(whole: Path) -> None:
    (said,) = altered(whole, f"INSERT INTO texts VALUES ('{text_hash('x')}', 'x')")
    assert said.endswith("belongs to nothing in history.")


def test_an_anchor_that_does_not_stand_where_it_says_is_named(path: Path) -> None:
    from dataclasses import replace

    from factcheck.model import Appearance, Change, Edit

    with new_session(path) as session:
        add_claim(session, add_article(session), 1)
        there = next(session.records.each(Appearance))
        moved = replace(there, anchor=replace(there.anchor, start=there.anchor.start + 1, end=there.anchor.end + 1))
        session.do(Edit("edit.edit_evidence", (Change(there, moved),)))
    (said,) = problems(path)
    assert "does not stand where it says" in said


def test_a_consistently_rewritten_entry_is_found_by_replay(whole: Path) -> None:
    """The chain is whole again; that the records do not follow from it is seen all the same."""
    with closing(sqlite3.connect(whole)) as connection, connection:
        rows = [list(row) for row in history.raw(connection)]
        connection.execute("DELETE FROM history")
        previous = ""
        for row in rows:
            row[6] = row[6].replace('"rating":"half"', '"rating":"true"') if row[0] == 5 else row[6]
            row[-2] = previous
            row[-1] = previous = history.row_hash(row[:-1])
            connection.execute(f"INSERT INTO history VALUES ({', '.join('?' * len(row))})", row)
    (said,) = problems(whole)
    assert said.startswith("verdicts: row ")


@pytest.mark.parametrize("changes", ["[]x", "null", "[3]", '[{"type":"Bomb","before":null,"after":null}]', "[" * 9999])
def test_a_rewritten_history_that_cannot_be_read_is_damage(whole: Path, changes: str) -> None:
    with closing(sqlite3.connect(whole)) as connection, connection:
        row = list(connection.execute(f"SELECT {history._COLUMNS} FROM history ORDER BY sequence DESC").fetchone())
        row[6] = changes
        row[-1] = history.row_hash(row[:-1])
        connection.execute("DELETE FROM history WHERE sequence = ?", (row[0],))
        connection.execute(f"INSERT INTO history VALUES ({', '.join('?' * len(row))})", row)
    (said,) = problems(whole)
    assert "is damaged" in said


def test_the_check_can_be_stopped(whole: Path) -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(problems(whole, stop))
    assert not list(problems(whole))


def test_the_check_writes_nothing(whole: Path) -> None:
    before = whole.read_bytes()
    assert not list(problems(whole))
    assert whole.read_bytes() == before
    assert {p.name for p in whole.parent.iterdir()} == {whole.name}


def use(path: Path) -> None:
    """Does what the program does with a file, as far as it lets itself be used."""
    with Session.open(path, WHO) as session:
        for kind in RECORD_TYPES:
            list(session.records.each(kind))
        session.history()
        session.undo()
        for claim in session.records.each(Claim):
            session.do(edits.edit_claim(session.records, claim.id, "topic", "weather"))
        session.backup()


@pytest.mark.parametrize("seed", range(60))
def test_overwritten_pages_are_found_and_never_a_traceback(whole: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(whole.read_bytes())
    pages = len(data) // 4096
    for page in chance.sample(range(pages), chance.randint(1, 3)):
        at = page * 4096 + (100 if page == 0 else 0) + chance.choice([0, 0, chance.randrange(3000)])
        size = chance.choice([1, 8, 600, 4096])
        data[at : at + size] = chance.randbytes(size) if chance.random() < 0.5 else bytes(size)
    data = data[: pages * 4096]
    unchanged = bytes(data) == whole.read_bytes()
    whole.write_bytes(data)
    found = list(problems(whole))
    assert all(said.endswith(".") for said in found[:1])
    if not found and not unchanged:
        _same_as_before(whole)
    with suppress(FactCheckError):
        use(whole)


def _same_as_before(path: Path) -> None:
    """Nothing was found: then what was overwritten is of no use to anybody, and every record is as history has it."""
    with Session.open(path, WHO, read_only=True) as session:
        state = {}
        for entry in session.history():
            for change in entry.edit.changes:
                record = change.after or change.before
                assert record
                state[record.id] = change.after
        there = {r.id: r for kind in RECORD_TYPES for r in session.records.each(kind)}
        assert {id: record for id, record in state.items() if record} == there


def test_a_schema_that_is_no_text_is_damage(whole: Path) -> None:
    data = whole.read_bytes()
    whole.write_bytes(data.replace(b"CREATE TABLE rulings", b"CREATE \xa1\xff\xa1LE rulings"))
    assert len(list(problems(whole))) == 1
    with pytest.raises(FactCheckError):
        use(whole)


def damage_header(byte: int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[byte] ^= 0xFF
        path.write_bytes(data)

    return change


@pytest.mark.parametrize("byte", range(0, 100, 3))
def test_a_damaged_header_is_never_a_traceback(whole: Path, byte: int) -> None:
    damage_header(byte)(whole)
    list(problems(whole))
    with suppress(FactCheckError):
        use(whole)


def test_history_is_hashed_over_all_that_it_says(whole: Path) -> None:
    with closing(sqlite3.connect(whole)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(history)")]
        assert columns == history._COLUMNS.split(", ")
        row = connection.execute("SELECT * FROM history WHERE sequence = 2").fetchone()
    assert history.row_hash(row[:-1]) == row[-1]
    assert json.loads(codec.to_json(list(row[:-1]))) == list(row[:-1])
