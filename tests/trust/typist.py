"""A window in which a rationale is typed without a pause; each key is told with its time, until it is killed."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck import settings
from factcheck.model import Claim
from factcheck.session import Session
from factcheck.ui.main_window import MainWindow
from factcheck.ui.views.field import TextField
from tests.store.making import WHO

#: Milliseconds between two keys: nobody types faster for long.
_KEY = 60


def main() -> None:
    """Types until nobody lets it."""
    app = QApplication([])
    window = MainWindow(settings.Settings(name=WHO.name, id=WHO.id))
    window.show()
    session = Session.open(Path(sys.argv[1]), WHO)
    window.show_project(session)
    window.claim_wishes.choose(next(iter(session.records.each(Claim))).id)
    field = next(one for one in window.bench.panel.findChildren(TextField) if one.accessibleName() == "Rationale")
    window.activateWindow()
    field.setFocus()
    keys = iter("abcdefghijklmnopqrstuvwxyz " * 1000)

    def press() -> None:
        QTest.keyClicks(field, next(keys))
        print(time.monotonic(), len(field.read()), flush=True)

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(_KEY)
    app.exec()


if __name__ == "__main__":
    main()
