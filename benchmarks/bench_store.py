"""How quick an edit is, against the plainest thing that keeps a row: sqlite-utils' `insert` into a default database.

Ours writes the record, the history row with its hash, proves that nobody changed the record meanwhile, and has it on
the disk (WAL, synchronous FULL) before it returns; and keeps the list of claims with its index of words, which another
project leaves out to show what it costs. The plain one writes the same record as a row, in autocommit, with the
defaults of SQLite, and keeps no history. All run in turns in the same folder of the same disk. Then the pages are
counted that each kind of edit writes, which no busy machine changes.

    python -m benchmarks.bench_store [EDITS]
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from unittest.mock import patch

from sqlite_utils import Database

from factcheck import edits
from factcheck.codec import write
from factcheck.edits import NewArticle
from factcheck.model import Article, Claim, Edit, Rating, Scale, Who
from factcheck.session import Session
from factcheck.store import listed
from factcheck.store.project import Contents
from factcheck.text import Span, text_hash

WHO = Who("Bench")
SCALE = Scale("s", "Scale", (Rating("true", "True", number=2.0), Rating("false", "False", number=1.0)))
SENTENCE = "The flood took houses away. "
#: Edits and inserts alternate in batches of this size, so that all meet the same moods of the disk.
BATCH = 60
#: Of each kind of edit, how many are counted; bytes of a page in the log.
COUNTED, FRAME = 60, 4096 + 24


@dataclass
class Clock:
    """Seconds that were spent."""

    spent: float = 0.0
    count: int = 0

    @property
    def rate(self) -> float:
        """Times per second."""
        return self.count / self.spent if self.spent else 0.0


def unlisted() -> AbstractContextManager[object]:
    """Inside, edits leave the list of claims to the next opening."""
    return patch.object(listed, "note")


def project(path: Path, sentences: int) -> tuple[Session, Article]:
    """A project with one article."""
    session = Session.create(path, edits.create_project("Bench", [SCALE], SCALE.id), WHO)
    new = NewArticle(SENTENCE * sentences, b"", "Article", "Publisher")
    edit, article = edits.add_article(session.records, new)
    session.do(edit, Contents({text_hash(new.text): new.text}))
    return session, article


def ours(session: Session, article: Article, start: int, clock: Clock) -> list[Claim]:
    """Claims marked, each an edit; two of three are then rated and put into a place."""
    began, done = perf_counter(), session.revision
    made: list[Claim] = []
    while session.revision - done < BATCH:
        at = (start + len(made)) * len(SENTENCE)
        edit, claim = edits.add_claim(session.records, article.id, Span(at, at + len(SENTENCE) - 1))
        session.do(edit)
        made.append(claim)
        session.do(edits.set_verdict(session.records, claim.id, "true", WHO))
        session.do(edits.edit_claim(session.records, claim.id, "place", "Riverside"))
    clock.spent += perf_counter() - began
    clock.count += session.revision - done
    return made


def theirs(db: Database, rows: list[Claim], clock: Clock) -> None:
    """As many inserts as there were edits."""
    data = [dict(json.loads(write(claim)), id=f"{claim.id}{n}") for claim in rows for n in range(3)]
    began = perf_counter()
    for row in data:
        db["claims"].insert(row, pk="id")  # type: ignore[union-attr] # a table, not a view
    clock.spent += perf_counter() - began
    clock.count += len(data)


def opened(path: Path) -> float:
    """Milliseconds to open, the best of five."""
    best = 1e9
    for _ in range(5):
        began = perf_counter()
        session = Session.open(path, WHO)
        best = min(best, perf_counter() - began)
        session.close()
    return best * 1000


class Side:
    """A project that is edited, with its list of claims or without."""

    def __init__(self, path: Path, most: int, left_out: Callable[[], AbstractContextManager[object]]) -> None:
        self.path, self.left_out = path, left_out
        self.session, self.article = project(path, most)
        self.claims, self.clock = 0, Clock()

    def step(self) -> list[Claim]:
        """A batch of edits."""
        with self.left_out():
            made = ours(self.session, self.article, self.claims, self.clock)
        self.claims += len(made)
        return made


def rates(folder: Path, most: int) -> None:
    """Prints a line per size of history."""
    listing, bare = Side(folder / "a.factcheck", most, nullcontext), Side(folder / "b.factcheck", most, unlisted)
    inserts = Clock()
    print(
        "| entries of history | edits/s | without the list | plain inserts/s | ratio | without the list | file | open |"
    )
    print("|---|---|---|---|---|---|---|---|")
    with closing(Database(folder / "plain.db", execute_plugins=False)) as db:
        for size in (1_000, most):
            while listing.session.revision < size:
                # Only the last thousand before each size is reported, so that growth shows.
                if listing.session.revision < size - 1_000:
                    listing.clock, bare.clock, inserts = Clock(), Clock(), Clock()
                bare.step()
                theirs(db, listing.step(), inserts)
            listing.session.close()
            mine, less, plain = (clock.rate for clock in (listing.clock, bare.clock, inserts))
            megabytes = listing.path.stat().st_size / 1e6
            print(
                f"| {size:,} | {mine:.0f} | {less:.0f} | {plain:.0f} | {mine / plain:.2f} | {less / plain:.2f} "
                f"| {megabytes:.1f} MB | {opened(listing.path):.1f} ms |"
            )
            listing.session = Session.open(listing.path, WHO)
    listing.session.close()
    bare.session.close()


def kinds(session: Session, article: Article, at: int) -> Iterator[tuple[str, Edit]]:
    """One edit of each kind, made when it is asked for."""
    span = Span(at * len(SENTENCE), (at + 1) * len(SENTENCE) - 1)
    edit, claim = edits.add_claim(session.records, article.id, span)
    yield "mark a claim", edit
    yield "give a verdict", edits.set_verdict(session.records, claim.id, "true", WHO)
    yield "priority", edits.edit_claim(session.records, claim.id, "priority", 1)
    yield "place, which is searched", edits.edit_claim(session.records, claim.id, "place", "Riverside")
    yield "topic, which is sorted by too", edits.edit_claim(session.records, claim.id, "topic", "floods")


def written(path: Path) -> dict[str, float]:
    """Pages that an edit of each kind writes, on average."""
    session, article = project(path, 2_000)
    with session:
        ask = session.reader.connection.execute
        for at in range(200):
            session.do(
                edits.add_claim(session.records, article.id, Span(at * len(SENTENCE), at * len(SENTENCE) + 9))[0]
            )
        ask("PRAGMA wal_autocheckpoint = 0")
        ask("PRAGMA wal_checkpoint(TRUNCATE)")
        log, before, pages = path.with_name(path.name + "-wal"), 0, dict[str, int]()
        for at in range(200, 200 + COUNTED):
            for kind, edit in kinds(session, article, at):
                session.do(edit)
                size = log.stat().st_size // FRAME
                pages[kind] = pages.get(kind, 0) + size - before
                before = size
    return {kind: many / COUNTED for kind, many in pages.items()}


def main(most: int = 10_000) -> None:
    """Prints both tables."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        rates(folder, most)
        listing = written(folder / "c.factcheck")
        with unlisted():
            bare = written(folder / "d.factcheck")
    print("\n| pages written by an edit | with the list | without it |\n|---|---|---|")
    for kind, pages in listing.items():
        print(f"| {kind} | {pages:.1f} | {bare[kind]:.1f} |")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:2]))
