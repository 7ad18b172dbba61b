"""What every answer of the web goes through: its address, its bytes within a limit, its failures in sentences."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore
import httpx

from factcheck.errors import FetchError
from factcheck.i18n import sentence
from factcheck.web.network import failed


class Passing(Exception):  # noqa: N818 - a state of the world that may pass, not yet a failure
    """Worth another attempt; `failure` is told if there is none left."""

    def __init__(self, failure: FetchError) -> None:
        super().__init__(str(failure))
        self.failure = failure


def body(host: str, answer: httpx.Response, limit: int) -> bytes:
    """The bytes, of which there never are more than allowed, neither compressed nor decompressed."""
    unpacker = _unpacker(host, answer.headers.get("content-encoding", ""))
    taken, came = bytearray(), 0
    for part in answer.iter_raw():
        came += len(part)
        taken += unpacker.decompress(part, limit + 1 - len(taken)) if unpacker else part
        if max(came, len(taken)) > limit:
            raise failed("large", host=host, limit=limit // 1_000_000)
    if unpacker and (unpacker.unused_data or not unpacker.eof):
        raise failed("broken", host=host)
    return bytes(taken)


def _unpacker(host: str, encoding: str) -> "zlib._Decompress | None":
    """What decompresses the answer part by part. Asked for none, servers still send gzip or deflate."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return None
    if name in ("gzip", "x-gzip", "deflate"):
        return zlib.decompressobj(zlib.MAX_WBITS | 32)  # told from one another by how they begin
    raise failed("encoding", host=host, encoding=name[:40])


def address(url: str) -> httpx.URL:
    """An address of the web that can be fetched. `FetchError`."""
    try:
        parsed = httpx.URL(url.strip())
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise failed("no_address", url=url.strip()[:100]) from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise failed("no_address", url=url.strip()[:100])
    if parsed.userinfo:
        raise failed("password")
    return parsed.copy_with(fragment=None)


@contextmanager
def sentences(host: str) -> Iterator[None]:
    """What the network does wrong becomes a sentence; what may pass is tried again."""
    try:
        yield
    except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
        raise Passing(failed("unreachable", host=host, why=str(error)[:100] or sentence("web.no_answer"))) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
        raise Passing(failed("broken", host=host)) from error
    except (httpx.HTTPError, httpx.InvalidURL, zlib.error, UnicodeError, OSError) as error:
        raise failed("broken", host=host) from error
