"""How soon the window is there with a big project, against a bare Qt window and against loading everything first.

Each start is a process of its own, in turn: a bare `QMainWindow`; factcheck, as a desktop's menu starts it; factcheck
with all of its modules and libraries loaded first, which then does the same. A window is there when it was painted; its
project is in it when it was painted with the project's name, its articles where they were read, and its claims.

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
#: The rows of the table: name, start, and which of its pictures.
ROWS = (
    ("a bare window", "bare", 0),
    ("factcheck's window", "ours", 0),
    ("factcheck's window with its project", "ours", 1),
    ("factcheck's window with all that it has", "ours", 2),
    ("factcheck's window, all loaded first", "eager", 0),
    ("the same with its project", "eager", 1),
    ("the same with all that it has", "eager", 2),
)
#: Claims that are marked in each of the articles.
_MARKED = 20

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
    """The program as the desktop's menu starts it: when its window is there, its project in it, and all that it has."""
    from factcheck import __main__ as program
    from factcheck.ui import app
    from factcheck.ui.main_window import MainWindow

    begin, moments = app._begin, []

    def begun(window: MainWindow, project: Path | None, sample: bool) -> None:
        moments.append(moment())
        from factcheck.ui import opening

        complete = opening.complete

        def seen(*given: object) -> None:
            moments.append(moment())
            complete(*given)  # type: ignore[arg-type] # as it was called

        opening.complete = seen  # type: ignore[assignment] # the same with a look at the clock
        begin(window, project, sample)
        tell(*moments, moment())

    app._begin = begun
    sys.argv[1:] = [project]
    program.main_app()


def leave(project: str) -> None:
    """Leaves the project as a person does, with two articles open and the claims in view: it is found so again."""
    from PySide6.QtWidgets import QApplication

    from factcheck import settings
    from factcheck.session import Session
    from factcheck.ui.main_window import MainWindow

    app, window = QApplication(sys.argv[:1]), MainWindow(settings.load())
    window.resize(1500, 940)
    window.show()
    window.show_project(Session.open(Path(project), settings.load().who))
    window.layout_of.to_claims()
    app.processEvents()
    window.close()


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
    moments: list[Moment] = json.loads(done.stdout.splitlines()[-1]) if done.stdout else []
    return [{**one, "at": one["at"] - began} for one in moments]


def kept_project(claims: int) -> Path:
    """A project with so many claims, the first of which stand in two articles; made once and kept."""
    from benchmarks.bench_table import project

    folder = Path(gettempdir()) / "factcheck-bench"
    folder.mkdir(exist_ok=True)
    path = folder / f"{claims}-read.factcheck"
    if not path.exists():
        with TemporaryDirectory(dir=folder) as draft:
            made = project(Path(draft), claims)
            read_in(made)
            made.replace(path)
    return path


def read_in(path: Path) -> None:
    """Two articles, in which claims are marked that have verdicts."""
    from benchmarks.bench_load import WHO, add
    from benchmarks.invented import Language, News
    from factcheck import edits
    from factcheck.session import Session
    from factcheck.text import Span

    language = Language(3, 5_000)
    with Session.open(path, WHO) as session:
        for n in range(2):
            text = "\n\n".join(" ".join(language.statement() for _ in range(5)) for _ in range(40))
            article = add(session, News(f"Article {n}", f"Paper {n}", "2031-05-01", text))
            for claim in range(_MARKED):
                start = text.index(". ", claim * 300) + 2
                span = Span(start, text.index(".", start) + 1)
                session.do(edits.add_appearance(session.records, f"c{claim:08}", article.id, span))
        for claim in range(0, _MARKED, 2):
            session.do(edits.set_verdict(session.records, f"c{claim:08}", "false", WHO))


def report(seen: dict[str, list[list[Moment]]]) -> None:
    """The table: medians, and their ratios to the bare window and to the same picture of the eager one."""

    def middle(which: str, place: int, what: str) -> float:
        return median(one[place][what] for one in seen[which])

    print("| start | seconds | of the bare one | work, s | of the bare one |\n|---|---|---|---|---|")
    for name, which, place in ROWS:
        at, work = middle(which, place, "at"), middle(which, place, "work")
        of = at / middle("bare", 0, "at"), work / middle("bare", 0, "work")
        print(f"| {name} | {at:.3f} | {of[0]:.2f} | {work:.3f} | {of[1]:.2f} |")
    for name, place in (("the window", 0), ("its project in it", 1), ("all of it", 2)):
        at, work = (middle("eager", place, what) / middle("ours", place, what) for what in ("at", "work"))
        print(f"\n{name}: {at:.1f} times as fast as with everything loaded first, by work {work:.1f} times.")


def main(claims: int = 1_000_000, times: int = 15) -> None:
    """Starts each in turn, so often."""
    project = kept_project(claims)
    seen: dict[str, list[list[Moment]]] = {which: [] for which in STARTS}
    with TemporaryDirectory() as home:
        started("leave", project, Path(home))
        started("ours", project, Path(home))  # what it compiles is compiled
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
            "leave": lambda: leave(sys.argv[3]),
        }
        child[sys.argv[2]]()
    else:
        main(*map(int, sys.argv[1:]))
