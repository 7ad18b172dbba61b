"""A second window on a project that is open: it shows what is done in the first, and changes nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent

from factcheck.model import Entry, Reader
from factcheck.session import Session
from factcheck.settings import Settings
from factcheck.ui.main_window import MainWindow

#: What belongs to the window beside which this one stands: other projects, and what is chosen for all of them.
_NOT_HERE = (
    "new",
    "open",
    "open_sample",
    "close_project",
    "restore",
    "import_checks",
    "settings",
    "shortcuts",
    "system",
    "light",
    "dark",
    "contrast",
    "second_window",
    "second_reader",
)


class ReadingWindow(MainWindow):
    """Reads with a connection of its own; it is told of each change by the window that makes it."""

    #: It is being closed.
    closed = Signal()

    def __init__(self, chosen: Settings, session: Session, reader: Reader = Reader.first) -> None:
        """It is read by whoever is at the window beside it: what is hidden there is hidden here."""
        super().__init__(chosen)
        self.bench.reader = reader
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.places.forgetful = True
        self.layout_of.forgetful = True
        self.show_project(session)
        for key in _NOT_HERE:
            self.actions_by_key[key].setEnabled(False)

    def follow(self, entry: Entry) -> None:
        """Shows what was changed in the other window."""
        self._changed(entry)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()
