"""An open project as it is read: its records, and how they came to be."""

from contextlib import AbstractContextManager
from pathlib import Path

from factcheck import edits, records
from factcheck.model import Entry, Headline
from factcheck.progress import Progress
from factcheck.records import Records
from factcheck.store.project import ProjectFile
from factcheck.store.reader import Reader
from factcheck.store.seal import Seal


class OpenProject:
    """Belongs to one thread; others work on a `snapshot`."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    @property
    def path(self) -> Path:
        """Where the project lies."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether edits are refused."""
        return self._file.read_only

    @property
    def records(self) -> Records:
        """The records as they are now."""
        return self._file.reader

    @property
    def reader(self) -> Reader:
        """The records and the original bytes."""
        return self._file.reader

    def snapshot(self) -> AbstractContextManager[Reader]:
        """One unchanging state of the records, for use in the thread that enters it."""
        return self._file.snapshot()

    def prove_pages(self, progress: Progress) -> None:
        """Raises `DamagedProjectError` unless all pages of the file are whole; for any thread."""
        self._file.prove_pages(progress)

    @property
    def revision(self) -> int:
        """Sequence of the newest entry; grows with every edit, undo and redo."""
        return self._file.head()[0]

    @property
    def head(self) -> str:
        """Hash of the newest entry: proves all that came before it."""
        return self._file.head()[1]

    def seal(self) -> Seal:
        """How far history has come, to be kept elsewhere: proves later that it was neither cut nor written anew."""
        return self._file.seal(edits.now())

    def history(self, newest: int | None = None) -> list[Entry]:
        """All entries, oldest first; or the `newest` so many, newest first."""
        return self._file.history(newest)

    def history_of(self, id: str, newest: int = 200) -> list[Entry]:
        """The entries that changed a record or what belongs to it (a claim's evidence), newest first."""
        return self._file.history_of(id, newest)

    def history_of_claim(self, claim_id: str, newest: int = 200) -> list[Entry]:
        """The same of a claim and of those that were merged into it."""
        ids = [claim_id, *(claim.id for claim in records.merged(self.records, claim_id))]
        found = {entry.sequence: entry for id in ids for entry in self.history_of(id, newest)}
        return [found[sequence] for sequence in sorted(found, reverse=True)[:newest]]

    def headlines_of_claim(self, claim_id: str, newest: int = 200) -> list[tuple[str, Headline]]:
        """What the same entries are called, each with the claim that it was done to: this one, if it is among them."""
        found: dict[int, tuple[str, Headline]] = {}
        for id in [claim_id, *sorted(claim.id for claim in records.merged(self.records, claim_id))]:
            for headline in self.reader.headlines_of(id, newest):
                found.setdefault(headline.sequence, (id, headline))
        return [found[sequence] for sequence in sorted(found, reverse=True)[:newest]]
