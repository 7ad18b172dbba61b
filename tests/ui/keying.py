"""What keys alone can do in a window or dialog: where Tab leads, what shows the focus, which letters are marked."""

from collections import Counter
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QGroupBox, QLabel, QMenu, QTabBar, QWidget

from factcheck.ui import tab_order, theme
from tests.ui.walking import called, shown, stops

#: What the focus must stand out by (WCAG 2, non-text contrast), and in how many pixels at least.
_SEEN, _PIXELS = 3.0, 40


def led(root: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab leads from the first stop until it comes back, or to where it was before."""
    first = next(stops(root), None)
    if first is None:
        return []
    first.setFocus(Qt.FocusReason.TabFocusReason)
    there: list[QWidget] = []
    at = QApplication.focusWidget()
    while at is not None and at not in there and len(there) < 300:
        there.append(at)
        QTest.keyClick(at, key)
        at = QApplication.focusWidget()
    return there


def misled(root: QWidget) -> list[str]:
    """What Tab does not reach, where it is caught, and where it leads against the order of reading."""
    led(root)  # what comes to be seen once the keys were in a list is there from now on
    there = led(root)
    wanted = set(stops(root))
    found = [f"not reached: {called(one)}" for one in wanted - set(there)]
    found += [f"no stop, but reached: {called(one)}" for one in there if one not in wanted]
    back = led(root, Qt.Key.Key_Backtab)
    if wanted and set(back) != set(there):
        found.append(f"Shift+Tab leads elsewhere: {[called(one) for one in set(back) ^ set(there)]}")
    against = list(_against_reading(there))
    return found + (against if len(against) > 1 else [])  # once, from the end to the beginning


def _against_reading(there: list[QWidget]) -> Iterator[str]:
    """Rows go down and run from start to end, of the parts of whatever both stand in."""
    for one, other in zip(there, there[1:] + there[:1], strict=True):
        parts = _side_by_side(one, other)
        if parts is not None and _before(parts[1], parts[0]):
            yield f"{called(other)} is read before {called(one)}"


def _side_by_side(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget] | None:
    """The parts in which these stand of the smallest thing that holds both; None if one holds the other."""
    above, beside = _ancestry(one), _ancestry(other)
    both = [(a, b) for a, b in zip(above, beside, strict=False) if a is not b]
    return both[0] if both else None


def _ancestry(widget: QWidget) -> list[QWidget]:
    """From its window down to it."""
    found = [widget]
    while not found[0].isWindow() and (parent := found[0].parentWidget()) is not None:
        found.insert(0, parent)
    return found


def _before(one: QWidget, other: QWidget) -> bool:
    a, b = one.geometry(), other.geometry()
    if a.bottom() < b.top() or b.bottom() < a.top():
        return a.bottom() < b.top()
    return a.left() > b.left() if one.isRightToLeft() else a.left() < b.left()


def unseen(root: QWidget, looked_at: set[QWidget]) -> list[str]:
    """Stops at which one does not see that they have the keys, of those that nobody has looked at yet."""
    found = []
    assert QApplication.activeWindow() is root
    for widget in [one for one in stops(root) if one not in looked_at]:
        looked_at.add(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        tab_order.reveal(widget)
        focused = _picture(root, widget)
        widget.clearFocus()
        pixels = _apart(focused, _picture(root, widget))
        if pixels < _PIXELS:
            found.append(f"{called(widget)}: the focus is seen in {pixels} pixels")
    return found


def _picture(root: QWidget, widget: QWidget) -> memoryview:
    place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    image = root.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(image.constBits())).cast("I")


def _apart(one: memoryview, other: memoryview) -> int:
    """Pixels whose colours stand apart."""
    pairs = Counter((a, b) for a, b in zip(one, other, strict=True) if a != b)
    return sum(n for (a, b), n in pairs.items() if theme.contrast(QColor(a), QColor(b)) >= _SEEN)


# --- letters ----------------------------------------------------------------------------------------------------------


def letter(text: str) -> str:
    """The marked letter of a text, "" if none is."""
    place = text.replace("&&", "\0\0").find("&")
    return text[place + 1].casefold() if 0 <= place < len(text) - 1 else ""


def doubled(texts: Iterable[str]) -> list[str]:
    """Texts that share their marked letter with another."""
    listed = list(texts)
    counts = Counter(filter(None, map(letter, listed)))
    return [text for text in listed if counts[letter(text)] > 1]


def marked(root: QWidget) -> list[str]:
    """Texts of a window or dialog in which a letter can be marked."""
    kinds = (QAbstractButton, QLabel, QGroupBox)
    said = [one.title() if isinstance(one, QGroupBox) else one.text() for one in shown(root) if isinstance(one, kinds)]
    return [*said, *(one.tabText(tab) for one in shown(root) if isinstance(one, QTabBar) for tab in range(one.count()))]


def entries(menu: QMenu) -> list[QAction]:
    """What can be chosen in a menu."""
    return [action for action in menu.actions() if not action.isSeparator()]
