"""What follows the window's first picture: its parts, and the project that it opens with."""

from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from factcheck import pseudo
from factcheck.i18n import spoken
from factcheck.ui import bugs, theme
from factcheck.ui.housekeeping import Housekeeping
from factcheck.ui.main_window import MainWindow


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
    """Gives the window its parts and a project; what was typed meanwhile was meant for neither."""
    app, deaf = QApplication.instance(), _Deaf(window)
    assert isinstance(app, QApplication)
    app.installEventFilter(deaf)
    Housekeeping(app).begin()
    try:
        bugs.keep_log()
        speak(app)
        theme.appearance().choose(window.chosen.appearance)
        window.furnish()
        bugs.tell(window)
        open_first(window, project, sample)
        app.processEvents()
    finally:
        app.removeEventFilter(deaf)


def open_first(window: MainWindow, project: Path | None, sample: bool) -> None:
    """The project that was asked for, else the last one, at the very first start the sample; failing that, a choice."""
    known = window.bench.settings.recent
    wanted = project or next((path for path in map(Path, known) if path.is_file()), None)
    if sample or (project is None and not known):
        window.projects.open_sample()
    elif wanted is None or not window.projects.open(wanted):
        window.leave_project()
