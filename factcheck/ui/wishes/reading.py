"""The job that reads what is imported: one at a time, with news of each input as it comes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck import receiving
from factcheck.intake import Shelf
from factcheck.progress import Progress
from factcheck.receiving import Request
from factcheck.ui.bench import Bench

_JOB = "import"

#: A path, the files that it stands for, and why it stands for none.
Listed = tuple[Path, list[Path], str]


class Reading(QObject):
    """Reads for one window. `began` and `came` are sent by the worker, and arrive in the window's thread."""

    #: Name of an input; and what became of it, a `Received`.
    began = Signal(str)
    came = Signal(str, object)
    #: A list of `Listed`.
    listed = Signal(object)
    #: All that is not read yet will not be.
    cancelled = Signal()
    #: Nothing is being read any more.
    ended = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.window)
        self.bench = bench
        #: The articles as the last job knew them; only one of job and window uses it at a time.
        self.shelf: Shelf | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self.bench.jobs.running(_JOB)

    def cancel(self) -> None:
        """Stops it."""
        self.bench.jobs.cancel(_JOB)

    def list_files(self, folders: Sequence[Path]) -> None:
        """Looks for the files in folders."""

        def work(progress: Progress) -> list[Listed]:
            return list(receiving.listed(folders, progress))

        self._start(work, self.listed.emit)

    def read(self, requests: Sequence[Request]) -> None:
        """Reads inputs and looks up what of them is there already."""
        session, shelf = self.bench.session, self.shelf

        def work(progress: Progress) -> Shelf:
            with session.snapshot() as state:
                known = shelf or Shelf(state)
                known.look_at(state)
                receiving.receive(requests, known, progress, self.began.emit, self.came.emit)
            return known

        self._start(work, self._keep)

    def _keep(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def _start(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        job = self.bench.jobs.start(_JOB, work, done, self._fail)
        job.cancelled.connect(self.cancelled)
        job.ended.connect(lambda: QTimer.singleShot(0, self, self.ended.emit))

    def _fail(self, error: object) -> None:
        self.cancelled.emit()
        self.bench.fail(error)
