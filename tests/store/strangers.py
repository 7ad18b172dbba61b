"""Project files as a stranger may send them: each function turns a sound, closed project into one of them.

`STRUCTURES` must be refused before anything in them runs. `CONTENTS` are ours in structure; what they hold must end in
a sentence, at once or where it is read.
"""

import json
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

#: Set by `hot_journal`: a file of the person's, beside the project, that must be there afterwards.
VICTIM = "victim.txt"


def sql(path: Path, *statements: str) -> None:
    """What any SQLite program can do to the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def rewrite_schema(path: Path, *statements: str) -> None:
    """Changes to the schema itself, past SQLite's own checks."""
    sql(path, "PRAGMA writable_schema = ON", *statements, "PRAGMA writable_schema = OFF")


def patch(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


# --- what runs --------------------------------------------------------------------------------------------------------

_ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"


def trigger_on_records(path: Path) -> None:
    sql(path, "CREATE TRIGGER t AFTER INSERT ON claims BEGIN DELETE FROM texts; END")


def trigger_on_history(path: Path) -> None:
    sql(path, "CREATE TRIGGER t AFTER INSERT ON history BEGIN UPDATE claims SET wording = 'x'; END")


def trigger_on_what_is_derived(path: Path) -> None:
    sql(path, "CREATE TRIGGER t AFTER INSERT ON derived_touched BEGIN DELETE FROM history; END", *_FORGETFUL)


#: Makes the program write to derived tables when it opens the file.
_FORGETFUL = ("DELETE FROM derived_touched", "DELETE FROM derived_state")


def trigger_under_a_name_of_sqlite(path: Path) -> None:
    text = "CREATE TRIGGER sqlite_t AFTER INSERT ON claims BEGIN DELETE FROM texts; END"
    rewrite_schema(path, f"INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_t', 'claims', 0, '{text}')")


def endless_view(path: Path) -> None:
    sql(path, f"CREATE VIEW v AS {_ENDLESS} SELECT count(*) FROM n")


def our_view_asking_something_else(path: Path) -> None:
    sql(path, "DROP VIEW rulings_plain", f"CREATE VIEW rulings_plain AS {_ENDLESS} SELECT x AS id FROM n")


def endless_view_in_place_of_a_table(path: Path) -> None:
    sql(path, "PRAGMA foreign_keys = OFF", "ALTER TABLE derived_state RENAME TO old_state")
    sql(path, f"CREATE VIEW derived_state AS {_ENDLESS} SELECT x AS key, x AS value FROM n")


def endless_view_in_place_of_history(path: Path) -> None:
    sql(path, "ALTER TABLE history RENAME TO old_history")
    columns = "1, 1, '', '', '', '', '', '', 1, 1, 1, '', ''"
    names = "sequence, at, who, who_id, label, names, changes, typing, step, undoes, redoes, previous, hash"
    sql(path, f"CREATE VIEW history ({names}) AS {_ENDLESS} SELECT {columns} FROM n")


def view_with_a_side_effect(path: Path) -> None:
    sql(path, "CREATE VIEW v AS SELECT load_extension('/tmp/x.so')", "CREATE VIEW w AS SELECT writefile('x', 'y')")


def trigger_on_a_view(path: Path) -> None:
    sql(
        path,
        "CREATE VIEW v AS SELECT 1 AS x",
        "CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN DELETE FROM history; END",
    )


def virtual_table(path: Path) -> None:
    sql(path, "CREATE VIRTUAL TABLE v USING fts5(x)")


def virtual_table_in_place_of_a_table(path: Path) -> None:
    sql(path, "DROP TABLE derived_findings", "CREATE VIRTUAL TABLE derived_findings USING fts5(place, finding)")


def computed_column(path: Path) -> None:
    sql(path, "ALTER TABLE claims ADD COLUMN g TEXT GENERATED ALWAYS AS (printf('%.*c', 400000000, 'x')) VIRTUAL")


def computed_index(path: Path) -> None:
    sql(path, "CREATE INDEX i ON claims (length(hex(zeroblob(100000000))))")


def endless_check(path: Path) -> None:
    """A condition on a table; quick_check would ask it."""
    rewrite_schema(
        path,
        "UPDATE sqlite_schema SET sql = replace(sql, 'wording TEXT NOT NULL', "
        "'wording TEXT NOT NULL CHECK (length(randomblob(400000000)) > 0)') WHERE name = 'claims'",
    )


def further_table(path: Path) -> None:
    sql(path, "CREATE TABLE further (x)", "INSERT INTO further VALUES (1)")


def table_that_lacks(path: Path) -> None:
    sql(path, "DROP TABLE rulings")


def column_that_lacks(path: Path) -> None:
    sql(path, "DROP VIEW rulings_plain", "ALTER TABLE rulings DROP COLUMN note")


def looser_types(path: Path) -> None:
    rewrite_schema(path, "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'history'")


def two_thousand_tables(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for number in range(2_000):
            connection.execute(f"CREATE TABLE t{number} (x)")
        connection.execute("COMMIT")


STRUCTURES: list[Callable[[Path], None]] = [
    trigger_on_records,
    trigger_on_history,
    trigger_on_what_is_derived,
    trigger_under_a_name_of_sqlite,
    endless_view,
    our_view_asking_something_else,
    endless_view_in_place_of_a_table,
    endless_view_in_place_of_history,
    view_with_a_side_effect,
    trigger_on_a_view,
    virtual_table,
    virtual_table_in_place_of_a_table,
    computed_column,
    computed_index,
    endless_check,
    further_table,
    table_that_lacks,
    column_that_lacks,
    looser_types,
    two_thousand_tables,
]

# --- what lies in its bytes -------------------------------------------------------------------------------------------


def header_of_another_program(path: Path) -> None:
    sql(path, "PRAGMA application_id = 1")


def header_of_a_newer_version(path: Path) -> None:
    sql(path, "PRAGMA user_version = 2000000000")


def header_of_no_version(path: Path) -> None:
    sql(path, "PRAGMA user_version = -1")


def header_of_an_older_version(path: Path) -> None:
    """Migrations would run on tables that have their columns already."""
    sql(path, "PRAGMA user_version = 1")


def header_with_a_huge_page_count(path: Path) -> None:
    patch(path, 28, struct.pack(">I", 0x7FFFFFFE))


def header_with_no_page_size(path: Path) -> None:
    patch(path, 16, b"\0\3")


def header_with_other_letters(path: Path) -> None:
    patch(path, 56, struct.pack(">I", 2))


def header_with_reserved_space(path: Path) -> None:
    patch(path, 20, b"\xff")


def cut_short(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 + 17)


def only_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def pages_in_a_circle(path: Path) -> None:
    """The root of history points to itself, over and over: its rows have no end."""
    with closing(sqlite3.connect(path)) as connection:
        ((root,),) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'history'")
        ((size,),) = connection.execute("PRAGMA page_size")
    cells = [struct.pack(">IB", root, number + 1) for number in range(100)]
    start = size - sum(map(len, cells))
    pointers = b"".join(struct.pack(">H", start + 5 * number) for number in range(100))
    head = struct.pack(">BHHHBI", 5, 0, 100, start, 0, root)
    page = head + pointers
    patch(path, (root - 1) * size, page + bytes(start - len(page)) + b"".join(cells))


def log_of_another_state(path: Path) -> None:
    """A write-ahead log beside the file, in which the trigger is that the file itself does not show."""
    copy = path.with_name("copy.factcheck")
    copy.write_bytes(path.read_bytes())
    code = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA journal_mode = WAL')\n"
        "c.execute('CREATE TRIGGER t AFTER INSERT ON claims BEGIN DELETE FROM texts; END')\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(copy)], check=True)
    path.write_bytes(copy.read_bytes())
    Path(f"{copy}-wal").replace(f"{path}-wal")
    copy.unlink()
    Path(f"{copy}-shm").unlink()


def hot_journal(path: Path) -> None:
    """A journal that names the victim as one of several files of a transaction; SQLite deletes it once it is done."""
    code = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('BEGIN')\n"
        "for n in range(60): c.execute('INSERT INTO derived_state VALUES (?, ?)', (f'k{n}', 'v' * 4000))\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    name = str(path.with_name(VICTIM)).encode()
    check = sum(byte - 256 if byte > 127 else byte for byte in name) & 0xFFFFFFFF
    told = struct.pack(">I", 0x40000000 // 4096 + 1) + name + struct.pack(">II", len(name), check)
    with Path(f"{path}-journal").open("ab") as journal:
        journal.write(told + bytes.fromhex("d9d505f920a163d7"))


BYTES: list[Callable[[Path], None]] = [
    header_of_another_program,
    header_of_a_newer_version,
    header_of_no_version,
    header_of_an_older_version,
    header_with_a_huge_page_count,
    header_with_no_page_size,
    header_with_other_letters,
    header_with_reserved_space,
    cut_short,
    only_the_header,
    pages_in_a_circle,
    log_of_another_state,
    hot_journal,
]

# --- what stands in its rows ------------------------------------------------------------------------------------------


def _json(column: str, text: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute(f"UPDATE {column.split('.', maxsplit=1)[0]} SET {column.split('.')[1]} = ?", (text,))

    spoil.__name__ = f"{column}: {text[:24]}"
    return spoil


def _value(column: str, expression: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        table, name = column.split(".")
        sql(path, f'UPDATE {table} SET "{name}" = {expression}')

    spoil.__name__ = f"{column} = {expression[:40]}"
    return spoil


def wrong_types(path: Path) -> None:
    """Numbers as words where the table says that it takes numbers only."""
    loose = "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'claims'"
    strict = "UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'claims' AND sql NOT LIKE '%STRICT%'"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        ((before,),) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'claims'")
    rewrite_schema(path, loose)
    sql(path, "UPDATE claims SET number = 'many', wording = x'00ff'")
    rewrite_schema(path, strict.replace("sql || ' STRICT'", "'" + str(before).replace("'", "''") + "'"))


def _bomb(path: Path) -> None:
    """An original that unpacks to a hundred times what it says."""
    import zlib

    packed = zlib.compress(bytes(50_000_000))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE originals SET packed = ?, size = 250000000000", (packed,))


def _blob(path: Path) -> None:
    sql(path, "UPDATE originals SET packed = zeroblob(60000000)")


_DEEP = "[" * 200_000
_WIDE = json.dumps([[]] * 200_000)

CONTENTS: list[Callable[[Path], None]] = [
    wrong_types,
    _bomb,
    _blob,
    *(
        _json(column, text)
        for column in ("appearances.anchor", "scales.ratings", "articles.published", "history.changes", "history.names")
        for text in (_DEEP, _WIDE, "", "null", "{}", "NaN", '"\\ud800"', "9" * 5000, '{"a":1,"a":2}', "[1e999]")
    ),
    _json("articles.published", '{"printed":"\\ud800","iso":"","precision":null}'),
    _json("scales.ratings", '[{"key":"false","label":"F","number":NaN}]'),
    _value("claims.wording", "CAST(x'ff00fe' AS TEXT)"),
    _value("claims.wording", "char(0) || 'a' || char(8238)"),
    _value("claims.created", "9223372036854775807"),
    _value("claims.created", "-9223372036854775808"),
    _value("claims.status", "'nonsense'"),
    _value("claims.withdrawn", "7"),
    _value("articles.title", "zeroblob(0) || char(55296)"),
    _value("articles.language_confidence", "9e999"),
    _value("texts.text", "CAST(x'c3' AS TEXT)"),
    _value("texts.text", "''"),
    _value("originals.size", "-1"),
    _value("originals.size", "0"),
    _value("originals.packed", "x''"),
    _value("history.sequence", "sequence + 9000000000000000000"),
    _value("history.step", "99"),
    _value("history.undoes", "1"),
    _value("history.at", "9223372036854775807"),
    _value("history.label", "'report.evidence'"),
    _value("history.label", "'{0.__class__}'"),
    _value("history.hash", "sequence"),
    _value("appearances.anchor", "replace(anchor, '\"start\":', '\"start\":99999999')"),
    _value('appearances."order"'.replace('"', ""), "-1"),
]
