"""The open project file: applies edits, reads records, keeps what is derived."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from factcheck import files
from factcheck.codec import UnreadableError
from factcheck.errors import ProjectFileError
from factcheck.i18n import sentence
from factcheck.model import Edit, Entry, Who
from factcheck.progress import Progress
from factcheck.store import backup, derived, guard, history, listed, mending, opener, place, schema, seal, sending
from factcheck.store.border import sentences
from factcheck.store.carrying import StaleEditError, carry_out
from factcheck.store.lock import Lock
from factcheck.store.pager import Pager
from factcheck.store.reader import Reader
from factcheck.store.transaction import atomic


@dataclass(frozen=True, slots=True)
class Contents:
    """Texts and original bytes that an edit's records name, by SHA-256."""

    texts: Mapping[str, str] = field(default_factory=dict)
    originals: Mapping[str, bytes] = field(default_factory=dict)


class ProjectFile:
    """One open project file. Belongs to the thread that opened it; other threads take a `snapshot`.

    One edit at a time may be written by another thread while the file is `lent` to it.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None) -> None:
        self.path = path
        self.read_only = lock is None
        self._connection = connection
        self._lock = lock
        self._identity = place.identity(path)
        self.reader = Reader(connection, path)
        #: Whether the file, which is only read, lacks a list of claims that can be used.
        self._unlisted = False
        #: Whether the list of claims was damaged and has been made anew, since somebody looked last.
        self.mended = False

    @classmethod
    def create(cls, path: Path, first: Edit, who: Who, at: int, contents: Contents | None = None) -> "ProjectFile":
        """A new file with its first edit; it is there whole or not at all. A file of that name is never replaced."""
        path = path.absolute()
        draft = path.with_name(f".{path.name}.new")
        with sentences(path):
            if path.exists():
                raise place.taken(path)
            if not path.parent.is_dir():
                raise ProjectFileError(sentence("error.project.no_folder", folder=path.parent))
            lock = Lock(path)
            try:
                files.remove([draft, *opener.beside(draft)])  # what a crash left
                _write_first(draft, Entry(0, at, who, first, 0), contents or Contents())
                files.put_new(draft, path)
            except FileExistsError:
                raise place.taken(path) from None
            finally:
                files.remove([draft, *opener.beside(draft)])
                lock.release()
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, read_only: bool = False, pages_later: bool = False) -> "ProjectFile":
        """Looks, locks, migrates (after a backup), and opens. `ProjectFileError` with one sentence if it cannot be.

        `pages_later`: whoever opens it calls `prove_pages` in another thread.
        """
        path = path.absolute()
        opener.look(path)
        if read_only:
            return cls._opened(path, "ro", None, pages_later)
        with sentences(path):
            lock = place.lock(path)
        try:
            return cls._opened(path, "rw", lock, pages_later)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _opened(cls, path: Path, mode: str, lock: Lock | None, pages_later: bool) -> "ProjectFile":
        with sentences(path, unproved=True):
            connection = opener.connect(path, mode, lendable=mode == "rw")
            try:
                version = guard.proved(connection, path, mending.can_be_made, pages=not pages_later)
                if pages_later and version < schema.version():
                    guard.proved(connection, path)  # before anything is written
                if lock:
                    place.migrate(connection, path, version)
                    sending.refuse(connection, path)
                    opener.durable(connection)
                    mended, unlisted = derived.Derived(connection, path, read_only=False).mend(), False
                else:
                    opener.be_current(path, version)
                    mended, unlisted = False, not mending.serves(connection)
            except BaseException:
                try:
                    with suppress(sqlite3.DatabaseError):  # what is wrong with it is told already
                        if lock:
                            opener.single_file(connection)
                finally:
                    connection.close()
                raise
        opened = cls(path, connection, lock)
        opened.mended, opened._unlisted = mended, unlisted
        return opened

    def prove_pages(self, progress: Progress) -> None:
        """Raises `DamagedProjectError` unless all pages are whole; for any thread."""
        with self.snapshot() as state, sentences(self.path, unproved=True):
            guard.prove_pages(state.connection, self.path, progress)

    def close(self) -> None:
        """Leaves one file behind; a second call does nothing."""
        with sentences(self.path):
            try:
                if not self.read_only:
                    with suppress(sqlite3.ProgrammingError):  # closed before
                        self._fold()
            finally:
                self._connection.close()
                if self._lock:
                    self._lock.release()

    # --- writing ---

    def apply(self, entry: Entry, contents: Contents | None = None) -> Entry:
        """Carries an edit out and writes it down, in one transaction; returns the entry with its place in history."""
        self.be_writable()
        self._be_there()
        with sentences(self.path):
            try:
                return self._written(entry, contents or Contents())
            except (StaleEditError, sqlite3.IntegrityError) as error:
                if entry.undoes is None and entry.redoes is None:
                    raise
                raise UnreadableError("history does not lead to these records") from error

    def _written(self, entry: Entry, contents: Contents) -> Entry:
        """In one transaction; a list of claims that is damaged does not stand in the way."""
        try:
            with atomic(self._connection):
                return _write(self._connection, self.path, entry, contents)
        except sqlite3.DatabaseError:
            if mending.is_sound(self._connection, wholly=True):
                raise
            self.mend_list()
        with atomic(self._connection):
            return _write(self._connection, self.path, entry, contents)

    def mend_list(self) -> bool:
        """Makes the list of claims anew, which is damaged; False if this file is only read."""
        if not self.read_only:
            self.derived().mend_list()
            self.mended = True
        return self.mended

    def be_writable(self) -> None:
        """`ProjectFileError` if the project was opened read-only."""
        if self.read_only:
            raise ProjectFileError(sentence("error.project.read_only", file=self.path.name))

    def _be_there(self) -> None:
        """`ProjectFileError` if the open file is not the one that has its name now: what is written would be lost."""
        if place.identity(self.path) != self._identity:
            raise ProjectFileError(sentence("error.project.moved", file=self.path.name))

    def _fold(self) -> None:
        """One file is left behind; where that is no longer under its name, a backup of it comes first."""
        if place.identity(self.path) == self._identity:
            opener.single_file(self._connection)
            return
        backup.make(self._connection, self.path, "after the file was gone")
        with suppress(sqlite3.OperationalError):  # of a file without a name SQLite cannot remove the log
            opener.single_file(self._connection)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Inside, another thread may `apply` an entry. What is read here meanwhile is the state before it."""
        spare = self._of_now()
        own, self.reader.connection = self.reader.connection, spare
        try:
            yield
        finally:
            self.reader.connection = own
            spare.close()

    def for_another(self) -> "ProjectFile":
        """The same file for the thread that it is lent to, which reads what it writes; it is not to be closed."""
        other = ProjectFile(self.path, self._connection, self._lock)
        other._identity = self._identity
        return other

    def backup(self, reason: str) -> Path:
        """A checked copy in the folder of backups."""
        with sentences(self.path):
            return backup.make(self._connection, self.path, reason)

    # --- reading ---

    @contextmanager
    def snapshot(self) -> Iterator[Reader]:
        """One unchanging state of the records, for a thread of its own."""
        connection = self._of_now()
        try:
            yield Reader(connection, self.path)
        finally:
            connection.close()

    def _of_now(self) -> sqlite3.Connection:
        """A connection that reads the state as it is now, whatever is written."""
        with sentences(self.path):
            connection = opener.connect(self.path, "ro")
            connection.execute("BEGIN")
            connection.execute("SELECT 1 FROM project").fetchone()  # the state is fixed by the first reading
        return connection

    def listing(self, mend: Callable[[], bool] = bool) -> Pager:
        """The claims in an order, a page at a time; for the thread that asks, and to be closed before the project.

        `mend` is called where the list is damaged, and says whether it was made anew.
        """
        return Pager(self.path, mend, self._unlisted)

    def head(self) -> tuple[int, str]:
        """Sequence and hash of the newest entry of history."""
        with sentences(self.path):
            return history.head(self.reader.connection)

    def seal(self, at: int) -> seal.Seal:
        """How far history has come."""
        with sentences(self.path):
            return seal.of(self.reader.connection, at)

    def history(self, newest: int | None = None) -> list[Entry]:
        """The entries, oldest first; or the `newest` so many, newest first."""
        with sentences(self.path):
            return list(history.read(self.reader.connection, newest))

    def history_of(self, id: str, newest: int) -> list[Entry]:
        """The entries that changed a record or what belongs to it, newest first."""
        with sentences(self.path):
            return history.touching(self.reader.connection, id, newest)

    def stacks(self) -> tuple[list[int], list[int]]:
        """Steps that can be undone and redone, the next one last."""
        with sentences(self.path):
            return history.stacks(self.reader.connection)

    def label_of(self, step: int) -> tuple[str, tuple[tuple[str, str], ...], int]:
        """What a step is called, and when it was begun."""
        with sentences(self.path):
            return history.label_of(self.reader.connection, step)

    def weight(self, step: int) -> int:
        """How many letters the edits of an undo step take."""
        with sentences(self.path):
            return history.weight(self.reader.connection, step)

    # --- derived ---

    def derived(self) -> derived.Derived:
        """What can be rebuilt from the records."""
        return derived.Derived(self._connection, self.path, self.read_only)


def _write_first(path: Path, first: Entry, contents: Contents) -> None:
    connection = opener.connect(path, "rwc")
    try:
        schema.migrate(connection, 0)
        with atomic(connection):
            _write(connection, path, first, contents)
    finally:
        connection.close()


def _write(connection: sqlite3.Connection, path: Path, entry: Entry, contents: Contents) -> Entry:
    for sha256, text in contents.texts.items():
        connection.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", (sha256, text))
    for sha256, data in contents.originals.items():
        packed = zlib.compress(data)
        connection.execute("INSERT OR IGNORE INTO originals VALUES (?, ?, ?)", (sha256, len(data), packed))
    for change in entry.edit.changes:
        carry_out(connection, change)
    entry = history.append(connection, entry)
    derived.touch(connection, entry)
    listed.note(connection, path, entry)
    return entry
