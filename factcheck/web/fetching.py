"""Pages by their addresses: redirects, retries, and what is kept of how they came."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from time import time
from urllib.parse import urlencode

import httpx
import tenacity

from factcheck import __version__
from factcheck.model import Fetched
from factcheck.progress import Progress, silent
from factcheck.web.addresses import Policy, Resolver, is_public, resolve
from factcheck.web.answers import Passing, address, body, sentences
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
        asked = address(url)
        watch = Watch(self._limits.seconds, lambda: progress("fetching", 0, 0))
        attempts = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(self._limits.attempts),
            wait=lambda state: self._pause(state.attempt_number),
            retry=tenacity.retry_if_exception_type(Passing),
            sleep=watch.pause,
            reraise=True,
        )
        try:
            return attempts(self._once, asked, watch)
        except Passing as passing:
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
        return str(address(copy)) if copy else ""

    def _once(self, asked: httpx.URL, watch: Watch) -> Page:
        url = asked
        network = Network(self._policy, self._resolver, watch)
        headers = {"User-Agent": USER_AGENT, "Accept": "text/html, */*;q=0.8", "Accept-Encoding": "identity"}
        with httpx.Client(transport=Transport(network), headers=headers, trust_env=False) as client:
            for _ in range(self._limits.redirects + 1):
                with (
                    sentences(url.host),
                    closing(client.send(client.build_request("GET", url), stream=True)) as answer,
                ):
                    if not answer.has_redirect_location:
                        return self._page(asked, url, answer)
                    url = address(str(url.join(answer.headers["location"])))
        raise failed("redirects", host=asked.host, n=self._limits.redirects)

    def _page(self, asked: httpx.URL, url: httpx.URL, answer: httpx.Response) -> Page:
        if not answer.is_success:
            failure = failed("status", host=url.host, status=f"{answer.status_code} {answer.reason_phrase}".strip())
            raise Passing(failure) if answer.status_code in (429, 502, 503, 504) else failure
        came = body(url.host, answer, self._limits.size)
        kept = tuple((name.lower(), value) for name, value in answer.headers.multi_items())
        fetched = Fetched(str(asked), str(url), answer.status_code, int(time()), kept)
        declared = Message()
        declared["Content-Type"] = answer.headers.get("content-type", "")
        media_type = declared.get_content_type() if declared["Content-Type"] else ""
        return Page(came, fetched, media_type, str(declared.get_param("charset", "")))
