"""Claims from a table: which column is what, and what would come of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QWidget

from factcheck import bulk
from factcheck.bulk import Planned, Planning
from factcheck.ui.dialogs.form import FormDialog, choice
from factcheck.ui.dialogs.rows import cell
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr
from factcheck.ui.views.plain_text import PlainText

#: Rows that are shown.
_SHOWN = 8
_WIDEST = 320


class ClaimsDialog(FormDialog):
    """A column for each field of a claim, and below it the first rows as they would come in."""

    def __init__(self, name: str, planning: Planning, parent: QWidget | None = None) -> None:
        super().__init__(tr("Claims from “{name}”", name=name), tr("Make the claims"), parent)
        self._planning, table = planning, planning.table
        self.rows: list[Planned] = []
        self.columns: dict[str, QComboBox] = {}
        guessed = bulk.guessed(table)
        words = {"": tr("(none)"), **{column: column for column in table.columns}}
        self.preview, self.summary = QTableWidget(), PlainText("", "muted")
        for field, label in _labels().items():
            self.columns[field] = choice(words, guessed.get(field, ""))
            self.add(label, self.columns[field])
        self._add_preview()
        self.look()

    def _add_preview(self) -> None:
        self.preview.setAccessibleName(tr("The first rows, as they would come in"))
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setTabKeyNavigation(False)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.preview.horizontalHeader().setDefaultAlignment(start)
        self.preview.horizontalHeader().setStretchLastSection(True)
        self.preview.setWordWrap(False)
        self.preview.setShowGrid(False)
        self.preview.verticalHeader().hide()
        self.preview.setMinimumHeight(200)
        self.setMinimumWidth(680)
        self.form.addRow(self.preview)
        self.form.addRow(self.summary)

    def problem(self) -> str:
        """Plans anew as well: what is wrong can be told only from the rows."""
        chosen = self._chosen()
        self.rows = self._planning.rows(chosen) if "wording" in chosen else []
        self._show(chosen)
        if "wording" not in chosen:
            return tr("Choose the column that holds the claims.")
        return (
            "" if any(not row.problem for row in self.rows) else tr("No row gives a claim that is not there already.")
        )

    def _chosen(self) -> dict[str, str]:
        return {field: column for field, box in self.columns.items() if (column := str(box.currentData()))}

    def _show(self, chosen: Mapping[str, str]) -> None:
        labels = _labels()
        heads = [tr("Row"), tr("Left out"), *(labels[field] for field in chosen)]
        self.preview.clear()
        self.preview.setColumnCount(len(heads))
        self.preview.setHorizontalHeaderLabels(heads)
        self.preview.setHorizontalHeaderItem(0, cell(heads[0], number=True))
        shown = self.rows[:_SHOWN]
        self.preview.setRowCount(len(shown))
        for at, row in enumerate(shown):
            self._show_row(at, [str(row.row), row.problem, *(row.fields.get(field, "") for field in chosen)])
        self.preview.resizeColumnsToContents()
        for column in range(len(heads)):
            self.preview.setColumnWidth(column, min(self.preview.columnWidth(column), _WIDEST))
        self.preview.setColumnHidden(1, not any(row.problem for row in self.rows))
        out = sum(bool(row.problem) for row in self.rows)
        made = tr("%n claim(s) will be made.", len(self.rows) - out)
        self.summary.set_text(f"{made} {tr('%n row(s) (is|are) left out.', out)}" if out else made)

    def _show_row(self, at: int, cells: Sequence[str]) -> None:
        for column, words in enumerate(cells):
            item = cell(" ".join(words.split()), number=column == 0)
            item.setToolTip(tooltip(words) if len(words) < 1000 else "")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.preview.setItem(at, column, item)

    def value(self) -> list[Planned]:
        """All rows, as planned."""
        return self.rows


def _labels() -> dict[str, str]:
    return {
        "wording": tr("Wording"),
        "claimant": tr("Claimant"),
        "role": tr("Role"),
        "date": tr("Date"),
        "place": tr("Place"),
        "topic": tr("Topic"),
        "deadline": tr("Deadline"),
        "assignee": tr("Assigned to"),
        "url": tr("Address"),
    }
