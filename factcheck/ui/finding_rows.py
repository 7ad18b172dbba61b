"""Findings as the list shows them, with all that they can be filtered by; made without Qt.

Of most findings nobody asks for more than their kind: what a row touches is read when it is asked for. A row stays as
long as its finding is the very same, so that after a ruling one row is made and not thousands.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from factcheck import dates, matching, records
from factcheck.i18n import Catalogue
from factcheck.listing import Mention
from factcheck.model import Claim, Finding, PrintedDate
from factcheck.records import Records
from factcheck.ui.models.findings_filter import FACETS, Names
from factcheck.ui.models.findings_model import FindingRow, PassageInfo, own_facets
from factcheck.ui.present import passage_info, passages
from factcheck.ui.text import tr
from factcheck.ui.views.disputes_button import Dispute

#: The claims that are made in some articles, by article and in the order of the text.
Mentions = Callable[[Sequence[str]], Mapping[str, Sequence[Mention]]]


class FindingRows:
    """The rows of one project."""

    def __init__(self, state: Records, say: Catalogue, mentions: Mentions) -> None:
        self._state, self._say, self._mentions = state, say, mentions
        self._rows: dict[str, FindingRow] = {}
        self._info: dict[str, PassageInfo] = {}
        self._said: dict[str, Sequence[Mention]] = {}
        self._events: dict[str, matching.Event] = {}
        self.event_of: dict[str, str] = {}

    def forget(self, article_ids: Collection[str]) -> None:
        """Some articles came, went, or are called otherwise: what was read of them is read again."""
        if article_ids:
            for id in article_ids:
                self._info.pop(id, None)
                self._said.pop(id, None)
            known = self._rows.items()
            self._rows = {id: row for id, row in known if row.facets["article"].isdisjoint(article_ids)}

    def claims_changed(self, article_ids: Iterable[str]) -> None:
        """Other claims are made in some articles."""
        for id in article_ids:
            self._said.pop(id, None)

    def events(self, events: Sequence[matching.Event]) -> None:
        """The articles fall into these events."""
        self._events = {event.key: event for event in events}
        self.event_of = {article_id: event.key for event in events for article_id in event.articles}

    def rows(self, found: Sequence[Finding]) -> list[FindingRow]:
        """The rows, in the order of the findings; only those of findings that are not the very same are made."""
        known = self._rows
        self._rows = {f.id: kept if (kept := known.get(f.id)) and kept.finding is f else self._made(f) for f in found}
        return [*self._rows.values()]

    def _made(self, finding: Finding) -> FindingRow:
        return FindingRow(finding, _Touches(finding, self))

    def about(self, article_id: str) -> PassageInfo:
        """What is said of an article."""
        if article_id not in self._info:
            self._info[article_id] = passage_info(self._state, article_id, self._say)
        return self._info[article_id]

    def claims_of(self, finding: Finding) -> frozenset[str]:
        """Ids of the claims in use that share words with a finding."""
        self._read({passage.article_id for passage in passages(finding)})
        return frozenset(
            mention.claim_id
            for passage in passages(finding)
            for mention in self._said[passage.article_id]
            if mention.start < passage.end and passage.start < mention.end
        )

    def _read(self, article_ids: Iterable[str]) -> None:
        missing = [id for id in article_ids if id not in self._said]
        found = self._mentions(missing) if missing else {}
        self._said |= {id: found.get(id, ()) for id in missing}

    # --- what the values of facets are called ---

    def names(self) -> Names:
        """What publishers, events, articles and claims are called, read when it is asked for."""
        return _Names(
            {"publisher": self._publishers, "event": self._event_names, "article": self._titles, "claim": self._claims}
        )

    def _in_use(self) -> dict[str, PassageInfo]:
        return {article.id: self.about(article.id) for article in records.articles(self._state)}

    def _publishers(self) -> Mapping[str, str]:
        names = {info.publisher for info in self._in_use().values()} - {""}
        return {name: name for name in sorted(names, key=str.casefold)}

    def _event_names(self) -> Mapping[str, str]:
        return {key: event_text(event, self._say) for key, event in self._events.items()}

    def _titles(self) -> Mapping[str, str]:
        return {id: " · ".join(filter(None, (i.publisher, i.title))) for id, i in self._in_use().items()}

    def _claims(self) -> Mapping[str, str]:
        """By number; the words of a claim are read when they are shown."""
        self._read({id for row in self._rows.values() for id in row.facets["article"]})
        touched = {id for row in self._rows.values() for id in row.facets["claim"]}
        numbers = {m.claim_id: m.number for there in self._said.values() for m in there if m.claim_id in touched}
        return _ClaimNames(self._state, sorted(numbers, key=numbers.__getitem__))


class _Touches:
    """What one finding touches."""

    def __init__(self, finding: Finding, rows: FindingRows) -> None:
        self._finding, self._of = finding, rows

    def _infos(self) -> list[PassageInfo]:
        return [self._of.about(id) for id in dict.fromkeys(p.article_id for p in passages(self._finding))]

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(info.name for info in self._infos() if info.name))

    @property
    def about(self) -> str:
        return "\n".join(f"{info.publisher} {info.title}" for info in self._infos())

    @cached_property
    def facets(self) -> Mapping[str, frozenset[str]]:
        return _Facets(self._finding, self._of)


class _Facets(Mapping[str, frozenset[str]]):
    """What one finding can be filtered by; what may change while the finding stays is looked up each time."""

    def __init__(self, finding: Finding, rows: FindingRows) -> None:
        self._finding, self._of = finding, rows
        self._own = own_facets(finding)

    def __iter__(self) -> Iterator[str]:
        return iter(FACETS)

    def __len__(self) -> int:
        return len(FACETS)

    def __getitem__(self, facet: str) -> frozenset[str]:
        found = self._own.get(facet)
        if found is not None:
            return found
        if facet == "article":
            return self._own.setdefault(facet, frozenset(passage.article_id for passage in passages(self._finding)))
        if facet == "claim":
            return self._of.claims_of(self._finding)
        if facet == "publisher":
            return frozenset(self._of.about(id).publisher for id in self["article"]) - {""}
        known = self._of.event_of
        return frozenset(known[id] for id in self["article"] if id in known)


class _Names(Mapping[str, Mapping[str, str]]):
    """What the values of each facet are called, made once it is asked for."""

    def __init__(self, make: Mapping[str, Callable[[], Mapping[str, str]]]) -> None:
        self._make = make
        self._known: dict[str, Mapping[str, str]] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._make)

    def __len__(self) -> int:
        return len(self._make)

    def __getitem__(self, facet: str) -> Mapping[str, str]:
        if facet not in self._known:
            self._known[facet] = self._make[facet]()
        return self._known[facet]


class _ClaimNames(Mapping[str, str]):
    """What claims are called, in the order of their numbers."""

    def __init__(self, state: Records, ids: Sequence[str]) -> None:
        self._state, self._ids = state, dict.fromkeys(ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, claim_id: str) -> str:
        claim = self._state.get(Claim, claim_id) if claim_id in self._ids else None
        if claim is None:
            raise KeyError(claim_id)
        return tr("{number}. {wording}", number=claim.number, wording=claim.wording)


def disputes(found: Iterable[Finding], article_id: str) -> list[Dispute]:
    """What an article's head says of the findings that touch it."""
    return [
        Dispute(finding.id, all(passage.article_id == article_id for passage in passages(finding))) for finding in found
    ]


def event_text(event: matching.Event, say: Catalogue) -> str:
    """ "Alma, Lunde · 4 May 2031"."""
    day = dates.brief(PrintedDate("", event.day), say) if event.day else ""
    return " · ".join(filter(None, (event.name, day))) or tr("An event without a name")
