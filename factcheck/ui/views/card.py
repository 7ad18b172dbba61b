"""A framed thing that the keys can reach: a passage, a piece of evidence, an appearance."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from factcheck.ui import accessible, measures, theme
from factcheck.ui.icons import icon

_EDGE = 3


class Card(QFrame):
    """One of several framed things. Enter or a click opens it; what else it answers to stands in `keys`."""

    #: By Enter, the space bar or a click.
    opened = Signal()

    def __init__(self, name: str, edge: str = "", parent: QWidget | None = None, *, framed: bool = True) -> None:
        """`name` is what a screen reader says; `edge` names the colour of its first edge, or a rating's; one that is
        not `framed` shows where it ends only under the pointer and the keys.
        """
        super().__init__(parent)
        self._edge, self._framed = edge, framed
        self._hovered = False
        #: What a key does: looked up by `Qt.Key`, or by (modifier, key).
        self.keys: dict[object, Callable[[], None]] = {}
        #: Makes its menu, if it has one; see `add_menu`.
        self.make_menu: Callable[[], QMenu] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.keys[key] = self.opened.emit
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*(measures.FRAMED if framed else measures.LISTED))
        self._row.setSpacing(4)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        self._row.addLayout(self.body, 1)

    def _pop_up(self, at: QPoint) -> None:
        if self.make_menu is not None:
            menu = self.make_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    def pop_up(self) -> None:
        """Opens its menu beneath it."""
        self._pop_up(self.mapToGlobal(self.rect().bottomLeft()))

    def add_menu(self, name: str, make: Callable[[], QMenu]) -> None:
        """A menu, made anew whenever it is opened, by the button in the corner or by the menu key."""
        self.make_menu = make
        button = small_button("more", name)
        button.clicked.connect(lambda: self._pop_up(button.mapToGlobal(button.rect().bottomLeft())))
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        wanted: object = event.key() if plain else (event.modifiers(), event.key())
        if action := self.keys.get(wanted):
            action()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._pop_up(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._framed or self._hovered or self.hasFocus():
            line = "focus" if self.hasFocus() else "muted" if self._hovered else "border"
            painter.setPen(QPen(shown.colour(line), 2 if self.hasFocus() else 1))
            painter.setBrush(shown.colour("base"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if self._edge:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.colour(self._edge) if self._edge in shown.colours else shown.fill(self._edge))
            painter.drawRoundedRect(self._edge_place(), 1.5, 1.5)
        painter.end()

    def _edge_place(self) -> QRectF:
        start = self.width() - _EDGE - 4 if self.isRightToLeft() else 4
        return QRectF(start, 7, _EDGE, self.height() - 14)


accessible.tell(Card, QAccessible.Role.ListItem)


def small_button(icon_name: str, name: str) -> QToolButton:
    """A button with an icon only; its name is its tooltip and what a screen reader says."""
    button = QToolButton()
    button.setIcon(icon(icon_name, "muted"))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
