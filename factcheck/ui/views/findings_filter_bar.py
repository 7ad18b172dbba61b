"""The bar over the findings: words, a menu of all that can be chosen, what was chosen as chips, and the count."""

from collections import ChainMap, Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from factcheck.i18n import Catalogue
from factcheck.ui import measures
from factcheck.ui.icons import icon
from factcheck.ui.models.findings_filter import FACETS, FindingsFilter, Names, chip_text, facet_word, fixed_names
from factcheck.ui.models.findings_model import FindingRow
from factcheck.ui.text import tr
from factcheck.ui.views.chips import Chips
from factcheck.ui.views.placeholder import leave_room

#: Values of a facet that are offered; the words find the others.
_MOST = 60
_FIELD = 160
#: Letters of a value in the menu.
_LONGEST = 60


class FindingsFilterBar(QWidget):
    """Holds the filter; what it does to the rows is the list's affair."""

    #: The filter is another one.
    changed = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = FindingsFilter()
        self._names: Names = fixed_names(catalogue)
        self._fixed = self._names
        self._rows: Sequence[FindingRow] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Filter findings"))
        self.field.setAccessibleName(tr("Filter findings"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setFixedWidth(max(_FIELD, leave_room(self.field, icons=1)))
        self.choose = QPushButton(tr("Filter by"))
        self.choose.setToolTip(tr("Kind, reason, publisher, event, article, claim, ruling (F)"))
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.choose.setMenu(self.menu)
        self.chips = Chips()
        self.chips.before(self.field, self.choose)
        self._count = QLabel()
        self._count.setProperty("muted", True)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.field.textChanged.connect(lambda text: self.set_filter(replace(self.filter, words=text)))
        self.chips.removed.connect(self._remove)
        self._show()

    def _lay_out(self) -> None:
        bar = QHBoxLayout(self)
        bar.setContentsMargins(*measures.BAR)
        bar.setSpacing(8)
        bar.addWidget(self.chips, 1)
        bar.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        self._count.setFixedHeight(self.field.sizeHint().height())

    def offer(self, rows: Sequence[FindingRow], names: Names) -> None:
        """The findings there are, and what the values of their facets are called."""
        self._rows = rows
        self.rename(names)

    def rename(self, names: Names) -> None:
        """What the values of their facets are called now."""
        self._names = ChainMap(dict(self._fixed), names)  # type: ignore[arg-type] # is only read
        self._show()

    def set_filter(self, given: FindingsFilter) -> None:
        """Another filter, which is told."""
        if given != self.filter:
            self.filter = given
            self._show()
            self.changed.emit()

    def reset(self) -> bool:
        """Back to the filter at first; whether it was another."""
        other = self.filter != FindingsFilter()
        self.set_filter(FindingsFilter())
        return other

    def tell(self, shown: int, total: int) -> None:
        """How many findings there are, or how many of them are shown."""
        all_of_them = tr("%n finding(s)", total)
        self._count.setText(all_of_them if shown == total else tr("{shown} of {all}", shown=shown, all=all_of_them))

    def count(self) -> str:
        """What is said of how many there are."""
        return self._count.text()

    def _remove(self, facet: str) -> None:
        self.set_filter(self.filter.with_facet(facet, ()))

    def _show(self) -> None:
        if self.field.text() != self.filter.words:
            self.field.setText(self.filter.words)
        ordered = [facet for facet in FACETS if facet in self.filter.only]
        self.chips.show_chips({f: chip_text(f, self.filter.only[f], self._names) for f in ordered})

    def _fill(self) -> None:
        """The menu as it is now: what can be chosen, and how many findings each would show."""
        self.menu.clear()
        for facet in FACETS:
            self._add_facet(facet, Counter(value for row in self._rows for value in row.facets.get(facet, ())))
        self.menu.addSeparator()
        self.menu.addAction(tr("Reset the filter\tEsc"), self.reset)

    def _add_facet(self, facet: str, counts: Mapping[str, int]) -> None:
        chosen = self.filter.only.get(facet, frozenset())
        names = self._names.get(facet, {})
        offered = [value for value in names if counts.get(value) or value in chosen][:_MOST]
        inner = self.menu.addMenu(facet_word(facet))
        inner.setEnabled(bool(offered))
        for value in offered:
            entry = inner.addAction(_entry(names[value], counts.get(value, 0)))
            entry.setCheckable(True)
            entry.setChecked(value in chosen)
            entry.triggered.connect(partial(self._toggle, facet, value))

    def _toggle(self, facet: str, value: str) -> None:
        self.set_filter(self.filter.toggled(facet, value))


def _entry(name: str, count: int) -> str:
    """Data as an entry of a menu, with how many findings it would show."""
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return tr("{name}  ({count})", name=short.replace("&", "&&"), count=count)
