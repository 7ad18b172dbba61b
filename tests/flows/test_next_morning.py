"""What was left in the evening is there in the morning, whether the program was closed or killed."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck import settings
from factcheck.model import Claim
from factcheck.store.check import problems
from tests.flows import killed
from tests.flows.hands import Hands
from tests.flows.story.beginning import titles

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)", extend=True
)
GATE, SLUICE, LONG = "The gate at Halm", "The sluice at Halm", "Minutes"
ARTICLES = {
    GATE: "The gate at Halm was shut at 9 o'clock, the keeper said. In all, 12 boats waited before the gate.",
    SLUICE: "The gate at Halm was shut at 11 o'clock, a skipper said. In all, 30 boats waited before the gate.",
    LONG: "\n\n".join(f"Point {n} of the minutes of the harbour board was put off to a later day." for n in range(120)),
}
WAITED = "In all, 12 boats waited before the gate."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


@pytest.fixture
def sits_down(qtbot: QtBot, folder: Path) -> Iterator[Callable[[], Hands]]:
    """Somebody sits down at a new window, on the first page."""
    made: list[Hands] = []

    def sit() -> Hands:
        made.append(Hands(qtbot, name="Ada Brandt"))
        made[-1].bench.settings = replace(settings.load(), name="Ada Brandt", appearance="light")
        made[-1].folder = folder
        made[-1].window.leave_project()
        return made[-1]

    yield sit
    for one in made:
        one.window.close()
        one.rest()
        one.window.deleteLater()


def works_till_evening(me: Hands) -> None:
    """A project with three articles and two claims; the long article is scrolled down and words in it are selected."""
    me.type("<Return>", f"{me.folder / 'halm'}<Return>")
    for number, (title, text) in enumerate(ARTICLES.items(), start=1):
        path = me.folder / f"{title}.txt"
        path.write_text(f"{title}\n\n{text}\n", encoding="utf-8")
        me.drop(me.window, path)
        me.until(partial(comes, me, number))
    me.rest()
    me.go_to_pane(0)
    me.open_article(GATE)
    me.type(f"<Ctrl+F>{WAITED}<Return><Escape>C4")
    me.type("<Ctrl+F>the keeper said<Return><Escape>C")
    me.type("<Ctrl+T>")
    me.open_article(LONG)
    me.type("<Ctrl++><Ctrl++><Ctrl+F>Point 90 of<Return><Escape>")
    me.rest()


def comes(me: Hands, number: int) -> bool:
    """Whether so many articles are there."""
    return len(titles(me)) == number


def seen(me: Hands) -> dict[str, object]:
    """What a person would find changed."""
    panes, layout = me.bench.desk.panes(), me.window.layout_of
    return {
        "articles": [pane.header.title.text() for pane in panes],
        "places": [pane.text.first_visible_offset() for pane in panes],
        "sizes": [pane.text.text_size() for pane in panes],
        "pane": me.bench.desk.current_pane(),
        "selected": me.bench.desk.selection(),
        "claim": me.bench.panel.current(),
        "below": layout.lower.currentIndex(),
        "beside": layout.chosen.currentIndex(),
    }


def test_all_is_as_it_was_left(sits_down: Callable[[], Hands]) -> None:
    me = sits_down()
    works_till_evening(me)
    evening, records = seen(me), me.dump()
    me.type("<Ctrl+Q>")
    me = sits_down()
    assert me.focus() is me.window.layout_of.welcome.recent
    me.type("<Return>")
    me.rest()
    assert seen(me) == evening
    assert me.dump() == records


def test_undo_reaches_back_over_the_night_and_redo_forth(sits_down: Callable[[], Hands]) -> None:
    me = sits_down()
    works_till_evening(me)
    done = me.dump()
    me.type("<Ctrl+Q>")
    me = sits_down()
    me.type("<Return>")
    me.rest()
    while me.state().count(Claim):
        me.type("<Ctrl+Z>")
    me.type("<Ctrl+Q>")
    me = sits_down()
    me.type("<Return>")
    assert me.text_of("redo").startswith("Redo ")
    while me.can("undo"):
        me.type("<Ctrl+Z>")
    assert not any(me.bench.desk.shown())
    while me.can("redo"):
        me.type("<Ctrl+Shift+Z>")
    assert me.dump() == done
    me.rest()


def test_a_program_that_was_killed_goes_on_where_it_was(sits_down: Callable[[], Hands], folder: Path) -> None:
    me = sits_down()
    works_till_evening(me)
    articles = seen(me)["articles"]
    assert me.window.layout_of.lower.currentWidget() is not me.bench.claims
    me.type("<Ctrl+Q>")
    kill_at_work(folder / "halm.factcheck")
    me = sits_down()
    me.type("<Return>")
    me.rest()
    assert "read-only" not in me.window.windowTitle()
    assert me.bench.panel.words.fields["summary"].read() == killed.TYPED
    assert seen(me)["articles"] == articles
    assert me.window.layout_of.lower.currentWidget() is me.bench.claims, "what was looked at last"
    assert me.text_of("undo") == "Undo typing in summary"
    me.type("<Ctrl+Z>")
    assert me.bench.panel.words.fields["summary"].read() == ""
    me.type("<Ctrl+Q>")
    assert not list(problems(folder / "halm.factcheck"))
    assert [path.name for path in folder.glob("halm.factcheck*")] == ["halm.factcheck"]


def kill_at_work(project: Path) -> None:
    """Another process goes on with the project, and is killed as soon as what it typed is in the file."""
    command = [sys.executable, "-m", killed.__name__, str(project)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "written\n"
        other.kill()
