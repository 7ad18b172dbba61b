"""A thin QObject round the open project, so that widgets can be connected to its changes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

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
        self._end = session.subscribe(self._tell)

    def _tell(self, entry: Entry) -> None:
        self.changed.emit(entry)

    @property
    def records(self) -> Records:
        """The records as they are now."""
        return self.session.records

    def do(self, make: Callable[[Records], Edit]) -> Entry | None:
        """Makes an edit from the records as they are now, and carries it out."""
        return self.session.do(make(self.session.records))

    def close(self) -> None:
        """Closes the project; the object is of no more use."""
        self._end()
        self.session.close()
