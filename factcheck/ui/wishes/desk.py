"""Reading: looking for words, going from mark to mark, moving their ends."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from factcheck import edits
from factcheck.text import Span
from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.text import tr
from factcheck.ui.views.article_pane import ArticlePane
from factcheck.ui.views.desk_find import DeskFind

#: Their keys mean something else outside of the articles.
_IN_THE_TEXT = ("next_mark", "previous_mark", "resize")


class DeskWishes:
    """Works on the desk of one window."""

    def __init__(self, bench: Bench, actions: Actions) -> None:
        self.bench, self._actions = bench, actions
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

    def resize(self) -> None:
        """The keys move the ends of the mark at the cursor."""
        pane = self._pane()
        if not self.bench.editable():
            return
        pane.take_focus()
        if pane.text.resize_mark():
            self.bench.say(tr("Arrows move the end, with Shift the start, with Ctrl by words; Enter keeps, Esc leaves"))
        else:
            self.bench.say(tr("Go to a mark first: {key}.", key=self._key("next_mark")))

    def _key(self, action: str) -> str:
        return self._actions[action].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def resized(self, passage_id: str, span: Span) -> None:
        """A passage has other ends; all that hangs on it stays."""
        self.bench.do(lambda state: edits.move_passage(state, passage_id, span))

    def _pane(self) -> ArticlePane:
        """The article that was read last."""
        return self.bench.desk.panes()[self.bench.desk.current_pane()]

    def _go(self, step: Callable[[ArticlePane], object]) -> None:
        """The keys go to the article that was read last, and there to another place."""
        pane = self._pane()
        if pane.article_id():
            pane.take_focus()
            step(pane)
