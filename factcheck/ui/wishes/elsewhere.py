"""Where else words stand: by the index of statements, which is brought up to date in the background and then kept."""

from factcheck import records
from factcheck.echoes import Echo, Echoes, Later, elsewhere
from factcheck.model import Article
from factcheck.progress import Progress
from factcheck.text import Span
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.elsewhere import EchoShown, ElsewhereDialog
from factcheck.ui.holding import in_turn
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import in_a_row, tr
from factcheck.ui.wishes.articles import ArticleWishes

Found = list[tuple[str, Echo]]


class ElsewhereWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, presenter: Presenter, articles: ArticleWishes) -> None:
        self.bench, self.presenter, self.articles = bench, presenter, articles

    @in_turn
    def ask(self) -> None:
        """Of the selected words, or of those of the current claim."""
        words = self._words()
        if words is None:
            self.bench.say(tr("Select words in an article, or choose a claim, first."))
            return
        project, session = self.bench.project, self.bench.session
        with self.bench.told():
            later = Later(session)

            def work(progress: Progress) -> Found:
                with session.snapshot() as state:
                    return elsewhere(state, Echoes.over(state, later, progress), *words)

            def done(found: Found) -> None:
                if self.bench.project is project:
                    self.bench.soon(lambda: later.write(session))
                    self._show(found)

            self.bench.jobs.start("elsewhere", work, done, self.bench.fail)

    def _words(self) -> tuple[str, Span] | None:
        if self.bench.project is None:
            return None
        if selected := self.bench.desk.selection():
            return selected
        claim_id = self.presenter.claim
        first = next(iter(records.appearances(self.bench.state, claim_id)), None) if claim_id else None
        return (first.article_id, Span(first.anchor.start, first.anchor.end)) if first else None

    def _show(self, found: Found) -> None:
        if not found:
            self.bench.say(tr("It stands nowhere else, nearly word for word."))
            return
        asked = " ".join(dict.fromkeys(text for text, _ in found))
        shown = [EchoShown(echo.statement, self._title(echo), round(echo.ratio)) for _, echo in found]
        dialog = ElsewhereDialog(asked, shown, self.bench.window)
        if self.bench.ask(dialog):
            chosen = dialog.value()
            self.articles.reveal(chosen.article_id, chosen.start, chosen.end)

    def _title(self, echo: Echo) -> str:
        article = self.bench.state.get(Article, echo.statement.article_id)
        name = records.publisher_name(self.bench.state, article) if article else ""
        return in_a_row(article.title if article else "", name)
