"""What claims can be filtered and grouped by, a filter as plain data, and both in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.i18n import Catalogue
from factcheck.listing import GROUPED_BY, OVERDUE, Arrangement
from factcheck.model import Status
from factcheck.ui.models.facet_filter import FacetFilter, only_of, words_of
from factcheck.ui.text import by_itself, tr

#: The facets, in the order in which they are offered.
FACETS = ("status", "verdict", "claimant", "topic", "assignee", "article", OVERDUE)
#: What the first verdict would tell a second reader.
FIRST_VERDICT = "verdict"

#: What a raw value of a facet is called.
Name = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class ClaimsFilter(FacetFilter):
    """What claims are listed, and by which column they are grouped, "" for none."""

    group: str = ""

    def as_data(self) -> dict[str, Any]:
        return {**FacetFilter.as_data(self), "group": self.group}

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> "ClaimsFilter":
        """As it was written; what does not fit is left out."""
        group, only = data.get("group"), only_of(data, FACETS)
        statuses = only.pop("status", frozenset()) & frozenset(map(str, Status))
        kept = {"status": statuses, **only} if statuses else only
        return cls(words_of(data), kept, group if group in GROUPED_BY else "")

    @property
    def hides(self) -> bool:
        """Whether it may leave claims out."""
        return bool(self.words.strip() or self.only)

    def cleared(self) -> "ClaimsFilter":
        """The same without any filter, in the same groups."""
        return ClaimsFilter(group=self.group)


def allowed(wished: Arrangement, blind: bool) -> Arrangement:
    """An arrangement that tells nothing of first verdicts, for a reader who is `blind` to them."""
    if not blind:
        return wished
    return Arrangement(
        wished.text,
        {key: raw for key, raw in wished.only.items() if key != FIRST_VERDICT},
        "" if wished.sort == FIRST_VERDICT else wished.sort,
        wished.descending,
        "" if wished.group == FIRST_VERDICT else wished.group,
        wished.today,
    )


def facet_word(facet: str) -> str:
    """What a facet is called."""
    return {
        "status": tr("Status"),
        "verdict": tr("Verdict"),
        "claimant": tr("Claimant"),
        "topic": tr("Topic"),
        "assignee": tr("Assignee"),
        "article": tr("Article"),
        OVERDUE: tr("Overdue"),
    }[facet]


def value_name(facet: str, name: str, catalogue: Catalogue) -> str:
    """What a value is called: as the listing names it, the status in words, and what "" stands for."""
    if facet == "status":
        return catalogue(f"status.{name}")
    return name or {
        "verdict": tr("No verdict yet"),
        "claimant": tr("No claimant"),
        "topic": tr("No topic"),
        "assignee": tr("Nobody assigned"),
    }.get(facet, tr("Untitled"))


def chip_text(facet: str, values: Sequence[str]) -> str:
    """ "Topic: talks, roads"."""
    if facet == OVERDUE:
        return tr("Overdue")
    return tr("{facet}: {values}", facet=facet_word(facet), values=", ".join(map(by_itself, values)))


def in_words(given: ClaimsFilter, name: Name) -> str:
    """A filter as a person would say it: "Status: Decided; Topic: talks; words “flood”"."""
    parts = [
        chip_text(facet, sorted(name(facet, raw) for raw in given.only[facet]))
        for facet in FACETS
        if facet in given.only
    ]
    if words := " ".join(given.words.split()):
        parts.append(tr("words “{words}”", words=words))
    return "; ".join(parts)
