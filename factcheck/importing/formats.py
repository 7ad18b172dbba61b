"""The table of formats. A new one is a module with a `FORMAT` of its own, its row in `formats()`, and its test."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePath

from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.encoding import mark
from factcheck.importing.foreign import refuse_foreign
from factcheck.importing.language import with_language
from factcheck.importing.words import failed, say

_HEAD = 4096
#: What sets the direction of reading regardless of the letters.
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: Of inputs in one another.
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Sample:
    """What a format is recognised by."""

    data: bytes
    #: The first characters, as far as they can be read before the encoding is known.
    head: str
    #: Of the file's name, in lower case: a hint, no proof.
    suffix: str


@dataclass(frozen=True, slots=True)
class Format:
    """One family of files: how it is recognised and how it is made into text."""

    key: str
    #: The names that folders are searched for.
    suffixes: tuple[str, ...]
    media_type: str
    recognises: Callable[[Sample], bool]
    #: Heavy libraries are imported inside.
    extract: Callable[[Input], Extraction]
    #: Whether it is recognised by bytes that nothing else begins with.
    signed: bool = False
    #: Whether a hostile input could cost time or memory out of proportion, so that it is parsed in a child process.
    isolated: bool = True


@cache
def formats() -> tuple[Format, ...]:
    """What can be imported; the first that recognises an input takes it."""
    from factcheck.importing import (
        docx,
        epub,
        feeds,
        html,
        json_lines,
        mail,
        markdown,
        odt,
        pdf,
        rtf,
        subtitles,
        tables,
        text,
        web_archives,
    )

    return (
        pdf.FORMAT,
        docx.FORMAT,
        odt.FORMAT,
        *tables.WORKBOOKS,
        web_archives.WACZ,
        web_archives.WARC,
        epub.FORMAT,
        rtf.FORMAT,
        subtitles.VTT,
        subtitles.SRT,
        mail.PAGE,
        mail.MAIL,
        feeds.FORMAT,
        html.FORMAT,
        json_lines.FORMAT,
        tables.CSV,
        markdown.FORMAT,
        text.FORMAT,
    )


def offered_suffixes() -> tuple[str, ...]:
    """The endings of the files that folders are searched for."""
    return tuple(suffix for one in formats() for suffix in one.suffixes)


def by_key(key: str) -> Format:
    """The format of this name."""
    from factcheck.importing import rows

    return next(one for one in (*formats(), rows.FORMAT) if one.key == key)


def of_media_type(media_type: str) -> Format | None:
    """The format of this media type; None if there is none any more."""
    return next((one for one in formats() if one.media_type == media_type), None)


def choose(data: bytes, name: str) -> Format:
    """The format of some bytes; `ImportFailedError` if they are of a kind that is known and not offered."""
    sample = Sample(data, _head(data), PurePath(name).suffix.lower())
    chosen = next(one for one in formats() if one.recognises(sample))
    if not chosen.signed:
        refuse_foreign(data, name)
    return chosen


def extracted(family: Format, given: Input) -> Extraction:
    """What a format's module makes of an input, with languages guessed where none is declared, and tricks told."""
    found = family.extract(given)
    return replace(found, articles=tuple(_warned(with_language(article)) for article in found.articles))


def _warned(article: Extracted) -> Extracted:
    """With a warning of marks by which a text can be shown in another order than it is stored."""
    marks = len(_DIRECTIONS.findall(article.text))
    if not marks:
        return article
    return replace(article, warnings=(*article.warnings, say("import.warning.directions", n=marks)))


def inside(given: Input) -> Extraction:
    """What an input holds that was found in another. `ImportFailedError`, also if too many lie in one another."""
    if given.depth >= _DEEPEST:
        raise failed("too_deep", name=given.name)
    if not given.data:
        raise failed("empty", name=given.name)
    deeper = replace(given, depth=given.depth + 1)
    return choose(given.data, given.name).extract(deeper)


def _head(data: bytes) -> str:
    found = mark(data)
    if found:
        return data[found[0] : found[0] + _HEAD].decode(found[1], "replace")
    return data[:_HEAD].decode("latin-1")
