"""Times for people: in their own zone, with the month in words, so that no reader takes it for the day."""

from PySide6.QtCore import QDate, QDateTime, QLocale

from factcheck import dates
from factcheck.i18n import Catalogue
from factcheck.model import PrintedDate
from factcheck.ui.text import tr


def when(seconds: int) -> str:
    """A time of the model, "22 November 2026, 14:43"; "" for none."""
    if not seconds:
        return ""
    return unbroken(QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), tr("d MMMM yyyy, HH:mm")))


def printed(date: PrintedDate | None, say: Catalogue) -> str:
    """A printed date, without its zone; no line ends within it, unless it stands as it was printed."""
    said = dates.printed(date, say, zone=False)
    return said if date is None or said == date.printed else unbroken(said)


def unbroken(date: str) -> str:
    """A date within which no line ends."""
    return date.replace(" ", "\N{NO-BREAK SPACE}")


def today() -> str:
    """This day, "22 November 2026"."""
    return QLocale().toString(QDate.currentDate(), tr("d MMMM yyyy"))
