"""What the wishes work on: the views, the open project, the jobs, and how a person is told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QMainWindow

from factcheck import blind, settings
from factcheck.errors import FactCheckError
from factcheck.i18n import Catalogue
from factcheck.model import Article, Claim, Edit, Entry, Reader
from factcheck.records import Records
from factcheck.session import Session
from factcheck.settings import Settings
from factcheck.steps import Step, Way
from factcheck.ui.session import UiSession
from factcheck.ui.text import tr
from factcheck.ui.views.article_list import ArticleList
from factcheck.ui.views.claims_table import ClaimsTable
from factcheck.ui.views.desk import Desk
from factcheck.writing import Writing

if TYPE_CHECKING:  # loaded when they are made, which is after the window shows what it was opened for
    from factcheck.ui.feed import Feed
    from factcheck.ui.jobs import Jobs
    from factcheck.ui.large_steps import LargeSteps
    from factcheck.ui.second_opinion import SecondOpinion
    from factcheck.ui.survey import Survey
    from factcheck.ui.views.claim_panel import ClaimPanel
    from factcheck.ui.views.facts_table import FactsTable
    from factcheck.ui.views.finding_card import FindingCard
    from factcheck.ui.views.findings_list import FindingsList
    from factcheck.ui.views.toasts import Toasts

#: What is much for a thread beside the window: so many claims, an article counting as some.
_MUCH, _CLAIMS_AN_ARTICLE = 500, 20


@dataclass
class Bench:
    """The parts of one window; those that are not seen first are made when they are asked for.

    `project` is None while no project is open.
    """

    window: QMainWindow
    catalogue: Catalogue
    settings: Settings
    desk: Desk
    articles: ArticleList
    claims: ClaimsTable
    project: UiSession | None = None
    #: As whom the person reads.
    reader: Reader = Reader.first
    #: How often the world has refused something.
    refusals: int = 0

    @cached_property
    def findings(self) -> "FindingsList":
        from factcheck.ui.views.findings_list import FindingsList

        return FindingsList(self.catalogue)

    @cached_property
    def facts(self) -> "FactsTable":
        from factcheck.ui.views.facts_table import FactsTable

        return FactsTable()

    @cached_property
    def panel(self) -> "ClaimPanel":
        from factcheck.ui.views.claim_panel import ClaimPanel

        return ClaimPanel(self.catalogue)

    @cached_property
    def card(self) -> "FindingCard":
        from factcheck.ui.views.finding_card import FindingCard

        return FindingCard(self.catalogue)

    @cached_property
    def toast(self) -> "Toasts":
        from factcheck.ui.views.toasts import Toasts

        return Toasts(self.window)

    @cached_property
    def jobs(self) -> "Jobs":
        from factcheck.ui.jobs import Jobs

        return Jobs(self.window)

    @cached_property
    def feed(self) -> "Feed":
        from factcheck.ui.feed import Feed

        return Feed(self.jobs, self.window)

    @cached_property
    def survey(self) -> "Survey":
        from factcheck.ui.survey import Survey

        return Survey(self.jobs, self.window)

    @cached_property
    def opinion(self) -> "SecondOpinion":
        from factcheck.ui.second_opinion import SecondOpinion

        return SecondOpinion(self.jobs, self.window)

    @property
    def session(self) -> Session:
        """The open project; wishes that need one are not offered without."""
        assert self.project is not None
        return self.project.session

    @property
    def state(self) -> Records:
        """The records as they are now."""
        return self.session.records

    @property
    def seen(self) -> Records:
        """The same, as the reader at the desk may see them; what views show is made of these."""
        return blind.seen_by(self.state, self.reader)

    def may_go_out(self) -> bool:
        """Whether there is a project of which the reader may write what tells first verdicts; if not, that is told."""
        if self.project is None:
            return False
        if not blind.may_go_out(self.reader):
            self.say(tr("You read blind, and this would tell first verdicts. Read as the first reader to do it."))
            return False
        return True

    def much(self) -> bool:
        """Whether the project has so much in it that going through all of it is for a process of its own."""
        return self.state.count(Claim) + _CLAIMS_AN_ARTICLE * self.state.count(Article) > _MUCH

    @cached_property
    def large(self) -> "LargeSteps":
        """What carries out steps that change very much."""
        from factcheck.ui.large_steps import LargeSteps

        return LargeSteps(self)

    def editable(self) -> bool:
        """Whether there is a project that can be changed; if not, that is told."""
        if self.project is None:
            self.say(tr("Open a project or make one first."))
        elif self.session.read_only:
            self.say(tr("This project is open read-only."))
        else:
            return True
        return False

    def flush(self) -> bool:
        """Commits all that was typed; False if the world refused some of it, which was told."""
        before = self.refusals
        self.claims.flush()
        self.panel.flush()
        self.card.flush()
        return self.refusals == before

    def ask(self, dialog: QDialog) -> bool:
        """Shows a dialog until it is closed; whether it was accepted. What was typed in it can still be read then."""
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return accepted

    def do(self, make: Callable[[Records], Edit]) -> Entry | None:
        """Carries out an edit; what the world refuses is told, and None returned, as of one that has to wait."""
        if self.project is None or self.large.held.takes(lambda: self.do(make)):
            return None
        with self.told():
            return self.project.do(make)
        return None

    def soon(self, act: Callable[[], object]) -> None:
        """Does what changes the project: now, or as soon as the step that is on its way into it is written."""
        if self.project is None or not self.large.held.takes(lambda: self.soon(act)):
            with self.told():
                act()

    def lend(self, name: str, work: Callable[[Session], object], done: Callable[[Writing], object]) -> None:
        """As soon as nothing else is written, a worker does `work` with a session of its own; then `done` is to end it.

        What a person wishes to change meanwhile is done after it.
        """
        self.soon(partial(self._lend, name, work, done))

    def _lend(self, name: str, work: Callable[[Session], object], done: Callable[[Writing], object]) -> None:
        if self.project is None:
            return
        session = self.session
        writing = session.lend(work)

        def ended() -> None:
            if self.project is not None and self.session is session:
                done(writing)
                self.large.held.release()

        job = self.jobs.start(name, lambda _: writing.write(), lambda _: None, self.fail, quiet=True)
        job.ended.connect(ended)

    @contextmanager
    def told(self) -> Iterator[None]:
        """The world's faults become a message in the window."""
        try:
            yield
        except FactCheckError as error:
            self.fail(error)

    def used(self, path: Path) -> None:
        """The folder in which the next dialog begins."""
        self.choose(replace(self.settings, folder=str(path if path.is_dir() else path.parent)))

    def choose(self, chosen: Settings) -> None:
        """These settings from now on; of them only what is another one is written, since others write them too."""
        settings.keep(self.settings, chosen)
        self.settings = chosen

    def fail(self, error: object) -> None:
        """Tells of a fault of the world's; any other is a bug, and goes the way of bugs."""
        if not isinstance(error, FactCheckError):
            assert isinstance(error, BaseException)
            raise error
        self.refusals += 1
        self.toast.complain(str(error))

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Tells what was done, with a button to act on it if there is one."""
        self.toast.say(text, action, act)

    def done(self, text: str) -> None:
        """Tells what the last step did, with a button that takes this very step back."""
        session, step = self.session, self.session.next_undo
        self.say(text, tr("Undo"), lambda: self._take_back(session, step))

    def _take_back(self, session: Session, step: Step | None) -> None:
        self.flush()
        self.soon(lambda: self._undo(session, step))

    def _undo(self, session: Session, step: Step | None) -> None:
        """Only while nothing was done since: another step is not meant."""
        if step is None or self.project is None or self.session is not session or session.next_undo != step:
            self.say(tr("Other steps were taken since; the history goes back to before any of them."))
        elif self.large.is_large(step):
            self.large.go(step, Way.undo, lambda _entry: None)
        else:
            session.undo()
