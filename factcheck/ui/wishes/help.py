"""What the program says of itself."""

import platform

import PySide6
from PySide6.QtCore import Qt

from factcheck import __version__
from factcheck.ui import reports
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.about import AboutDialog
from factcheck.ui.dialogs.crash import CrashDialog


class HelpWishes:
    """Works on one window."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self._crash: CrashDialog | None = None

    def about(self) -> None:
        """Version and versions below it."""
        self.bench.ask(AboutDialog(_versions(), self.bench.window))

    def crashed(self, error: BaseException) -> None:
        """A bug: what happened, for who mends it. One at a time, since what fails in painting fails without end."""
        if self._crash is not None:
            return
        report = f"{_versions()}\n\n{reports.told(error, self._names())}"
        self._crash = CrashDialog(report, self.bench.window)
        self._crash.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._crash.finished.connect(self._crash_read)
        self._crash.open()

    def _names(self) -> list[str]:
        """What names the person and the work, whatever else is broken: nothing is read for it."""
        path = self.bench.project.session.path if self.bench.project else None
        return [self.bench.settings.name, *([path.name, path.stem] if path else ())]

    def _crash_read(self) -> None:
        self._crash = None


def _versions() -> str:
    return f"factcheck {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.system()}"
