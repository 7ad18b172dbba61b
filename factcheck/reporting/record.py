"""The record that a report carries: all that is needed to build the same report again from the project.

`factcheck verify` takes it from the file, and trusts nothing else that stands there.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import cattrs

from factcheck.errors import ReportError
from factcheck.i18n import sentence
from factcheck.reporting.options import Origin, ReportOptions

#: What it is called within a PDF.
NAME = "factcheck-report.json"
#: The typefaces of a PDF, which differ where other fonts are installed.
FONTS = "factcheck-fonts.json"
#: Characters; a longer one is none of ours.
_LONGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """The settings of one report."""

    origin: Origin
    #: When it was made, as printed; None if no time is printed.
    made: int | None
    options: ReportOptions = field(default_factory=ReportOptions)


@cache
def _converter() -> cattrs.Converter:
    made = cattrs.Converter(forbid_extra_keys=True, prefer_attrib_converters=False)
    made.register_unstructure_hook(bytes, lambda data: base64.b85encode(data).decode())
    made.register_structure_hook(bytes, lambda text, _: base64.b85decode(text))
    # by a predicate: hooks by type are met by subclasses too, and an enumeration of strings is one
    made.register_structure_hook_func(lambda kind: kind in (str, int, bool), _exactly)
    return made


def _exactly(value: object, kind: type) -> object:
    if type(value) is not kind:
        raise ValueError(f"{value!r} is not a {kind.__name__}")
    return value


def to_text(record: ReportRecord) -> str:
    """The record as one line of ASCII JSON, equal for equal records; safe within a comment of HTML or Markdown."""
    data = json.dumps(_converter().unstructure(record), sort_keys=True, separators=(",", ":"))
    return data.replace("--", "\\u002d\\u002d").replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def from_text(text: str) -> ReportRecord:
    """The record of such text. `ReportError` if it is none, or one of another version of the program."""
    try:
        if len(text) > _LONGEST:
            raise ValueError
        return _converter().structure(json.loads(text), ReportRecord)
    except Exception as error:  # cattrs raises groups, and what its parts raise
        raise ReportError(sentence("error.report.altered")) from error


def of_fonts(found: Mapping[str, str]) -> str:
    """Names of typefaces with the SHA-256 of their files, as text."""
    return json.dumps(found, sort_keys=True, indent=0)


def fonts_from(text: str) -> dict[str, str]:
    """What `of_fonts` wrote; nothing if it is something else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {str(name): str(hash_) for name, hash_ in found.items()} if isinstance(found, dict) else {}
