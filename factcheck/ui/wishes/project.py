"""Projects: making, opening, backing up, and the report."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from factcheck import records, sample, settings, workflow
from factcheck.errors import AlteredProjectError, DamagedProjectError, FactCheckError
from factcheck.model import IssuedReport, Who
from factcheck.paths import user_data
from factcheck.progress import Progress
from factcheck.session import Session
from factcheck.store import adopting
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.altered import AlteredDialog
from factcheck.ui.dialogs.export import ExportDialog, GapsDialog
from factcheck.ui.opened import Opened, is_big, opened
from factcheck.ui.text import tr
from factcheck.ui.wishes import sealing

if TYPE_CHECKING:
    from factcheck.publishing import Produced

SUFFIX = ".factcheck"
#: A project is never replaced, so the dialog must not offer it.
_NO_OVERWRITE = QFileDialog.Option.DontConfirmOverwrite


class ProjectWishes:
    """Works on one window. `show` takes an open session in the place of the one before."""

    def __init__(self, bench: Bench, show: Callable[[Session], None]) -> None:
        self.bench, self.show = bench, show
        #: What is done about a project that is damaged.
        self.damaged: Callable[[Path, FactCheckError], None] = lambda _path, error: bench.fail(error)
        #: What is done when the open project turns out to be damaged.
        self.turned_out: Callable[[object], None] = bench.fail

    @property
    def _who(self) -> Who:
        return self.bench.settings.who

    def new(self) -> None:
        """Asks where the new project shall lie."""
        if path := self._asked_new(self.bench.settings.folder):
            with self.bench.told():
                self.show(workflow.new_project(path, self._who, scale_id=self.bench.settings.scale))

    def new_from(self) -> None:
        """Asks for a project that was exported as JSON, and where the one made of it shall lie."""
        name, _ = QFileDialog.getOpenFileName(
            self.bench.window,
            tr("New project from JSON"),
            self.bench.settings.folder,
            tr("Exported projects (*.json);;All files (*)"),
        )
        source, who = Path(name), self._who
        path = self._asked_new(str(source.with_suffix(SUFFIX))) if name else None
        if path is None:
            return

        def work(progress: Progress) -> Path:
            progress("reading", 0, 0)
            workflow.project_from(path, who, source).close()
            return path

        self.bench.jobs.start("new_from", work, self._made, self.bench.fail)

    def _asked_new(self, offered: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(
            self.bench.window, tr("New project"), offered, tr("Projects (*.factcheck)"), options=_NO_OVERWRITE
        )
        if name:
            self.bench.used(Path(name))
        return _with_suffix(Path(name)) if name else None

    def choose(self) -> None:
        """Asks which project to open."""
        name, _ = QFileDialog.getOpenFileName(
            self.bench.window,
            tr("Open project"),
            self.bench.settings.folder,
            tr("Projects (*.factcheck);;All files (*)"),
        )
        if name:
            self.bench.used(Path(name))
            self.open(Path(name))

    def open(self, path: Path, known: Opened | None = None) -> bool:
        """Opens a project; one that can only be read, read-only. False if it cannot be opened.

        `known`: it is open, and is to be shown.
        """
        if known is None and self._is_open(path):
            self.bench.say(tr("“{name}” is open already.", name=path.name))
            return True
        try:
            session, why = known or opened(path, self._who)
            self.show(session)
            if is_big(path):
                self._prove(session)
        except AlteredProjectError:
            return self._adopt(path)
        except FactCheckError as error:
            self.refused(path, error)
            return False
        if why:
            self.bench.say(tr("{why}; it is open read-only here.", why=why))
        self._name_risk(path)
        return True

    def _prove(self, session: Session) -> None:
        """Looks at all pages of the file that was just opened, while one works in it."""
        self.bench.jobs.start("proving", session.prove_pages, lambda _: None, self.turned_out, quiet=True)

    def refused(self, path: Path, error: FactCheckError) -> None:
        """Tells why a project cannot be opened, and for one that is damaged what can be done."""
        if isinstance(error, DamagedProjectError):
            self.damaged(path, error)
        else:
            self.bench.fail(error)

    def _name_risk(self, path: Path) -> None:
        """Tells once for each folder what endangers projects in it."""
        named, found = settings.newly_at_risk(self.bench.settings, path)
        if found:
            self.bench.choose(named)
            self.bench.toast.complain(self.bench.catalogue(f"at_risk.{found[0]}", name=path.name, by=found[1]))

    def _is_open(self, path: Path) -> bool:
        """Whether this window has it open for writing; opening it once more would find it locked."""
        if self.bench.project is None or self.bench.session.read_only or not path.exists():
            return False
        return path.samefile(self.bench.session.path)

    def _adopt(self, path: Path) -> bool:
        """Offers to take over the rows of a file that is not opened as it is; whether that was begun."""
        dialog = AlteredDialog(path.name, path.with_name(f"{path.stem} rows{SUFFIX}"), self.bench.window)
        if not self.bench.ask(dialog):
            return False
        target = dialog.value()

        def work(progress: Progress) -> Path:
            adopting.adopt(path, target, progress)
            return target

        self.bench.jobs.start("adopt", work, self._made, self.bench.fail)
        return True

    def open_sample(self, fresh: bool = False) -> None:
        """Opens the sample in the user's folder, making it if it is not there; `fresh` makes another one."""
        path = user_data() / sample.FILE
        if path.exists() and not fresh:
            self.open(path)
            return
        number = 2
        while path.exists():
            path, number = path.with_name(f"sample {number}{SUFFIX}"), number + 1
        who = self._who

        def work(progress: Progress) -> Path:
            sample.build(path, who, progress).close()
            return path

        self.bench.jobs.start("sample", work, self._made, self.bench.fail)

    def _made(self, path: Path) -> None:
        self.open(path)

    def remember(self, path: Path) -> None:
        """The project that was opened last."""
        self.bench.choose(settings.remember(self.bench.settings, path))

    # --- the report ---

    def export(self, chosen: tuple[str, ...] | None = None) -> None:
        """Asks for the particulars of a report, of the chosen claims at first, and writes it in the background."""
        if not self.bench.may_go_out():
            return
        table, title = self.bench.claims, records.project(self.bench.state).title
        selected = chosen or tuple(table.selected())
        path = self.bench.session.path.with_suffix(".pdf")
        shown = table.shown_by_filter()
        dialog = ExportDialog(title, path, self.bench.settings, len(selected), self.bench.window, shown)
        dialog.issue.setEnabled(not self.bench.session.read_only)
        if chosen:
            dialog.claims.setCurrentIndex(dialog.claims.findData("selected"))
        if self.bench.ask(dialog):
            given = dialog.value()
            self.bench.choose(given.settings)
            ids = selected if given.claims == "selected" else table.ids_of(given.claims)
            self.write(given.path, given.title, ids, given.issue)

    def write(
        self, target: Path, title: str = "", claim_ids: tuple[str, ...] | None = None, issue: bool = False
    ) -> None:
        """Writes the report of the project as it is now; asks before, if no font has some of its characters.

        `issue`: it goes out, and the project remembers it.
        """
        self.bench.flush()
        self._write(target, title, claim_ids, issue, anyway=False)

    def _write(self, target: Path, title: str, claim_ids: tuple[str, ...] | None, issue: bool, anyway: bool) -> None:
        bench, path, much = self.bench, self.bench.session.path, self.bench.much()
        chosen, checker = bench.settings, bench.session.who.name

        def work(progress: Progress) -> "Produced":
            from factcheck import publishing  # reportlab loads slowly; the thread waits, not the window

            order = publishing.Order(chosen, title, claim_ids, checker, issue, anyway)
            (made,) = bench.jobs.pieces(publishing.produced, path, target, order, progress=progress, much=much)
            return made

        def done(made: "Produced") -> None:
            if not made.gaps:
                self._written(target, made.issued)
            elif bench.ask(GapsDialog(made.gaps, bench.window)):
                self._write(target, title, claim_ids, issue, anyway=True)

        bench.jobs.start("export", work, done, bench.fail)

    def _written(self, target: Path, issued: IssuedReport | None) -> None:
        if issued is not None:
            from factcheck import publishing

            self.bench.soon(lambda: publishing.issue(self.bench.session, issued, target))
        self.bench.say(tr("The report is in “{name}”.", name=target.name), tr("Open"), lambda: _open(target))
        sealing.go_along(self.bench, target)


def _with_suffix(path: Path) -> Path:
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def _open(target: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
