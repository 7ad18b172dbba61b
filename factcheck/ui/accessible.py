"""What a screen reader is told besides what Qt tells it: roles of our own widgets, what they hold, and what happens."""

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Value = Callable[[Any], str]

#: By kind of widget: its role, and the method that says what it holds.
_TOLD: dict[type[QWidget], tuple[QAccessible.Role, Value | None]] = {}
#: Qt deletes what is told of a widget with the widget; until then somebody must hold it.
_KEPT: dict[int, QAccessibleInterface] = {}
_NUMBERS = count()


class _Told(QAccessibleWidget):
    def __init__(self, widget: QWidget, role: QAccessible.Role, value: Value | None) -> None:
        super().__init__(widget, role)
        self._value = value

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Value and self._value is not None:
            return self._value(self.object())
        return super().text(kind)


def tell(kind: type[QWidget], role: QAccessible.Role, value: Value | None = None) -> None:
    """Widgets of this kind have this role; `value`, a method of theirs, says what they hold. Names are their own."""
    if not _TOLD:
        QAccessible.installFactory(_made)
    _TOLD[kind] = role, value


def _made(_name: str, widget: QObject) -> QAccessibleInterface | None:
    known = next((_TOLD[kind] for kind in type(widget).__mro__ if kind in _TOLD), None)
    if known is None or not isinstance(widget, QWidget):
        return None
    told, number = _Told(widget, *known), next(_NUMBERS)
    _KEPT[number] = told
    widget.destroyed.connect(partial(_KEPT.pop, number, None))
    return told


def announce(widget: QWidget, text: str, urgent: bool = False) -> None:
    """A screen reader says this although the keys are elsewhere; what is urgent at once."""
    said = QAccessibleAnnouncementEvent(widget, text)
    strong, quiet = QAccessible.AnnouncementPoliteness.Assertive, QAccessible.AnnouncementPoliteness.Polite
    said.setPoliteness(strong if urgent else quiet)
    QAccessible.updateAccessibility(said)
