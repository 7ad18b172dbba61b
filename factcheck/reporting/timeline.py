"""When the claims were made, by whom, oldest first."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from factcheck import dates
from factcheck.model import Article, Claim, PrintedDate
from factcheck.records import appearances
from factcheck.reporting.desk import Desk
from factcheck.reporting.report import Moment


def timeline(desk: Desk, chosen: Sequence[Claim]) -> tuple[Moment, ...]:
    """Every appearance in an article; those of which nobody knows when come last, by claim."""
    found = [one for claim in chosen for one in _of(desk, claim)]
    return tuple(sorted(found, key=lambda one: (not one.iso, one.iso, one.claim)))


def _of(desk: Desk, claim: Claim) -> Iterator[Moment]:
    for i, appearance in enumerate(appearances(desk.records, claim.id)):
        article = desk.records.get(Article, appearance.article_id)
        source = desk.sources.of(appearance.article_id)
        if article and source:
            date, iso = dates.printed(article.published, desk.say), moment(article.published)
            yield Moment(date, iso, claim.number, appearance.anchor.exact, source, first=i == 0)


def moment(printed: PrintedDate | None) -> str:
    """A printed date so that it can be sorted: ISO 8601, in UTC if it has a zone; "" if it was not understood."""
    iso = printed.iso if printed else ""
    try:
        time = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if len(iso) <= len("2026-03-12") or time.tzinfo is None:
        return iso
    return time.astimezone(UTC).isoformat(timespec="minutes").replace("+00:00", "Z")
