"""A project's file where it lies: whether it is still there, who may write it, that its form is of today."""

import errno
import os
import sqlite3
from pathlib import Path

from factcheck.errors import ProjectFileError
from factcheck.i18n import sentence
from factcheck.store import backup, schema
from factcheck.store.lock import Lock


def taken(path: Path) -> ProjectFileError:
    """The refusal to put anything where something lies."""
    return ProjectFileError(sentence("error.target.exists", file=path.name))


def identity(path: Path) -> tuple[int, int] | None:
    """Which file has this name; None if none has it."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def migrate(connection: sqlite3.Connection, path: Path, since: int) -> None:
    """Brings an older form up to date, after a backup."""
    if since < schema.version():
        backup.make(connection, path, "before-migration")
        schema.migrate(connection, since)


def lock(path: Path) -> Lock:
    """For whoever writes; `ProjectFileError` if the file may not be written, `ProjectInUseError` if another does."""
    if not os.access(path, os.W_OK):  # asked, not tried: see `opener`
        raise _protected(path)
    try:
        return Lock(path)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise _protected(path) from None
        raise


def _protected(path: Path) -> ProjectFileError:
    return ProjectFileError(sentence("error.project.protected", file=path.name))
