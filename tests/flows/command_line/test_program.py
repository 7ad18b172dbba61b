"""The program as a whole: what it loads, its streams, its first word, its manual."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from factcheck import __version__, doctor, keys
from factcheck.__main__ import open_window
from factcheck.cli.root import COMMANDS, app
from factcheck.model import Fetched
from factcheck.progress import Progress
from factcheck.web import Page
from tests.core.opinions import tiny
from tests.flows.command_line.calling import ARTICLES, CHECKOUT, data, done, environment, program, run, started

HEAVY = ("sqlite_utils", "reportlab", "trafilatura", "rapidfuzz", "lxml", "factcheck.matching", "factcheck.store")


_CALLS = """
import json, sys
from factcheck.__main__ import main
for words in json.loads(sys.argv.pop()):
    sys.argv[1:] = words
    try:
        main()
    except SystemExit as end:
        assert not end.code, words
print("LOADED", *sys.modules, file=sys.stderr)
"""


def loaded_by(home: Path, *calls: tuple[object, ...]) -> set[str]:
    """The modules that a program of its own has loaded when these commands are done."""
    told = json.dumps([[str(word) for word in words] for words in calls])
    call = [sys.executable, "-c", _CALLS, told]
    result = subprocess.run(call, capture_output=True, text=True, check=False, timeout=60, env=environment(home))
    assert result.returncode == 0, result.stderr
    return set(result.stderr.rpartition("LOADED")[2].split())


def test_help_loads_nothing_heavy(home: Path) -> None:
    loaded = loaded_by(home, ("--help",))
    assert not [name for name in HEAVY if name in loaded]
    assert not [name for name in loaded if name.startswith("PySide6")]


def test_no_command_loads_qt(project: Path, home: Path, tmp_path: Path) -> None:
    loaded = loaded_by(
        home,
        ("compare", ARTICLES, "--json"),
        ("match", project),
        ("report", project, "-o", tmp_path / "r.pdf"),
        ("doctor",),
        ("status", project),
    )
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6", "factcheck.ui"))]


@pytest.mark.parametrize("command", [*COMMANDS, "evidence add", "evidence list", "checks import", "checks find"])
def test_each_command_has_help_and_its_place_in_the_manual(command: str) -> None:
    assert "Usage: factcheck" in done(*command.split(), "--help")
    manual = (CHECKOUT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert re.search(rf"^\$ (?:.*\| )?factcheck {command}\b", manual, re.MULTILINE)
    assert command.split(maxsplit=1)[0] in done("--help")


def test_version() -> None:
    assert done("--version") == f"factcheck {__version__}\n"


_REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The basin broke since nobody looked after it",
    "url": "https://checkers.example.org/1",
    "reviewRating": {"alternateName": "Half true"},
}


class _Web:
    """The web in which the examples of the manual are told."""

    def fetch(self, url: str, _progress: Progress) -> Page:
        body = b"<html><title>Bulletin</title><p>The sirens of Orsvale were tested in June.</p></html>"
        return Page(body, Fetched(url, url, 200, 1_741_690_000), "text/html", "utf-8")

    def archived(self, url: str, _progress: Progress) -> str:
        return f"https://archive.example.org/{url}"


class _Service:
    """The judge that the manual asks."""

    def __init__(self, _url: str, _key: str) -> None:
        self.answer = {"label": "unsure", "reason": "It cannot be told."}

    def post(self, _path: str, _data: object, _progress: Progress) -> object:
        return {"choices": [{"message": {"content": json.dumps(self.answer)}}]}


def test_the_examples_of_the_manual_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ARTICLES, tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("factcheck.web.Fetcher", _Web)
    monkeypatch.setattr("factcheck.web.Endpoint", _Service)
    monkeypatch.setattr(keys, "kept", lambda _url: "")
    tiny.make(tmp_path / "models" / "nli-small")
    (tmp_path / "claims.csv").write_text("Claim,Said by,Subject\nThe sirens were silent.,A neighbour,sirens\n", "utf-8")
    (tmp_path / "reviews.json").write_text(json.dumps(_REVIEW), "utf-8")
    manual = (CHECKOUT / "docs" / "command-line.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\$ (.+)$", manual, re.MULTILINE)
    assert len(lines) > 30
    for line in lines:
        before, _, call = line.rpartition(" | ")
        words = shlex.split(call)[1:]
        if "FINDING" in words:
            words[words.index("FINDING")] = data("match", "orsvale.factcheck", "--top", 1)[0]["id"]
        result = run(*words, given=shlex.split(before)[1].encode() if before else None)
        assert result.exit_code == 0, f"{line}\n{result.output}"
        if "--json" in words:
            json.loads(result.stdout)


# --- streams ----------------------------------------------------------------------------------------------------------


def test_json_is_all_there_is_on_standard_output(project: Path, home: Path) -> None:
    result = started("match", project, "--json", env=environment(home))
    assert result.stderr == b""
    assert isinstance(json.loads(result.stdout), list)


def test_comparing_prints_the_same_every_time(home: Path) -> None:
    printed = [
        started("compare", ARTICLES, "--json", env=environment(home, PYTHONHASHSEED=seed)).stdout for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert json.loads(printed[0])


def test_an_output_that_is_not_utf8_gets_json_all_the_same(empty: Path, home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("أُغلق الجسر “اليوم” 🌉.", encoding="utf-8")
    done("import", empty, tmp_path / "a.txt")
    result = started("statements", empty, "--json", env=environment(home, PYTHONIOENCODING="latin-1"))
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)[0]["text"].endswith("🌉.")
    result = started("statements", empty, env=environment(home, PYTHONIOENCODING="ascii"))
    assert result.returncode == 0, result.stderr
    assert b"????" in result.stdout


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX only")
def test_a_file_name_that_is_no_text(empty: Path, home: Path, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("The bridge was closed.", encoding="utf-8")
    result = started("import", empty, tmp_path / name, "--json", env=environment(home))
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)[0]["article"]
    assert started("import", empty, tmp_path / (name + "x"), env=environment(home)).returncode == 1


def test_a_reader_that_goes_away_is_no_error(project: Path, home: Path) -> None:
    call = subprocess.Popen(
        program(("match", project, "--json")), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(home)
    )
    assert call.stdout is not None
    assert call.stderr is not None
    call.stdout.close()
    said = call.stderr.read()
    call.stderr.close()
    call.wait(60)
    assert said == b""


@pytest.fixture
def heeded() -> Iterator[None]:
    """Ctrl+C is heard by what is started here, also where the tests run in the background, which does not hear it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
@pytest.mark.usefixtures("heeded")
def test_ctrl_c_leaves_the_project_whole(project: Path, home: Path) -> None:
    call = subprocess.Popen(
        program(("import", project, "-")), stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(home)
    )
    assert call.stdin is not None
    call.stdin.write(b"The bridge was closed. " * 10_000)  # more than a pipe holds: by the end of it, it is being read
    call.stdin.flush()
    assert project.with_name(project.name + ".lock").exists()
    call.send_signal(signal.SIGINT)
    _, said = call.communicate(timeout=60)
    assert call.returncode == 130
    assert said.strip() == b""
    assert data("check", project)["ok"]
    assert sorted(path.name for path in project.parent.iterdir()) == ["home", project.name]


# --- the first word ---------------------------------------------------------------------------------------------------


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, bool]]:
    """What the window was asked to open, in its stead."""
    asked: list[tuple[Path | None, bool]] = []

    def run_app(project: Path | None, sample: bool) -> int:
        asked.append((project, sample))
        return 7

    window = ModuleType("factcheck.ui.app")
    window.run = run_app  # type: ignore[attr-defined] # a module made here
    monkeypatch.setitem(sys.modules, "factcheck.ui.app", window)
    monkeypatch.setattr(doctor, "window_problem", lambda: "")
    return asked


def test_a_first_word_that_is_no_command_is_a_project(project: Path, opened: list[tuple[Path | None, bool]]) -> None:
    assert run(project).exit_code == 7
    assert run().exit_code == 7
    assert run("--sample").exit_code == 7
    assert opened == [(project, False), (None, False), (None, True)]


def test_a_project_may_be_called_like_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[tuple[Path | None, bool]]
) -> None:
    monkeypatch.chdir(tmp_path)
    done("new", "import")
    run("./import")
    assert opened == [(Path("import"), False)]


def test_the_script_of_the_desktop_opens_the_window_only(project: Path, opened: list[tuple[Path | None, bool]]) -> None:
    for words, code in (([str(project)], 7), (["--sample"], 7), (["import"], 1), (["--sample", "x"], 2)):
        assert CliRunner().invoke(app, words, obj=open_window).exit_code == code
    assert opened == [(project, False), (None, True)]


# --- what the machine lacks -------------------------------------------------------------------------------------------


def test_doctor_finds_what_is_missing_and_names_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    result = run("doctor")
    assert result.exit_code == 1
    assert "apt-get install -y libegl1\n" in result.stdout
    told = json.loads(run("doctor", "--json").stdout)
    assert [row["check"] for row in told["checks"] if not row["ok"]] == ["qt"]


def test_doctor_is_content_with_a_sound_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_loads", lambda _library: True)
    assert "Nothing is missing." in done("doctor")


def test_a_window_that_cannot_open_says_why(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "no screen" in run(project).stderr
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setattr(doctor, "_loads", lambda library: library != "libxcb-cursor.so.0")
    result = run(project)
    assert result.exit_code == 1
    assert "libxcb-cursor" in result.stderr


def test_doctor_and_setup_know_the_same_libraries() -> None:
    script = (CHECKOUT / "scripts" / "setup.sh").read_text(encoding="utf-8")
    block = re.search(r"QT_LIBRARIES='\n(.+?)'", script, re.DOTALL)
    assert block
    known = dict(line.split() for line in block[1].splitlines() if line.strip())
    assert known == {**doctor.QT_ANY, **doctor.QT_X11, **doctor.QT_WAYLAND}


@pytest.mark.parametrize(("words", "variable"), [(("--language", "de"), "en"), (("--language=de",), "en"), ((), "de")])
def test_the_language_is_asked_for_or_stands_in_the_environment(
    words: tuple[str, ...], variable: str, home: Path, tmp_path: Path
) -> None:
    there = environment(home, FACTCHECK_LANGUAGE=variable)
    assert "Nichts geht verloren" in started(*words, "--help", env=there).stdout.decode()
    failed = started(*words, "articles", tmp_path / "nowhere.factcheck", env=there)
    assert "gibt es nicht" in failed.stderr.decode()
    assert failed.returncode == 1


def test_a_language_that_is_not_there_is_refused(home: Path) -> None:
    result = started("--language", "tlh", "doctor", env=environment(home))
    assert result.returncode == 2
    assert "tlh" in result.stderr.decode()
