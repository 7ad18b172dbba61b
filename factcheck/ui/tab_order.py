"""The Tab key goes through the window as it is read: row by row, whenever its parts were made.

Qt goes in the order in which widgets were made, so that cards and buttons that come and go would all be last.
"""

from collections.abc import Iterator
from functools import cmp_to_key

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def step(window: QWidget, forwards: bool) -> QWidget | None:
    """What takes the keys after what has them now, or before it; behind the last comes the first."""
    stops = list(_stops(window))
    if not stops:
        return None
    focused = QApplication.focusWidget()
    if focused in stops:
        return stops[(stops.index(focused) + (1 if forwards else -1)) % len(stops)]
    inside = [stop for stop in stops if focused and focused.isAncestorOf(stop)]
    return (inside or stops)[0 if forwards else -1]


def reveal(widget: QWidget) -> None:
    """Scrolls to what has the keys; Qt does so only where they were in what scrolls before."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 12)
        above = above.parentWidget()


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """The widgets below one at which the Tab key stops, in reading order."""
    inner = [child for child in widget.children() if isinstance(child, QWidget)]
    seen = [child for child in inner if child.isVisible() and not child.isWindow()]
    for child in sorted(seen, key=cmp_to_key(_compared)):
        wanted = Qt.FocusPolicy.TabFocus
        if child.focusPolicy() & wanted == wanted and child.isEnabled() and child.focusProxy() is None:
            yield child
        yield from _stops(child)


def _compared(one: QWidget, other: QWidget) -> int:
    """Rows from the top; in a row from its start."""
    a, b = one.geometry(), other.geometry()
    if a.bottom() < b.top() or b.bottom() < a.top():
        return a.top() - b.top()
    return b.right() - a.right() if one.isRightToLeft() else a.left() - b.left()
