"""A process that runs scenarios, each in a fork of its own, so that one can be killed some milliseconds after it began.

Reads a job a line, as JSON; says "started PID" and "ended PID STATUS". With `watch.so` loaded into it, a job can also
say which change is to fail, or before which one the process is killed.
"""

import ctypes
import json
import os
import resource
import sys
from pathlib import Path
from random import Random
from typing import Any

from factcheck.errors import FactCheckError
from tests.trust import scenarios

#: Exit codes of a fork: all was done; the world's fault was told in a sentence; a bug of ours.
DONE, TOLD, BROKEN = 0, 3, 4


def main() -> None:
    """Runs until there is no more input."""
    _warm_up()
    library = ctypes.CDLL(os.environ["LD_PRELOAD"]) if os.environ.get("LD_PRELOAD") else None
    print("ready", flush=True)
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if child == 0:
            os._exit(_run(job, library))
        print("started", child, flush=True)
        print("ended", child, os.waitpid(child, 0)[1], flush=True)


def _warm_up() -> None:
    """What is loaded late is loaded here, or each fork would spend its time on that."""
    import factcheck.reporting.pdf  # noqa: F401
    from factcheck import matching
    from factcheck.importing import Input, read_input

    read_input(Input(scenarios.story(1).encode(), "warm.txt"))
    matching.find([], lambda *_: None)


def _run(job: dict[str, Any], library: ctypes.CDLL | None) -> int:
    told = os.open(job["told"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def tell(what: dict[str, Any]) -> None:
        line = json.dumps(what)
        if library:
            library.watch_mark(line.encode())
        os.write(told, line.encode() + b"\n")

    try:
        scenarios.telling(tell)
        if library:
            _watch(job, library)
        if size := job.get("file_size"):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        scenarios.ALL[job["scenario"]](Path(job["folder"]), Random(job["seed"]))
    except FactCheckError as error:
        tell({"error": str(error)})
        return TOLD
    except BaseException:
        import traceback

        tell({"traceback": traceback.format_exc()})
        return BROKEN
    finally:
        if library:
            tell({"ops": library.watch_ops(), "failing": library.watch_failing()})
    return DONE


def _watch(job: dict[str, Any], library: ctypes.CDLL) -> None:
    record = os.open(job["record"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC) if job.get("record") else -1
    library.watch_begin(job["folder"].encode(), record)
    library.watch_kill(ctypes.c_long(job.get("kill_at", 0)))
    if fail := job.get("fail"):
        library.watch_fail(
            fail["kinds"], ctypes.c_long(fail["at"]), fail["error"], fail["goes_on"], fail["name"].encode()
        )


if __name__ == "__main__":
    main()
