"""What goes out, opened in other programs.

`make exports` installs those programs and runs this folder; `make test` leaves it out.
"""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from factcheck.reporting import Origin, Report, ReportOptions, build
from tests.core.reporting.desk import NOW, Desk, flood

#: Pictures of pages for looking at lie here afterwards.
OUT = Path(__file__).resolve().parents[2] / "out" / "exports"


@pytest.fixture(scope="session")
def out() -> Path:
    """A folder that stays."""
    OUT.mkdir(parents=True, exist_ok=True)
    return OUT


def report_on(desk: Desk) -> Report:
    """The report on an invented project."""
    return build(desk.records, desk.findings, ReportOptions(), now=NOW, origin=Origin("ab" * 32))


@pytest.fixture(scope="session")
def report() -> Report:
    """Ten claims in all states, with quotes in several scripts."""
    return report_on(flood())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    with sync_playwright() as tool:
        running = tool.chromium.launch(executable_path="/usr/bin/chromium")
        yield running
        running.close()


@pytest.fixture(scope="session")
def run() -> Callable[..., str]:
    """Runs a program and gives what it printed; a program that fails, or hangs for two minutes, fails the test."""

    def run(*command: str | Path) -> str:
        done = subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr or done.stdout
        return done.stdout

    return run


@pytest.fixture(scope="session")
def office(run: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str, Path], Path]:
    """Lets LibreOffice write a file in another format, with settings of its own."""
    settings = tmp_path_factory.mktemp("office").as_uri()

    def convert(file: Path, ending: str, folder: Path) -> Path:
        run(
            "soffice",
            f"-env:UserInstallation={settings}",
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            folder,
            file,
        )
        target = folder / file.with_suffix(f".{ending}").name
        assert target.is_file()
        return target

    return convert
