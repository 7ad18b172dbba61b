"""One process writes a project at a time; a second one is told who does.

The system's lock on a small file beside the project is what counts, and goes with the process that holds it, so a file
left behind by a crash locks nothing. What is written in it only says who holds it.
"""

import json
import os
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path

from factcheck.errors import ProjectInUseError
from factcheck.i18n import sentence

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        # Far behind the text, since a locked byte cannot be read by others there.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


#: A link of that name, which a stranger may have laid there, is not followed: what it points to would be emptied.
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)


class Lock:
    """Held from construction until `release`."""

    def __init__(self, project: Path) -> None:
        """`ProjectInUseError` if another holds it, `OSError` if the folder cannot be written."""
        real = project.resolve()  # so that a link and what it points to have one lock
        self.path = real.with_name(real.name + ".lock")
        while True:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | _NO_LINKS, 0o644)
            try:
                _take(descriptor)
            except OSError:
                holder = os.pread(descriptor, 4096, 0) if hasattr(os, "pread") else b""
                os.close(descriptor)
                raise ProjectInUseError(_told(project, holder)) from None
            if self._still_there(descriptor):
                break
            os.close(descriptor)  # its last holder removed it between our opening and our locking
        self._descriptor: int | None = descriptor
        with suppress(OSError):  # on a full disk the lock holds all the same, only who has it is not told
            os.ftruncate(descriptor, 0)
            os.write(descriptor, json.dumps(_me()).encode())

    def _still_there(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), self.path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Gives it up; a second call does nothing."""
        if self._descriptor is None:
            return
        with suppress(OSError):  # a file that stays behind locks nothing
            self.path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = None


def _me() -> dict[str, str | int]:
    return {"host": socket.gethostname(), "process": os.getpid(), "since": time.strftime("%Y-%m-%d %H:%M")}


def _told(project: Path, holder: bytes) -> str:
    try:
        known = json.loads(holder)
        who = sentence("error.in_use.process", process=known["process"], host=known["host"], since=known["since"])
    except (ValueError, KeyError, TypeError):
        who = sentence("error.in_use.unknown")
    return sentence("error.in_use.told", name=project.name, who=who)
