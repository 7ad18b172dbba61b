"""Evidence on a claim."""

from typing import Any

from factcheck import records
from factcheck.edits.citing import following
from factcheck.edits.making import changed, edit, get, now, sound_record, typing_key
from factcheck.model import Change, Claim, Edit, Evidence, Grade, Stance, Target, new_id
from factcheck.records import Records


def add_evidence(
    state: Records,
    claim_id: str,
    target: Target,
    stance: Stance = Stance.context,
    grade: Grade = Grade.secondary,
    comment: str = "",
) -> tuple[Edit, Evidence]:
    """One more piece of evidence, the last in order."""
    get(state, Claim, claim_id)
    order = 1 + max((e.order for e in state.where(Evidence, claim_id=claim_id)), default=0)
    made: Evidence = sound_record(Evidence(new_id("e"), claim_id, order, target, stance, grade, comment, now()))
    return edit("edit.add_evidence", [Change(None, made)]), made


def edit_evidence(state: Records, evidence_id: str, **fields: Any) -> Edit:
    """Target, stance, grade or comment."""
    change = changed(get(state, Evidence, evidence_id), **fields)
    return edit("edit.edit_evidence", [change], typing_key(evidence_id, fields))


def move_evidence(state: Records, evidence_id: str, by: int) -> Edit:
    """Moves a piece of evidence up (negative) or down among its claim's; the numbers that cite it follow."""
    item = get(state, Evidence, evidence_id)
    there = records.evidence(state, item.claim_id)
    at = next((i for i, e in enumerate(there) if e.id == evidence_id), None)
    if at is None:
        return edit("edit.move_evidence", [])
    wanted = list(there)
    wanted.insert(max(0, min(len(there) - 1, at + by)), wanted.pop(at))
    orders = [e.order for e in there]
    moved = [changed(e, order=o) for e, o in zip(wanted, orders, strict=True)]
    return edit("edit.move_evidence", [*moved, *following(state, item.claim_id, wanted)])
