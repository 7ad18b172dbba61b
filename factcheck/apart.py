"""Work in a process of its own.

In a thread, work in Python holds the one lock of the interpreter most of the time, and a window waits for it at each
step; a process has a lock of its own, and can be ended at any moment.

The child is ours and runs our code on what it is given, so that both sides speak by pickle. It is started when it is
first needed and kept for the next piece of work. What it gives comes in pieces: unpacking one must not take long.
"""

import os
import pickle
import queue
import struct
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import IO, Any, TypeVar

from factcheck.errors import FactCheckError
from factcheck.i18n import sentence
from factcheck.progress import Progress, Pulse

T = TypeVar("T")

#: How often the person's wish to cancel is asked for.
_TICK = 0.05
#: Seconds for a child to take away what it has half written.
_PATIENCE = 0.3
_LENGTH = struct.Struct("!Q")
_PACKAGE = Path(__file__).resolve().parent.parent


class Apart:
    """One child process; pieces of work wait for each other. Any thread may run one."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = Lock()

    def run(self, work: Callable[..., Iterator[T]], *given: object, progress: Progress) -> Iterator[T]:
        """What `work(*given, progress)` gives, piece by piece, in a process of its own; a function of a module of ours.

        `progress` may raise at any time, also while the child is silent; then the child is ended.
        """
        pulse = Pulse(progress, "", 0)
        while not self._turn.acquire(timeout=_TICK):
            pulse.again()
        try:
            yield from self._answers(pickle.dumps((work, given)), pulse)
        except BaseException:
            self.close()
            raise
        finally:
            self._turn.release()

    def close(self) -> None:
        """Ends the child, whatever it does; what it has half written it takes away, if it can at once."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was not sent yet cannot be any more
                pipe.close() if pipe else None

    def _answers(self, request: bytes, pulse: Pulse) -> Iterator[Any]:
        heard: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        talk = Thread(target=_talk, args=(self._ready(), request, heard), daemon=True, name="apart")
        talk.start()
        while True:
            try:
                kind, what = heard.get(timeout=_TICK)
            except queue.Empty:
                pulse.again()
                continue
            if kind == "done":
                talk.join()
                return
            if kind == "failed":
                raise what
            if kind == "piece":
                yield what
                pulse.again()
            else:
                pulse(*what)

    def _ready(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                # -P: a module that lies in the current folder is never taken for one of ours.
                [sys.executable, "-P", "-m", "factcheck.apart"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join([str(_PACKAGE), *sys.path]), "PYTHONUTF8": "1"},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process


def _talk(process: "subprocess.Popen[bytes]", request: bytes, heard: "queue.SimpleQueue[tuple[str, Any]]") -> None:
    """Sends a request and tells what comes; in a thread, since a pipe can block for ever."""
    assert process.stdin is not None, "a pipe"
    assert process.stdout is not None, "a pipe"
    try:
        _send(process.stdin, request)
        while True:
            kind, what = pickle.loads(_receive(process.stdout))  # noqa: S301 - our own process
            heard.put((kind, what))
            if kind in ("done", "failed"):
                return
    except (OSError, EOFError, ValueError):
        heard.put(("failed", FactCheckError(sentence("error.apart.ended"))))


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    """The next message; `EOFError` at the end."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    message = pipe.read(length)
    if len(message) < length:
        raise EOFError
    return message


# --- the child --------------------------------------------------------------------------------------------------------


def main() -> None:
    """Answers requests until its input ends."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):  # where a library might print
        os.dup2(nothing, standard)
    _stand_back()
    with suppress(EOFError, BrokenPipeError):
        while True:
            _answer(pickle.loads(_receive(requests)), answers)  # noqa: S301 - from our own window


def _stand_back() -> None:
    """The window goes first, and says when to end: Ctrl+C in a terminal is meant for it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # by way of whatever is to be done at the end
    if hasattr(os, "nice"):
        os.nice(2)


def _answer(request: tuple[Callable[..., Iterator[Any]], tuple[Any, ...]], answers: IO[bytes]) -> None:
    work, given = request
    try:
        for piece in work(*given, _Telling(answers)):
            _tell(answers, "piece", piece)
    except BrokenPipeError:
        raise  # nobody is there any more
    except FactCheckError as error:
        _tell(answers, "failed", error)
    except Exception as error:  # a bug: carried over to the window, with where it arose
        bug = RuntimeError(f"{type(error).__name__} in a process of its own")
        bug.add_note(traceback.format_exc())
        _tell(answers, "failed", bug)
    else:
        _tell(answers, "done", None)


def _tell(answers: IO[bytes], kind: str, what: object) -> None:
    _send(answers, pickle.dumps((kind, what)))


class _Telling:
    """Progress that is told to the other side, not oftener than anybody looks."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers, self._told = answers, 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        if monotonic() - self._told > _TICK:
            self._told = monotonic()
            _tell(self._answers, "progress", (what, done, total))


if __name__ == "__main__":
    main()
