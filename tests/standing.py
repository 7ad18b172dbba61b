"""Child processes that read inputs, kept from one test to the next: most tests are about what is read, not by whom."""

import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen

import pytest

from factcheck.importing import batch, reading, rows
from factcheck.importing.draft import Limits
from factcheck.importing.isolation import Isolated, _Exchange

Idle = list[Popen[bytes]]


class _Standing(Isolated):
    """Takes its child from those that have nothing to do, and lets it go to them if it is well."""

    def __init__(self, limits: Limits, idle: Idle) -> None:
        super().__init__(limits)
        self._idle = idle

    def _started(self) -> Popen[bytes]:
        try:
            return self._idle.pop()
        except IndexError:
            return super()._started()

    def close(self, exchange: _Exchange | None = None) -> None:
        process = self._process
        if exchange is None and process is not None and process.poll() is None:
            self._process = None
            self._idle.append(process)
        else:
            super().close(exchange)


@contextmanager
def children() -> Iterator[None]:
    """While this lasts a child is started only if none with its limits, folder and language is idle."""
    idle: dict[object, Idle] = defaultdict(list)

    def standing(limits: Limits) -> Isolated:
        return _Standing(limits, idle[limits, Path.cwd(), os.environ.get("FACTCHECK_LANGUAGE")])

    with pytest.MonkeyPatch.context() as patch:
        for module in (batch, reading, rows):
            patch.setattr(module, "Isolated", standing)
        yield
    for process in (process for kept in idle.values() for process in kept):
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
        process.wait()
