"""Reading: finding words, going from mark to mark, moving their ends, sentences, what is worth checking."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from factcheck import edits
from factcheck.matching import Worth
from factcheck.text import Span, sentence_after, sentence_at
from factcheck.ui import present
from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.suggesting import Suggesting
from factcheck.ui.text import tr
from factcheck.ui.ties import Tie
from factcheck.ui.views.article_pane import ArticlePane
from factcheck.ui.views.desk_find import DeskFind
from factcheck.ui.views.desk_sync import EVENT, OFF, WAYS, DeskSync

#: Their keys mean something else outside of the articles.
_IN_THE_TEXT = (
    "next_mark",
    "previous_mark",
    "resize",
    "select_sentence",
    "extend_sentence",
    "next_worth",
    "previous_worth",
)


class DeskWishes:
    """Works on the desk of one window."""

    def __init__(self, bench: Bench, actions: Actions) -> None:
        self.bench, self._actions = bench, actions
        self.suggesting = Suggesting(bench.jobs, bench.fail, bench.window)
        self.suggesting.changed.connect(self.show_worth)
        bench.desk.arranged.connect(self.show_worth)
        self.show_worth()
        self.sync = DeskSync(bench.desk, self._ties)
        for news in (bench.desk.arranged, bench.feed.changed, bench.survey.changed):
            news.connect(self.sync.renew)
        self._show_sync()
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

    # --- sentences ---

    def select_sentence(self) -> None:
        """Selects the sentence at the cursor."""
        pane, shown = self._pane(), self._pane().shown()
        if shown and (span := sentence_at(shown.text, pane.text.cursor_offset(), shown.language)):
            pane.take_focus()
            pane.text.go_to(span)

    def extend_sentence(self) -> None:
        """Selects the sentence behind the selection too; without one, that at the cursor."""
        pane, shown, selected = self._pane(), self._pane().shown(), self._pane().text.selected()
        if shown is None or selected is None:
            self.select_sentence()
        elif span := sentence_after(shown.text, selected.end, shown.language):
            pane.text.go_to(Span(selected.start, span.end))

    # --- worth checking ---

    def next_worth(self) -> None:
        """To the next statement that is worth checking."""
        self._go(lambda pane: pane.text.next_suggestion())

    def previous_worth(self) -> None:
        """To the one before."""
        self._go(lambda pane: pane.text.previous_suggestion())

    def toggle_worth(self, kind: str) -> None:
        """Whether statements of this kind are underlined; remembered."""
        there = self.bench.settings.worth
        kinds = tuple(other for other in there if other != kind) if kind in there else (*there, kind)
        self.bench.choose(replace(self.bench.settings, worth=kinds))
        self.suggesting.forget()
        self.show_worth()

    def show_worth(self) -> None:
        """Underlines in all open articles what is worth checking, as soon as that is known."""
        desk, wanted = self.bench.desk, self.bench.settings.worth
        shown = [article for article in (pane.shown() for pane in desk.panes()) if article]
        for kind in Worth:
            self._actions[f"worth_{kind}"].setChecked(kind in wanted)
        if wanted and self.bench.project:
            self.suggesting.look_at(shown)
        for article in shown:
            desk.set_suggestions(article.article_id, self.suggesting.known(article.version_id), wanted)

    # --- scrolling together ---

    def choose_sync(self, way: str) -> None:
        """How the articles scroll together; remembered."""
        self.bench.choose(replace(self.bench.settings, sync=way))
        self._show_sync()

    def _show_sync(self) -> None:
        way = self.bench.settings.sync if self.bench.settings.sync in WAYS else OFF
        for each in WAYS:
            self._actions[f"sync_{each or 'off'}"].setChecked(each == way)
        self.sync.choose(way)

    def _ties(self, way: str, here: str, there: str) -> list[Tie] | None:
        """What the findings tie together; by event of one event only, and there also by what the articles agree on."""
        bench, event = self.bench, self.bench.survey.event_of(here)
        if way == EVENT and (not event or event != bench.survey.event_of(there)):
            return None
        return present.ties((f for f in bench.feed.findings if way == EVENT or present.in_dispute(f)), here, there)

    def _pane(self) -> ArticlePane:
        """The article that was read last."""
        return self.bench.desk.panes()[self.bench.desk.current_pane()]

    def _go(self, step: Callable[[ArticlePane], object]) -> None:
        """The keys go to the article that was read last, and there to another place."""
        pane = self._pane()
        if pane.article_id():
            pane.take_focus()
            step(pane)
