"""Reads the records of a project file; what `factcheck.records.Records` promises, over SQLite."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from factcheck import codec, landmarks
from factcheck.codec import UnreadableError
from factcheck.errors import NotFoundError
from factcheck.i18n import sentence
from factcheck.model import (
    Added,
    Appearance,
    Article,
    ArticleVersion,
    Edit,
    Entry,
    Evidence,
    Finding,
    Headline,
    Landmark,
    Record,
)
from factcheck.records import Wanted
from factcheck.store import history, plain, sending
from factcheck.store.border import rows, sentences
from factcheck.store.rows import from_row, table

R = TypeVar("R", bound=Record)
P = TypeVar("P", Appearance, Evidence)

#: Bytes of an original beyond which none was ever taken in, whatever a file says of its size.
LARGEST_ORIGINAL = 500_000_000

#: Rows fetched at a time while all records of a type are read.
_PAGE = 500


class Reader:
    """One state of the records. Belongs to the thread that made its connection.

    A damaged or failing file shows as late as here: every method may raise `ProjectFileError`.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def head(self) -> str:
        """Hash of the newest entry of history in this state."""
        with sentences(self.path):
            return history.head(self.connection)[1]

    def head_entry(self) -> int:
        """Sequence of the newest entry of history in this state."""
        with sentences(self.path):
            return history.head(self.connection)[0]

    def beginning(self) -> str:
        """Hash of the first entry of history: the same in all states and copies of a project."""
        with sentences(self.path):
            return history.beginning(self.connection)

    def changed(self) -> int:
        """When the newest entry of history was made."""
        with sentences(self.path):
            return history.changed(self.connection)

    def entries_after(self, head: str) -> list[Entry]:
        """What was written to history after this head, oldest first; all of it if there is no such head."""
        with sentences(self.path):
            return history.after(self.connection, head)

    def evidence_added(self, claim_id: str = "") -> dict[str, Added]:
        """Who added each piece of evidence, by its id; of one claim or of all."""
        with sentences(self.path):
            return history.evidence_added(self.connection, claim_id)

    def step(self, step: int) -> list[Edit]:
        """The edits of an undo step, oldest first."""
        with sentences(self.path):
            return history.of_step(self.connection, step)

    def headlines_of(self, id: str, newest: int) -> list[Headline]:
        """What the entries are called that changed a record or what belongs to it, newest first."""
        with sentences(self.path):
            return history.headlines(self.connection, id, newest)

    def edit_of(self, sequence: int) -> Edit:
        """What an entry did."""
        with sentences(self.path):
            return history.edit_of(self.connection, sequence)

    def sent(self) -> sending.Sent | None:
        """What the file says of itself if it is a copy for sending."""
        with sentences(self.path):
            return sending.told(self.connection)

    def get(self, kind: type[R], id: str) -> R | None:
        """The record of this type with this id."""
        found = self.where(kind, id=id)
        return found[0] if found else None

    def where(self, kind: type[R], **equal: Wanted) -> list[R]:
        """Records whose named fields equal these values, or one of several, in their order."""
        place = table(kind)
        unknown = set(equal) - set(place.columns)
        if unknown:
            raise ValueError(f"{kind.__name__} has no field {', '.join(sorted(unknown))}")
        conditions = " AND ".join(f'"{name}" {_condition(value)}' for name, value in equal.items())
        sql = f"SELECT {place.listed} FROM {place.name} WHERE {conditions} ORDER BY {place.order}"  # noqa: S608 - our names
        with sentences(self.path):
            return [from_row(kind, row) for row in rows(self.connection, sql, [*map(_parameter, equal.values())])]

    def each(self, kind: type[R]) -> Iterator[R]:
        """All records of a type in their order."""
        place = table(kind)
        sql = f"SELECT {place.listed} FROM {place.name} ORDER BY {place.order}"  # noqa: S608 - our names
        with closing(rows(self.connection, sql)) as found:
            while True:
                with sentences(self.path):
                    page = [from_row(kind, row) for row in islice(found, _PAGE)]
                if not page:
                    return
                yield from page

    def last(self, kind: type[R]) -> R | None:
        """The last record of a type in its order."""
        place = table(kind)
        backwards = ", ".join(f"{column} DESC" for column in place.order.split(", "))
        row = self._row(f"SELECT {place.listed} FROM {place.name} ORDER BY {backwards} LIMIT 1")  # noqa: S608 - our names
        with sentences(self.path):
            return from_row(kind, row) if row else None

    def to_review(self, kind: type[P]) -> list[P]:
        """Those whose passage a person must look at again, in their order."""
        place = table(kind)
        sql = f"SELECT {place.listed} FROM {place.name} WHERE review IS NOT NULL ORDER BY {place.order}"  # noqa: S608
        with sentences(self.path):
            return [from_row(kind, row) for row in rows(self.connection, sql)]

    def passages_in(self, article_id: str) -> list[Evidence]:
        """The evidence that is a passage of an article, in order."""
        place = table(Evidence)
        # Most rows are passed by without reading their JSON; an index on it is refused in a schema that is not trusted.
        where = "instr(target, ?) AND target ->> 'article_id' = ?"
        sql = f"SELECT {place.listed} FROM {place.name} WHERE {where} ORDER BY {place.order}"  # noqa: S608 - our names
        with sentences(self.path):
            return [from_row(Evidence, row) for row in rows(self.connection, sql, (article_id, article_id))]

    def count(self, kind: type[Record]) -> int:
        """How many records of a type there are."""
        return int(self._row(f"SELECT count(*) FROM {table(kind).name}")[0])  # noqa: S608 - our names

    def plain(self, name: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
        """A table of plain columns by its name in `plain.QUERIES`: its columns, and its rows in their order."""
        with sentences(self.path):
            found = self.connection.execute(plain.QUERIES[name])
        return [column[0] for column in found.description], self._each(found)

    def _each(self, found: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
        try:
            while True:
                with sentences(self.path):
                    page = found.fetchmany(_PAGE)
                if not page:
                    return
                yield from page
        finally:
            with suppress(sqlite3.ProgrammingError):  # as in `rows`
                found.close()

    def text(self, version_id: str) -> str:
        """The canonical text of an article version."""
        sql = "SELECT text FROM texts JOIN article_versions ON text_sha256 = sha256 WHERE id = ?"
        row = self._row(sql, version_id)
        if row is None:
            raise NotFoundError(sentence("error.copy.no_text"))
        return str(row[0])

    def landmarks(self, version_id: str) -> tuple[Landmark, ...]:
        """What tells where a version's text stands in its original; empty also if this copy lacks it."""
        sql = "SELECT text FROM texts JOIN article_versions ON landmarks_sha256 = sha256 WHERE id = ?"
        row = self._row(sql, version_id)
        with sentences(self.path):
            return _landmarks(row[0]) if row else ()

    def findings(self, of: str) -> list[Finding] | None:
        """The findings as matching last proposed them, best first, if they are kept under this name; else None.

        They are derived: kept only to be quick.
        """
        row = self._row("SELECT value FROM derived_state WHERE key = 'findings'")
        if row is None or row[0] != of:
            return None
        with sentences(self.path):
            found = self.connection.execute("SELECT finding FROM derived_findings ORDER BY place").fetchall()
        try:
            return [codec.read(Finding, text) for (text,) in found]
        except UnreadableError:
            return None  # as another version of this program writes them: made anew

    def original(self, name: str) -> bytes:
        """Original bytes by their hash; never others."""
        row = self._row("SELECT size, packed FROM originals WHERE sha256 = ?", name)
        if row is None:
            raise NotFoundError(sentence("error.copy.no_original"))
        with sentences(self.path):
            return unpacked(name, *row)

    def _row(self, sql: str, *values: str) -> Any:
        with sentences(self.path):
            return self.connection.execute(sql, values).fetchone()

    def original_of(self, article_id: str) -> bytes:
        """Original bytes of the version of an article that is read now."""
        article = self.get(Article, article_id)
        version = self.get(ArticleVersion, article.version_id) if article else None
        if version is None:
            raise NotFoundError(sentence("error.article.missing", id=article_id))
        return self.original(version.original_sha256)


def _condition(wanted: Wanted) -> str:
    return "= ?" if isinstance(wanted, str | bool) else "IN (SELECT value FROM json_each(?))"


def _parameter(wanted: Wanted) -> str | bool:
    return wanted if isinstance(wanted, str | bool) else codec.to_json([*wanted])


def _landmarks(text: str) -> tuple[Landmark, ...]:
    try:
        return landmarks.from_text(text)
    except ValueError as error:
        raise UnreadableError(f"not landmarks: {text[:80]}") from error


def unpacked(name: str, size: int, packed: bytes) -> bytes:
    """Original bytes as they were. The size bounds what is unpacked, so that a planted bomb stays small."""
    try:
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(packed, min(size, LARGEST_ORIGINAL) or 1)
        if unpacking.unused_data:
            raise ValueError("there is more than the bytes")
    except (zlib.error, ValueError, OverflowError) as error:
        raise UnreadableError(f"the original {name} cannot be unpacked") from error
    if sha256(data).hexdigest() != name:
        raise UnreadableError(f"the original {name} was changed")
    return data
