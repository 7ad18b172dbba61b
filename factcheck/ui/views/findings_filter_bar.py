"""The bar over the findings: words, a menu of all that can be chosen, what was chosen as chips, and the count."""

from collections import ChainMap, Counter
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from factcheck.i18n import Catalogue
from factcheck.ui import measures
from factcheck.ui.models.findings_filter import FACETS, FindingsFilter, Names, chip_text, facet_word, fixed_names
from factcheck.ui.models.findings_model import FindingRow
from factcheck.ui.text import tr
from factcheck.ui.views.chips import Chips
from factcheck.ui.views.filter_bar import FilterBar

#: Values of a facet that are offered; the words find the others.
_MOST = 60
_FIELD = 160
#: Letters of a value in the menu.
_LONGEST = 60


class FindingsFilterBar(FilterBar[FindingsFilter]):
    """The bar over the findings."""

    def __init__(self, catalogue: Catalogue) -> None:
        offered = tr("Kind, reason, publisher, event, article, claim, ruling (F)")
        super().__init__(FindingsFilter(), tr("Filter findings"), _FIELD, offered, Chips())
        self._names: Names = fixed_names(catalogue)
        self._fixed = self._names
        self._rows: Sequence[FindingRow] = ()
        self.chips.before(self.field, self.choose)
        self._lay_out()
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

    def lift(self) -> bool:
        """Back to the filter at first; whether it was another."""
        other = self.filter != FindingsFilter()
        self.set_filter(FindingsFilter())
        return other

    def _all(self, total: int) -> str:
        return tr("%n finding(s)", total)

    def _show(self) -> None:
        super()._show()
        ordered = [facet for facet in FACETS if facet in self.filter.only]
        self.chips.show_chips({f: chip_text(f, self.filter.only[f], self._names) for f in ordered})

    def _fill(self) -> None:
        """The menu as it is now: what can be chosen, and how many findings each would show."""
        self.menu.clear()
        for facet in FACETS:
            self._add_facet(facet, Counter(value for row in self._rows for value in row.facets.get(facet, ())))
        self.menu.addSeparator()
        self.menu.addAction(tr("Reset the filter\tEsc"), self.lift)

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


def _entry(name: str, count: int) -> str:
    """Data as an entry of a menu, with how many findings it would show."""
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return tr("{name}  ({count})", name=short.replace("&", "&&"), count=count)
