"""The window: arranges the views, takes projects in and out. Wishes are wired in `wiring`; it does nothing itself."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from factcheck import records, settings
from factcheck.errors import FactCheckError
from factcheck.i18n import Catalogue
from factcheck.model import Entry
from factcheck.session import Session
from factcheck.ui import tab_order
from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.feed import Feed
from factcheck.ui.jobs import Jobs
from factcheck.ui.layout import Layout
from factcheck.ui.places import Places
from factcheck.ui.presenter import Presenter
from factcheck.ui.second_opinion import SecondOpinion
from factcheck.ui.session import UiSession
from factcheck.ui.status import Status
from factcheck.ui.survey import Survey
from factcheck.ui.views.article_list import ArticleList
from factcheck.ui.views.claim_panel import ClaimPanel
from factcheck.ui.views.claims_table import ClaimsTable
from factcheck.ui.views.desk import Desk
from factcheck.ui.views.facts_table import FactsTable
from factcheck.ui.views.finding_card import FindingCard
from factcheck.ui.views.findings_list import FindingsList
from factcheck.ui.views.mark_chooser import choose_mark
from factcheck.ui.views.toast import Toast
from factcheck.ui.wiring import wire
from factcheck.ui.wishes.archives import Archives
from factcheck.ui.wishes.articles import ArticleWishes
from factcheck.ui.wishes.backups import BackupWishes
from factcheck.ui.wishes.bulk import BulkWishes
from factcheck.ui.wishes.choosing import Choosing
from factcheck.ui.wishes.claims import ClaimWishes
from factcheck.ui.wishes.desk import DeskWishes
from factcheck.ui.wishes.drops import DropWishes
from factcheck.ui.wishes.elsewhere import ElsewhereWishes
from factcheck.ui.wishes.evidence import EvidenceWishes
from factcheck.ui.wishes.findings import FindingWishes
from factcheck.ui.wishes.handing import HandingWishes
from factcheck.ui.wishes.help import HelpWishes
from factcheck.ui.wishes.history import HistoryWishes
from factcheck.ui.wishes.importing import ImportWishes
from factcheck.ui.wishes.media import MediaWishes
from factcheck.ui.wishes.opinions import OpinionWishes
from factcheck.ui.wishes.palette import PaletteWishes
from factcheck.ui.wishes.preview import Mends, PreviewWishes
from factcheck.ui.wishes.project import ProjectWishes
from factcheck.ui.wishes.queueing import Queueing
from factcheck.ui.wishes.start import StartWishes
from factcheck.ui.wishes.texts import TextWishes
from factcheck.ui.wishes.verifying import VerifyWishes
from factcheck.ui.wishes.withholding import Withholding


class MainWindow(QMainWindow):
    """One window on one project at a time."""

    #: An exception that nobody caught, from any thread.
    broke = Signal(object)

    def __init__(self, chosen: settings.Settings) -> None:
        super().__init__()
        catalogue, jobs = Catalogue(chosen.language), Jobs(self)
        self.bench = Bench(
            window=self,
            catalogue=catalogue,
            settings=chosen,
            desk=Desk(),
            articles=ArticleList(),
            claims=ClaimsTable(catalogue),
            findings=FindingsList(catalogue),
            facts=FactsTable(),
            panel=ClaimPanel(catalogue),
            card=FindingCard(catalogue),
            toast=Toast(self),
            jobs=jobs,
            feed=Feed(jobs, self),
            survey=Survey(jobs, self),
            opinion=SecondOpinion(jobs, self),
        )
        self.actions_by_key = Actions(self)
        self.status = Status(self, jobs)
        self.layout_of = Layout(self, self.bench, self.actions_by_key)
        self.presenter = Presenter(self.bench)
        self.places = Places(self.bench, self.layout_of, self.presenter)
        self.article_wishes = ArticleWishes(self.bench, self.presenter)
        self.text_wishes = TextWishes(self.bench, self.presenter, self.article_wishes)
        self.archives = Archives(self.bench, self.article_wishes)
        self.evidence_wishes = EvidenceWishes(self.bench, self.presenter, self.text_wishes, self.archives)
        self.claim_wishes = ClaimWishes(self.bench, self.presenter, self.evidence_wishes, self.layout_of.show_panel)
        self.withholding = Withholding(self.bench)
        self.bulk = BulkWishes(self.bench)
        self.handing = HandingWishes(self.bench)
        self.queueing = Queueing(self.bench, self.article_wishes, self.claim_wishes.current_name)
        self.imports = ImportWishes(self.bench, self.queueing)
        self.drops = DropWishes(self.bench, self.presenter, self.imports)
        self.media = MediaWishes(self.bench, self.claim_wishes, self.drops, self.queueing)
        self.finding_wishes = FindingWishes(
            self.bench, self.presenter, self.article_wishes, self.layout_of.show_card, self.layout_of.to_findings
        )
        self.reading = DeskWishes(self.bench, self.actions_by_key)
        self.elsewhere = ElsewhereWishes(self.bench, self.presenter, self.article_wishes)
        self.history = HistoryWishes(self.bench, self.actions_by_key, self._to_claim, self._to_finding)
        self.projects = ProjectWishes(self.bench, self.show_project)
        self.backups = BackupWishes(self.bench, self.projects.open, self.close_project)
        self.projects.damaged = self.backups.offer
        self.previews = PreviewWishes(self.bench, self._to_claim, self.projects.export, self._mends())
        self.verifier = VerifyWishes(self.bench)
        self.start = StartWishes(self.bench, self.layout_of.welcome, self.projects, self.imports.take)
        self.help = HelpWishes(self.bench, self.actions_by_key)
        self.opinions = OpinionWishes(self.bench, self.actions_by_key)
        self.choosing = Choosing(self.bench, self.layout_of)
        self.finder = PaletteWishes(
            self.bench, self.actions_by_key, self.presenter, self.article_wishes.open, self._to_claim
        )
        wire(self)
        self.status.reviews.clicked.connect(self._review)
        self.status.opinion.clicked.connect(self.opinions.ask)
        self._wire_news()
        self.actions_by_key.allow(False)
        #: Whether closing was refused since the last thing that was kept.
        self._warned = False

    # --- the project ---

    def show_project(self, session: Session) -> None:
        """Takes an open project in the place of the one before, which is closed; or shows none if it cannot be read."""
        self.close_project()
        project = UiSession(session, self)
        self.bench.project = project
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

    def _show_all(self, session: Session) -> None:
        self.bench.opinion.open(session)
        self.bench.feed.open(session)
        self.bench.survey.open(session)
        self.presenter.open()
        self.status.show_project(session)
        self._count_reviews()
        self.bench.desk.set_read_only(session.read_only)
        self.bench.panel.set_read_only(session.read_only)
        self.bench.card.set_read_only(session.read_only)
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

    def close_project(self) -> None:
        """Commits what was typed, stops what is under way, and leaves a single file."""
        if self.bench.project is None:
            return
        self.bench.flush()
        self.places.keep()
        self.finding_wishes.forget()
        self.previews.forget()
        self.bench.feed.close()
        self.bench.survey.close()
        self.bench.opinion.close()
        self.reading.suggesting.forget()
        self.bench.jobs.wait()
        project, self.bench.project = self.bench.project, None
        self.queueing.forget()
        with self.bench.told():
            project.close()
        project.deleteLater()

    def _changed(self, entry: Entry) -> None:
        self._warned = False
        self.bench.feed.entry(entry)
        self.presenter.entry(entry)
        self.status.show_entry(entry)
        self._count_reviews()
        self.history.refresh()
        self.previews.renew_soon()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.bench.project and not self.bench.flush() and not self._warned:
            self._warned = True
            event.ignore()  # what was typed could not be kept: it is still there to be copied, and closing again closes
            return
        self.close_project()
        self.layout_of.remember()
        self.imports.close()
        self.previews.close()
        super().closeEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        found = tab_order.step(self, forwards)
        if found is None:
            return super().focusNextPrevChild(forwards)
        found.setFocus(Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason)
        return True

    def crashed(self, error: BaseException) -> None:
        """The world's fault in a sentence, wherever it was met; anything else as a report that can be copied."""
        if isinstance(error, FactCheckError):
            self.bench.fail(error)
        else:
            self.help.crashed(error)

    def _focus_moved(self) -> None:
        """A field was left: what is typed next, in it or in another, is a step of its own."""
        if self.bench.project:
            self.bench.session.end_typing()

    # --- news ---

    def _wire_news(self) -> None:
        feed = self.bench.feed
        feed.changed.connect(self.presenter.findings)
        feed.changed.connect(lambda _: self.previews.renew_soon())
        feed.running.connect(self.presenter.running)
        feed.failed.connect(self.bench.fail)
        feed.running.connect(lambda running: None if running else self.bench.survey.renew())
        survey = self.bench.survey
        survey.changed.connect(self.presenter.events)
        survey.table_made.connect(self.presenter.facts)
        survey.table_ended.connect(self.bench.facts.stopped)
        survey.failed.connect(self.bench.fail)
        opinion = self.bench.opinion
        feed.weigh = opinion.weigh
        opinion.changed.connect(feed.reweigh)
        opinion.counted.connect(self.status.show_opinion)
        opinion.answered.connect(self.opinions.answered)
        opinion.failed.connect(self.bench.fail)
        self.broke.connect(self.crashed, Qt.ConnectionType.QueuedConnection)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    # --- what concerns more than one part ---

    def _count_reviews(self) -> None:
        with self.bench.told():
            self.status.show_reviews(len(records.needing_review(self.bench.state)))

    def _review(self) -> None:
        """The next claim that has a passage to be looked at again."""
        if claim_id := self.text_wishes.next_to_review():
            self.claim_wishes.choose(claim_id, scroll=False)

    def mark_clicked(self, claim_ids: list[str], at: QPoint) -> None:
        """One claim at the place is chosen; of several a person chooses."""
        if len(claim_ids) == 1:
            self._choose_mark(claim_ids[0])
        elif claim_ids:
            chooser = choose_mark(self.bench.desk.clicked_marks(claim_ids), at, self)
            chooser.chosen.connect(self._choose_mark)

    def _to_claim(self, claim_id: str) -> None:
        """A claim that was touched from elsewhere; one that is in the panel already moves nothing."""
        if claim_id != self.presenter.claim:
            self.claim_wishes.choose(claim_id)
        self.layout_of.show_panel()

    def _to_finding(self, finding_id: str) -> None:
        if finding_id != self.presenter.finding:
            self.finding_wishes.choose(finding_id)
        self.layout_of.show_card()

    def _mends(self) -> Mends:
        """What leads from a lack of the report to the place where it is mended."""
        panel = self.bench.panel
        return {
            "no_verdict": lambda _: self.layout_of.to_panel(),
            "no_summary": lambda _: panel.go_to("summary"),
            "no_rationale": lambda _: panel.go_to("rationale"),
            "no_evidence": lambda _: panel.go_to("evidence"),
            "no_second_source": lambda _: panel.go_to("evidence"),
            "no_appearance": lambda _: panel.go_to("appearances"),
            "not_archived": self.evidence_wishes.edit_evidence,
            "article.not_archived": self.article_wishes.edit,
        }

    def _choose_mark(self, claim_id: str) -> None:
        self.claim_wishes.choose(claim_id, scroll=False)  # its words are where the click was

    def arranged(self) -> None:
        """Panes show other articles, or another one is the current."""
        if self.bench.project is not None:
            self.presenter.arranged()
