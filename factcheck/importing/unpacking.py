"""Compressed answers of web servers, unpacked only as far as is allowed."""

import zlib
from collections.abc import Callable

from factcheck.importing.words import failed


def unpacked(data: bytes, encoding: str, most: int, name: str) -> bytes:
    """The bytes under a content encoding. `ImportFailedError` if they are damaged or more than allowed."""
    for one in reversed([part.strip().lower() for part in encoding.split(",")]):
        if one in ("", "identity"):
            continue
        way = _WAYS.get(one)
        if way is None:
            raise failed("damaged", name=name)
        data = way(data, most, name)
        if len(data) > most:
            raise failed("bomb", name=name)
    return data


def _inflated(data: bytes, most: int, name: str) -> bytes:
    """gzip or deflate, with its header or, as some servers send it, without."""
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(window).decompress(data, most + 1)
        except zlib.error:
            continue
    raise failed("damaged", name=name)


def _brotli(data: bytes, most: int, name: str) -> bytes:
    import brotli

    unpacker = brotli.Decompressor()
    pieces, size = [], 0
    try:
        while size <= most and not unpacker.is_finished():
            piece = unpacker.process(data, output_buffer_limit=1_000_000)
            pieces.append(piece)
            size += len(piece)
            if not piece and unpacker.can_accept_more_data():
                break  # cut short
            data = b""
    except brotli.error as error:
        raise failed("damaged", name=name) from error
    return b"".join(pieces)


_WAYS: dict[str, Callable[[bytes, int, str], bytes]] = {
    "gzip": _inflated,
    "x-gzip": _inflated,
    "deflate": _inflated,
    "br": _brotli,
}
