"""Where a claim is made: the first appearance and the others."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from factcheck.ui import measures
from factcheck.ui.models.claim_shown import AppearanceShown
from factcheck.ui.models.rows import quoted
from factcheck.ui.text import tr
from factcheck.ui.views import withheld
from factcheck.ui.views.card import Card
from factcheck.ui.views.card_list import CardList
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.position_view import caption
from factcheck.ui.views.review import add_decisions, add_doubt

#: Whether it is the first, and what it is.
Placed = tuple[bool, AppearanceShown]


class AppearanceList(QWidget):
    """Shows appearances, and wishes that one be gone to or removed; always by the appearance's id."""

    open_wished = Signal(str)
    remove_wished = Signal(str)
    withhold_wished = Signal(str)
    #: Down by so many places; up, if negative.
    move_wished = Signal(str, int)
    #: What a person says of a passage that was not found for sure: see `review.add_decisions`.
    review_wished = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = CardList[Placed](self._card, lambda placed: placed[1].id)
        self._none = PlainText(tr("No appearance is left."), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self.list)

    def show_appearances(self, items: Sequence[AppearanceShown]) -> None:
        """Show these, the first appearance first."""
        self._none.setVisible(not items)
        self.list.show_things([(place == 0, item) for place, item in enumerate(items)])

    def _card(self, placed: Placed) -> Card:
        first, item = placed
        where = caption(item.info, item.place)
        card = Card(
            tr("Appearance in {where}: {quote}", where=where, quote=item.quote), "accent" if first else "border"
        )
        card.add_menu(tr("Actions on this appearance"), partial(self.menu, item))
        card.setToolTip(tr("Enter shows it in the article, Delete removes it, Alt with the arrows moves it"))
        card.opened.connect(partial(self.open_wished.emit, item.id))
        card.keys[Qt.Key.Key_Delete] = partial(self.remove_wished.emit, item.id)
        card.keys[Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Up] = partial(self.move_wished.emit, item.id, -1)
        card.keys[Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down] = partial(self.move_wished.emit, item.id, 1)
        card.body.addWidget(PlainText(quoted(item.quote)))
        said = PlainText(tr("First appearance · {where}", where=where) if first else where, "muted")
        said.set_size(measures.SMALL)
        card.body.addWidget(said)
        add_doubt(card, item.review)
        withheld.add_sign(card, item.withheld)
        return card

    def menu(self, item: AppearanceShown) -> QMenu:
        """What can be done with an appearance."""
        menu = QMenu(self)
        menu.addAction(tr("Show in the article\tEnter"), partial(self.open_wished.emit, item.id))
        menu.addAction(tr("Copy quote"), partial(PlainText.to_clipboard, item.quote))
        add_decisions(menu, item.review, partial(self.review_wished.emit, item.id))
        menu.addSeparator()
        menu.addAction(tr("Move up\tAlt+Up"), partial(self.move_wished.emit, item.id, -1))
        menu.addAction(tr("Move down\tAlt+Down"), partial(self.move_wished.emit, item.id, 1))
        menu.addSeparator()
        withheld.add_wish(menu, item.withheld, partial(self.withhold_wished.emit, item.id))
        menu.addAction(tr("Remove\tDel"), partial(self.remove_wished.emit, item.id))
        return menu
