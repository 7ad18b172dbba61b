"""Many at once: claims from a table, and earlier checks from ClaimReviews."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from factcheck import bulk, importing, workflow
from factcheck.bulk import Planning
from factcheck.errors import FactCheckError
from factcheck.progress import Progress
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.claims import ClaimsDialog
from factcheck.ui.text import tr


class BulkWishes:
    """Works on one window."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    # --- claims ---

    def choose_table(self) -> None:
        """Asks for a table of claims."""
        if not self.bench.editable():
            return
        kinds = tr("Tables (*.csv *.tsv *.xlsx *.xls *.ods)")
        start = self.bench.settings.folder
        name, _ = QFileDialog.getOpenFileName(self.bench.window, tr("Import claims from a table"), start, kinds)
        if name:
            self.bench.used(Path(name))
            self.read_table(Path(name))

    def read_table(self, path: Path) -> None:
        """Reads a table in the background, then asks which column is what."""
        project, session = self.bench.project, self.bench.session

        def work(_progress: Progress) -> Planning:
            with session.snapshot() as state:
                planning = Planning(bulk.known(state), importing.read_table(path))
            if "wording" in (guessed := bulk.guessed(planning.table)):
                planning.rows(guessed)  # with thousands of rows that is felt, and the dialog asks for it at once
            return planning

        def read(planning: Planning) -> None:
            if self.bench.project is project:
                self._ask(path.name, planning)

        self.bench.jobs.start("claims", work, read, self.bench.fail)

    def _ask(self, name: str, planning: Planning) -> None:
        dialog = ClaimsDialog(name, planning, self.bench.window)
        if self.bench.ask(dialog):
            rows = [row for row in dialog.value() if not row.problem]
            said = tr("%n claim(s) made.", len(rows))
            self.bench.large.do(len(rows), lambda state: bulk.made_of(state, rows), lambda _: self.bench.done(said))

    # --- earlier checks ---

    def choose_checks(self) -> None:
        """Asks for files of ClaimReviews."""
        kinds = tr("ClaimReviews (*.json *.jsonld);;All files (*)")
        start = self.bench.settings.folder
        names, _ = QFileDialog.getOpenFileNames(self.bench.window, tr("Import earlier checks"), start, kinds)
        if names:
            self.bench.used(Path(names[0]))
            self.read_checks([Path(name) for name in names])

    def read_checks(self, paths: list[Path]) -> None:
        """Puts ClaimReviews into the collection in the background; a bad file does not stop the others."""

        def work(progress: Progress) -> tuple[int, list[str]]:
            return _collected(paths, progress)

        self.bench.jobs.start("collecting", work, self._collected, self.bench.fail)

    def _collected(self, became: tuple[int, list[str]]) -> None:
        added, refused = became
        said = " ".join([tr("%n earlier check(s) added.", added), *refused])
        if refused:
            self.bench.toast.complain(said)
        else:
            self.bench.say(said)


def _collected(paths: list[Path], progress: Progress) -> tuple[int, list[str]]:
    """How many are new, and why files were refused."""
    collection, added, refused = workflow.earlier_checks(), 0, []
    for number, path in enumerate(paths):
        progress(path.name, number, len(paths))
        try:
            added += collection.add(importing.read_checks(path)[0])
        except FactCheckError as error:
            refused.append(str(error))
    return added, refused
