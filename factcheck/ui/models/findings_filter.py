"""What findings can be filtered by, and a filter as plain data that can be remembered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.i18n import Catalogue
from factcheck.model import DISPUTED, Kind, ReasonType, Verb
from factcheck.ui.models.facet_filter import FacetFilter, only_of, words_of
from factcheck.ui.text import by_itself, tr

#: Of what nobody has ruled on, and of what somebody has.
OPEN, RULED = "open", "ruled"
#: The facets, in the order in which they are offered.
FACETS = ("kind", "reason", "publisher", "event", "article", "claim", "ruling")

#: What each value of a facet is called, by facet.
Names = Mapping[str, Mapping[str, str]]

_DISPUTED = frozenset(str(kind) for kind in DISPUTED)


@dataclass(frozen=True, slots=True)
class FindingsFilter(FacetFilter):
    """What findings are listed; at first those in dispute."""

    only: Mapping[str, frozenset[str]] = field(default_factory=lambda: {"kind": _DISPUTED})

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> "FindingsFilter":
        """As it was written; what does not fit is left out, and nothing at all is the filter at first."""
        return cls(words_of(data), only_of(data, FACETS)) if data else cls()


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
    return tr("{facet}: {values}", facet=facet_word(facet), values=", ".join(map(by_itself, chosen)))
