"""What follows the window's first picture: its parts, and the project that it opens with."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from factcheck import pseudo
from factcheck.errors import FactCheckError
from factcheck.i18n import spoken
from factcheck.ui import theme
from factcheck.ui.housekeeping import Housekeeping
from factcheck.ui.main_window import MainWindow
from factcheck.ui.opened import Opened, opened


class _Deaf(QObject):
    """Keys and clicks go nowhere while a window has nothing to take them, unless a dialog asks for them."""

    _HEARD = frozenset(
        {
            QEvent.Type.KeyPress,
            QEvent.Type.KeyRelease,
            QEvent.Type.Shortcut,
            QEvent.Type.ShortcutOverride,
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
            QEvent.Type.Wheel,
        }
    )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() in self._HEARD and QApplication.activeModalWidget() is None


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


def begin(window: MainWindow, project: Path | None, sample: bool) -> None:
    """Gives the window its project, which is seen first, and its parts; what was typed meanwhile was for neither."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Housekeeping(app).begin()
    speak(app)
    theme.appearance().choose(window.chosen.appearance)
    known = show_first(window, project, sample)
    _settle(window)
    app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)  # it is on the screen
    deaf = _Deaf(window)
    app.installEventFilter(deaf)
    try:
        complete(window, project, sample, known)
        _settle(window)
        app.processEvents()
    finally:
        app.removeEventFilter(deaf)
    if window.leaving:
        window.close()


def _settle(window: MainWindow) -> None:
    """Everything takes its place before it is seen: styles ask for room, and what gets less then asks once more."""
    window.setUpdatesEnabled(False)
    for _ in range(2):
        QApplication.sendPostedEvents()
    window.setUpdatesEnabled(True)


def complete(window: MainWindow, project: Path | None, sample: bool, known: Opened | None) -> None:
    """All else that the window has, and what is done with a project that is open."""
    from factcheck.store import transaction
    from factcheck.ui import bugs

    transaction.library()  # so that the first edit does not wait for it
    bugs.keep_log()
    window.furnish()
    bugs.tell(window)
    open_first(window, project, sample, known)


def show_first(window: MainWindow, project: Path | None, sample: bool) -> Opened | None:
    """Shows what the window opens with before it has all its parts; what stands in the way is told when it has them."""
    front, wanted = window.make_front(), _wanted(window, project)
    if sample or wanted is None:
        return None
    try:
        session, why = opened(wanted, window.chosen.who)
    except FactCheckError:
        return None
    with suppress(FactCheckError):
        front.show(session)
    return session, why


def open_first(window: MainWindow, project: Path | None, sample: bool, known: Opened | None = None) -> None:
    """The project that was asked for, else the last one, at the very first start the sample; failing that, a choice.

    `known`: it is open already.
    """
    wanted = _wanted(window, project)
    if sample or (project is None and not window.chosen.recent):
        window.projects.open_sample()
    elif wanted is None or not window.projects.open(wanted, known):
        window.leave_project()


def _wanted(window: MainWindow, project: Path | None) -> Path | None:
    return project or next((path for path in map(Path, window.bench.settings.recent) if path.is_file()), None)
