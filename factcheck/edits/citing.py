"""Rationales cite evidence by number; when the order changes, what they say follows."""

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck import citations, records
from factcheck.edits.making import changed
from factcheck.model import Change, Evidence, Verdict
from factcheck.records import Records

#: Fields of a verdict in which evidence is cited.
WORDS = ("summary", "rationale")


def following(state: Records, claim_id: str, after: Sequence[Evidence]) -> list[Change]:
    """The words of a claim's verdicts, earlier ones among them, when these pieces are its evidence in this order."""
    places = {item.id: number for number, item in enumerate(after, 1)}
    numbers = {n: places.get(item.id, 0) for n, item in enumerate(records.evidence(state, claim_id), 1)}
    return [changed(verdict, **renumbered(verdict, numbers)) for verdict in state.where(Verdict, claim_id=claim_id)]


def renumbered(verdict: Verdict, numbers: Mapping[int, int]) -> dict[str, Any]:
    """Summary and rationale of a verdict with other numbers of evidence."""
    return {name: citations.renumbered(getattr(verdict, name), numbers) for name in WORDS}
