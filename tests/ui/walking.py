"""Walks through all that a window or dialog shows, and says what a person could not use or read."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QTabBar,
    QWidget,
)

from factcheck.ui import theme

#: What words must stand out from their ground by (WCAG 2, level AA).
READABLE = 4.5


def shown(root: QWidget) -> Iterator[QWidget]:
    """Everything that is seen below a widget, without windows of their own."""
    for child in root.findChildren(QWidget):
        if child.isVisibleTo(root) and child.window() is root.window():
            yield child


def stops(root: QWidget) -> Iterator[QWidget]:
    """What the Tab key stops at."""
    for widget in shown(root):
        wanted = Qt.FocusPolicy.TabFocus
        if widget.isEnabled() and widget.focusPolicy() & wanted == wanted and widget.focusProxy() is None:
            yield widget


def called(widget: QWidget) -> str:
    """For a message: what kind of widget it is, and where."""
    parents: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(parents) < 4:
        parents.append(type(at).__name__)
        at = at.parentWidget()
    return " in ".join(parents)


def nameless(root: QWidget) -> list[str]:
    """Where the keys go and a screen reader has no name, no role, or nothing to say of a row."""
    return [told for widget in stops(root) for told in _untold(widget)]


def _untold(widget: QWidget) -> Iterator[str]:
    told = QAccessible.queryAccessibleInterface(widget)
    name, role = told.text(QAccessible.Text.Name), told.role()
    if not name.strip() or role in _BARE:
        yield f"{called(widget)}: “{name}”, {role}"
    labelled = told.relations(QAccessible.RelationFlag.Label) or told.text(QAccessible.Text.Description).strip()
    if isinstance(widget, QComboBox) and not labelled:  # its name is what is chosen in it
        yield f"{called(widget)}: nothing says what is chosen"
    if isinstance(widget, QAbstractItemView):
        yield from (f"{called(widget)}: row {row} says nothing" for row in _mute(widget))


#: Roles that say nothing.
_BARE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border}


def _mute(view: QAbstractItemView) -> Iterator[int]:
    """Rows of which a screen reader hears nothing."""
    model, told = view.model(), QAccessible.queryAccessibleInterface(view)
    across = model.columnCount() if not isinstance(model, QAbstractListModel) else 1
    names = {n: told.child(n).text(QAccessible.Text.Name) for n in range(min(told.childCount(), _ROWS * across))}
    for row in range(min(model.rowCount(), _ROWS)):
        said = [model.index(row, column).data(role) for column in range(across) for role in _SAID]
        if not any(map(str, filter(None, said))):
            yield row
    if names and not any(names.values()):
        yield -1


#: What a cell says: its own words for a screen reader, else what it shows.
_SAID = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)


def faint(root: QWidget) -> list[str]:
    """Words that do not stand out enough from what they stand on, by the palette that each widget ends up with."""
    found = []
    for widget in shown(root):
        if isinstance(widget, QLabel | QAbstractButton) and widget.isEnabled() and widget.text():
            palette = widget.palette()
            ink = palette.color(widget.foregroundRole())
            ground = palette.color(_grounded(widget).backgroundRole())
            if ground.alpha() == 255 and theme.contrast(ink, ground) < READABLE:
                found.append(f"{called(widget)}: “{widget.text()}” {ink.name()} on {ground.name()}")
    return found


def _grounded(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    bare = widget.palette().color(QPalette.ColorRole.Window).alpha() < 255
    return _grounded(parent) if bare and parent is not None else widget


#: What a cell shows and says.
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
#: Rows and columns of a table that are looked at.
_ROWS, _COLUMNS = 60, 30
#: Where widgets keep words, besides those that all of them have.
_WORDS = ("text", "toPlainText", "title", "placeholderText", "prefix", "suffix", "specialValueText")


def texts(root: QWidget) -> set[str]:
    """Every text of a window or dialog, also what only hovering or a screen reader tells, or a menu."""
    found = {text for widget in (root, *root.findChildren(QWidget)) for text in _texts(widget)}
    return {text.strip() for text in found if text.strip()}


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    for name in _WORDS:
        read = getattr(widget, name, None)
        if callable(read) and not isinstance(widget, QKeySequenceEdit):
            yield str(read())
    for action in widget.actions():
        yield from (action.text(), action.toolTip())
    yield from _of_rows(widget)


def _of_rows(widget: QWidget) -> Iterator[str]:
    """Of what has more than one text."""
    match widget:
        case QTabBar():
            yield from (widget.tabText(tab) for tab in range(widget.count()))
            yield from (widget.tabToolTip(tab) for tab in range(widget.count()))
        case QHeaderView():
            model, seen = _model(widget), range(min(widget.count(), _ROWS))
            yield from (str(model.headerData(n, widget.orientation()) or "") for n in seen if model is not None)
        case QComboBox() | QAbstractItemView():
            yield from _cells(_model(widget))


def _model(view: QComboBox | QAbstractItemView) -> QAbstractItemModel | None:
    return view.model()


def _cells(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    for row in range(min(model.rowCount(), _ROWS)):
        cells = (model.index(row, column) for column in range(_COLUMNS))
        yield from (str(cell.data(role) or "") for cell in cells if cell.isValid() for role in _ROLES)
