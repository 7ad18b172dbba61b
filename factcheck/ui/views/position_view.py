"""One position of a finding: its value, and the passages that give it with the clashing words marked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from factcheck.model import Passage, Position
from factcheck.ui import measures
from factcheck.ui.models.findings_model import Lookup, PassageInfo, articles_text
from factcheck.ui.models.reshape import Ref
from factcheck.ui.text import in_a_row, tr
from factcheck.ui.views.card import Card
from factcheck.ui.views.plain_text import PlainText


def caption(info: PassageInfo, place: str = "") -> str:
    """Publisher, title and date of an article, as far as they are known, and where in it."""
    return in_a_row(info.publisher, info.title, info.published, place)


class PassageCard(Card):
    """A quote, where it stands, and what can be done with it."""

    def __init__(self, passage: Passage, info: PassageInfo, make_menu: Callable[[], QMenu]) -> None:
        super().__init__(tr("{article}: {quote}", article=caption(info), quote=passage.text), "passage-edge")
        self.quote = PlainText()
        self.quote.set_text(
            passage.text, [(start - passage.start, end - passage.start) for start, end in passage.spans]
        )
        self.add_menu(tr("Actions on this passage"), make_menu)
        self.setToolTip(tr("Show in the article"))
        said = PlainText(caption(info), "muted")
        said.set_size(measures.SMALL)
        self.body.addWidget(self.quote)
        self.body.addWidget(said)


class PositionView(QWidget):
    """A column: the value as a header, the passages below one another."""

    #: Index of the passage that a person wants to see in its article.
    passage_wished = Signal(int)

    def __init__(
        self, position: Position, place: int, lookup: Lookup, make_menu: Callable[[Ref], QMenu], alone: bool
    ) -> None:
        """`alone` leaves out the header, of a finding that has but one position."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        value = PlainText(position.value)
        value.set_size(measures.HEADING, bold=True)
        count = PlainText(articles_text(len({p.article_id for p in position.passages})), "muted")
        count.start_with(position.value)
        for widget in () if alone and not position.value else (value, count):
            layout.addWidget(widget)
        self.cards: list[PassageCard] = []
        for index, passage in enumerate(position.passages):
            card = PassageCard(passage, lookup(passage.article_id), partial(make_menu, (place, index)))
            card.opened.connect(partial(self.passage_wished.emit, index))
            self.cards.append(card)
            layout.addWidget(card)
        layout.addStretch()
