"""Bringing back what a claim said before, from its history, without taking back what came after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from factcheck import records
from factcheck.edits.citing import WORDS, renumbered
from factcheck.edits.claims import TYPED_FIELDS
from factcheck.edits.making import changed, compose, edit, get
from factcheck.edits.verdicts import set_verdict
from factcheck.edits.withdrawing import withdraw
from factcheck.errors import FactCheckError
from factcheck.i18n import sentence
from factcheck.model import (
    Appearance,
    Article,
    Change,
    Claim,
    Edit,
    Entry,
    Evidence,
    MediaAppearance,
    PassageTarget,
    Verdict,
    Who,
)
from factcheck.records import Records

#: Fields that a step wrote and that can be brought back. What is withheld, where a passage stands and what belongs to
#: what are as they are now.
_FIELDS: Mapping[type, frozenset[str]] = {
    Claim: TYPED_FIELDS | {"status"},
    Evidence: frozenset({"target", "stance", "grade", "comment"}),
    MediaAppearance: frozenset({"medium", "source", "time", "transcript"}),
}


def restore(state: Records, claim_id: str, history: Sequence[Entry], sequence: int, who: Who) -> Edit:
    """What one step in the history of a claim (newest first) wrote, once more; what it took away comes back. A step of
    a claim that was merged into this one writes to this one.

    Citations in words that are brought back follow evidence that was moved since. `FactCheckError` if they cited the
    evidence of another claim.
    """
    claim = get(state, Claim, claim_id)
    entry = next((entry for entry in history if entry.sequence == sequence), None)
    own = [c for c in entry.edit.changes if claim_id in claims_of(c)] if entry else []
    if entry and not own:
        own = list(_of_merged(entry, {other.id: other.number for other in records.merged(state, claim_id)}, claim_id))
    judged = any(isinstance(c.after, Verdict) for c in own)
    later = [e for e in history if e.sequence > sequence]
    parts = [part for change in own for part in _restored(state, change, judged, later, who)]
    name = {"number": str(claim.number)}
    return (
        replace(compose(parts), label="edit.restore", names=tuple(name.items())) if parts else edit("edit.restore", [])
    )


def claims_of(change: Change) -> tuple[str, ...]:
    """The claim that a change is of; with the id of the record, which may be the claim."""
    record = change.after or change.before
    return getattr(record, "id", ""), getattr(record, "claim_id", "")


def _of_merged(entry: Entry, numbers: Mapping[str, int], claim_id: str) -> Iterator[Change]:
    """The changes of claims that were merged into another, as if they had been done to that one; of merging, none."""
    for change in () if entry.edit.label == "edit.merge_claims" else entry.edit.changes:
        number = next((numbers[id] for id in claims_of(change) if id in numbers), None)
        if number is None:
            continue
        if isinstance(change.after or change.before, Verdict):
            raise FactCheckError(sentence("error.claim.merged_verdict", number=number))
        yield Change(*(_given_to(record, claim_id) for record in (change.before, change.after)))


def _given_to(record: Any, claim_id: str) -> Any:
    field = "id" if isinstance(record, Claim) else "claim_id"
    return record and replace(record, **{field: claim_id})


def _restored(state: Records, change: Change, judged: bool, later: Sequence[Entry], who: Who) -> Iterator[Edit]:
    before, after = change.before, change.after
    if isinstance(after, Verdict):
        yield _verdict(state, before, after, later, who)
    elif isinstance(before, Appearance | MediaAppearance) and after is None:
        yield from _brought_back(state, before)
    elif isinstance(after, Evidence) and after.withdrawn and isinstance(before, Evidence) and not before.withdrawn:
        now = state.get(Evidence, after.id)
        if now and now.withdrawn:
            yield withdraw(state, [after.id], withdrawn=False)
    elif isinstance(after, Claim | Evidence | MediaAppearance) and not (judged and isinstance(after, Claim)):
        yield from _fields(state, before, after)


def _fields(state: Records, before: Any, after: Claim | Evidence | MediaAppearance) -> Iterator[Edit]:
    now = state.get(type(after), after.id)
    wrote = {
        n: getattr(after, n) for n in _FIELDS[type(after)] if before is None or getattr(before, n) != getattr(after, n)
    }
    if isinstance(wrote.get("target"), PassageTarget):
        del wrote["target"]  # where it stands follows its article's text
    if now is not None and wrote:
        yield edit("edit.restore", [changed(now, **wrote)])


def _brought_back(state: Records, place: Appearance | MediaAppearance) -> Iterator[Edit]:
    """A place that was removed, unless it is there, or its article has another text by now."""
    if state.get(type(place), place.id) is not None:
        return
    article = state.get(Article, place.article_id) if isinstance(place, Appearance) else None
    if isinstance(place, MediaAppearance) or (article and article.version_id == place.anchor.version_id):
        yield edit("edit.restore", [Change(None, place)])


def _verdict(state: Records, before: Any, after: Verdict, later: Sequence[Entry], who: Who) -> Edit:
    old = before if isinstance(before, Verdict) else None
    words = renumbered(after, _numbers(state, after.claim_id, later))
    wrote = {n: words[n] for n in WORDS if old is None or getattr(old, n) != getattr(after, n)}
    standing = records.verdict(state, after.claim_id, after.reader)
    rated = old is None or old.rating != after.rating
    rating = after.rating if rated else standing.rating if standing else ""
    return set_verdict(state, after.claim_id, rating, who, after.reader, wrote)


def _numbers(state: Records, claim_id: str, later: Sequence[Entry]) -> dict[int, int]:
    """By the number that evidence had before some steps (newest first) the number that it has now."""
    then: dict[str, Evidence] = {item.id: item for item in state.where(Evidence, claim_id=claim_id)}
    for change in (c for entry in later for c in reversed(entry.edit.changes)):
        for side in (change.after, change.before):
            if isinstance(side, Evidence):
                then.pop(side.id, None)
        if isinstance(change.before, Evidence) and change.before.claim_id == claim_id:
            then[change.before.id] = change.before
    there = sorted((e for e in then.values() if not e.withdrawn), key=lambda e: (e.order, e.id))
    now = {item.id: number for number, item in enumerate(records.evidence(state, claim_id), 1)}
    return {number: now.get(item.id, 0) for number, item in enumerate(there, 1)}
