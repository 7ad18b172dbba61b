"""What a list is filtered by, as chips: each says what it does and is taken away by a click, Enter or Delete."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr
from factcheck.ui.views.flow import FlowLayout

#: Pixels beyond which a chip's text is cut; its tooltip has all of it.
_WIDEST = 170


class Chips(QWidget):
    """A row of chips that wraps."""

    #: Key of the chip that is to go, "" for all of them.
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = FlowLayout(self)
        self._shown: dict[str, str] = {}
        #: By key, in the order in which they stand.
        self.chips: dict[str, QPushButton] = {}

    def before(self, *widgets: QWidget) -> None:
        """Widgets that stand in the row before the chips."""
        for widget in widgets:
            self._layout.addWidget(widget)

    def show_chips(self, texts: Mapping[str, str]) -> None:
        """These chips, by key. One that had the keys leaves them to the one that takes its place."""
        if dict(texts) == self._shown:
            return
        self._shown = dict(texts)
        focused = next((place for place, chip in enumerate(self.chips.values()) if chip.hasFocus()), -1)
        for chip in self.chips.values():
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {key: self._chip(key, text) for key, text in texts.items()}
        for chip in self.chips.values():
            self._layout.addWidget(chip)
            chip.show()
        self._layout.activate()  # at once, since the Tab key goes by where things are
        if focused >= 0 and self.chips:
            [*self.chips.values()][min(focused, len(self.chips) - 1)].setFocus()

    def _chip(self, key: str, text: str) -> QPushButton:
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
        chip = QPushButton(tr("{what}  ×", what=shown.replace("&", "&&")), self)
        chip.setProperty("chip", True)
        chip.setToolTip(tooltip(tr("{what}\nTake this filter away", what=text)))
        chip.setAccessibleName(tr("Filter {what}: take away", what=text))
        chip.clicked.connect(partial(self.removed.emit, key))
        chip.installEventFilter(self)
        return chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Delete take a chip away, as the space bar does by itself."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _REMOVE:
            assert isinstance(watched, QPushButton)
            watched.click()
            return True
        return super().eventFilter(watched, event)


_REMOVE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
