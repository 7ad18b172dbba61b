"""When Python looks for garbage, and what of it the window does not wait for.

Left to itself, the search for cycles runs in whatever thread allocates, over all there is: among a million records
it stops the window for a third of a second, and in a worker it may end widgets in the wrong thread. Here it runs in the
GUI thread, often and over what is new; what came in bulk is data without cycles, and is set aside unseen until the
project is closed.
"""

import gc

from PySide6.QtCore import QObject, QTimer

#: Milliseconds between two looks.
_OFTEN = 1_000
#: New objects from which on they are data: looking at them would take longer than a hundredth of a second.
MUCH = 40_000
#: Looks at what is new for one at all that was not set aside.
_SELDOM = 60


class Housekeeping(QObject):
    """Belongs to the program's one thread of widgets, as long as it runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = 0
        self._timer = QTimer(self, interval=_OFTEN)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on nothing is searched by itself; what is there now stays."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def end(self) -> None:
        """No more looks."""
        self._timer.stop()

    def look(self) -> None:
        """Collects what is new, unless it is much."""
        self._looks += 1
        if gc.get_count()[0] > MUCH:
            gc.freeze()
        else:
            gc.collect(2 if self._looks % _SELDOM == 0 else 1)


def set_aside() -> None:
    """Much has just come: it is not looked at."""
    if not gc.isenabled() and gc.get_count()[0] > MUCH:
        gc.freeze()


def look_at_all() -> None:
    """A project was closed: what it left is collected, with what was set aside."""
    if not gc.isenabled():
        gc.unfreeze()
        gc.collect()
        gc.freeze()
