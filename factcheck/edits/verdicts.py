"""What readers say of a claim."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from factcheck import records
from factcheck.edits.making import changed, edit, get, now
from factcheck.errors import NotFoundError
from factcheck.i18n import sentence
from factcheck.model import Change, Claim, Edit, Rating, Reader, Scale, Status, Verdict, Who, new_id
from factcheck.records import Records


def _standing(state: Records, claim_id: str, who: Who, reader: Reader) -> tuple[Verdict | None, Verdict]:
    """The standing verdict, if any, and the one to change: a new one if there is none or that was published."""
    claim = get(state, Claim, claim_id)
    old = records.verdict(state, claim_id, reader)
    if old and not (old.rating and _public(state, claim, old)):
        return old, old
    scale_id = records.project(state).scale_id
    fresh = Verdict(new_id("r"), claim_id, reader, who.name, scale_id, revealed=reader is Reader.first)
    if old:
        fresh = replace(fresh, scale_id=old.scale_id, summary=old.summary, rationale=old.rationale)
    return old, fresh


def _public(state: Records, claim: Claim, old: Verdict) -> bool:
    """Whether readers may know a verdict: its claim is published, or a report with it went out."""
    return claim.status in (Status.published, Status.corrected) or records.went_out(state, old.id)


def _verdict_changes(old: Verdict | None, base: Verdict, new: Verdict) -> list[Change]:
    if old is None:
        return [Change(None, new)]
    if old.id == base.id:
        return [Change(old, new)]
    return [Change(None, new), changed(old, replaced_by=new.id)]


def set_verdict(
    state: Records,
    claim_id: str,
    rating: str,
    who: Who,
    reader: Reader = Reader.first,
    words: Mapping[str, str] | None = None,
) -> Edit:
    """The rating of a claim by its key, with `words` (summary, rationale) if given; "" leaves only words.

    The first one takes an unchecked claim to "in progress".
    """
    old, base = _standing(state, claim_id, who, reader)
    written: dict[str, Any] = dict(words or {})
    if rating == (old.rating if old else ""):
        return edit("edit.verdict_words", [Change(old, replace(old or base, **written))] if written else [])
    scale_id = base.scale_id if old and old.rating else records.project(state).scale_id
    chosen = _rating(get(state, Scale, scale_id), rating) if rating else None
    new = replace(base, scale_id=scale_id, rating=rating, who=who.name, given=now(), outcome=None, remark="", **written)
    changes = [*_verdict_changes(old, base, new), *_compared(state, claim_id, reader)]
    if chosen is None:
        return edit("edit.clear_verdict", changes)
    return edit("edit.set_verdict", [*changes, *_begun(state, claim_id, reader)], rating=chosen.label)


def _compared(state: Records, claim_id: str, reader: Reader) -> list[Change]:
    """What came of comparing holds no longer when the first verdict becomes another."""
    second = records.verdict(state, claim_id, Reader.second) if reader is Reader.first else None
    return [changed(second, outcome=None, remark="")] if second else []


def _begun(state: Records, claim_id: str, reader: Reader) -> list[Change]:
    """A claim with a verdict is no longer unchecked, and a report must not say so; further steps are the person's."""
    claim = get(state, Claim, claim_id)
    started = reader is Reader.first and claim.status is Status.unchecked
    return [changed(claim, status=Status.in_progress)] if started else []


def _rating(scale: Scale, key: str) -> Rating:
    chosen = scale.rating(key)
    if chosen is None or chosen.retired:
        known = ", ".join(r.key for r in scale.ratings if not r.retired)
        raise NotFoundError(sentence("error.verdict.no_rating", key=key, scale=scale.name, known=known))
    return chosen


def write_verdict(
    state: Records, claim_id: str, field: str, words: str, who: Who, reader: Reader = Reader.first
) -> Edit:
    """Summary or rationale, as it is typed; it may be written before there is a rating."""
    if field not in ("summary", "rationale"):
        raise ValueError(f"not a text of a verdict: {field}")
    old = records.verdict(state, claim_id, reader)
    if (getattr(old, field) if old else "") == words:
        return edit(f"edit.verdict_{field}", [])
    # Words alone never take an earlier verdict's place: correcting a comma is not a new verdict.
    base = old or _standing(state, claim_id, who, reader)[1]
    new = replace(base, summary=words) if field == "summary" else replace(base, rationale=words)
    changes = [Change(old, new)]
    return edit(f"edit.verdict_{field}", changes, typing=f"{claim_id}.{reader}.{field}")
