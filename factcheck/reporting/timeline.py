"""When the claims were made, by whom, oldest first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from factcheck import dates
from factcheck.model import Appearance, Article, Claim, MediaAppearance, PrintedDate
from factcheck.records import appearances, media
from factcheck.reporting.claims import recorded
from factcheck.reporting.desk import Desk
from factcheck.reporting.report import Moment


def timeline(desk: Desk, chosen: Sequence[Claim]) -> tuple[Moment, ...]:
    """Every appearance; those of which nobody knows when come last, by claim."""
    found = [one for claim in chosen for one in _of(desk, claim)]
    return tuple(sorted(found, key=lambda one: (not one.iso, one.iso, one.claim)))


def _of(desk: Desk, claim: Claim) -> Iterator[Moment]:
    found = [(a.order, _in_text(desk, claim, a)) for a in appearances(desk.records, claim.id)]
    found += [(place.order, _in_media(desk, claim, place)) for place in media(desk.records, claim.id)]
    shown = (one for _, one in sorted(found, key=lambda ordered: ordered[0]) if one)
    return (replace(one, first=i == 0) for i, one in enumerate(shown))


def _in_text(desk: Desk, claim: Claim, appearance: Appearance) -> Moment | None:
    article = desk.records.get(Article, appearance.article_id)
    source = desk.sources.of(appearance.article_id)
    if article is None or source is None:
        return None
    date, iso = dates.printed(article.published, desk.say), moment(article.published)
    return Moment(date, iso, claim.number, appearance.anchor.exact, source, first=False)


def _in_media(desk: Desk, claim: Claim, place: MediaAppearance) -> Moment:
    source = recorded(desk, place)
    printed = PrintedDate(source.date, source.date if _DAY.fullmatch(source.date) else "")
    date = dates.printed(printed, desk.say)
    return Moment(date, moment(printed), claim.number, place.transcript, source, first=False)


#: A date that was typed so that it can be sorted.
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


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
