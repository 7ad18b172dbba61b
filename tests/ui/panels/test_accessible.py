"""Whatever the keys can reach has a name for a screen reader."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from factcheck.importing import Outcome, pasted
from factcheck.receiving import Received
from factcheck.ui.dialogs.article import ArticleDialog, PasteDialog
from factcheck.ui.dialogs.contradiction import ContradictionDialog, QuoteShown
from factcheck.ui.dialogs.crash import CrashDialog
from factcheck.ui.dialogs.evidence import EvidenceDialog
from factcheck.ui.dialogs.export import ExportDialog
from factcheck.ui.dialogs.importing import ImportDialog
from factcheck.ui.dialogs.organisation import OrganisationDialog, OrganisationTyped
from factcheck.ui.dialogs.split import SplitDialog
from factcheck.ui.models.findings_filter import FindingsFilter
from factcheck.ui.models.findings_model import PassageInfo
from factcheck.ui.queue import ImportQueue
from factcheck.ui.views.claim_panel import ClaimPanel
from factcheck.ui.views.claims_table import ClaimsTable
from factcheck.ui.views.facts_table import FactsTable
from factcheck.ui.views.finding_card import FindingCard
from factcheck.ui.views.findings_list import FindingsList
from factcheck.ui.views.toasts import Toasts
from tests.ui.panels.samples import CATALOGUE, NAMES, claim_rows, finding_rows, quake, shown


def info(_: str) -> PassageInfo:
    return PassageInfo("A title", "Valley Courier")


def panel() -> QWidget:
    made = ClaimPanel(CATALOGUE)
    made.show_claim(shown())
    for section, _ in made.sections.values():
        section.set_open(True)
    return made


def card() -> QWidget:
    made = FindingCard(CATALOGUE)
    made.show_finding(quake(), info)
    return made


def table() -> QWidget:
    made = ClaimsTable(CATALOGUE)
    made.set_rows(claim_rows())
    return made


def listed() -> QWidget:
    made = FindingsList(CATALOGUE)
    made.set_rows(finding_rows(), NAMES)
    made.set_filter(FindingsFilter().with_facet("claim", ["c1"]))
    return made


def facts() -> QWidget:
    made = FactsTable()
    made.offer([("a", "Alma"), ("b", "Torvik")], "a")
    return made


def toast() -> QWidget:
    made = QWidget()
    Toasts(made).complain("The disk is full.", "Try again")
    return made


QUOTE = QuoteShown("24 dead", PassageInfo("One"))


def import_queue() -> QWidget:
    made, queue = ImportDialog(CATALOGUE, at_once=True), ImportQueue()
    (input_id,) = queue.take([Path("log.csv")])
    read = Outcome("", (pasted("The gate was open.", "Log"),), columns=("Who", "Words"))
    queue.came(input_id, Received(read, (None,)))
    made.show_rows(queue.rows())
    return made


VIEWS: dict[str, Callable[[], QWidget]] = {
    "claim panel": panel,
    "finding card": card,
    "claims table": table,
    "findings list": listed,
    "facts table": facts,
    "toast": toast,
    "link": lambda: EvidenceDialog(CATALOGUE, "link"),
    "file": lambda: EvidenceDialog(CATALOGUE, "file"),
    "note": lambda: EvidenceDialog(CATALOGUE, "note"),
    "article": ArticleDialog,
    "paste": PasteDialog,
    "contradiction": lambda: ContradictionDialog(CATALOGUE, (QUOTE, QUOTE)),
    "export": lambda: ExportDialog("Title", Path("/tmp/x.pdf")),  # noqa: S108  # nothing is written
    "organisation": lambda: OrganisationDialog(OrganisationTyped("", "", "", "")),
    "split": lambda: SplitDialog(quake(), str),
    "crash": lambda: CrashDialog("Traceback"),
    "import queue": import_queue,
}


@pytest.mark.parametrize("name", VIEWS)
def test_every_focusable_widget_has_a_name(qtbot: Any, name: str) -> None:
    view = VIEWS[name]()
    qtbot.addWidget(view)
    view.show()
    nameless = []
    for widget in view.findChildren(QWidget):
        reached = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
        if reached and widget.focusProxy() is None and not _name(widget):
            nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
