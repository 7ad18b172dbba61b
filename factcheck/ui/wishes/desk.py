"""Reading: looking for words, going from mark to mark."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.views.article_pane import ArticlePane
from factcheck.ui.views.desk_find import DeskFind

#: Their keys mean something else outside of the articles.
_IN_THE_TEXT = ("next_mark", "previous_mark")


class DeskWishes:
    """Works on the desk of one window."""

    def __init__(self, bench: Bench, actions: Actions) -> None:
        self.bench = bench
        for key in _IN_THE_TEXT:
            actions[key].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            bench.desk.addAction(actions[key])
        self.find = DeskFind(bench.desk, bench.desk.find_bar)

    def next_mark(self) -> None:
        """To the next claim or piece of evidence in the article that was read last."""
        self._go(lambda pane: pane.text.next_mark())

    def previous_mark(self) -> None:
        """To the one before."""
        self._go(lambda pane: pane.text.previous_mark())

    def _pane(self) -> ArticlePane:
        """The article that was read last."""
        return self.bench.desk.panes()[self.bench.desk.current_pane()]

    def _go(self, step: Callable[[ArticlePane], object]) -> None:
        """The keys go to the article that was read last, and there to another place."""
        pane = self._pane()
        if pane.article_id():
            pane.take_focus()
            step(pane)
