"""One finding in full: the fact, why it is in dispute, the positions beside one another, and the ruling."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Finding, Passage
from factcheck.ui import measures
from factcheck.ui.models import reshape
from factcheck.ui.models.findings_model import (
    Lookup,
    PassageInfo,
    back_of,
    fact_of,
    fact_words,
    kind_word,
    reasons_of,
    score_text,
    score_tip,
)
from factcheck.ui.models.reshape import Groups, Ref
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr
from factcheck.ui.views.comparison import Comparison, passage_at
from factcheck.ui.views.finding_cells import kind_sign
from factcheck.ui.views.flow import ColumnsLayout
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.position_view import PositionView, caption
from factcheck.ui.views.reason import Reason
from factcheck.ui.views.ruling_bar import RULING_KEYS, RulingBar
from factcheck.ui.views.scroll import Scroll, line, quiet_label
from factcheck.ui.views.wrapping import WrappingButton

#: A position narrower than this is no longer read with ease.
_LEAST_COLUMN = 220
#: Entries of a menu that names other passages or findings.
_OTHERS = 20


class FindingCard(QWidget):
    """The finding that is chosen."""

    #: Article id, start and end (code points) of a passage that is to be seen.
    passage_wished = Signal(str, int, int)
    #: Id of the finding, the ruling's verb ("" clears), the note.
    ruling_wished = Signal(str, str, str)
    #: Id of a finding of whose positions claims are to be made.
    claims_wished = Signal(str)
    #: Id of a finding, and its passages grouped anew: a list of lists of (position index, passage index).
    reshape_wished = Signal(str, list)
    #: Id of a finding, and the (position index, passage index) of the passages that are to be a finding of their own.
    split_wished = Signal(str, list)
    #: Ids of two findings that are one.
    join_wished = Signal(str, str)
    #: The keys are to go back to the list.
    left = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._finding: Finding | None = None
        self._lookup: Lookup = lambda _: PassageInfo()
        self._others: Sequence[Finding] = ()
        #: What is said of the articles of its passages.
        self._about: tuple[PassageInfo, ...] = ()
        self._kind = PlainText(role="muted")
        self._fact = PlainText()
        self._fact.set_size(measures.TITLE, bold=True)
        self._back = PlainText(role="danger")
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(4)
        self._opinion = PlainText(role="muted")
        self._columns = ColumnsLayout(_LEAST_COLUMN)
        self.positions: list[PositionView] = []
        self.claims = WrappingButton(tr("Make claims of the positions"))
        self.claims.setToolTip(tr("One claim for each position (M)"))
        self.claims.clicked.connect(self._wish_claims)
        self.comparison = Comparison()
        self.ruling = RulingBar(catalogue)
        self.ruling.wished.connect(self.ruling_wished)
        self._nothing = quiet_label(tr("Choose a finding to see who says what."))
        self._scroll = Scroll()
        self._lay_out()
        self.show_finding(None)

    def _lay_out(self) -> None:
        body = self._scroll.body
        for widget in (self._kind, self._fact, self._back):
            body.addWidget(widget)
        body.addLayout(self._reasons)
        body.addWidget(self._opinion)
        body.addSpacing(4)
        body.addLayout(self._columns)
        body.addWidget(self.comparison)
        body.addWidget(self.claims, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._nothing)
        layout.addWidget(self._scroll, 1)
        self._line: QFrame = line()
        layout.addWidget(self._line)
        layout.addWidget(self.ruling)

    def show_finding(
        self,
        finding: Finding | None,
        lookup: Lookup | None = None,
        others: Sequence[Finding] = (),
        grown: bool = False,
    ) -> None:
        """Show a finding, or none. `lookup` tells of articles; `others` are findings that it can be joined with.

        One that has `grown` out of the one before stays where one scrolled to.
        """
        if finding is None or finding.id != self.current():
            self.ruling.note.flush()  # first, since whoever hears of it may show the earlier finding once more
        before, self._finding = self._finding, finding
        self._lookup, self._others = lookup or self._lookup, others
        for widget in (self._scroll, self.ruling, self._line):
            widget.setVisible(finding is not None)
        self._nothing.setVisible(finding is None)
        if finding is None:
            return
        self._show_head(finding)
        about = tuple(self._lookup(p.article_id) for position in finding.positions for p in position.passages)
        if before is None or (before.id, before.positions, self._about) != (finding.id, finding.positions, about):
            self._about = about
            self._show_positions(finding)
            self.comparison.show_finding(finding, self._lookup)
        self.ruling.show_finding(finding)
        if before is None or (before.id != finding.id and not grown):
            self._scroll.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.ruling.note.flush()

    def set_read_only(self, read_only: bool) -> None:
        """Only show: nothing can be ruled on or made."""
        for widget in (self.ruling, self.claims):
            widget.setEnabled(not read_only)

    def finding(self) -> Finding | None:
        """The finding that is shown."""
        return self._finding

    def current(self) -> str | None:
        """Id of the finding that is shown."""
        return self._finding.id if self._finding else None

    def _show_head(self, finding: Finding) -> None:
        kind = f"{kind_sign(finding.kind)}  {kind_word(self._catalogue, finding.kind)}"
        self._kind.set_text(tr("{kind} · {score}", kind=kind, score=score_text(finding)))
        self._kind.setToolTip(tooltip(score_tip(finding)))
        infos = [self._lookup(quoted.article_id) for position in finding.positions for quoted in position.passages]
        names = {info.name for info in infos}
        self._fact.set_text(fact_of(finding))
        self._back.set_text(tr("This is back: {why}", why=back_of(finding, names)))
        self._back.setVisible(bool(finding.back))
        _empty(self._reasons)
        for reason in reasons_of(finding, names):
            self._reasons.addWidget(Reason(reason))
        self._opinion.set_text(finding.opinion)
        self._opinion.setVisible(bool(finding.opinion))

    def _show_positions(self, finding: Finding) -> None:
        _empty(self._columns)
        alone = len(finding.positions) == 1
        self.positions = []
        for place, position in enumerate(finding.positions):
            view = PositionView(position, place, self._lookup, self.passage_menu, alone)
            view.passage_wished.connect(partial(self._wish_passage, place))
            self.positions.append(view)
            self._columns.addWidget(view)

    def _passage(self, ref: Ref) -> Passage | None:
        return passage_at(self._finding, ref) if self._finding else None

    def _wish_passage(self, place: int, index: int) -> None:
        if passage := self._passage((place, index)):
            self.passage_wished.emit(passage.article_id, passage.start, passage.end)

    def _wish_claims(self) -> None:
        if self._finding:
            self.claims_wished.emit(self._finding.id)

    def passage_menu(self, ref: Ref) -> QMenu:
        """What can be done with a passage of the finding that is shown."""
        menu, finding, passage = QMenu(self), self._finding, self._passage(ref)
        if finding is None or passage is None:
            return menu
        menu.addAction(tr("Show in the article"), partial(self._wish_passage, *ref))
        menu.addAction(tr("Copy quote"), partial(PlainText.to_clipboard, passage.text))
        self._add_comparisons(menu, finding, ref)
        menu.addSeparator()
        places = [place for place in range(len(finding.positions)) if place != ref[0]]
        if places:
            move = menu.addMenu(tr("Move to position"))
            join = menu.addMenu(tr("Join this position with"))
            for place in places:
                name = _menu_text(finding.positions[place].value)
                move.addAction(name, partial(self._reshape, reshape.moved(finding, ref, place)))
                join.addAction(name, partial(self._reshape, reshape.joined(finding, ref[0], place)))
        if len(finding.positions[ref[0]].passages) > 1:
            menu.addAction(tr("Make it a position of its own"), partial(self._reshape, reshape.apart(finding, ref)))
        menu.addSeparator()
        menu.addAction(tr("Split off into another finding…"), partial(self._split, ref))
        self._add_others(menu, finding)
        return menu

    def _add_comparisons(self, menu: QMenu, finding: Finding, ref: Ref) -> None:
        """The passages that it can be laid beside, those of other positions first."""
        refs = [(at, i) for at, position in enumerate(finding.positions) for i in range(len(position.passages))]
        others = sorted((other for other in refs if other != ref), key=lambda other: other[0] == ref[0])[:_OTHERS]
        if others:
            submenu = menu.addMenu(tr("Compare word by word with"))
            for other in others:
                passage = passage_at(finding, other)
                name = tr("{article}: {quote}", article=self._lookup(passage.article_id).name, quote=passage.text)
                submenu.addAction(_menu_text(name), partial(self._compare, ref, other))

    def _compare(self, one: Ref, other: Ref) -> None:
        self.comparison.compare(one, other)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.comparison, 0, 12))

    def toggle_comparison(self) -> None:
        """Show two sentences of the finding word by word, or hide them."""
        self.comparison.toggle()
        if self.comparison.button.isChecked():
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.comparison, 0, 12))

    def _add_others(self, menu: QMenu, finding: Finding) -> None:
        others = [other for other in self._others if other.id != finding.id][:_OTHERS]
        if others:
            submenu = menu.addMenu(tr("Join with the finding"))
            for other in others:
                submenu.addAction(_menu_text(fact_words(other)), partial(self.join_wished.emit, finding.id, other.id))

    def _reshape(self, groups: Groups) -> None:
        if self._finding:
            self.reshape_wished.emit(self._finding.id, groups)

    def _split(self, ref: Ref) -> None:
        from factcheck.ui.dialogs.split import SplitDialog

        if finding := self._finding:
            dialog = SplitDialog(finding, lambda article: caption(self._lookup(article)), [ref], self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self.split_wished.emit(finding.id, dialog.chosen()))
            dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = RULING_KEYS.get(Qt.Key(event.key())) if not event.modifiers() else None
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self.ruling.isEnabled():
            super().keyPressEvent(event)
        elif self._finding and verb is not None:
            self.ruling.wish(verb)
        elif self._finding and event.key() == Qt.Key.Key_M and not event.modifiers():
            self._wish_claims()
        else:
            super().keyPressEvent(event)


def _empty(layout: QVBoxLayout | ColumnsLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def _menu_text(text: str) -> str:
    """Data as an entry of a menu: short, and no letter of it a shortcut."""
    short = text if len(text) <= 60 else text[:59] + "…"
    return short.replace("&", "&&")
