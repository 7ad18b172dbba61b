"""What the program says of itself."""

import platform

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from factcheck import __version__
from factcheck.ui import reports
from factcheck.ui.actions import Actions, declared
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.about import AboutDialog
from factcheck.ui.dialogs.crash import CrashDialog
from factcheck.ui.dialogs.keys import KeysDialog
from factcheck.ui.text import tr


class HelpWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, actions: Actions) -> None:
        self.bench, self.actions = bench, actions
        self._crash: CrashDialog | None = None

    def about(self) -> None:
        """Version and versions below it."""
        self.bench.ask(AboutDialog(_versions(), self.bench.window))

    def keys(self) -> None:
        """Every action that has a key."""
        native = QKeySequence.SequenceFormat.NativeText
        rows = [
            (self.actions[action.key].shortcut().toString(native), action.text.replace("&", ""))
            for action in declared()
            if action.shortcut
        ]
        self.bench.ask(KeysDialog([*rows, *_other_keys()], self.bench.window))

    def crashed(self, error: BaseException) -> None:
        """A bug: what happened, for who mends it. One at a time, since what fails in painting fails without end."""
        if self._crash is not None:
            return
        report = f"{_versions()}\n\n{reports.told(error)}"
        self._crash = CrashDialog(report, self.bench.window)
        self._crash.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._crash.finished.connect(self._crash_read)
        self._crash.open()

    def _crash_read(self) -> None:
        self._crash = None


def _other_keys() -> list[tuple[str, str]]:
    """Keys that belong to a part of the window."""
    return [
        (tr("1 to 9, 0"), tr("Verdict of the current claim, in the text and in the claims")),
        (tr("Y, N, S, Backspace"), tr("Confirm, dismiss, different scope, clear; in the findings")),
        ("M", tr("Make claims of the positions; in the findings")),
        (tr("Alt+Down, Alt+Up"), tr("From mark to mark; in the text")),
        (tr("Return"), tr("Open: the article, the claim, the mark at the cursor")),
    ]


def _versions() -> str:
    return f"factcheck {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.system()}"
