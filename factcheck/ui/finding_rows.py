"""Findings as the list shows them, with all that they can be filtered by; made without Qt."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck import dates, matching, records
from factcheck.i18n import Catalogue
from factcheck.model import Appearance, Claim, Finding, PrintedDate
from factcheck.records import Records
from factcheck.ui.models.findings_filter import Names
from factcheck.ui.models.findings_model import FindingRow, PassageInfo, capital, gist_text, own_facets
from factcheck.ui.present import Touching, passage_info, passages
from factcheck.ui.text import tr
from factcheck.ui.views.disputes_button import Dispute


@dataclass(frozen=True, slots=True)
class _Touched:
    """What a finding touches: the same as long as articles, events and claims are."""

    sources: tuple[str, ...]
    about: str
    facets: Mapping[str, frozenset[str]]


class FindingRows:
    """Reads articles, events and claims as they are; made anew when one of them changed, but not for a ruling."""

    def __init__(
        self, state: Records, found: Sequence[Finding], events: Sequence[matching.Event], say: Catalogue
    ) -> None:
        self._state, self._say = state, say
        self._found = {finding.id for finding in found}
        self._touched: dict[str, _Touched] = {}
        self._events = {event.key: event for event in events}
        self._event_of = {article_id: event.key for event in events for article_id in event.articles}
        self._info: dict[str, PassageInfo] = {}
        self._claims = self._claims_of(found)

    def fits(self, state: Records, found: Sequence[Finding]) -> bool:
        """Whether it was made for these findings of this project, whatever was ruled on them since."""
        return self._state is state and {finding.id for finding in found} == self._found

    def rows(self, found: Sequence[Finding]) -> list[FindingRow]:
        """The rows, in the order of the findings."""
        return [self._row(finding) for finding in found]

    def names(self) -> Names:
        """What publishers, events, articles and claims are called, as they are offered."""
        in_use = {article.id: self._about(article.id) for article in records.articles(self._state)}
        publishers = sorted({info.publisher for info in in_use.values()} - {""}, key=str.casefold)
        touched = {id for ids in self._claims.values() for id in ids}
        return {
            "publisher": {name: name for name in publishers},
            "event": {key: event_text(event, self._say) for key, event in self._events.items()},
            "article": {id: " · ".join(filter(None, (info.publisher, info.title))) for id, info in in_use.items()},
            "claim": {claim.id: _claim_text(claim) for claim in records.claims(self._state) if claim.id in touched},
        }

    def _row(self, finding: Finding) -> FindingRow:
        touched = self._touched.get(finding.id)
        if touched is None:
            touched = self._touched[finding.id] = self._touch(finding)
        return FindingRow(finding, touched.sources, touched.about, {**touched.facets, **own_facets(finding)})

    def _touch(self, finding: Finding) -> _Touched:
        ids = dict.fromkeys(passage.article_id for passage in passages(finding))
        infos = [self._about(id) for id in ids]
        return _Touched(
            tuple(dict.fromkeys(info.name for info in infos if info.name)),
            "\n".join(f"{info.publisher} {info.title}" for info in infos),
            {
                "publisher": frozenset(info.publisher for info in infos) - {""},
                "event": frozenset(self._event_of[id] for id in ids if id in self._event_of),
                "article": frozenset(ids),
                "claim": frozenset(self._claims.get(finding.id, ())),
            },
        )

    def _about(self, article_id: str) -> PassageInfo:
        if article_id not in self._info:
            self._info[article_id] = passage_info(self._state, article_id, self._say)
        return self._info[article_id]

    def _claims_of(self, found: Sequence[Finding]) -> dict[str, set[str]]:
        """By finding, the claims in use that it touches."""
        everything: Callable[[Finding], bool] = lambda _: True  # noqa: E731 - what Touching is to leave out: nothing
        touching = Touching(found, everything)
        in_use = {claim.id for claim in records.claims(self._state)}
        touched: dict[str, set[str]] = defaultdict(set)
        for appearance in self._state.each(Appearance):
            if appearance.claim_id in in_use:
                for finding in touching.appearance(appearance):
                    touched[finding.id].add(appearance.claim_id)
        return touched


def disputes(found: Iterable[Finding], article_id: str, say: Catalogue) -> list[Dispute]:
    """What an article's head says of the findings that touch it."""
    return [
        Dispute(
            finding.id,
            tr("{fact}: {what}", fact=capital(finding.fact), what=gist_text(say, finding)),
            all(passage.article_id == article_id for passage in passages(finding)),
        )
        for finding in found
    ]


def event_text(event: matching.Event, say: Catalogue) -> str:
    """ "Alma, Lunde · 4 May 2031"."""
    day = dates.brief(PrintedDate("", event.day), say) if event.day else ""
    return " · ".join(filter(None, (event.name, day))) or tr("An event without a name")


def _claim_text(claim: Claim) -> str:
    return tr("{number}. {wording}", number=claim.number, wording=claim.wording)
