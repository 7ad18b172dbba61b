"""All keys on one sheet, to read, to print, and to change."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QBrush, QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableWidgetItem, QWidget

from factcheck.ui import theme
from factcheck.ui.dialogs.form import button_box
from factcheck.ui.dialogs.rows import plain_table
from factcheck.ui.measures import dialog_column
from factcheck.ui.sheet import Group
from factcheck.ui.text import tr


class KeysDialog(QDialog):
    """Each key and what it does."""

    print_wished = Signal()

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.rows = plain_table([tr("Key"), tr("What it does")], sum(1 + len(keys) for _, keys in groups), stretch=1)
        self.rows.setAccessibleName(tr("Keys and what they do"))
        row = 0
        for heading, keys in groups:
            self._head(row, heading)
            for place, pair in enumerate(keys, row + 1):
                for column, text in enumerate(pair):
                    self.rows.setItem(place, column, QTableWidgetItem(text))
            row += 1 + len(keys)
        buttons = button_box(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.print, self.change = buttons.addButton(tr("&Print…"), role), buttons.addButton(tr("&Change…"), role)
        self.print.clicked.connect(self.print_wished)
        self.change.clicked.connect(self.accept)
        for button in (self.print, self.change):
            button.setAutoDefault(False)  # Return closes the sheet
        layout = dialog_column(self)
        layout.addWidget(self.rows, 1)
        layout.addWidget(buttons)
        self.resize(560, 640)

    def _head(self, row: int, heading: str) -> None:
        item = QTableWidgetItem(heading)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        item.setForeground(QBrush(theme.current().colour("muted")))
        self.rows.setItem(row, 0, item)
        self.rows.setSpan(row, 0, 1, 2)
