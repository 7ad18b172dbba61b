"""All steps, the newest first, to go back to before any of them or to bring undone ones back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableWidgetItem,
    QWidget,
)

from factcheck.ui import theme
from factcheck.ui.dialogs.form import button_box
from factcheck.ui.dialogs.rows import plain_table
from factcheck.ui.measures import dialog_column
from factcheck.ui.models.findings_model import capital
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step as it is called, and when it was done."""

    name: str
    when: str


class HistoryDialog(QDialog):
    """Undone steps on top, in quieter letters; below them what was done. The chosen row is the last that stays done."""

    def __init__(
        self, done: Sequence[StepShown], undone: Sequence[StepShown], more: bool, parent: QWidget | None = None
    ) -> None:
        """`done` newest first, `undone` beginning with what redo would bring back; `more`: older ones are left out."""
        super().__init__(parent)
        self.setWindowTitle(tr("History"))
        self.setMinimumSize(680, 460)
        self._undone = len(undone)
        rows = [*reversed(undone), *done, StepShown(tr("Earlier steps") if more else tr("The empty project"), "")]
        self.rows = plain_table([tr("When"), tr("Step")], len(rows), stretch=1)
        self.rows.setAccessibleName(tr("Steps, the newest first"))
        self.rows.doubleClicked.connect(self.accept)
        for place, step in enumerate(rows):
            self._add(place, step)
        self.hint = QLabel()
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setProperty("muted", True)
        buttons = button_box(self, tr("Go there"))
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        layout = dialog_column(self)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.hint)
        layout.addWidget(buttons)
        self._more = more
        self.rows.currentCellChanged.connect(lambda *_: self._look())
        self.rows.setCurrentCell(self._undone, 1)
        self._look()

    def _add(self, place: int, step: StepShown) -> None:
        font = QFont(self.font())
        font.setBold(place == self._undone)
        for column, words in enumerate((step.when, capital(step.name))):
            item = QTableWidgetItem(words)
            item.setFont(font)
            item.setToolTip(tooltip(words))
            if place < self._undone:
                item.setForeground(QBrush(theme.current().colour("muted")))
            self.rows.setItem(place, column, item)

    def _look(self) -> None:
        steps = self.value()
        if steps > 0:
            said = tr("%n step(s) will be undone.", steps)
        elif steps < 0:
            said = tr("%n step(s) will be brought back.", -steps)
        else:
            said = tr("This is how it stands now.")
        self.hint.setText(said)
        self.ok.setEnabled(steps != 0)

    def value(self) -> int:
        """How many steps are to be undone; below 0, how many are to be brought back."""
        return max(0, self.rows.currentRow()) - self._undone

    def accept(self) -> None:
        if self.value():
            super().accept()
