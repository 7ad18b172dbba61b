"""A second opinion on the command line: who is asked, what it moves, what it costs, and that nothing is kept of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import keys
from tests.core.opinions import tiny
from tests.core.web.serving import HERE, Exchange, Server, ok, serving
from tests.flows.command_line.calling import data, done, dump, refused, run
from tests.flows.command_line.contract import FINDING


@pytest.fixture(autouse=True)
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The keyring that this machine is to have."""
    there: dict[str, str] = {}
    monkeypatch.setattr(keys, "kept", lambda url: there.get(url, ""))
    return there


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return tiny.make(tmp_path / "model", weights={"killed": 2.0, "people": -1.0, "gate": -2.0})


def _verdict(exchange: Exchange) -> None:
    """Finds that all contradict, and gives as its reason whether it was shown two statements."""
    asked = json.loads(exchange.request.partition("\r\n\r\n")[2])
    shown = json.loads(asked["messages"][1]["content"].partition("<statements>")[2].partition("</statements>")[0])
    told = {"label": "contradiction", "reason": f"Shown {len(shown)}."}
    answer = {"choices": [{"message": {"content": json.dumps(told)}}], "usage": {"total_tokens": 100}}
    ok(json.dumps(answer))(exchange)


@pytest.fixture
def judge() -> Iterator[Server]:
    with serving(_verdict) as server:
        yield server


def test_a_model_moves_findings_and_says_so(project: Path, model: Path) -> None:
    plain = data("match", project)
    asked = data("findings", project, "--model", model)
    assert {f["id"] for f in asked} == {f["id"] for f in plain}
    assert [f["id"] for f in asked] != [f["id"] for f in plain]
    moved = [f for f in asked if "second_opinion" in f]
    assert moved
    assert all(f["second_opinion"].startswith("Second opinion: 0.") for f in moved)
    assert {f["kind"] for f in moved} <= {"contradiction", "number update"}


def test_without_it_all_is_as_before(project: Path, model: Path) -> None:
    plain, records = data("match", project), dump(project)
    data("match", project, "--model", model)
    assert data("findings", project) == plain
    assert all(list(finding) == FINDING for finding in plain)
    assert dump(project) == records


def test_the_same_model_is_not_asked_twice(project: Path, model: Path) -> None:
    assert "asked" in run("match", project, "--model", model).stderr
    again = run("findings", project, "--model", model)
    assert again.stderr == ""
    assert "Second opinion: 0." in again.stdout


def test_a_judge_is_asked_about_the_first_findings_and_its_cost_is_told(project: Path, judge: Server) -> None:
    shown = run("match", project, "--judge", judge.url(HERE, "/v1"), "--judge-model", "small", "--judge-top", 3)
    assert shown.stderr.strip() == "Second opinion: 3 questions asked, 0 without a usable answer; 300 tokens."
    assert len(judge.requests) == 3
    assert shown.stdout.count("(judge: “Shown 2.”)") == 3


def test_a_judge_gets_the_key_of_its_address(project: Path, judge: Server, keyring: dict[str, str]) -> None:
    url = judge.url(HERE, "/v1")
    keyring[url] = "s3cret"
    done("match", project, "--judge", url, "--judge-model", "small", "--judge-top", 1)
    assert "authorization: bearer s3cret" in judge.requests[0].lower()


def test_a_key_that_is_typed_is_neither_shown_nor_kept(
    project: Path, judge: Server, keyring: dict[str, str], home: Path
) -> None:
    words = ("--judge", judge.url(HERE, "/v1"), "--judge-model", "small", "--judge-top", 1, "--judge-key")
    shown = run("match", project, *words, given=b"typ3d\n")
    assert "authorization: bearer typ3d" in judge.requests[0].lower()
    assert "typ3d" not in shown.output + shown.stderr
    assert keyring == {}
    assert not [path for path in home.rglob("*") if path.is_file() and b"typ3d" in path.read_bytes()]


def test_both_together(project: Path, model: Path, judge: Server) -> None:
    found = data(
        "match", project, "--model", model, "--judge", judge.url(HERE), "--judge-model", "small", "--judge-top", 2
    )
    assert sum("(model)" in f.get("second_opinion", "") for f in found) > 2
    assert sum("(judge" in f.get("second_opinion", "") for f in found) == 2


def test_a_judge_that_is_not_there_and_half_a_judge_are_refused(project: Path) -> None:
    with serving(_verdict) as server:
        gone = server.url(HERE)
    assert "cannot be reached" in refused("match", project, "--judge", gone, "--judge-model", "small")
    half = run("match", project, "--judge", gone)
    assert half.exit_code == 2
    assert "A judge needs both" in half.stderr


def test_a_folder_without_a_model_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert "holds no model" in refused("findings", project, "--model", tmp_path / "none")
