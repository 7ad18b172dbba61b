"""The record that a report's file carries, whatever the form of the file."""

import re
import zipfile
import zlib
from io import BytesIO

from factcheck import reporting
from factcheck.errors import ReportError
from factcheck.i18n import languages, sentence
from factcheck.reporting import record
from factcheck.reporting.reader import opened
from factcheck.reporting.record import ReportRecord
from factcheck.verifying.comparing import attached

_COMMENT = re.compile(rb"<!-- " + re.escape(record.NAME.encode()) + rb" (\{[^\n]{0,20000000}?\}) -->")
#: As versions are written.
_VERSION = re.compile(r"[0-9A-Za-z.+]{1,20}")
#: Times that calendars know.
_LATEST = 253_402_000_000
_UNPACKED = 20_000_000
#: Where a DOCX has it, and how: the record needs no escapes.
_PART, _IN_PART = "customXml/item1.xml", re.compile(rb">(\{[^<]*\})<")


def form(data: bytes) -> str:
    """The ending that a report of this content has."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return ".docx"
    return ".html" if data[:200].lstrip().lower().startswith(b"<!doctype html") else ".md"


def carried(data: bytes, name: str) -> ReportRecord:
    """The record of a report. `ReportError` if there is none, or it cannot be one of ours."""
    text = _TEXTS.get(form(data), _in_comment)(data, name)
    if not text:
        raise ReportError(sentence("error.report.no_record", name=name))
    found = record.from_text(text)
    if not _possible(found):
        raise ReportError(sentence("error.report.altered"))
    return found


def _possible(found: ReportRecord) -> bool:
    options = found.options
    known = options.language in languages() and options.template in reporting.TEMPLATES
    colour = options.organisation.colour
    sound = not colour or reporting.is_colour(colour)
    timed = found.made is None or 0 <= found.made < _LATEST
    return known and sound and timed and _VERSION.fullmatch(found.origin.program) is not None


def _of_pdf(data: bytes, name: str) -> str:
    with opened(data, name) as document:
        return attached(document, record.NAME)


def _in_comment(data: bytes, _name: str) -> str:
    found = _COMMENT.findall(data)
    return found[0].decode("ascii", "replace") if len(found) == 1 else ""


def _of_docx(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            part = file.getinfo(_PART)
            found = _IN_PART.search(file.read(part)) if part.file_size <= _UNPACKED else None
    except KeyError:
        return ""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, zlib.error) as error:
        raise ReportError(sentence("error.report.damaged", name=name)) from error
    return found[1].decode("ascii", "replace") if found else ""


_TEXTS = {".pdf": _of_pdf, ".docx": _of_docx}
