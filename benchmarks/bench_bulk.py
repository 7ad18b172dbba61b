"""100,000 statements into a project in one import, against `sqlite-utils insert_all` with its defaults.

    python -m benchmarks.bench_bulk [STATEMENTS]

Ours is the step that an import ends with (`workflow.add`): the article with its text, the place of each statement in
its original, the compressed bytes of that, the row of history, all on the disk. Theirs is one table with the same
statements and places. Both start from what was read, and are timed in turns; the best of each counts. The claims that a
table of as many rows would become are told beside it: each is a record of its own with its history.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlite_utils import Database

from factcheck import edits, importing, workflow
from factcheck.importing import Draft, Input
from factcheck.model import Who
from factcheck.store import check

ROUNDS = 3


def rows(count: int) -> list[dict[str, object]]:
    """Statements as a newsroom's table has them."""
    return [
        {
            "number": n,
            "statement": f"In case {n} the harbour office counted {n * 7 % 9973} crates on quay {n % 31}.",
            "speaker": f"Clerk {n % 200}",
        }
        for n in range(1, count + 1)
    ]


def read(statements: list[dict[str, object]]) -> Draft:
    """The table as it is imported."""
    lines = ["Statement,Speaker", *(f"{r['statement']},{r['speaker']}" for r in statements)]
    (draft,) = importing.read_input(Input("\n".join(lines).encode(), "statements.csv")).drafts
    return draft


def ours(folder: Path, draft: Draft) -> float:
    """Seconds to add the draft to a new project, and nothing is wrong with the file."""
    path = folder / "ours.factcheck"
    with workflow.new_project(path, Who("bench")) as session:
        began = perf_counter()
        workflow.add(session, draft)
        took = perf_counter() - began
    assert list(check.problems(path)) == []
    path.unlink()
    return took


def claims(folder: Path, statements: list[dict[str, object]]) -> float:
    """Seconds to make a claim of each."""
    path = folder / "claims.factcheck"
    fields = [{"wording": str(r["statement"]), "claimant": str(r["speaker"])} for r in statements]
    with workflow.new_project(path, Who("bench")) as session:
        began = perf_counter()
        session.do(edits.add_claims(session.records, fields)[0])
        took = perf_counter() - began
    path.unlink()
    return took


def theirs(folder: Path, statements: list[dict[str, object]]) -> float:
    """Seconds of `insert_all` as it comes."""
    path = folder / "theirs.sqlite"
    db = Database(path)
    began = perf_counter()
    db.table("statements").insert_all(statements)
    db.conn.commit()
    took = perf_counter() - began
    assert db.table("statements").count == len(statements)
    db.close()
    path.unlink()
    return took


def best(run: Callable[[], float], other: Callable[[], float]) -> tuple[float, float]:
    """The best of each, in turns."""
    pairs = [(run(), other()) for _ in range(ROUNDS)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def main(count: int = 100_000) -> None:
    """Prints the figures."""
    statements = rows(count)
    draft = read(statements)
    assert draft.text.count("harbour office") == count
    with TemporaryDirectory() as name:
        folder = Path(name)
        mine, peer = best(lambda: ours(folder, draft), lambda: theirs(folder, statements))
        made = claims(folder, statements)
    print(f"{count:,} statements, {os.cpu_count()} cores")
    print(f"  factcheck, one import     {mine:7.2f} s")
    print(f"  sqlite-utils insert_all   {peer:7.2f} s   {peer / mine:.1f} times ours")
    print(f"  factcheck, a claim each   {made:7.2f} s   {made / peer:.1f} times insert_all")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
