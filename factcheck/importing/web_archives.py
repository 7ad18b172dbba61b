"""Web archives: WARC by warcio, and WACZ, a zip of them. Each page that was kept becomes an article."""

import gzip
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from time import monotonic
from typing import Any

from factcheck.errors import FactCheckError
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.formats import Format, Sample, inside
from factcheck.importing.package import Package, holds
from factcheck.importing.unpacking import unpacked
from factcheck.importing.words import failed, one_line, say

#: Of one record, decoded.
_LARGEST = 20 * 1024 * 1024
#: After so many seconds what was read so far is better than nothing at all.
_PATIENCE = 12.0
_ARTICLES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_MAGIC = (b"WARC/1.", b"WARC/0.")


def extract_warc(given: Input) -> Extraction:
    """The pages of one archive."""
    return _extraction(given, _records(given.data, given.name))


def extract_wacz(given: Input) -> Extraction:
    """The pages of all archives in the package."""
    package = Package(given.data, given.name)
    members = [name for name in package.names if name.endswith((".warc", ".warc.gz"))]
    return _extraction(given, (r for member in members for r in _records(package.read(member), given.name)))


def _records(data: bytes, name: str) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        yield from ArchiveIterator(io.BytesIO(data))
    except (ArchiveLoadFailed, EOFError, zlib.error, gzip.BadGzipFile, ValueError, OSError) as error:
        raise failed("damaged", name=name) from error


def _extraction(given: Input, records: Iterator[Any]) -> Extraction:
    articles: list[Extracted] = []
    left_out: Counter[str] = Counter()
    warnings = []
    began = monotonic()
    for record in records:
        if monotonic() - began > _PATIENCE and articles:
            warnings.append(say("import.warning.rest", n=len(articles)))
            break
        kind = _kind(record)
        if kind is None:
            continue
        try:
            articles += _pages(record, kind, given)
        except FactCheckError:
            left_out[kind] += 1
    if not articles:
        raise failed("no_pages", name=given.name)
    kinds = ", ".join(f"{n} × {kind or '?'}" for kind, n in left_out.most_common(8))
    if left_out:
        warnings.append(say("import.warning.records", kinds=kinds))
    return Extraction(_numbered(articles), tuple(warnings))


def _kind(record: Any) -> str | None:
    """The media type of a page that was answered; None for what is no answer with success."""
    if record.rec_type == "resource":
        return one_line(record.content_type or "").partition(";")[0].lower()
    if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
        return None
    return one_line(record.http_headers.get_header("Content-Type") or "").partition(";")[0].lower()


def _pages(record: Any, kind: str, given: Input) -> list[Extracted]:
    if kind not in _ARTICLES:
        raise failed("foreign.is", name=given.name, what=kind)
    data = _body(record, given.name)
    place = one_line(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    at = one_line(record.rec_headers.get_header("WARC-Date") or "")
    found = inside(replace(given, data=data, name="", charset=_charset(record), column=""))
    web = place if place.startswith(("http://", "https://")) else ""
    return [replace(one, url=one.url or web, part=f"{place} {at}".strip()) for one in found.articles]


def _body(record: Any, name: str) -> bytes:
    """What was answered, without the codings of its way; warcio's own unpacking has no bound."""
    from warcio.bufferedreaders import ChunkedDataReader

    stream, encoding = record.raw_stream, ""
    if record.http_headers is not None:
        encoding = record.http_headers.get_header("Content-Encoding") or ""
        if record.http_headers.get_header("Transfer-Encoding") == "chunked":
            stream = ChunkedDataReader(stream, decomp_type=None)
    data: bytes = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise failed("bomb", name=name)
    return unpacked(data, encoding, _LARGEST, name)


def _charset(record: Any) -> str:
    said = record.http_headers.get_header("Content-Type") if record.http_headers else ""
    return one_line((said or "").lower().partition("charset=")[2].strip("\"' ").partition(";")[0])


def _numbered(articles: list[Extracted]) -> tuple[Extracted, ...]:
    """Parts with a name each, also where one page was kept twice in a second."""
    seen: Counter[str] = Counter()
    made = []
    for one in articles:
        seen[one.part] += 1
        made.append(one if seen[one.part] == 1 else replace(one, part=f"{one.part} ({seen[one.part]})"))
    return tuple(made)


def _is_warc(sample: Sample) -> bool:
    if not sample.data.startswith(b"\x1f\x8b"):
        return sample.data.startswith(_MAGIC)
    try:
        return zlib.decompressobj(31).decompress(sample.data[:4096], 64).startswith(_MAGIC)
    except zlib.error:
        return False


def _is_wacz(sample: Sample) -> bool:
    return holds(sample, b"datapackage.json") and holds(sample, b"archive/")


WARC = Format("warc", (".warc", ".warc.gz"), "application/warc", _is_warc, extract_warc, signed=True)
WACZ = Format("wacz", (".wacz",), "application/wacz", _is_wacz, extract_wacz, signed=True)
