"""A filter as plain data that can be remembered: words, and the values that are left of some facets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class FacetFilter:
    """Words that must all be there, and per facet the values of which a row must have one."""

    words: str = ""
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def with_facet(self, facet: str, values: Iterable[str]) -> Self:
        """The same with other values of a facet; none lifts it."""
        rest = {key: kept for key, kept in self.only.items() if key != facet}
        given = frozenset(values)
        return replace(self, only={**rest, facet: given} if given else rest)

    def toggled(self, facet: str, value: str) -> Self:
        """The same with a value more, or less."""
        return self.with_facet(facet, self.only.get(facet, frozenset()) ^ {value})

    def as_data(self) -> dict[str, Any]:
        """For a JSON file."""
        return {"words": self.words, **{facet: sorted(values) for facet, values in sorted(self.only.items())}}


def words_of(data: Mapping[str, Any]) -> str:
    """The words in what `as_data` gave, whatever a file made of it."""
    words = data.get("words")
    return words if isinstance(words, str) else ""


def only_of(data: Mapping[str, Any], facets: Sequence[str]) -> dict[str, frozenset[str]]:
    """The values of these facets in it; what does not fit is left out."""
    only = {}
    for facet in facets:
        values = data.get(facet)
        told = frozenset(v for v in values if isinstance(v, str)) if isinstance(values, list) else frozenset()
        if told:
            only[facet] = told
    return only
