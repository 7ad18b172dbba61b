"""What is selected in the panes of a desk, the latest last."""

from factcheck.text import Span
from factcheck.ui.views.article_pane import ArticlePane


class Selections:
    """Remembers in which panes something was selected; what still is, the panes tell."""

    def __init__(self) -> None:
        self._panes: list[ArticlePane] = []

    def note(self, pane: ArticlePane) -> None:
        """The selection of a pane changed."""
        if pane.text.textCursor().hasSelection():
            self.forget(pane)
            self._panes.append(pane)

    def forget(self, pane: ArticlePane) -> None:
        """A pane is gone."""
        self._panes = [other for other in self._panes if other is not pane]

    def spans(self) -> list[tuple[str, Span]]:
        """Articles and spans: two of them make a contradiction."""
        spans = ((pane.article_id(), pane.text.selected()) for pane in self._panes)
        return [(id, span) for id, span in spans if id and span]

    def clear(self) -> None:
        """Nothing is selected any more; the texts stay where they are."""
        for pane in self._panes:
            cursor = pane.text.textCursor()
            cursor.clearSelection()
            pane.text.setTextCursor(cursor)
        self._panes = []
