"""How the program and its child process talk: a JSON header and a block of bytes, each preceded by its length.

What comes from the child has seen a hostile input: it is data to check, so JSON and never pickle.
"""

import json
import struct
from dataclasses import asdict, fields
from typing import IO, Any

from factcheck.importing.draft import Extracted
from factcheck.model import Precision, PrintedDate

_LENGTHS = struct.Struct("!IQ")
_LONGEST_HEADER = 1024 * 1024


class TooMuchError(Exception):
    """The other side announced more than it may send."""


def send(pipe: IO[bytes], header: dict[str, Any], block: bytes = b"") -> None:
    """One message."""
    head = json.dumps(header).encode()
    pipe.write(_LENGTHS.pack(len(head), len(block)))
    pipe.write(head)
    pipe.write(block)
    pipe.flush()


def receive(pipe: IO[bytes], most: int) -> tuple[dict[str, Any], bytes] | None:
    """The next message, None at the end; `TooMuchError` before anything too large is read."""
    lengths = pipe.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_length, block_length = _LENGTHS.unpack(lengths)
    if head_length > _LONGEST_HEADER or block_length > most:
        raise TooMuchError
    head, block = pipe.read(head_length), pipe.read(block_length)
    if len(head) < head_length or len(block) < block_length:
        return None
    header: dict[str, Any] = json.loads(head)
    return header, block


def packed(extracted: Extracted) -> tuple[dict[str, Any], bytes]:
    """What was extracted as a message."""
    header = asdict(extracted)
    return header, header.pop("text").encode()


def unpacked(header: dict[str, Any], block: bytes) -> Extracted:
    """The message as what was extracted; `ValueError`, `KeyError` or `TypeError` if it is none."""
    plain = {f.name: str(header[f.name]) for f in fields(Extracted) if f.name not in {"text", "published", "warnings"}}
    return Extracted(
        text=block.decode(),
        published=_date(header["published"]),
        warnings=tuple(map(str, header["warnings"])),
        **plain,
    )


def _date(value: dict[str, Any] | None) -> PrintedDate | None:
    if value is None:
        return None
    precision = Precision(value["precision"]) if value["precision"] else None
    return PrintedDate(str(value["printed"]), str(value["iso"]), precision)
