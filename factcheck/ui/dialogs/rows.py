"""Short tables and lists to read in a dialog: rows to choose from, headings over the beginning of what they head."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from factcheck.ui.measures import sized


def plain_table(headings: Sequence[str], rows: int, stretch: int, numbers: Sequence[int] = ()) -> QTableWidget:
    """A table of so many rows; the column `stretch` takes the room that is left, `numbers` end below one another."""
    table = QTableWidget(rows, len(headings))
    for column, heading in enumerate(headings):
        table.setHorizontalHeaderItem(column, cell(heading, column in numbers))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    for column in range(len(headings)):
        how = QHeaderView.ResizeMode.Stretch if column == stretch else QHeaderView.ResizeMode.ResizeToContents
        header.setSectionResizeMode(column, how)
    return table


def plain_tree(name: str) -> QTreeWidget:
    """Things below what they belong to (`group`), all in view; `name` is what a screen reader calls it."""
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setItemsExpandable(False)
    tree.setAccessibleName(name)
    tree.ensurePolished()  # else rows keep the height that they have without the style sheet
    return tree


def group(tree: QTreeWidget, name: str) -> QTreeWidgetItem:
    """What others stand below in a tree."""
    made = QTreeWidgetItem(tree, [name])
    made.setFont(0, sized(tree.font(), 1, bold=True))
    return made


def plain_list(name: str) -> QListWidget:
    """A list of lines; `name` is what a screen reader calls it."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.ensurePolished()  # else rows keep the height that they have without the style sheet
    return made


def wrapped_list(name: str) -> QListWidget:
    """A list of sentences, on as many lines as they need; `name` is what a screen reader calls it."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setSpacing(2)
    made.setProperty("wrapped", True)
    return made


def cell(text: str, number: bool = False) -> QTableWidgetItem:
    """A cell or a heading; numbers stand at the end of their column."""
    made = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignTrailing if number else Qt.AlignmentFlag.AlignLeading
    made.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return made
