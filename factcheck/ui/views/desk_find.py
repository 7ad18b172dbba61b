"""Finds words in the articles that are open: what can be seen at once, the rest in short turns between key strokes."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from factcheck.errors import FactCheckError
from factcheck.hits import Hits, Query
from factcheck.text import Span
from factcheck.ui.text import tr
from factcheck.ui.views.article_pane import ArticlePane
from factcheck.ui.views.desk import Desk
from factcheck.ui.views.find_bar import FindBar

#: Seconds of looking in one turn, until the first place is shown, and until the one before is.
_TURN, _SOON, _WAIT = 0.004, 0.02, 0.3


class DeskFind(QObject):
    """Looks in the article read last, or in all of them, and shows the places there."""

    def __init__(self, desk: Desk, bar: FindBar) -> None:
        super().__init__(desk)
        self._desk, self._bar = desk, bar
        self._hits: dict[ArticlePane, Hits] = {}
        self._query = Query()
        #: The place that is shown, and where looking began.
        self._at: tuple[ArticlePane, Span] | None = None
        self._origin = 0
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._go_on)
        bar.hide()
        bar.changed.connect(self._begin)
        bar.step_wished.connect(self.step)
        bar.closed.connect(self.close)
        desk.escaped.connect(lambda: self.close() if bar.isVisible() else None)
        desk.arranged.connect(self._rearranged)
        desk.current_changed.connect(lambda _pane: None if self._bar.everywhere.isChecked() else self._rearranged())

    # --- opening and closing ---

    def open(self) -> None:
        """The bar, with the words that are selected in the article read last."""
        pane = self._pane()
        span = pane.text.selected()
        words = span.of(pane.text.text()) if span else ""
        self._origin = span.start if span else pane.text.cursor_offset()
        shown = self._bar.isVisible()
        self._bar.open(words if words and "\n" not in words and len(words) <= 200 else "")
        if not shown:
            self._begin()

    def close(self) -> None:
        """Shows no places any more; the one that was reached stays selected."""
        self._bar.hide()
        self._forget()
        self._pane().take_focus()

    def _forget(self) -> None:
        self._more.stop()
        for pane in self._hits:
            pane.set_hits(None)
        self._hits, self._at = {}, None

    def _rearranged(self) -> None:
        if self._bar.isVisible():
            self._look_in(self._bar.query())

    # --- looking ---

    def _pane(self) -> ArticlePane:
        return self._desk.panes()[self._desk.current_pane()]

    def _panes(self) -> list[ArticlePane]:
        open_ones = [pane for pane in self._desk.panes() if pane.article_id()]
        return open_ones if self._bar.everywhere.isChecked() else [p for p in open_ones if p is self._pane()]

    def _begin(self) -> None:
        """Other words: from where the last ones were met, so that typing on stays in its place."""
        if self._at:
            self._origin = self._at[1].start
        self._look_in(self._bar.query())
        if self._hits:
            self._step_from(self._pane(), self._origin, 1)
        self._tell()

    def _look_in(self, query: Query) -> None:
        self._forget()
        self._query = query
        if not query.words:
            return
        try:
            for pane in self._panes():
                hits = Hits(pane.text.text(), query, self._origin if pane is self._pane() else 0)
                self._hits[pane] = hits
                pane.set_hits(hits)
        except FactCheckError as error:
            self._give_up(error)
        self._more.start()

    def _give_up(self, error: FactCheckError) -> None:
        self._forget()
        self._bar.complain(str(error))

    def _go_on(self) -> None:
        """One turn of looking."""
        waiting = next((pane for pane, hits in self._hits.items() if not hits.done), None)
        if waiting is not None:
            self._look(waiting, _TURN)
            self._tell()
            self._more.start()

    def _look(self, pane: ArticlePane, seconds: float, first: bool = False) -> bool:
        """Whether one may go on."""
        try:
            self._hits[pane].look(seconds, first)
        except FactCheckError as error:
            self._give_up(error)
            return False
        pane.show_hits()
        return True

    # --- from place to place ---

    def step(self, by: int) -> None:
        """Goes to the next place, or to the one before; behind the last comes the first."""
        if not self._bar.isVisible():
            self._bar.show()
            self._origin = self._pane().text.cursor_offset()
            self._look_in(self._bar.query())
        if not self._bar.field.text():
            self._bar.field.setFocus()
            return
        pane, span = self._at or (self._pane(), Span(self._pane().text.cursor_offset(), 0))
        self._step_from(pane, span.start + (by > 0 and self._at is not None), by)
        self._tell()

    def _step_from(self, pane: ArticlePane, offset: int, by: int) -> None:
        for there, start in self._in_turn(pane, offset, by):
            if found := self._near(there, start, by):
                self._show(there, found)
                return

    def _in_turn(self, pane: ArticlePane, offset: int, by: int) -> Iterator[tuple[ArticlePane, int]]:
        """Where to look, one after the other: here from an offset, the other articles, and here from the other end."""
        panes = [p for p in self._desk.panes() if p in self._hits][::by]
        if pane in panes:
            at = panes.index(pane)
            yield pane, offset
            panes = [*panes[at + 1 :], *panes[: at + 1]]
        for other in panes:
            if other in self._hits:
                yield other, 0 if by > 0 else len(other.text.text())

    def _near(self, pane: ArticlePane, offset: int, by: int) -> Span | None:
        """What is found there soon; who goes back waits for what lies between."""
        hits = self._hits[pane]
        until = perf_counter() + _SOON
        if by < 0:
            self._look(pane, _WAIT)
            return hits.before(offset)
        while (found := hits.after(offset)) is None and not hits.done and perf_counter() < until:
            if not self._look(pane, _SOON, first=True):
                break
        return found

    def _show(self, pane: ArticlePane, span: Span) -> None:
        self._at = (pane, span)
        pane.text.go_to(span)

    def _tell(self) -> None:
        if not self._query.words:
            self._bar.tell("")
            return
        if not self._hits:
            return
        total = sum(map(len, self._hits.values()))
        done = all(hits.done for hits in self._hits.values())
        number = self._number() if done else 0
        if number:
            self._bar.tell(tr("{number} of {total}", number=f"{number:,}", total=f"{total:,}"))
        elif total or not done:
            self._bar.tell(tr("%n place(s)", total) + ("" if done else "…"))
        else:
            self._bar.tell(tr("Not found"))

    def _number(self) -> int:
        """Which of all places is shown, counted from the first article."""
        if self._at is None or self._at[0] not in self._hits:
            return 0
        before = 0
        for pane in self._desk.panes():
            if pane is self._at[0]:
                return before + self._hits[pane].number(self._at[1])
            before += len(self._hits[pane]) if pane in self._hits else 0
        return 0
