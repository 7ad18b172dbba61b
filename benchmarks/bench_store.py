"""How quick an edit is, against the plainest thing that keeps a row: sqlite-utils' `insert` into a default database.

Ours writes the record, the history row with its hash, proves that nobody changed the record meanwhile, and has it on
the disk (WAL, synchronous FULL) before it returns. The other writes the same record as a row, in autocommit, with the
defaults of SQLite, and keeps no history. Both run in turns in the same folder of the same disk.

    python -m benchmarks.bench_store [EDITS]
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlite_utils import Database

from factcheck import edits
from factcheck.codec import write
from factcheck.edits import NewArticle
from factcheck.model import Article, Claim, Rating, Scale, Who
from factcheck.session import Session
from factcheck.store.project import Contents
from factcheck.text import Span, text_hash

WHO = Who("Bench")
SCALE = Scale("s", "Scale", (Rating("true", "True", number=2.0), Rating("false", "False", number=1.0)))
SENTENCE = "The flood took houses away. "
#: Edits and inserts alternate in batches of this size, so that both meet the same moods of the disk.
BATCH = 250


@dataclass
class Clock:
    """Seconds that were spent."""

    spent: float = 0.0
    count: int = 0

    @property
    def rate(self) -> float:
        """Times per second."""
        return self.count / self.spent if self.spent else 0.0


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


def main(most: int = 10_000) -> None:
    """Prints a line per size of history."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.factcheck"
        session, article = project(path, most)
        db = Database(Path(folder) / "plain.db", execute_plugins=False)
        claims = 0
        print(f"{'entries':>8} {'edits/s':>8} {'inserts/s':>10} {'ratio':>6} {'size KB':>8} {'open ms':>8}")
        for size in (1_000, most):
            mine, other = Clock(), Clock()
            while session.revision < size:
                # Only the last thousand before each size is reported, so that growth shows.
                if session.revision < size - 1_000:
                    mine, other = Clock(), Clock()
                made = ours(session, article, claims, mine)
                claims += len(made)
                theirs(db, made, other)
            session.close()
            print(
                f"{size:>8} {mine.rate:>8.0f} {other.rate:>10.0f} {mine.rate / other.rate:>6.2f} "
                f"{path.stat().st_size / 1024:>8.0f} {opened(path):>8.1f}"
            )
            session = Session.open(path, WHO)
        session.close()
        db.close()


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:2]))
