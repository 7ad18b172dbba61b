"""One service that the person named: where it may stand, what it is sent, and that nobody else hears of it."""

import json
from collections.abc import Callable
from ipaddress import ip_address

import pytest

from factcheck.errors import FetchError
from factcheck.progress import Cancelled
from factcheck.web import Endpoint, Limits
from tests.core.web.serving import HERE, Answer, Exchange, Server, answers, ok, redirect, serving


def endpoint(server: Server, key: str = "", path: str = "/v1", seconds: float = 1.0) -> Endpoint:
    """The server under its number; in a hurry."""
    return Endpoint(server.url(HERE, path), key, limits=Limits(seconds=seconds, size=100_000))


def test_it_is_asked_below_its_address_and_answers_in_json() -> None:
    with serving(ok('{"said": ["yes"]}')) as server:
        assert endpoint(server, "s3cret").post("chat/completions", {"asked": "Ölpest?"}) == {"said": ["yes"]}
    head, _, body = server.requests[0].partition("\r\n\r\n")
    assert head.startswith("POST /v1/chat/completions HTTP/1.1")
    assert "authorization: bearer s3cret" in head.lower()
    assert json.loads(body.encode("latin-1")) == {"asked": "Ölpest?"}


def test_without_a_key_none_is_sent() -> None:
    with serving(ok("{}")) as server:
        endpoint(server, path="/v1/").post("models", {})
    assert "authorization" not in server.requests[0].lower()
    assert server.requests[0].startswith("POST /v1/models ")


def test_a_redirect_is_not_followed_and_the_other_host_hears_nothing() -> None:
    with serving(ok("{}")) as other, serving(redirect(other.url(HERE), 307)) as server:
        with pytest.raises(FetchError, match="sends questions on to another address"):
            endpoint(server, "s3cret").post("x", {})
        assert other.requests == []


@pytest.mark.parametrize("found", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_over_the_internet_nothing_goes_unencrypted(found: str) -> None:
    assert ip_address(found).is_global
    named = Endpoint("http://judge.example/v1", "s3cret", resolver=lambda _host, _port: [found])
    with pytest.raises(FetchError, match=r"judge\.example is reached over the internet.*https://"):
        named.post("x", {})


def test_a_name_that_leads_to_a_machine_of_the_own_network_is_taken() -> None:
    with serving(ok("[]")) as server:
        named = Endpoint(server.url("judge.home"), resolver=lambda _host, _port: [HERE])
        assert named.post("x", {}) == []
    assert f"host: judge.home:{server.port}" in server.requests[0].lower()


def test_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(ok("1")) as proxy, serving(ok("2")) as server:
        monkeypatch.setenv("HTTP_PROXY", proxy.url(HERE))
        monkeypatch.setenv("ALL_PROXY", proxy.url(HERE))
        assert endpoint(server).post("x", {}) == 2
        assert proxy.requests == []


def _drip(exchange: Exchange) -> None:
    exchange.send("HTTP/1.1 200 OK\r\n\r\n")
    exchange.drip(b" ")


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (ok("no JSON"), "in a form that cannot be read"),
        (ok(b"\xff\xfe\xfd"), "in a form that cannot be read"),
        (ok("[" * 90_000), "in a form that cannot be read"),
        (ok(" " * 200_000), "sends more than"),
        (
            answers(b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"),
            "refused the question \\(401 Unauthorized",
        ),
        (answers(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"), "refused the question \\(503"),
        (answers(b"nonsense"), "cannot be read"),
        (answers(b""), "cannot be read"),
        (_drip, "took longer than 0.3 seconds"),
    ],
)
def test_what_is_no_answer_is_told_in_a_sentence(answer: Answer, sentence: str) -> None:
    with serving(answer) as server, pytest.raises(FetchError, match=sentence):
        endpoint(server, seconds=0.3).post("x", {})


def test_who_is_not_there_is_told() -> None:
    with serving(ok("{}")) as server:
        gone = endpoint(server)
    with pytest.raises(FetchError, match="cannot be reached"):
        gone.post("x", {})


def test_waiting_ends_when_the_person_wishes() -> None:
    def stop(_what: str, _done: int, _total: int) -> None:
        raise Cancelled

    with serving(_drip) as server, pytest.raises(Cancelled):
        endpoint(server, seconds=30).post("x", {}, stop)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Endpoint("ftp://judge.example"), "not an address of the web"),
        (lambda: Endpoint("localhost:8080"), "not an address of the web"),
        (lambda: Endpoint("http://ann:pass@judge.example"), "name or password"),
        (lambda: Endpoint("http://judge.example/v1?key=abc"), "not the address of a service"),
        (lambda: Endpoint("http://judge.example", "a\r\nX-More: b"), "copy it again"),
        (lambda: Endpoint("http://judge.example", "schlüssel"), "copy it again"),
    ],
)
def test_what_cannot_be_an_address_or_a_key_is_refused(make: Callable[[], Endpoint], sentence: str) -> None:
    with pytest.raises(FetchError, match=sentence):
        make()
