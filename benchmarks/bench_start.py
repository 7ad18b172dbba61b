"""How soon the window is there with a big project, against a bare Qt window and against loading everything first.

Each start is a process of its own, in turn: a bare `QMainWindow`; factcheck, as a desktop's menu starts it; factcheck
with all of its modules and libraries loaded first. A window is there when it has been painted. What can be used is
there when the project is open and painted; that has no peer and is told beside.

    python -m benchmarks.bench_start [CLAIMS [TIMES]]
"""

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, gettempdir
from time import monotonic, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

#: What factcheck uses and loads when it is needed.
LIBRARIES = (
    "attrs brotli cattrs charset_normalizer click dateparser docx feedparser fontTools.ttLib gcld3 httpx jsonschema "
    "lxml.etree mammoth markdown_it numpy pypdfium2 python_calamine rapidfuzz.fuzz regex reportlab.pdfgen.canvas "
    "rich.console sentencex sqlite_utils striprtf.striprtf tenacity trafilatura uharfbuzz warcio webvtt xlsxwriter"
).split()
STARTS = ("bare", "ours", "eager")

Moment = dict[str, float]


# --- in a process of its own ------------------------------------------------------------------------------------------


def moment() -> Moment:
    """Now, on the clock that all processes share, and the seconds of work that this one has done."""
    return {"at": monotonic(), "work": process_time()}


def tell(*moments: Moment) -> None:
    """Prints them, and ends the process without tidying up."""
    print(json.dumps(moments), flush=True)
    os._exit(0)


def bare() -> None:
    """The least that shows a window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt
            super().paintEvent(event)
            QTimer.singleShot(0, lambda: tell(moment()))

    app, window = QApplication(sys.argv[:1]), Window()
    window.resize(1500, 940)
    window.show()
    app.exec()


def ours(project: str) -> None:
    """The program as the desktop's menu starts it."""
    from factcheck import __main__ as program
    from factcheck.ui import app
    from factcheck.ui.main_window import MainWindow

    begin = app._begin

    def begun(window: MainWindow, project: Path | None, sample: bool) -> None:
        first = moment()
        begin(window, project, sample)
        tell(first, moment())

    app._begin = begun
    sys.argv[1:] = [project]
    program.main_app()


def eager(project: str) -> None:
    """The same after everything was loaded."""
    import factcheck

    for name in LIBRARIES:
        importlib.import_module(name)
    for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    ours(project)


# --- from outside -----------------------------------------------------------------------------------------------------


def started(which: str, project: Path, home: Path) -> list[Moment]:
    """Seconds from the call to each moment, and the work done by then."""
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(home))
    command = [sys.executable, "-m", "benchmarks.bench_start", "--", which, str(project)]
    began = monotonic()
    there = {**os.environ, **places}
    there.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=there)
    moments: list[Moment] = json.loads(done.stdout.splitlines()[-1])
    return [{**one, "at": one["at"] - began} for one in moments]


def kept_project(claims: int) -> Path:
    """A project with so many claims, made once and kept among temporary files."""
    from benchmarks.bench_table import project

    folder = Path(gettempdir()) / "factcheck-bench"
    folder.mkdir(exist_ok=True)
    path = folder / f"{claims}.factcheck"
    if not path.exists():
        with TemporaryDirectory(dir=folder) as draft:
            project(Path(draft), claims).replace(path)
    return path


def report(seen: dict[str, list[list[Moment]]]) -> None:
    """The table: medians, and their ratios to the bare window."""

    def middle(which: str, place: int, what: str) -> float:
        return median(one[place][what] for one in seen[which])

    print("| start | seconds | of the bare one | work, s | of the bare one |\n|---|---|---|---|---|")
    for name, which, place in (
        ("a bare window", "bare", 0),
        ("factcheck's window", "ours", 0),
        ("factcheck's window, all loaded first", "eager", 0),
        ("factcheck's window with its project", "ours", 1),
    ):
        at, work = middle(which, place, "at"), middle(which, place, "work")
        of = at / middle("bare", 0, "at"), work / middle("bare", 0, "work")
        print(f"| {name} | {at:.3f} | {of[0]:.2f} | {work:.3f} | {of[1]:.2f} |")
    quicker = middle("eager", 0, "at") / middle("ours", 0, "at")
    print(f"\n{quicker:.1f} times as fast as with everything loaded first.")


def main(claims: int = 1_000_000, times: int = 15) -> None:
    """Starts each in turn, so often."""
    project = kept_project(claims)
    seen: dict[str, list[list[Moment]]] = {which: [] for which in STARTS}
    with TemporaryDirectory() as home:
        started("ours", project, Path(home))  # settings are made at the first start
        for _ in range(times):
            for which in STARTS:
                seen[which].append(started(which, project, Path(home)))
    report(seen)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--"]:
        child: dict[str, Callable[[], None]] = {
            "bare": bare,
            "ours": lambda: ours(sys.argv[3]),
            "eager": lambda: eager(sys.argv[3]),
        }
        child[sys.argv[2]]()
    else:
        main(*map(int, sys.argv[1:]))
