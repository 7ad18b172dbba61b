"""The command palette: every action, article and claim by a few letters of its name."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence

from factcheck import records
from factcheck.model import Claim
from factcheck.ui.actions import Actions, menus, plain
from factcheck.ui.bench import Bench
from factcheck.ui.offers import Offer, Sort, best
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import tr
from factcheck.ui.views.palette import Palette

#: The action that opens the palette is not offered in it.
_OWN = "palette"
#: As many claims are offered by what is like their names; of more those that have the words, as many at most.
_FEW = 200


class PaletteWishes:
    """Works on one window; it is told how to go to an article and to a claim."""

    def __init__(
        self,
        bench: Bench,
        actions: Actions,
        presenter: Presenter,
        to_article: Callable[[str], object],
        to_claim: Callable[[str], object],
    ) -> None:
        self.bench, self.actions, self.presenter = bench, actions, presenter
        self._to: dict[Sort, Callable[[str], object]] = {
            Sort.action: self._act,
            Sort.article: to_article,
            Sort.claim: to_claim,
        }
        self.view = Palette(
            bench.window,
            tr("Command palette"),
            tr("An action, an article, a claim"),
            tr("What to do or where to go"),
        )
        self._all: Sequence[Offer] = ()
        self.view.typed.connect(self._look)
        self.view.left.connect(self._forget)
        self.view.taken.connect(self._take)

    def open(self) -> None:
        """Offers what there is now."""
        self._all = self._offers()
        self.view.open()

    def _look(self, typed: str) -> None:
        self.view.offer(best([*self._all, *self._claims(typed)], typed), tr("Nothing is called so."))

    def _forget(self) -> None:
        self._all = ()

    def _offers(self) -> Sequence[Offer]:
        if self.bench.project is None:
            return [*self._actions()]
        return [*self._actions(), *self._articles()]

    def _actions(self) -> Iterator[Offer]:
        """Those that can be done now."""
        titles = dict(menus())
        for key, action in self.actions.items():
            if action.isEnabled() and key != _OWN:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                yield Offer(Sort.action, key, plain(action.text()), keys, plain(titles[self.actions.menu_of(key)]))

    def _articles(self) -> Iterator[Offer]:
        state = self.bench.state
        for article in records.articles(state):
            yield Offer(Sort.article, article.id, article.title, records.publisher_name(state, article))

    def _claims(self, typed: str) -> Iterator[Offer]:
        """All where they are few; of many those that have the words."""
        listing = self.presenter.claims.listing
        if listing is None:
            return
        few = listing.total() <= _FEW
        for claim in filter(None, (listing.state.get(Claim, id) for id in listing.search("" if few else typed, _FEW))):
            there = records.appearances(listing.state, claim.id)
            quote = there[0].anchor.exact if there else ""
            yield Offer(Sort.claim, claim.id, claim.wording or quote, str(claim.number), quote if few else typed)

    def _take(self, offer: Offer) -> None:
        """After the keys are back where they were: an action may ask what has them."""
        QTimer.singleShot(0, self.view, lambda: self._to[offer.sort](offer.id))

    def _act(self, key: str) -> None:
        if self.actions[key].isEnabled():
            self.actions[key].trigger()
