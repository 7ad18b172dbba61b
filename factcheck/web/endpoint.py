"""Questions to one service that the person named: its host and no other, whatever it answers.

Unlike pages, a service may stand on this machine or in its own network, because it was named exactly. Over plain http
it must: what is asked holds text of the project, and perhaps a key, which do not cross the internet unencrypted.
"""

from collections.abc import Callable
from contextlib import closing
from typing import Any

import httpx

from factcheck.progress import Progress, silent
from factcheck.web.addresses import Address, Policy, Resolver, is_public, resolve
from factcheck.web.answers import Passing, address, body, sentences
from factcheck.web.fetching import USER_AGENT, Limits
from factcheck.web.network import Network, Transport, Watch, failed

#: A small model on a small machine takes its time, and what it has to say is short.
PATIENT = Limits(seconds=120.0, size=1_000_000, redirects=0, attempts=1)


class Endpoint:
    """JSON to paths below one address, JSON back. One question at a time, nothing is kept between them."""

    def __init__(self, url: str, key: str = "", resolver: Resolver = resolve, limits: Limits = PATIENT) -> None:
        """`FetchError` if the address, or the key, cannot be used."""
        self._base = address(url)
        if self._base.query:
            raise failed("no_service", url=url.strip()[:100])
        if not (key.isascii() and key.isprintable()):
            raise failed("key")
        self._key, self._resolver, self._limits = key, resolver, limits

    @property
    def host(self) -> str:
        """The only host that is spoken to."""
        return self._base.host

    def post(self, path: str, data: object, progress: Progress = silent) -> Any:
        """What the service answers. `FetchError` in a sentence; `Cancelled` passes through."""
        watch = Watch(self._limits.seconds, _ticking(progress))
        network = Network(_allowed(self._base.scheme), self._resolver, watch, refusal="unencrypted")
        headers = {"User-Agent": USER_AGENT, "Accept": "application/json", "Accept-Encoding": "identity"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        url = self._base.copy_with(path=f"{self._base.path.rstrip('/')}/{path}")
        try:
            with (
                httpx.Client(transport=Transport(network), headers=headers, trust_env=False) as client,
                sentences(self.host),
                closing(client.send(client.build_request("POST", url, json=data), stream=True)) as answer,
            ):
                return self._data(answer)
        except Passing as passing:
            raise passing.failure from passing

    def _data(self, answer: httpx.Response) -> Any:
        if answer.is_redirect:
            raise failed("moved", host=self.host)
        if not answer.is_success:
            raise failed("refused", host=self.host, status=f"{answer.status_code} {answer.reason_phrase}".strip())
        told = body(self.host, answer, self._limits.size)
        try:
            return httpx.Response(200, content=told).json()
        except (ValueError, RecursionError) as error:
            raise failed("broken", host=self.host) from error


def _ticking(progress: Progress) -> Callable[[], None]:
    return lambda: progress("waiting", 0, 0)


def _allowed(scheme: str) -> Policy:
    """Any machine over https; over http those that are not reached over the internet."""

    def allowed(found: Address) -> bool:
        return scheme == "https" or not is_public(found)

    return allowed
