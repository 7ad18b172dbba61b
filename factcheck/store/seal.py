"""A seal: how far a history had come, in a few lines of text to be kept or made public elsewhere.

The chain proves that a file is as its own history says. That this is the history that there was, with nothing cut off
its end and nothing written anew, only somebody outside the file can say: a seal.
"""

import sqlite3
import time
from calendar import timegm
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.errors import ProjectFileError
from factcheck.i18n import sentence as say
from factcheck.i18n import why
from factcheck.store import history

_TITLE = "factcheck seal 1"
_TIME = "%Y-%m-%dT%H:%M:%SZ"
#: Nothing longer is a seal.
_MOST = 4_000


@dataclass(frozen=True, slots=True)
class Seal:
    """The newest entry of a history and its number, the first one, which tells projects apart, and when."""

    entries: int
    head: str
    first: str
    at: int


def of(connection: sqlite3.Connection, at: int) -> Seal:
    """The seal of a project as it stands."""
    entries, head = history.head(connection)
    return Seal(entries, head, history.beginning(connection), at)


def to_text(seal: Seal) -> str:
    """The seal as a text file, which says itself what it is for."""
    return (
        f"{_TITLE}\n"
        f"first {seal.first}\n"
        f"entries {seal.entries}\n"
        f"head {seal.head}\n"
        f"sealed {time.strftime(_TIME, time.gmtime(seal.at))}\n"
        "\n"
        "Whoever keeps this text can tell later whether a project still holds the history that was sealed:\n"
        "factcheck check PROJECT --seal THIS-FILE\n"
    )


def read(path: Path) -> Seal:
    """The seal in a text file."""
    try:
        with path.open(encoding="utf-8", newline=None) as file:
            lines = file.read(_MOST).split("\n")
    except OSError as error:
        raise ProjectFileError(say("error.seal.unread", file=path.name, why=why(error))) from error
    except UnicodeDecodeError:
        lines = [""]
    told = dict(line.strip().split(" ", 1) for line in lines[1:5] if " " in line.strip())
    with suppress(KeyError, ValueError):
        if lines[0].strip() == _TITLE:
            return Seal(int(told["entries"]), told["head"], told["first"], timegm(time.strptime(told["sealed"], _TIME)))
    raise ProjectFileError(say("error.seal.none", file=path.name))


def same(path: Path, made: Seal) -> bool:
    """Whether a file is a seal of the same state already."""
    with suppress(ProjectFileError):
        return replace(read(path), at=made.at) == made
    return False


def differences(connection: sqlite3.Connection, seal: Seal) -> Iterator[str]:
    """Why a history whose chain is whole is not the one that was sealed; nothing if it is, or goes on from there."""
    entries, _ = history.head(connection)
    when = time.strftime("%Y-%m-%d %H:%M", time.gmtime(seal.at))
    if history.beginning(connection) != seal.first:
        yield say("check.seal_other")
    elif entries < seal.entries:
        yield say("check.seal_cut", sealed=seal.entries, when=when, entries=entries)
    elif _hash(connection, seal.entries) != seal.head:
        yield say("check.seal_anew", entry=seal.entries, when=when)


def _hash(connection: sqlite3.Connection, sequence: int) -> str:
    row = connection.execute("SELECT hash FROM history WHERE sequence = ?", (sequence,)).fetchone()
    return str(row[0]) if row else ""
