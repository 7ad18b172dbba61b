"""The window: arranges the views and wires each wish to whoever carries it out. It does nothing itself."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from factcheck import settings
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
from factcheck.ui.session import UiSession
from factcheck.ui.status import Status
from factcheck.ui.views.article_list import ArticleList
from factcheck.ui.views.claim_panel import ClaimPanel
from factcheck.ui.views.claims_table import ClaimsTable
from factcheck.ui.views.desk import Desk
from factcheck.ui.views.finding_card import FindingCard
from factcheck.ui.views.findings_list import FindingsList
from factcheck.ui.views.mark_chooser import choose_mark
from factcheck.ui.views.toast import Toast
from factcheck.ui.wishes.articles import ArticleWishes
from factcheck.ui.wishes.claims import ClaimWishes
from factcheck.ui.wishes.findings import FindingWishes
from factcheck.ui.wishes.help import HelpWishes
from factcheck.ui.wishes.history import HistoryWishes
from factcheck.ui.wishes.project import ProjectWishes


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
            panel=ClaimPanel(catalogue),
            card=FindingCard(catalogue),
            toast=Toast(self),
            jobs=jobs,
            feed=Feed(jobs, self),
        )
        self.actions_by_key = Actions(self)
        self.status = Status(self, jobs)
        self.layout_of = Layout(self, self.bench, self.actions_by_key)
        self.presenter = Presenter(self.bench)
        self.places = Places(self.bench, self.layout_of, self.presenter)
        self.article_wishes = ArticleWishes(self.bench, self.presenter)
        self.claim_wishes = ClaimWishes(self.bench, self.presenter, self.article_wishes, self.layout_of.show_panel)
        self.finding_wishes = FindingWishes(self.bench, self.presenter, self.article_wishes, self.layout_of.show_card)
        self.history = HistoryWishes(self.bench, self.actions_by_key, self._to_claim, self._to_finding)
        self.projects = ProjectWishes(self.bench, self.show_project)
        self.help = HelpWishes(self.bench, self.actions_by_key)
        self._wire_actions()
        self._wire_articles()
        self._wire_claims()
        self._wire_findings()
        self._wire_news()
        self.actions_by_key.allow(False)

    # --- the project ---

    def show_project(self, session: Session) -> None:
        """Takes an open project in the place of the one before, which is closed; or shows none if it cannot be read."""
        self.close_project()
        project = UiSession(session, self)
        self.bench.project = project
        project.changed.connect(self._changed)
        try:
            self._show_all(session)
        except FactCheckError:
            self.close_project()
            self.presenter.blank()
            self.status.show_nothing()
            self.actions_by_key.allow(False)
            raise
        self.projects.remember(session.path)
        if not self.places.go_back():
            self.layout_of.to_work()

    def _show_all(self, session: Session) -> None:
        self.bench.feed.open(session)
        self.presenter.open()
        self.status.show_project(session)
        self.bench.panel.set_read_only(session.read_only)
        self.bench.card.set_read_only(session.read_only)
        self.actions_by_key.allow(not session.read_only)
        self.history.refresh()

    def close_project(self) -> None:
        """Commits what was typed, stops what is under way, and leaves a single file."""
        if self.bench.project is None:
            return
        self.bench.flush()
        self.places.keep()
        self.finding_wishes.forget()
        self.bench.feed.close()
        self.bench.jobs.wait()
        project, self.bench.project = self.bench.project, None
        with self.bench.told():
            project.close()
        project.deleteLater()

    def _changed(self, entry: Entry) -> None:
        self.bench.feed.entry(entry)
        self.presenter.entry(entry)
        self.status.show_entry(entry)
        self.history.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.bench.project and not self.bench.flush():
            event.ignore()  # what was typed could not be kept: it is still there to be copied, and closing again closes
            return
        self.close_project()
        self.layout_of.remember()
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

    # --- wiring, a line per wish ---

    def _wire_actions(self) -> None:
        projects, articles, claims, findings = (
            self.projects,
            self.article_wishes,
            self.claim_wishes,
            self.finding_wishes,
        )
        desk, layout = self.bench.desk, self.layout_of
        self.actions_by_key.wire(
            new=projects.new,
            open=projects.choose,
            open_sample=lambda: projects.open_sample(fresh=True),
            import_files=articles.choose_files,
            import_folder=articles.choose_folder,
            paste_article=articles.paste,
            export=projects.export,
            backup=projects.backup,
            quit=self.close,
            undo=self.history.undo,
            redo=self.history.redo,
            withdraw_article=articles.withdraw_current,
            edit_article=articles.edit_current,
            claim=claims.mark,
            appearance=claims.add_appearance,
            evidence_passage=claims.add_passage,
            evidence_link=claims.add_link,
            evidence_note=claims.add_note,
            evidence_file=claims.add_file,
            clear_verdict=claims.clear_verdict,
            withdraw_claim=claims.withdraw_current,
            match=self.bench.feed.match,
            contradiction=findings.take_side,
            confirm=lambda: findings.rule_current("confirmed"),
            dismiss=lambda: findings.rule_current("dismissed"),
            scope=lambda: findings.rule_current("scope"),
            clear_ruling=lambda: findings.rule_current(""),
            remove_contradiction=findings.remove_current,
            next_finding=lambda: findings.step(1),
            previous_finding=lambda: findings.step(-1),
            split=layout.split,
            close_pane=lambda: desk.close_pane(desk.current_pane()),
            swap=desk.swap,
            zoom_in=lambda: desk.zoom(1),
            zoom_out=lambda: desk.zoom(-1),
            to_articles=layout.to_articles,
            to_desk=layout.to_desk,
            to_claims=layout.to_claims,
            to_findings=layout.to_findings,
            to_panel=layout.to_panel,
            system=lambda: layout.choose_theme("system"),
            light=lambda: layout.choose_theme("light"),
            dark=lambda: layout.choose_theme("dark"),
            about=self.help.about,
            keys=self.help.keys,
        )
        for digit in range(10):
            key = QShortcut(QKeySequence(str(digit)), desk, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda digit=digit: claims.rate_current(digit))

    def _wire_articles(self) -> None:
        desk, rows, wishes = self.bench.desk, self.bench.articles, self.article_wishes
        desk.article_wished.connect(lambda pane, article_id: wishes.show(article_id, pane))
        desk.files_dropped.connect(wishes.read)
        desk.text_dropped.connect(wishes.paste)
        desk.import_wished.connect(wishes.choose_files)
        desk.arranged.connect(self._arranged)
        desk.mark_clicked.connect(self._mark_clicked)
        rows.open_wished.connect(wishes.open)
        rows.edit_wished.connect(wishes.edit)
        rows.withdraw_wished.connect(wishes.withdraw)
        rows.import_wished.connect(wishes.choose_files)

    def _wire_claims(self) -> None:
        desk, table, panel, wishes = self.bench.desk, self.bench.claims, self.bench.panel, self.claim_wishes
        desk.claim_wished.connect(wishes.mark_words)
        desk.evidence_wished.connect(wishes.add_words)
        table.claim_chosen.connect(wishes.choose)
        table.claim_opened.connect(lambda _id: self.layout_of.to_panel())
        table.verdict_wished.connect(wishes.rate_by_digit)
        table.status_wished.connect(wishes.set_status)
        table.withdraw_wished.connect(wishes.withdraw)
        panel.field_edited.connect(wishes.write)
        panel.verdict_field_edited.connect(wishes.write_verdict)
        panel.verdict_wished.connect(wishes.rate)
        panel.status_wished.connect(lambda claim_id, status: wishes.set_status([claim_id], status))
        panel.withdraw_wished.connect(lambda claim_id: wishes.withdraw([claim_id]))
        panel.evidence_add_wished.connect(wishes.add_evidence)
        panel.evidence_edit_wished.connect(wishes.edit_evidence)
        panel.evidence_remove_wished.connect(wishes.remove_evidence)
        panel.evidence_move_wished.connect(wishes.move_evidence)
        panel.evidence_stance_wished.connect(wishes.weigh)
        panel.evidence_open_wished.connect(wishes.open_evidence)
        panel.appearance_wished.connect(wishes.go_to)
        panel.appearance_remove_wished.connect(wishes.remove_appearance)
        panel.appearance_add_wished.connect(lambda _claim_id: wishes.add_appearance())
        panel.finding_wished.connect(self.finding_wishes.choose)
        panel.link_wished.connect(wishes.open_link)

    def _wire_findings(self) -> None:
        desk, rows, card, wishes = self.bench.desk, self.bench.findings, self.bench.card, self.finding_wishes
        desk.contradiction_side_wished.connect(wishes.take_words)
        rows.finding_chosen.connect(wishes.choose)
        rows.finding_opened.connect(lambda _id: self.layout_of.to_panel())
        rows.ruling_wished.connect(wishes.rule)
        rows.claims_wished.connect(wishes.make_claims)
        card.passage_wished.connect(self.article_wishes.reveal)
        card.ruling_wished.connect(wishes.rule)
        card.claims_wished.connect(wishes.make_claims)
        card.reshape_wished.connect(wishes.reshape)
        card.split_wished.connect(wishes.split)
        card.join_wished.connect(wishes.join)

    def _wire_news(self) -> None:
        feed = self.bench.feed
        feed.changed.connect(self.presenter.findings)
        feed.running.connect(self.presenter.running)
        feed.failed.connect(self.bench.fail)
        self.broke.connect(self.crashed, Qt.ConnectionType.QueuedConnection)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    # --- what concerns more than one part ---

    def _mark_clicked(self, claim_ids: list[str], at: QPoint) -> None:
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

    def _choose_mark(self, claim_id: str) -> None:
        self.claim_wishes.choose(claim_id, scroll=False)  # its words are where the click was

    def _arranged(self) -> None:
        if self.bench.project is not None:
            self.presenter.arranged()
