"""Proves a project file: its pages, its chain of history, that the records are what history makes, that texts and
originals are the bytes that their hashes name, and that every passage stands where it says.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck import anchors, codec
from factcheck.errors import FactCheckError
from factcheck.i18n import sentence as say
from factcheck.model import Anchor, Appearance, ArticleVersion, Contradiction, Evidence, PassageTarget, Record, Ruling
from factcheck.progress import Progress, silent
from factcheck.store import contents, derived, guard, history, listed, opener, seal
from factcheck.store.border import rows, sentences
from factcheck.store.reader import Reader, unpacked
from factcheck.store.rows import table, tables, to_row
from factcheck.store.seal import Seal


def problems(path: Path, progress: Progress = silent, sealed: Seal | None = None) -> Iterator[str]:
    """One sentence for each thing that is wrong, the first bad one of its sort; nothing if all is well.

    With a seal also whether the history is the one that was sealed.
    """
    try:
        opener.be_current(path, opener.look(path))
        with sentences(path), closing(opener.connect(path, "ro")) as connection:
            connection.execute("BEGIN")
            yield from _all(connection, path, progress, sealed)
    except FactCheckError as error:
        yield str(error)


def _all(connection: sqlite3.Connection, path: Path, progress: Progress, sealed: Seal | None) -> Iterator[str]:
    steps: tuple[Callable[[sqlite3.Connection], Iterator[str]], ...] = (
        _pages,
        _chain,
        partial(_sealed, sealed=sealed),
        _copy,
        _replay,
        partial(_passages, path=path),
    )
    with sentences(path, unproved=True):
        guard.verify_schema(connection, path, guard.stated(connection, path.name))
    for number, step in enumerate(steps):
        progress("Checking", number, len(steps))
        found = list(step(connection))
        yield from found
        if found and step in (_pages, _chain):
            return  # what follows would only repeat it


def _pages(connection: sqlite3.Connection) -> Iterator[str]:
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        yield say("check.damaged", what=" ".join(found.split()))
    lost = connection.execute("PRAGMA foreign_key_check").fetchone()
    if lost:
        yield say("check.refers", table=lost[0], other=lost[2])


def _chain(connection: sqlite3.Connection) -> Iterator[str]:
    previous, expected = history.GENESIS, 1
    for row in history.raw(connection):
        if row[0] != expected:
            yield say("check.entry_missing", entry=expected)
            return
        if row[-2] != previous or not history.proves(row):
            yield say("check.entry_changed", entry=expected)
            return
        previous, expected = row[-1], expected + 1
    if expected == 1:
        yield say("check.no_history")


def _sealed(connection: sqlite3.Connection, sealed: Seal | None) -> Iterator[str]:
    return seal.differences(connection, sealed) if sealed else iter(())


# --- what history makes -----------------------------------------------------------------------------------------------


def _replay(connection: sqlite3.Connection) -> Iterator[str]:
    """Applies history to nothing, and compares all that comes out with the tables."""
    state: dict[tuple[str, str], Record] = {}
    texts, originals, touched = set[str](), set[str](), set[tuple[str, int]]()
    for entry in history.read(connection):
        touched.update((id, entry.sequence) for id in derived.touched(entry))
        for change in entry.edit.changes:
            record = change.after or change.before
            assert record is not None
            key = (type(record).__name__, record.id)
            if state.get(key) != change.before:
                yield say("check.entry_follows", entry=entry.sequence)
                return
            texts.update(contents.texts_of(record))
            originals.update(contents.originals_of(record))
            if change.after is None:
                del state[key]
            else:
                state[key] = change.after
    yield from _differences(connection, state)
    yield from _contents(connection, texts, originals)
    yield from _derived(connection, touched)


def _differences(connection: sqlite3.Connection, state: dict[tuple[str, str], Record]) -> Iterator[str]:
    for place in tables():
        sql = f"SELECT {place.listed} FROM {place.name} ORDER BY id"  # noqa: S608 - our names
        for row in rows(connection, sql):
            known = state.pop((place.kind.__name__, _id(place.columns, row)), None)
            if known is None:
                yield say("check.row_unknown", table=place.name, row=_id(place.columns, row))
            elif tuple(to_row(known)) != row:
                yield say("check.row_changed", table=place.name, row=known.id)
    for kind, id in sorted(state):
        yield say("check.row_missing", table=table(codec.TYPES[kind]).name, row=id)


def _id(columns: tuple[str, ...], row: tuple[Any, ...]) -> str:
    return str(row[columns.index("id")])


def _contents(connection: sqlite3.Connection, texts: set[str], originals: set[str]) -> Iterator[str]:
    """Texts and bytes against their hashes, and against what history names; a copy that was sent may lack some."""
    there = set()
    for name, text in rows(connection, "SELECT sha256, text FROM texts"):
        there.add(name)
        if sha256(text.encode()).hexdigest() != name:
            yield say("check.text.changed", name=name[:12])
    yield from _missing(connection, "text", texts, there)
    there = set()
    for name, size, packed in rows(connection, "SELECT sha256, size, packed FROM originals"):
        there.add(name)
        if not _unpacks(name, size, packed):
            yield say("check.original.changed", name=name[:12])
    yield from _missing(connection, "original", originals, there)


def _unpacks(name: str, size: int, packed: bytes) -> bool:
    try:
        return len(unpacked(name, size, packed)) == size
    except codec.UnreadableError:
        return False


def _missing(connection: sqlite3.Connection, what: str, named: set[str], there: set[str]) -> Iterator[str]:
    for name in sorted(there - named):
        yield say(f"check.{what}.unnamed", name=name[:12])
    for name in sorted(named - there) if not connection.execute("SELECT 1 FROM sent_copy").fetchone() else ():
        yield say(f"check.{what}.missing", name=name[:12])


def _copy(connection: sqlite3.Connection) -> Iterator[str]:
    """A copy made for sending, which may lack contents, says of which state it was made."""
    if connection.execute("SELECT 1 FROM sent_copy WHERE head NOT IN (SELECT hash FROM history)").fetchone():
        yield say("check.copy_state")


def _derived(connection: sqlite3.Connection, touched: set[tuple[str, int]]) -> Iterator[str]:
    """What tells which entries changed a record. If it is behind, it is made anew when the file is opened."""
    sequence, _ = history.head(connection)
    known = connection.execute("SELECT value FROM derived_state WHERE key = 'touched'").fetchone()
    if known and known[0] == str(sequence):
        there = set(rows(connection, "SELECT id, sequence FROM derived_touched"))
        for id, entry in sorted(touched ^ there, key=lambda row: (row[1], row[0])):
            yield say("check.touched", entry=entry, id=id)
    known = connection.execute("SELECT value FROM derived_state WHERE key = ?", (listed.STATE,)).fetchone()
    if known and known[0] == str(sequence):
        there = set(rows(connection, "SELECT id, number FROM derived_claims"))
        for id, _ in sorted(there ^ set(rows(connection, "SELECT id, number FROM claims WHERE NOT withdrawn"))):
            yield say("check.listed", id=id)


# --- passages ---------------------------------------------------------------------------------------------------------


def _anchors(reader: Reader) -> Iterator[tuple[str, Anchor]]:
    for appearance in reader.each(Appearance):
        yield say("check.appearance", id=appearance.claim_id), appearance.anchor
    for item in reader.each(Evidence):
        if isinstance(item.target, PassageTarget):
            yield say("check.evidence", id=item.id), item.target.anchor
    ruled: list[Ruling | Contradiction] = [*reader.each(Ruling), *reader.each(Contradiction)]
    for judged in ruled:
        for passage in (a for position in judged.positions for a in position.anchors):
            yield say("check.finding", fact=judged.fact), passage


def _passages(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    reader = Reader(connection, path)
    texts: dict[str, str] = {}
    held = {version.id for version in reader.each(ArticleVersion) if _has_text(connection, version.text_sha256)}
    for what, passage in _anchors(reader):
        if passage.version_id not in held:
            continue
        if passage.version_id not in texts:
            texts[passage.version_id] = reader.text(passage.version_id)
        if not anchors.holds(passage, texts[passage.version_id]):
            yield say("check.place", what=what, quote=passage.exact[:40])


def _has_text(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM texts WHERE sha256 = ?", (name,)).fetchone() is not None
