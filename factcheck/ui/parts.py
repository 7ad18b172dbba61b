"""What a window is made of: its views, and who carries out which wishes."""

from factcheck.ui.frame import Frame
from factcheck.ui.places import Places
from factcheck.ui.presenter import Presenter
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


def make(window: Frame) -> None:
    """All that a window has beside what it shows first."""
    bench, front = window.bench, window.front
    bench.toast.key = front.actions["message"].shortcut().toString
    bench.toast.stand_in(front.status.counts, front.status.room)
    front.status.follow(bench.jobs)
    front.layout.complete()
    window.presenter = Presenter(bench, front.claims, front.articles)
    window.bench.panel.details.known = window.bench.claims.table.known = window.presenter.known
    window.places = Places(window.bench, window.layout_of, window.presenter)
    window.article_wishes = ArticleWishes(window.bench, window.presenter)
    window.text_wishes = TextWishes(window.bench, window.presenter, window.article_wishes)
    window.archives = Archives(window.bench, window.article_wishes)
    window.evidence_wishes = EvidenceWishes(window.bench, window.presenter, window.text_wishes, window.archives)
    window.claim_wishes = ClaimWishes(
        window.bench, window.presenter, window.evidence_wishes, window.layout_of.show_panel
    )
    window.second = SecondReadingWishes(
        window.bench, window.presenter, window.actions_by_key, window.reader_changed, window.layout_of.show_panel
    )
    window.joining = JoiningWishes(window.bench, window.presenter, window.claim_wishes.choose)
    window.bulk = BulkWishes(window.bench)
    window.handing = HandingWishes(window.bench)
    window.queueing = Queueing(window.bench, window.article_wishes, window.claim_wishes.current_name)
    window.imports = ImportWishes(window.bench, window.queueing)
    window.drops = DropWishes(window.bench, window.presenter, window.imports)
    window.media = MediaWishes(window.bench, window.claim_wishes, window.drops, window.queueing)
    window.finding_wishes = FindingWishes(
        window.bench, window.presenter, window.article_wishes, window.layout_of.show_card, window.layout_of.to_findings
    )
    window.reading = DeskWishes(window.bench, window.actions_by_key)
    window.elsewhere = ElsewhereWishes(window.bench, window.presenter, window.article_wishes)
    window.history = HistoryWishes(window.bench, window.actions_by_key, window.to_claim, window.to_finding)
    window.projects = ProjectWishes(window.bench, window.show_project)
    window.withholding = Withholding(window.bench)
    window.backups = BackupWishes(window.bench, window.projects.open, window.close_project)
    window.projects.damaged = window.backups.offer
    window.previews = PreviewWishes(window.bench, window.to_claim, window.projects.export, _mends(window))
    window.printing = PrintWishes(window.bench, window.previews)
    window.verifier = VerifyWishes(window.bench)
    window.start = StartWishes(window.bench, window.layout_of.welcome, window.projects, window.imports.take)
    window.help = HelpWishes(window.bench)
    window.keys = KeyWishes(window.bench, window.actions_by_key)
    window.opinions = OpinionWishes(window.bench, window.actions_by_key)
    window.choosing = Choosing(window.bench, window.layout_of)
    window.seeker = SearchWishes(window.bench, window.article_wishes, window.to_claim)
    window.finder = PaletteWishes(
        window.bench, window.actions_by_key, window.presenter, window.article_wishes.read, window.to_claim
    )


def _mends(window: Frame) -> Mends:
    """What leads from a lack of the report to the place where it is mended."""
    panel = window.bench.panel
    return {
        "no_verdict": lambda _: window.layout_of.to_panel(),
        "no_summary": lambda _: panel.go_to("summary"),
        "no_rationale": lambda _: panel.go_to("rationale"),
        "no_evidence": lambda _: panel.go_to("evidence"),
        "no_second_source": lambda _: panel.go_to("evidence"),
        "no_reason": lambda _: panel.go_to("limits"),
        "no_appearance": lambda _: panel.go_to("appearances"),
        "not_archived": window.evidence_wishes.edit_evidence,
        "article.not_archived": window.article_wishes.edit,
    }
