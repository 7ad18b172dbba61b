"""Which files an import is about."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.errors import NotFoundError
from factcheck.i18n import why
from factcheck.importing.formats import offered_suffixes
from factcheck.importing.words import failed, say, shown


def inputs(paths: Iterable[Path]) -> list[Path]:
    """The files that these paths stand for, each once: a file for itself, whatever its name; a folder, recursively and
    in the order of names, for the files of the offered formats that are not hidden.

    `NotFoundError` for a path that is not there, `ImportFailedError` for a folder without anything to import.
    """
    return list(dict.fromkeys(file for path in paths for file in _files(Path(path))))


def _files(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return _in_folder(path)
        if path.exists():
            return [path]
    except (OSError, ValueError):  # a name too long or with a NUL names nothing
        pass
    raise NotFoundError(say("import.missing", path=shown(str(path))))


def _in_folder(folder: Path) -> list[Path]:
    found = list(_walk(folder))
    if not found:
        raise failed("nothing", path=shown(str(folder)), formats=", ".join(offered_suffixes()))
    return found


def _walk(folder: Path) -> Iterator[Path]:
    offered = offered_suffixes()
    for parent, folders, files in os.walk(folder, onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(parent, name)
            if not name.startswith(".") and name.lower().endswith(offered) and file.is_file():
                yield file


def _unreadable(error: OSError) -> None:
    raise failed("unreadable", name=str(error.filename), why=why(error)) from error
