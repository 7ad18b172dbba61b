"""How the program and its child process talk: a JSON header and a block of bytes, each preceded by its length.

What comes from the child has seen a hostile input: it is data to check, so JSON and never pickle.
"""

import json
import struct
from functools import cache
from typing import IO, TYPE_CHECKING, Any

from factcheck.importing.draft import Extraction

if TYPE_CHECKING:
    from cattrs import Converter

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


def packed(extraction: Extraction) -> bytes:
    """What was extracted as a block."""
    return json.dumps(_converter().unstructure(extraction), ensure_ascii=False).encode()


def unpacked(block: bytes) -> Extraction:
    """The block as what was extracted; `ValueError` if it is none."""
    try:
        return _converter().structure(json.loads(block), Extraction)
    except Exception as error:  # cattrs raises groups, and what its parts raise
        raise ValueError("not an extraction") from error


@cache
def _converter() -> "Converter":
    from cattrs import Converter

    return Converter(forbid_extra_keys=True)
