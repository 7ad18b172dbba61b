"""The menus of the claim panel."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.model import Claim
from factcheck.ui.text import tr
from factcheck.ui.views import withheld

if TYPE_CHECKING:
    from factcheck.ui.views.claim_panel import ClaimPanel


def of_evidence(parent: QWidget, wish: Callable[[str], object]) -> QMenu:
    """What can be added as evidence; `wish` is told "passage", "link", "file" or "note"."""
    menu = QMenu(parent)
    kinds = {"passage": tr("Selected words"), "link": tr("Link…"), "file": tr("File…"), "note": tr("Note…")}
    for kind, name in kinds.items():
        menu.addAction(name, partial(wish, kind))
    return menu


def of_claim(panel: "ClaimPanel", claim: Claim) -> QMenu:
    """What can be done with the claim itself."""
    menu = QMenu(panel)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text, wish in (
        (tr("Merge with another claim…"), panel.merge_wished),
        (tr("Split…"), panel.split_wished),
        (tr("Duplicate"), panel.duplicate_wished),
    ):
        menu.addAction(text, partial(wish.emit, claim.id))
    menu.addSeparator()
    withheld.add_wish(menu, claim.withheld, partial(panel.withhold_wished.emit, claim.id))
    menu.addAction(tr("Withdraw this claim"), partial(panel.withdraw_wished.emit, claim.id))
    return menu
