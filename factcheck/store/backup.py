"""Copies of a project that were checked before they count, and the way back."""

import os
import re
import sqlite3
import time
from calendar import timegm
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from factcheck import files
from factcheck.errors import DamagedProjectError, FactCheckError, ProjectFileError
from factcheck.i18n import said, sentence
from factcheck.model import Article, Claim, Verdict
from factcheck.store import guard, history, opener, rotation
from factcheck.store.border import sentences
from factcheck.store.lock import Lock
from factcheck.store.rows import table

#: Seconds after which a draft is what a crash left behind.
_STALE = 24 * 3600
_DRAFTS = count()


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup and what it holds; None where it cannot be read."""

    path: Path
    #: When it was made, by the clock of that moment.
    at: int
    #: Why, as it stands in the file's name: "by hand", "before bulk edit" …
    reason: str
    size: int
    articles: int | None = None
    claims: int | None = None
    verdicts: int | None = None
    #: Steps of history.
    entries: int | None = None

    @property
    def why(self) -> str:
        """The reason in the language of the interface, if it is one of ours."""
        return said("backup", self.reason)


def folder(project: Path) -> Path:
    """Where the backups of a project lie."""
    return project.with_name(f"{project.stem} backups")


#: How `make` names a backup; what a person puts into the folder is left alone.
_NAMED = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) (.*)")
_TIME = "%Y-%m-%d %H.%M.%S"


def listed(project: Path) -> list[Path]:
    """The backups of a project, the one made nearest to now first: a clock that went astray hides none."""
    return [path for path, _ in _listed(project)]


def _listed(project: Path) -> list[tuple[Path, os.stat_result]]:
    now = time.time()
    found = _there(p for p in folder(project).glob("*") if p.suffix == project.suffix and _at(p) is not None)
    return sorted(found, key=lambda one: (abs(now - (_at(one[0]) or 0)), *_latest_first(*one)))


def _there(paths: Iterable[Path]) -> Iterator[tuple[Path, os.stat_result]]:
    """Files, and what the disk says of them; another thread that makes a backup takes some away meanwhile."""
    for path in paths:
        try:
            told = path.stat()
        except FileNotFoundError:
            continue
        yield path, told


def _at(copy: Path) -> int | None:
    """When a backup was made, by its name; None for what is none."""
    named = _NAMED.match(copy.name)
    try:
        return timegm(time.strptime(named[1], _TIME)) if named else None
    except ValueError:
        return None


def _latest_first(copy: Path, told: os.stat_result) -> tuple[float, list[int]]:
    """Within one second: by the file's own time, then by the number in its name."""
    return -told.st_mtime_ns, [-ord(letter) for letter in copy.name]


def told(copy: Path) -> Copy:
    """What a backup holds, as far as it can be read."""
    named = _NAMED.match(copy.stem)
    size = copy.stat().st_size
    reason = named[2] if named else copy.stem
    known = Copy(copy, _at(copy) or int(copy.stat().st_mtime), reason, size)
    with suppress(FactCheckError), sentences(copy, unproved=True):
        opener.look(copy)
        with closing(opener.connect(copy, "ro")) as connection:
            articles, claims, verdicts = (connection.execute(sql).fetchone()[0] for sql in _COUNTS)
            return Copy(copy, known.at, reason, size, articles, claims, verdicts, history.head(connection)[0])
    return known


_COUNTS = [f"SELECT count(*) FROM {table(kind).name}" for kind in (Article, Claim, Verdict)]  # noqa: S608 - our names


def make(connection: sqlite3.Connection, project: Path, reason: str) -> Path:
    """A backup while the project is open: written beside, checked, then named. Those that rotation drops go."""
    place = folder(project)
    if not place.is_dir():
        place.mkdir(exist_ok=True)
        files.sync_folder(place.parent)
    draft = place / f".{os.getpid()}{next(_DRAFTS):06}.new"  # two threads may make one at once
    draft.unlink(missing_ok=True)
    try:
        least, _ = history.head(connection)
        _copy(connection, draft)
        verify(draft, least)
        made = _named(draft, place, f"{time.strftime(_TIME, time.gmtime())} {reason}", project.suffix)
    finally:
        files.remove([draft, *opener.beside(draft)])
    _rotate(project)
    return made


def _named(draft: Path, place: Path, name: str, suffix: str) -> Path:
    for target in _free_names(place, name, suffix):
        with suppress(FileExistsError):
            files.put_new(draft, target)
            return target
    raise AssertionError("there are as many names as numbers")


def _free_names(place: Path, name: str, suffix: str) -> Iterator[Path]:
    name = re.sub(r"[^\w .-]", "-", name)
    yield from (p for n in count(1) if not (p := place / f"{name}{f' {n}' if n > 1 else ''}{suffix}").exists())


def _rotate(project: Path) -> None:
    now = int(time.time())
    there = _listed(project)
    for place in rotation.superfluous([rotation.Kept(_at(path) or 0, told.st_size) for path, told in there], now):
        there[place][0].unlink(missing_ok=True)
    drafts = (path for path in folder(project).glob(".*.new*") if re.fullmatch(r"\.\d+\.new.*", path.name))
    files.remove(draft for draft, told in _there(drafts) if now - told.st_mtime > _STALE)


def _copy(connection: sqlite3.Connection, draft: Path) -> None:
    """A single file of what the connection sees, its write-ahead log included, on the disk."""
    connection.execute("VACUUM INTO ?", (str(draft),))
    files.sync(draft)


def verify(copy: Path, least: int = 0) -> None:
    """Raises `ProjectFileError` unless the copy is a whole project, with at least so many entries of history."""
    opener.look(copy)
    with closing(opener.connect(copy, "ro")) as connection:
        try:
            guard.proved(connection, copy)
            whole = history.head(connection)[0] >= least
        except DamagedProjectError:
            whole = False
    if not whole:
        raise ProjectFileError(sentence("error.project.broken_copy", copy=copy.name))


# --- the way back -----------------------------------------------------------------------------------------------------


def restore(project: Path, copy: Path) -> Path | None:
    """Puts a backup in the project's place; what stood there is kept, and its new name returned.

    Whenever it is broken off, one of the two stands there whole, and the old one is never gone.
    """
    project = project.resolve()
    with sentences(copy, unproved=True):
        verify(copy)
    with sentences(project):
        lock = Lock(project)
        draft = project.with_name(f".{project.name}.new")
        try:
            _draw(copy, draft)
            _fold(project)
            kept = _keep(project)
            files.put(draft, project)
            return kept
        finally:
            files.remove([draft, *opener.beside(draft)])
            lock.release()


def _draw(copy: Path, draft: Path) -> None:
    """Not by its bytes: what a crash left in a write-ahead log beside the copy belongs to it."""
    files.remove([draft, *opener.beside(draft)])
    with closing(opener.connect(copy, "ro")) as connection:
        least, _ = history.head(connection)
        _copy(connection, draft)
    verify(draft, least)


def _fold(project: Path) -> None:
    """Brings what a crash left beside the project into it, if it still lets itself be opened."""
    if not any(part.exists() for part in opener.beside(project)):
        return
    with suppress(sqlite3.DatabaseError, ProjectFileError):
        opener.look(project)
        _fold_in(project)


def _fold_in(project: Path) -> None:
    with closing(opener.connect(project, "rw")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema")  # takes back what was half done
        opener.single_file(connection)


def _keep(project: Path) -> Path | None:
    """A second name for what is to be replaced, and for what is left beside it; that goes, or would be taken for a part
    of the new file.
    """
    if not project.exists():
        return None
    left = [part for part in opener.beside(project) if part.exists()]
    kept = next(
        _free_names(project.parent, f"{project.stem} replaced {time.strftime(_TIME, time.gmtime())}", project.suffix)
    )
    for part in (project, *left):
        files.keep_as(part, kept.with_name(kept.name + part.name.removeprefix(project.name)))
    files.sync_folder(project.parent)
    files.remove([*left, project.with_name(project.name + "-shm")])
    files.sync_folder(project.parent)
    return kept
