"""Cards below one another, walked through with the arrow keys, remade only where what they show has changed."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.ui.views.card import Card

R = TypeVar("R", bound=Hashable)


class CardList(QWidget, Generic[R]):
    """One card for each of several things that are shown."""

    def __init__(self, make: Callable[[R], Card], id_of: Callable[[R], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make, self._id_of = make, id_of
        self._shown: list[tuple[R, Card]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    @property
    def cards(self) -> list[Card]:
        """The cards from the top."""
        return [card for _, card in self._shown]

    def show_things(self, things: Sequence[R]) -> None:
        """Show these; the keys stay where they were."""
        if [thing for thing, _ in self._shown] == list(things):
            return
        place = next((n for n, card in enumerate(self.cards) if card.hasFocus()), -1)
        focused = self._id_of(self._shown[place][0]) if place >= 0 else None
        kept = dict(self._shown)
        self._shown = [(thing, kept.pop(thing) if thing in kept else self._new(thing)) for thing in things]
        for card in self.cards:
            self._column.removeWidget(card)
            self._column.addWidget(card)
        self._focus_again(focused, place)
        for card in kept.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._order_tabs()

    def _new(self, thing: R) -> Card:
        card = self._make(thing)
        card.setParent(self)
        card.installEventFilter(self)
        card.show()
        return card

    def _focus_again(self, id: str | None, place: int) -> None:
        """To the same thing, else to what stands in its place now."""
        if id is None or not self._shown:
            return
        same = next((card for thing, card in self._shown if self._id_of(thing) == id), None)
        (same or self.cards[min(place, len(self._shown) - 1)]).setFocus()

    def _order_tabs(self) -> None:
        for one, other in zip(self.cards, self.cards[1:], strict=False):
            QWidget.setTabOrder(one, other)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key(), 0)
            here = next((n for n, card in enumerate(self.cards) if card is watched), -1)
            if step and here >= 0 and 0 <= here + step < len(self._shown):
                self.cards[here + step].setFocus()
                return True
        return super().eventFilter(watched, event)
