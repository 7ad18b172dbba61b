"""Claims that are made outside any text of the project: in an image, a video, a recording, or rows of a table."""

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck import records
from factcheck.edits.claims import new_claim, next_number, next_order
from factcheck.edits.making import edit, get, short
from factcheck.errors import NotFoundError
from factcheck.i18n import sentence
from factcheck.model import Change, Claim, Edit, Link, MediaAppearance, Medium, Recording, new_id
from factcheck.records import Records


def add_media_claim(
    state: Records, source: Recording, medium: Medium, time: str = "", transcript: str = "", **fields: Any
) -> tuple[Edit, Claim]:
    """A claim whose first appearance is a recording; what is said there is its wording unless `wording` is given."""
    fields.setdefault("wording", " ".join(transcript.split()))
    if not fields["wording"].strip():
        raise NotFoundError(sentence("error.claim.no_words"))
    claim = new_claim(next_number(state), fields)
    first = MediaAppearance(new_id("x"), claim.id, 1, medium, source, time, transcript)
    return edit("edit.add_claim", [Change(None, claim), Change(None, first)], wording=short(claim.wording)), claim


def add_claims(state: Records, rows: Iterable[Mapping[str, str]]) -> tuple[Edit, list[Claim]]:
    """Claims by their fields, in one step; where a row has an `url`, that page is the claim's first appearance."""
    made, changes = [], []
    for number, row in enumerate(rows, next_number(state)):
        fields = {name: value for name, value in row.items() if name != "url"}
        claim = new_claim(number, fields)
        made.append(claim)
        changes.append(Change(None, claim))
        if url := row.get("url", ""):
            changes.append(Change(None, MediaAppearance(new_id("x"), claim.id, 1, Medium.page, Link(url))))
    return edit("edit.add_claims", changes, count=str(len(made))), made


def add_media(
    state: Records, claim_id: str, source: Recording, medium: Medium, time: str = "", transcript: str = ""
) -> Edit:
    """One more place in which the claim is made."""
    claim = get(state, Claim, claim_id)
    made = MediaAppearance(new_id("x"), claim_id, next_order(state, claim_id), medium, source, time, transcript)
    return edit("edit.add_appearance", [Change(None, made)], wording=short(claim.wording))


def remove_media(state: Records, id: str) -> Edit:
    """Takes one such place from its claim; the last appearance stays."""
    there = get(state, MediaAppearance, id)
    records.keep_one_appearance(state, there.claim_id)
    return edit("edit.remove_appearance", [Change(there, None)])
