"""The facts in dispute, one row each, ruled on by single keys."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import DISPUTED, Finding, Kind, Verb
from factcheck.ui.models.findings_model import OPEN, FindingsModel, Lookup, finding_rows, kind_word
from factcheck.ui.text import tr
from factcheck.ui.views.filter_bar import FilterBar
from factcheck.ui.views.finding_cells import KindDelegate, RulingDelegate, ScoreDelegate
from factcheck.ui.views.ruling_bar import RULING_KEYS
from factcheck.ui.views.table import RowsTable


class FindingsList(QWidget):
    """All findings, best first, one of which is chosen."""

    #: Id of the finding that a person went to.
    finding_chosen = Signal(str)
    #: Id of the finding that was opened with Enter or a double click.
    finding_opened = Signal(str)
    #: Id of a finding, and the ruling's verb, "" to clear it.
    ruling_wished = Signal(str, str)
    #: Id of a finding of whose positions claims are to be made.
    claims_wished = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._model = FindingsModel(catalogue)
        self._articles, self._running = 0, False
        self.table = _Table(self._model)
        self.kinds = QComboBox()
        self.rulings = QComboBox()
        self._fill_filters()
        self._bar = FilterBar(tr("Filter findings"), [self.kinds, self.rulings])
        self.filter_field = self._bar.field
        self._bar.over(self.table, self)
        self._wire()
        self._tell_count()

    def _fill_filters(self) -> None:
        self.kinds.setAccessibleName(tr("Show findings of kind"))
        self.kinds.addItem(tr("Disputed"), DISPUTED)
        self.kinds.addItem(tr("All kinds"), frozenset())
        for kind in Kind:
            self.kinds.addItem(kind_word(self._catalogue, kind), frozenset([str(kind)]))
        self.rulings.setAccessibleName(tr("Show findings with ruling"))
        self.rulings.addItem(tr("Any ruling"), frozenset())
        self.rulings.addItem(tr("Open"), frozenset([OPEN]))
        for verb in Verb:
            self.rulings.addItem(self._catalogue(f"ruling.{verb}"), frozenset([str(verb)]))

    def _wire(self) -> None:
        self.filter_field.textChanged.connect(self._filter)
        self.filter_field.returnPressed.connect(self.table.setFocus)
        self.kinds.currentIndexChanged.connect(self._filter)
        self.rulings.currentIndexChanged.connect(self._filter)
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(self.finding_opened)
        self.table.menu_wished.connect(self._show_menu)
        for key, verb in RULING_KEYS.items():
            self.table.keys[key] = partial(self.rule, verb)
        self.table.keys[Qt.Key.Key_M] = self._wish_claims
        self._filter()

    def set_findings(self, findings: Sequence[Finding], lookup: Lookup) -> None:
        """Show these findings; selection, filter, order and scroll position stay."""
        self.table.show_rows(finding_rows(findings, self._model.columns, lookup))
        self._tell_count()

    def set_state(self, articles: int, running: bool) -> None:
        """How many articles there are and whether matching is at work: what an empty list says of it."""
        self._articles, self._running = articles, running
        self._tell_count()

    def select(self, finding_id: str | None) -> bool:
        """Choose a finding without saying so; one that the filter hides makes the filter yield."""
        found = self.table.select(finding_id)
        if finding_id and not found:
            self.clear_filter()
            found = self.table.select(finding_id)
        return found

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
        self.filter_field.clear()
        self.kinds.setCurrentIndex(1)
        self.rulings.setCurrentIndex(0)

    def rule(self, verb: str) -> None:
        """Wish a ruling on the chosen finding, and go on to the next that nobody has ruled on."""
        if finding_id := self.current():
            following = self._next_open(finding_id) if verb else None
            self.ruling_wished.emit(finding_id, verb)
            if following and self._model.rows.find(following) >= 0:
                self.table.choose(following)

    def _next_open(self, finding_id: str) -> str | None:
        """The next open finding below, else from the top."""
        rows, here = self._model.rows, self._model.rows.find(finding_id)
        places = [*range(here + 1, len(rows)), *range(here)]
        return next((rows.id_at(place) for place in places if rows[place].ruling is None), None)

    def _wish_claims(self) -> None:
        if finding_id := self.current():
            self.claims_wished.emit(finding_id)

    def _chose(self, finding_id: str) -> None:
        if finding_id:
            self.finding_chosen.emit(finding_id)

    def _filter(self) -> None:
        wanted = {"kind": self.kinds.currentData(), "ruling": self.rulings.currentData()}
        self.table.filter(self.filter_field.text(), **{key: values for key, values in wanted.items() if values})
        self._tell_count()

    def _tell_count(self) -> None:
        shown, total = len(self._model.rows), self._model.rows.total()
        self._bar.tell(shown, total, tr("%n finding(s)", total))
        self.table.set_empty(self._empty_text(total))

    def _empty_text(self, total: int) -> str:
        if self._running:
            return tr("Comparing the articles…")
        if self._articles < 1:
            return tr("Import articles about one event, and what they contradict each other in is listed here.")
        if total and self.kinds.currentIndex() == 0 and not self.filter_field.text():
            return tr("Nothing is in dispute here. Choose “All kinds” to see where the articles agree.")
        if total:
            return tr("No finding fits the filter.")
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
        menu.addSeparator()
        menu.addAction(tr("Make claims of the positions\tM"), self._wish_claims)
        return menu


class _Table(RowsTable):
    menu_wished = Signal(object)

    def __init__(self, model: FindingsModel) -> None:
        super().__init__(model)
        self.setAccessibleName(tr("Findings"))
        self.setSelectionMode(RowsTable.SelectionMode.SingleSelection)
        delegates = {"score": ScoreDelegate(self), "kind": KindDelegate(self), "ruling": RulingDelegate(self)}
        for place, column in enumerate(model.columns):
            if column.key in delegates:
                self.setItemDelegateForColumn(place, delegates[column.key])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event)
