"""The first rows of a table of statements, and the choice of the column that holds them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from factcheck.importing import Table
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import label_for
from factcheck.ui.views.combo import Choice

_WIDEST = 240


class TablePreview(QWidget):
    """Asks for the column; the rows come later, since they are read anew."""

    column_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = Choice(tr("The statements stand in"))
        self.column.activated.connect(lambda _: self.column_wished.emit(self.column.currentData()))
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("First rows of the table"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.table.horizontalHeader().setMaximumSectionSize(_WIDEST)
        self.table.horizontalHeader().setStretchLastSection(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label_for(tr("The statements stand in"), self.column))
        layout.addWidget(self.column)
        layout.addWidget(self.table)

    def offer(self, columns: tuple[str, ...], chosen: str) -> None:
        """The columns there are; "" for the one that was found out."""
        self.column.clear()
        self.column.addItem(tr("the column that was found"), "")
        for name in columns:
            self.column.addItem(name, name)
        self.column.choose(chosen)
        self.table.hide()

    def show_table(self, table: Table) -> None:
        """The first rows."""
        self.table.setColumnCount(len(table.columns))
        self.table.setRowCount(len(table.rows))
        self.table.setHorizontalHeaderLabels(list(table.columns))
        for at, (_, cells) in enumerate(table.rows):
            for place, cell in enumerate(cells):
                self.table.setItem(at, place, QTableWidgetItem(" ".join(cell.split())[:200]))
        self.table.resizeColumnsToContents()
        rows = sum(self.table.rowHeight(at) for at in range(len(table.rows)))
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + bar + 2)
        self.table.show()
