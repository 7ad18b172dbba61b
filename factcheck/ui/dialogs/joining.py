"""A claim is merged with another, or taken apart: the other is chosen, or what goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidgetItem,
    QTreeWidgetItem,
    QWidget,
)

from factcheck.ui.dialogs.form import button_box, typed
from factcheck.ui.dialogs.rows import group, plain_list, plain_tree
from factcheck.ui.measures import dialog_column
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import label_for
from factcheck.ui.views.plain_text import PlainText


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be chosen: a claim, or a part of one."""

    id: str
    text: str


class MergeDialog(QDialog):
    """Which claim goes into the one that is kept?"""

    def __init__(self, kept: str, search: Callable[[str], Sequence[Offer]], parent: QWidget | None = None) -> None:
        """`kept` is what the claim is called that all goes to; `search` gives some others that have these words."""
        super().__init__(parent)
        self.setWindowTitle(tr("Merge claims"))
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(tr("Filter by number or words"))
        self.filter.setAccessibleName(tr("Filter by number or words"))
        self.list = plain_list(tr("Claims"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # what is too long ends in dots
        self._search = search
        self._buttons = button_box(self, tr("Merge"))
        told = tr("Its appearances and evidence go here; what both have stands once. It is withdrawn then.")
        layout = dialog_column(self)
        layout.addWidget(PlainText(tr("Which claim says the same as this one? {claim}", claim=kept)))
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(PlainText(told, "muted"))
        layout.addWidget(self._buttons)
        self.resize(600, 420)
        self.filter.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(lambda *_: self._look())
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.filter.setFocus()
        self._narrow("")

    def _narrow(self, text: str) -> None:
        self.list.clear()
        for offer in self._search(text):
            item = QListWidgetItem(" ".join(offer.text.split()), self.list)
            item.setData(Qt.ItemDataRole.UserRole, offer.id)
            item.setToolTip(tooltip(offer.text))
        self.list.setCurrentRow(0 if text.strip() else -1)
        self._look()

    def _look(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.value()))

    def value(self) -> str:
        """Id of the claim that was chosen; "" for none."""
        row = self.list.currentRow()
        return str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""


class SplitClaimDialog(QDialog):
    """Ticks the appearances and the evidence that go to a claim of their own."""

    def __init__(self, places: Sequence[Offer], evidence: Sequence[Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Split the claim"))
        self.tree = plain_tree(tr("Appearances and evidence"))
        self._places = self._branch(tr("Appearances"), places)
        self._evidence = self._branch(tr("Evidence"), evidence) if evidence else {}
        self.tree.expandAll()
        self.wording = QLineEdit()
        self.wording.setAccessibleName(tr("Wording of the new claim"))
        self.wording.setPlaceholderText(tr("As in the first appearance that goes"))
        self._buttons = button_box(self, tr("Split"))
        layout = dialog_column(self)
        layout.addWidget(PlainText(tr("Tick what is about another claim; one appearance stays.")))
        layout.addWidget(self.tree, 1)
        layout.addWidget(label_for(tr("Wording of the new claim"), self.wording))
        layout.addWidget(self.wording)
        layout.addWidget(self._buttons)
        self.resize(600, 420)
        self.tree.itemChanged.connect(lambda *_: self._look())
        self._look()

    def _branch(self, name: str, offers: Sequence[Offer]) -> dict[str, QTreeWidgetItem]:
        top, items = group(self.tree, name), {}
        for offer in offers:
            item = items[offer.id] = QTreeWidgetItem(top, [" ".join(offer.text.split())])
            item.setToolTip(0, tooltip(offer.text))
            item.setCheckState(0, Qt.CheckState.Unchecked)
        return items

    def _look(self) -> None:
        some = 0 < len(_ticked(self._places)) < len(self._places)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(some)

    def tick(self, *ids: str) -> None:
        """Choose these as well."""
        for id in ids:
            (self._places | self._evidence)[id].setCheckState(0, Qt.CheckState.Checked)

    def value(self) -> tuple[list[str], str]:
        """Ids of what goes, and how the new claim is worded; "" for as it stands there."""
        return _ticked(self._places) + _ticked(self._evidence), typed(self.wording)


def _ticked(items: dict[str, QTreeWidgetItem]) -> list[str]:
    return [id for id, item in items.items() if item.checkState(0) == Qt.CheckState.Checked]
