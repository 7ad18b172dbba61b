"""A printed date → what was printed, what it means, and how exactly. What could mean two days is not understood."""

import re
from datetime import date, datetime

from factcheck.i18n import Catalogue, languages
from factcheck.importing.words import say
from factcheck.model import Precision, PrintedDate
from factcheck.text import canonical

_LONGEST = 100
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ]+(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:[.,]\d+)?)? ?(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?)?)?)?"
)
_NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def printed_date(printed: str, language: str = "") -> PrintedDate | None:
    """The date that a line of text gives; None for an empty line."""
    line = " ".join(canonical(printed).split())[:_LONGEST]
    if not line:
        return None
    for way in (_as_iso, _as_numeric, _as_mail):
        if found := way(line):
            return found
    return _as_words(line, language) or PrintedDate(line)


def of_file(made: PrintedDate | None) -> PrintedDate | None:
    """When a file was made, as a proposal: it says so, and is not taken for the day on which the text came out."""
    return PrintedDate(say("import.file_dated", date=made.iso.replace("T", " "))) if made and made.iso else None


def is_of_file(date: PrintedDate) -> bool:
    """Whether a date only proposes when the file was made, which nobody printed."""
    return not date.iso and any(_proposes(date.printed, Catalogue(language)) for language in languages())


def _proposes(printed: str, say: Catalogue) -> bool:
    """Whether the words are those of one language, which may be another than is spoken now."""
    head, _, tail = say("import.file_dated", date="\0").partition("\0")
    return printed.startswith(head) and printed.endswith(tail)


def _as_iso(line: str) -> PrintedDate | None:
    found = _ISO.fullmatch(line)
    if not found or not _exists(found["year"], found["month"], found["day"]):
        return None
    if found["month"] is None:
        return PrintedDate(line, found["year"], Precision.year)
    if found["day"] is None:
        return PrintedDate(line, f"{found['year']}-{found['month']}", Precision.month)
    day = f"{found['year']}-{found['month']}-{found['day']}"
    if found["hour"] is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return PrintedDate(line, day, Precision.day)
    return PrintedDate(line, f"{day}T{found['hour']}:{found['minute']}{_zone(found['zone'])}", Precision.minute)


def _exists(year: str, month: str | None, day: str | None) -> bool:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def _zone(printed: str | None) -> str:
    if not printed:
        return ""
    if printed[0] not in "+-":
        return "+00:00"
    return printed if ":" in printed else f"{printed[:3]}:{printed[3:]}"


def _as_numeric(line: str) -> PrintedDate | None:
    """14.03.2025, and 14/03/2025 or 03/14/2025 where only one reading exists."""
    found = _NUMERIC.fullmatch(line)
    if not found:
        return None
    first, separator, second, year = found.groups()
    if separator == "." or int(first) > 12:
        day, month = first, second
    elif int(second) > 12:
        day, month = second, first
    else:
        return PrintedDate(line)
    if not _exists(year, month, day):
        return PrintedDate(line)
    return PrintedDate(line, f"{year}-{int(month):02}-{int(day):02}", Precision.day)


def _as_mail(line: str) -> PrintedDate | None:
    """Fri, 14 Mar 2025 18:20:00 +0200."""
    from email.utils import parsedate_to_datetime

    try:
        return _to_minute(line, parsedate_to_datetime(line)) if "," in line and _CLOCK.search(line) else None
    except (ValueError, TypeError, IndexError):
        return None


def _to_minute(line: str, moment: datetime) -> PrintedDate:
    return PrintedDate(line, moment.isoformat(timespec="minutes"), Precision.minute)


def _as_words(line: str, language: str) -> PrintedDate | None:
    """With the month's name, in the article's language or English."""
    if not _YEAR.search(line) or not any(c.isalpha() for c in line):
        return None
    moment = _parsed(line, language, {"STRICT_PARSING": True})
    if moment is not None:
        if _CLOCK.search(line):
            return _to_minute(line, moment)
        return PrintedDate(line, moment.date().isoformat(), Precision.day)
    moment = _parsed(line, language, {"REQUIRE_PARTS": ["month", "year"]})
    return PrintedDate(line, f"{moment:%Y-%m}", Precision.month) if moment is not None else None


def _parsed(line: str, language: str, settings: dict[str, object]) -> datetime | None:
    import dateparser  # type: ignore[import-untyped]  # ships no types; loads slowly: late

    languages = list(dict.fromkeys([language.partition("-")[0].lower() or "en", "en"]))
    try:
        found: datetime | None = dateparser.parse(line, languages=languages, settings=settings)
    except ValueError:  # a language that it does not know
        found = dateparser.parse(line, languages=["en"], settings=settings)
    return found
