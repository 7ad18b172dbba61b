"""In the head of an article: how many facts in it are in dispute, and which."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from factcheck.ui.icons import icon
from factcheck.ui.text import tr
from factcheck.ui.views.marks import Gist, unsaid

#: Facts that the menu names; the list has the others.
_NAMED = 20
_WIDEST = 520


@dataclass(frozen=True, slots=True)
class Dispute:
    """A finding that touches the article."""

    finding_id: str
    #: All its passages stand in this article: it contradicts itself.
    within: bool


class DisputesButton(QToolButton):
    """A sign and a number that open a menu of the facts; gone while there is none."""

    finding_wished = Signal(str)
    #: All of them are to be seen in the list.
    list_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._disputes: Sequence[Dispute] = ()
        self._gist: Gist = unsaid
        self.setIcon(icon("contradiction", "muted"))
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        inner = QMenu(self)
        inner.aboutToShow.connect(self._fill)
        self.setMenu(inner)
        self.set_disputes(())

    def set_disputes(self, disputes: Sequence[Dispute], gist: Gist = unsaid) -> None:
        """Show these, the surest first; what they are about is asked when the menu opens."""
        self._disputes, self._gist = disputes, gist
        self.setText(str(len(disputes)))
        said = tr("%n fact(s) of this article in dispute", len(disputes))
        within = sum(dispute.within for dispute in disputes)
        if within:
            said = tr("{all}, %n of them within it", within, all=said)
        self.setToolTip(said)
        self.setAccessibleName(said)
        self.setVisible(bool(disputes))

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for dispute in self._disputes[:_NAMED]:
            fact, what = self._gist(dispute.finding_id)
            text = tr("{fact}: {what}", fact=fact, what=what)
            text = tr("{fact} (within this article)", fact=text) if dispute.within else text
            short = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
            menu.addAction(short.replace("&", "&&"), partial(self.finding_wished.emit, dispute.finding_id))
        menu.addSeparator()
        menu.addAction(tr("Show only these in the list"), self.list_wished.emit)
