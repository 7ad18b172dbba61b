"""The rows of the claims table out of a listing: a page at a time, and only the last pages kept."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from factcheck.listing import Arrangement, Listing
from factcheck.ui.models.claims_model import ClaimRow

T = TypeVar("T")

#: Rows of a page: about what a screen shows.
PAGE = 50
#: Pages kept.
_MOST = 40


class ClaimPages:
    """What `rows.Rows` promises, for any number of claims."""

    def __init__(
        self,
        listing: Listing,
        make: Callable[[Sequence[str]], list[ClaimRow]],
        disputes: Callable[[], Mapping[str, int]],
        allowed: Callable[[Arrangement], Arrangement] = lambda wished: wished,
    ) -> None:
        """`make` gives the rows of claims by their ids, `disputes` how many findings dispute which claims; `allowed`
        says in what order they may be shown.
        """
        self._listing, self._make, self._disputes, self._allowed = listing, make, disputes, allowed
        self._ids: OrderedDict[int, Sequence[str]] = OrderedDict()
        self._rows: OrderedDict[int, list[ClaimRow]] = OrderedDict()
        self._wished = Arrangement()

    def __len__(self) -> int:
        return len(self._listing)

    def __getitem__(self, index: int, /) -> ClaimRow:
        page, place = divmod(index, PAGE)
        if page not in self._rows:
            self._rows[page] = self._make(self._page(page))
        return _used(self._rows, page)[place]

    def total(self) -> int:
        return self._listing.total()

    def find(self, id: str) -> int:
        return self._listing.find(id)

    def id_at(self, index: int) -> str:
        page, place = divmod(index, PAGE)
        return self._page(page)[place]

    def arrange(self, arrangement: Arrangement) -> None:
        self._wished = arrangement
        self._listing.arrange(self._allowed(arrangement), self._disputes)
        self.forget()

    def again(self) -> None:
        """Arranged as before, now that something else may be allowed."""
        self.arrange(self._wished)

    def renew(self) -> None:
        """As the records are now."""
        self._listing.renew()
        self.forget()

    def touched(self) -> None:
        """Findings came, went or were ruled on."""
        self._listing.rearrange()
        self.forget()

    def forget(self) -> None:
        """The rows are made anew when they are asked for."""
        self._ids.clear()
        self._rows.clear()

    def kept(self) -> int:
        """How many rows are in memory."""
        return sum(map(len, self._rows.values()))

    def _page(self, page: int) -> Sequence[str]:
        if page not in self._ids:
            self._ids[page] = self._listing.ids(page * PAGE, PAGE)
        return _used(self._ids, page)


def _used(pages: OrderedDict[int, T], page: int) -> T:
    """A page that is there; the ones that were not used for longest go."""
    pages.move_to_end(page)
    while len(pages) > _MOST:
        pages.popitem(last=False)
    return pages[page]
