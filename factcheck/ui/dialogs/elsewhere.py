"""Where else a statement stands, nearly word for word."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.model import Statement
from factcheck.ui.dialogs.form import button_box
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr
from factcheck.ui.views.plain_text import PlainText


@dataclass(frozen=True, slots=True)
class EchoShown:
    """One statement of another article."""

    statement: Statement
    title: str
    #: In percent.
    likeness: int


class ElsewhereDialog(QDialog):
    """The statements, the likest first; the one that is chosen is shown in its article."""

    def __init__(self, asked: str, found: Sequence[EchoShown], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Where else this stands"))
        self.setMinimumSize(720, 320)
        self._found = found
        self.rows = QTableWidget(len(found), 3)
        self.rows.setHorizontalHeaderLabels([tr("Alike"), tr("Article"), tr("Words")])
        for at, one in enumerate(found):
            for column, words in enumerate((f"{one.likeness} %", one.title, one.statement.text)):
                item = QTableWidgetItem(" ".join(words.split()))
                item.setToolTip(tooltip(words))
                self.rows.setItem(at, column, item)
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(PlainText(asked))
        layout.addWidget(self.rows, 1)
        layout.addWidget(button_box(self, tr("Show it")))

    def _dress(self) -> None:
        self.rows.setAccessibleName(tr("Statements that are nearly the same"))
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.setTabKeyNavigation(False)
        self.rows.setShowGrid(False)
        self.rows.verticalHeader().hide()
        self.rows.setColumnWidth(1, 220)
        header = self.rows.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.rows.selectRow(0)
        self.rows.doubleClicked.connect(self.accept)

    def value(self) -> Statement:
        """The statement that was chosen."""
        return self._found[max(0, self.rows.currentRow())].statement
