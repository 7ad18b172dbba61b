"""What a thread is at while it is late: the stacks of all threads, looked at from one more every few milliseconds."""

import faulthandler
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

#: Seconds between two looks, and frames of a stack that are told.
_LOOK, _DEEP = 0.005, 6
_OURS = str(Path(__file__).resolve().parent.parent / "factcheck")
_THREAD = re.compile(r"^(?:Current thread|Thread) 0x([0-9a-f]+)", re.MULTILINE)
_FRAME = re.compile(r'^  File "(.*)", line (\d+) in (.*)$', re.MULTILINE)


class Why:
    """Looks at the thread that makes it, and at those beside it, which may hold the interpreter."""

    def __init__(self, late: Callable[[], bool]) -> None:
        """`late` says, in any thread, whether it is to be looked at now."""
        self._late, self._thread = late, threading.get_ident()
        self._stacks: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Looks at it inside. What Python writes itself disturbs no frame, as one that is kept would."""
        end = threading.Event()
        with TemporaryFile("w+", encoding="utf-8") as seen:
            looker = threading.Thread(target=self._look, args=(end, seen.fileno()), daemon=True)
            looker.start()
            try:
                yield
            finally:
                end.set()
                looker.join()
            seen.seek(0)
            self._count(seen.read(), looker.ident or 0)

    def _look(self, end: threading.Event, seen: int) -> None:
        while not end.wait(_LOOK):
            if self._late():
                faulthandler.dump_traceback(seen)

    def _count(self, seen: str, looker: int) -> None:
        _, *parts = _THREAD.split(seen)
        self._stacks = {True: Counter(), False: Counter()}
        for thread, frames in zip(parts[::2], parts[1::2], strict=True):
            ident = int(thread, 16)
            if ident != looker and (told := _told(frames)):
                self._stacks[ident == self._thread][told] += 1

    def tell(self, most: int = 6) -> None:
        """Prints where they were most often."""
        for own, name in ((True, ""), (False, "beside: ")):
            for stack, count in self._stacks[own].most_common(most):
                print(f"    {count:4} × {name}{stack}", flush=True)


def _told(frames: str) -> str:
    """The innermost frames of our own, and what they are in where that is none of ours."""
    called = [
        (f"{Path(file).stem}.{name}", line, file.startswith(_OURS)) for file, line, name in _FRAME.findall(frames)
    ]
    ours = [f"{name}:{line}" for name, line, own in called if own][:_DEEP]
    return " < ".join(([] if not called or called[0][2] else [f"({called[0][0]})"]) + ours)
