"""Scrolls the articles beside the one in which somebody reads, so that all of them tell of the same."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from factcheck.ui.ties import Tie, carried, chain, nearest
from factcheck.ui.views.article_pane import ArticlePane
from factcheck.ui.views.desk import Desk

#: In which part of the height one reads.
_LINE = 1 / 3

#: By event all of two articles is tied together, by finding only its passages.
OFF, EVENT, FINDING = "", "event", "finding"
WAYS = (OFF, EVENT, FINDING)


class DeskSync(QObject):
    """Follows only what a person scrolls, not what the window shows by itself."""

    def __init__(self, desk: Desk, ties: Callable[[str, str, str], Sequence[Tie] | None]) -> None:
        """`ties` gives what ties two articles in a way, by their ids; None if they tell of other things."""
        super().__init__(desk)
        self._desk, self._ties = desk, ties
        self._way = OFF
        self._moved: ArticlePane | None = None
        self._known: dict[tuple[str, str], Sequence[Tie] | None] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        desk.scrolled.connect(self._note)

    def choose(self, way: str) -> None:
        """One of `WAYS`; the other articles follow at once."""
        self._way = way
        self.renew()
        self._note(self._desk.current_pane())

    def renew(self) -> None:
        """Articles, findings or events changed."""
        self._known.clear()

    def _note(self, pane: int) -> None:
        if self._way != OFF:
            self._moved = self._desk.panes()[pane]
            self._soon.start()

    def _follow(self) -> None:
        moved = self._moved
        if moved is None or moved not in self._desk.panes() or not moved.article_id():
            return
        offset = moved.text.offset_at_height(_LINE)
        for pane in self._desk.panes():
            if pane is not moved and pane.article_id() not in ("", moved.article_id()):
                self._bring(pane, moved, offset)

    def _bring(self, pane: ArticlePane, moved: ArticlePane, offset: int) -> None:
        key = (moved.article_id(), pane.article_id())
        if key not in self._known:
            found = self._ties(self._way, *key)
            self._known[key] = chain(found) if found and self._way == EVENT else found
        ties = self._known[key]
        if ties is None:
            return
        lengths = (len(moved.text.text()), len(pane.text.text()))
        there = carried(ties, lengths, offset) if self._way == EVENT else nearest(ties, offset)
        if there is not None:
            pane.text.scroll_to(there, _LINE)
