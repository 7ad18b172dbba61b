"""Opening, describing and withdrawing articles."""

from dataclasses import asdict
from typing import Any

from factcheck import edits, importing, records
from factcheck.model import Article
from factcheck.text import Span
from factcheck.ui import present
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.article import ArticleDialog, ArticleTyped
from factcheck.ui.holding import in_turn
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import tr


class ArticleWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, presenter: Presenter) -> None:
        self.bench, self.presenter = bench, presenter

    # --- reading ---

    def open(self, article_id: str, other: bool = False) -> None:
        """Shows an article: where it is shown already, else in the current pane or the other one.

        An empty pane that one went to was made for it, wherever else it is shown.
        """
        desk = self.bench.desk
        there = desk.pane_of(article_id)
        if there is not None and not other and desk.shown()[desk.current_pane()]:
            desk.focus_pane(there)
            return
        self.show(article_id, desk.other_pane() if other else desk.current_pane())

    def read(self, article_id: str, other: bool = False) -> None:
        """Shows an article, and the keys go to its text; they stay where they are if it is only laid beside another."""
        self.open(article_id, other)
        if not other:
            self.bench.desk.focus_pane(self.bench.desk.current_pane())

    def show(self, article_id: str, pane: int | None = None) -> None:
        """Shows an article in a pane, with its marks."""
        article = self.bench.state.get(Article, article_id)
        if article is None:
            return
        with self.bench.told():
            self.bench.desk.show_article(present.shown_article(self.bench.state, article, self.bench.catalogue), pane)

    def reveal(self, article_id: str, start: int, end: int) -> None:
        """Scrolls to words of an article, showing it first if need be."""
        desk = self.bench.desk
        if desk.pane_of(article_id) is None:
            self.show(article_id)
        desk.reveal(article_id, Span(start, end))

    # --- describing ---

    def current(self) -> Article | None:
        """The article in the current pane."""
        article_id = self.bench.desk.shown()[self.bench.desk.current_pane()]
        return self.bench.state.get(Article, article_id) if article_id and self.bench.project else None

    def edit_current(self) -> None:
        """Particulars of the article in the current pane."""
        if article := self.current():
            self.edit(article.id)

    def edit(self, article_id: str) -> None:
        """Asks for the particulars of an article."""
        article = self.bench.state.get(Article, article_id)
        if article is None or not self.bench.editable():
            return
        told = ArticleTyped(
            title=article.title,
            publisher=records.publisher_name(self.bench.state, article),
            author=article.author,
            published=article.published.printed if article.published else "",
            language=article.language,
            url=article.url,
        )
        dialog = ArticleDialog(told, parent=self.bench.window)
        if self.bench.ask(dialog) and (given := dialog.value()) != told:
            fields = known(given)
            if given.published == told.published:
                del fields["published"]  # as it was understood before
            self.bench.do(lambda state: edits.edit_article(state, article_id, **fields))

    def withdraw_current(self) -> None:
        """Takes the article in the current pane out of the project's lists."""
        if article := self.current():
            self.withdraw(article.id)

    @in_turn
    def withdraw(self, article_id: str) -> None:
        """Takes an article out of the project's lists; undo brings it back."""
        article = self.bench.state.get(Article, article_id)
        if article and self.bench.do(lambda state: edits.withdraw(state, [article_id])):
            told = (tr("“{title}” is withdrawn.", title=article.title), self._hanging(article_id))
            self.bench.done(" ".join(filter(None, told)))

    def _hanging(self, article_id: str) -> str:
        """What hangs on an article and stays behind without it."""
        hangs = records.hanging_on(self.bench.state, article_id)
        counts = (
            tr("%n claim(s) made in it", hangs.claims) if hangs.claims else "",
            tr("%n of them nowhere else", hangs.lone) if hangs.lone else "",
            tr("%n piece(s) of evidence", hangs.evidence) if hangs.evidence else "",
        )
        return tr("On it hang: {what}.", what=", ".join(filter(None, counts))) if hangs else ""


def known(given: ArticleTyped) -> dict[str, Any]:
    """What was typed as fields of an article."""
    published = importing.printed_date(given.published) if given.published else None
    return {**asdict(given), "published": published}
