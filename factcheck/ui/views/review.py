"""A passage that was not found again for sure: what the panel says of it, and what can be decided."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from factcheck.model import Review
from factcheck.text import between_marks
from factcheck.ui.text import tr
from factcheck.ui.views.card import Card
from factcheck.ui.views.plain_text import PlainText


def add_doubt(card: Card, review: Review | None) -> None:
    """Says on a card what is to be decided, if anything is."""
    if review is None:
        return
    if review.proposal:
        said = tr(
            "Needs review: the text changed. Is it now this? “{quote}”", quote=between_marks(review.proposal.exact)
        )
    else:
        said = tr("Needs review: the text changed, and these words were not found.")
    card.body.addWidget(PlainText(said, "danger"))


def add_decisions(menu: QMenu, review: Review | None, decide: Callable[[str], object]) -> None:
    """What a person can say of it: "accept" the proposed place, "move" it to the selected words, or "lost"."""
    if review is None:
        return
    menu.addSeparator()
    if review.proposal:
        menu.addAction(tr("Accept the new place"), partial(decide, "accept"))
    menu.addAction(tr("Move to the selected words"), partial(decide, "move"))
    menu.addAction(tr("The words are gone: leave it in the earlier version"), partial(decide, "lost"))
