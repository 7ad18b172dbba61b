"""A table of claims that can be edited in place."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from factcheck.i18n import Catalogue
from factcheck.ui.models.rows import ROW, RowsModel
from factcheck.ui.views import cell_editors
from factcheck.ui.views.cell import CellDelegate, Index
from factcheck.ui.views.combo import Choice
from factcheck.ui.views.grouped_table import GroupedTable, HeadedDelegate

#: Pixels that an editor has at least, however narrow its column is, where they are in view behind the column's start.
_LEAST = 170
_COMMIT = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class EditingDelegate(HeadedDelegate):
    """Draws rows and headings, and edits cells. What was typed is told; who keeps it is another's affair."""

    #: Id of the claim, key of the column, and the new value.
    edited = Signal(str, str, object)
    #: Why what was typed is not taken.
    refused = Signal(str)

    def __init__(self, table: "EditableTable", inner: CellDelegate, count: Callable[[int], str]) -> None:
        super().__init__(table, inner, count)
        self._grid = table
        #: The editor that is open.
        self.editor: QWidget | None = None
        self._index = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if QStyle.StateFlag.State_HasFocus in option.state and self._grid.can_edit(index):
            painter.setPen(QPen(option.palette.highlightedText().color(), 1, Qt.PenStyle.DotLine))
            painter.drawRect(option.rect.adjusted(2, 3, -3, -4))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._grid.column(index)
        self.editor = cell_editors.made(column.key, column.title, parent, self._grid.catalogue, self._grid.known)
        self._index = QPersistentModelIndex(index)
        if isinstance(self.editor, Choice):
            self.editor.activated.connect(partial(self._chosen, self.editor))
            QTimer.singleShot(0, self.editor, self.editor.showPopup)
        return self.editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = None
        super().destroyEditor(editor, index)

    def _chosen(self, editor: QWidget, _place: int = 0) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        cell_editors.fill(editor, self._grid.column(index).key, index.data(ROW).claim)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        key, claim = self._grid.column(index).key, index.data(ROW).claim
        if why := cell_editors.problem(editor, key, claim):
            self.refused.emit(why)
        elif (value := cell_editors.read(editor)) != getattr(claim, key):
            self.edited.emit(claim.id, key, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place, whole = option.rect, self._grid.viewport().rect()
        room = min(_LEAST, whole.right() - place.left() + 1)
        place.setWidth(max(place.width(), room, min(editor.minimumSizeHint().width(), whole.width())))
        if place.right() > whole.right():
            place.moveRight(whole.right())
        editor.setGeometry(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What cannot be taken stays open, to be mended; Escape leaves all as it was."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _COMMIT:
            assert isinstance(watched, QWidget)
            why = cell_editors.problem(watched, self._grid.column(self._index).key, self._index.data(ROW).claim)
            if why:
                self.refused.emit(why)
                return True
        return super().eventFilter(watched, event)


class EditableTable(GroupedTable):
    """Claims of which some cells can be edited: F2 or a double click, Enter to keep it, Escape to leave it."""

    edited = Signal(str, str, object)
    refused = Signal(str)

    def __init__(self, model: RowsModel[Any], catalogue: Catalogue, count: Callable[[int], str]) -> None:
        self.catalogue = catalogue
        #: What other claims have in a field, by its name.
        self.known: cell_editors.Known = lambda _field: ()
        self.read_only = False
        self._delegates: list[EditingDelegate] = []
        self._waiting: list[Callable[[], object]] = []
        super().__init__(model, count)
        self.keys[Qt.Key.Key_F2] = self.edit_current

    def _delegate(self, inner: CellDelegate) -> HeadedDelegate:
        made = EditingDelegate(self, inner, self._count)
        made.edited.connect(self.edited)
        made.refused.connect(self.refused)
        self._delegates.append(made)
        return made

    def column(self, index: Index) -> Any:
        """The column of a cell."""
        return self._rows_model.columns[index.column()]

    def can_edit(self, index: Index) -> bool:
        """Whether a cell can be edited."""
        return not self.read_only and Qt.ItemFlag.ItemIsEditable in self._rows_model.flags(index)

    def edit_current(self) -> None:
        """Edits the current cell; where it cannot be, the first of its row that can."""
        at, head = self.currentIndex(), self.horizontalHeader()
        places = [head.logicalIndex(place) for place in range(head.count())]
        cells = [at, *(at.siblingAtColumn(place) for place in places if not head.isSectionHidden(place))]
        cell = next(filter(self.can_edit, cells), None)
        if cell is not None:
            self.setCurrentIndex(cell)
            self.scrollTo(cell)  # one that was current before is not gone to
            self.edit(cell)

    def _double_clicked(self, index: QModelIndex) -> None:
        if self.can_edit(index):
            self.edit(index)
        else:
            super()._double_clicked(index)

    def editing(self) -> bool:
        """Whether a cell is being edited."""
        return self.state() is QAbstractItemView.State.EditingState

    def when_edited(self, then: Callable[[], object]) -> None:
        """Does something as soon as no cell is being edited."""
        if self.editing():
            self._waiting = [*(other for other in self._waiting if other != then), then]
        else:
            then()

    def finish_editing(self) -> None:
        """Keeps what was typed in a cell, as if Enter had been pressed."""
        editor = next((delegate.editor for delegate in self._delegates if delegate.editor), None)
        if editor and self.editing():
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that ends an edit does not open the claim as well."""
        if self.editing():
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is being edited stays in view."""
        super().resizeEvent(event)
        if self.editing():
            self.scrollTo(self.currentIndex())
            self.updateEditorGeometries()

    def arrange(self, **changes: Any) -> None:
        """What is being edited is kept first."""
        self.finish_editing()
        super().arrange(**changes)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The keys come back to the row; what waited for that is done."""
        left = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, left.RevertModelCache if hint is left.RevertModelCache else left.NoHint)
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()
