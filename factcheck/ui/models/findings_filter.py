"""What findings can be filtered by, and a filter as plain data that can be remembered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.i18n import Catalogue
from factcheck.model import DISPUTED, Kind, ReasonType, Verb
from factcheck.ui.text import tr

#: Of what nobody has ruled on, and of what somebody has.
OPEN, RULED = "open", "ruled"
#: The facets, in the order in which they are offered.
FACETS = ("kind", "reason", "publisher", "event", "article", "claim", "ruling")

#: What each value of a facet is called, by facet.
Names = Mapping[str, Mapping[str, str]]

_DISPUTED = frozenset(str(kind) for kind in DISPUTED)


@dataclass(frozen=True, slots=True)
class FindingsFilter:
    """Words that must all be there, and per facet the values of which a finding must have one."""

    words: str = ""
    only: Mapping[str, frozenset[str]] = field(default_factory=lambda: {"kind": _DISPUTED})

    def with_facet(self, facet: str, values: Iterable[str]) -> "FindingsFilter":
        """The same with other values of a facet; none lifts it."""
        rest = {key: kept for key, kept in self.only.items() if key != facet}
        given = frozenset(values)
        return replace(self, only={**rest, facet: given} if given else rest)

    def toggled(self, facet: str, value: str) -> "FindingsFilter":
        """The same with a value more, or less."""
        return self.with_facet(facet, self.only.get(facet, frozenset()) ^ {value})

    def as_data(self) -> dict[str, Any]:
        """For a JSON file."""
        return {"words": self.words, **{facet: sorted(values) for facet, values in sorted(self.only.items())}}

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> "FindingsFilter":
        """As it was written; what does not fit is left out, and nothing at all is the filter at first."""
        if not data:
            return cls()
        words, only = data.get("words"), {}
        for facet in FACETS:
            values = data.get(facet)
            told = frozenset(v for v in values if isinstance(v, str)) if isinstance(values, list) else frozenset()
            if told:
                only[facet] = told
        return cls(words if isinstance(words, str) else "", only)


#: Everything there is.
ALL = FindingsFilter(only={})


def facet_word(facet: str) -> str:
    """What a facet is called."""
    return {
        "kind": tr("Kind"),
        "reason": tr("Reason"),
        "publisher": tr("Publisher"),
        "event": tr("Event"),
        "article": tr("Article"),
        "claim": tr("Claim"),
        "ruling": tr("Ruling"),
    }[facet]


def fixed_names(catalogue: Catalogue) -> Names:
    """The values that every project has, in the order in which they are offered."""
    rulings = {str(verb): catalogue(f"ruling.{verb}") for verb in Verb}
    return {
        "kind": {str(kind): catalogue(f"kind.{kind.name}") for kind in Kind},
        "reason": {str(reason): catalogue(f"difference.{reason}") for reason in ReasonType},
        "ruling": {OPEN: tr("Open"), RULED: tr("Ruled"), **rulings},
    }


def chip_text(facet: str, values: Iterable[str], names: Names) -> str:
    """ "Publisher: Echo, Post"; what is disputed is called so."""
    if facet == "kind" and frozenset(values) == _DISPUTED:
        return tr("Disputed")
    known = names.get(facet, {})
    chosen: Sequence[str] = [known[value] for value in known if value in values] or [tr("no longer there")]
    return tr("{facet}: {values}", facet=facet_word(facet), values=", ".join(chosen))
