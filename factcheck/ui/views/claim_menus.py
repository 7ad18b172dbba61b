"""The menus of the claim panel, and where in it the keys can go."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.model import Claim
from factcheck.ui.text import tr
from factcheck.ui.views import withheld
from factcheck.ui.views.claim_parts import FieldForm
from factcheck.ui.views.verdict_words import VerdictWords

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


def places(panel: "ClaimPanel") -> dict[str, tuple[str, QWidget]]:
    """Parts of the claim that the keys can go to: in which section, "" for none, and what gets them."""
    fields = {
        key: (section, field)
        for section, (_, parts) in panel.sections.items()
        for part in parts
        if isinstance(part, FieldForm | VerdictWords)
        for key, field in part.fields.items()
    }
    return {
        **fields,
        "wording": ("", panel.wording.field),
        "evidence": ("evidence", panel.add_evidence),
        "pieces": ("evidence", next(iter(panel.evidence.list.cards), panel.add_evidence)),
        "outcome": ("second", panel.second.outcomes["agree"]),
        "appearances": ("appearances", panel.add_appearance),
    }
