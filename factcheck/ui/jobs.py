"""Long work off the GUI thread: a pure function with a progress callback, one at a time per name.

A worker touches neither widgets nor the GUI's connection. What it gives back, and how it failed, arrives as a
signal in the GUI thread. A job that was cancelled, or replaced by a newer one of its name, says nothing more.
"""

import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from factcheck.apart import Apart
from factcheck.progress import Cancelled, Progress
from factcheck.ui import housekeeping

Work = Callable[[Progress], Any]
T = TypeVar("T")

#: Most threads only wait for a process or the disk; a short job must not wait behind two long ones.
_THREADS = 8
#: Progress is told at most this often, so that a busy worker does not flood the window.
_TELL_EVERY = 0.05


class _Signals(QObject):
    progressed = Signal(str, int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()


class _Runner(QRunnable):
    """Runs the work in a thread of the pool and reports by signals."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.work = work
        self.signals = _Signals()
        self.stop = False
        self._told = 0.0

    def _progress(self, what: str, done: int, total: int) -> None:
        if self.stop:
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= _TELL_EVERY:
            self._told = now
            self.signals.progressed.emit(what, done, total)

    def run(self) -> None:
        try:
            result = self.work(self._progress)
        except Cancelled:
            self.signals.cancelled.emit()
        except BaseException as error:  # carried over to the GUI thread, which tells the person
            self.signals.failed.emit(error)
        else:
            self.signals.finished.emit(result)


class Job(QObject):
    """One piece of long work. Signals come in the GUI thread, one of finished, failed, cancelled at the end."""

    progressed = Signal(str, int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    #: After any of the three.
    ended = Signal()

    def __init__(self, name: str, work: Work, parent: QObject | None = None, quiet: bool = False) -> None:
        super().__init__(parent)
        self.name = name
        #: It takes a moment, and nobody needs to be told that it is under way.
        self.quiet = quiet
        self._runner = _Runner(work)
        signals = self._runner.signals
        queued = Qt.ConnectionType.QueuedConnection
        signals.progressed.connect(self._on_progress, queued)
        signals.finished.connect(self._on_finished, queued)
        signals.failed.connect(self._on_failed, queued)
        signals.cancelled.connect(self._on_cancelled, queued)

    def start(self) -> None:
        """Begins; returns at once."""
        QThreadPool.globalInstance().start(self._runner)

    def cancel(self) -> None:
        """Asks the work to stop at its next progress call; what it still gives back is dropped."""
        self._runner.stop = True

    @Slot(str, int, int)
    def _on_progress(self, what: str, done: int, total: int) -> None:
        if not self._runner.stop:
            self.progressed.emit(what, done, total)

    @Slot(object)
    def _on_finished(self, result: object) -> None:
        housekeeping.set_aside()
        if self._runner.stop:
            self.cancelled.emit()
        else:
            self.finished.emit(result)
        self.ended.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if self._runner.stop:
            self.cancelled.emit()
        else:
            self.failed.emit(error)
        self.ended.emit()

    @Slot()
    def _on_cancelled(self) -> None:
        self.cancelled.emit()
        self.ended.emit()


class Jobs(QObject):
    """The jobs under way, by name; a new one takes the place of the old one of its name."""

    started = Signal(object)
    progressed = Signal(str, int, int)
    #: Nothing is under way any more that was told of.
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        pool = QThreadPool.globalInstance()
        pool.setMaxThreadCount(max(_THREADS, pool.maxThreadCount()))
        self._under_way: list[Job] = []
        #: The process in which jobs may do what takes Python long.
        self.apart = Apart()

    def start(
        self, name: str, work: Work, done: Callable[[Any], None], failed: Callable[[Any], None], quiet: bool = False
    ) -> Job:
        """Runs `work` in a thread; then calls `done` with its result or `failed` with its error, in the GUI thread.

        Of one that is `quiet` nothing is told while it is under way.
        """
        self.cancel(name)
        job = Job(name, work, self, quiet)
        job.finished.connect(done)
        job.failed.connect(failed)
        job.ended.connect(lambda: self._ended(job))
        self._under_way.append(job)
        if not quiet:
            job.progressed.connect(self.progressed)
            self.started.emit(job)
        job.start()
        return job

    def pieces(self, work: Callable[..., Iterator[T]], *given: object, progress: Progress, much: bool) -> list[T]:
        """What `work(*given, progress)` gives; for use in a job. If it is much, in a process of its own."""
        return list(self.apart.run(work, *given, progress=progress) if much else work(*given, progress))

    def running(self, name: str | None = None) -> bool:
        """Whether a job (of that name) is under way."""
        return any(name in (None, job.name) for job in self._under_way)

    def cancel(self, name: str | None = None) -> None:
        """Asks the jobs (of that name) to stop."""
        for job in self._under_way:
            if name in (None, job.name):
                job.cancel()

    def stop(self) -> None:
        """Asks the jobs to stop that were told of: what a person means who sees them."""
        for job in self._under_way:
            if not job.quiet:
                job.cancel()

    def wait(self) -> None:
        """Stops all and waits until no worker runs; for closing a project."""
        self.cancel()
        QThreadPool.globalInstance().waitForDone()

    def close(self) -> None:
        """Stops all, for good; for closing the window."""
        self.wait()
        self.apart.close()

    def _ended(self, job: Job) -> None:
        self._under_way.remove(job)
        job.deleteLater()
        if all(other.quiet for other in self._under_way):
            self.idle.emit()
