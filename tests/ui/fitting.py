"""What of a window or dialog does not fit: words that are cut off, and parts that reach beyond what they stand in."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QToolBar,
    QToolButton,
    QWidget,
)

from factcheck.ui.views.elided_label import ElidedLabel
from tests.ui.walking import called, shown


def clipped(root: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    return [f"{called(widget)}: {what}" for widget in [root, *shown(root)] for what in _cut(widget)]


def _cut(widget: QWidget) -> Iterator[str]:
    for kind, faults in _FAULTS.items():
        if isinstance(widget, kind):
            yield from faults(widget)


def _needs(what: str, has: int, need: int) -> Iterator[str]:
    if has < need:
        yield f"{what} has {has} and needs {need}"


def _label(label: QLabel) -> Iterator[str]:
    if not label.text() or isinstance(label, ElidedLabel):
        return  # that one gives way on purpose, and its tool tip tells the whole
    if label.wordWrap():
        yield from _needs(f"height of “{label.text()}”", label.height(), label.heightForWidth(label.width()))
        longest = max(label.text().split(), key=len)
        yield from _needs(f"“{longest}”", label.contentsRect().width(), _advance(label, longest))
    else:
        yield from _needs(f"“{label.text()}”", label.width(), label.sizeHint().width())


def _advance(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def _button(button: QAbstractButton) -> Iterator[str]:
    if button.text() and not isinstance(button.parentWidget(), QTabBar) and not _icon_only(button):
        wraps = button.hasHeightForWidth()
        wide = button.sizeHint().width() if isinstance(button, QCheckBox) and not wraps else _least(button)
        yield from _needs(f"button “{button.text()}”", button.width(), wide)
        if wraps:
            yield from _needs(f"height of “{button.text()}”", button.height(), button.heightForWidth(button.width()))


def _icon_only(button: QAbstractButton) -> bool:
    return isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def _least(widget: QWidget) -> int:
    return widget.minimumSizeHint().width() or widget.sizeHint().width()


def _box_needs(box: QComboBox) -> int:
    """Room for the entry that is chosen, beside the arrow."""
    option = QStyleOptionComboBox()
    option.initFrom(box)
    edit = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    return _advance(box, box.currentText()) + box.width() - edit.width()


def _line(line: QLineEdit) -> Iterator[str]:
    """What an empty field asks for; what is typed is scrolled."""
    if line.placeholderText() and not line.text():
        option = QStyleOptionFrame()
        line.initStyleOption(option)
        room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width()
        room -= sum(button.width() for button in line.findChildren(QToolButton) if button.isVisibleTo(line))
        yield from _needs(f"field “{line.placeholderText()}”", room, _advance(line, line.placeholderText()))


def _text(box: QPlainTextEdit) -> Iterator[str]:
    words = box.placeholderText()
    if words and not box.toPlainText():
        room = box.viewport().rect().adjusted(4, 4, -4, 0)
        need = box.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), words)
        yield from _needs(f"height of “{words}”", room.height(), need.height())


def _menus(bar: QMenuBar) -> Iterator[str]:
    for action in bar.actions():
        if not bar.rect().contains(bar.actionGeometry(action)):
            yield f"menu “{action.text()}” is not seen"


def _tools(bar: QToolBar) -> Iterator[str]:
    for action in bar.actions():
        if action.isVisible() and not action.isSeparator() and not bar.widgetForAction(action).isVisibleTo(bar):
            yield f"tool “{action.text()}” is not seen"


def _header(header: QHeaderView) -> Iterator[str]:
    for place in range(header.count()):
        if header.orientation() is Qt.Orientation.Horizontal and not header.isSectionHidden(place):
            words = str(header.model().headerData(place, header.orientation()))
            if not header.model().headerData(place, header.orientation(), Qt.ItemDataRole.ToolTipRole):
                yield from _needs(f"column “{words}”", header.sectionSize(place), header.sectionSizeHint(place))


def _tabs(bar: QTabBar) -> Iterator[str]:
    yield from _needs("tabs", bar.width(), bar.sizeHint().width())


def _box(box: QComboBox) -> Iterator[str]:
    yield from _needs(f"box “{box.currentText()}”", box.width(), _box_needs(box))


#: What is wrong with widgets of a kind.
_FAULTS: dict[type[QWidget], Callable[[Any], Iterator[str]]] = {
    QLabel: _label,
    QTabBar: _tabs,
    QAbstractButton: _button,
    QComboBox: _box,
    QLineEdit: _line,
    QPlainTextEdit: _text,
    QMenuBar: _menus,
    QHeaderView: _header,
    QToolBar: _tools,
}


def outside(root: QWidget) -> list[str]:
    """What reaches beyond what it stands in, where nothing scrolls."""
    found = []
    for widget in shown(root):
        parent = widget.parentWidget()
        scrolled = parent is not None and isinstance(parent.parentWidget(), QAbstractScrollArea)
        if parent is None or scrolled or isinstance(parent, QHeaderView | QTabBar) or widget.isWindow():
            continue
        room = parent.rect().adjusted(-1, 0, 1, 0) if isinstance(parent, QSplitter) else parent.rect()
        if not room.contains(widget.geometry()):  # mirrored, a splitter is off by the pixel of a handle
            found.append(f"{called(widget)}: {_place(widget.geometry())} in {parent.width()}×{parent.height()}")
    return found


def _place(rect: QRect) -> str:
    return f"{rect.width()}×{rect.height()} at {rect.x()}, {rect.y()}"


def too_wide(root: QWidget) -> list[str]:
    """Scrolled contents that reach beyond what is seen, where nothing scrolls them sideways."""
    return [told for area in shown(root) if isinstance(area, QScrollArea) for told in _beyond(area)]


def _beyond(area: QScrollArea) -> Iterator[str]:
    inner, seen = area.widget(), area.viewport().width()
    still = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if inner is not None and still and inner.width() > seen:
        yield f"{called(area)}: {inner.width()} wide, seen are {seen}, needed {inner.minimumSizeHint().width()}"


def unfitting(root: QWidget) -> list[str]:
    """All that does not fit."""
    return clipped(root) + outside(root) + too_wide(root)
