"""What a window is made of: its views, and who carries out which wishes."""

from PySide6.QtWidgets import QMainWindow

from factcheck import settings
from factcheck.i18n import Catalogue
from factcheck.session import Session
from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.feed import Feed
from factcheck.ui.jobs import Jobs
from factcheck.ui.layout import Layout
from factcheck.ui.places import Places
from factcheck.ui.presenter import Presenter
from factcheck.ui.second_opinion import SecondOpinion
from factcheck.ui.status import Status
from factcheck.ui.survey import Survey
from factcheck.ui.views.article_list import ArticleList
from factcheck.ui.views.claim_panel import ClaimPanel
from factcheck.ui.views.claims_table import ClaimsTable
from factcheck.ui.views.desk import Desk
from factcheck.ui.views.facts_table import FactsTable
from factcheck.ui.views.finding_card import FindingCard
from factcheck.ui.views.findings_list import FindingsList
from factcheck.ui.views.toasts import Toasts
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
from factcheck.ui.wishes.joining import JoiningWishes
from factcheck.ui.wishes.keys import KeyWishes
from factcheck.ui.wishes.media import MediaWishes
from factcheck.ui.wishes.opinions import OpinionWishes
from factcheck.ui.wishes.palette import PaletteWishes
from factcheck.ui.wishes.preview import Mends, PreviewWishes
from factcheck.ui.wishes.printing import PrintWishes
from factcheck.ui.wishes.project import ProjectWishes
from factcheck.ui.wishes.queueing import Queueing
from factcheck.ui.wishes.search import SearchWishes
from factcheck.ui.wishes.second_reading import SecondReadingWishes
from factcheck.ui.wishes.start import StartWishes
from factcheck.ui.wishes.texts import TextWishes
from factcheck.ui.wishes.verifying import VerifyWishes
from factcheck.ui.wishes.withholding import Withholding


class Parts(QMainWindow):
    """A window with all its parts; what it does with a project is the affair of `MainWindow`."""

    def __init__(self, chosen: settings.Settings) -> None:
        super().__init__()
        catalogue, jobs = Catalogue(), Jobs(self)
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
            toast=Toasts(self),
            jobs=jobs,
            feed=Feed(jobs, self),
            survey=Survey(jobs, self),
            opinion=SecondOpinion(jobs, self),
        )
        self.actions_by_key = Actions(self)
        self.bench.toast.key = self.actions_by_key["message"].shortcut().toString
        self.status = Status(self, jobs)
        self.layout_of = Layout(self, self.bench, self.actions_by_key)
        self.presenter = Presenter(self.bench)
        self.bench.panel.details.known = self.bench.claims.table.known = self.presenter.known
        self.places = Places(self.bench, self.layout_of, self.presenter)
        self.article_wishes = ArticleWishes(self.bench, self.presenter)
        self.text_wishes = TextWishes(self.bench, self.presenter, self.article_wishes)
        self.archives = Archives(self.bench, self.article_wishes)
        self.evidence_wishes = EvidenceWishes(self.bench, self.presenter, self.text_wishes, self.archives)
        self.claim_wishes = ClaimWishes(self.bench, self.presenter, self.evidence_wishes, self.layout_of.show_panel)
        self.second = SecondReadingWishes(self.bench, self.presenter, self.actions_by_key, self.reader_changed)
        self.joining = JoiningWishes(self.bench, self.presenter, self.claim_wishes.choose)
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
        self.history = HistoryWishes(self.bench, self.actions_by_key, self.to_claim, self.to_finding)
        self.projects = ProjectWishes(self.bench, self.show_project)
        self.withholding = Withholding(self.bench)
        self.backups = BackupWishes(self.bench, self.projects.open, self.close_project)
        self.projects.damaged = self.backups.offer
        self.previews = PreviewWishes(self.bench, self.to_claim, self.projects.export, self._mends())
        self.printing = PrintWishes(self.bench, self.previews)
        self.verifier = VerifyWishes(self.bench)
        self.start = StartWishes(self.bench, self.layout_of.welcome, self.projects, self.imports.take)
        self.help = HelpWishes(self.bench)
        self.keys = KeyWishes(self.bench, self.actions_by_key)
        self.opinions = OpinionWishes(self.bench, self.actions_by_key)
        self.choosing = Choosing(self.bench, self.layout_of)
        self.seeker = SearchWishes(self.bench, self.article_wishes, self.to_claim)
        self.finder = PaletteWishes(
            self.bench, self.actions_by_key, self.presenter, self.article_wishes.read, self.to_claim
        )

    def show_project(self, session: Session) -> None:
        """Takes an open project in the place of the one before."""
        raise NotImplementedError

    def close_project(self) -> None:
        """Commits what was typed, stops what is under way, and leaves a single file."""
        raise NotImplementedError

    # --- going to what was touched ---

    def to_claim(self, claim_id: str) -> None:
        """A claim that was touched from elsewhere; one that is in the panel already moves nothing."""
        if claim_id != self.presenter.claim:
            self.claim_wishes.choose(claim_id)
        self.layout_of.show_panel()

    def to_finding(self, finding_id: str) -> None:
        if finding_id != self.presenter.finding:
            self.finding_wishes.choose(finding_id)
        self.layout_of.show_card()

    def reader_changed(self) -> None:
        """Another reader is at the desk: what is shown beside the views."""
        self.history.refresh()
        self.previews.reader_changed()

    def _mends(self) -> Mends:
        """What leads from a lack of the report to the place where it is mended."""
        panel = self.bench.panel
        return {
            "no_verdict": lambda _: self.layout_of.to_panel(),
            "no_summary": lambda _: panel.go_to("summary"),
            "no_rationale": lambda _: panel.go_to("rationale"),
            "no_evidence": lambda _: panel.go_to("evidence"),
            "no_second_source": lambda _: panel.go_to("evidence"),
            "no_reason": lambda _: panel.go_to("limits"),
            "no_appearance": lambda _: panel.go_to("appearances"),
            "not_archived": self.evidence_wishes.edit_evidence,
            "article.not_archived": self.article_wishes.edit,
        }
