"""What a list is filtered by, as chips: each says what it does. A click or Enter takes it away, or opens what hangs
below it; Delete takes it away.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from factcheck.ui import measures
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr
from factcheck.ui.views.flow import FlowLayout

#: Pixels beyond which a chip's text is cut; its tooltip has all of it.
_WIDEST = 170


class Chips(QWidget):
    """A row of chips that wraps."""

    #: Key of the chip that is to go, "" for all of them.
    removed = Signal(str)
    #: Key of the chip below which something is to open.
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None, drop: bool = False) -> None:
        """`drop`: something hangs below each chip but the one for all."""
        super().__init__(parent)
        self._drop = drop
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
        self._hold_rows()
        self._layout.activate()  # at once, since the Tab key goes by where things are
        if focused >= 0 and self.chips:
            [*self.chips.values()][min(focused, len(self.chips) - 1)].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._hold_rows()
        super().resizeEvent(event)

    def _hold_rows(self) -> None:
        """All rows are seen, however low what the chips stand in is made: splitters know nothing of wrapping."""
        self.setMinimumHeight(self._layout.heightForWidth(self.width()))

    def _chip(self, key: str, text: str) -> QPushButton:
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
        drops = self._drop and bool(key)
        words = shown.replace("&", "&&")
        chip = _Dropping(words, self) if drops else QPushButton(tr("{what}  ×", what=words), self)
        chip.setProperty("chip", True)
        chip.setProperty("chip-key", key)
        if drops:
            chip.setToolTip(tooltip(tr("{what}\nEnter changes this filter, Delete takes it away", what=text)))
            chip.setAccessibleName(tr("Filter {what}: change", what=text))
        elif key:
            chip.setToolTip(tooltip(tr("{what}\nTake this filter away", what=text)))
            chip.setAccessibleName(tr("Filter {what}: take away", what=text))
        chip.clicked.connect(partial((self.opened if drops else self.removed).emit, key))
        chip.installEventFilter(self)
        return chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter is a click, as the space bar is by itself; Delete takes a chip away."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        assert isinstance(watched, QPushButton)
        if event.key() in _CLICK:
            watched.click()
        elif event.key() in _REMOVE:
            self.removed.emit(watched.property("chip-key"))
        return event.key() in _CLICK | _REMOVE


class _Dropping(QPushButton):
    """A chip with the sign of buttons below which a menu opens; below this one something else does."""

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.features |= QStyleOptionButton.ButtonFeature.HasMenu

    def sizeHint(self) -> QSize:
        room = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator, None, self)
        return super().sizeHint() + QSize(room + measures.NEAR, 0)


_CLICK = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_REMOVE = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
