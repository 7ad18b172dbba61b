"""The rows of the claims table out of a listing: a page at a time, and only the last pages kept.

Groups are rows among rows, a heading over each, in a flat model: a tree of a million rows would keep an index for each
parent that was seen and be walked for every scroll position, while here a row's place follows from two sums per group.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from factcheck.listing import Arrangement, Listing
from factcheck.ui.models.claims_model import ClaimRow
from factcheck.ui.models.sections import Heading, Sections, heading_id

T = TypeVar("T")

#: Rows of a page: about what a screen shows.
PAGE = 50
#: Pages kept.
_MOST = 40


@dataclass(frozen=True, slots=True)
class Folding:
    """Which groups are closed: these, or all but these."""

    values: frozenset[str | int] = frozenset()
    all_but: bool = False

    def closed(self, value: str | int) -> bool:
        """Whether the group of this value is."""
        return (value in self.values) != self.all_but

    def toggled(self, value: str | int) -> "Folding":
        """The same with this one as it was not."""
        return replace(self, values=self.values ^ {value})


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
        self._wished = self._shown = Arrangement()
        self._folding = Folding()
        self._sections: Sections | None = None
        self._headings: dict[int, Heading] = {}

    def __len__(self) -> int:
        return len(self._listing) if self._sections is None else len(self._sections)

    def __getitem__(self, index: int, /) -> ClaimRow:
        page, place = divmod(self._item(index), PAGE)
        if page not in self._rows:
            self._rows[page] = self._make(self._page(page))
        return _used(self._rows, page)[place]

    def _item(self, row: int) -> int:
        """The place of a claim among all that are listed."""
        return row if self._sections is None else self._sections.at(row)[1]

    def heading(self, index: int, /) -> Heading | None:
        """What stands over a group in this row; None if it is a claim."""
        if self._sections is None:
            return None
        group, item = self._sections.at(index)
        if item >= 0:
            return None
        if group not in self._headings:
            self._headings[group] = self._made_heading(group)
        return self._headings[group]

    def _made_heading(self, group: int) -> Heading:
        groups = self._listing.groups()
        value = groups.values[group]
        name = self._listing.group_name(value)
        return Heading(self._shown.group, value, name, groups.counts[group], self._folding.closed(value))

    def total(self) -> int:
        return self._listing.total()

    def count(self) -> int:
        return len(self._listing)

    def find(self, id: str) -> int:
        if id.startswith("\0"):
            return self._find_heading(id)
        item = self._listing.find(id)
        return item if self._sections is None or item < 0 else self._sections.row_of(item)

    def _find_heading(self, id: str) -> int:
        wanted = (group for group, value in enumerate(self._listing.groups().values) if heading_id(value) == id)
        group = next(wanted, -1)
        return self._sections.heading(group) if self._sections and group >= 0 else -1

    def id_at(self, index: int) -> str:
        if heading := self.heading(index):
            return heading.id
        page, place = divmod(self._item(index), PAGE)
        return self._page(page)[place]

    def ids(self) -> Sequence[str]:
        return self._listing.ids(0, len(self._listing))

    def ids_at(self, places: Sequence[int]) -> Sequence[str]:
        if len(places) <= PAGE:
            return ["" if self.heading(place) else self.id_at(place) for place in places]
        items = [self._item(place) for place in places]
        listed = [item for item in items if item >= 0]
        if not listed:
            return [""] * len(items)
        first = min(listed)
        ids = self._listing.ids(first, max(listed) - first + 1)  # asked for at once: it may be all claims
        return [ids[item - first] if item >= 0 else "" for item in items]

    def arrange(self, arrangement: Arrangement) -> None:
        if arrangement.group != self._wished.group:
            self._folding = Folding()
        self._wished, self._shown = arrangement, self._allowed(arrangement)
        self._listing.arrange(self._shown, self._disputes)
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
        self._lay_out()

    def _lay_out(self) -> None:
        self._headings.clear()
        groups = self._listing.groups() if self._shown.group else None
        self._sections = (
            Sections(groups.counts, lambda group: self._folding.closed(groups.values[group])) if groups else None
        )

    def fold(self, value: str | int, /) -> None:
        """Closes the group of this value, or opens it."""
        self._folding = self._folding.toggled(value)
        self._lay_out()

    def fold_all(self, closed: bool, /) -> None:
        """Closes all groups, or opens them."""
        self._folding = Folding(all_but=closed)
        self._lay_out()

    def closed_over(self, id: str, /) -> str | int | None:
        """The value of the closed group that holds a claim; None if it is to be seen, or not listed."""
        item = self._listing.find(id)
        if self._sections is None or item < 0 or self._sections.row_of(item) >= 0:
            return None
        return self._listing.groups().values[self._sections.group_of(item)]

    def hides(self, id: str) -> bool:
        """Whether the filter hides a claim."""
        return self._listing.find(id) < 0

    def heading_over(self, index: int, /) -> int:
        """Row of the heading over a row; -1 if there are no groups."""
        return -1 if self._sections is None else self._sections.heading(self._sections.at(index)[0])

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
