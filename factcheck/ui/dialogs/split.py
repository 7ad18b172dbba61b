"""Two facts in one finding are told apart: which passages belong to the other?"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTreeWidgetItem, QWidget

from factcheck.model import Finding
from factcheck.ui.dialogs.form import button_box
from factcheck.ui.dialogs.rows import group, plain_tree
from factcheck.ui.measures import dialog_column
from factcheck.ui.models.reshape import Ref
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import by_itself, tr


class SplitDialog(QDialog):
    """Ticks the passages that become a finding of their own."""

    def __init__(
        self,
        finding: Finding,
        caption: Callable[[str], str],
        chosen: Sequence[Ref] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`caption` tells of the article with an id; `chosen` are ticked at first."""
        super().__init__(parent)
        self.setWindowTitle(tr("Split the finding"))
        asked = QLabel(tr("Tick the passages that are about another fact:"))
        self.tree = plain_tree(tr("Passages by position"))
        self._items: dict[Ref, QTreeWidgetItem] = {}
        for place, position in enumerate(finding.positions):
            top = group(self.tree, by_itself(position.value))
            for index, passage in enumerate(position.passages):
                said = (" ".join(passage.text.split()), caption(passage.article_id))
                item = QTreeWidgetItem(top, ["\n".join(map(by_itself, said))])
                item.setToolTip(0, tooltip(passage.text))
                ticked = (place, index) in chosen
                item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                self._items[place, index] = item
        self.tree.expandAll()
        self.tree.itemChanged.connect(self._changed)
        self._buttons = button_box(self, tr("Split"))
        layout = dialog_column(self)
        for widget in (asked, self.tree, self._buttons):
            layout.addWidget(widget)
        self.resize(560, 360)
        self._changed()

    def chosen(self) -> list[Ref]:
        """(position index, passage index) of all that is ticked."""
        return [ref for ref, item in self._items.items() if item.checkState(0) == Qt.CheckState.Checked]

    def _changed(self) -> None:
        some = 0 < len(self.chosen()) < len(self._items)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(some)
