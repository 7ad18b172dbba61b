"""Pages by their addresses: redirects, retries, decompression, and what is kept of how they came."""

import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from time import time
from urllib.parse import urlencode

import httpcore
import httpx
import tenacity

from factcheck import __version__
from factcheck.errors import FetchError
from factcheck.model import Fetched
from factcheck.progress import Progress, silent
from factcheck.web.addresses import Policy, Resolver, is_public, resolve
from factcheck.web.network import Network, Transport, Watch, failed

USER_AGENT = f"factcheck/{__version__} (desktop app for fact-checkers)"
#: Asks whether the Wayback Machine has a copy.
ARCHIVE = "https://archive.org/wayback/available"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost, redirects, retries and decompression included."""

    seconds: float = 15.0
    size: int = 20_000_000
    redirects: int = 5
    attempts: int = 3


@dataclass(frozen=True, slots=True)
class Page:
    """What the web answered: the bytes of the page, decompressed, and how they came."""

    body: bytes
    fetched: Fetched
    #: As the server declared them; "" if it did not.
    media_type: str
    charset: str


class _Passing(Exception):  # noqa: N818 - a state of the world that may pass, not yet a failure
    """Worth another attempt; `failure` is told if there is none left."""

    def __init__(self, failure: FetchError) -> None:
        super().__init__(str(failure))
        self.failure = failure


class Fetcher:
    """Fetches pages. The defaults are the safe ones and the only ones that the program uses."""

    def __init__(
        self,
        policy: Policy = is_public,
        resolver: Resolver = resolve,
        archive: str = ARCHIVE,
        limits: Limits = Limits(),
        pause: Callable[[int], float] = lambda attempt: 0.5 * 2**attempt,
    ) -> None:
        """`pause`: seconds before another attempt, after so many."""
        self._policy, self._resolver, self._archive = policy, resolver, archive
        self._limits, self._pause = limits, pause

    def fetch(self, url: str, progress: Progress = silent) -> Page:
        """The page at an address. `FetchError` in a sentence; `Cancelled` passes through."""
        asked = _address(url)
        watch = Watch(self._limits.seconds, lambda: progress("fetching", 0, 0))
        attempts = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(self._limits.attempts),
            wait=lambda state: self._pause(state.attempt_number),
            retry=tenacity.retry_if_exception_type(_Passing),
            sleep=watch.pause,
            reraise=True,
        )
        try:
            return attempts(self._once, asked, watch)
        except _Passing as passing:
            raise passing.failure from passing

    def archived(self, url: str, progress: Progress = silent) -> str:
        """The address of an archived copy, "" if the archive has none. It learns the address: only when asked for."""
        page = self.fetch(f"{self._archive}?{urlencode({'url': url})}", progress)
        try:
            told = httpx.Response(200, content=page.body).json()
            found = told["archived_snapshots"].get("closest", {})
            copy = str(found.get("url", "")) if found.get("available") is True else ""
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise failed("archive") from error
        return str(_address(copy)) if copy else ""

    def _once(self, asked: httpx.URL, watch: Watch) -> Page:
        url = asked
        network = Network(self._policy, self._resolver, watch)
        headers = {"User-Agent": USER_AGENT, "Accept": "text/html, */*;q=0.8", "Accept-Encoding": "identity"}
        with httpx.Client(transport=Transport(network), headers=headers, trust_env=False) as client:
            for _ in range(self._limits.redirects + 1):
                with (
                    _sentences(url.host),
                    closing(client.send(client.build_request("GET", url), stream=True)) as answer,
                ):
                    if not answer.has_redirect_location:
                        return self._page(asked, url, answer)
                    url = _address(str(url.join(answer.headers["location"])))
        raise failed("redirects", host=asked.host, n=self._limits.redirects)

    def _page(self, asked: httpx.URL, url: httpx.URL, answer: httpx.Response) -> Page:
        if not answer.is_success:
            failure = failed("status", host=url.host, status=f"{answer.status_code} {answer.reason_phrase}".strip())
            raise _Passing(failure) if answer.status_code in (429, 502, 503, 504) else failure
        body = self._body(url.host, answer)
        kept = tuple((name.lower(), value) for name, value in answer.headers.multi_items())
        fetched = Fetched(str(asked), str(url), answer.status_code, int(time()), kept)
        declared = Message()
        declared["Content-Type"] = answer.headers.get("content-type", "")
        media_type = declared.get_content_type() if declared["Content-Type"] else ""
        return Page(body, fetched, media_type, str(declared.get_param("charset", "")))

    def _body(self, host: str, answer: httpx.Response) -> bytes:
        """The bytes, of which there never are more than allowed, neither compressed nor decompressed."""
        unpacker = _unpacker(host, answer.headers.get("content-encoding", ""))
        body, came = bytearray(), 0
        for part in answer.iter_raw():
            came += len(part)
            body += unpacker.decompress(part, self._limits.size + 1 - len(body)) if unpacker else part
            if max(came, len(body)) > self._limits.size:
                raise failed("large", host=host, limit=self._limits.size // 1_000_000)
        if unpacker and (unpacker.unused_data or not unpacker.eof):
            raise failed("broken", host=host)
        return bytes(body)


def _unpacker(host: str, encoding: str) -> "zlib._Decompress | None":
    """What decompresses the answer part by part. Asked for none, servers still send gzip or deflate."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return None
    if name in ("gzip", "x-gzip", "deflate"):
        return zlib.decompressobj(zlib.MAX_WBITS | 32)  # told from one another by how they begin
    raise failed("encoding", host=host, encoding=name[:40])


def _address(url: str) -> httpx.URL:
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
def _sentences(host: str) -> Iterator[None]:
    """What the network does wrong becomes a sentence; what may pass is tried again."""
    try:
        yield
    except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
        raise _Passing(failed("unreachable", host=host, why=str(error)[:100] or "no answer")) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
        raise _Passing(failed("broken", host=host)) from error
    except (httpx.HTTPError, httpx.InvalidURL, zlib.error, UnicodeError, OSError) as error:
        raise failed("broken", host=host) from error
