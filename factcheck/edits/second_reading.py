"""A second reader's verdict: given blind, then laid beside the first, and what comes of that."""

from factcheck import records
from factcheck.edits.making import changed, edit, get
from factcheck.errors import FactCheckError
from factcheck.i18n import sentence
from factcheck.model import Claim, Edit, Outcome, Reader, Verdict
from factcheck.records import Records


def reveal(state: Records, claim_id: str) -> Edit:
    """Lays the second reader's verdict open; from here on both readers see both."""
    return edit("edit.reveal", [changed(_second(state, claim_id), revealed=True)])


def compare(state: Records, claim_id: str, outcome: Outcome | None, remark: str = "") -> Edit:
    """What the readers make of both verdicts, which stay as they were given; None takes that back."""
    given = _second(state, claim_id)
    if not given.revealed:
        raise FactCheckError(sentence("error.verdict.blind"))
    return edit("edit.compare", [changed(given, outcome=outcome, remark=remark)], outcome=outcome or "none")


def _second(state: Records, claim_id: str) -> Verdict:
    claim = get(state, Claim, claim_id)
    given = records.verdict(state, claim_id, Reader.second)
    if given is None or not given.rating:
        raise FactCheckError(sentence("error.verdict.no_second", number=claim.number))
    return given
