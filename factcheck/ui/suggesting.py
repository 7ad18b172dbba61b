"""What is worth checking in the articles that are open: read in the background, once for each text."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from factcheck import matching
from factcheck.matching.worth import UNCHECKABLE, Worth, Worthy
from factcheck.progress import Progress
from factcheck.ui.jobs import Jobs
from factcheck.ui.text import tr
from factcheck.ui.views.article_pane import ShownArticle
from factcheck.ui.views.marks import Mark
from factcheck.ui.views.patterns import OPINION, SUGGESTION

_JOB = "worth"
#: Texts of which it is kept what is worth checking in them.
_KEPT = 32


class Suggesting(QObject):
    """Belongs to one window."""

    #: More is known of the articles that were asked about.
    changed = Signal()

    def __init__(self, jobs: Jobs, failed: Callable[[object], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._failed = jobs, failed
        self._known: dict[str, list[Worthy]] = {}
        #: Texts that were begun: one that failed or was cancelled is not begun again by itself.
        self._begun: set[str] = set()

    def look_at(self, articles: Sequence[ShownArticle]) -> None:
        """Reads those of these articles that were not read yet."""
        missing = {a.version_id: (a.text, a.language) for a in articles if a.version_id not in self._begun}
        if not missing or self._jobs.running(_JOB):
            return  # when what is being read is done, one is asked again

        self._begun.update(missing)

        def work(progress: Progress) -> dict[str, list[Worthy]]:
            return {id: matching.worthy(text, language, progress) for id, (text, language) in missing.items()}

        self._jobs.start(_JOB, work, self._found, self._failed).ended.connect(self.changed)

    def _found(self, found: dict[str, list[Worthy]]) -> None:
        kept = [*self._known.items(), *found.items()]
        self._known = dict(kept[-_KEPT:])
        self._begun = set(self._known)

    def forget(self) -> None:
        """What was cancelled may be begun again."""
        self._jobs.cancel(_JOB)
        self._begun = set(self._known)

    def marks(self, version_id: str, wanted: Iterable[str]) -> list[Mark]:
        """The statements of a text that are worth checking for one of these reasons."""
        kinds = {Worth(name) for name in wanted if name in Worth.__members__}
        return [_mark(one) for one in self._known.get(version_id, ()) if kinds.intersection(one.kinds)]


def _mark(one: Worthy) -> Mark:
    reasons = ", ".join(worth_names()[kind] for kind in one.kinds)
    if UNCHECKABLE.intersection(one.kinds):
        return Mark("", one.span, OPINION, "", reasons, heading=tr("Not checkable as it stands"))
    return Mark("", one.span, SUGGESTION, "", reasons, heading=tr("Worth checking"))


def worth_names() -> dict[Worth, str]:
    """What makes statements worth checking, as people call it."""
    return {
        Worth.number: tr("figure"),
        Worth.date: tr("date"),
        Worth.comparison: tr("comparison"),
        Worth.person: tr("named person"),
        Worth.quotation: tr("quotation"),
        Worth.opinion: tr("opinion"),
        Worth.prediction: tr("prediction"),
    }
