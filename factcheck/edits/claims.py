"""Claims and the passages in which they are made."""

from collections.abc import Iterable
from typing import Any

from factcheck import anchors, records
from factcheck.edits.making import changed, edit, get, now, short, sound_record
from factcheck.model import Anchor, Appearance, Article, Change, Claim, Edit, Status, new_id
from factcheck.records import Records
from factcheck.text import Span


def claim_at(state: Records, article: Article, span: Span) -> Claim | None:
    """The claim in use that already has exactly this passage, so that the same words are not marked twice."""
    for appearance in state.where(Appearance, article_id=article.id):
        passage = appearance.anchor
        if (passage.version_id, passage.start, passage.end) == (article.version_id, span.start, span.end):
            claim = state.get(Claim, appearance.claim_id)
            if claim and not claim.withdrawn:
                return claim
    return None


def passage_anchor(state: Records, article_id: str, span: Span) -> Anchor:
    """The anchor of a span in the version of an article that is read now."""
    article = get(state, Article, article_id)
    return anchors.anchor(state.text(article.version_id), article.version_id, span.start, span.end)


def add_claim(state: Records, article_id: str, span: Span, ahead: int = 0, **fields: Any) -> tuple[Edit, Claim]:
    """A claim from words in an article; they are its first appearance and, unless `wording` is given, its wording.

    `ahead`: how many claims are being made before this one in the same step.
    """
    passage = passage_anchor(state, article_id, span)
    fields.setdefault("wording", " ".join(passage.exact.split()))
    claim = new_claim(next_number(state) + ahead, fields)
    first = Appearance(new_id("m"), claim.id, article_id, passage, 1)
    return edit("edit.add_claim", [Change(None, claim), Change(None, first)], wording=short(claim.wording)), claim


def next_number(state: Records) -> int:
    """The number of the next claim; none that was given is given again, since claims are only withdrawn."""
    last = state.last(Claim)
    return 1 + (last.number if last else 0)


def new_claim(number: int, fields: dict[str, Any]) -> Claim:
    """A claim with its number."""
    made: Claim = sound_record(Claim(id=new_id("c"), number=number, created=now(), **fields))
    return made


def next_order(state: Records, claim_id: str) -> int:
    """The place of one more appearance among all of a claim, in texts and elsewhere."""
    orders = [a.order for a in records.appearances(state, claim_id)]
    orders += [place.order for place in records.media(state, claim_id)]
    return 1 + max(orders, default=0)


def add_appearance(state: Records, claim_id: str, article_id: str, span: Span) -> Edit:
    """One more passage in which the claim is made."""
    claim = get(state, Claim, claim_id)
    passage = passage_anchor(state, article_id, span)
    there = records.appearances(state, claim_id)
    if any(a.anchor == passage for a in there):
        return edit("edit.add_appearance", [])
    made = Appearance(new_id("m"), claim_id, article_id, passage, next_order(state, claim_id))
    return edit("edit.add_appearance", [Change(None, made)], wording=short(claim.wording))


def remove_appearance(state: Records, appearance_id: str) -> Edit:
    """Takes one passage from a claim; the last one stays, since a claim without words could not be traced."""
    there = get(state, Appearance, appearance_id)
    records.keep_one_appearance(state, there.claim_id)
    return edit("edit.remove_appearance", [Change(there, None)])


TYPED_FIELDS = frozenset(
    {
        "wording",
        "claimant",
        "role",
        "date",
        "place",
        "topic",
        "deadline",
        "assignee",
        "limits",
        "asked",
        "reply",
        "reply_due",
        "priority",
    }
)


def edit_claim(state: Records, claim_id: str, field: str, value: str | int) -> Edit:
    """One field of a claim, as it is typed."""
    if field not in TYPED_FIELDS:
        raise ValueError(f"not a field of a claim that is typed: {field}")
    if isinstance(value, str) is (field == "priority"):
        raise ValueError(f"not a value of {field}: {value!r}")
    claim = get(state, Claim, claim_id)
    change = changed(claim, **{field: value})
    return edit(f"edit.claim_{field}", [change], typing=f"{claim_id}.{field}", wording=short(claim.wording))


#: What many claims can be given at once, and what that step is called.
_FIELDS_OF_MANY = {"topic": "edit.set_topic", "assignee": "edit.set_assignee"}


def set_field(state: Records, claim_ids: Iterable[str], field: str, value: str) -> Edit:
    """Topic or assignee of these claims; one step, however many."""
    if field not in _FIELDS_OF_MANY:
        raise ValueError(f"not a field that many claims are given at once: {field}")
    changes = [changed(get(state, Claim, id), **{field: value}) for id in dict.fromkeys(claim_ids)]
    return edit(_FIELDS_OF_MANY[field], changes, value=short(value))


def set_status(state: Records, claim_ids: Iterable[str], status: Status) -> Edit:
    """Where the work on these claims stands; one step, however many."""
    changes = [changed(get(state, Claim, id), status=status) for id in dict.fromkeys(claim_ids)]
    return edit("edit.set_status", changes, status=status.value)
