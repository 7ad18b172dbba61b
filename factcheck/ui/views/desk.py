"""The reading desk: one to four articles side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from factcheck.text import Span
from factcheck.ui.text import tr
from factcheck.ui.views.article_pane import ArticlePane, ShownArticle
from factcheck.ui.views.empty_state import EmptyState
from factcheck.ui.views.find_bar import FindBar
from factcheck.ui.views.marked_panes import MarkedPanes
from factcheck.ui.views.marks import Mark, smallest_first
from factcheck.ui.views.pane_header import Choice
from factcheck.ui.views.selections import Selections

MOST_PANES = 4
#: Four of them leave room for the rest in a window of 1024.
_NARROWEST = 146


class Desk(MarkedPanes):
    """Panes in a splitter. Without any article it says how to get some."""

    #: Which pane asks for which article.
    article_wished = Signal(int, str)
    #: Ids of the marks at a place, smallest first, and where on the screen.
    mark_clicked = Signal(list, QPoint)
    #: Article, start, end.
    claim_wished = Signal(str, int, int)
    evidence_wished = Signal(str, int, int)
    contradiction_side_wished = Signal(str, int, int)
    #: Id of an appearance or a piece of evidence, and the span that it is to have.
    passage_resized = Signal(str, Span)
    #: Id of a finding; id of an article whose findings are to be listed.
    finding_wished = Signal(str)
    findings_wished = Signal(str)
    import_wished = Signal()
    selection_changed = Signal()
    #: A person has scrolled in a pane.
    scrolled = Signal(int)
    #: Escape in an article.
    escaped = Signal()
    #: Another pane has become the current one.
    current_changed = Signal(int)
    #: A pane shows this article, by its id; "" if panes were split, closed or swapped.
    arranged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()
        self._current: ArticlePane | None = None
        self._selected = Selections()
        self._clicked: ArticlePane | None = None
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._empty = EmptyState("import", tr("Import articles…"))
        self._empty.button.setProperty("primary", True)
        self._empty.button.clicked.connect(self.import_wished)
        self.find_bar = FindBar()
        self.find_bar.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.find_bar)
        self.set_import_key("Ctrl+I")
        self.split()
        self.split()
        self._make_current(self._panes[0])

    def set_import_key(self, key: str) -> None:
        """The key that imports, as it is named to people."""
        self._empty.say(tr("No articles yet"), tr("Drop articles here, or press {key} to import", key=key))

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """The articles of the project; panes whose article is gone become empty."""
        self._choices = tuple(choices)
        there = {choice[0] for choice in choices}
        for pane in self._panes:
            pane.set_choices(choices)
            if pane.article_id() and pane.article_id() not in there:
                pane.clear()
        self._pages.setCurrentIndex(1 if choices else 0)

    # --- panes ---

    def panes(self) -> list[ArticlePane]:
        """The panes from start to end."""
        return list(self._panes)

    def shown(self) -> list[str]:
        """The article ids from start to end, "" for an empty pane."""
        return [pane.article_id() for pane in self._panes]

    def pane_of(self, article_id: str) -> int | None:
        """The first pane that shows an article."""
        shown = self.shown()
        return shown.index(article_id) if article_id in shown else None

    def current_pane(self) -> int:
        """The pane that had the focus last."""
        return self._panes.index(self._current) if self._current in self._panes else 0

    def other_pane(self) -> int:
        """The pane beside the current one; the current one if it is alone."""
        return (self.current_pane() + 1) % len(self._panes)

    def show_article(self, shown: ShownArticle, pane: int | None = None) -> int:
        """Show an article and say in which pane: the one named; else where it is; else an empty or the current one."""
        if pane is None:
            pane = self._place_for(shown.article_id)
        pane = min(pane, len(self._panes) - 1)
        self._panes[pane].show_article(shown)
        self._pages.setCurrentIndex(1)
        self._make_current(self._panes[pane])
        self.arranged.emit(shown.article_id)
        return pane

    def _place_for(self, article_id: str) -> int:
        there = self.pane_of(article_id)
        empty = self.pane_of("")
        return next((place for place in (there, empty) if place is not None), self.current_pane())

    def split(self) -> int:
        """Add an empty pane at the end, as long as there are fewer than four; say which is the last."""
        if len(self._panes) < MOST_PANES:
            pane = ArticlePane()
            pane.setMinimumWidth(_NARROWEST)
            pane.set_choices(self._choices)
            pane.text.set_chosen(self._chosen)
            pane.text.set_resizable(not self._read_only)
            self._connect(pane)
            self._panes.append(pane)
            self._splitter.addWidget(pane)
            self._share()
        return len(self._panes) - 1

    def _share(self) -> None:
        self._splitter.setSizes([1000] * len(self._panes))
        self.arranged.emit("")

    def set_widths(self, widths: Sequence[int]) -> None:
        """How wide the panes are, if that is said of all of them."""
        if len(widths) == len(self._panes):
            self._splitter.setSizes([int(width) for width in widths])

    def close_pane(self, index: int) -> None:
        """Close a pane; the last one becomes empty instead."""
        if len(self._panes) == 1:
            self._panes[0].clear()
            self.arranged.emit("")
            return
        pane = self._panes.pop(index)
        self._forget(pane)
        self._share()
        if self._current is pane:
            self._make_current(self._panes[min(index, len(self._panes) - 1)])

    def _forget(self, pane: ArticlePane) -> None:
        self._selected.forget(pane)
        self._clicked = None if self._clicked is pane else self._clicked
        pane.hide()
        pane.setParent(None)
        pane.deleteLater()

    def swap(self) -> None:
        """Let the current pane and the one beside it change places."""
        here, there = sorted((self.current_pane(), self.other_pane()))
        if here != there:
            self._panes[here], self._panes[there] = self._panes[there], self._panes[here]
            for index, pane in enumerate(self._panes):
                self._splitter.insertWidget(index, pane)
            self.arranged.emit("")

    def focus_pane(self, index: int) -> None:
        """Let the keys go to a pane."""
        self._panes[index].take_focus()

    def zoom(self, steps: int) -> None:
        """Text of the current pane larger or smaller; 0 is the usual size."""
        self._panes[self.current_pane()].text.zoom(steps)

    def set_text_size(self, size: float) -> None:
        """Text of all panes at a point size."""
        for pane in self._panes:
            pane.text.set_text_size(size)

    def _connect(self, pane: ArticlePane) -> None:
        pane.article_wished.connect(lambda id: self.article_wished.emit(self._panes.index(pane), id))
        pane.close_wished.connect(lambda: self.close_pane(self._panes.index(pane)))
        pane.text.resized.connect(self.passage_resized)
        pane.text.escaped.connect(self.escaped)
        pane.text.scrolled.connect(lambda: self.scrolled.emit(self._panes.index(pane)))
        pane.focused.connect(lambda: self._make_current(pane))
        pane.selection_changed.connect(lambda: self._note_selection(pane))
        pane.mark_clicked.connect(lambda ids, at: self._tell_click(pane, ids, at))
        pane.header.disputes.finding_wished.connect(self.finding_wished)
        pane.header.disputes.list_wished.connect(lambda: self.findings_wished.emit(pane.article_id()))
        for wish, ours in (
            (pane.claim_wished, self.claim_wished),
            (pane.evidence_wished, self.evidence_wished),
            (pane.contradiction_side_wished, self.contradiction_side_wished),
        ):
            wish.connect(lambda start, end, ours=ours: ours.emit(pane.article_id(), start, end))

    def _make_current(self, pane: ArticlePane) -> None:
        if pane is not self._current:
            self._current = pane
            self.current_changed.emit(self._panes.index(pane))
        for each in self._panes:
            each.header.set_current(each is pane and len(self._panes) > 1)

    # --- selection ---

    def suggestion(self) -> tuple[str, Span] | None:
        """The statement at the cursor of the article read last, if it is suggested: article and span."""
        pane = self._panes[self.current_pane()]
        found = pane.text.suggestion_at(pane.text.cursor_offset()) if pane.article_id() else None
        return (pane.article_id(), found.span) if found else None

    def selection(self) -> tuple[str, Span] | None:
        """The latest selection that still stands: article and span."""
        found = self.selections()
        return found[-1] if found else None

    def selections(self) -> list[tuple[str, Span]]:
        """What is selected in the panes, the latest last: two of them make a contradiction."""
        return self._selected.spans()

    def unselect(self) -> None:
        """Nothing is selected any more; the texts stay where they are."""
        self._selected.clear()

    def clicked_marks(self, ids: Sequence[str]) -> list[Mark]:
        """The marks of a click, smallest first, for a chooser."""
        pane = self._clicked
        return smallest_first(mark for mark in pane.text.marks() if mark.id in set(ids)) if pane else []

    def _note_selection(self, pane: ArticlePane) -> None:
        self._selected.note(pane)
        self.selection_changed.emit()

    def _tell_click(self, pane: ArticlePane, ids: list[str], at: QPoint) -> None:
        self._clicked = pane
        self.mark_clicked.emit(ids, at)
