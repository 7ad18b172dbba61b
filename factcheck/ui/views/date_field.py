"""A line for a day: typed as one likes, or chosen in a calendar."""

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from factcheck import dates
from factcheck.ui.icons import icon
from factcheck.ui.text import tr
from factcheck.ui.views.field import LineField
from factcheck.ui.views.placeholder import leave_room


class DateField(LineField):
    """Text that is a day, mostly; a calendar writes it as 2026-03-12."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("YYYY-MM-DD"))
        leave_room(self, icons=1)
        self.choose = self.addAction(icon("chevron-small", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self.choose.setToolTip(tr("Choose a day"))
        self.choose.triggered.connect(lambda: self.calendar().popup(self.mapToGlobal(self.rect().bottomLeft())))

    def calendar(self) -> QMenu:
        """The calendar, at the day that is written or at today."""
        return calendar(self, self._take)

    def _take(self, day: str) -> None:
        if not self.isReadOnly():
            self.setText(day)
            self.flush()


def calendar(line: QLineEdit, take: Callable[[str], object]) -> QMenu:
    """A calendar at the day that is written in a line, or at today; `take` is given the day that is chosen."""
    menu, holder = QMenu(line), QWidgetAction(line)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    shown = QCalendarWidget()
    shown.setAccessibleName(tr("Choose a day"))
    if day := dates.typed_day(line.text()):
        shown.setSelectedDate(QDate(day.year, day.month, day.day))

    def chosen(day: QDate) -> None:
        menu.close()
        take(day.toString(Qt.DateFormat.ISODate))

    shown.activated.connect(chosen)
    shown.clicked.connect(chosen)
    holder.setDefaultWidget(shown)
    menu.addAction(holder)
    return menu
