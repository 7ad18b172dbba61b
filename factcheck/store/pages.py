"""The rows that stand in the pages of an SQLite file, read page by page: no table, index or schema needs to be whole.

After the file format's own description. What comes out is only a claim: a damaged page gives rows that never were, and
a page that is no longer in use gives old ones. Whoever reads them proves each by a hash.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MAGIC = b"SQLite format 3\x00"
#: The size of our pages, where the header does not say another.
_USUAL = 4096
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INSIDE = 0x0D, 0x0A, 0x02
#: Bytes of a write-ahead log before its first frame, and of a frame before its page.
_LOG_HEAD, _FRAME_HEAD = 32, 24


class _NoRecordError(ValueError):
    """What stands there is no row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, None in an index or a table without numbers, and its values."""

    number: int | None
    values: tuple[Any, ...]


def rows(path: Path) -> Iterator[Row]:
    """All rows of a file and of the committed part of a log beside it."""
    data = path.read_bytes()
    size = _page_size(data)
    pages = _Pages(data, size, _logged(path.with_name(path.name + "-wal"), size))
    for number in range(1, pages.count + 1):
        yield from _of_page(pages, number)


def _page_size(data: bytes) -> int:
    stated = int.from_bytes(data[16:18])
    stated = 65536 if stated == 1 else stated
    sound = data.startswith(_MAGIC) and 512 <= stated <= 65536 and not stated & (stated - 1)
    return stated if sound else _USUAL


def _logged(log: Path, size: int) -> dict[int, bytes]:
    """The pages that a write-ahead log holds, up to its last commit, the newest of each."""
    if not log.exists():
        return {}
    data = log.read_bytes()
    salts, sure, waiting = data[16:24], dict[int, bytes](), dict[int, bytes]()
    for at in range(_LOG_HEAD, len(data) - _FRAME_HEAD - size + 1, _FRAME_HEAD + size):
        number, after_commit = struct.unpack_from(">II", data, at)
        if data[at + 8 : at + 16] != salts:
            break
        waiting[number] = data[at + _FRAME_HEAD : at + _FRAME_HEAD + size]
        if after_commit:
            sure.update(waiting)
            waiting.clear()
    return sure


class _Pages:
    """The pages of a file by number, those of its log before its own."""

    def __init__(self, data: bytes, size: int, logged: dict[int, bytes]) -> None:
        self.size, self._data, self._logged = size, data, logged
        self.count = max(len(data) // size, *logged, 0) if logged else len(data) // size

    def page(self, number: int) -> bytes:
        """One page. `_NoRecordError` if there is none of this number."""
        found = self._logged.get(number) or self._data[(number - 1) * self.size : number * self.size]
        if number < 1 or len(found) != self.size:
            raise _NoRecordError
        return found


def _of_page(pages: _Pages, number: int) -> Iterator[Row]:
    try:
        page = pages.page(number)
    except _NoRecordError:
        return
    start = 100 if number == 1 else 0
    kind = page[start]
    if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INSIDE):
        return
    count = int.from_bytes(page[start + 3 : start + 5])
    pointers = start + (12 if kind == _INDEX_INSIDE else 8)
    for place in range(pointers, min(pointers + 2 * count, len(page) - 1), 2):
        try:
            yield _row(pages, page, int.from_bytes(page[place : place + 2]), kind)
        except (_NoRecordError, IndexError, UnicodeDecodeError, struct.error):
            continue


def _row(pages: _Pages, page: bytes, at: int, kind: int) -> Row:
    at += 4 if kind == _INDEX_INSIDE else 0
    length, at = _varint(page, at)
    number = None
    if kind == _TABLE_LEAF:
        number, at = _varint(page, at)
    return Row(number, _values(_payload(pages, page, at, length, kind == _TABLE_LEAF)))


def _payload(pages: _Pages, page: bytes, at: int, length: int, in_table: bool) -> bytes:
    """What stands in the cell, and on the pages on which it goes on."""
    most = pages.size - 35 if in_table else (pages.size - 12) * 64 // 255 - 23
    if length <= most:
        return page[at : at + length]
    if length > pages.count * pages.size:
        raise _NoRecordError
    least = (pages.size - 12) * 32 // 255 - 23
    here = least + (length - least) % (pages.size - 4)
    here = here if here <= most else least
    parts, got = [page[at : at + here]], here
    following = int.from_bytes(page[at + here : at + here + 4])
    while got < length:
        more = pages.page(following)
        following = int.from_bytes(more[:4])
        parts.append(more[4 : 4 + length - got])
        got += len(parts[-1])
    return b"".join(parts)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def _values(record: bytes) -> tuple[Any, ...]:
    head, at = _varint(record, 0)
    kinds = []
    while at < head:
        kind, at = _varint(record, at)
        kinds.append(kind)
    values, at = [], head
    for kind in kinds:
        value, at = _value(record, at, kind)
        values.append(value)
    if at != len(record):
        raise _NoRecordError
    return tuple(values)


#: Bytes of a whole number, by its kind.
_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _value(record: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind == 0:
        return None, at
    if kind in _WHOLE:
        end = at + _WHOLE[kind]
        return int.from_bytes(record[at:end], signed=True), end
    if kind == 7:
        return struct.unpack_from(">d", record, at)[0], at + 8
    if kind in (8, 9):
        return kind - 8, at
    if kind < 12:
        raise _NoRecordError
    end = at + (kind - 12) // 2
    if end > len(record):
        raise _NoRecordError
    return (record[at:end].decode() if kind % 2 else record[at:end]), end
