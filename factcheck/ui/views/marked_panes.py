"""Panes of articles, and what is marked in them: whoever marks names the article, wherever it is open."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from factcheck.text import Span
from factcheck.ui.views.article_pane import ArticlePane
from factcheck.ui.views.disputes_button import Dispute
from factcheck.ui.views.marks import Gist, Mark, MarkIndex, unsaid


class MarkedPanes(QWidget):
    """The panes from start to end; `Desk` arranges them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes: list[ArticlePane] = []
        self._chosen = ""
        self._read_only = False

    def _showing(self, article_id: str) -> list[ArticlePane]:
        return [pane for pane in self._panes if article_id and pane.article_id() == article_id]

    def set_marks(self, article_id: str, marks: Sequence[Mark]) -> None:
        """Show these marks in an article, wherever it is open."""
        for pane in self._showing(article_id):
            pane.set_marks(marks)

    def put_mark(self, article_id: str, mark: Mark) -> None:
        """Show one mark more, at once however many there are."""
        for pane in self._showing(article_id):
            pane.put_mark(mark)

    def drop_mark(self, article_id: str, id: str) -> None:
        """Show the marks of this id no longer."""
        for pane in self._showing(article_id):
            pane.drop_mark(id)

    def set_suggestions(self, article_id: str, suggestions: MarkIndex, reasons: Collection[str]) -> None:
        """Underline these statements of an article faintly."""
        for pane in self._showing(article_id):
            pane.text.set_suggestions(suggestions, reasons)

    def set_chosen(self, id: str) -> None:
        """The marks of this id are those that the rest of the window speaks of."""
        self._chosen = id
        for pane in self._panes:
            pane.text.set_chosen(id)

    def set_read_only(self, read_only: bool) -> None:
        """Whether marks stay as they are."""
        self._read_only = read_only
        for pane in self._panes:
            pane.text.set_resizable(not read_only)

    def set_disputes(
        self, article_id: str, disputes: Sequence[Dispute], marks: Sequence[Mark] = (), gist: Gist = unsaid
    ) -> None:
        """Say in the head of an article what of it is in dispute, and show in its overview where."""
        for pane in self._showing(article_id):
            pane.header.disputes.set_disputes(disputes, gist)
            pane.set_disputes(marks, gist)

    def set_passages(self, article_id: str, spans: Sequence[Span], clash: Sequence[Span] = ()) -> None:
        """Show the passages of the finding that is open, and the words in them that clash."""
        for pane in self._showing(article_id):
            pane.set_passages(spans, clash)

    def clear_passages(self) -> None:
        """No finding is open."""
        for pane in self._panes:
            pane.set_passages((), ())

    def reveal(self, article_id: str, span: Span) -> bool:
        """Scroll to a span; False if the article is not open."""
        panes = self._showing(article_id)
        for pane in panes[:1]:
            pane.text.reveal(span)
        return bool(panes)
