"""The bar over a table: words to filter by, choices, and how many rows are shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from factcheck.ui import measures
from factcheck.ui.icons import icon
from factcheck.ui.text import tr
from factcheck.ui.views.placeholder import leave_room

#: Wider than this a field for a word or two looks lost.
_WIDEST = 360


class FilterBar(QWidget):
    """Stands over a table; what a change of it means is the table's affair."""

    def __init__(self, name: str, choices: Sequence[QComboBox], parent: QWidget | None = None) -> None:
        """`name` says what is filtered: "Filter claims"."""
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setMaximumWidth(max(_WIDEST, leave_room(self.field, icons=1)))
        self._count = QLabel()
        self._count.setProperty("muted", True)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(*measures.BAR)
        bar.setSpacing(8)
        bar.addWidget(self.field, 3)
        for choice in choices:
            bar.addWidget(choice)
        bar.addStretch(1)
        bar.addWidget(self._count)

    def tell(self, shown: int, total: int, all_of_them: str) -> None:
        """How many rows there are, "9 claims", or how many of them are shown."""
        self._count.setText(all_of_them if shown == total else tr("{shown} of {all}", shown=shown, all=all_of_them))

    def over(self, table: QWidget, whole: QWidget) -> None:
        """Lays itself out over its table."""
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self)
        layout.addWidget(table)
        whole.setFocusProxy(table)
