"""What was read becomes articles."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from factcheck import intake
from factcheck.importing import Draft, Outcome
from factcheck.intake import Known, Sameness, Shelf
from factcheck.model import Article
from factcheck.ui.dialogs.known import KnownDialog, Wanted
from factcheck.ui.text import tr

if TYPE_CHECKING:
    from factcheck.ui.wishes.articles import ArticleWishes

#: Inputs that could not be imported are told by name up to so many.
_TOLD = 3


class Adding:
    """Adds what was read, one article per turn of the event loop, so that the window stays alive."""

    def __init__(self, wishes: "ArticleWishes", outcomes: Sequence[Outcome]) -> None:
        self.wishes = wishes
        self.drafts = [draft for outcome in outcomes for draft in outcome.drafts]
        self.added: list[Article] = []
        self.known = 0
        #: What a person must say something to, once the rest is in.
        self.asked: list[tuple[Draft, Known]] = []
        self.failed = [outcome for outcome in outcomes if outcome.error]
        self.session = wishes.bench.project
        self.shelf = Shelf(wishes.bench.state)

    def next(self) -> None:
        """The next one; at the end, the questions and what became of all."""
        bench = self.wishes.bench
        if bench.project is not self.session:
            return  # another project was opened meanwhile
        if self.drafts:
            with bench.told():
                self._add(self.drafts.pop(0))
            QTimer.singleShot(0, self.next)
            return
        for draft, known in self.asked:
            with bench.told():
                self._ask(draft, known)
        self._tell()

    def _add(self, draft: Draft) -> None:
        known = self.shelf.known(draft)
        if known is None:
            self.added.append(intake.add(self.wishes.bench.session, self.shelf, draft))
        elif known.by is Sameness.bytes:
            self.known += 1
        else:
            self.asked.append((draft, known))

    def _ask(self, draft: Draft, known: Known) -> None:
        bench = self.wishes.bench
        dialog = KnownDialog(known, draft.title, bench.window)
        wanted = dialog.value() if bench.ask(dialog) else None
        if wanted is Wanted.both:
            self.added.append(intake.add(bench.session, self.shelf, draft))
        elif wanted is Wanted.version:
            intake.add_version(bench.session, known.article.id, draft)
        if wanted in (Wanted.open, Wanted.version):
            self.wishes.open(known.article.id)
        self.known += wanted is not Wanted.both

    def _tell(self) -> None:
        bench = self.wishes.bench
        for article in self.added[:2]:
            if (pane := bench.desk.pane_of("")) is not None:
                self.wishes.show(article.id, pane)
        said = [tr("%n article(s) imported.", len(self.added))]
        if self.known:
            said.append(tr("%n (was|were) there already.", self.known))
        said += [outcome.error for outcome in self.failed[:_TOLD]]
        if len(self.failed) > _TOLD:
            said.append(tr("%n more could not be imported.", len(self.failed) - _TOLD))
        if self.failed:
            bench.toast.complain(" ".join(said))
        else:
            bench.say(" ".join(said))
