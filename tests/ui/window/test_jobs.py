"""Long work: what it gives back arrives once, in the GUI thread, and not at all if nobody waits for it any more."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QThreadPool
from pytestqt.qtbot import QtBot

from factcheck.errors import NotFoundError
from factcheck.progress import Progress
from factcheck.ui.jobs import Job, Jobs


class Heard:
    """What came of jobs."""

    def __init__(self) -> None:
        self.done: list[Any] = []
        self.failed: list[Any] = []
        self.threads: list[threading.Thread] = []

    def on_done(self, result: object) -> None:
        self.done.append(result)
        self.threads.append(threading.current_thread())

    def on_failed(self, error: object) -> None:
        self.failed.append(error)


class Gate:
    """Work that goes on only when it is let."""

    def __init__(self, result: str = "", error: Exception | None = None) -> None:
        self.result, self.error = result, error
        self.begun, self.open = threading.Event(), threading.Event()

    def __call__(self, progress: Progress) -> str:
        self.begun.set()
        assert self.open.wait(10)
        if self.error:
            raise self.error
        progress("nearly", 1, 2)
        return self.result


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:  # noqa: ARG001 - there must be an application
    made = Jobs()
    yield made
    made.wait()
    QCoreApplication.processEvents()


@pytest.fixture
def heard() -> Heard:
    return Heard()


def start(jobs: Jobs, name: str, gate: Gate, heard: Heard) -> Job:
    return jobs.start(name, gate, heard.on_done, heard.on_failed)


def test_what_work_gives_back_arrives_in_the_gui_thread(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    gate = Gate("found")
    gate.open.set()
    with qtbot.waitSignal(jobs.idle):
        start(jobs, "match", gate, heard)
    assert heard.done == ["found"]
    assert heard.threads == [threading.main_thread()]
    assert not jobs.running()


@pytest.mark.parametrize("error", [NotFoundError("gone"), ZeroDivisionError()])
def test_a_failure_arrives_as_the_error_that_it_was(qtbot: QtBot, jobs: Jobs, heard: Heard, error: Exception) -> None:
    gate = Gate(error=error)
    gate.open.set()
    with qtbot.waitSignal(jobs.idle):
        start(jobs, "match", gate, heard)
    assert heard.failed == [error]
    assert heard.done == []


def test_progress_is_told(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    gate = Gate()
    gate.open.set()
    with qtbot.waitSignal(jobs.progressed) as told:
        start(jobs, "match", gate, heard)
    assert told.args == ["nearly", 1, 2]
    qtbot.waitUntil(lambda: not jobs.running())


@pytest.mark.parametrize("gate", [Gate("late"), Gate(error=ZeroDivisionError())])
def test_cancelled_work_says_nothing_more(qtbot: QtBot, jobs: Jobs, heard: Heard, gate: Gate) -> None:
    job = start(jobs, "match", gate, heard)
    assert gate.begun.wait(10)
    jobs.cancel("match")
    with qtbot.waitSignals([job.cancelled, jobs.idle]), qtbot.assertNotEmitted(jobs.progressed):
        gate.open.set()
    assert (heard.done, heard.failed) == ([], [])


def test_newer_work_takes_the_place_of_the_old(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    old, new = Gate("old"), Gate("new")
    start(jobs, "match", old, heard)
    start(jobs, "match", new, heard)
    new.open.set()
    old.open.set()
    qtbot.waitUntil(lambda: not jobs.running())
    assert heard.done == ["new"]


def test_work_of_another_name_goes_on(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    one, other = Gate("one"), Gate("other")
    start(jobs, "import", one, heard)
    start(jobs, "match", other, heard)
    jobs.cancel("match")
    one.open.set()
    other.open.set()
    qtbot.waitUntil(lambda: not jobs.running())
    assert heard.done == ["one"]


def test_waiting_leaves_no_work_behind(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    gate = Gate("late")
    start(jobs, "match", gate, heard)
    assert gate.begun.wait(10)
    threading.Timer(0.05, gate.open.set).start()
    jobs.wait()
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    qtbot.waitUntil(lambda: not jobs.running())
    assert heard.done == []


def test_hundreds_of_jobs_all_end(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    gate = Gate("x")
    gate.open.set()
    for number in range(300):
        start(jobs, str(number), gate, heard)
    qtbot.waitUntil(lambda: not jobs.running(), timeout=20_000)
    assert heard.done == ["x"] * 300


def test_what_a_person_stops_is_what_they_were_told_of(qtbot: QtBot, jobs: Jobs, heard: Heard) -> None:
    told, quiet = Gate("told"), Gate("quiet")
    jobs.start("told", told, heard.on_done, heard.on_failed)
    jobs.start("quiet", quiet, heard.on_done, heard.on_failed, quiet=True)
    jobs.stop()
    told.open.set()
    quiet.open.set()
    qtbot.waitUntil(lambda: not jobs.running())
    assert heard.done == ["quiet"]
