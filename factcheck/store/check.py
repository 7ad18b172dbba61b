"""Proves a project file: its pages, its chain of history, that the records are what history makes, that texts and
originals are the bytes that their hashes name, and that every passage stands where it says.
"""

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck import anchors, codec
from factcheck.errors import FactCheckError
from factcheck.model import Anchor, Appearance, ArticleVersion, Contradiction, Evidence, PassageTarget, Record, Ruling
from factcheck.progress import Progress, silent
from factcheck.store import guard, history, opener
from factcheck.store.border import rows, sentences
from factcheck.store.reader import Reader, unpacked
from factcheck.store.rows import table, tables, to_row


def problems(path: Path, progress: Progress = silent) -> Iterator[str]:
    """One sentence for each thing that is wrong, the first bad one of its sort; nothing if all is well."""
    try:
        opener.be_current(path, opener.look(path))
        with sentences(path):
            connection = opener.connect(path, "ro")
            try:
                connection.execute("BEGIN")
                yield from _all(connection, path, progress)
            finally:
                connection.close()
    except FactCheckError as error:
        yield str(error)


def _all(connection: sqlite3.Connection, path: Path, progress: Progress) -> Iterator[str]:
    passages = partial(_passages, path=path)
    steps: tuple[Callable[[sqlite3.Connection], Iterator[str]], ...] = (_pages, _chain, _replay, _contents, passages)
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
        yield f"The file is damaged: {' '.join(found.split())}."
    lost = connection.execute("PRAGMA foreign_key_check").fetchone()
    if lost:
        yield f"A row of {lost[0]} refers to a row of {lost[2]} that is not there."


def _chain(connection: sqlite3.Connection) -> Iterator[str]:
    previous, expected = history.GENESIS, 1
    for row in history.raw(connection):
        *columns, own = row
        if columns[0] != expected:
            yield f"History: entry {expected} is missing."
            return
        if columns[-1] != previous or not _proves(columns, own):
            yield f"History: entry {expected} was changed after it was written."
            return
        previous, expected = own, expected + 1
    if expected == 1:
        yield "History: there is none."


def _proves(columns: list[Any], own: object) -> bool:
    try:
        return history.row_hash(columns) == own
    except TypeError:  # bytes, which only damage can put there
        return False


def _replay(connection: sqlite3.Connection) -> Iterator[str]:
    """Applies history to nothing and compares what comes out with the tables."""
    state: dict[tuple[str, str], Record] = {}
    for entry in history.read(connection):
        for change in entry.edit.changes:
            record = change.after or change.before
            assert record is not None
            key = (type(record).__name__, record.id)
            if state.get(key) != change.before:
                yield f"History: entry {entry.sequence} does not follow from the ones before it."
                return
            if change.after is None:
                del state[key]
            else:
                state[key] = change.after
    yield from _differences(connection, state)


def _differences(connection: sqlite3.Connection, state: dict[tuple[str, str], Record]) -> Iterator[str]:
    for place in tables():
        sql = f"SELECT {place.listed} FROM {place.name} ORDER BY id"  # noqa: S608 - our names
        for row in rows(connection, sql):
            known = state.pop((place.kind.__name__, _id(place.columns, row)), None)
            if known is None:
                yield f"{place.name}: row {_id(place.columns, row)} is not in history."
            elif tuple(to_row(known)) != row:
                yield f"{place.name}: row {known.id} is not what history says."
    for kind, id in sorted(state):
        yield f"{table(codec.TYPES[kind]).name}: row {id} is in history but not in the file."


def _id(columns: tuple[str, ...], row: tuple[Any, ...]) -> str:
    return str(row[columns.index("id")])


def _contents(connection: sqlite3.Connection) -> Iterator[str]:
    """Texts and bytes against their hashes. A copy may lack some; what is there must be right."""
    for name, text in rows(connection, "SELECT sha256, text FROM texts"):
        if sha256(text.encode()).hexdigest() != name:
            yield f"The text {name[:12]}… was changed."
    for name, size, packed in rows(connection, "SELECT sha256, size, packed FROM originals"):
        try:
            whole = len(unpacked(name, size, packed)) == size
        except codec.UnreadableError:
            whole = False
        if not whole:
            yield f"The original {name[:12]}… was changed."


def _anchors(reader: Reader) -> Iterator[tuple[str, Anchor]]:
    for appearance in reader.each(Appearance):
        yield f"An appearance of claim {appearance.claim_id}", appearance.anchor
    for item in reader.each(Evidence):
        if isinstance(item.target, PassageTarget):
            yield f"Evidence {item.id}", item.target.anchor
    ruled: list[Ruling | Contradiction] = [*reader.each(Ruling), *reader.each(Contradiction)]
    for judged in ruled:
        for passage in (a for position in judged.positions for a in position.anchors):
            yield f"“{judged.fact}”", passage


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
            yield f"{what} does not stand where it says: “{passage.exact[:40]}”."


def _has_text(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM texts WHERE sha256 = ?", (name,)).fetchone() is not None
