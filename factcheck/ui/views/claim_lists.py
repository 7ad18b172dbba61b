"""The parts of the claim panel that only tell: findings that touch the claim, and its history."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Finding, Met
from factcheck.ui import measures
from factcheck.ui.models.claim_shown import HistoryShown
from factcheck.ui.models.findings_model import capital, fact_words, kind_word, positions_text
from factcheck.ui.text import in_a_row, tr
from factcheck.ui.views.card import Card
from factcheck.ui.views.card_list import CardList
from factcheck.ui.views.finding_cells import kind_sign
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.when import when
from factcheck.ui.views.wrapping import WrappingButton

#: Entries of history shown before more are asked for.
_RECENT = 8


class TouchingList(QWidget):
    """Findings, each of which can be opened."""

    #: Id of a finding.
    finding_wished = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.list = CardList[Finding](self._card, lambda finding: finding.id)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        self.list.show_things(findings)

    def _card(self, finding: Finding) -> Card:
        card = Card(
            tr("{kind}: {fact}", kind=kind_word(self._catalogue, finding.kind), fact=fact_words(finding)),
            "passage-edge",
        )
        card.opened.connect(partial(self.finding_wished.emit, finding.id))
        word = kind_word(self._catalogue, finding.kind)
        if finding.ruling:
            word = tr("{kind}, {ruling}", kind=word, ruling=self._catalogue.inside(f"ruling.{finding.ruling.verb}"))
        card.body.addWidget(PlainText(f"{kind_sign(finding.kind)}  {word}", "muted"))
        card.body.addWidget(PlainText(fact_words(finding)))
        card.body.addWidget(PlainText(positions_text(finding), "muted"))
        return card


class EarlierList(QWidget):
    """Checks by others of what may be the same claim; each leads to its page."""

    #: Address of a page.
    link_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = CardList[Met](self._card, lambda met: met.check.url)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)

    def show_checks(self, checks: Sequence[Met]) -> None:
        """Show these, the likeliest first."""
        self.list.show_things(checks)

    def _card(self, met: Met) -> Card:
        check = met.check
        who = check.publisher or QUrl(check.url).host()
        said = tr("Already checked by {who}: {rating}", who=who, rating=check.rating)
        card = Card(tr("{said}. {claim}", said=said, claim=check.claim), "accent")
        card.opened.connect(partial(self.link_wished.emit, check.url))
        card.setToolTip(tr("Enter opens the page"))
        card.body.addWidget(PlainText(said))
        card.body.addWidget(PlainText(check.claim, "muted"))
        likeness = tr("{percent} % alike", percent=round(100 * met.likeness))
        about = in_a_row(check.claimant, check.date, QUrl(check.url).host(), likeness)
        card.body.addWidget(PlainText(about, "muted"))
        return card


class HistoryList(QWidget):
    """Who did what when, newest first; what a step wrote can be brought back."""

    #: Sequence of the entry.
    restore_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[HistoryShown, ...] = ()
        self._all = self._read_only = False
        self.list = CardList[HistoryShown](self._card, lambda entry: str(entry.sequence))
        self.more = WrappingButton()
        self.more.clicked.connect(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_entries(self, entries: tuple[HistoryShown, ...]) -> None:
        """Show these, the newest of them at first."""
        if entries != self._entries:
            self._entries, self._all = entries, False
        self._renew()

    def set_read_only(self, read_only: bool) -> None:
        """Only show."""
        self._read_only = read_only

    def _show_all(self) -> None:
        self._all = True
        self._renew()

    def _renew(self) -> None:
        shown = self._entries if self._all else self._entries[:_RECENT]
        self.list.show_things(shown)
        rest = len(self._entries) - len(shown)
        self.more.setVisible(rest > 0)
        self.more.setText(tr("Show %n older entr(y|ies)", rest))

    def _card(self, entry: HistoryShown) -> Card:
        of = tr("claim {number}, merged later", number=entry.of) if entry.of else ""
        told = in_a_row(when(entry.at), entry.who, of)
        card = Card(tr("{what}. {when}", what=entry.label, when=told), framed=False)
        card.body.addWidget(PlainText(capital(entry.label)))
        who = PlainText(told, "muted")
        who.set_size(measures.SMALL)
        card.body.addWidget(who)
        card.add_menu(tr("Actions on this step"), partial(self.menu, entry))
        card.opened.connect(card.pop_up)
        return card

    def menu(self, entry: HistoryShown) -> QMenu:
        """What can be done with a step."""
        menu = QMenu(self)
        restored = menu.addAction(tr("Bring back what this step wrote"))
        restored.triggered.connect(lambda: self.restore_wished.emit(entry.sequence))
        restored.setEnabled(not self._read_only)
        return menu
