"""An edit that another thread writes, while whoever has the project open goes on reading it as it was."""

from collections.abc import Callable
from threading import Event, Lock

from factcheck.model import Entry
from factcheck.store.project import ProjectFile


class Writing:
    """One entry on its way into a project: `write` in any thread, then `end` in the project's own.

    Until its end nothing else is written; whoever wants to write ends it first, and waits for that.
    """

    def __init__(self, file: ProjectFile, entry: Entry, after: Callable[[Entry], Entry]) -> None:
        self._file, self._entry, self._after = file, entry, after
        self._lent = file.lent()
        self._lent.__enter__()
        self._begun, self._done = Lock(), Event()
        self._written: Entry | None = None
        self._error: BaseException | None = None
        self._ended = False

    def write(self) -> None:
        """Writes it, unless that is done or under way elsewhere; a fault is raised at the end."""
        if not self._begun.acquire(blocking=False):
            return
        try:
            self._written = self._file.apply(self._entry)
        except BaseException as error:  # carried over to the project's own thread
            self._error = error
        finally:
            self._done.set()

    def end(self) -> Entry:
        """Waits until it is written, or writes it here if nobody has begun; the entry, each time it is asked."""
        self.write()
        self._done.wait()
        if not self._ended:
            self._ended = True
            self._lent.__exit__(None, None, None)
            if self._written is not None:
                self._written = self._after(self._written)
        if self._written is None:
            assert self._error is not None, "it is written or it failed"
            raise self._error
        return self._written
