"""A window in a process of its own: goes on with a project, begins a summary, says so, and waits to be killed."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck import settings
from factcheck.model import Verdict
from factcheck.ui.main_window import MainWindow

TYPED = "Nobody counted them."


def main() -> None:
    """Works until nobody lets it."""
    app = QApplication([])
    window = MainWindow(settings.load())
    window.show()
    assert window.projects.open(Path(sys.argv[1]))
    window.noting.setInterval(20)
    window.activateWindow()
    claims, panel = window.bench.claims, window.bench.panel
    window.layout_of.to_claims()
    window.claim_wishes.choose(claims.table.id_at(claims.table.model().rowCount() - 1))
    panel.go_to("summary")
    QTest.keyClicks(panel.words.fields["summary"], TYPED)

    def tell() -> None:
        if any(verdict.summary == TYPED for verdict in window.bench.state.each(Verdict)):
            print("written", flush=True)

    timer = QTimer(interval=100)
    timer.timeout.connect(tell)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main()
