"""What a window shows first of a project, before all that one does with it: its name, its articles, its claims.

Nothing heavy may be loaded here; `tests/ui/window/test_start.py` lists what is. What is shown is what was last in view,
by the same views and from the same records as ever; when the rest of the window has been made, it stays as it is.
"""

from factcheck.i18n import Catalogue
from factcheck.model import Claim
from factcheck.session import Session
from factcheck.settings import Settings
from factcheck.ui import places, present
from factcheck.ui.actions import Actions
from factcheck.ui.article_choice import ArticleChoice
from factcheck.ui.bench import Bench
from factcheck.ui.claim_list import ClaimList
from factcheck.ui.frame import Frame
from factcheck.ui.highlights import Highlights
from factcheck.ui.layout import Layout
from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.session import UiSession
from factcheck.ui.status import Status
from factcheck.ui.views.article_list import ArticleList
from factcheck.ui.views.claims_table import ClaimsTable
from factcheck.ui.views.desk import Desk


class Front:
    """The views that are seen first, in their places."""

    def __init__(self, window: Frame, chosen: Settings) -> None:
        catalogue = Catalogue()
        self.bench = Bench(window, catalogue, chosen, Desk(), ArticleList(), ClaimsTable(catalogue))
        self.actions = Actions(window)
        self.status = Status(window)
        self.layout = Layout(window, self.bench, self.actions)
        self.claims = ClaimList(self.bench)
        self.articles = ArticleChoice(self.bench)

    def show(self, session: Session) -> None:
        """An open project where it was left; where that is not known, its first articles."""
        bench, touching = self.bench, present.Touching()
        bench.project = UiSession(session, bench.window)
        self.status.show_project(session)
        self.actions.allow(not session.read_only)
        for key, step in (("undo", session.next_undo), ("redo", session.next_redo)):
            self.actions[key].setEnabled(step is not None and not session.read_only)
        self.claims.open(touching)
        self.articles.show(self.claims.counts, touching)
        place = places.remembered(bench)
        if place is None or not places.is_there(bench, place):
            self.articles.open_first()
        else:
            bench.claims.set_filter(ClaimsFilter.of_data(place.claims_filter))
            places.open_articles(bench, place)
            self._choose(place)
        Highlights(bench).show()
        bench.articles.select(bench.desk.shown()[bench.desk.current_pane()])
        self.layout.show_work(True)

    def _choose(self, place: places.Place) -> None:
        """The claim that was chosen, and which of the lower views was in view."""
        claim = self.bench.state.get(Claim, place.claim) if place.claim else None
        if claim and not claim.withdrawn:
            self.bench.claims.table.select(claim.id)
            self.bench.desk.set_chosen(claim.id)
        self.layout.lower.setCurrentIndex(2 if place.facts else 1 if place.claims else 0)
