"""Bytes that are no text and of no format that is offered: what they look like, so that the refusal can name it.

A format that comes to be offered gets its module and a row in `formats`, and loses its row here.
"""

import re
from collections.abc import Callable

from factcheck.importing.words import failed, say

#: Where the first bytes tell: (offset, bytes, key of its name under `import.foreign`).
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"SQLite format 3\0", "sqlite"),
    (0, b"\x89PNG\r\n\x1a\n", "image"),
    (0, b"\xff\xd8\xff", "image"),
    (0, b"GIF87a", "image"),
    (0, b"GIF89a", "image"),
    (8, b"WEBP", "image"),
    (0, b"II*\0", "image"),
    (0, b"MM\0*", "image"),
    (4, b"ftyp", "video"),
    (0, b"\x1aE\xdf\xa3", "video"),
    (8, b"AVI ", "video"),
    (8, b"WAVE", "audio"),
    (0, b"ID3", "audio"),
    (0, b"OggS", "audio"),
    (0, b"fLaC", "audio"),
    (0, b"\x1f\x8b\x08", "archive"),
    (0, b"BZh", "archive"),
    (0, b"\xfd7zXZ\0", "archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "archive"),
    (0, b"Rar!\x1a\x07", "archive"),
    (0, b"(\xb5/\xfd", "archive"),
    (257, b"ustar", "archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_office"),
    (0, b"\x7fELF", "program"),
)

#: What kind of zip file it is, by what stands in the names near its beginning.
_ZIPS: tuple[tuple[bytes, str], ...] = (
    (b"oasis.opendocument", "open_document"),
    (b"ppt/", "slides"),
)

#: Text that is meant for a program and would read as rubbish.
_MARKUP: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\s*<\?xml(?!.{0,2000}<html)", re.I | re.S), "xml"),
)


def _by_signature(data: bytes) -> str:
    return next((key for offset, magic, key in _SIGNATURES if data.startswith(magic, offset)), "")


def _by_zip(data: bytes) -> str:
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ""
    head = data[:8192] + data[-8192:]
    return next((key for needle, key in _ZIPS if needle in head), "archive")


def _by_markup(data: bytes) -> str:
    head = data[:8192]
    return next((key for pattern, key in _MARKUP if pattern.match(head)), "")


_TESTS: tuple[Callable[[bytes], str], ...] = (_by_signature, _by_zip, _by_markup)


def refuse_foreign(data: bytes, name: str) -> None:
    """Raises `ImportFailedError` if the bytes are of a kind that is known and not offered."""
    for test in _TESTS:
        if key := test(data):
            raise failed("foreign.is", name=name, what=say(f"import.foreign.{key}"))
