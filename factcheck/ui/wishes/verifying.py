"""A report against the open project."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from factcheck.progress import Progress
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.verify import VerifyDialog
from factcheck.ui.text import tr

if TYPE_CHECKING:
    from factcheck.verifying import Outcome


class VerifyWishes:
    """Works on one window."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    def ask(self) -> None:
        """Asks which report is to be compared with the project; it may be told what was decided since."""
        if not self.bench.may_go_out():
            return
        name, _ = QFileDialog.getOpenFileName(
            self.bench.window,
            tr("Verify a report"),
            self.bench.settings.folder,
            tr("Reports (*.pdf *.html);;All files (*)"),
        )
        if name:
            self.bench.used(Path(name))
            self.verify(Path(name))

    def verify(self, path: Path) -> None:
        """Compares a report with the project's history, in the background."""
        self.bench.flush()
        session = self.bench.session

        def work(progress: Progress) -> "Outcome":
            from factcheck import verifying  # reportlab loads slowly; the thread waits, not the window

            with session.snapshot() as state:
                return verifying.verify(path, state, progress)

        self.bench.jobs.start("verify", work, lambda found: self._show(path, found), self.bench.fail)

    def _show(self, path: Path, found: "Outcome") -> None:
        from factcheck import verifying

        say = self.bench.catalogue
        differing = [verifying.said(one, say) for one in found.differences]
        answer = verifying.answer(found, path.name, say)
        self.bench.ask(
            VerifyDialog(answer, found.holds, differing, list(verifying.about(found, say)), self.bench.window)
        )
