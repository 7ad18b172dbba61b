"""Parsing in a child process, so that a hostile input costs a sentence and not the program."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from pathlib import Path
from threading import Thread
from time import monotonic
from types import TracebackType
from typing import Any

from factcheck.errors import ImportFailedError
from factcheck.importing import wire
from factcheck.importing.draft import Extraction, Input, Limits
from factcheck.importing.formats import Format
from factcheck.importing.words import failed

#: A child is replaced after so many inputs: what libraries keep stays small.
_LONGEST_LIFE = 500
#: How often the person's wish to cancel is asked for.
_TICK = 0.05
#: What a child says it failed by, and how that is told.
_KNOWN = {"memory": "too_much_memory", "depth": "too_deep"}
_PACKAGE = Path(__file__).resolve().parent.parent.parent


class Isolated:
    """One child process for a batch of inputs, started when first needed and again after it died."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> "Isolated":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def extract(self, family: Format, given: Input, tick: Callable[[], None]) -> Extraction:
        """What the format's module makes of the bytes; `tick` is called meanwhile and may raise.

        `ImportFailedError` if the input is refused, costs too much or ends the child.
        """
        process = self._ready()
        header = {"format": family.key, "name": given.name, "charset": given.charset, "column": given.column}
        exchange = _Exchange(process, header, given.data, self._limits.output_bytes)
        try:
            self._wait(exchange, given.name, tick)
            extraction = exchange.result(given.name)
        except BaseException:
            if not exchange.refused:
                self.close(exchange)
            raise
        return extraction

    def close(self, exchange: "_Exchange | None" = None) -> None:
        """Ends the child, and the exchange that it is in the middle of."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        if exchange is not None:
            exchange.join()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was not sent yet cannot be any more
                pipe.close() if pipe else None

    def _wait(self, exchange: "_Exchange", name: str, tick: Callable[[], None]) -> None:
        deadline = monotonic() + self._limits.seconds
        exchange.start()
        while exchange.is_alive():
            exchange.join(_TICK)
            tick()
            if monotonic() > deadline and exchange.is_alive():
                raise failed("too_slow", name=name, seconds=f"{self._limits.seconds:g}")

    def _ready(self) -> "subprocess.Popen[bytes]":
        if self._served >= _LONGEST_LIFE:
            self.close()
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = self._started()
            self._served = 0
        self._served += 1
        return self._process

    def _started(self) -> "subprocess.Popen[bytes]":
        limits = (ceil(self._limits.seconds) + 1, self._limits.memory, self._limits.input_bytes)
        # -P: a module that lies in the current folder is never taken for one of ours.
        command = [sys.executable, "-P", "-m", "factcheck.importing.worker", *map(str, limits)]
        return subprocess.Popen(  # noqa: S603 - our own interpreter and module; no part comes from an input
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(_PACKAGE), "PYTHONUTF8": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


class _Exchange(Thread):
    """One request and its answer. A thread, since a pipe can block for ever and has no time limit on every system."""

    def __init__(self, process: "subprocess.Popen[bytes]", header: dict[str, Any], data: bytes, most: int) -> None:
        super().__init__(daemon=True, name="importing")
        self._process = process
        self._request = (header, data)
        self._most = most
        self._answer: tuple[dict[str, Any], bytes] | None = None
        self._error: Exception | None = None
        #: The child said no and is well.
        self.refused = False

    def run(self) -> None:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None, "a pipe"
        assert stdout is not None, "a pipe"
        try:
            wire.send(stdin, *self._request)
            self._answer = wire.receive(stdout, self._most)
        except (OSError, ValueError, wire.TooMuchError) as error:
            self._error = error

    def result(self, name: str) -> Extraction:
        """What was extracted, once the thread has ended; else the failure."""
        if isinstance(self._error, wire.TooMuchError):
            raise failed("too_much_text", name=name)
        if self._answer is None:
            raise failed("died", name=name) from self._error
        header, block = self._answer
        if "error" in header:
            self.refused = True
            raise ImportFailedError(str(header["error"]))
        if "failed" in header:
            raise _gave_up(str(header["failed"]), name)
        try:
            return wire.unpacked(block)
        except ValueError as error:
            raise failed("died", name=name) from error


def _gave_up(trace: str, name: str) -> ImportFailedError:
    if trace in _KNOWN:
        return failed(_KNOWN[trace], name=name)
    error = failed("gave_up", name=name, why=trace.strip().rpartition("\n")[2].partition(":")[0])
    error.add_note(trace)
    return error
