"""Pages from the web: what is kept of them, and what they may not do."""

import ast
import gzip
import json
import zlib
from collections.abc import Callable
from hashlib import sha256
from time import monotonic

import pytest

import factcheck
from factcheck.errors import FetchError
from factcheck.progress import Cancelled
from factcheck.web import Fetcher, Limits
from tests.core.web.serving import (
    HERE,
    Answer,
    Exchange,
    answers,
    fetcher,
    ok,
    redirect,
    serving,
)
from tests.sources import everywhere

PAGE = "<html><title>Ferry</title><p>The ferry ran aground.</p></html>"
NULLS = bytes(3_000_000)

# --- what is kept -----------------------------------------------------------------------------------------------------


def test_bytes_headers_status_time_and_the_final_address_are_kept() -> None:
    def answer(exchange: Exchange) -> None:
        path = exchange.request.split()[1]
        (redirect("/news/ferry?a=1#part") if path == "/" else ok(PAGE, "Content-Type: text/html; charset=iso-8859-2"))(
            exchange
        )

    with serving(answer) as server:
        page = fetcher().fetch(server.url())
    assert page.body == PAGE.encode()
    assert page.fetched.url == server.url()
    assert page.fetched.final_url == server.url(path="/news/ferry?a=1")
    assert page.fetched.status == 200
    assert page.fetched.at > 1_700_000_000
    assert ("content-type", "text/html; charset=iso-8859-2") in page.fetched.headers
    assert (page.media_type, page.charset) == ("text/html", "iso-8859-2")


def test_the_server_is_asked_by_its_name_and_told_who_asks() -> None:
    with serving(ok(PAGE)) as server:
        fetcher().fetch(server.url("press.example"))
    request = server.requests[0].lower()
    assert f"host: press.example:{server.port}\r\n" in request
    assert f"user-agent: factcheck/{factcheck.__version__}" in request
    assert "accept-encoding: identity\r\n" in request
    assert "cookie:" not in request
    assert "referer:" not in request


def test_over_tls_the_name_is_asked_for_and_not_the_address() -> None:
    with serving(lambda _exchange: None) as server, pytest.raises(FetchError, match="cannot be reached"):
        fetcher().fetch(f"https://press.example:{server.port}/")
    assert "press.example" in server.requests[0]


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        # Without the time, so that the test has the same name in each process.
        ("gzip", gzip.compress(PAGE.encode(), mtime=0)),
        ("deflate", zlib.compress(PAGE.encode())),
        ("identity", PAGE.encode()),
    ],
)
def test_a_page_that_comes_compressed_is_kept_as_it_is_read(encoding: str, packed: bytes) -> None:
    with serving(ok(packed, f"Content-Encoding: {encoding}")) as server:
        assert fetcher().fetch(server.url()).body == PAGE.encode()


def test_what_may_pass_is_tried_again() -> None:
    left = [answers(b""), answers(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"), ok(PAGE)]

    def answer(exchange: Exchange) -> None:
        left.pop(0)(exchange)

    with serving(answer) as server:
        assert fetcher().fetch(server.url()).body == PAGE.encode()
    assert len(server.requests) == 3


def test_five_redirects_are_followed_and_no_sixth() -> None:
    def answer(exchange: Exchange) -> None:
        left = int(exchange.request.split()[1].strip("/"))
        (redirect(f"/{left - 1}") if left else ok(PAGE))(exchange)

    with serving(answer) as server:
        assert fetcher().fetch(server.url(path="/5")).fetched.final_url.endswith("/0")
        with pytest.raises(FetchError, match="more than 5 times"):
            fetcher().fetch(server.url(path="/6"))


# --- where it may not lead --------------------------------------------------------------------------------------------

FORBIDDEN = """127.0.0.1 127.8.8.8 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 192.0.2.1
192.88.99.1 198.18.0.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
fe80::1 fe80::1%lo fec0::1 fc00::1 fd12:3456::1 ff02::1 2001:db8::1 2002:7f00:1:: 2002:5db8:d822::
2001:0:7f00:1:0:0:0:1 64:ff9b::7f00:1 64:ff9b::a01:203 64:ff9b:1::5db8:d822 100::1 3fff::1""".split()


@pytest.mark.parametrize("address", FORBIDDEN)
def test_no_address_of_this_machine_or_net_is_connected_to(address: str) -> None:
    with pytest.raises(FetchError, match=r"not of the public internet|not known"):
        Fetcher(resolver=lambda _host, _port: [address]).fetch("http://press.example/")


@pytest.mark.parametrize("address", FORBIDDEN[:3])
def test_one_forbidden_address_among_public_ones_is_enough(address: str) -> None:
    with pytest.raises(FetchError, match="not of the public internet"):
        Fetcher(resolver=lambda _host, _port: ["93.184.216.34", address]).fetch("http://press.example/")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "0x7f.1", "0x7f000001", "2130706433", "0", "[::1]", "[::ffff:7f00:1]", "localhost"]
)
def test_no_way_of_writing_it_leads_to_this_machine(host: str) -> None:
    with serving(ok(PAGE)) as server, pytest.raises(FetchError):
        Fetcher(limits=Limits(seconds=5)).fetch(f"http://{host}:{server.port}/")
    assert server.requests == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "data:text/html,hello",
        "ftp://press.example/",
        "javascript:alert(1)",
        "gopher://press.example/",
        "//press.example/",
        "press.example",
        "http://",
        "http:///path",
        "http://[::1",
        "http://press.example:port/",
        "http://user:secret@press.example/",
        "",
        "http://\0press.example/",
    ],
)
def test_what_is_no_address_of_the_web_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(FetchError) as refused:
        fetcher().fetch(url)
    assert str(refused.value).endswith(".")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.2:{port}/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:{port}/",
        "http://[64:ff9b::7f00:2]/",
        "http://[2002:7f00:2::]/",
        "http://224.0.0.1/",
        "file:///etc/hostname",
        "data:text/html,hello",
        "http://user:secret@press.example:{port}/",
    ],
)
def test_a_redirect_leads_nowhere_else_than_a_first_address(to: str) -> None:
    def resolver(host: str, _port: int) -> list[str]:
        return [HERE if host == "press.example" else host]

    def answer(exchange: Exchange) -> None:
        redirect(to.format(port=server.port))(exchange)

    with serving(answer) as server, pytest.raises(FetchError):
        fetcher(resolver).fetch(server.url())
    assert len(server.requests) == 1


def test_a_name_that_changes_its_address_after_the_check_is_not_followed() -> None:
    told = [[HERE], ["127.0.0.2"]]

    def resolver(_host: str, _port: int) -> list[str]:
        return told.pop(0)

    with serving(redirect("/again")) as server, pytest.raises(FetchError, match="not of the public internet"):
        fetcher(resolver).fetch(server.url())
    assert len(server.requests) == 1, "the connection went to the address that was checked"
    assert told == [], "and was looked up anew for the redirect"


# --- what it may not cost ---------------------------------------------------------------------------------------------


def _never(exchange: Exchange) -> None:
    exchange.over.wait(10)


def _slow_head(exchange: Exchange) -> None:
    exchange.send("HTTP/1.1 200 OK\r\nX: ")
    exchange.drip(b"x")


def _slow_body(exchange: Exchange) -> None:
    exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n")
    exchange.drip(b"x")


def _endless(exchange: Exchange) -> None:
    exchange.send("HTTP/1.1 200 OK\r\n\r\n")
    while not exchange.over.is_set():
        exchange.send(NULLS)


def _endless_chunks(exchange: Exchange) -> None:
    exchange.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not exchange.over.is_set():
        exchange.send("ffff\r\n", bytes(0xFFFF), "\r\n")


def _endless_head(exchange: Exchange) -> None:
    exchange.send("HTTP/1.1 200 OK\r\n")
    while not exchange.over.is_set():
        exchange.send("X: " + "x" * 60_000 + "\r\n")


HOSTILE: dict[str, tuple[Answer, str]] = {
    "says nothing": (_never, "longer than 1 seconds"),
    "a head that drips": (_slow_head, "longer than 1 seconds"),
    "a body that drips": (_slow_body, "longer than 1 seconds"),
    "a body without an end": (_endless, "more than 0 MB"),
    "chunks without an end": (_endless_chunks, "more than 0 MB"),
    "a head without an end": (_endless_head, "broke off"),
    "a gzip bomb": (ok(gzip.compress(NULLS), "Content-Encoding: gzip"), "more than 0 MB"),
    "a deflate bomb": (ok(zlib.compress(NULLS), "Content-Encoding: deflate"), "more than 0 MB"),
    "a brotli bomb": (ok(bytes(200), "Content-Encoding: br"), "compresses its answer as “br”"),
    "a bomb in a bomb": (ok(gzip.compress(gzip.compress(NULLS)), "Content-Encoding: gzip, gzip"), "“gzip, gzip”"),
    "gzip that breaks off": (ok(gzip.compress(PAGE.encode())[:-9], "Content-Encoding: gzip"), "broke off"),
    "gzip that is none": (ok(PAGE, "Content-Encoding: gzip"), "broke off"),
    "less than it announced": (answers(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nabc"), "broke off"),
    "a length that is none": (answers(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc"), "broke off"),
    "no HTTP": (answers(b"220 mail.example ESMTP\r\n"), "broke off"),
    "nothing": (answers(b""), "broke off"),
    "a loop": (redirect("/"), "more than 5 times"),
    "a redirect to nowhere": (redirect("http://"), "more than 5 times|is not an address"),
    "a redirect of rubbish": (redirect("http://[::1"), "broke off|is not an address"),
    "not there": (answers(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"), "404"),
    "never ready": (answers(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"), "503"),
    "not for us": (answers(b"HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n"), "401"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_server_does_wrong_is_told_in_a_sentence_and_in_time(name: str) -> None:
    answer, told = HOSTILE[name]
    began = monotonic()
    with serving(answer) as server, pytest.raises(FetchError, match=told) as refused:
        fetcher().fetch(server.url())
    assert str(refused.value).endswith(".")
    assert monotonic() - began < 20, "a guard against hanging, not a timing"


def test_a_host_that_is_looked_up_for_ever_is_given_up() -> None:
    def resolver(_host: str, _port: int) -> list[str]:
        with serving(_never) as server, pytest.raises(FetchError):
            fetcher(seconds=3).fetch(server.url())
        return []

    with pytest.raises(FetchError, match="longer than"):
        fetcher(resolver, seconds=0.3).fetch("http://press.example/")


def test_a_host_that_nobody_knows_is_said_to_be_unknown() -> None:
    def resolver(_host: str, _port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(FetchError, match=r"press\.example is not known"):
        fetcher(resolver).fetch("http://press.example/")


def test_a_server_that_is_not_there_cannot_be_reached() -> None:
    with serving(ok(PAGE)) as server:
        url = server.url()
    with pytest.raises(FetchError, match="cannot be reached"):
        fetcher().fetch(url)


def test_a_wish_to_cancel_is_met_while_it_waits() -> None:
    calls = 0

    def progress(_what: str, _done: int, _total: int) -> None:
        nonlocal calls
        calls += 1
        if calls > 3:
            raise Cancelled

    with serving(_never) as server, pytest.raises(Cancelled):
        fetcher(seconds=30).fetch(server.url(), progress)


# --- nothing loosens it -----------------------------------------------------------------------------------------------


def test_no_variable_of_the_environment_sends_it_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(ok("proxied")) as proxy, serving(ok(PAGE)) as server:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://{HERE}:{proxy.port}")
        assert fetcher().fetch(server.url()).body == PAGE.encode()
        with pytest.raises(FetchError, match="not of the public internet"):
            Fetcher().fetch(server.url(HERE))
    assert proxy.requests == []


def test_the_program_makes_fetchers_with_the_safe_defaults_only() -> None:
    calls = [
        (path.name, call)
        for path, call in everywhere()
        if isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) == "Fetcher"
    ]
    assert [name for name, call in calls if call.args or call.keywords] == []


# --- the archive ------------------------------------------------------------------------------------------------------


def _archive(told: object) -> Callable[[Exchange], None]:
    return ok(json.dumps(told), "Content-Type: application/json")


def test_an_archived_copy_is_found_by_the_address() -> None:
    copy = "https://web.archive.org/web/20250311120000/http://press.example/"
    found = {"archived_snapshots": {"closest": {"available": True, "url": copy, "status": "200"}}}
    with serving(_archive(found)) as server:
        told = fetcher(archive=server.url("archive.example", "/available")).archived("http://press.example/?a=b&c")
    assert told == copy
    assert server.requests[0].startswith("GET /available?url=http%3A%2F%2Fpress.example%2F%3Fa%3Db%26c ")


@pytest.mark.parametrize(
    "told", [{"archived_snapshots": {}}, {"archived_snapshots": {"closest": {"available": False}}}]
)
def test_what_is_not_archived_is_told_as_such(told: object) -> None:
    with serving(_archive(told)) as server:
        assert fetcher(archive=server.url()).archived("http://press.example/") == ""


@pytest.mark.parametrize(
    "told",
    [
        [],
        {},
        {"archived_snapshots": []},
        {"archived_snapshots": {"closest": 1}},
        {"archived_snapshots": {"closest": {"available": True, "url": "file:///etc/passwd"}}},
    ],
)
def test_an_archive_that_answers_otherwise_is_not_believed(told: object) -> None:
    with serving(_archive(told)) as server, pytest.raises(FetchError):
        fetcher(archive=server.url()).archived("http://press.example/")


def test_the_bytes_are_those_that_were_sent() -> None:
    data = bytes(range(256)) * 100
    with serving(ok(data, "Content-Type: text/html")) as server:
        assert sha256(fetcher().fetch(server.url()).body).digest() == sha256(data).digest()
