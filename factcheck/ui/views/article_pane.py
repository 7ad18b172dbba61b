"""One pane of the desk: an article with its title block, its text and the overview beside it; or an invitation."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from factcheck.hits import Hits
from factcheck.text import Span
from factcheck.ui.icons import icon
from factcheck.ui.text import in_a_row, tr
from factcheck.ui.views.article_text import ArticleText
from factcheck.ui.views.empty_state import EmptyState
from factcheck.ui.views.marks import Gist, Mark
from factcheck.ui.views.overview import Overview
from factcheck.ui.views.pane_header import Choice, PaneHeader


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article as a pane shows it."""

    article_id: str
    version_id: str
    title: str
    publisher: str
    #: As it is printed.
    published: str
    #: BCP 47, "" if not known.
    language: str
    text: str
    #: Title of the article that it copies, "" if it does not.
    copy_of: str = ""
    #: The day alone, short.
    day: str = ""

    @property
    def byline(self) -> str:
        """Publisher and date, as far as they are known, and what it copies."""
        return self._line(self.published)

    @property
    def shorter(self) -> str:
        """The same with the day alone."""
        return self._line(self.day or self.published)

    def _line(self, date: str) -> str:
        copy = tr("near copy of “{title}”", title=self.copy_of) if self.copy_of else ""
        return in_a_row(self.publisher, date, copy)


class ArticlePane(QWidget):
    """Shows one article, or says how to get one."""

    article_wished = Signal(str)
    close_wished = Signal()
    focused = Signal()
    selection_changed = Signal()
    #: Ids of marks, smallest first, and where on the screen.
    mark_clicked = Signal(list, QPoint)
    #: Start and end of the selection.
    claim_wished = Signal(int, int)
    evidence_wished = Signal(int, int)
    contradiction_side_wished = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownArticle | None = None
        self.header = PaneHeader()
        self.text = ArticleText()
        self.overview = Overview()
        self.empty = EmptyState("article", tr("Choose an article"))
        self.empty.say(tr("Nothing open here"), tr("Choose an article, or pick one from the list."))
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.clear()

    def _lay_out(self) -> None:
        reading = QWidget()
        row = QHBoxLayout(reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.text, 1)
        row.addWidget(self.overview)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(reading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.header.article_wished.connect(self.article_wished)
        self.header.close_wished.connect(self.close_wished)
        self.header.pressed.connect(self.take_focus)
        self.empty.button.clicked.connect(self.header.choose.showMenu)
        self.overview.jumped.connect(self._jump)
        self.text.focused.connect(self.focused)
        self.text.selection_changed.connect(self.selection_changed)
        self.text.mark_clicked.connect(self._tell_click)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._show_menu)

    # --- what is shown ---

    def show_article(self, shown: ShownArticle) -> None:
        """Read this from now on, from its beginning; the same text stays where it is."""
        same = self._shown is not None and self._shown.version_id == shown.version_id
        self._shown = shown
        self.header.show_words(shown.article_id, shown.title, shown.byline, shown.shorter)
        self.text.setAccessibleName(tr("Article: {title}", title=shown.title))
        if not same:
            self.text.set_article(shown.text, shown.language)
            self.overview.set_length(len(shown.text))
        self._pages.setCurrentIndex(1)

    def clear(self) -> None:
        """Show no article."""
        self._shown = None
        self.header.show_words("", tr("No article"), "")
        self.text.set_article("")
        self.overview.set_length(0)
        self._pages.setCurrentIndex(0)

    def shown(self) -> ShownArticle | None:
        """The article that is read here."""
        return self._shown

    def article_id(self) -> str:
        """Its id, "" if there is none."""
        return self._shown.article_id if self._shown else ""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """The articles that can be chosen."""
        self.header.set_choices(choices)
        self.empty.button.setEnabled(bool(choices))

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks and no others."""
        self.text.set_marks(marks)
        self.overview.set_marks(self.text.marks())

    def put_mark(self, mark: Mark) -> None:
        """Show one mark more, at once however many there are."""
        self.text.put_mark(mark)
        self.overview.put_mark(mark)

    def drop_mark(self, id: str) -> None:
        """Show the marks of this id no longer."""
        self.overview.drop_marks(self.text.drop_mark(id))

    def set_disputes(self, disputes: Sequence[Mark], gist: Gist) -> None:
        """Show in the overview where sources differ."""
        self.overview.set_disputes(disputes, gist)

    def set_passages(self, spans: Sequence[Span], clash: Sequence[Span]) -> None:
        """Show the passages of the finding that is open."""
        self.text.set_passages(spans, clash)
        self.overview.set_passages(spans)

    def set_hits(self, hits: Hits | None) -> None:
        """Show the places of what is looked for, or none."""
        self.text.set_hits(hits)
        self.overview.set_hits(hits)

    def show_hits(self) -> None:
        """More places were found."""
        self.overview.show_hits()

    def take_focus(self) -> None:
        """Let the keys go to the text, or to the button that gets one."""
        (self.text if self._shown else self.empty.button).setFocus()
        self.focused.emit()

    def _jump(self, offset: int) -> None:
        self.text.scroll_to(offset)
        self.text.setFocus()

    # --- wishes ---

    def _tell_click(self, ids: list[str]) -> None:
        at = self.text.viewport().mapToGlobal(self.text.cursorRect().bottomLeft())
        self.mark_clicked.emit(ids, at)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.build_menu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.text.viewport().mapToGlobal(at))

    def build_menu(self, at: QPoint) -> QMenu:
        """The context menu for a point of the text's viewport."""
        menu = QMenu(self)
        span = self.text.selected()
        for name, label, wish in (
            ("claim", tr("Mark as claim"), self.claim_wished),
            ("evidence", tr("Attach as evidence"), self.evidence_wished),
            ("contradiction", tr("Use as side of a contradiction"), self.contradiction_side_wished),
        ):
            action = menu.addAction(icon(name), label)
            action.setEnabled(span is not None)
            if span:
                action.triggered.connect(lambda _=False, w=wish, s=span: w.emit(s.start, s.end))
        menu.addSeparator()
        self._add_common(menu, at, bool(span))
        return menu

    def _add_common(self, menu: QMenu, at: QPoint, selected: bool) -> None:
        marks = self.text.marks_under(QPointF(at))
        if marks:
            ids = [mark.id for mark in marks]
            where = self.text.viewport().mapToGlobal(at)
            opening = menu.addAction(tr("Show %n claim(s) here", len({*ids})))
            opening.triggered.connect(lambda: self.mark_clicked.emit(ids, where))
        copy = menu.addAction(tr("Copy"))
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setEnabled(selected)
        copy.triggered.connect(self.text.copy)
        everything = menu.addAction(tr("Select all"))
        everything.triggered.connect(self.text.selectAll)
