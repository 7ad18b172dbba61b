"""Takes over the rows of a file whose structure is not ours: into a new project, and only if all of them prove."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from factcheck import files
from factcheck.errors import ProjectFileError
from factcheck.i18n import sentence
from factcheck.progress import Progress, silent
from factcheck.store import check, guard, opener, schema
from factcheck.store.border import rows, sentences
from factcheck.store.transaction import atomic


def adopt(stranger: Path, target: Path, progress: Progress = silent) -> None:
    """A new project with the records, history and contents of a file, and nothing else of it.

    Only plain tables are read, by the columns that we know; what is derived is made anew. `ProjectFileError` if the
    rows are not a whole project: then there is no new file.
    """
    opener.look(stranger)
    target = target.absolute()
    if target.exists():
        raise ProjectFileError(sentence("error.target.exists", file=target.name))
    draft = target.with_name(f".{target.name}.new")
    files.remove([draft, *opener.beside(draft)])
    try:
        with sentences(stranger, unproved=True):
            _copy(stranger, draft, progress)
        problem = next(check.problems(draft, progress), None)
        if problem:
            raise ProjectFileError(sentence("error.project.no_whole", project=stranger.name, problem=problem))
        with sentences(target):
            files.sync(draft)
            files.put_new(draft, target)
    finally:
        files.remove([draft, *opener.beside(draft)])


def _copy(stranger: Path, draft: Path, progress: Progress) -> None:
    with closing(opener.connect(stranger, "ro")) as source, closing(opener.connect(draft, "rwc")) as fresh:
        with guard.bounded(source, stranger):
            version = guard.stated(source, stranger.name)
            schema.migrate(fresh, 0, version)
            tables = _tables(fresh)
            with atomic(fresh):
                for number, name in enumerate(tables):
                    progress("Taking over rows", number, len(tables))
                    _copy_table(source, fresh, name, stranger)
        schema.migrate(fresh, version)


def _tables(fresh: sqlite3.Connection) -> list[str]:
    """All of ours but those of what is derived."""
    sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'derived%' ORDER BY name"
    return [str(name) for (name,) in rows(fresh, sql)]


def _copy_table(source: sqlite3.Connection, fresh: sqlite3.Connection, name: str, stranger: Path) -> None:
    columns = [str(row[1]) for row in rows(fresh, f"PRAGMA table_xinfo({name})") if not row[6]]
    listed = ", ".join(f'"{column}"' for column in columns)
    _be_plain(source, name, columns, stranger)
    found = rows(source, f'SELECT {listed} FROM main."{name}" NOT INDEXED')  # noqa: S608 - our names
    marks = ", ".join("?" * len(columns))
    try:
        fresh.executemany(f"INSERT INTO {name} ({listed}) VALUES ({marks})", _bounded(found, stranger))  # noqa: S608
    except (sqlite3.IntegrityError, sqlite3.DataError) as error:
        raise ProjectFileError(
            sentence("error.project.foreign_row", name=name, project=stranger.name, why=error)
        ) from error


def _be_plain(source: sqlite3.Connection, name: str, columns: list[str], stranger: Path) -> None:
    """A view or a virtual table would run what the stranger wrote, a computed column too."""
    sql = "SELECT type, rootpage > 0 AND coalesce(sql, '') NOT LIKE 'CREATE VIRTUAL%' FROM sqlite_schema WHERE name = ?"
    stored = {str(row[1]) for row in rows(source, f'PRAGMA main.table_xinfo("{name}")') if not row[6]}
    if list(rows(source, sql, (name,))) != [("table", 1)] or not stored.issuperset(columns):
        raise ProjectFileError(sentence("error.project.no_table", name=name, project=stranger.name))


def _bounded(found: Iterator[tuple[Any, ...]], stranger: Path) -> Iterator[tuple[Any, ...]]:
    """No more than the file can hold: pages that lead to one another in a circle give rows without end."""
    room = stranger.stat().st_size
    for row in found:
        room -= 1 + sum(len(value) for value in row if isinstance(value, str | bytes))
        if room < 0:
            raise ProjectFileError(sentence("error.project.too_many_rows", project=stranger.name))
        yield row
