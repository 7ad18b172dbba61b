"""Backups: making one, bringing one back, and saving what can be read of a damaged project."""

from collections.abc import Callable
from pathlib import Path

from factcheck import edits
from factcheck.backups import restore, told
from factcheck.errors import FactCheckError
from factcheck.model import Who
from factcheck.progress import Progress
from factcheck.session import Session
from factcheck.store.backup import Copy
from factcheck.store.rescue import Rescued, rescue
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.backups import BackupsDialog
from factcheck.ui.text import tr


class BackupWishes:
    """Works on one window. `open_it` and `close` take a project in and out."""

    def __init__(self, bench: Bench, open_it: Callable[[Path], bool], close: Callable[[], None]) -> None:
        self.bench, self._open, self._close = bench, open_it, close

    def make(self) -> None:
        """A checked copy in the folder of backups, made in the background from the project as it is now."""
        if self.bench.project is None:
            return
        self.bench.flush()
        path = self.bench.session.path

        def work(_progress: Progress) -> Path:
            with Session.open(path, Who(""), read_only=True) as now:
                return now.backup()

        self.bench.jobs.start("backup", work, self._made, self.bench.fail)

    def _made(self, made: Path) -> None:
        self.bench.say(tr("Backed up as “{name}”.", name=made.name))

    def choose(self) -> None:
        """Asks which backup shall take the place of the open project."""
        if self.bench.project is None:
            self.bench.say(tr("Open a project or make one first."))
            return
        self.bench.flush()
        path = self.bench.session.path
        self._list(path, tr("A backup takes the place of “{name}”.", name=path.name), damaged=False)

    def offer(self, path: Path, error: FactCheckError) -> None:
        """Tells that a project is damaged, with what can be done about it."""
        why = str(error).split(";")[0].rstrip(".")
        said = tr("{why}. A backup can take its place, or what can be read of it is saved as a new project.", why=why)
        self._list(path, said, damaged=True)

    def _list(self, path: Path, said: str, damaged: bool) -> None:
        def ask(found: list[Copy]) -> None:
            self._ask(path, said, found, damaged)

        self.bench.jobs.start("backups", lambda _progress: told(path), ask, self.bench.fail)

    def _ask(self, path: Path, said: str, found: list[Copy], damaged: bool) -> None:
        if not found and not damaged:
            self.bench.say(tr("There is no backup of “{name}”.", name=path.name))
            return
        dialog = BackupsDialog(said, found, damaged, self.bench.window)
        if self.bench.ask(dialog):
            self._restore(path, dialog.value().path)
        elif dialog.rescue_wished:
            self._rescue(path)

    def _restore(self, path: Path, copy: Path) -> None:
        if self.bench.project is not None and self.bench.session.path == path:
            self._close()

        def done(kept: Path | None) -> None:
            if self._open(path) and kept:
                self.bench.say(tr("The backup is open; what stood there is kept as “{name}”.", name=kept.name))

        def failed(error: object) -> None:
            self._open(path)
            self.bench.fail(error)

        self.bench.jobs.start("restore", lambda _progress: restore(path, copy), done, failed)

    def _rescue(self, path: Path) -> None:
        target, number = path.with_name(f"{path.stem} rescued{path.suffix}"), 2
        while target.exists():
            target, number = path.with_name(f"{path.stem} rescued {number}{path.suffix}"), number + 1
        who = self.bench.settings.who

        def work(progress: Progress) -> Rescued:
            return rescue(path, target, who, edits.now(), progress)

        self.bench.jobs.start("rescue", work, self._rescued, self.bench.fail)

    def _rescued(self, saved: Rescued) -> None:
        if self._open(saved.path):
            self.bench.say(_told(saved))


def _told(saved: Rescued) -> str:
    name = saved.path.name
    if saved.whole:
        return tr("All was saved as “{name}”.", name=name)
    lost = saved.entries_lost + saved.texts_lost + saved.originals_lost + len(saved.left_out)
    return tr("Saved as “{name}”; lost: %n step(s), text(s) or record(s).", lost, name=name)
