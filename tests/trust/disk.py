"""What may lie on a disk after the power was cut: from a record of all changes, with those that were never synced lost,
torn or reordered.

A file keeps what was synced. Each write since then may have arrived or not, whole or as any of its sectors; a change of
length likewise. Names (made, renamed, linked, removed) arrive in their order, or some of them do, unless their folder
was synced. Nothing that was synced is lost: that is all that a disk promises.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SECTOR = 512
_HEAD = struct.Struct("<5Q")


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the record. `kind` is a letter: see `watch.c`."""

    kind: str
    file: int
    offset: int
    data: bytes
    other: bytes = b""

    @property
    def path(self) -> Path:
        """Of a change of names."""
        return Path(self.data.decode())

    @property
    def target(self) -> Path:
        """The new name, of a rename or a link."""
        return Path(self.other.decode())


def read(record: Path) -> list[Change]:
    """All changes in their order."""
    data, at, found = record.read_bytes(), 0, []
    while at + _HEAD.size <= len(data):
        kind, file, offset, size, more = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        found.append(Change(chr(kind), file, offset, data[at : at + size], data[at + size : at + size + more]))
        at += size + more
    return found


@dataclass
class _File:
    """What is on the disk for sure, and what was asked for since."""

    sure: bytes = b""
    since: list[Change] = field(default_factory=list)


def _applied(data: bytearray, change: Change, chosen: Callable[[int], bool] = lambda _sector: True) -> None:
    if change.kind == "T":
        del data[change.offset :]
        data.extend(bytes(change.offset - len(data)))
        return
    for number, start in enumerate(range(0, len(change.data), SECTOR)):
        if chosen(number):
            part, at = change.data[start : start + SECTOR], change.offset + start
            data.extend(bytes(max(0, at + len(part) - len(data))))
            data[at : at + len(part)] = part


class Disk:
    """Follows a record; at any point `after_cut` gives a state in which the disk may be found."""

    def __init__(self, folder: Path) -> None:
        """As the folder is now, all of it synced."""
        self._files: dict[int, _File] = {}
        self._numbers: dict[int, int] = {}
        self._next = 0
        self._sure: dict[Path, int] = {}
        self._now: dict[Path, int] = {}
        #: Changes of names since the folder was synced: path → file or None.
        self._since: list[tuple[Path, list[tuple[Path, int | None]]]] = []
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                number = self._new(path.stat().st_ino)
                self._files[number].sure = path.read_bytes()
                self._sure[path] = self._now[path] = number

    def _new(self, inode: int) -> int:
        self._next += 1
        self._numbers[inode] = self._next
        self._files[self._next] = _File()
        return self._next

    def follow(self, change: Change) -> None:
        """One more change was asked for."""
        match change.kind:
            case "W" | "T":
                self._files[self._numbers[change.file]].since.append(change)
            case "S":
                self._synced(self._files[self._numbers[change.file]])
            case "D":
                self._folder_synced(change.path)
            case "C":
                self._named(change.path.parent, [(change.path, self._new(change.file))])
            case "U":
                self._named(change.path.parent, [(change.path, None)])
            case "L":
                self._named(change.target.parent, [(change.target, self._now[change.path])])
            case "R":
                moved = [(change.target, self._now[change.path]), (change.path, None)]
                self._named(change.target.parent, moved)

    @staticmethod
    def _synced(file: _File) -> None:
        data = bytearray(file.sure)
        for change in file.since:
            _applied(data, change)
        file.sure, file.since = bytes(data), []

    def _named(self, folder: Path, names: list[tuple[Path, int | None]]) -> None:
        self._since.append((folder, names))
        _rename(self._now, names)

    def _folder_synced(self, folder: Path) -> None:
        for _, names in (one for one in self._since if one[0] == folder):
            _rename(self._sure, names)
        self._since = [one for one in self._since if one[0] != folder]

    # --- after the cut ---

    def waiting(self) -> bool:
        """Whether anything could be lost now."""
        return bool(self._since) or any(self._files[number].since for number in self._now.values())

    def after_cut(self, how: str, chance: Random) -> dict[Path, bytes]:
        """The files that are found. `how`: "lost" (nothing unsynced arrived), "kept" (all did), "torn" (some sectors),
        "reordered" (some writes and names, others not), "cut" (the first so many names, no unsynced writes).
        """
        names = dict(self._sure)
        for number, (_, changes) in enumerate(self._arrived(how, chance)):
            del number
            _rename(names, changes)
        return {path: self._content(self._files[file], how, chance) for path, file in names.items()}

    def _arrived(self, how: str, chance: Random) -> list[tuple[Path, list[tuple[Path, int | None]]]]:
        match how:
            case "lost":
                return []
            case "cut" | "torn":
                return self._since[: chance.randint(0, len(self._since))]
            case "reordered":
                return [one for one in self._since if chance.random() < 0.5]
            case _:
                return self._since

    @staticmethod
    def _content(file: _File, how: str, chance: Random) -> bytes:
        data = bytearray(file.sure)
        if how in ("lost", "cut"):
            return bytes(data)
        changes = list(file.since)
        if how == "reordered":
            changes = [change for change in changes if chance.random() < 0.5]
        for change in changes:
            _applied(data, change, (lambda _sector: chance.random() < 0.5) if how == "torn" else lambda _sector: True)
        return bytes(data)


WAYS = ("lost", "kept", "cut", "torn", "reordered")


def _rename(names: dict[Path, int], changes: list[tuple[Path, int | None]]) -> None:
    for path, file in changes:
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file


def cuts(changes: list[Change], disk: Disk) -> Iterator[tuple[int, list[str]]]:
    """Follows the changes; stops after each with its number and the marks that were reached by then."""
    marks: list[str] = []
    for number, change in enumerate(changes):
        if change.kind == "K":
            marks.append(change.data.decode())
        else:
            disk.follow(change)
        yield number, marks


def lay_out(files: dict[Path, bytes], recorded: Path, folder: Path) -> None:
    """Writes the found files into another folder, under the names that they had in the recorded one."""
    for path, data in files.items():
        target = folder / path.relative_to(recorded)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
