"""Times for people: in their own zone, as their language writes them."""

from PySide6.QtCore import QDateTime, QLocale


def when(seconds: int) -> str:
    """A time of the model, as short as the language allows; "" for none."""
    if not seconds:
        return ""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), QLocale.FormatType.ShortFormat)
