"""Connections that go only to addresses that were checked, and that never outlast one deadline."""

from collections.abc import Callable, Iterable, Iterator
from ipaddress import ip_address
from threading import Thread
from time import monotonic, sleep
from typing import Any

import httpcore
import httpx

from factcheck.errors import FetchError
from factcheck.i18n import Catalogue
from factcheck.web.addresses import Policy, Resolver

_say = Catalogue()


def failed(key: str, **names: object) -> FetchError:
    """The failure under `web.KEY` in the catalogue."""
    return FetchError(_say(f"web.{key}", **names))


#: How often, in seconds, a wish to cancel is looked for.
_TICK = 0.25


class Watch:
    """The time that is left, and whether the person still wants it."""

    def __init__(self, seconds: float, tick: Callable[[], None]) -> None:
        self._seconds, self._end = seconds, monotonic() + seconds
        self.tick = tick

    def left(self) -> float:
        """Seconds, more than none; `FetchError` when the time is over. May raise `Cancelled`."""
        self.tick()
        left = self._end - monotonic()
        if left <= 0:
            raise failed("slow", seconds=f"{self._seconds:g}")
        return left

    def pause(self, seconds: float) -> None:
        """Waits, at most until the time is over."""
        end = monotonic() + seconds
        while (rest := end - monotonic()) > 0:
            sleep(min(rest, _TICK, self.left()))


class _Stream(httpcore.NetworkStream):
    """A connection on which no read outlasts the watch, however slowly bytes drip."""

    def __init__(self, stream: httpcore.NetworkStream, watch: Watch) -> None:
        self._stream, self._watch = stream, watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the watch has the time
        while True:
            try:
                return self._stream.read(max_bytes, min(_TICK, self._watch.left()))
            except httpcore.ReadTimeout:
                continue

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._watch.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: Any,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> "_Stream":
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._watch.left()), self._watch)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class Network(httpcore.NetworkBackend):
    """Looks a host up, checks every address, and connects to one that was checked."""

    def __init__(self, policy: Policy, resolver: Resolver, watch: Watch, refusal: str = "private") -> None:
        """`refusal`: the key of what is said of a host with an address against the policy."""
        self._policy, self._resolver, self._watch, self._refusal = policy, resolver, watch, refusal
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = [ip_address(found.partition("%")[0]) for found in self._looked_up(host, port)]
        if not addresses:
            raise failed("unknown", host=host)
        if not all(map(self._policy, addresses)):
            raise failed(self._refusal, host=host)
        for n, address in enumerate(addresses, 1):
            share = self._watch.left() / (1 + len(addresses) - n)
            try:
                made = self._plain.connect_tcp(str(address), port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if n == len(addresses):
                    raise
            else:
                return _Stream(made, self._watch)
        raise AssertionError("the last address returned or raised")

    def _looked_up(self, host: str, port: int) -> list[str]:
        """In a thread of its own, since no resolver keeps a deadline."""
        found: list[str] = []

        def look() -> None:
            try:
                found.extend(self._resolver(host, port))
            except (OSError, UnicodeError):
                found.clear()  # told as a host that is not known

        thread = Thread(target=look, daemon=True, name="looking up a host")
        thread.start()
        while thread.is_alive():
            thread.join(min(_TICK, self._watch.left()))
        return list(dict.fromkeys(found))


class _Body(httpx.SyncByteStream):
    def __init__(self, parts: Any) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[bytes]:
        yield from self._parts

    def close(self) -> None:
        self._parts.close()


class Transport(httpx.BaseTransport):
    """httpx over connections of ours; each is used once, so that none made for one host serves another."""

    def __init__(self, network: Network) -> None:
        context = httpx.create_ssl_context(trust_env=False)
        self._pool = httpcore.ConnectionPool(context, max_keepalive_connections=0, network_backend=network)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        asked = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        answer = self._pool.handle_request(
            httpcore.Request(request.method, asked, headers=request.headers.raw, content=request.stream)
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))

    def close(self) -> None:
        self._pool.close()
