"""Search over everything: words in articles, claims and evidence, and the way to where they stand."""

from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QObject, QTimer

from factcheck.progress import Progress
from factcheck.searching import Place, Where, search
from factcheck.ui.bench import Bench
from factcheck.ui.jobs import Jobs
from factcheck.ui.offers import Offer, Sort
from factcheck.ui.text import tr
from factcheck.ui.views.palette import Palette
from factcheck.ui.wishes.articles import ArticleWishes

_SORTS = {
    Where.heading: Sort.article,
    Where.claim: Sort.claim,
    Where.evidence: Sort.evidence,
    Where.text: Sort.text,
}
#: Milliseconds without a key before it is looked.
_WAIT_MS = 120


class SearchWishes(QObject):
    """Works on one window; it is told how to go to a claim and to its evidence."""

    def __init__(self, bench: Bench, articles: ArticleWishes, to_claim: Callable[[str], object]) -> None:
        super().__init__(bench.window)
        self.bench, self._articles, self._to_claim = bench, articles, to_claim
        #: Jobs of its own: what is looked for while a person types is no work to be told in the status bar.
        self._jobs = Jobs(self)
        self._found: list[Place] = []
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._look)
        self.view = Palette(
            bench.window,
            tr("Search everything"),
            tr("Words in articles, claims and evidence"),
            tr("What to look for"),
        )
        self.view.typed.connect(self._typed)
        self.view.left.connect(self.forget)
        self.view.taken.connect(self._take)

    def open(self) -> None:
        """Asks for words."""
        if self.bench.project is None:
            self.bench.say(tr("Open a project or make one first."))
            return
        self.bench.flush()
        self.view.open()

    def forget(self) -> None:
        """Nothing is looked for any more; the project may be closed."""
        self._soon.stop()
        self._jobs.cancel()
        self.view.hide()

    def _typed(self, typed: str) -> None:
        self._jobs.cancel()
        self._soon.start()
        if not typed.strip():
            self._soon.stop()
            self.view.offer([], tr("Type what you look for."))

    def _look(self) -> None:
        session, typed, reader = self.bench.session, self.view.line.text(), self.bench.reader

        def work(progress: Progress) -> list[Place]:
            with closing(session.listing()) as listing:
                return search(listing, typed, progress, reader)

        self._jobs.start("search", work, self._show, self.bench.fail)

    def _show(self, found: list[Place]) -> None:
        self._found = found
        offers = [Offer(_SORTS[place.where], str(n), place.text, place.of) for n, place in enumerate(found)]
        self.view.offer(offers, tr("These words stand nowhere."))

    def _take(self, offer: Offer) -> None:
        place = self._found[int(offer.id)]
        QTimer.singleShot(0, self, lambda: self._go(place))  # after the keys are back where they were

    def _go(self, place: Place) -> None:
        if place.where in (Where.claim, Where.evidence):
            self._to_claim(place.id)
            if place.where is Where.evidence:
                self.bench.panel.go_to("evidence")
            return
        self._articles.read(place.id)
        if place.span:
            text = self.bench.desk.panes()[self.bench.desk.current_pane()].text
            text.reveal(place.span, emphasise=False)
            text.select(place.span)
