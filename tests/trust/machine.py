"""Runs scenarios in processes that are killed, starved or lied to by their disk; compares what is left with a model."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from factcheck import codec
from factcheck.model import RECORD_TYPES, Record
from factcheck.session import Session
from factcheck.store.check import problems
from tests.store.making import WHO
from tests.trust import scenarios
from tests.trust.scenarios import NAME

CHECKOUT = Path(__file__).parents[2]
SOURCE = Path(__file__).with_name("watch.c")
#: Projects written by earlier versions.
OLDER = CHECKOUT / "tests" / "data" / "projects"
#: Kinds of changes that can be made to fail, as `watch.c` numbers them.
WRITE, SYNC, TRUNCATE, OPEN, NAMED, READ = 1, 2, 4, 8, 16, 32

State = dict[tuple[str, str], Record]


def build(folder: Path) -> Path:
    """The library that stands between a program and its files; needs a C compiler."""
    target = folder / "watch.so"
    compiler = shutil.which("cc") or shutil.which("gcc")
    assert compiler, "make trust needs a C compiler: apt-get install gcc libc6-dev"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", target, SOURCE, "-ldl", "-lpthread"], check=True)
    return target


# --- what was told ----------------------------------------------------------------------------------------------------


@dataclass
class Told:
    """What a run told before it ended: the model of what must be in the file now."""

    lines: list[dict[str, Any]]
    #: Steps that were committed: place in history, hash, changes.
    committed: list[tuple[int, str, str]] = field(default_factory=list)
    #: Changes of the step that was being written when the run ended, "" if there was none.
    under_way: str = ""

    def __post_init__(self) -> None:
        for line in self.lines:
            if "will" in line:
                self.under_way = line["will"]
            elif "did" in line:
                self.committed.append((line["did"], line["hash"], self.under_way))
                self.under_way = ""

    @classmethod
    def read(cls, path: Path) -> "Told":
        """From the file that the run wrote."""
        text = path.read_text() if path.exists() else ""
        return cls([json.loads(line) for line in text.splitlines()])

    @classmethod
    def of(cls, marks: list[str]) -> "Told":
        """From what was told until some moment."""
        return cls([json.loads(mark) for mark in marks])

    @property
    def error(self) -> str:
        """The sentence in which the world's fault was told, "" if none was."""
        return next((line["error"] for line in self.lines if "error" in line), "")

    @property
    def traceback(self) -> str:
        """A bug of ours."""
        return next((line["traceback"] for line in self.lines if "traceback" in line), "")

    @property
    def counted(self) -> dict[str, int]:
        """How many changes there were, and how many of the kind that was to fail."""
        return next((line for line in self.lines if "ops" in line), {"ops": 0, "failing": 0})


def applied(state: State, changes: str) -> State:
    """A state after a step: by a dictionary, not by the store."""
    after = dict(state)
    for change in codec.changes_from_json(changes):
        record = change.after or change.before
        assert record
        key = (type(record).__name__, record.id)
        assert after.get(key) == change.before, "the step does not follow from the state"
        if change.after is None:
            del after[key]
        else:
            after[key] = change.after
    return after


def state_of(session: Session) -> State:
    """All records of an open project."""
    return {(kind.__name__, record.id): record for kind in RECORD_TYPES for record in session.records.each(kind)}


def after_opening(path: Path) -> State:
    """Opens a project for writing, as a person would after a crash, and closes it again."""
    with Session.open(path, WHO) as session:
        return state_of(session)


def compare(path: Path, before: State, told: Told) -> None:
    """The project has every committed step, and the one under way whole or not at all; and it proves."""
    expected = before
    for _, _, changes in told.committed:
        expected = applied(expected, changes)
    with Session.open(path, WHO) as session:
        found = state_of(session)
        hashes = {entry.sequence: entry.hash for entry in session.history()}
    for sequence, proof, _ in told.committed:
        assert hashes.get(sequence) == proof, f"step {sequence} was committed and is gone"
    if found != expected:
        assert told.under_way, "there is more or less than what was committed"
        assert found == applied(expected, told.under_way), "the step under way is there by half"
    assert not list(problems(path))


# --- runs -------------------------------------------------------------------------------------------------------------


class Machine:
    """A process that forks for each run. `library` goes between it and its files."""

    def __init__(self, place: Path, library: Path | None = None) -> None:
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
        if library:
            environment["LD_PRELOAD"] = str(library)
        self._place, self._numbers = place, count()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.trust.child"],
            cwd=CHECKOUT, env=environment, text=True, bufsize=1, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self._line() == ["ready"]

    def close(self) -> None:
        """Ends the process."""
        with ExitStack() as stack:
            for stream in (self._process.stdin, self._process.stdout):
                assert stream
                stack.enter_context(closing(stream))
        self._process.wait(timeout=30)

    def _line(self) -> list[str]:
        assert self._process.stdout
        return self._process.stdout.readline().split()

    def fresh(self, base: Path) -> Path:
        """A copy of a folder to do harm in."""
        return Path(shutil.copytree(base, self._place / f"run {next(self._numbers)}"))

    def run(
        self, folder: Path, scenario: str, seed: int, kill_after: float | None = None, **job: Any
    ) -> tuple[int, Told]:
        """Runs a scenario, at most until it is killed; its status as `os.waitpid` gives it, and what it told."""
        told = self._place / f"told {next(self._numbers)}"
        line = {"scenario": scenario.partition(" ")[0], "seed": seed, "folder": str(folder), "told": str(told), **job}
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(line) + "\n")
        _, child = self._line()
        if kill_after is not None and not select.select([self._process.stdout], [], [], kill_after)[0]:
            with suppress(ProcessLookupError):  # it came to its end in this very moment
                os.kill(int(child), signal.SIGKILL)
        _, _, status = self._line()
        return int(status), Told.read(told)


def killed(status: int) -> bool:
    """Whether a run was killed before its end."""
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def of_each_version(name: str) -> list[str]:
    """The scenarios of this name: of a migration, one for every older version of which a project is kept."""
    versions = sorted(path.stem.removeprefix("version") for path in OLDER.glob("version*.factcheck"))
    return [f"{name} {version}" for version in versions]


#: All that is done to a project while a fault comes.
SCENARIOS = [
    "edit", "import", "bulk", "backup", "restore", "matching", "export", "create", *of_each_version("migration")
]  # fmt: skip


# --- what is compared -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Base:
    """The folder that runs of a scenario begin with, and its records, brought up to date."""

    folder: Path
    state: State
    report: bytes


def base_of(folder: Path, scenario: str) -> Base:
    """Makes the folder of a scenario, or for a migration puts the project of an older version there."""
    place = folder / scenario.replace(" ", "")
    place.mkdir()
    name, _, version = scenario.partition(" ")
    if name == "migration":
        shutil.copy(OLDER / f"version{version}.factcheck", place / NAME)
    else:
        scenarios.make_base(place)
    probe = Path(shutil.copytree(place, folder / f"{place.name} probe"))
    state = after_opening(probe / NAME)
    shutil.rmtree(probe)
    report = place / "report.pdf"
    return Base(place, state, report.read_bytes() if report.exists() else b"")


def survived(folder: Path, base: Base, scenario: str, told: Told) -> None:
    """What a run left is whole, whatever ended it."""
    name = scenario.partition(" ")[0]
    if name == "restore":
        _one_of_two(folder, base)
    elif name == "create":
        _whole_or_absent(folder / "another.factcheck", told)
        compare(folder / NAME, base.state, Told([]))
    else:
        compare(folder / NAME, base.state, told)
    if name == "export":
        _old_or_new(folder / "report.pdf", base.report)
    _backups_are_whole(folder)


def _one_of_two(folder: Path, base: Base) -> None:
    """The project is as it was or as the backup is; and what was replaced is there under its new name."""
    (copy,) = (base.folder / "floods backups").glob("*.factcheck")
    probe = folder.with_name(f"{folder.name} probe")
    probe.mkdir()
    restored = after_opening(Path(shutil.copy(copy, probe / NAME)))
    shutil.rmtree(probe)
    found = after_opening(folder / NAME)
    assert found in (base.state, restored)
    assert not list(problems(folder / NAME))
    if found == restored:
        (kept,) = folder.glob("floods replaced *.factcheck")
        assert after_opening(kept) == base.state


def _whole_or_absent(path: Path, told: Told) -> None:
    if path.exists():
        with Session.open(path, WHO) as session:
            first = session.history()[0]
        compare(path, applied({}, codec.changes_to_json(first.edit)), told)
    else:
        assert not told.committed, "steps were committed to a project that is gone"


def _old_or_new(report: Path, old: bytes) -> None:
    data = report.read_bytes()
    assert data == old or (data.startswith(b"%PDF-1") and data.rstrip().endswith(b"%%EOF") and len(data) > 5000)


def _backups_are_whole(folder: Path) -> None:
    for copy in (folder / "floods backups").glob("*.factcheck"):
        assert not [one for one in problems(copy) if "older form" not in one]


def fingerprint(folder: Path) -> str:
    """Stands for all files of a folder, so that equal states are looked at once."""
    parts = (
        f"{path.relative_to(folder)} {sha256(path.read_bytes()).hexdigest()}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    )
    return sha256("\n".join(parts).encode()).hexdigest()
