"""JSON Lines: an article for each line, from whichever of its fields holds the text."""

import json
from typing import Any

from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.encoding import readable
from factcheck.importing.formats import Format, Sample
from factcheck.importing.records import Record, whole_article
from factcheck.importing.words import failed, say

METHOD = "json lines 1"
_SUFFIXES = (".jsonl", ".ndjson")


def extract(given: Input) -> Extraction:
    """Lines that are no object are left out, and counted."""
    decoded = readable(given.data, given.name, given.charset or "utf-8")
    articles: list[Extracted] = []
    broken = 0
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if not line.strip():
            continue
        record = _record(line)
        if record is None:
            broken += 1
            continue
        articles.append(whole_article(record, given.name, f"#{number}", METHOD, decoded.encoding))
    if not articles:
        raise failed("damaged", name=given.name)
    warnings = (say("import.warning.broken_lines", n=broken),) if broken else ()
    return Extraction(tuple(articles), (*decoded.warnings, *warnings))


def _record(line: str) -> Record | None:
    """The fields of an object, each as text; None if the line is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    return {str(key): _text(value) for key, value in found.items()}


def _text(value: Any) -> str:
    """A value as text; of a list its parts, of an object its name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value[:100])))
    if isinstance(value, dict):
        return str(value.get("name") or "")
    return "" if value is None else str(value)


def _recognises(sample: Sample) -> bool:
    """By name, or where the first lines are objects each."""
    lines = sample.head.lstrip("\ufeffï»¿").split("\n")[:2]
    if not lines[0].lstrip().startswith("{"):
        return False
    return sample.suffix in _SUFFIXES or (len(lines) > 1 and all(_record(line) is not None for line in lines[:1]))


FORMAT = Format("json lines", _SUFFIXES, "application/jsonl", _recognises, extract)
