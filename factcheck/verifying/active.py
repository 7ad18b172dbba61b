"""Whether a PDF does something by itself when it is opened or read. A report never does."""

import re
import zlib

#: Names by which a PDF asks a reader program to act, or has fields that may change, or hides what it holds. They are
#: long enough not to turn up by chance in what is packed.
_NAMES = re.compile(rb"/(OpenAction|JavaScript|Launch|SubmitForm|ImportData|AcroForm|RichMedia|Encrypt)\b")
#: Streams that hold objects rather than what is shown, and what is unpacked of one at most.
_OBJECTS = re.compile(rb"/ObjStm\b.{0,500}?stream\r?\n", re.DOTALL)
_UNPACKED = 50_000_000


def runs(data: bytes) -> str:
    """The first such name in a file, "" if there is none."""
    parts = [data, *(_unpacked(data, match.end()) for match in _OBJECTS.finditer(data))]
    found = (_NAMES.search(_plain(part)) for part in parts)
    return next((match[1].decode() for match in found if match), "")


def _plain(part: bytes) -> bytes:
    """Names as they are meant: any letter may stand as its number."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes.fromhex(match[1].decode()), part)


def _unpacked(data: bytes, start: int) -> bytes:
    packed = data[start : data.find(b"endstream", start)]
    try:
        return zlib.decompressobj().decompress(packed, _UNPACKED)
    except zlib.error:  # of another packing: pdfium says what else is wrong
        return b""
