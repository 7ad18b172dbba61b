"""Starts the window: it is on the screen before what it is made of is loaded."""

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from factcheck import __version__, settings
from factcheck.paths import resource
from factcheck.ui import theme
from factcheck.ui.main_window import MainWindow

#: Milliseconds after which what the window opened with has come.
_AT_REST = 10_000


def run(project: Path | None, sample: bool = False) -> int:
    """Shows the window on a project (or the sample, or the one opened last) and returns the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("factcheck")
    app.setApplicationDisplayName("factcheck")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("factcheck")
    app.setWindowIcon(QIcon(str(resource("icons", "factcheck.svg"))))
    chosen = settings.load()
    theme.ground(app, chosen.appearance)
    window = MainWindow(chosen, bare=True)
    window.painted.connect(lambda: _begin(window, project, sample))
    window.show()
    with _interruptible():
        return app.exec()


def _begin(window: MainWindow, project: Path | None, sample: bool) -> None:
    from factcheck.ui import cuts, opening

    opening.begin(window, project, sample)
    QTimer.singleShot(_AT_REST, window, cuts.begin)


class _interruptible:  # noqa: N801 - reads as a word in `with`
    """Ctrl+C, and the end of the desktop's session, close the window in the orderly way; a timer lets Python see it."""

    def __enter__(self) -> None:
        self._before = {number: signal.signal(number, _close) for number in (signal.SIGINT, signal.SIGTERM)}
        self._tick = QTimer(interval=300)
        self._tick.timeout.connect(lambda: None)
        self._tick.start()

    def __exit__(self, *_: object) -> None:
        self._tick.stop()
        for number, before in self._before.items():
            signal.signal(number, before)


def _close(*_: object) -> None:
    QApplication.closeAllWindows()
