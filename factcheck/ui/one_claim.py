"""One claim with all that its panel shows, and what of it can be chosen; made without Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from types import MappingProxyType

from factcheck import blind, dates, records
from factcheck.i18n import Catalogue
from factcheck.model import Added, Appearance, Claim, Evidence, Headline, PassageTarget, Reader, Scale
from factcheck.records import Records
from factcheck.ui import present
from factcheck.ui.models.claim_shown import (
    AppearanceShown,
    ClaimShown,
    EvidenceShown,
    Given,
    HistoryShown,
    evidence_shown,
    media_shown,
)
from factcheck.ui.text import by_itself


def claim_shown(
    state: Records,
    claim: Claim,
    touching: present.Touching,
    history: Sequence[tuple[str, Headline]],
    catalogue: Catalogue,
    reader: Reader = Reader.first,
    added: Mapping[str, Added] = MappingProxyType({}),
) -> ClaimShown:
    """One claim with all that the panel shows of it to a reader.

    `history` as `Session.headlines_of_claim` gives it; `added` tells by id who added which evidence.
    """
    there = records.appearances(state, claim.id)
    given = records.verdict(state, claim.id, reader)
    scale = state.get(Scale, given.scale_id if given and given.rating else records.project(state).scale_id)
    assert scale is not None, "verdicts and projects name a scale of the project"
    return ClaimShown(
        claim=claim,
        appearances=_appearances_shown(state, claim, there, catalogue),
        verdict=given,
        scale=scale,
        evidence=tuple(
            replace(_evidence_shown(state, item, catalogue), added=added.get(item.id))
            for item in records.evidence(state, claim.id)
        ),
        history=_history_shown(state, claim, history, catalogue),
        findings=tuple(touching.claim(there)),
        sources=records.independent_publishers(state, claim.id),
        given=(_given(state, claim, Reader.first, reader), _given(state, claim, Reader.second, reader)),
        reads_second=reader is Reader.second,
        overdue=dates.days_over(claim, date.today()) > 0,
        reply_overdue=not claim.reply.strip() and dates.is_past(claim.reply_due, date.today()),
    )


def _given(state: Records, claim: Claim, by: Reader, reader: Reader) -> Given | None:
    """One reader's verdict; the other one learns no more of a blind one than that it is there."""
    found = records.verdict(state, claim.id, by)
    if found is None or (by is Reader.second and not found.rating):
        return None
    if not found.revealed and reader is not by:
        return Given(replace(found, summary="", rationale=""), None)
    return Given(found, records.rating(state, found))


def _appearances_shown(
    state: Records, claim: Claim, there: Sequence[Appearance], catalogue: Catalogue
) -> tuple[AppearanceShown, ...]:
    """In texts and elsewhere, the first one first."""
    shown = [(place.order, media_shown(place, catalogue)) for place in records.media(state, claim.id)]
    for a in there:
        info, place = present.passage_info(state, a.article_id, catalogue), records.place(state, a.anchor, catalogue)
        shown.append((a.order, AppearanceShown(a.id, a.anchor.exact, info, place, a.review, a.withheld)))
    return tuple(one for _, one in sorted(shown, key=lambda numbered: numbered[0]))


def _evidence_shown(state: Records, item: Evidence, say: Catalogue) -> EvidenceShown:
    target = item.target
    shown = evidence_shown(item)
    if isinstance(target, PassageTarget):
        info, place = present.passage_info(state, target.article_id, say), records.place(state, target.anchor, say)
        shown = evidence_shown(item, info, place)
    return replace(shown, unweighed=blind.unweighed(state, item.claim_id))


def places_offered(state: Records, claim_id: str, say: Catalogue) -> list[tuple[str, str]]:
    """Ids of the appearances of a claim, with what is said there and where."""
    claim = state.get(Claim, claim_id)
    shown = _appearances_shown(state, claim, records.appearances(state, claim_id), say) if claim else ()
    return [(one.id, f"{by_itself(one.info.publisher or one.info.title)}: {by_itself(one.quote)}") for one in shown]


def evidence_offered(state: Records, claim_id: str, say: Catalogue) -> list[tuple[str, str]]:
    """Ids of the evidence on a claim, with its number and title."""
    shown = (_evidence_shown(state, item, say) for item in records.evidence(state, claim_id))
    return [(one.evidence.id, f"[{number}] {by_itself(one.title)}") for number, one in enumerate(shown, 1)]


def _history_shown(
    state: Records, claim: Claim, history: Sequence[tuple[str, Headline]], catalogue: Catalogue
) -> tuple[HistoryShown, ...]:
    """The steps of a claim, and of those that were merged into it."""
    numbers = {other.id: other.number for other in records.merged(state, claim.id)}
    return tuple(
        HistoryShown(step.at, step.who.name, present.step_name(step, catalogue), step.sequence, numbers.get(of, 0))
        for of, step in history
    )


#: Claims that are looked through for what a field can be completed with: reading more would be felt.
_LOOKED_THROUGH = 2_000


def known(state: Records, field: str) -> list[str]:
    """What the claims of a project have in a field, each once, in order."""
    first = islice((claim for claim in state.each(Claim) if not claim.withdrawn), _LOOKED_THROUGH)
    return sorted({value for claim in first if (value := str(getattr(claim, field)).strip())}, key=str.casefold)
