"""Where else a statement stands, nearly word for word."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QWidget,
)

from factcheck.model import Statement
from factcheck.ui.dialogs.form import button_box
from factcheck.ui.dialogs.rows import cell, plain_table
from factcheck.ui.measures import dialog_column
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import by_itself, tr
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
        self.rows = plain_table([tr("Alike"), tr("Article"), tr("Words")], len(found), stretch=2, numbers=(0,))
        for at, one in enumerate(found):
            for column, words in enumerate((f"{one.likeness} %", one.title, one.statement.text)):
                item = cell(by_itself(" ".join(words.split())), number=column == 0)
                item.setToolTip(tooltip(words))
                self.rows.setItem(at, column, item)
        self._dress()
        layout = dialog_column(self)
        layout.addWidget(PlainText(asked))
        layout.addWidget(self.rows, 1)
        layout.addWidget(button_box(self, tr("Show it")))

    def _dress(self) -> None:
        self.rows.setAccessibleName(tr("Statements that are nearly the same"))
        self.rows.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        self.rows.setColumnWidth(1, 220)
        self.rows.selectRow(0)
        self.rows.doubleClicked.connect(self.accept)

    def value(self) -> Statement:
        """The statement that was chosen."""
        return self._found[max(0, self.rows.currentRow())].statement
