"""The columns of a table: shown, hidden, moved, as wide as their headings, one of them taking what the others leave."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QMenu, QTableView

from factcheck.ui.models.rows import Column
from factcheck.ui.views.cell import MARGIN


class Columns:
    """Those of one table, as they are declared."""

    def __init__(self, table: QTableView, declared: Sequence[Column[Any]], sort: Callable[..., None]) -> None:
        """`sort` is told the place of a column and the order."""
        self._table, self._declared = table, declared
        #: Whether none is narrower than its heading, or a person has said how wide they are.
        self._widened = False
        head = self._head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setSortIndicatorClearable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        zero = self._digit()
        for place, column in enumerate(declared):
            head.resizeSection(place, column.width * zero + 12)
            head.setSectionHidden(place, column.hidden)
        head.setMinimumSectionSize(4 * zero)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionsClickable(True)
        head.sortIndicatorChanged.connect(sort)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self.menu().popup(head.mapToGlobal(at)))

    def _digit(self) -> int:
        return self._table.fontMetrics().horizontalAdvance("0")

    def menu(self) -> QMenu:
        """Which are seen; one always is."""
        menu, head = QMenu(self._table), self._head
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(self._declared):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not head.isSectionHidden(place))
            action.setEnabled(head.isSectionHidden(place) or head.count() - head.hiddenSectionCount() > 1)
            action.toggled.connect(partial(self._show, place))
        return menu

    def _show(self, place: int, shown: bool) -> None:
        self._head.setSectionHidden(place, not shown)
        self._widen(place)
        self.fit()

    def restore(self, state: QByteArray) -> None:
        """As they were."""
        self._widened = True  # as a person wanted them
        self._head.restoreState(state)
        self.fit()

    def widen(self) -> None:
        """None is narrower than its heading and its usual texts, when they are first seen: only then it is known what
        room these need.
        """
        if not self._widened:
            self._widened = True
            for place in range(self._head.count()):
                self._widen(place)
            self.fit()

    def _widen(self, place: int) -> None:
        head, measure = self._head, self._table.fontMetrics().horizontalAdvance
        if not head.isSectionHidden(place):
            texts = max(map(measure, self._declared[place].texts), default=0) + 2 * MARGIN + 1  # and the line beside it
            head.resizeSection(place, max(head.sectionSize(place), head.sectionSizeHint(place), texts))

    def fit(self) -> None:
        """The one that stretches takes what the others leave, at least two thirds of what it wants. Where that would
        lead out of view it ends with the view, unless it were less than a quarter. It grows over a sliver of a column
        at the end of the view.
        """
        head = self._head
        for place, column in enumerate(self._declared):
            if column.stretch and not head.isSectionHidden(place):
                left = self._table.viewport().width() - head.length() + head.sectionSize(place)
                wanted, hint = column.width * self._digit(), head.sectionSizeHint(place)
                in_view = self._table.viewport().width() - head.sectionPosition(place)
                least = min(wanted * 2 // 3, max(in_view, wanted // 4))
                head.resizeSection(place, max(left, least, hint))
                head.resizeSection(place, head.sectionSize(place) + self._sliver(head.sectionPosition(place)))

    def _sliver(self, after: int) -> int:
        """How much is in view of a column behind that position of which less than half is in view."""
        head, end = self._head, self._table.viewport().width()
        for place in range(head.count()):
            start, wide = head.sectionPosition(place), head.sectionSize(place)
            if not head.isSectionHidden(place) and after < start < end < start + wide and end - start < wide / 2:
                return end - start
        return 0
