"""How fast, how large and how quick to stop the PDF is, against what others print of the same report in the same run.

Each run is a process of its own, so that its memory is its own; what is measured begins with the finished report (plain
data) and ends with the file. Libraries and typefaces are loaded before. They run in turns, and the best time of each
counts. Seconds are of the processor, since other work may share the machine.

    python -m benchmarks.bench_report [CLAIMS] [ROUNDS]
    python -m benchmarks.bench_report forms [CLAIMS]    # the other forms of a report, against the PDF
"""

import importlib.util
import json
import math
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import pypdfium2

from benchmarks import report_peers
from benchmarks.report_stories import report
from factcheck.progress import Cancelled
from factcheck.reporting import SUFFIXES, write_report
from factcheck.reporting.report import Report

#: How often the same printed claims more than at first, to see how time grows.
GROWTH = 10
#: Shares of the whole time at which a person stops the writing.
STOPS = (0.02, 0.1, 0.3, 0.6, 0.85, 0.93, 0.97)


@dataclass(frozen=True)
class Run:
    """What one process measured."""

    claims: int
    pages: int
    seconds: float
    wall: float
    megabytes: float

    @property
    def rate(self) -> float:
        """Pages per second."""
        return self.pages / self.seconds


def ours(made: Report, target: Path) -> None:
    """What the program does."""
    write_report(made, target)


PRINTERS: dict[str, Callable[[Report, Path], None]] = {
    "factcheck": ours,
    "platypus": report_peers.platypus,
    "fpdf2": report_peers.fpdf2,
    "weasyprint": report_peers.weasyprint,
}

#: What has to be installed for a peer, by `pip install factcheck[bench]`.
MODULES = {"fpdf2": "fpdf", "weasyprint": "weasyprint"}


# --- in a process of its own ------------------------------------------------------------------------------------------


def measure(name: str, claims: int) -> Run:
    """One printing, the second in its process."""
    made, printer = report(claims), PRINTERS[name]
    with TemporaryDirectory() as folder:
        printer(report(2), Path(folder) / "first.pdf")
        target = Path(folder) / "report.pdf"
        began, spent = perf_counter(), process_time()
        printer(made, target)
        seconds, wall = process_time() - spent, perf_counter() - began
        peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
        with pypdfium2.PdfDocument(target) as document:
            return Run(claims, len(document), seconds, wall, peak)


def measure_form(ending: str, claims: int) -> tuple[float, float, float]:
    """Seconds, megabytes of the process, and megabytes of the file of a report in one form."""
    made = report(claims)
    with TemporaryDirectory() as folder:
        target = Path(folder) / f"report{ending}"
        write_report(report(2), target)
        spent = process_time()
        write_report(made, target)
        return process_time() - spent, getrusage(RUSAGE_SELF).ru_maxrss / 1024, target.stat().st_size / 1e6


def stops(claims: int, wall: float) -> list[float]:
    """Seconds from a wish to stop until the writing has stopped, at several places of it."""
    return [_stopped(report(claims), share * wall) for share in STOPS]


def _stopped(made: Report, after: float) -> float:
    wished = threading.Event()
    times: list[float] = []

    def wish() -> None:
        times.append(perf_counter())
        wished.set()

    def progress(_what: str, _done: int, _total: int) -> None:
        if wished.is_set():
            raise Cancelled

    timer = threading.Timer(after, wish)
    with TemporaryDirectory() as folder:
        timer.start()
        try:
            write_report(made, Path(folder) / "report.pdf", progress)
        except Cancelled:
            return perf_counter() - times[0]
        finally:
            timer.cancel()
    return 0.0  # it was done before


def _child(*arguments: object) -> str:
    command = [sys.executable, "-m", "benchmarks.bench_report", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]


# --- what is told -----------------------------------------------------------------------------------------------------


def best(name: str, claims: int, rounds: int) -> Iterator[Run]:
    """The runs of one printer."""
    for _ in range(rounds):
        yield Run(**json.loads(_child("measure", name, claims)))


def compare(claims: int, rounds: int) -> dict[str, Run]:
    """The best run of each that is installed, in turns."""
    found: dict[str, Run] = {}
    installed = [name for name in PRINTERS if importlib.util.find_spec(MODULES.get(name, "reportlab"))]
    for _ in range(rounds):
        for name in installed:
            run = next(best(name, claims, 1))
            found[name] = min(found.get(name, run), run, key=lambda one: one.seconds)
    return found


def _table(runs: dict[str, Run]) -> None:
    print("| | pages | seconds | pages/s | claims/s | ours, in pages/s | in claims/s | memory, MB |")
    print("|---|---|---|---|---|---|---|---|")
    own = runs["factcheck"]
    for name, run in runs.items():
        by_claims = own.claims / own.seconds * run.seconds / run.claims
        print(
            f"| {name} | {run.pages} | {run.seconds:.1f} | {run.rate:.0f} | {run.claims / run.seconds:.0f} "
            f"| {own.rate / run.rate:.1f} | {by_claims:.1f} | {run.megabytes:.0f} |"
        )


def forms(claims: int = 1_000) -> None:
    """Each form of the same report, each in a process of its own."""
    print("| | seconds | of the PDF's | memory, MB | file, MB |")
    print("|---|---|---|---|---|")
    paper = 0.0
    for ending in SUFFIXES:
        seconds, memory, size = json.loads(_child("form", ending, claims))
        paper = paper or seconds
        print(f"| {ending} | {seconds:.1f} | {seconds / paper:.2f} | {memory:.0f} | {size:.1f} |", flush=True)


def main(claims: int = 1_000, rounds: int = 2) -> None:
    """Compare, then grow, then stop."""
    runs = compare(claims, rounds)
    _table(runs)
    small = runs["factcheck"]
    large = min(best("factcheck", claims * GROWTH, 1), key=lambda run: run.seconds)
    exponent = math.log(large.seconds / small.seconds, large.claims / small.claims)
    print(f"{large.claims} claims, {large.pages} pages: {large.seconds:.1f} s, {large.megabytes:.0f} MB at most")
    print(f"time grows with the power {exponent:.2f} of the number of claims")
    waits = json.loads(_child("stops", large.claims, large.wall))
    print(f"stopped at {', '.join(f'{share:.0%}' for share in STOPS)}: " + ", ".join(f"{s:.2f}" for s in waits) + " s")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["measure", name, count]:
            print(json.dumps(asdict(measure(name, int(count)))))
        case ["form", ending, count]:
            print(json.dumps(measure_form(ending, int(count))))
        case ["forms", *counts]:
            forms(*map(int, counts))
        case ["stops", count, seconds]:
            print(json.dumps(stops(int(count), float(seconds))))
        case given:
            main(*map(int, given))
