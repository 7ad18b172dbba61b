"""Copies of a project that were checked before they count, and the way back."""

import os
import re
import sqlite3
import time
from pathlib import Path

from factcheck.errors import ProjectFileError
from factcheck.store import history, opener
from factcheck.store.border import sentences
from factcheck.store.lock import Lock

#: The newest so many are kept.
KEPT = 30


def folder(project: Path) -> Path:
    """Where the backups of a project lie."""
    return project.with_name(f"{project.stem} backups")


def listed(project: Path) -> list[Path]:
    """The backups of a project, newest first."""
    found = (p for p in folder(project).glob("*") if p.suffix == project.suffix and _NAMED.match(p.name))
    return sorted(found, key=_age, reverse=True)


#: How `make` names a backup; what a person puts into the folder is left alone.
_NAMED = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d ")


def _age(copy: Path) -> tuple[str, int, str]:
    """By the time in its name; within that second by the file's own."""
    return copy.name[: len("2000-01-01 00.00.00")], copy.stat().st_mtime_ns, copy.name


def make(connection: sqlite3.Connection, project: Path, reason: str) -> Path:
    """A backup while the project is open: written beside, checked, then named. Old ones beyond `KEPT` go."""
    folder(project).mkdir(exist_ok=True)
    target = _free_name(
        folder(project), f"{time.strftime('%Y-%m-%d %H.%M.%S', time.gmtime())} {reason}", project.suffix
    )
    draft = target.with_name(f".{target.name}.new")
    draft.unlink(missing_ok=True)
    try:
        least, _ = history.head(connection)
        _copy(connection, draft)
        verify(draft, least)
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)
    for old in listed(project)[KEPT:]:
        old.unlink()
    return target


def _copy(connection: sqlite3.Connection, draft: Path) -> None:
    """A single file of what the connection sees, its write-ahead log included, on the disk."""
    connection.execute("VACUUM INTO ?", (str(draft),))
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _free_name(place: Path, name: str, suffix: str) -> Path:
    name = re.sub(r"[^\w .-]", "-", name)
    target, number = place / f"{name}{suffix}", 2
    while target.exists():
        target, number = place / f"{name} {number}{suffix}", number + 1
    return target


def verify(copy: Path, least: int = 0) -> None:
    """Raises `ProjectFileError` unless the copy is a whole project, with at least so many entries of history."""
    opener.look(copy)
    connection = opener.connect(copy, "ro")
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok" or history.head(connection)[0] < least:
            raise ProjectFileError(f"The copy “{copy.name}” did not come out whole; nothing was replaced.")
    finally:
        connection.close()


def restore(project: Path, copy: Path) -> Path | None:
    """Puts a backup in the project's place; what stood there is kept, and its new name returned."""
    project = project.resolve()
    with sentences(copy, unproved=True):
        verify(copy)
    with sentences(project):
        lock = Lock(project)
        draft = project.with_name(f".{project.name}.new")
        try:
            _draw(copy, draft)
            kept = _set_aside(project)
            draft.rename(project)
            return kept
        finally:
            draft.unlink(missing_ok=True)
            lock.release()


def _draw(copy: Path, draft: Path) -> None:
    """Not by its bytes: what a crash left in a write-ahead log beside the copy belongs to it."""
    draft.unlink(missing_ok=True)
    connection = opener.connect(copy, "ro")
    try:
        least, _ = history.head(connection)
        _copy(connection, draft)
    finally:
        connection.close()
    verify(draft, least)


def _set_aside(project: Path) -> Path | None:
    """Moves a project, with a write-ahead log that a crash may have left, to another name."""
    if not project.exists():
        return None
    kept = _free_name(
        project.parent, f"{project.stem} replaced {time.strftime('%Y-%m-%d %H.%M.%S', time.gmtime())}", project.suffix
    )
    for tail in ("-wal", "-shm"):
        part = project.with_name(project.name + tail)
        if part.exists():
            part.rename(kept.with_name(kept.name + tail))
    project.rename(kept)
    return kept
