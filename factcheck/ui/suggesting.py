"""What is worth checking in the articles that are open: read in the background, once for each text."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from factcheck import matching
from factcheck.matching.worth import UNCHECKABLE, Worth, Worthy
from factcheck.progress import Progress, silent
from factcheck.ui.jobs import Jobs
from factcheck.ui.text import tr
from factcheck.ui.views.article_pane import ShownArticle
from factcheck.ui.views.marks import Mark, MarkIndex
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
        self._known: dict[str, MarkIndex] = {}
        #: Texts that were begun: one that failed or was cancelled is not begun again by itself.
        self._begun: set[str] = set()

    def look_at(self, articles: Sequence[ShownArticle]) -> None:
        """Reads those of these articles that were not read yet."""
        missing = {a.version_id: (a.text, a.language) for a in articles if a.version_id not in self._begun}
        if not missing or self._jobs.running(_JOB):
            return  # when what is being read is done, one is asked again

        self._begun.update(missing)

        def work(progress: Progress) -> dict[str, MarkIndex]:
            return {id: suggestions(text, language, progress) for id, (text, language) in missing.items()}

        self._jobs.start(_JOB, work, self._found, self._failed).ended.connect(self.changed)

    def _found(self, found: dict[str, MarkIndex]) -> None:
        kept = [*self._known.items(), *found.items()]
        self._known = dict(kept[-_KEPT:])
        self._begun = set(self._known)

    def forget(self) -> None:
        """What was cancelled may be begun again."""
        self._jobs.cancel(_JOB)
        self._begun = set(self._known)

    def known(self, version_id: str) -> MarkIndex:
        """The statements of a text that are worth checking, for whatever reason; none before it was read."""
        return self._known.get(version_id, MarkIndex())


def suggestions(text: str, language: str, progress: Progress = silent) -> MarkIndex:
    """What is worth checking in a text as faint marks; the id of each names its reasons."""
    names = worth_names()
    return MarkIndex(_mark(one, names) for one in matching.worthy(text, language, progress))


def _mark(one: Worthy, names: Mapping[Worth, str]) -> Mark:
    reasons, colour, heading = ", ".join(names[kind] for kind in one.kinds), SUGGESTION, tr("Worth checking")
    if UNCHECKABLE.intersection(one.kinds):
        colour, heading = OPINION, tr("Not checkable as it stands")
    return Mark(" ".join(one.kinds), one.span, colour, "", reasons, heading=heading)


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
