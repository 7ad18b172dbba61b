"""Servers on this machine that answer as the worst of the web does, byte for byte."""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread

from factcheck.web import Fetcher, Limits
from factcheck.web.addresses import Address

#: What a server does with one connection: the request as it came, and how to answer.
Answer = Callable[["Exchange"], None]


@dataclass
class Exchange:
    """One connection to a server."""

    connection: socket.socket
    #: The server is going down: an answer without an end ends.
    over: Event
    request: str

    def send(self, *parts: str | bytes) -> None:
        """Bytes as they are."""
        for part in parts:
            self.connection.sendall(part.encode() if isinstance(part, str) else part)

    def drip(self, byte: bytes) -> None:
        """One byte after another until the other side has enough."""
        while not self.over.wait(0.02):
            self.send(byte)


@dataclass
class Server:
    """Where it listens and what it was asked."""

    port: int
    requests: list[str] = field(default_factory=list)

    def url(self, host: str = "press.example", path: str = "/") -> str:
        """An address at this server under some name."""
        return f"http://{host}:{self.port}{path}"


@contextmanager
def serving(answer: Answer, greets: bool = False) -> Iterator[Server]:
    """A server on the loopback; `greets`: it answers without reading a request."""
    over = Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(listening.getsockname()[1])

        def one(connection: socket.socket) -> None:
            with connection, suppress(OSError):
                connection.settimeout(5)
                request = "" if greets else _request(connection)
                server.requests.append(request)
                answer(Exchange(connection, over, request))

        def listen() -> None:
            with suppress(OSError):
                while not over.is_set():
                    connection, _ = listening.accept()
                    if over.is_set():
                        connection.close()
                        return
                    threads.append(Thread(target=one, args=(connection,), daemon=True))
                    threads[-1].start()

        threads = [Thread(target=listen, daemon=True)]
        threads[0].start()
        try:
            yield server
        finally:
            over.set()
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", server.port), 1).close()
            for thread in threads:
                thread.join(10)


def _request(connection: socket.socket) -> str:
    data = b""
    while b"\r\n\r\n" not in data and (part := connection.recv(65536)):
        data += part
        if not data[:1].isalpha():  # no HTTP: TLS says hello
            break
    head, _, body = data.partition(b"\r\n\r\n")
    told = re.search(rb"(?i)content-length: (\d+)", head)
    while told and len(body) < int(told[1]) and (part := connection.recv(65536)):
        body += part
        data += part
    return data.decode("latin-1")


def ok(body: str | bytes, *headers: str) -> Answer:
    """An answer with this body."""
    data = body.encode() if isinstance(body, str) else body
    return answers(f"HTTP/1.1 200 OK\r\nContent-Length: {len(data)}\r\n{_lines(headers)}\r\n".encode() + data)


def redirect(to: str, status: int = 302) -> Answer:
    """Sends elsewhere."""
    return answers(f"HTTP/1.1 {status} Elsewhere\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode())


def answers(data: bytes) -> Answer:
    """Exactly these bytes, whatever was asked."""
    return lambda exchange: exchange.send(data)


def _lines(headers: tuple[str, ...]) -> str:
    return "".join(f"{header}\r\n" for header in headers)


#: The only address that tests let a fetcher connect to.
HERE = "127.0.0.1"


def here(address: Address) -> bool:
    """A policy for tests: this machine under its usual address, and nothing else."""
    return str(address) == HERE


def fetcher(
    resolver: Callable[[str, int], list[str]] = lambda host, _port: [host if host[0].isdigit() else HERE],
    seconds: float = 1.0,
    **given: str,
) -> Fetcher:
    """One that finds every name on this machine, in a hurry."""
    limits = Limits(seconds=seconds, size=100_000)
    return Fetcher(policy=here, resolver=resolver, limits=limits, pause=lambda _attempt: 0.0, **given)
