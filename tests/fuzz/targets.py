"""What is fuzzed: each target takes any bytes and raises what must never be raised.

A sentence (`FactCheckError`) is a right answer, and so is a result that keeps its promises.
"""

import io
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from factcheck import codec, edits, records
from factcheck.codec import UnreadableError
from factcheck.errors import FactCheckError
from factcheck.exchange import annotations, coded_texts, qdpx, whole
from factcheck.importing import Input
from factcheck.importing.draft import Extraction
from factcheck.importing.formats import by_key, choose, extracted, formats
from factcheck.model import RECORD_TYPES, Finding, Note, Who
from factcheck.session import Session
from factcheck.store import adopting, check, seal
from factcheck.text import canonical
from tests.core.exchange.small import small
from tests.store.making import TEXT, WHO, add_article, add_claim, new_session, read_all

DATA = Path(__file__).parents[1] / "data"
_OURS = str(Path(codec.__file__).parent)

Target = Callable[[bytes], None]


def parse(data: bytes) -> None:
    """An input, as a format that its first byte names or as what it is taken for. Its name is hostile too."""
    if not data:
        return
    families = [one.key for one in formats()]
    name = "../<b>%s{0}\u202e.txt"
    with suppress(FactCheckError):
        given = Input(data[1:], name)
        family = by_key(families[data[0]]) if data[0] < len(families) else choose(given.data, given.name)
        try:
            found = extracted(family, given)
        except (MemoryError, RecursionError):
            return  # the child process that parses has its limits, and says so
        except Exception as error:
            if family.isolated and not _raised_by_us(error):
                return  # a library gave up on it in the child process, which says so too
            raise
        _keeps_its_promises(found)


def _raised_by_us(error: Exception) -> bool:
    return traceback.extract_tb(error.__traceback__)[-1].filename.startswith(_OURS)


def _keeps_its_promises(found: Extraction) -> None:
    for article in found.articles:
        assert article.text == canonical(article.text), "the text is canonical"
        assert "\n" not in article.title, "a title is one line"
        for words in (article.title, article.author, article.publisher, article.url, article.part):
            words.encode()
        starts = [mark.start for mark in article.landmarks]
        assert starts == sorted(starts), "landmarks stand in their order"
        assert all(0 <= start <= len(article.text) for start in starts), "landmarks stand in the text"


def decode(data: bytes) -> None:
    """JSON as it stands in columns of a project: changes of history, a finding, any record."""
    text = data[1:].decode("utf-8", "replace")
    with suppress(UnreadableError):
        changes = codec.changes_from_json(text)
        for change in changes:
            codec.to_json([codec.to_data(side) for side in (change.before, change.after) if side]).encode()
    kind = (*RECORD_TYPES, Finding)[data[0] % (len(RECORD_TYPES) + 1)] if data else Finding
    with suppress(UnreadableError):
        value = codec.read(kind, text)
        assert codec.read(kind, codec.write(value)) == value


def open_project(data: bytes) -> None:
    """A project file: opened for writing, read, checked, its rows taken over."""
    with TemporaryDirectory(dir=_quick()) as folder:
        path = Path(folder) / "a.factcheck"
        path.write_bytes(data)
        for problem in check.problems(path):
            assert "\n" not in problem
        with suppress(FactCheckError):
            adopting.adopt(path, path.with_name("b.factcheck"))
        with suppress(FactCheckError), Session.open(path, Who("Ada", "ada-1")) as session:
            _read(session)


@cache
def _quick() -> str | None:
    """Where files are in memory, if the system has such a place."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of our own is made in it


def _read(session: Session) -> None:
    read_all(session)
    session.undo()
    session.redo()


def read_seal(data: bytes) -> None:
    """A text file that may be a seal."""
    with TemporaryDirectory(dir=_quick()) as folder:
        path = Path(folder) / "seal.txt"
        path.write_bytes(data)
        with suppress(FactCheckError):
            found = seal.read(path)
            path.write_text(seal.to_text(found), encoding="utf-8")
            assert seal.read(path) == found


def take(data: bytes) -> None:
    """What other programs hand over, by the reader that the first byte names."""
    readers: tuple[Callable[[bytes], object], ...] = (annotations.read, coded_texts.read, whole.read)
    if data:
        with suppress(FactCheckError):
            readers[data[0] % len(readers)](data[1:])


TARGETS: dict[str, Target] = {
    "parse": parse,
    "decode": decode,
    "open": open_project,
    "seal": read_seal,
    "take": take,
}


def seeds(target: str) -> list[bytes]:
    """Sound inputs to begin with, and what was found before."""
    made: dict[str, Callable[[], list[bytes]]] = {
        "parse": _documents,
        "decode": _json,
        "open": _projects,
        "take": _handed_over,
        "seal": lambda: [seal.to_text(seal.Seal(3, "a" * 64, "b" * 64, 1)).encode()],
    }
    return made[target]() + [path.read_bytes() for path in found(target)]


def found(target: str) -> list[Path]:
    """What an earlier run found, and what was mended since."""
    return sorted((DATA / "fuzz" / target).glob("*"))


def _documents() -> list[bytes]:
    """Each real document as what it is, and as what each format would take it for."""
    samples = [path.read_bytes() for path in sorted((DATA / "formats").iterdir()) if path.is_file()]
    as_itself = [b"\xff" + data for data in samples]
    families = formats()
    return as_itself + [
        bytes([number]) + data for number in range(len(families)) for data in samples if len(data) < 4000
    ]


def _projects() -> list[bytes]:
    """Of each earlier version, and one of this."""
    with TemporaryDirectory(dir=_quick()) as folder:
        path = Path(folder) / "new.factcheck"
        with new_session(path) as session:
            claim = add_claim(session, add_article(session, text=TEXT[:400]), 1)
            session.do(edits.set_verdict(session.records, claim.id, "half", WHO))
            session.do(edits.add_evidence(session.records, claim.id, Note("Rang the mayor."))[0])
            session.undo()
        now = path.read_bytes()
    return [now, *(path.read_bytes() for path in sorted((DATA / "projects").glob("*.factcheck")))]


def _handed_over() -> list[bytes]:
    """A small project in each form that can be taken back."""
    made = small()
    claims = records.claims(made.records)
    writers: list[Callable[[BinaryIO], object]] = [
        lambda out: annotations.write(made.records, claims, out),
        lambda out: qdpx.write(made.records, claims, out),
        lambda out: whole.write(made.records, made.original, out),
    ]
    return [bytes([number]) + _filled(write) for number, write in enumerate(writers)]


def _filled(write: Callable[[BinaryIO], object]) -> bytes:
    out = io.BytesIO()
    write(out)
    return out.getvalue()


def _json() -> list[bytes]:
    """Every structured value of the projects."""
    import sqlite3
    from contextlib import closing

    values: list[bytes] = []
    for path in sorted((DATA / "projects").glob("*.factcheck")):
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            values += [b"\0" + str(row[0]).encode() for row in connection.execute("SELECT changes FROM history")]
    return values
