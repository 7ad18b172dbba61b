"""A thin QObject round the open project, so that widgets can be connected to its changes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from factcheck.edits import compose
from factcheck.model import Edit, Entry
from factcheck.records import Records
from factcheck.session import Session


class UiSession(QObject):
    """Does what is wished and tells once what has changed."""

    #: An `Entry` was written: by `do`, `undo` or `redo`.
    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._gathered: list[Entry] = []
        self._gathering = False
        self._end = session.subscribe(self._tell)

    def _tell(self, entry: Entry) -> None:
        if self._gathering:
            self._gathered.append(entry)
        else:
            self.tell_gathered()
            self.changed.emit(entry)

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """What is done inside is not told yet: making all views anew takes longer than adding an article."""
        self._gathering = True
        try:
            yield
        finally:
            self._gathering = False

    def tell_gathered(self) -> None:
        """Tells all that was gathered, as one change."""
        told, self._gathered = self._gathered, []
        if told:
            self.changed.emit(replace(told[-1], edit=compose([entry.edit for entry in told])))

    @property
    def records(self) -> Records:
        """The records as they are now."""
        return self.session.records

    def do(self, make: Callable[[Records], Edit]) -> Entry | None:
        """Makes an edit from the records as they are now, after what another thread writes, and carries it out."""
        self.session.settle()
        return self.session.do(make(self.session.records))

    def close(self) -> None:
        """Closes the project; the object is of no more use."""
        self._end()
        self.session.close()
