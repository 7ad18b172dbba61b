"""Second opinions that were heard: an SQLite file of its own in the user's folder, shared by all projects.

They are kept under hashes of the words that were judged, so that a copy, or a project open elsewhere, knows them too.
The file can be deleted: what is missing is asked again.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.model import Opinion
from factcheck.store.own_file import OwnFile

APPLICATION_ID = 0x46434F50
_SCHEMA = (
    "CREATE TABLE opinions (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, chance REAL NOT NULL,"
    " reason TEXT NOT NULL) STRICT",
)
#: The latest so many are kept.
MOST = 100_000
#: Keys that are looked for at once: SQLite takes a bounded number of values.
_AT_ONCE = 500


class Opinions:
    """The opinions in one file; made when something is first put in. Every call opens and closes it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = OwnFile(path, APPLICATION_ID, _SCHEMA, "error.project.no_opinions")

    def read(self, keys: Sequence[str]) -> dict[str, Opinion]:
        """Those that are kept under these keys."""
        if not self.path.exists():
            return {}
        found: dict[str, Opinion] = {}
        with self._file.reading() as connection:
            for start in range(0, len(keys), _AT_ONCE):
                asked = keys[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(asked))
                sql = f"SELECT key, chance, reason FROM opinions WHERE key IN ({marks})"  # noqa: S608 - marks only
                found.update({key: Opinion(chance, reason) for key, chance, reason in connection.execute(sql, asked)})
        return found

    def add(self, opinions: Mapping[str, Opinion]) -> None:
        """Keeps these, all or none, and forgets the oldest beyond what is kept."""
        if not opinions:
            return
        with self._file.writing() as connection:
            rows = [(key, opinion.chance, opinion.reason) for key, opinion in opinions.items()]
            connection.executemany("INSERT OR REPLACE INTO opinions (key, chance, reason) VALUES (?, ?, ?)", rows)
            connection.execute(
                "DELETE FROM opinions WHERE number <= (SELECT max(number) FROM opinions) - ?",
                (MOST,),
            )
