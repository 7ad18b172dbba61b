"""An arrangement of claims as SQL over `derived_claims`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.codec import to_json
from factcheck.listing import OVERDUE, Arrangement
from factcheck.model import SETTLED
from factcheck.store import listed

#: The column that each key sorts by; all have an index.
_SORTS = {
    "": "number",
    "number": "number",
    "status": "status",
    "verdict": "truth",
    "wording": "wording",
    "claimant": "claimant",
    "topic": "topic",
    "assignee": "assignee",
    "priority": "priority",
    "deadline": "deadline",
    "evidence": "sources",
    "first": "first",
    "date": "date",
}
#: The column of each facet whose values can be counted by an index.
FACETS = {"status": "status", "verdict": "truth", "claimant": "claimant", "topic": "topic", "assignee": "assignee"}
#: What findings say of claims is known to the window: no column of the file, but a table of this connection.
DISPUTES = "contradictions"
_COUNTED = "coalesce((SELECT many FROM disputes WHERE disputes.id = derived_claims.id), 0)"
_MATCH = "derived_claim_words MATCH ?"
_ALL = "derived_claims"
_SEARCHED = "derived_claim_words CROSS JOIN derived_claims ON place = derived_claim_words.rowid"
_SETTLED = ", ".join(str(listed.STATUSES[status]) for status in SETTLED)

#: Which values in the column of verdicts stand for the keys of ratings.
Truths = Callable[[frozenset[str]], list[int]]


def matching(text: str) -> str:
    """A query of FTS5 for rows that have words with these beginnings; "" if there is none to look for."""
    words = (listed.spaced(word).strip() for word in text.replace("\0", " ").split())
    quoted = ('"' + word.replace('"', '""') + '"*' for word in words if any(map(str.isalnum, word)))
    return " ".join(quoted)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an arrangement asks for. The names in it are ours; values are bound."""

    #: What words are looked for, "" for none.
    query: str
    conditions: tuple[str, ...]
    values: tuple[Any, ...]
    #: The column that parts the rows into groups, "" for none.
    group: str
    #: What is sorted by. No index has it where a few rows stand aside of all others, which are in order of number:
    #: their condition, and whether they come first when ascending.
    sort: str
    aside: str
    aside_first: bool
    descending: bool

    @property
    def filtered(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.query or self.conditions)

    def bound(self) -> tuple[Any, ...]:
        """The values of `rows`."""
        return (self.query, *self.values) if self.query else self.values

    def rows(self, *more: str) -> str:
        """FROM and WHERE of all that it leaves, under more conditions."""
        conditions = [*([_MATCH] if self.query else []), *self.conditions, *more]
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        return f"FROM {_SEARCHED if self.query else _ALL}{where}"

    def walked(self, *more: str) -> str:
        """The same for whoever walks along the index of the order, or of what is asked more, and takes what fits."""
        searched = f"place IN (SELECT rowid FROM derived_claim_words WHERE {_MATCH})"  # noqa: S608 - our names
        fitting = [*([searched] if self.query else []), *self.conditions]
        conditions = [*(f"+{condition}" for condition in fitting), *more]
        return f"FROM {_ALL} WHERE {' AND '.join(conditions)}" if conditions else f"FROM {_ALL}"

    def counted(self) -> str:
        """How many it leaves; of mere words the index alone knows."""
        if self.query and not self.conditions:
            return f"SELECT count(*) FROM derived_claim_words WHERE {_MATCH}"  # noqa: S608 - our names
        return f"SELECT count(*) {self.rows()}"

    def counted_by(self, column: str) -> str:
        """How many rows have each value of a column: along its index, unless little is left, which is then sorted."""
        return f"SELECT {'+' if self.filtered else ''}{column}, count(*) AS many"

    def order(self, backwards: bool = False) -> str:
        """ORDER BY within a group, along an index if there is one."""
        return "ORDER BY " + ", ".join(self._by(backwards))

    def put_in_order(self) -> str:
        """The same of all groups after one another, for what is found first and then sorted."""
        return "ORDER BY " + ", ".join(f"+{name}" for name in [*filter(None, [self.group]), *self._by()])

    def _by(self, backwards: bool = False) -> list[str]:
        down = self.descending != backwards
        return [f"{name} DESC" if down else name for name in dict.fromkeys((self.sort, "number", "place"))]


def asked(arrangement: Arrangement, truths: Truths) -> Asked:
    """An arrangement as SQL."""
    told = [_told(key, raw, arrangement, truths) for key, raw in arrangement.only.items()]
    return Asked(
        matching(arrangement.text),
        tuple(condition for condition, _ in told),
        tuple(value for _, values in told for value in values),
        FACETS[arrangement.group] if arrangement.group else "",
        *_sort(arrangement),
        arrangement.descending,
    )


def _sort(arrangement: Arrangement) -> tuple[str, str, bool]:
    """`Asked.sort`, `aside` and `aside_first`."""
    if arrangement.sort == DISPUTES:
        return _COUNTED, "id IN (SELECT id FROM disputes)", False
    if arrangement.sort == OVERDUE:  # the longest first, then all others
        overdue = _overdue(_day(arrangement))
        return f"CASE WHEN {overdue} THEN deadline ELSE '~' END", overdue, True
    return _SORTS.get(arrangement.sort, "number"), "", False


def _day(arrangement: Arrangement) -> str:
    """The day as a literal, and nothing else."""
    return f"'{date.fromisoformat(arrangement.today).isoformat()}'"


def _overdue(day: str) -> str:
    """Days are sorted before all else that stands for a deadline: see `dates.order_of`."""
    return f"(deadline < {day} AND status NOT IN ({_SETTLED}))"


def _told(key: str, raw: frozenset[str], arrangement: Arrangement, truths: Truths) -> tuple[str, tuple[Any, ...]]:
    """One facet as a condition with its values."""
    if key == OVERDUE:
        return _overdue("?"), (arrangement.today,)
    if key == "article":
        made_in = "SELECT claim_id FROM appearances WHERE article_id IN (SELECT value FROM json_each(?))"
        return f"id IN ({made_in})", (to_json(sorted(raw)),)
    values = truths(raw) if key == "verdict" else [_RAW[key](value) for value in sorted(raw)]
    return f"{FACETS[key]} IN (SELECT value FROM json_each(?))", (to_json(values),)  # noqa: S608 - our names


#: How a raw value of a filter stands in its column.
_RAW: Mapping[str, Callable[[str], object]] = {
    "status": lambda raw: listed.STATUSES.get(raw, -1),
    "claimant": listed.key,
    "topic": listed.key,
    "assignee": listed.key,
}
