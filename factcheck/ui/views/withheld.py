"""What is withheld: how it is said, and how a card and a menu show it."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from factcheck.ui.icons import icon
from factcheck.ui.text import tr
from factcheck.ui.views.card import Card
from factcheck.ui.views.plain_text import PlainText


def sign() -> str:
    """Beside what is withheld."""
    return tr("withheld")


def wish(withheld: bool) -> str:
    """What can be done about it."""
    return tr("Release for reports and exports") if withheld else tr("Withhold from reports and exports")


def add_sign(card: Card, withheld: bool) -> None:
    """Says on a card that it stays here."""
    if withheld:
        card.body.addWidget(PlainText(tr("Withheld from reports and exports"), "muted"))


def add_wish(menu: QMenu, withheld: bool, act: Callable[[], object]) -> None:
    """The entry of a menu that withholds or releases."""
    menu.addAction(icon("withheld"), wish(withheld)).triggered.connect(lambda _checked=False: act())
