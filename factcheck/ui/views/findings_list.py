"""The facts in dispute, one row each, ruled on by single keys."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Verb
from factcheck.ui.models.findings_filter import ALL, FindingsFilter, Names
from factcheck.ui.models.findings_model import FindingRow, FindingsModel, list_rows
from factcheck.ui.models.list_rows import ListRows
from factcheck.ui.text import tr
from factcheck.ui.views.filtered_list import FilteredList
from factcheck.ui.views.finding_cells import FactDelegate, KindDelegate, RulingDelegate, ScoreDelegate, WrappedDelegate
from factcheck.ui.views.findings_filter_bar import FindingsFilterBar
from factcheck.ui.views.ruling_bar import RULING_KEYS
from factcheck.ui.views.table import RowsTable

#: Columns that give way in a list narrower than so many pixels; the card has all that they say.
_NARROW = {"sources": 720, "kind": 540}
#: Rows whose words are made at once, in two thousandths of a second or so, and milliseconds between.
_AT_ONCE, _PAUSE = 40, 30


class FindingsList(FilteredList[FindingsFilterBar, "_Table"]):
    """All findings, best first, one of which is chosen."""

    #: Id of the finding that a person went to.
    finding_chosen = Signal(str)
    #: Id of the finding that was opened with Enter or a double click.
    finding_opened = Signal(str)
    #: Id of a finding, and the ruling's verb, "" to clear it.
    ruling_wished = Signal(str, str)
    #: Id of a finding whose ruling is to be given a note.
    note_wished = Signal(str)
    #: Id of a finding of whose positions claims are to be made.
    claims_wished = Signal(str)
    #: What is shown is filtered otherwise.
    filter_changed = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        self._model = FindingsModel(catalogue)
        self._articles, self._running = 0, False
        bar, table = FindingsFilterBar(catalogue), _Table(self._model, catalogue)
        super().__init__(bar, table, tr("Show all findings"), parent)
        self._prepare = QTimer(self, interval=_PAUSE)
        self._prepare.timeout.connect(self._prepare_some)
        self._wire()
        self._filter()

    def _wire(self) -> None:
        self.bar.changed.connect(self._filter)
        self.bar.changed.connect(self.filter_changed)
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(self.finding_opened)
        self.table.menu_wished.connect(self._show_menu)
        for key, verb in RULING_KEYS.items():
            self.table.keys[key] = partial(self.rule, verb)
            if verb:
                self.table.keys[Qt.KeyboardModifier.ShiftModifier, key] = partial(self.rule_with_note, verb)
        self.table.keys[Qt.Key.Key_M] = self._wish_claims

    def set_rows(self, rows: Sequence[FindingRow], names: Names) -> None:
        """Show these findings; selection, filter, order and scroll position stay. `names` tells facets' values."""
        made, before = list_rows(rows, self._model.columns), self._model.rows
        if isinstance(before, ListRows):
            made.take_over(before)
        self.table.show_rows(made)
        self._prepare.start()
        self.bar.offer(rows, names)
        self._tell_count()

    def _prepare_some(self) -> None:
        """The words that a filter looks for, a few rows at a time while nothing else is to be done."""
        rows = self._model.rows
        if not (isinstance(rows, ListRows) and rows.prepare(_AT_ONCE)):
            self._prepare.stop()

    def rest(self) -> None:
        """What the rows are made of is about to be closed: nothing more is made ready of them."""
        self._prepare.stop()

    def set_names(self, names: Names) -> None:
        """The values of facets are called otherwise, or others are there: what is filtered by is looked at anew."""
        self.bar.rename(names)
        if {"event", "claim", "article", "publisher"} & {*self.bar.filter.only}:
            self._filter()

    def set_state(self, articles: int, running: bool) -> None:
        """How many articles there are and whether matching is at work: what an empty list says of it."""
        self._articles, self._running = articles, running
        self._tell_count()

    def filter(self) -> FindingsFilter:
        """What is shown."""
        return self.bar.filter

    def set_filter(self, given: FindingsFilter) -> None:
        """Show what fits this."""
        self.bar.set_filter(given)

    def only_article(self, article_id: str) -> None:
        """Show what articles contradict this one in, or it itself."""
        self.set_filter(FindingsFilter().with_facet("article", [article_id]))

    def select(self, finding_id: str | None) -> bool:
        """Choose a finding without saying so; one that the filter hides makes the filter yield."""
        found = self.table.select(finding_id)
        if finding_id and not found:
            self.clear_filter()
            found = self.table.select(finding_id)
        return found

    def stay_with(self, finding_id: str) -> None:
        """Choose what the chosen finding has become, if it is shown: the filter stays."""
        self.table.select(finding_id)

    def step(self, by: int) -> None:
        """Go to the next or the previous finding of the list, and say so."""
        here = self._model.rows.find(self.current() or "")
        wanted = here + by if here >= 0 else 0
        if 0 <= wanted < len(self._model.rows):
            self.table.choose(self._model.rows.id_at(wanted))

    def current(self) -> str | None:
        """Id of the finding that is chosen."""
        return self.table.current()

    def clear_filter(self) -> None:
        """Show findings of all kinds and rulings."""
        self.bar.set_filter(ALL)

    def rule(self, verb: str) -> None:
        """Wish a ruling on the chosen finding, and go on to the next that nobody has ruled on."""
        if finding_id := self.current():
            following = self._next_open(finding_id) if verb else None
            self.ruling_wished.emit(finding_id, verb)
            if following and self._model.rows.find(following) >= 0:
                self.table.choose(following)

    def rule_with_note(self, verb: str) -> None:
        """Wish a ruling on the chosen finding, and to say why."""
        if finding_id := self.current():
            self.ruling_wished.emit(finding_id, verb)
            self.note_wished.emit(finding_id)

    def _next_open(self, finding_id: str) -> str | None:
        """The next open finding below, else from the top."""
        rows, here = self._model.rows, self._model.rows.find(finding_id)
        places = [*range(here + 1, len(rows)), *range(here)]
        return next((rows.id_at(place) for place in places if rows[place].finding.ruling is None), None)

    def _wish_claims(self) -> None:
        if finding_id := self.current():
            self.claims_wished.emit(finding_id)

    def _wish_note(self) -> None:
        if finding_id := self.current():
            self.note_wished.emit(finding_id)

    def _chose(self, finding_id: str) -> None:
        if finding_id:
            self.finding_chosen.emit(finding_id)

    def _filter(self) -> None:
        self.table.filter(self.bar.filter.words, **self.bar.filter.only)
        self._tell_count()

    def _tell_count(self) -> None:
        shown, total = len(self._model.rows), self._model.rows.total()
        self.bar.tell(shown, total)
        if shown or not total or not self._articles or self._running:
            self.say_empty(self._empty_text())
        elif self.bar.filter == FindingsFilter():
            hint = tr("Take “Disputed” away to see where the articles agree.")
            self.say_nothing_fits(tr("Nothing is in dispute here"), hint)
        else:
            self.say_nothing_fits(tr("No finding fits the filter"), tr("Press Esc to reset it."))

    def _empty_text(self) -> str:
        if not self._articles:
            return tr("Import articles about one event, and what they contradict each other in is listed here.")
        if self._running:
            return tr("Comparing the articles…")
        return tr(
            "The articles contradict each other in nothing that was found; so far only English is understood. "
            "Mark two passages and make one by hand."
        )

    def _show_menu(self, event: QContextMenuEvent) -> None:
        if self.current():
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the chosen finding."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Confirm\tY"), partial(self.rule, Verb.confirmed.value))
        menu.addAction(tr("Dismiss\tN"), partial(self.rule, Verb.dismissed.value))
        menu.addAction(tr("Different scope\tS"), partial(self.rule, Verb.scope.value))
        menu.addAction(tr("Clear ruling\tBackspace"), partial(self.rule, ""))
        menu.addAction(tr("Write a note\tT"), self._wish_note)
        menu.addSeparator()
        menu.addAction(tr("Make claims of the positions\tM"), self._wish_claims)
        return menu


class _Table(RowsTable):
    menu_wished = Signal(object)

    def __init__(self, model: FindingsModel, catalogue: Catalogue) -> None:
        super().__init__(model)
        self.setAccessibleName(tr("Findings"))
        self.setSelectionMode(RowsTable.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 14)
        self._places = {column.key: place for place, column in enumerate(model.columns)}
        self._fact = FactDelegate(catalogue, self)
        delegates = {
            "score": ScoreDelegate(self),
            "kind": KindDelegate(catalogue, self),
            "fact": self._fact,
            "sources": WrappedDelegate(self),
            "ruling": RulingDelegate(self),
        }
        for key, delegate in delegates.items():
            self.setItemDelegateForColumn(self._places[key], delegate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for key, least in _NARROW.items():
            self.setColumnHidden(self._places[key], self.viewport().width() < least)
        self._fact.signed = self.isColumnHidden(self._places["kind"])
        super().resizeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event)
