"""Every word of a report, for tests that look for them in what was written."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from factcheck.reporting.report import ClaimSection, Report
from factcheck.reporting.tidying import tidy

#: Fields that are names for programs, say how something looks, or hold what only some templates show.
UNSEEN = {"language", "colour", "sign", "record", "id", "iso", "template", "missing", "timeline", "was", "now"}


def texts(part: object) -> Iterator[str]:
    """Every string of a full report that is to be read."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for piece in part:
            yield from texts(piece)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in UNSEEN and not _idle(part, field.name):
                yield from texts(getattr(part, field.name))


def _idle(part: object, name: str) -> bool:
    """Nobody counts the publishers of no evidence; that there is none is said elsewhere."""
    return name == "publishers" and isinstance(part, ClaimSection) and not part.evidence


def squeezed(text: str) -> str:
    """A text as it is written, without white space: where lines end is up to the medium."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", tidy(text)))


def lacking(report: Report, written: str) -> list[str]:
    """What of the report's words cannot be read in a text."""
    there = squeezed(written).casefold()
    return [text for text in texts(report) if squeezed(text).casefold() not in there]
