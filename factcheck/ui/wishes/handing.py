"""Handing the project over to other programs."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from factcheck import handing
from factcheck.exchange import remarks
from factcheck.exchange.claimreview import Published
from factcheck.handing import Handed, Wish
from factcheck.progress import Progress
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.handing import HandingDialog
from factcheck.ui.text import tr
from factcheck.ui.wishes import sealing


class HandingWishes:
    """Works on one window."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    def ask(self) -> None:
        """Asks what goes out, and where."""
        if not self.bench.may_go_out():
            return
        known, table = self.bench.settings, self.bench.claims
        path = self.bench.session.path
        dialog = HandingDialog(
            path,
            known.export_form,
            known.check_url,
            len(table.selected()),
            self.bench.window,
            known.seal_exports,
            table.shown_by_filter(),
        )
        if not self.bench.ask(dialog):
            return
        given = dialog.value()
        address = given.url or known.check_url
        self.bench.choose(replace(known, export_form=given.form.value, check_url=address, seal_exports=given.seal))
        published = Published(given.url, known.organisation)
        self.write(given.path, Wish(given.form, table.ids_of(given.claims), published=published))

    def write(self, target: Path, wish: Wish) -> None:
        """Writes an export of the project as it is now, in the background."""
        self.bench.flush()
        bench, path, much = self.bench, self.bench.session.path, self.bench.much()

        def work(progress: Progress) -> Handed:
            (made,) = bench.jobs.pieces(handing.handed_over, path, target, wish, progress=progress, much=much)
            return made

        self.bench.jobs.start("handing", work, self._handed, self.bench.fail)

    def _handed(self, handed: Handed) -> None:
        said = [tr("“{name}” is written.", name=handed.path.name), *remarks.told(handed.remarks, self.bench.catalogue)]
        folder = QUrl.fromLocalFile(str(handed.path.parent))
        self.bench.say(" ".join(said), tr("Show the folder"), lambda: QDesktopServices.openUrl(folder))
        sealing.go_along(self.bench, handed.path)
