"""What lists with a filter bar have in common: the bar's keys, also while the table has them, and what is said when
the filter leaves nothing.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.ui.views.empty_state import EmptyState
from factcheck.ui.views.filter_bar import FilterBar
from factcheck.ui.views.table import RowsTable

B = TypeVar("B", bound=FilterBar[Any])
T = TypeVar("T", bound=RowsTable)


class FilteredList(QWidget, Generic[B, T]):
    """A bar, and below it the rows that pass its filter."""

    def __init__(self, bar: B, table: T, show_all: str, parent: QWidget | None = None) -> None:
        """`show_all`: what the button says that is offered when no row passes."""
        super().__init__(parent)
        self.bar = bar
        self.table = table
        self.filter_field = bar.field
        #: What a letter opens.
        self.menus: dict[int, Callable[[], object]] = {
            Qt.Key.Key_F: bar.choose.showMenu,
            Qt.Key.Key_V: table.choose_columns,
        }
        self.nothing = EmptyState("search", show_all, table.viewport())
        self.nothing.hide()
        self.nothing.button.clicked.connect(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(table, 1)
        self.setFocusProxy(table)
        self.filter_field.returnPressed.connect(table.setFocus)
        table.viewport().installEventFilter(self)

    def clear_filter(self) -> None:
        """Show all rows."""
        raise NotImplementedError

    def say_empty(self, text: str) -> None:
        """What is said while there is no row at all."""
        self.nothing.hide()
        self.table.set_empty(text)

    def say_nothing_fits(self, title: str, hint: str) -> None:
        """What is said while there are rows, all of which the filter hides."""
        self.nothing.say(title, hint)
        self.nothing.show()
        self.table.set_empty("")
        self.table.setAccessibleDescription(f"{title}: {hint}")

    def _show_all(self) -> None:
        self.clear_filter()
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is said of a filter that leaves nothing is as large as the table."""
        if watched is self.table.viewport() and event.type() is QEvent.Type.Resize:
            self.nothing.setGeometry(self.table.viewport().rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the table or the bar left: the keys of the filter."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and self.bar.lift():
            self.table.setFocus()
        elif plain and event.text() == "/":
            self.filter_field.setFocus()
        elif plain and event.key() in self.menus:
            self.menus[event.key()]()
        else:
            super().keyPressEvent(event)
