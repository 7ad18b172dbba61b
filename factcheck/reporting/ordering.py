"""Which claims go out, and in which order."""

from collections.abc import Callable, Sequence
from typing import Any

from factcheck.model import Article, Claim, Reader, Scale, Verdict
from factcheck.records import Records, appearances, claims, verdict
from factcheck.reporting.options import Order, ReportOptions
from factcheck.reporting.templates import template
from factcheck.reporting.timeline import moment


def chosen(records: Records, options: ReportOptions) -> list[Claim]:
    """The claims of a report."""
    found = _named(records, options.claim_ids)
    if template(options.template).corrected_only:
        found = [claim for claim in found if _corrected(records, claim)]
    key = _KEYS.get(options.order)
    return sorted(found, key=lambda claim: (key(records, claim), claim.number)) if key else found


def _named(records: Records, ids: Sequence[str] | None) -> list[Claim]:
    if ids is None:
        return claims(records)
    found = (records.get(Claim, id) for id in ids)
    return [claim for claim in found if claim and not claim.withdrawn]


def _corrected(records: Records, claim: Claim) -> bool:
    return any(v.replaced_by and v.reader is Reader.first for v in records.where(Verdict, claim_id=claim.id))


# --- what they are sorted by ------------------------------------------------------------------------------------------


def _by_number(_records: Records, claim: Claim) -> int:
    return claim.number


def _by_verdict(records: Records, claim: Claim) -> tuple[bool, str, int]:
    given = verdict(records, claim.id)
    scale = records.get(Scale, given.scale_id) if given else None
    if given is None or scale is None or not given.rating:
        return True, "", 0
    keys = [rating.key for rating in scale.ratings]
    return False, scale.name, keys.index(given.rating) if given.rating in keys else len(keys)


def _by_topic(_records: Records, claim: Claim) -> tuple[bool, str]:
    topic = claim.topic.strip().casefold()
    return not topic, topic


def _by_appearance(records: Records, claim: Claim) -> tuple[bool, str]:
    found = appearances(records, claim.id)
    article = records.get(Article, found[0].article_id) if found else None
    when = moment(article.published) if article else ""
    return not when, when


_KEYS: dict[Order, Callable[[Records, Claim], Any]] = {
    Order.number: _by_number,
    Order.verdict: _by_verdict,
    Order.topic: _by_topic,
    Order.appearance: _by_appearance,
}
