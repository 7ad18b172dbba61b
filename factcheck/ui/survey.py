"""What the articles speak of, kept up to date in the background: their events, and the facts table of one of them.

The events follow each run of matching. A table is made only when somebody looks at it, of one event at a time.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from factcheck import matching, workflow
from factcheck.progress import Progress
from factcheck.session import Session
from factcheck.ui.feed import WORTH
from factcheck.ui.jobs import Jobs

_EVENTS, _TABLE = "events", "facts"


class Survey(QObject):
    """Belongs to one window, as the feed of findings does."""

    #: The articles fall into other events.
    changed = Signal()
    #: Key of an event, and its `matching.Table`.
    table_made = Signal(str, object)
    #: No table is being made any more, whether there is one or not.
    table_ended = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events: list[matching.Event] = []
        self._jobs = jobs
        self._session: Session | None = None
        #: Which state of the articles the events are of.
        self._of = ""

    def open(self, session: Session) -> None:
        """Begins to read the articles of a project."""
        self._session, self._of, self.events = session, "", []
        self.renew()

    def close(self) -> None:
        """The project is being closed."""
        for name in (_EVENTS, _TABLE):
            self._jobs.cancel(name)
        self._session, self._of, self.events = None, "", []

    def event_of(self, article_id: str) -> str:
        """Key of an article's event, "" while it is not known."""
        return next((event.key for event in self.events if article_id in event.articles), "")

    def renew(self) -> None:
        """Sorts the articles by event, unless they are the same as before."""
        session, known = self._session, self._of
        if session is None:
            return

        def work(progress: Progress) -> tuple[str, list[matching.Event]] | None:
            with session.snapshot() as state:
                of = workflow.fingerprint(state)
                return None if of == known else (of, self._outline(workflow.sources(state), progress))

        self._jobs.start(_EVENTS, work, self._found, self.failed.emit, quiet=bool(known))

    def _outline(self, sources: Sequence[matching.Source], progress: Progress) -> list[matching.Event]:
        much = sum(len(source.text) for source in sources) > WORTH
        lots = self._jobs.pieces(matching.outlined, sources, progress=progress, much=much)
        return [event for lot in lots for event in lot]

    def _found(self, answer: tuple[str, list[matching.Event]] | None) -> None:
        if self._session is None or answer is None:
            return
        self._of, self.events = answer
        self.changed.emit()

    def wish_table(self, key: str) -> None:
        """Makes the facts table of an event; reads the articles again if that was stopped before any was known."""
        session = self._session
        event = next((event for event in self.events if event.key == key), None)
        if session is None or event is None:
            if not self._jobs.running(_EVENTS):
                self.renew()
            return

        def work(progress: Progress) -> matching.Table:
            with session.snapshot() as state:
                of_event = [s for s in workflow.sources(state) if s.article_id in event.articles]
                return matching.table(of_event, progress)

        job = self._jobs.start(_TABLE, work, lambda made: self.table_made.emit(key, made), self.failed.emit)
        job.ended.connect(lambda: None if self._jobs.running(_TABLE) else self.table_ended.emit())
