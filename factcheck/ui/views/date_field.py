"""A line for a day: typed as one likes, or chosen in a calendar."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from factcheck import dates
from factcheck.ui.icons import icon
from factcheck.ui.text import tr
from factcheck.ui.views.field import LineField
from factcheck.ui.views.placeholder import leave_room

_ALT_DOWN = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down)


class DateField(LineField):
    """Text that is a day, mostly; a calendar writes it as 2026-03-12."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = add_calendar(self, self._take)
        leave_room(self, icons=1)

    def _take(self, day: str) -> None:
        if not self.isReadOnly():
            self.setText(day)
            self.flush()


def add_calendar(line: QLineEdit, take: Callable[[str], object]) -> QAction:
    """Makes a line one for days: a calendar opens by its sign, or by Alt+Down."""
    line.setPlaceholderText(tr("YYYY-MM-DD"))
    choose = line.addAction(icon("chevron-small", "muted"), QLineEdit.ActionPosition.TrailingPosition)
    choose.setToolTip(tr("Choose a day (Alt+Down)"))
    choose.triggered.connect(lambda: calendar(line, take).popup(line.mapToGlobal(line.rect().bottomLeft())))
    line.installEventFilter(_AltDown(choose))
    return choose


class _AltDown(QObject):
    """Alt+Down triggers an action, whatever the window does with it elsewhere."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action)
        self._action = action

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Takes the key before it is taken for one of the window's."""
        if not isinstance(event, QKeyEvent) or event.keyCombination() != _ALT_DOWN:
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._action.trigger()
        event.accept()
        return True


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
    menu.aboutToShow.connect(shown.setFocus)
    return menu
