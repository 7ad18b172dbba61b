"""How many records are listed: which, in which order, a page at a time. Plain data, so that a database can do it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from factcheck.records import Records


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which rows, in which order."""

    #: Every word must occur somewhere in the row, whatever its case.
    text: str = ""
    #: By key of a column or a facet, the raw values of which a row must have one.
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Key of the column that it is sorted by; "" for the order in which rows come.
    sort: str = ""
    descending: bool = False
    #: Key of the column whose values part the rows into groups; "" for none.
    group: str = ""
    #: The day before which deadlines are over: "2026-03-12".
    today: str = ""


#: What `Arrangement.only` takes for "overdue".
OVERDUE = "overdue"
#: What claims can be grouped by.
GROUPED_BY = ("status", "verdict", "claimant", "topic", "assignee")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that many rows have: as `Arrangement.only` takes it, as it is written, and how many have it."""

    raw: str
    shown: str
    count: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Where in an article a claim in use is made."""

    claim_id: str
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Groups:
    """How the rows fall into groups, in their order: what tells each from the others, and how many rows it has."""

    values: Sequence[str | int] = ()
    counts: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.values)


class Listing(Protocol):
    """The claims in use of one state of a project. What was asked stays true until it is renewed."""

    @property
    def state(self) -> Records:
        """The records of the same state."""
        ...

    def arrange(self, arrangement: Arrangement, disputes: Callable[[], Mapping[str, int]]) -> None:
        """Which of them, in which order; how many findings dispute a claim is asked only if they are sorted by that."""
        ...

    def __len__(self) -> int: ...

    def total(self) -> int:
        """How many there are without any filter."""
        ...

    def ids(self, start: int, count: int) -> Sequence[str]:
        """Ids from one place on."""
        ...

    def find(self, id: str) -> int:
        """Place of a claim, -1 if it is not among them."""
        ...

    def search(self, text: str, most: int) -> Sequence[str]:
        """Ids of claims that have these words, in their order."""
        ...

    def groups(self) -> Groups:
        """How what is listed falls into groups; none if it was not asked for."""
        ...

    def group_name(self, value: str | int) -> str:
        """What a group is called: as the first claim in it writes it; the status; the rating."""
        ...

    def choices(self, key: str, most: int, among: Arrangement | None = None, words: str = "") -> Sequence[Choice]:
        """The values of a facet: of all claims, or of those that are left by all of `among` but this facet itself; only
        such as have these words. Status and verdict in their order, the others by how many claims have them.
        """
        ...

    def name(self, key: str, raw: str) -> str:
        """What a value of a facet is called, whether any claim has it or not."""
        ...

    def counts(self, article_ids: Sequence[str] | None = None) -> Mapping[str, int]:
        """How many claims are made in each of these articles, or in each of all."""
        ...

    def mentions(self, article_ids: Sequence[str]) -> Mapping[str, Sequence[Mention]]:
        """The claims that are made in each of these articles."""
        ...

    def rearrange(self) -> None:
        """Findings changed: in order again, if that depends on them."""
        ...

    def renew(self) -> None:
        """On to the newest state, arranged as before."""
        ...

    def close(self) -> None:
        """It is of no more use."""
        ...
