"""Saves from a damaged project what can be saved: a new project, and a report of what was lost.

Nothing is believed that does not prove. History is taken as far as its chain holds and replayed, with its own hashes.
What comes after the first gap (later entries, each proved by itself, and the rows that the tables still give) is added
as one step by whoever rescues. Texts and originals are known by their hashes, wherever in the file they stand.
"""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import codec, files
from factcheck.errors import ProjectFileError
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
from factcheck.store import check, contents, derived, history, opener, schema
from factcheck.store.border import sentences
from factcheck.store.carrying import carry_out
from factcheck.store.reader import Reader
from factcheck.store.remains import Found, State, Tabled, copied, in_pages, in_tables
from factcheck.store.transaction import atomic


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
            copy = copied(project, Path(place))
            draft = Path(place) / "rescued"
            found, tabled = in_pages(copy, progress), in_tables(copy, progress)
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


# --- what is made of it -----------------------------------------------------------------------------------------------


def _assembled(draft: Path, found: Found, tabled: Tabled, blank: Entry) -> Rescued:
    with closing(opener.connect(draft, "rwc")) as connection:
        schema.migrate(connection, 0)
        with atomic(connection):
            state, last = _replayed(connection, found)
            newest = max([tabled.newest, last, *found.history])
            wished, unproved = _final(state, last, newest, found, tabled)
            wished, left_out = _closed(wished)
            _add_rest(connection, state, wished, blank)
            texts_lost, originals_lost = _keep_contents(connection, found)
            derived.Derived(connection, draft, read_only=False).mend()
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


def _keep_contents(connection: sqlite3.Connection, found: Found) -> tuple[int, int]:
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


def _replayed(connection: sqlite3.Connection, found: Found) -> tuple[State, int]:
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


def _final(state: State, last: int, newest: int, found: Found, tabled: Tabled) -> tuple[State, int]:
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
