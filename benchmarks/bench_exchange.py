"""JSON, CSV and XLSX of many claims: written as a stream, against the library's own row loop over the same rows.

    .venv/bin/python -m benchmarks.bench_exchange [--claims 100000]

The peer is what the library does in the same run with plain tuples that SQLite gives it: `json.dumps` of each row with
its names, `csv.writer.writerow`, `write_string` and `write_number` of XlsxWriter in its mode of constant memory. Memory
is what Python holds at most while it writes (`tracemalloc`, in a run of its own), and what the process has held so far.
"""

import argparse
import csv
import io
import json
import resource
import sqlite3
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO

from factcheck import edits, handing
from factcheck.edits import NewArticle
from factcheck.handing import As, Wish
from factcheck.model import Appearance, Change, Claim, Edit, Verdict, Who
from factcheck.model.verdicts import Reader
from factcheck.session import Session
from factcheck.store import plain
from factcheck.store.project import Contents
from factcheck.store.rows import table
from factcheck.text import Span
from factcheck.workflow import new_project

_ROUNDS = 3
_STEP = 2_000


def filled(path: Path, count: int) -> None:
    """A project of so many claims, each with an appearance and half of them with a verdict."""
    with new_project(path, Who("Ada", "wada")) as session:
        new = NewArticle("The ferry carried 40 people. " * 20, b"x", "Ferry", "The Daily")
        edit, article = edits.add_article(session.records, new)
        session.do(edit, Contents(*new.contents()))
        anchor = edits.passage_anchor(session.records, article.id, Span(0, 28))
        for first in range(1, count + 1, _STEP):
            changes = [
                Change(None, record)
                for number in range(first, min(first + _STEP, count + 1))
                for record in _records(number, article.id, anchor)
            ]
            session.do(Edit("edit.add_claims", tuple(changes)))


def _records(number: int, article_id: str, anchor: Any) -> list[Any]:
    id = f"c{number:012}"
    wording = f"The ferry carried {number} people when it sank off the coast, said the harbour master of Tollen."
    made: list[Any] = [
        Claim(
            id,
            wording,
            number,
            "A minister",
            "Minister of roads",
            "2031-03-04",
            "Tollen",
            "ferry",
            created=1_900_000_000,
        ),
        Appearance(f"m{number:012}", id, article_id, anchor, 1),
    ]
    if number % 2:
        words = ("The list of the harbour names forty.", "Two lists were compared [1].")
        made.append(
            Verdict(f"r{number:012}", id, Reader.first, "Ada", "five-steps", "half-true", *words, 1_900_000_000)
        )
    return made


# --- the peers --------------------------------------------------------------------------------------------------------


def _rows(path: Path, sql: str) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
    cursor = sqlite3.connect(path).execute(sql)
    return [column[0] for column in cursor.description], cursor


def peer_csv(path: Path, out: BinaryIO) -> None:
    """The rows of the plain view by `csv.writer`."""
    heads, rows = _rows(path, plain.QUERIES["claims"])
    text = io.TextIOWrapper(out, "utf-8", newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    for row in rows:
        writer.writerow(row)
    text.detach()


def peer_json(path: Path, out: BinaryIO) -> None:
    """The rows of the three tables by `json.dumps`."""
    for kind in (Claim, Appearance, Verdict):
        place = table(kind)
        names, rows = _rows(path, f"SELECT {place.listed} FROM {place.name} ORDER BY {place.order}")
        for row in rows:
            out.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False).encode() + b"\n")


def peer_xlsx(path: Path, out: BinaryIO) -> None:
    """The rows of three plain views by XlsxWriter."""
    from xlsxwriter import Workbook

    book = Workbook(out, {"constant_memory": True})
    for name in ("claims", "appearances", "evidence"):
        heads, rows = _rows(path, plain.QUERIES[name])
        sheet = book.add_worksheet(name)
        for place, head in enumerate(heads):
            sheet.write_string(0, place, head)
        for number, row in enumerate(rows, 1):
            for place, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, place, cell)
                elif cell is not None:
                    sheet.write_number(number, place, cell)
    book.close()


# --- measuring --------------------------------------------------------------------------------------------------------

Work = Callable[[], object]


def ours(session: Session, form: As, target: Path) -> Work:
    """An export as both doors make it."""
    return lambda: handing.hand_over(session, target, Wish(form, originals=False))


def theirs(path: Path, peer: Callable[[Path, BinaryIO], None], target: Path) -> Work:
    """The peer's file."""

    def work() -> None:
        with target.open("wb") as out:
            peer(path, out)

    return work


def seconds(work: Work) -> float:
    """The best of some rounds."""
    found = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def allocated(work: Work) -> float:
    """MB that Python holds at most."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def grown() -> float:
    """MB that the process has held at most, so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=100_000)
    count = parser.parse_args().claims
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.factcheck"
        filled(path, count)
        print(f"| {count:,} claims | seconds | row loop | ratio | MB allocated | MB of the process | file, MB |")
        print("|---|---|---|---|---|---|---|")
        peers = {As.json: peer_json, As.csv: peer_csv, As.xlsx: peer_xlsx}
        with Session.open(path, Who("Ada", "wada"), read_only=True) as session:
            for form, peer in peers.items():
                target = Path(folder) / f"out.{form}"
                mine, other = seconds(ours(session, form, target)), seconds(theirs(path, peer, Path(folder) / "peer"))
                size = target.stat().st_size / 1e6
                peak = allocated(ours(session, form, target))
                told = f"{mine:.1f} | {other:.1f} | {mine / other:.2f} | {peak:.0f} | {grown():.0f} | {size:.0f}"
                print(f"| {form} | {told} |", flush=True)


if __name__ == "__main__":
    main()
