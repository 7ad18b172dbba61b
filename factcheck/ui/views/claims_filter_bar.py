"""The bar over the claims: words, a menu of what else can be filtered by, chips of what was, groups, the count."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from factcheck.i18n import Catalogue
from factcheck.listing import GROUPED_BY, OVERDUE, Choice
from factcheck.ui import measures
from factcheck.ui.models.claims_filter import (
    FACETS,
    FIRST_VERDICT,
    ClaimsFilter,
    chip_text,
    facet_word,
    in_words,
    value_name,
)
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr
from factcheck.ui.views.chips import Chips
from factcheck.ui.views.filter_bar import FilterBar
from factcheck.ui.views.values_popup import MOST, ValuesPopup

_FIELD = 180


class Facets(Protocol):
    """What can be ticked in the project that is open."""

    def choices(self, facet: str, most: int, words: str) -> Sequence[Choice]:
        """The values of a facet that have some words, with how many claims they would show."""
        ...

    def name(self, facet: str, raw: str) -> str:
        """What a value is called."""
        ...


class ClaimsFilterBar(FilterBar[ClaimsFilter]):
    """The bar over the claims."""

    #: All groups are to be closed, or opened.
    fold_wished = Signal(bool)

    def __init__(self, catalogue: Catalogue) -> None:
        offered = tr("Status, verdict, claimant, topic, assignee, article, overdue (F)")
        super().__init__(ClaimsFilter(), tr("Filter claims"), _FIELD, offered, Chips(drop=True))
        #: None while no project is open.
        self.facets: Facets | None = None
        #: A second reader, who is told nothing of first verdicts.
        self.blind = False
        self._catalogue = catalogue
        self._names: dict[tuple[str, str], str] = {}
        self._popup: ValuesPopup | None = None
        self.group = QPushButton()
        self.group.setToolTip(tr("Status, verdict, claimant, topic or assignee as headings (G)"))
        self.group_menu = QMenu(self)
        self.group_menu.aboutToShow.connect(self._fill_groups)
        self.group.setMenu(self.group_menu)
        self._lay_out()
        self.chips.opened.connect(self.open_values)
        self._show()

    def _lay_out(self) -> None:
        """What can be chosen stands in a line that no filter moves; what was chosen, below it."""
        line = QHBoxLayout()
        line.setSpacing(measures.NEAR)
        line.addWidget(self.field)
        line.addWidget(self.choose)
        line.addStretch(1)
        line.addWidget(self._count)
        line.addWidget(self.group)
        bar = QVBoxLayout(self)
        bar.setContentsMargins(*measures.BAR)
        bar.setSpacing(6)
        bar.addLayout(line)
        bar.addWidget(self.chips)

    # --- the filter ---

    def lift(self) -> bool:
        """Show all claims, in the groups they are in; whether some may have been hidden."""
        hid = self.filter.hides or bool(self.field.text())
        self.set_filter(self.filter.cleared())
        return hid

    def again(self) -> None:
        """Shows the filter as it is, for another project or reader."""
        self._names.clear()
        self._show()

    def tell(self, shown: int, total: int) -> None:
        """How many claims there are, or how many of them are shown, and by what filter."""
        super().tell(shown, total)
        if what := self.in_words():
            said = f"{self.count()}: {what}"
            self._count.setToolTip(tooltip(said))
            self._count.setAccessibleName(said)

    def _all(self, total: int) -> str:
        return tr("%n claim(s)", total)

    def in_words(self) -> str:
        """The filter as a person would say it; "" if there is none."""
        return in_words(self._seen(), self.name)

    def name(self, facet: str, raw: str) -> str:
        """What a value of a facet is called."""
        if facet == OVERDUE:
            return facet_word(facet)
        if (facet, raw) not in self._names:
            known = self.facets.name(facet, raw) if self.facets else raw
            self._names[facet, raw] = value_name(facet, known, self._catalogue)
        return self._names[facet, raw]

    def _choices(self, facet: str, words: str = "") -> Sequence[Choice]:
        found = self.facets.choices(facet, MOST, words) if self.facets else ()
        for choice in found:
            self._names[facet, choice.raw] = value_name(facet, choice.shown, self._catalogue)
        return found

    def _seen(self) -> ClaimsFilter:
        """What of the filter holds for the reader at the desk."""
        return self.filter.with_facet(FIRST_VERDICT, ()) if self.blind else self.filter

    # --- what is shown ---

    def _show(self) -> None:
        super()._show()
        seen = self._seen()
        texts = {
            facet: chip_text(facet, sorted(self.name(facet, raw) for raw in seen.only[facet]))
            for facet in FACETS
            if facet in seen.only
        }
        self.chips.show_chips({**texts, "": tr("Clear all")} if texts else {})
        self.chips.setVisible(bool(texts))
        group = self.filter.group
        self.group.setText(tr("Groups: {column}", column=facet_word(group)) if group else tr("Group by"))

    def _facets(self, keys: Sequence[str]) -> list[str]:
        return [key for key in keys if not (self.blind and key == FIRST_VERDICT)]

    def _fill(self) -> None:
        """The menu as it is now; each entry opens the values of its facet."""
        self.menu.clear()
        for facet in self._facets(FACETS):
            if facet == OVERDUE:
                self._add_overdue()
            else:
                self.menu.addAction(tr("{facet}…", facet=facet_word(facet)), partial(self.open_values, facet))
        self.menu.addSeparator()
        self.menu.addAction(tr("Clear the filter\tEsc"), self.lift)

    def _add_overdue(self) -> None:
        count = sum(choice.count for choice in self._choices(OVERDUE))
        entry = self.menu.addAction(tr("{name}  ({count})", name=facet_word(OVERDUE), count=count))
        entry.setCheckable(True)
        entry.setChecked(OVERDUE in self.filter.only)
        entry.triggered.connect(lambda: self._toggle(OVERDUE, OVERDUE))

    def _fill_groups(self) -> None:
        self.group_menu.clear()
        one = QActionGroup(self.group_menu)
        for key in ("", *self._facets(GROUPED_BY)):
            entry = self.group_menu.addAction(facet_word(key) if key else tr("No groups"))
            entry.setCheckable(True)
            entry.setChecked(key == self.filter.group)
            entry.triggered.connect(lambda _on, key=key: self.set_filter(replace(self.filter, group=key)))
            one.addAction(entry)
        if self.filter.group:
            self.group_menu.addSeparator()
            self.group_menu.addAction(tr("Close all groups"), lambda: self.fold_wished.emit(True))
            self.group_menu.addAction(tr("Open all groups"), lambda: self.fold_wished.emit(False))

    def open_values(self, facet: str) -> None:
        """The values of a facet to be ticked, below its chip or the button that offers it."""
        if facet == OVERDUE:
            self._remove(OVERDUE)
            return
        popup = self._popup = ValuesPopup(
            facet_word(facet),
            partial(self._choices, facet),
            self.filter.only.get(facet, frozenset()),
            lambda raw: self.name(facet, raw),
            self,
        )
        popup.toggled.connect(partial(self._toggle, facet))
        popup.left.connect(lambda: self.chips.chips.get(facet, self.choose).setFocus())
        popup.open_below(self.chips.chips.get(facet, self.choose))

    def popup(self) -> ValuesPopup | None:
        """The values that were opened last."""
        return self._popup

    def _remove(self, facet: str) -> None:
        if facet:
            super()._remove(facet)
        else:
            self.lift()
