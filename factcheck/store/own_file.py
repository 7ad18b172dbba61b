"""Small SQLite files of ours in the user's folder: opened for one call, made when something is first put in."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import DamagedProjectError, ProjectFileError
from factcheck.i18n import sentence
from factcheck.store.border import sentences


@dataclass(frozen=True, slots=True)
class OwnFile:
    """One such file: its number in the header, its tables, and the key of what is said of a file of another kind."""

    path: Path
    application_id: int
    schema: Sequence[str]
    foreign: str

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The file, which must be there."""
        with self._open("ro") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The file, made if it is missing; all that is done is done, or nothing."""
        with self._open("rwc") as connection, connection:
            if not connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
                for statement in (*self.schema, f"PRAGMA application_id = {self.application_id}"):
                    connection.execute(statement)
            yield connection

    @contextmanager
    def _open(self, mode: str) -> Iterator[sqlite3.Connection]:
        try:
            with self._opened(mode) as connection:
                yield connection
        except DamagedProjectError as error:
            raise ProjectFileError(sentence("error.project.own_damaged", file=self.path)) from error

    @contextmanager
    def _opened(self, mode: str) -> Iterator[sqlite3.Connection]:
        with sentences(self.path, unproved=True):
            connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode={mode}", uri=True)
            with closing(connection):
                connection.execute("PRAGMA trusted_schema = OFF")
                stated = connection.execute("PRAGMA application_id").fetchone()[0]
                if stated != self.application_id and connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
                    raise ProjectFileError(sentence(self.foreign, file=self.path))
                yield connection
