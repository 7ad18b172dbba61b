"""Starts the window."""

import logging
import signal
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from factcheck import __version__, pseudo, settings
from factcheck.i18n import spoken
from factcheck.paths import resource, user_data
from factcheck.ui import reports, theme
from factcheck.ui.housekeeping import Housekeeping
from factcheck.ui.main_window import MainWindow

_LOG = logging.getLogger("factcheck")


def run(project: Path | None, sample: bool = False) -> int:
    """Shows the window on a project (or the sample, or the one opened last) and returns the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("factcheck")
    app.setApplicationDisplayName("factcheck")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("factcheck")
    app.setWindowIcon(QIcon(str(resource("icons", "factcheck.svg"))))
    _keep_log()
    chosen = settings.load()
    speak(app)
    theme.appearance().choose(chosen.appearance)
    window = MainWindow(chosen)
    _tell_bugs(window)
    window.show()
    Housekeeping(app).begin()
    QTimer.singleShot(0, lambda: _open_first(window, project, sample))
    with _interruptible():
        return app.exec()


def speak(app: QApplication) -> None:
    """Qt's own words, dates, numbers and the direction of reading follow the language of the interface.

    Where the system has that language, dates and numbers are as it writes them.
    """
    language = spoken()
    own = QLocale("en_GB" if language in ("en", *pseudo.CODES) else language)
    known = QLocale.system() if QLocale.system().language() is own.language() else own
    QLocale.setDefault(known)
    app.setLayoutDirection(_direction(language, known))
    words = QTranslator(app)
    if words.load(known, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)


def _direction(language: str, known: QLocale) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if language == pseudo.MIRRORED else known.textDirection()


def _open_first(window: MainWindow, project: Path | None, sample: bool) -> None:
    """The project that was asked for, else the last one, at the very first start the sample; failing that, a choice."""
    known = window.bench.settings.recent
    wanted = project or next((path for path in map(Path, known) if path.is_file()), None)
    if sample or (project is None and not known):
        window.projects.open_sample()
    elif wanted is None or not window.projects.open(wanted):
        window.leave_project()


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


def _keep_log() -> None:
    """A small log of bugs in the user's folder; it holds no text of articles or projects."""
    if not _LOG.handlers:
        handler = RotatingFileHandler(user_data() / "factcheck.log", maxBytes=500_000, backupCount=1, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOG.addHandler(handler)


def _tell_bugs(window: MainWindow) -> None:
    """What nobody expected goes to the log and to a dialog whose report can be copied; the program goes on."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        _LOG.error("unexpected %s", reports.logged(error))
        sys.__excepthook__(kind, error, trace)
        window.broke.emit(error)

    sys.excepthook = told
    threading.excepthook = lambda args: told(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
