"""The values of a facet to be ticked, several at a time; what is ticked holds at once."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from factcheck.listing import Choice
from factcheck.ui.text import tr
from factcheck.ui.views.cell import isolated

#: Values that are offered at a time; words find the others.
MOST = 100
#: With more values than this there is a line to look for one.
_FEW = 9
_WIDTH, _ROWS = 300, 10
_RAW = int(Qt.ItemDataRole.UserRole)
_MOVES = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
_CLOSE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class ValuesPopup(QFrame):
    """Hangs below a chip until Enter, Escape or a click beside it."""

    #: The raw value that was ticked, or is no longer.
    toggled = Signal(str)
    #: It is about to close.
    left = Signal()

    def __init__(
        self,
        title: str,
        look_up: Callable[[str], Sequence[Choice]],
        chosen: Collection[str],
        name: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        """`look_up` gives the values that have some words, `chosen` are ticked, `name` says what one is called."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", True)
        self.setFixedWidth(_WIDTH)
        self._look_up, self._chosen, self._name = look_up, set(chosen), name
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Find a value"))
        self.line.setAccessibleName(tr("Find a value"))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._nothing = QLabel(tr("No value has these words."))
        self._nothing.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.line, self.list, self._nothing):
            column.addWidget(part)
        self.list.itemChanged.connect(self._ticked)
        self.line.textChanged.connect(self._fill)
        for part in (self.line, self.list):
            part.installEventFilter(self)
        self._fill("")
        self.line.setVisible(self.list.count() > _FEW)

    def open_below(self, widget: QWidget) -> None:
        """Shows itself below a widget, with the keys on the first value."""
        end = widget.width() - _WIDTH if self.isRightToLeft() else 0
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(end, widget.height() + 2)))
        self.show()
        self.list.setFocus()

    def _fill(self, words: str) -> None:
        found = {choice.raw: choice.count for choice in self._look_up(words)}
        missing = {raw: 0 for raw in sorted(self._chosen) if raw not in found and not words.strip()}
        self.list.blockSignals(True)
        self.list.clear()
        for raw, count in (missing | found).items():
            item = QListWidgetItem(tr("{name}  ({count})", name=isolated(self._name(raw)), count=count))
            item.setData(_RAW, raw)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if raw in self._chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        row = self.list.sizeHintForRow(0) if self.list.count() else 0
        self.list.setFixedHeight(min(_ROWS, self.list.count()) * row + 4)
        self.adjustSize()

    def _ticked(self, item: QListWidgetItem) -> None:
        raw = str(item.data(_RAW))
        self._chosen ^= {raw}
        self.toggled.emit(raw)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from the line into the list, letters from the list into the line; Enter and Escape end it."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _CLOSE:
            self.close()
            return True
        if watched is self.line and event.key() in _MOVES:
            self.list.setFocus()
        elif watched is self.list and event.text().strip() and not self.line.isHidden():
            self.line.setFocus()
            self.line.insert(event.text())
            return True
        return super().eventFilter(watched, event)
