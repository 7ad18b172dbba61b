"""Wishes that wait: while a step that changes very much is on its way into the project, what else a person wishes to
change is remembered in its order and done when the step is written. Nobody waits for it, and reading goes on.
"""

from collections import deque
from collections.abc import Callable
from functools import partial, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from factcheck.ui.bench import Bench

Act = Callable[[], object]
P = ParamSpec("P")


class _OfBench(Protocol):
    bench: "Bench"


W = TypeVar("W", bound=_OfBench)


def in_turn(wish: Callable[Concatenate[W, P], object]) -> Callable[Concatenate[W, P], None]:
    """A wish that changes the project: carried out as a whole at once, or when those before it are done."""

    @wraps(wish)
    def held(self: W, /, *given: P.args, **named: P.kwargs) -> None:
        self.bench.soon(partial(wish, self, *given, **named))

    return held


class Held:
    """What waits in one window. One act is done in each turn of the event loop, so that the window stays alive."""

    def __init__(self, free: Callable[[], bool], owner: QObject) -> None:
        """`free` says whether an act may be done now."""
        self._free, self._owner = free, owner
        self._waiting: deque[Act] = deque()
        self._acting = False

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def takes(self, act: Act) -> bool:
        """Whether an act has to wait, and is kept; what an act does itself is part of it."""
        if self._free() and (self._acting or not self._waiting):
            return False
        self._waiting.append(act)
        return True

    def release(self) -> None:
        """Does what waits, from the event loop."""
        if self._waiting and not self._acting:
            QTimer.singleShot(0, self._owner, self._turn)

    def _turn(self) -> None:
        if self._waiting and not self._acting and self._free():
            try:
                self.do_next()
            finally:
                self.release()

    def do_next(self) -> None:
        """Does the first of what waits."""
        act, self._acting = self._waiting.popleft(), True
        try:
            act()
        finally:
            self._acting = False
