"""The table of formats. A new one is a module with a `FORMAT` of its own, its row in `formats()`, and its test."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from factcheck.importing.draft import Extraction, Input
from factcheck.importing.encoding import mark

_HEAD = 4096


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
    #: Whether a hostile input could cost time or memory out of proportion, so that it is parsed in a child process.
    isolated: bool = True


@cache
def formats() -> tuple[Format, ...]:
    """What can be imported; the first that recognises an input takes it."""
    from factcheck.importing import html, markdown, text

    return (html.FORMAT, markdown.FORMAT, text.FORMAT)


def offered_suffixes() -> tuple[str, ...]:
    """The endings of the files that folders are searched for."""
    return tuple(suffix for one in formats() for suffix in one.suffixes)


def by_key(key: str) -> Format:
    """The format of this name."""
    return next(one for one in formats() if one.key == key)


def choose(data: bytes, name: str) -> Format:
    """The format of some bytes."""
    sample = Sample(data, _head(data), PurePath(name).suffix.lower())
    return next(one for one in formats() if one.recognises(sample))


def _head(data: bytes) -> str:
    found = mark(data)
    if found:
        return data[found[0] : found[0] + _HEAD].decode(found[1], "replace")
    return data[:_HEAD].decode("latin-1")
