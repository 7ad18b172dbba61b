"""A report into a file of the form that its name asks for.

A file is written whole or not at all; what stood there before stays until the new one is complete.
"""

import errno
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from factcheck import files
from factcheck.errors import ReportError
from factcheck.i18n import sentence, why, within
from factcheck.progress import Progress, silent
from factcheck.reporting import docx, html, markdown, pdf
from factcheck.reporting.report import Report

#: By the ending of the file's name. Each loads what it needs when it is called.
WRITERS: dict[str, Callable[[Report, BinaryIO, Progress], None]] = {
    ".pdf": pdf.write,
    ".html": html.write,
    ".md": markdown.write,
    ".docx": docx.write,
}
#: The endings that a report's name may have.
SUFFIXES = tuple(WRITERS)
_SQLITE = b"SQLite format 3\0"


def write_report(report: Report, target: Path, progress: Progress = silent) -> None:
    """Write the report in the form that the target's ending names, all of it or nothing: whatever is raised, an older
    file is as it was.

    `ReportError` if the ending is unknown or the place cannot be written; `Cancelled` passes through. What no font can
    show is in a PDF by its code point; `characters_without_font` names it beforehand.
    """
    fill = writer(target)
    replace_file(target, lambda out: fill(report, out, progress))


def writer(target: Path) -> Callable[[Report, BinaryIO, Progress], None]:
    """What writes a report to a place of this name. `ReportError` if nothing does, or nothing may stand there."""
    _refuse_what_is_no_file_of_ours(target.resolve())
    found = WRITERS.get(target.suffix.lower())
    if found is None:
        endings = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
        raise ReportError(sentence("error.report.no_form", file=target.name, endings=endings))
    return found


def replace_file(target: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Let `fill` write a file beside the target, and put it in the target's place once all of it is on the disk.

    Whatever is raised, by us or by `fill`, leaves the old file as it was and no other file behind. What the system
    refuses becomes a `ReportError`; a project is never replaced, nor what is no file.
    """
    target = target.resolve()  # a link stays a link to the new file
    _refuse_what_is_no_file_of_ours(target)
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        _fill_and_replace(beside, target, fill)
    except OSError as error:
        raise ReportError(_refusal(target, error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _refuse_what_is_no_file_of_ours(target: Path) -> None:
    if target.is_dir():
        raise ReportError(sentence("error.target.folder", file=target))
    if target.exists() and not target.is_file():
        raise ReportError(sentence("error.target.no_file", file=target))
    if _is_database(target):
        raise ReportError(sentence("error.target.project", file=target))


def _is_database(target: Path) -> bool:
    """Whether SQLite's mark stands in the file. One that is open somewhere is known by the file beside it and is not
    touched: closing it would drop the locks that SQLite holds on it in this process.
    """
    if target.with_name(f"{target.name}-shm").exists():
        return True
    with suppress(OSError), target.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
    return False


def _fill_and_replace(beside: Path, target: Path, fill: Callable[[BinaryIO], object]) -> None:
    with beside.open("xb") as file:
        fill(file)
        file.flush()
        os.fsync(file.fileno())
        length = file.tell()
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, sentence("error.target.protected"))
    if beside.stat().st_size != length or not length:
        raise OSError(errno.EIO, sentence("error.target.short"))
    files.put(beside, target)


def _refusal(target: Path, error: OSError) -> str:
    return sentence("error.target.unwritten", file=target, why=within(why(error)).rstrip("."))
