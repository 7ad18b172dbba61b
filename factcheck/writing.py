"""What another thread writes into a project, while whoever has the project open goes on reading it as it was."""

from collections.abc import Callable, Sequence
from threading import Event, Lock

from factcheck.model import Entry
from factcheck.store.project import ProjectFile


class Writing:
    """Entries on their way into a project: `write` in any thread, then `end` in the project's own.

    Until its end nothing else is written; whoever wants to write ends it first, and waits for that.
    """

    def __init__(
        self, file: ProjectFile, work: Callable[[list[Entry]], object], after: Callable[[Sequence[Entry]], object]
    ) -> None:
        """`work` adds each entry that it has written to the list; `after` hears of those, also if it fails later."""
        self._work, self._after = work, after
        self._lent = file.lent()
        self._lent.__enter__()
        self._begun, self._done = Lock(), Event()
        self._written: list[Entry] = []
        self._error: BaseException | None = None
        self.ended = False

    def write(self) -> None:
        """Does the work, unless that is done or under way elsewhere; a fault is raised at the end."""
        if not self._begun.acquire(blocking=False):
            return
        try:
            self._work(self._written)
        except BaseException as error:  # carried over to the project's own thread
            self._error = error
        finally:
            self._done.set()

    def end(self) -> Sequence[Entry]:
        """Waits until it is written, or writes it here if nobody has begun; the entries, each time it is asked."""
        self.write()
        self._done.wait()
        if not self.ended:
            self.ended = True
            self._lent.__exit__(None, None, None)
            if self._written:
                self._after(self._written)
        if self._error is not None:
            raise self._error
        return self._written
