"""Watches how long a window lets a person wait: a timer on its thread that should ring every five milliseconds."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

#: Milliseconds between two rings; between two looks whether something is over; until a dialog is closed; between two
#: things that a person does.
_RING, _LOOK, _SEEN, _PERSON = 5, 100, 250, 150
#: Seconds in which what a person did may still be painted.
_AFTER = 0.06
#: Seconds after which a ring is late.
_LATE = 0.03
#: Seconds after which something is taken to hang.
_HANGS = 600


@dataclass(frozen=True, slots=True)
class Gap:
    """Seconds between two rings, and how many of them the thread itself was at work: the rest is the machine's."""

    wall: float
    own: float
    #: Whether the person did something in it or just before.
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Waits:
    """All gaps of some time."""

    gaps: tuple[Gap, ...]
    #: Seconds in all.
    took: float

    @property
    def longest(self) -> Gap:
        """The gap that took longest."""
        return max(self.gaps, key=lambda gap: gap.wall, default=Gap(0, 0))

    @property
    def most_own(self) -> float:
        """The most that the thread worked in one gap."""
        return max((gap.own for gap in self.gaps), default=0.0)

    @property
    def most_alone(self) -> float:
        """The same of gaps in which nobody did anything."""
        return max((gap.own for gap in self.gaps if not gap.busy), default=0.0)

    def share(self, part: float) -> float:
        """The gap that this part of all does not exceed."""
        walls = sorted(gap.wall for gap in self.gaps)
        return walls[min(len(walls) - 1, int(part * len(walls)))] if walls else 0.0


class Watch(QObject):
    """Belongs to the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps: list[Gap] = []
        self._last, self._acted = (0.0, 0.0), 0.0
        self._ring = QTimer(self, interval=_RING, timerType=Qt.TimerType.PreciseTimer)
        self._ring.timeout.connect(self._rang)
        self._closer = QTimer(self, interval=_SEEN)
        self._closer.timeout.connect(self._see_dialog)
        #: What is done with the next dialog; it is closed, if nothing is said.
        self.answer: Callable[[QDialog], object] | None = None

    def _rang(self) -> None:
        now = time.perf_counter(), time.thread_time()
        busy = self._last[0] - self._acted < _AFTER
        self._gaps.append(Gap(now[0] - self._last[0], now[1] - self._last[1], busy))
        self._last = now

    def late(self) -> bool:
        """Whether the timer should have rung long ago."""
        return self._ring.isActive() and time.perf_counter() - self._last[0] > _LATE

    def _act(self, meanwhile: Callable[[], object]) -> None:
        meanwhile()
        self._acted = time.perf_counter()

    def over(self, act: Callable[[], object], ended: Callable[[], bool], meanwhile: Callable[[], object]) -> Waits:
        """Acts, and waits until it has ended; dialogs that come up are closed, and `meanwhile` is done now and then."""
        loop, began = QEventLoop(), time.perf_counter()
        look = QTimer(interval=_LOOK)
        look.timeout.connect(lambda: loop.quit() if ended() or time.perf_counter() - began > _HANGS else None)
        person = QTimer(interval=_PERSON)
        person.timeout.connect(lambda: self._act(meanwhile))
        self._gaps, self._acted = [], 0.0
        self._last = time.perf_counter(), time.thread_time()
        for timer in (self._ring, self._closer, person):
            timer.start()
        QTimer.singleShot(0, lambda: (act(), look.start()))
        loop.exec()
        for timer in (self._ring, self._closer, person, look):
            timer.stop()
        return Waits(tuple(self._gaps), time.perf_counter() - began)

    def _see_dialog(self) -> None:
        """A dialog or menu is answered as soon as it was there for one round of the timer."""
        shown = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if shown is None:
            return
        if not shown.property("seen"):
            shown.setProperty("seen", True)
        elif self.answer is not None and isinstance(shown, QDialog):
            answer, self.answer = self.answer, None
            answer(shown)
        else:
            shown.close()
