"""Asking a web archive for a copy of a page, each time because a person wished it: the archive learns the address."""

from collections.abc import Callable
from functools import partial

from factcheck import intake
from factcheck.progress import Progress
from factcheck.ui.bench import Bench
from factcheck.ui.jobs import Job
from factcheck.ui.text import tr
from factcheck.ui.wishes.articles import ArticleWishes


class Archives:
    """Works on one window."""

    def __init__(self, bench: Bench, articles: ArticleWishes) -> None:
        self.bench, self.articles = bench, articles

    def find(self, url: str, found: Callable[[str], None], failed: Callable[[object], None]) -> Job:
        """Asks in the background; `found` gets the address of the copy, "" for none."""

        def work(progress: Progress) -> str:
            return intake.archived_copy(url, progress)

        return self.bench.jobs.start("archive", work, found, failed)

    def ask_current(self) -> None:
        """Looks for a copy of the article in the current pane, and keeps the answer."""
        article, project = self.articles.current(), self.bench.project
        if article is None or not self.bench.editable():
            return
        if not article.url:
            self.bench.say(tr("“{title}” has no address; give it one in its details.", title=article.title))
            return

        def found(copy: str) -> None:
            if self.bench.project is project:
                self.bench.soon(partial(self._keep, article.id, copy))

        self.find(article.url, found, self.bench.fail)

    def _keep(self, article_id: str, copy: str) -> None:
        intake.archived(self.bench.session, article_id, copy)
        self.bench.say(tr("Archived at {address}.", address=copy) if copy else tr("No archived copy is known."))
