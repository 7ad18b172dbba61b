"""The window: takes projects in and out, passes news on. What it is made of is in `parts`, its wires in `wiring`.

It can be shown before it has parts: what they need is loaded by what uses it, none of it with this module.
"""

from typing import TYPE_CHECKING

from PySide6 import QtCore  # the name Qt is taken when it is used: its hundred enumerations take 15 ms
from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from factcheck.errors import FactCheckError
from factcheck.settings import Settings
from factcheck.ui import housekeeping, theme
from factcheck.ui.frame import Frame
from factcheck.ui.text import tr

if TYPE_CHECKING:
    from factcheck.model import Entry
    from factcheck.session import Session
    from factcheck.ui.front import Front
    from factcheck.ui.reading_window import ReadingWindow


#: Milliseconds.
_NOTED_EVERY = 15_000


class MainWindow(Frame):
    """One window on one project at a time."""

    #: An exception that nobody caught, from any thread.
    broke = Signal(object)

    def __init__(self, chosen: Settings, *, bare: bool = False) -> None:
        super().__init__()
        self.chosen = chosen
        #: Second windows on the project, which only read.
        self.readers: list[ReadingWindow] = []
        #: Whether its parts are being made, and whether it is to be closed when they are.
        self.begun = self.leaving = False
        #: Whether closing was refused since the last thing that was kept.
        self._warned = False
        if not bare:
            self.make_front()
            self.furnish()

    def make_front(self) -> "Front":
        """Gives a bare window what is seen first of a project."""
        from factcheck.ui.front import Front

        self.begun = True
        with theme.unstyled():
            self.front = front = Front(self, self.chosen)
        self.bench, self.actions_by_key, self.status, self.layout_of = (
            front.bench,
            front.actions,
            front.status,
            front.layout,
        )
        return front

    def furnish(self) -> None:
        """Gives a window that has its front all else that it has."""
        from factcheck.ui import parts, wiring

        with theme.unstyled():
            parts.make(self)
        wiring.wire(self)
        self.status.reviews.clicked.connect(self._review)
        self.status.opinion.clicked.connect(self.opinions.ask)
        self._wire_news()
        self.actions_by_key.allow(False)
        #: Where one is in the project is remembered from time to time: a program that is killed closes nothing.
        self.noting = QTimer(self, interval=_NOTED_EVERY)
        self.noting.timeout.connect(self.places.note)
        self.noting.start()
        self.furnished = True

    # --- the project ---

    def show_project(self, session: "Session") -> None:
        """Takes an open project in the place of the one before, which is closed; or shows none if it cannot be read."""
        from factcheck.ui.session import UiSession

        project = self.bench.project
        if project is None or project.session is not session:  # else it is what the window showed first
            self.close_project()
            project = self.bench.project = UiSession(session, self)
        self.bench.toast.clear()  # whatever kept one from opening a project before
        project.changed.connect(self._changed)
        self.layout_of.show_work(True)
        try:
            self._show_all(session)
        except FactCheckError:
            self.leave_project()
            raise
        self.projects.remember(session.path)
        if not self.places.go_back():
            self.layout_of.to_work()

    def _show_all(self, session: "Session") -> None:
        self.bench.opinion.open(session)
        self.bench.feed.open(session)
        self.bench.survey.open(session)
        self.presenter.open()
        self.status.show_project(session)
        self._count()
        bench = self.bench
        for part in (bench.articles, bench.desk, bench.claims, bench.panel, bench.card):
            part.set_read_only(session.read_only)
        self.actions_by_key.allow(not session.read_only)
        self.history.refresh()

    def leave_project(self) -> None:
        """Closes the project; the first page is seen."""
        if self.bench.project is not None and not self.bench.flush():
            return  # what was typed could not be kept, which was told
        self.close_project()
        self.presenter.blank()
        self.status.show_nothing()
        self.actions_by_key.allow(False)
        self.layout_of.show_work(False)
        self.start.refresh()

    def _unreadable(self, error: object) -> None:
        """The open project turns out not to be one that can be read: it is left, and what can be done is offered."""
        if not isinstance(error, FactCheckError) or self.bench.project is None:
            self.bench.fail(error)
            return
        path = self.bench.session.path
        self.leave_project()
        self.projects.refused(path, error)

    def close_project(self) -> None:
        """Commits what was typed, stops what is under way, and leaves a single file."""
        if self.bench.project is None:
            return
        for reader in [*self.readers]:
            reader.close()
        self.bench.flush()
        self.bench.large.settle()
        self.places.keep()
        self.finding_wishes.forget()
        self.previews.forget()
        self.seeker.forget()
        self.bench.feed.close()
        self.bench.survey.close()
        self.bench.opinion.close()
        self.reading.suggesting.forget()
        self.bench.jobs.wait()
        self.presenter.close()
        project, self.bench.project = self.bench.project, None
        self.queueing.forget()
        with self.bench.told():
            project.close()
        project.deleteLater()
        housekeeping.look_at_all()

    def _changed(self, entry: "Entry") -> None:
        self._warned = False
        self.bench.feed.entry(entry)
        self.presenter.entry(entry)
        self.history.refresh()
        self.status.show_entry(entry, self.history.last())
        self._count()
        self.previews.renew_soon()
        for reader in self.readers:
            reader.follow(entry)

    def open_second(self) -> None:
        """One more window on the project, to read in, at the place where this one is; it goes with this one."""
        from factcheck.session import Session
        from factcheck.ui.reading_window import ReadingWindow  # a kind of this one

        if self.bench.project is None:
            self.bench.say(tr("Open a project or make one first."))
            return
        self.places.note()
        with self.bench.told():
            session = Session.open(self.bench.session.path, self.bench.session.who, read_only=True)
            reader = ReadingWindow(self.bench.settings, session, self.bench.reader)
            self.readers.append(reader)
            reader.closed.connect(lambda: self.readers.remove(reader))
            reader.resize(self.size())
            reader.show()

    def reader_changed(self) -> None:
        super().reader_changed()
        for window in self.readers:
            window.second.read_as(self.bench.reader)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.furnished:
            self.leaving = self.begun
            event.setAccepted(not self.begun)  # it closes in the orderly way when it has what it takes
            return
        if self.bench.project and not self._kept() and not self._warned:
            self._warned = True
            event.ignore()  # what was typed could not be kept: it is still there to be copied, and closing again closes
            return
        self.close_project()
        self.layout_of.remember()
        self.imports.close()
        self.previews.close()
        self.bench.jobs.close()
        super().closeEvent(event)

    def _kept(self) -> bool:
        """Whether all that was typed or wished is in the file; what the world refuses of it is told."""
        before = self.bench.refusals
        self.bench.flush()
        self.bench.large.settle()
        return self.bench.refusals == before

    def crashed(self, error: BaseException) -> None:
        """The world's fault in a sentence, wherever it was met; anything else as a report that can be copied."""
        if isinstance(error, FactCheckError):
            self.bench.fail(error)
        else:
            self.help.crashed(error)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """A field was left: what is typed next, in it or in another, is a step of its own."""
        self.layout_of.note_where(before, now)
        if self.bench.project:
            self.bench.session.end_typing()

    # --- news ---

    def _wire_news(self) -> None:
        feed = self.bench.feed
        feed.changed.connect(self.presenter.findings)
        feed.settled.connect(self.presenter.articles.told)
        feed.settled.connect(self.places.go_to_finding)
        feed.changed.connect(lambda _: self.previews.renew_soon())
        feed.changed.connect(lambda _: self._count())
        feed.running.connect(lambda _running: self.presenter.articles.told())
        feed.failed.connect(self.bench.fail)
        feed.unreadable.connect(self._unreadable)
        self.projects.turned_out = self._unreadable
        feed.running.connect(lambda running: None if running else self.bench.survey.renew())
        survey = self.bench.survey
        survey.changed.connect(self.presenter.events)
        survey.table_made.connect(self.presenter.facts)
        survey.table_ended.connect(self.bench.facts.stopped)
        survey.failed.connect(self.bench.fail)
        opinion = self.bench.opinion
        feed.weigh, feed.lend = opinion.weigh, self.bench.lend
        opinion.changed.connect(feed.reweigh)
        opinion.counted.connect(self.status.show_opinion)
        opinion.answered.connect(self.opinions.answered)
        opinion.failed.connect(self.bench.fail)
        self.broke.connect(self.crashed, QtCore.Qt.ConnectionType.QueuedConnection)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    # --- what concerns more than one part ---

    def _count(self) -> None:
        """What the status bar says of the project."""
        from factcheck import records
        from factcheck.model import DISPUTED

        listing = self.presenter.claims.listing
        if self.bench.project is None or listing is None:
            return
        try:
            disputes = [f for f in self.bench.feed.findings if f.kind in DISPUTED and f.ruling is None]
            self.status.show_counts(len(self.presenter.articles), listing.total(), len(disputes))
            self.status.show_reviews(len(records.needing_review(self.bench.state)))
        except FactCheckError as error:
            self.bench.fail(error)

    def _review(self) -> None:
        """The next claim that has a passage to be looked at again."""
        if claim_id := self.text_wishes.next_to_review():
            self.claim_wishes.choose(claim_id, scroll=False)

    def mark_clicked(self, claim_ids: list[str], at: QPoint) -> None:
        """One claim at the place is chosen; of several a person chooses."""
        if len(claim_ids) == 1:
            self._choose_mark(claim_ids[0])
        elif claim_ids:
            from factcheck.ui.views.mark_chooser import choose_mark

            chooser = choose_mark(self.bench.desk.clicked_marks(claim_ids), at, self)
            chooser.chosen.connect(self._choose_mark)

    def _choose_mark(self, claim_id: str) -> None:
        self.claim_wishes.choose(claim_id, scroll=False)  # its words are where the click was

    def arranged(self, article_id: str) -> None:
        """A pane shows this article, or, with "", panes changed their places."""
        if self.bench.project is not None:
            self.presenter.arranged(article_id)
