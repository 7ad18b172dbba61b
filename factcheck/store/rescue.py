"""Saves from a damaged project what can be saved: a new project, and a report of what was lost.

Nothing is believed that does not prove. History is taken as far as its chain holds and replayed, with its own hashes.
What comes after the first gap (later entries, each proved by itself, and the rows that the tables still give) is added
as one step by whoever rescues. Texts and originals are known by their hashes, wherever in the file they stand.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck import codec, files
from factcheck.codec import UnreadableError
from factcheck.errors import FactCheckError, ProjectFileError
from factcheck.i18n import sentence
from factcheck.model import (
    Article,
    Change,
    Claim,
    Edit,
    Entry,
    Project,
    Record,
    Scale,
    Who,
)
from factcheck.progress import Progress, silent
from factcheck.store import check, contents, derived, history, opener, pages, schema
from factcheck.store.border import sentences
from factcheck.store.project import carry_out
from factcheck.store.reader import Reader, unpacked
from factcheck.store.rows import Table, from_row, tables

State = dict[tuple[str, str], Record]

#: What SQLite and we say of what is damaged; the one in the middle when the damage is in the message.
_BROKEN = (sqlite3.DatabaseError, UnicodeDecodeError, FactCheckError)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was saved, and what is known to be lost."""

    path: Path
    #: Entries of history that prove and are in the new project as they were.
    entries: int
    #: Entries that are missing, as far as their number is known.
    entries_lost: int
    articles: int
    claims: int
    #: Records that stand as the tables or later entries gave them, without the history that led there.
    unproved: int
    #: Records left out because something that they belong to is lost, as "claims c1x…".
    left_out: tuple[str, ...]
    texts_lost: int
    originals_lost: int
    #: What `check` finds in the new project, in its words: texts that are lost, passages that rows tell wrongly.
    amiss: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing at all was lost."""
        return not (self.entries_lost or self.unproved or self.left_out or self.amiss)


@dataclass
class _Found:
    """What stands in the pages, proved by hash."""

    history: dict[int, list[tuple[Any, ...]]]
    texts: dict[str, str]
    originals: dict[str, tuple[int, bytes]]


def rescue(project: Path, target: Path, who: Who, at: int, progress: Progress = silent) -> Rescued:
    """Makes the new project; the damaged file and what lies beside it are only read.

    `ProjectFileError` if nothing can be saved; then there is no new file.
    """
    target = target.absolute()
    if target.exists():
        raise ProjectFileError(sentence("error.target.exists", file=target.name))
    with sentences(project):
        if not project.is_file():
            raise ProjectFileError(sentence("error.project.nothing_there", project=project))
        with tempfile.TemporaryDirectory(prefix="factcheck-") as place:
            copy = _copied(project, Path(place))
            draft = Path(place) / "rescued"
            found, tabled = _in_pages(copy, progress), _in_tables(copy, progress)
            if not found.history and not tabled.state:
                raise ProjectFileError(sentence("error.project.nothing_left", project=project.name))
            saved = _assembled(draft, found, tabled, Entry(0, at, who, Edit("", ()), 0))
            amiss = tuple(check.problems(draft, progress))
            _put(draft, target)
    return replace(saved, path=target, amiss=amiss)


def _put(draft: Path, target: Path) -> None:
    """Into the target's folder first, since a temporary one may lie on another disk."""
    beside = target.with_name(f".{target.name}.new")
    try:
        shutil.copyfile(draft, beside)
        files.sync(beside)
        files.put_new(beside, target)
    finally:
        beside.unlink(missing_ok=True)


# --- what there is ----------------------------------------------------------------------------------------------------


def _copied(project: Path, place: Path) -> Path:
    """A copy to work on, with its beginning mended, and what a crash left beside it folded in."""
    copy = place / "damaged"
    for part, name in zip((project, *opener.beside(project)), (copy, *opener.beside(copy)), strict=True):
        if part.exists():
            shutil.copyfile(part, name)
    _mend_beginning(copy)
    with suppress(*_BROKEN), closing(opener.connect(copy, "rw")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        opener.single_file(connection)
    return copy


#: Where SQLite's header says how many pages there are, and the fields that differ between two whole files.
_HEADER, _COUNT = 100, slice(28, 32)


def _mend_beginning(copy: Path) -> None:
    """A header that SQLite would not take is replaced by one as we write it."""
    with copy.open("rb+") as file:
        header = file.read(_HEADER)
        size = file.seek(0, 2)
        if not (header.startswith(b"SQLite format 3\0") and header[68:72] == _usual()[68:72]):
            header = _usual()[: _COUNT.start] + (size // 4096).to_bytes(4) + _usual()[_COUNT.stop :]
            file.seek(0)
            file.write(header)
        whole = int.from_bytes(header[_COUNT]) * int.from_bytes(header[16:18])
        if size < whole <= _LONGEST * size:
            file.truncate(whole)  # pages that are missing read as empty, or SQLite would refuse all others


#: Whoever says that more than this many times what is there is missing is not believed.
_LONGEST = 100


def _usual() -> bytes:
    """The header of a file of ours."""
    with closing(sqlite3.connect(":memory:")) as connection:
        schema.migrate(opener.database(connection), 0)
        return connection.serialize()[:_HEADER]


def _in_pages(copy: Path, progress: Progress) -> _Found:
    progress("Reading pages", 0, 0)
    found = _Found({}, {}, {})
    for row in pages.rows(copy):
        match row.values:
            case (None, int(), *_) if len(row.values) == 13 and row.number:
                whole = (row.number, *row.values[1:])
                if history.proves(whole):
                    found.history.setdefault(row.number, []).append(whole)
            case (str(name), str(text)) if len(name) == 64 and sha256(text.encode()).hexdigest() == name:
                found.texts[name] = text
            case (str(name), int(size), bytes(packed)) if len(name) == 64:
                with suppress(UnreadableError):
                    unpacked(name, size, packed)
                    found.originals[name] = (size, packed)
    return found


@dataclass
class _Tabled:
    """What the tables give by themselves, and the number of the newest entry as they know it."""

    state: State
    newest: int = 0
    #: Types of which all rows could be read: what is not there was removed.
    whole: set[str] = field(default_factory=set)


def _in_tables(copy: Path, progress: Progress) -> _Tabled:
    """The rows that SQLite still reads, from both ends of each table up to the damage."""
    progress("Reading tables", 0, 0)
    found = _Tabled({})
    with suppress(*_BROKEN), closing(opener.connect(copy, "ro")) as connection:
        for place in tables():
            kind = place.kind.__name__
            for order in ("ASC", "DESC"):
                found.state |= {(kind, record.id): record for record in _read(connection, place, order)}
            if _is_whole(connection, place):
                found.whole.add(kind)
        with suppress(*_BROKEN, TypeError, ValueError):
            sql = "SELECT value FROM derived_state WHERE key = 'touched'"
            found.newest = int(connection.execute(sql).fetchone()[0])
    return found


def _read(connection: sqlite3.Connection, place: Table, order: str) -> Iterator[Record]:
    """The records of a table, up to the first row that cannot be read."""
    sql = f"SELECT {place.listed} FROM {place.name} NOT INDEXED ORDER BY id {order}"  # noqa: S608 - our names
    with suppress(*_BROKEN):  # also where a file of an older form lacks columns: history says its rows
        for row in connection.execute(sql):
            with suppress(UnreadableError):
                yield from_row(place.kind, row)


def _is_whole(connection: sqlite3.Connection, place: Table) -> bool:
    with suppress(*_BROKEN):
        connection.execute(f"SELECT {place.listed} FROM {place.name} LIMIT 0")  # noqa: S608 - our names
        return bool(connection.execute(f"PRAGMA quick_check({place.name})").fetchone()[0] == "ok")
    return False


# --- what is made of it -----------------------------------------------------------------------------------------------


def _assembled(draft: Path, found: _Found, tabled: _Tabled, blank: Entry) -> Rescued:
    with closing(opener.connect(draft, "rwc")) as connection:
        db = opener.database(connection)
        schema.migrate(db, 0)
        with db.atomic():
            state, last = _replayed(connection, found)
            newest = max([tabled.newest, last, *found.history])
            wished, unproved = _final(state, last, newest, found, tabled)
            wished, left_out = _closed(wished)
            _add_rest(connection, state, wished, blank)
            texts_lost, originals_lost = _keep_contents(connection, found)
            derived.Derived(db, draft, read_only=False).mend()
        reader = Reader(connection, draft)
        return Rescued(
            path=draft,
            entries=last,
            entries_lost=newest - last,
            articles=reader.count(Article),
            claims=reader.count(Claim),
            unproved=unproved,
            left_out=left_out,
            texts_lost=texts_lost,
            originals_lost=originals_lost,
        )


def _keep_contents(connection: sqlite3.Connection, found: _Found) -> tuple[int, int]:
    """Keeps what history names of the texts and originals; how many it names that are lost."""
    texts, originals = set[str](), set[str]()
    for entry in history.read(connection):
        for record in (side for change in entry.edit.changes for side in (change.before, change.after) if side):
            texts.update(contents.texts_of(record))
            originals.update(contents.originals_of(record))
    kept = [(name, found.texts[name]) for name in texts & found.texts.keys()]
    connection.executemany("INSERT INTO texts VALUES (?, ?)", kept)
    packed = [(name, *found.originals[name]) for name in originals & found.originals.keys()]
    connection.executemany("INSERT INTO originals VALUES (?, ?, ?)", packed)
    return len(texts) - len(kept), len(originals) - len(packed)


def _replayed(connection: sqlite3.Connection, found: _Found) -> tuple[State, int]:
    """Carries out history as far as its chain holds; the records then, and the number of the last entry."""
    state: State = {}
    previous, last = history.GENESIS, 0
    while True:
        row = next((row for row in found.history.get(last + 1, ()) if row[-2] == previous), None)
        if row is None:
            return state, last
        for change in history.entry_of(row).edit.changes:
            carry_out(connection, change)
            _take(state, change)
        connection.execute(f"INSERT INTO history VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
        previous, last = row[-1], last + 1


def _take(state: State, change: Change) -> None:
    record = change.after or change.before
    assert record is not None
    key = (type(record).__name__, record.id)
    if change.after is None:
        state.pop(key, None)
    else:
        state[key] = change.after


def _final(state: State, last: int, newest: int, found: _Found, tabled: _Tabled) -> tuple[State, int]:
    """The records as they were in the end, as far as anything tells; and how many of them history does not prove.

    With history whole nothing else is asked. Else what the tables say counts, and before it what the entries after the
    last gap say, which prove by themselves.
    """
    if last == newest:
        return dict(state), 0
    wished = {key: record for key, record in state.items() if key[0] not in tabled.whole} | tabled.state
    end = newest  # the entries after this one lead to the end without a gap
    while end in found.history:
        end -= 1
    for number in sorted(n for n in found.history if n > last):
        for change in history.entry_of(found.history[number][0]).edit.changes:
            record = change.after or change.before
            assert record is not None
            if number > end or type(record).__name__ not in tabled.whole:
                _take(wished, change)
    return wished, sum(state.get(key) != record for key, record in wished.items())


#: The title of a project whose own is lost.
_RESCUED = "Rescued"


def _closed(wished: State) -> tuple[State, tuple[str, ...]]:
    """Without the records that refer to one that is lost; a project record is made if it is."""
    wished = dict(wished)
    if not any(kind == "Project" for kind, _ in wished):
        scales = [record for record in wished.values() if isinstance(record, Scale)] or [Scale("lost", "Lost", ())]
        wished["Scale", scales[0].id] = scales[0]
        wished["Project", "project"] = Project("project", _RESCUED, 0, scales[0].id)
    left_out: list[str] = []
    while dangling := [key for key, record in wished.items() if _dangles(record, wished)]:
        for key in dangling:
            del wished[key]
        left_out += [f"{kind} {id}" for kind, id in dangling]
    return wished, tuple(left_out)


#: Fields that name another record, and the type of that.
_REFERS = {
    "article_id": "Article",
    "claim_id": "Claim",
    "copy_of": "Article",
    "publisher_id": "Publisher",
    "replaced_by": "Verdict",
    "scale_id": "Scale",
    "version_id": "ArticleVersion",
}


def _dangles(record: Record, state: State) -> bool:
    named = ((kind, getattr(record, field, None)) for field, kind in _REFERS.items())
    return any(id is not None and (kind, id) not in state for kind, id in named)


def _add_rest(connection: sqlite3.Connection, state: State, wished: State, blank: Entry) -> None:
    """One step from what history proves to what there was in the end."""
    gone = [Change(state[key], None) for key in state.keys() - wished.keys()]
    new = [Change(state.get(key), record) for key, record in wished.items() if state.get(key) != record]
    if not gone and not new:
        return
    edit = Edit("edit.rescue", (*gone, *new), (("count", str(len(gone) + len(new))),))
    for change in edit.changes:
        carry_out(connection, change)
    history.append(connection, replace(blank, edit=edit))


assert codec.TYPES.keys() >= set(_REFERS.values()), "the types that fields refer to have these names"
