"""The menu over the facts table: which facts, in which order, in which columns, and a copy of all of it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from factcheck.ui.models import facts_view
from factcheck.ui.models.facts_view import FactsView
from factcheck.ui.text import tr


class FactsOptions(QPushButton):
    """Holds what was chosen; the words and the sorting by a column are the table's own."""

    changed = Signal()
    copy_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("View"), parent)
        self.view = FactsView()
        self.setToolTip(tr("Which facts, their order, the columns, and a copy for a spreadsheet"))
        inner = QMenu(self)
        self.setMenu(inner)
        self._add(inner, "show", {
            facts_view.SHARED: tr("Facts that two articles give"),
            facts_view.DIFFERING: tr("Facts on which articles differ"),
            facts_view.ALL: tr("All facts"),
        })  # fmt: skip
        self._add(inner, "order", {
            facts_view.GIVEN: tr("Differing first"),
            facts_view.NAME: tr("By name"),
            facts_view.TYPE: tr("By type"),
            facts_view.SOURCES: tr("Most articles first"),
        })  # fmt: skip
        self._add(inner, "by_publisher", {False: tr("A column per article"), True: tr("A column per publisher")})
        inner.addAction(tr("Copy the table\tCtrl+C"), self.copy_wished.emit)

    def _add(self, menu: QMenu, field: str, choices: dict[object, str] | dict[str, str] | dict[bool, str]) -> None:
        """A group of which one entry holds."""
        group = QActionGroup(menu)
        for value, text in choices.items():
            entry = QAction(text, group)
            entry.setCheckable(True)
            entry.setChecked(getattr(self.view, field) == value)
            entry.triggered.connect(lambda _=False, value=value: self._choose(field, value))
            menu.addAction(entry)
        menu.addSeparator()

    def _choose(self, field: str, value: object) -> None:
        self.view = replace(self.view, **{field: value})  # type: ignore[arg-type] # a field and one of its values
        self.changed.emit()
