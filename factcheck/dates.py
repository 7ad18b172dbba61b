"""Dates for people: in words, so that no reader takes the month for the day."""

import re
from datetime import UTC, date, datetime

from factcheck.i18n import Catalogue
from factcheck.model import SETTLED, Claim, PrintedDate

#: The zone behind a time of day.
_ZONE = re.compile(r"(T\d\d:\d\d\S*?)(?:Z|[+-]\d\d:?\d\d)$")


def day(at: int, say: Catalogue) -> str:
    """The UTC day of a time; "" for 0, which stands for not known."""
    return _day(datetime.fromtimestamp(at, UTC), say) if at else ""


def minute(at: int, say: Catalogue) -> str:
    """The UTC minute of a time; "" for 0."""
    if not at:
        return ""
    time = datetime.fromtimestamp(at, UTC)
    return say("date.minute", day=_day(time, say), time=f"{time:%H:%M}", zone="UTC")


def period(first: int, last: int, say: Catalogue) -> str:
    """From one day to another; one day if they are the same."""
    start, end = day(first, say), day(last, say)
    return start if start == end else say("date.period", start=start, end=end)


def printed(date: PrintedDate | None, say: Catalogue, zone: bool = True) -> str:
    """A printed date as it was understood, else as it was printed; its `zone` can be left out where room is dear."""
    if date is None:
        return ""
    iso = date.iso if zone else _ZONE.sub(r"\1", date.iso)
    return _understood(iso, say) or date.printed or iso


def brief(date: PrintedDate | None, say: Catalogue) -> str:
    """The day of a printed date, short, for lists; as it was printed where it was not understood to the day."""
    if date is None:
        return ""
    try:
        time = datetime.fromisoformat(date.iso)
    except ValueError:
        return printed(date, say)
    return say("date.brief", day=time.day, month=say(f"month_brief.{time.month}"), year=time.year)


def _understood(iso: str, say: Catalogue) -> str:
    """ISO 8601 of any precision in words; "" if it is none."""
    if re.fullmatch("[0-9]{4}", iso):
        return iso
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}", iso):
            return say("date.month", month=_month(int(iso[5:]), say), year=iso[:4])
        return _moment(datetime.fromisoformat(iso), "T" in iso or " " in iso, say)
    except (ValueError, KeyError):
        return ""


def _moment(time: datetime, timed: bool, say: Catalogue) -> str:
    """A day, with its time and zone if it has them."""
    if not timed:
        return _day(time, say)
    zone = str(time.tzinfo or "").replace("UTC+00:00", "UTC")
    return say("date.minute", day=_day(time, say), time=f"{time:%H:%M}", zone=zone).rstrip()


def _day(time: datetime, say: Catalogue) -> str:
    return say("date.day", day=time.day, month=_month(time.month, say), year=time.year)


def _month(number: int, say: Catalogue) -> str:
    return say(f"month.{number}")


#: How a day is typed where no reader can take the month for the day.
_TYPED = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y")


def typed_day(text: str) -> date | None:
    """The day that a person wrote; None if it is not clearly one."""
    for form in _TYPED:
        try:
            return datetime.strptime(text.strip(), form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def is_past(text: str, today: date) -> bool:
    """Whether a day that a person wrote is over."""
    day = typed_day(text)
    return day is not None and day < today


def days_over(claim: Claim, today: date) -> int:
    """Days since the deadline of a claim; 0 where none is over, or where the work is done."""
    day = None if claim.status in SETTLED else typed_day(claim.deadline)
    return max(0, (today - day).days) if day else 0


def order_of(text: str) -> str:
    """What a day that a person wrote is sorted by: days first, then what is none, then what is empty."""
    if not text.strip():
        return "\x7f"
    found = typed_day(text)
    return found.isoformat() if found else f"~{text.strip().casefold()}"
