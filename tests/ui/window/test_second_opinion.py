"""A second opinion in the window: chosen, asked, weighed in, taken away again, and counted in the status bar."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck import keys, settings
from factcheck.advising import Advisers
from factcheck.paths import user_data
from factcheck.ui.dialogs.opinion import OpinionDialog
from tests.core.opinions import tiny
from tests.core.web.serving import HERE, Exchange, Server, ok, serving
from tests.ui.window.person import Person


@pytest.fixture(autouse=True)
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The keyring that this machine is to have."""
    there: dict[str, str] = {}

    def keep(url: str, key: str) -> bool:
        there[url] = key
        return True

    monkeypatch.setattr(keys, "can_keep", lambda: True)
    monkeypatch.setattr(keys, "kept", lambda url: there.get(url, ""))
    monkeypatch.setattr(keys, "keep", keep)
    return there


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Finds that what is said of people cannot be, and that what is said of a witness can."""
    return tiny.make(tmp_path / "model", weights={"people": 3.0, "witness": -3.0})


def _answer(exchange: Exchange) -> None:
    told = json.dumps({"label": "contradiction", "reason": "Two <b>dates</b>."})
    ok(json.dumps({"choices": [{"message": {"content": told}}], "usage": {"total_tokens": 50}}))(exchange)


@pytest.fixture
def judge() -> Iterator[Server]:
    with serving(_answer) as server:
        yield server


def scores(person: Person) -> dict[str, float]:
    return {f.id: f.score for f in person.bench.feed.findings if len(f.positions) > 1}


def bar(person: Person) -> str:
    """What the status bar says of it."""
    button = person.window.status.opinion
    return button.text() if button.isVisible() else ""


def with_model(model: Path) -> Callable[[OpinionDialog], object]:
    return lambda dialog: dialog.model.setText(str(model))


@pytest.fixture
def at_work(person: Person, project: Path) -> Person:
    person.window.projects.open(project)
    person.rest()
    assert len(scores(person)) == 2
    return person


def test_turned_on_for_the_first_time_it_asks_who_and_moves_findings(at_work: Person, model: Path) -> None:
    plain = scores(at_work)
    assert bar(at_work) == ""
    at_work.answering(OpinionDialog, with_model(model), lambda: at_work.act("second_opinion"))
    at_work.rest()
    assert bar(at_work) == "Second opinion: 2 of 2"
    assert scores(at_work).keys() == plain.keys()
    assert all(scores(at_work)[id] != plain[id] for id in plain)
    assert at_work.window.actions_by_key["second_opinion"].isChecked()


def test_turned_off_the_plain_order_is_back(at_work: Person, model: Path) -> None:
    plain = [f.id for f in at_work.bench.feed.findings], scores(at_work)
    at_work.answering(OpinionDialog, with_model(model), lambda: at_work.act("second_opinion"))
    at_work.rest()
    at_work.act("second_opinion")
    at_work.rest()
    assert ([f.id for f in at_work.bench.feed.findings], scores(at_work)) == plain
    assert bar(at_work) == ""
    assert not at_work.window.actions_by_key["second_opinion"].isChecked()


def test_the_card_tells_what_moved_a_finding(at_work: Person, model: Path) -> None:
    at_work.answering(OpinionDialog, with_model(model), lambda: at_work.act("second_opinion"))
    at_work.rest()
    at_work.act("next_finding")
    assert at_work.bench.card._opinion.text().startswith("Second opinion: 0.")
    assert at_work.bench.card._opinion.isVisible()


def test_a_dialog_that_is_closed_changes_nothing(at_work: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OpinionDialog, "exec", lambda _dialog: 0)
    at_work.act("second_opinion")
    assert not at_work.window.actions_by_key["second_opinion"].isChecked()
    assert bar(at_work) == ""


def test_it_is_on_again_after_the_next_start_and_asks_nobody(
    at_work: Person, judge: Server, project: Path, new_person: Callable[[], Person]
) -> None:
    def fill(dialog: OpinionDialog) -> None:
        dialog.url.setText(judge.url(HERE, "/v1"))
        dialog.name.setText("small")

    at_work.answering(OpinionDialog, fill, lambda: at_work.act("opinion_settings"))
    at_work.rest()
    assert at_work.told() == "2 questions asked for a second opinion. 100 tokens were used."
    moved, asked = scores(at_work), len(judge.requests)
    at_work.window.close()
    later = new_person()
    later.bench.settings = settings.load()
    later.window.opinions._show(ask=False)
    later.window.projects.open(project)
    later.rest()
    assert scores(later) == moved
    assert len(judge.requests) == asked


def test_a_key_goes_to_the_keyring_and_to_no_setting(at_work: Person, judge: Server, keyring: dict[str, str]) -> None:
    def fill(dialog: OpinionDialog) -> None:
        dialog.url.setText(judge.url(HERE, "/v1"))
        dialog.name.setText("small")
        dialog.key.setText("s3cret")

    at_work.answering(OpinionDialog, fill, lambda: at_work.act("opinion_settings"))
    at_work.rest()
    assert keyring == {judge.url(HERE, "/v1"): "s3cret"}
    assert "authorization: bearer s3cret" in judge.requests[0].lower()
    assert "s3cret" not in repr(settings.load())
    assert "s3cret" not in repr(at_work.bench.settings)


def test_without_a_keyring_a_key_lasts_as_long_as_the_window(
    at_work: Person, judge: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "keep", lambda _url, _key: False)

    def fill(dialog: OpinionDialog) -> None:
        dialog.url.setText(judge.url(HERE, "/v1"))
        dialog.name.setText("small")
        dialog.key.setText("s3cret")

    at_work.answering(OpinionDialog, fill, lambda: at_work.act("opinion_settings"))
    at_work.rest()
    assert "authorization: bearer s3cret" in judge.requests[0].lower()


def test_a_reason_is_shown_as_it_is(at_work: Person, judge: Server) -> None:
    def fill(dialog: OpinionDialog) -> None:
        dialog.url.setText(judge.url(HERE, "/v1"))
        dialog.name.setText("small")

    at_work.answering(OpinionDialog, fill, lambda: at_work.act("opinion_settings"))
    at_work.rest()
    at_work.act("next_finding")
    assert "“Two <b>dates</b>.”" in at_work.bench.card._opinion.text()


def test_what_cannot_be_asked_is_told_and_the_findings_stay(at_work: Person, tmp_path: Path) -> None:
    plain = scores(at_work)
    at_work.answering(OpinionDialog, with_model(tmp_path), lambda: at_work.act("second_opinion"))
    at_work.rest()
    assert "holds no model that can be used" in at_work.told()
    assert scores(at_work) == plain
    assert bar(at_work) == "Second opinion: 0 of 2"


def test_a_damaged_collection_of_opinions_is_told_and_the_findings_stay(at_work: Person, model: Path) -> None:
    plain = scores(at_work)
    (user_data() / "opinions.sqlite").write_bytes(b"nonsense" * 1000)
    at_work.answering(OpinionDialog, with_model(model), lambda: at_work.act("second_opinion"))
    at_work.rest()
    assert "opinions.sqlite" in at_work.told()
    assert scores(at_work) == plain


def test_it_can_be_stopped_and_what_was_heard_counts(at_work: Person) -> None:
    def second_waits(exchange: Exchange) -> None:
        if len(server.requests) == 1:
            _answer(exchange)
        else:
            exchange.send("HTTP/1.1 200 OK\r\n\r\n")
            exchange.drip(b" ")

    with serving(second_waits) as server:

        def fill(dialog: OpinionDialog) -> None:
            dialog.url.setText(server.url(HERE, "/v1"))
            dialog.name.setText("small")

        at_work.answering(OpinionDialog, fill, lambda: at_work.act("opinion_settings"))
        at_work.until(lambda: len(server.requests) == 2)
        at_work.bench.jobs.cancel()
        at_work.rest()
    assert bar(at_work) == "Second opinion: 1 of 2"


@pytest.mark.parametrize(
    ("url", "name", "most", "good"),
    [
        ("", "", "50", True),
        ("http://localhost:8080/v1", "small", "1", True),
        ("http://localhost:8080/v1", "", "50", False),
        ("", "small", "50", False),
        ("localhost:8080", "small", "50", False),
        ("http://localhost:8080/v1", "small", "", False),
        ("http://localhost:8080/v1", "small", "0", False),
    ],
)
def test_only_a_whole_judge_is_taken(person: Person, url: str, name: str, most: str, good: bool) -> None:
    dialog = OpinionDialog(Advisers(), True, person.window)
    dialog.url.setText(url)
    dialog.name.setText(name)
    dialog.most.setText(most)
    assert dialog.ok.isEnabled() is good
    dialog.deleteLater()
