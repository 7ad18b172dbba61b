"""Times for people: in their own zone, with the month in words, so that no reader takes it for the day."""

from PySide6.QtCore import QDate, QDateTime, QLocale

from factcheck.ui.text import tr


def when(seconds: int) -> str:
    """A time of the model, "22 November 2026, 14:43"; "" for none."""
    if not seconds:
        return ""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), tr("d MMMM yyyy, HH:mm"))


def today() -> str:
    """This day, "22 November 2026"."""
    return QLocale().toString(QDate.currentDate(), tr("d MMMM yyyy"))
