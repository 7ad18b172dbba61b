"""The child process: takes bytes from its input, gives text on its output, under limits; see `isolation`.

python -m factcheck.importing.worker SECONDS MEMORY INPUT_BYTES
"""

import os
import sys
import traceback
from contextlib import suppress
from typing import IO, Any

from factcheck.errors import FactCheckError
from factcheck.importing import wire
from factcheck.importing.draft import Input
from factcheck.importing.formats import by_key, extracted


def main() -> None:
    """Answers requests until its input ends."""
    seconds, memory, most = map(int, sys.argv[1:4])
    requests, answers = _own_pipes()
    _limit_memory(memory)
    while (request := wire.receive(requests, most)) is not None:
        _set_alarm(seconds)
        wire.send(answers, *_answer(*request))
        _set_alarm(0)


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, taken away from standard input and output, where a library might print."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    return requests, answers


def _limit_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; those on time and output hold
        return
    for limited, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # a stricter limit is set already, or the system has none
            resource.setrlimit(limited, (most, most))


def _set_alarm(seconds: int) -> None:
    """Ends this process should it outlive its time, also when nobody is there any more to end it."""
    import signal

    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _answer(header: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        given = Input(data, header["name"], header["charset"], header["column"])
        return {}, wire.packed(extracted(by_key(header["format"]), given))
    except FactCheckError as error:
        return {"error": str(error)}, b""
    except MemoryError:
        return {"failed": "memory"}, b""
    except RecursionError:
        return {"failed": "depth"}, b""
    except Exception:
        # A library gave up on a hostile input, or we have a bug: the parent says so, and keeps the trace.
        return {"failed": traceback.format_exc()}, b""


if __name__ == "__main__":
    main()
