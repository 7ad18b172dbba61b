"""The backups of a project: when and why each was made, its size, and what it holds."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTableWidget,
    QWidget,
)

from factcheck.store.backup import Copy
from factcheck.ui.dialogs.form import button_box
from factcheck.ui.dialogs.rows import cell, plain_table
from factcheck.ui.measures import dialog_column
from factcheck.ui.text import tr
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.when import when


class BackupsDialog(QDialog):
    """The backups, the newest first; the chosen one takes the project's place. A damaged project can be rescued too."""

    def __init__(self, said: str, found: Sequence[Copy], damaged: bool, parent: QWidget | None = None) -> None:
        """`said`: why they are shown; `damaged`: whether to offer a rescue beside them."""
        super().__init__(parent)
        self.setWindowTitle(tr("Backups"))
        self.setMinimumSize(720, 340)
        self._found = found
        #: Whether what can be read of the project shall be saved, rather than a backup restored.
        self.rescue_wished = False
        self.rows = _table(found)
        self.rows.itemSelectionChanged.connect(self._look)
        self.rows.doubleClicked.connect(self.accept)
        self._buttons = button_box(self, tr("Restore it"))
        if damaged:
            button = QPushButton(tr("Save what can be read…"))
            button.clicked.connect(self._rescue)
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = dialog_column(self)
        layout.addWidget(PlainText(said))
        layout.addWidget(self.rows, 1)
        layout.addWidget(PlainText(tr("What stands there now is kept under another name."), "muted"))
        layout.addWidget(self._buttons)
        self.rows.setFocus()
        self._look()

    def _look(self) -> None:
        """Only what can be read can be restored."""
        chosen = self._found[self.rows.currentRow()] if self._found else None
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(chosen is not None and chosen.entries is not None)

    def _rescue(self) -> None:
        self.rescue_wished = True
        self.reject()

    def value(self) -> Copy:
        """The backup that was chosen."""
        return self._found[self.rows.currentRow()]


def _table(found: Sequence[Copy]) -> QTableWidget:
    rows = plain_table([tr("Made"), tr("Why"), tr("Size"), tr("Holds")], len(found), stretch=3, numbers=(2,))
    rows.setAccessibleName(tr("Backups"))
    for at, copy in enumerate(found):
        for column, words in enumerate((when(copy.at), copy.why, _size(copy), _holds(copy))):
            rows.setItem(at, column, cell(words, number=column == 2))
    rows.selectRow(0)
    return rows


def _size(copy: Copy) -> str:
    return QLocale().formattedDataSize(copy.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _holds(copy: Copy) -> str:
    if copy.articles is None or copy.claims is None or copy.verdicts is None:
        return tr("cannot be read")
    parts = (tr("%n article(s)", copy.articles), tr("%n claim(s)", copy.claims), tr("%n verdict(s)", copy.verdicts))
    return ", ".join(parts)
