"""Many files at once, each in one of a few child processes; what becomes of them comes in their order."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from threading import Event

from factcheck.importing.draft import DEFAULT_LIMITS, Limits, Outcome
from factcheck.importing.isolation import Isolated
from factcheck.importing.reading import Reader, outcome_of
from factcheck.importing.words import shown
from factcheck.progress import Cancelled, Progress, silent

#: How often the person's wish to cancel is asked for, in seconds.
_TICK = 0.05
_MOST_WORKERS = 4
#: Files begun or read for each worker before the first of them is taken: a slow one at the head keeps nobody waiting.
_AHEAD = 8


def default_workers() -> int:
    """As many as there are processors, up to a few: each takes its own memory."""
    return min(os.cpu_count() or 1, _MOST_WORKERS)


def read_all(
    paths: Iterable[Path],
    progress: Progress = silent,
    limits: Limits = DEFAULT_LIMITS,
    column: str = "",
    workers: int = 0,
) -> Iterator[Outcome]:
    """What becomes of each file, in their order; a bad one does not stop the others. `Cancelled` passes through.

    `column` is where the statements of tables stand, if not to be found out; `workers` 0 is the default.
    """
    files = list(paths)
    count = max(1, min(workers or default_workers(), len(files)))
    with ExitStack() as stack:
        crew = _Crew(count, limits, column, stack)
        # Only so many are read ahead: what waits to be taken is held in memory.
        ahead: deque[Future[Outcome]] = deque()
        waiting = iter(files)
        for done, path in enumerate(files):
            while len(ahead) < _AHEAD * count and (following := next(waiting, None)) is not None:
                ahead.append(crew.begin(following))
            yield _awaited(ahead.popleft(), shown(path.name), done, len(files), progress)
        progress("", len(files), len(files))


def _awaited(future: "Future[Outcome]", what: str, done: int, total: int, progress: Progress) -> Outcome:
    progress(what, done, total)
    while not wait((future,), _TICK).done:
        progress(what, done, total)
    return future.result()


class _Crew:
    """Threads, and a child process for each; all stop when the stack is left."""

    def __init__(self, count: int, limits: Limits, column: str, stack: ExitStack) -> None:
        self._limits, self._column = limits, column
        self._stop = Event()
        self._free: SimpleQueue[Isolated] = SimpleQueue()
        for _ in range(count):
            self._free.put(stack.enter_context(Isolated(limits)))
        self._pool = stack.enter_context(ThreadPoolExecutor(count, thread_name_prefix="importing"))
        stack.callback(self._pool.shutdown, wait=True, cancel_futures=True)
        stack.callback(self._stop.set)

    def begin(self, path: Path) -> "Future[Outcome]":
        """Reads a file as soon as somebody is free."""
        return self._pool.submit(self._read, path)

    def _read(self, path: Path) -> Outcome:
        isolated = self._free.get()
        try:
            reader = Reader(self._limits, isolated, self._tick)
            return outcome_of(str(path), lambda: reader.of_file(path, self._column))
        finally:
            self._free.put(isolated)

    def _tick(self) -> None:
        if self._stop.is_set():
            raise Cancelled
