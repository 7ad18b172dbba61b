"""Rows of the import queue become articles: a worker writes some at a time, and the window goes on meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic

from PySide6.QtCore import QTimer

from factcheck.errors import FactCheckError
from factcheck.intake import Shelf
from factcheck.receiving import Import
from factcheck.session import Session
from factcheck.ui.bench import Bench
from factcheck.ui.queue import ImportQueue, Row, Wanted
from factcheck.ui.text import tr
from factcheck.ui.wishes.articles import ArticleWishes
from factcheck.writing import Writing

#: Seconds of adding after which others may write.
_TURN = 0.25
_JOB = "adding"
#: Seconds after which all views show what was added.
_SHOW = 2.0


@dataclass
class _Lot:
    """Rows that a worker adds one after the other, and the articles that they have become."""

    rows: Sequence[Row]
    into: Import
    became: list[str]
    stopped: bool = False

    def add(self, session: Session) -> None:
        """As many as there is time for, and one at least."""
        self.into.go_on(session)
        end = monotonic() + _TURN
        for row in self.rows:
            assert row.draft is not None, "only what was read is added"
            self.became.append(self.into.add(row.draft, row.text, _version_of(row)))
            if self.stopped or monotonic() > end:
                return


class Adding:
    """Adds one lot of rows after the other; a lot is one step of history."""

    def __init__(
        self,
        bench: Bench,
        articles: ArticleWishes,
        queue: ImportQueue,
        news: Callable[[], None],
        done: Callable[[], None],
    ) -> None:
        """`news` is called after each row, `done` after the last."""
        self.bench, self.articles, self.queue = bench, articles, queue
        self._news, self._done = news, done
        self._left: list[Row] = []
        self._total = 0
        self._import: Import | None = None
        self._lot: _Lot | None = None
        self._shown = 0.0
        self._articles: list[str] = []
        self._versions: list[str] = []

    @property
    def busy(self) -> bool:
        """Whether rows are being added."""
        return self._import is not None

    @property
    def progress(self) -> tuple[int, int]:
        """How many are added, and of how many."""
        return (self._total - len(self._left), self._total) if self.busy else (0, 0)

    def start(self, rows: Sequence[Row], shelf: Shelf) -> None:
        """Begins with the first at once."""
        self._left, self._total = list(rows), len(rows)
        self._articles, self._versions = [], []
        self._shown = monotonic()
        self.bench.feed.pause(len(rows) > 1)
        self._import = Import(self.bench.session, shelf, len(rows))
        self._next()

    def stop(self) -> None:
        """Adds no more; what was added stays, and one undo takes it back."""
        self._left.clear()
        if self._lot:
            self._lot.stopped = True
        if self.bench.project is None:
            self._import = None

    def _next(self) -> None:
        if self._import is None:
            return  # the project was closed meanwhile
        if not self._left:
            self._show()
            QTimer.singleShot(0, self.bench.window, self._finish)
            return
        self._lot = lot = _Lot([*self._left], self._import, [])
        self.bench.lend(_JOB, lot.add, partial(self._added, lot))

    def _finish(self) -> None:
        """Apart from showing what was added last, since both take a while."""
        if self._import is not None:
            self._import = None
            self.bench.feed.pause(False)
            self._tell()
            self._done()

    def _added(self, lot: _Lot, writing: Writing) -> None:
        """Some rows are articles now; the next ones follow when others have had their turn to write."""
        assert self.bench.project is not None, "nothing is ended after it was closed"
        self._lot = None
        with self.bench.project.gathered():
            failed = _fault(writing)
        for row, article_id in zip(lot.rows, lot.became, strict=False):
            self.queue.added(row.id, article_id)
            (self._versions if _version_of(row) else self._articles).append(article_id)
        del self._left[: len(lot.became)]
        if failed:  # a full disk is full for the others too
            self._left.clear()
            self.queue.told(lot.rows[len(lot.became)].id, str(failed))
            self.bench.fail(failed)
        if monotonic() - self._shown > _SHOW:
            self._show()
        self._news()
        QTimer.singleShot(0, self.bench.window, self._next)

    def _show(self) -> None:
        """The views show what was added."""
        if self.bench.project is not None:
            self.bench.project.tell_gathered()
        self._shown = monotonic()

    def _tell(self) -> None:
        """What became of all; one article that came alone is shown, of several those for which there is room."""
        said = []
        if self._articles:
            self._show_first()
            said.append(tr("%n article(s) imported.", len(self._articles)))
        if self._versions:
            self.articles.open(self._versions[0])
            said.append(tr("%n new version(s) made.", len(self._versions)))
        if len(self._articles) == 1 and not self._versions:
            only = self._articles[0]
            self.bench.say(said[0], tr("Details…"), lambda: self.articles.edit(only))
        elif said:
            self.bench.done(" ".join(said))

    def _show_first(self) -> None:
        if len(self._articles) == 1:
            pane = self.bench.desk.pane_of("")
            self.articles.show(self._articles[0], self.bench.desk.current_pane() if pane is None else pane)
            return
        for article_id in self._articles[:2]:
            if (pane := self.bench.desk.pane_of("")) is not None:
                self.articles.show(article_id, pane)


def _version_of(row: Row) -> str:
    """Id of the article of which a row becomes a version, "" if it becomes one of its own."""
    return row.known.article.id if row.known and row.wanted is Wanted.version else ""


def _fault(writing: Writing) -> FactCheckError | None:
    """Ends it; what the world refused."""
    try:
        writing.end()
    except FactCheckError as error:
        return error
    return None
