"""Files that last: on the disk, and under their name, before they count."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def sync(file: Path) -> None:
    """Returns once the file's bytes are on the disk."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Returns once the names in a folder are on the disk, where the system has a way to say so."""
    if os.name != "posix":
        return
    with suppress(OSError):  # some file systems cannot, and none of the callers could do better
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def put(draft: Path, target: Path) -> None:
    """Gives a finished file its name, also where another file has it; lasts through a power cut."""
    draft.replace(target)
    sync_folder(target.parent)


def put_new(draft: Path, target: Path) -> None:
    """Gives a finished file its name; `FileExistsError` if anything has it, also since a moment ago."""
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: the name is taken first, and what it stands for comes after
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        draft.replace(target)
    draft.unlink(missing_ok=True)
    sync_folder(target.parent)


def keep_as(file: Path, name: Path) -> None:
    """A second name for a file that is about to be replaced; where there are no links, a copy of it."""
    try:
        name.hardlink_to(file)
    except FileExistsError:
        raise
    except OSError:
        _copy(file, name)


def _copy(file: Path, name: Path) -> None:
    import shutil

    shutil.copyfile(file, name)
    sync(name)


def remove(files: Iterable[Path]) -> None:
    """Removes what is there of these."""
    for file in files:
        file.unlink(missing_ok=True)
