"""Claims joined, taken apart and copied; whatever hangs on a claim goes where its words go."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from factcheck import leaving, records
from factcheck.edits.citing import following, renumbered
from factcheck.edits.claims import new_claim, next_number, next_order
from factcheck.edits.making import changed, edit, get, now
from factcheck.errors import FactCheckError
from factcheck.i18n import sentence
from factcheck.model import (
    Appearance,
    Change,
    Claim,
    Edit,
    Evidence,
    MediaAppearance,
    Reader,
    Status,
    Verdict,
    new_id,
)
from factcheck.records import Records

Place = Appearance | MediaAppearance

#: Fields that a claim takes from the one merged into it where it has none itself.
_FILLED = ("claimant", "role", "date", "place", "topic", "deadline", "assignee", "asked", "reply", "reply_due")
#: What a verdict takes with its rating.
_RATED = ("rating", "scale_id", "who", "given", "revealed")


def places(state: Records, claim_id: str) -> list[Place]:
    """Where a claim is made, in texts and elsewhere, its first appearance first."""
    there: list[Place] = [*records.appearances(state, claim_id), *records.media(state, claim_id)]
    return sorted(there, key=lambda place: (place.order, place.id))


# --- merging ----------------------------------------------------------------------------------------------------------


def merge_claims(state: Records, kept_id: str, other_id: str) -> Edit:
    """The other claim's appearances, evidence and words go to the one that is kept; what both have is folded.

    The other is withdrawn. A verdict that differs from that of the kept claim stays with it, and can be seen there.
    """
    kept, other = _in_use(state, kept_id), _in_use(state, other_id)
    if kept.id == other.id:
        raise FactCheckError(sentence("error.claim.same"))
    evidence, numbers = _joined_evidence(state, kept, other)
    verdicts = [c for reader in Reader for c in _joined_verdicts(state, kept.id, other.id, reader, numbers)]
    rated = any(isinstance(c.after, Verdict) and c.after.rating for c in verdicts)
    changes = [
        changed(kept, **_joined_fields(state, kept, other, rated)),
        *_joined_places(state, kept, other),
        *evidence,
        *verdicts,
        changed(other, withdrawn=True, merged_into=kept.id, withheld=_stays(state, other)),
    ]
    return edit("edit.merge_claims", changes, other=str(other.number), number=str(kept.number))


def _in_use(state: Records, claim_id: str) -> Claim:
    claim = get(state, Claim, claim_id)
    if claim.withdrawn:
        raise FactCheckError(sentence("error.claim.withdrawn", number=claim.number))
    return claim


def _stays(state: Records, claim: Claim) -> bool:
    """Whether a claim is withheld, itself or with the articles in which it is made."""
    return leaving.leaving(state).get(Claim, claim.id) is None


def _joined_fields(state: Records, kept: Claim, other: Claim, rated: bool) -> dict[str, Any]:
    fields: dict[str, Any] = {name: getattr(kept, name) or getattr(other, name) for name in _FILLED}
    limits = dict.fromkeys(text for text in (kept.limits, other.limits) if text.strip())
    began = rated and kept.status is Status.unchecked
    return fields | {
        "limits": "\n\n".join(limits),
        "priority": max(kept.priority, other.priority),
        "status": Status.in_progress if began else kept.status,
        "withheld": _stays(state, kept) or _stays(state, other),
    }


def _joined_places(state: Records, kept: Claim, other: Claim) -> list[Change]:
    order, there = next_order(state, kept.id), {_where(place): place for place in places(state, kept.id)}
    changes, folded = [], dict[str, Change]()
    for place in places(state, other.id):
        if twin := there.get(_where(place)):
            changes.append(Change(place, None))
            if place.withheld:  # what was to stay stays
                folded[twin.id] = changed(twin, withheld=True)
        else:
            changes.append(changed(place, claim_id=kept.id, order=order))
            order += 1
    return [*changes, *folded.values()]


def _where(place: Place) -> tuple[object, ...]:
    if isinstance(place, Appearance):
        return place.article_id, place.anchor.version_id, place.anchor.start, place.anchor.end
    return place.medium, place.source, place.time, place.transcript


def _joined_evidence(state: Records, kept: Claim, other: Claim) -> tuple[list[Change], dict[int, int]]:
    """The changes, and by number on the other claim the number that each piece has now."""
    mine = records.evidence(state, kept.id)
    order = 1 + max((e.order for e in state.where(Evidence, claim_id=kept.id)), default=0)
    changes, folded = [], dict[str, Change]()
    numbers: dict[int, int] = {}
    last = len(mine)
    for item in state.where(Evidence, claim_id=other.id):
        twin = None if item.withdrawn else next((n for n, e in enumerate(mine, 1) if _same(item, e)), None)
        if twin:
            changes.append(Change(item, None))
            if item.withheld:
                folded[mine[twin - 1].id] = changed(mine[twin - 1], withheld=True)
        else:
            changes.append(changed(item, claim_id=kept.id, order=order))
            order += 1
        if not item.withdrawn:
            last += not twin
            numbers[len(numbers) + 1] = twin or last
    return [*changes, *folded.values()], numbers


def _same(item: Evidence, other: Evidence) -> bool:
    """Whether nothing is lost if the first goes and the second stays."""
    alike = (item.target, item.stance, item.grade) == (other.target, other.stance, other.grade)
    return alike and item.comment in ("", other.comment)


def _joined_verdicts(
    state: Records, kept_id: str, other_id: str, reader: Reader, numbers: dict[int, int]
) -> list[Change]:
    """One reader's verdicts: they go over where the kept claim has none, and fill what that one has not said."""
    mine, theirs = records.verdict(state, kept_id, reader), records.verdict(state, other_id, reader)
    if theirs is None:
        return []
    if mine is None:
        every = [v for v in state.where(Verdict, claim_id=other_id) if v.reader is reader]
        return [changed(v, claim_id=kept_id, **renumbered(v, numbers)) for v in every]
    if mine.rating and theirs.rating and (mine.scale_id, mine.rating) != (theirs.scale_id, theirs.rating):
        return []
    words = {name: text for name, text in renumbered(theirs, numbers).items() if not getattr(mine, name)}
    rated = {name: getattr(theirs, name) for name in _RATED} if theirs.rating and not mine.rating else {}
    return [changed(mine, **words, **rated)]


# --- splitting and copying --------------------------------------------------------------------------------------------


def split_claim(state: Records, claim_id: str, moved: Collection[str], **fields: Any) -> tuple[Edit, Claim]:
    """A claim of its own for some appearances and evidence of another, by their ids; both keep an appearance.

    It is worded as the first of them unless a `wording` is given; who claimed it, when and where are as before.
    """
    claim = _in_use(state, claim_id)
    there, items = places(state, claim_id), state.where(Evidence, claim_id=claim_id)
    _check_parts(moved, there, items)
    going = [place for place in there if place.id in moved]
    made = _copied(state, claim, {"wording": _said(going[0]) or claim.wording, "asked": "", "reply": ""} | fields)
    made = replace(made, limits="", reply_due="")
    changes = [Change(None, made)]
    changes += [changed(part, claim_id=made.id) for part in (*going, *items) if part.id in moved]
    staying = [item for item in items if not item.withdrawn and item.id not in moved]
    changes += following(state, claim_id, staying)
    return edit("edit.split_claim", changes, number=str(claim.number), made=str(made.number)), made


def _check_parts(moved: Collection[str], there: list[Place], items: list[Evidence]) -> None:
    strange = set(moved) - {part.id for part in (*there, *items)}
    if strange:
        raise FactCheckError(sentence("error.claim.no_part", id=min(strange)))
    gone = sum(place.id in moved for place in there)
    if not 0 < gone < len(there):
        raise FactCheckError(sentence("error.claim.split"))


def _said(place: Place) -> str:
    return " ".join((place.anchor.exact if isinstance(place, Appearance) else place.transcript).split())


def duplicate_claim(state: Records, claim_id: str) -> tuple[Edit, Claim]:
    """One more claim with the same words, appearances and evidence, without a verdict."""
    claim = _in_use(state, claim_id)
    made = _copied(state, claim, {})
    changes = [Change(None, made), *(Change(None, part) for part in _copies(state, claim_id, made.id))]
    return edit("edit.duplicate_claim", changes, number=str(claim.number), made=str(made.number)), made


def _copied(state: Records, claim: Claim, fields: dict[str, Any]) -> Claim:
    """A claim that begins as another one stands, unchecked, with the next number."""
    fresh = new_claim(next_number(state), {"wording": fields.get("wording", claim.wording)})
    withheld = _stays(state, claim)
    same = replace(claim, id=fresh.id, number=fresh.number, created=now(), status=Status.unchecked, withheld=withheld)
    return replace(same, **{**fields, "wording": fresh.wording})


def _copies(state: Records, claim_id: str, new: str) -> Iterator[Place | Evidence]:
    for place in places(state, claim_id):
        letter = "m" if isinstance(place, Appearance) else "x"
        yield replace(place, id=new_id(letter), claim_id=new)
    for item in records.evidence(state, claim_id):
        yield replace(item, id=new_id("e"), claim_id=new)


# --- order ------------------------------------------------------------------------------------------------------------


def move_appearance(state: Records, id: str, by: int) -> Edit:
    """Moves a place in which a claim is made up (negative) or down; what comes first is its first appearance."""
    found = state.get(Appearance, id) or get(state, MediaAppearance, id)
    there = places(state, found.claim_id)
    orders = [place.order for place in there]
    at = next(n for n, place in enumerate(there) if place.id == id)
    there.insert(max(0, min(len(there) - 1, at + by)), there.pop(at))
    return edit("edit.move_appearance", [changed(p, order=o) for p, o in zip(there, orders, strict=True)])
