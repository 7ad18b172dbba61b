"""What the bars over lists have in common: words, a menu of what else can be filtered by, chips, and the count."""

from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from factcheck.ui.icons import icon
from factcheck.ui.models.facet_filter import FacetFilter
from factcheck.ui.models.rows import tooltip
from factcheck.ui.text import tr
from factcheck.ui.views.chips import Chips
from factcheck.ui.views.elided_label import ElidedLabel
from factcheck.ui.views.placeholder import leave_room

F = TypeVar("F", bound=FacetFilter)


class _Count(ElidedLabel):
    """Takes the room that it needs, down to that of its shorter words; the bar says what its tool tip tells."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("muted", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        saved = self.fontMetrics().horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.shorter)
        return whole - QSize(saved, 0) if self.shorter else whole

    def _tell(self) -> None:
        self.updateGeometry()


class FilterBar(QWidget, Generic[F]):
    """Holds the filter; what it does to the rows is the list's affair."""

    #: The filter is another one.
    changed = Signal()

    def __init__(self, first: F, words: str, width: int, offered: str, chips: Chips) -> None:
        """`words`: what the field asks for; `width`: its least one; `offered`: what is said of the menu."""
        super().__init__()
        self.filter = first
        self.chips = chips
        self.field = QLineEdit()
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setFixedWidth(max(width, leave_room(self.field, icons=1)))
        self.field.textChanged.connect(lambda text: self.set_filter(replace(self.filter, words=text)))
        self.choose = QPushButton(tr("Filter by"))
        self.choose.setToolTip(offered)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.choose.setMenu(self.menu)
        self.chips.removed.connect(self._remove)
        self._count = _Count()

    def set_filter(self, given: F) -> None:
        """Another filter, which is told."""
        if given != self.filter:
            self.filter = given
            self._show()
            self.changed.emit()

    def lift(self) -> bool:
        """What Esc does: back to what is shown by itself; whether something else was."""
        raise NotImplementedError

    def tell(self, shown: int, total: int) -> None:
        """How many rows there are, or how many of them are shown; of what, where there is room."""
        if shown == total:
            self._count.setText(self._all(total))
        else:
            whole, short = (tr("{shown} of {all}", shown=shown, all=of) for of in (self._all(total), total))
            self._count.setText(whole, short)
        self._count.setToolTip(tooltip(self.count()) if shown < total else "")

    def count(self) -> str:
        """What is said of how many there are."""
        return self._count.text()

    def _all(self, total: int) -> str:
        raise NotImplementedError

    def _show(self) -> None:
        """The words in the field; a bar adds what else it shows."""
        if self.field.text() != self.filter.words:
            self.field.setText(self.filter.words)

    def _fill(self) -> None:
        """The menu as it is now."""
        raise NotImplementedError

    def _toggle(self, facet: str, value: str) -> None:
        self.set_filter(self.filter.toggled(facet, value))

    def _remove(self, facet: str) -> None:
        self.set_filter(self.filter.with_facet(facet, ()))
