"""Keeps the findings of the open project up to date in the background.

When articles change, matching runs in a worker on a snapshot: first of what changed, then of all articles, if that can
be afforded. An answer for articles that have changed meanwhile is dropped and asked for again. What a ruling
says of its own finding is seen at once; what it says of the others, and what was found before when a project is opened,
comes from a worker too. Findings of which nothing changed stay the very same objects.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck import matching, updating, workflow
from factcheck.errors import FactCheckError
from factcheck.model import Article, ArticleVersion, Contradiction, Entry, Finding, Publisher, Ruling
from factcheck.progress import Progress
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store import derived
from factcheck.ui.jobs import Jobs
from factcheck.writing import Writing

_JOB, _RULED, _KEPT, _KEEP = "match", "rulings", "kept findings", "keeping findings"
#: What writes in a worker: a name, the work, and what is to end it.
Lend = Callable[[str, Callable[[Session], object], Callable[[Writing], object]], object]
#: Several articles imported one after the other are matched once.
_WAIT_MS = 150
#: Characters from which on articles are read in a process of their own.
WORTH = 60_000


class Feed(QObject):
    """The findings as they stand, and news of them."""

    #: The findings: made by hand, then best first, dismissed last.
    changed = Signal(list)
    #: All that is known has been told, for now.
    settled = Signal()
    #: Whether matching is at work.
    running = Signal(bool)
    failed = Signal(object)
    #: The project cannot be read after all: the error.
    unreadable = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: list[Finding] = []
        #: Moves the scores of what was proposed, if somebody is to have a say in it.
        self.weigh: Callable[[list[Finding]], list[Finding]] = list
        #: Has something written into the project by a worker.
        self.lend: Lend
        self._jobs = jobs
        self._session: Session | None = None
        self._proposals: workflow.Proposals | None = None
        self._neighbours = matching.Neighbours()
        #: What was proposed, with the scores that others move.
        self._weighed: list[Finding] = []
        #: Which findings quote what.
        self._quoted = updating.Quoted()
        #: How often articles have changed.
        self._entries = 0
        #: Articles changed while nothing was to be matched.
        self._wanted, self._paused = False, False
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._renew)

    def open(self, session: Session) -> None:
        """Shows what was found before as soon as it is read, or begins to match."""
        self._session = session

        def work(_progress: Progress) -> workflow.Proposals | None:
            with session.snapshot() as state:
                return workflow.kept_proposals(state)

        self._jobs.start(_KEPT, work, self._opened, self.unreadable.emit, quiet=True)

    def _opened(self, kept: workflow.Proposals | None) -> None:
        if self._session is None:
            return
        self._proposals = kept or workflow.Proposals("", [])
        if not self._proposals.whole or not self._proposals.of:
            self._soon.start()
        self._rule()

    def close(self) -> None:
        """The project is being closed."""
        self._soon.stop()
        for name in (_JOB, _RULED, _KEPT):
            self._jobs.cancel(name)
        self._session, self._proposals = None, None
        self._wanted, self._paused = False, False
        self._neighbours = matching.Neighbours()
        self.findings, self._weighed, self._quoted = [], [], updating.Quoted()

    def pause(self, paused: bool) -> None:
        """Nothing is matched while many articles come in; afterwards all of them together."""
        self._paused = paused
        if paused:
            self._wanted = self._wanted or self.busy()
            self._soon.stop()
            self._jobs.cancel(_JOB)
        self._begin()

    def _begin(self) -> None:
        if self._wanted and not self._paused and self._session is not None:
            self._wanted = False
            self._soon.start()

    @property
    def proposals(self) -> workflow.Proposals | None:
        """What matching found last, and in which state of the articles."""
        return self._proposals

    def busy(self) -> bool:
        """Whether matching is at work or about to be: what there is to see now is not the last word."""
        return self._matching() or self._jobs.running(_RULED) or self._jobs.running(_KEPT)

    def _matching(self) -> bool:
        return self._soon.isActive() or self._jobs.running(_JOB)

    def by_id(self, finding_id: str) -> Finding | None:
        """One of the findings as they stand."""
        return next((f for f in self.findings if f.id == finding_id), None)

    def entry(self, entry: Entry) -> None:
        """Something in the project changed."""
        touched = {type(change.after or change.before) for change in entry.edit.changes}
        if touched & {Article, ArticleVersion, Publisher}:
            self._wanted = True
            self._entries += 1
            self._begin()
        if touched & {Ruling, Contradiction, Article} and self._session and self._proposals:
            state, shown, weighed = self._session.records, self.findings, self._weighed
            now = updating.ruled_at_once(state, shown, weighed, entry.edit, self._quoted)
            self._show(_same(now, self.findings))
            self._rule()

    def reweigh(self) -> None:
        """Puts the findings in order anew, since something else is said of them."""
        self._rule()

    def match(self) -> None:
        """Compares all articles anew."""
        self._start(lambda state, progress: workflow.propose(state, progress, self._find))

    def _renew(self) -> None:
        """Compares the articles that changed with those next to them, or all if they are few."""
        known, neighbours = self._proposals, self._neighbours
        if known is None:
            return

        def work(state: Records, progress: Progress) -> workflow.Proposals:
            found = updating.update(state, known, neighbours, progress, self._find)
            return found or workflow.propose(state, progress, self._find)

        self._start(work)

    def _complete(self) -> None:
        """Compares all articles, if that can be afforded."""

        def work(state: Records, progress: Progress) -> workflow.Proposals | None:
            return workflow.propose(state, progress, self._find) if workflow.affordable(state) else None

        self._start(work)

    def _find(self, sources: Sequence[matching.Source], progress: Progress) -> list[Finding]:
        """Matches in a process of its own, unless there is so little that starting one would take longer."""
        much = sum(len(source.text) for source in sources) > WORTH
        lots = self._jobs.pieces(matching.found, sources, progress=progress, much=much)
        return [finding for lot in lots for finding in lot]

    def _start(self, work: Callable[[Records, Progress], workflow.Proposals | None]) -> None:
        session, known, entries = self._session, self._proposals, self._entries
        if session is None:
            return

        def on_snapshot(progress: Progress) -> _Answer | None:
            with session.snapshot() as state:
                found = work(state, progress)
            if found is None:
                return None
            found = replace(found, found=_same(found.found, known.found if known else []))
            return _Answer(found, derived.written(found.found), entries)

        job = self._jobs.start(_JOB, on_snapshot, self._found, self._fail)
        job.ended.connect(lambda: self.running.emit(self._matching()))
        self.running.emit(True)

    def _found(self, answer: "_Answer | None") -> None:
        if self._session is None or answer is None:
            return
        proposals = answer.proposals
        if proposals.of and not self._is_of_now(answer):
            self._soon.start()
            return
        self._proposals = proposals
        self._rule()
        if not proposals.of:
            self._soon.start()  # many articles changed, and some of them wait
            return
        self.lend(_KEEP, partial(self._keep, answer.proposals, answer.lines), self._was_kept)
        if not proposals.whole:
            self._complete()

    def _keep(self, found: workflow.Proposals, lines: list[str], session: Session) -> None:
        """In a worker; unless there are newer ones."""
        if found is self._proposals:
            workflow.keep(session, found, lines)

    def _was_kept(self, writing: Writing) -> None:
        try:
            writing.end()
        except FactCheckError as error:  # they are shown all the same, and found anew when the project is opened again
            self.failed.emit(error)

    def _is_of_now(self, answer: "_Answer") -> bool:
        """Whether the articles are as they were looked at; read only if something was written since."""
        assert self._session is not None, "asked while a project is open"
        unchanged = answer.entries == self._entries
        return unchanged or answer.proposals.of == workflow.fingerprint(self._session.records)

    def _fail(self, error: object) -> None:
        self.failed.emit(error)

    def _rule(self) -> None:
        """Puts what people said beside what was proposed, of all findings."""
        session = self._session
        if session is None or self._proposals is None:
            return
        weighed, known, quoted = self.weigh(self._proposals.found), self.findings, self._quoted
        self._weighed = weighed

        def work(_progress: Progress) -> tuple[list[Finding], updating.Quoted]:
            with session.snapshot() as state:
                found = _same(workflow.ruled(state, updating.standing(state, weighed)), known)
            return found, quoted.reading(weighed).reading(found)

        self._jobs.start(_RULED, work, self._ruled, self._fail, quiet=True).ended.connect(self._settle)

    def _ruled(self, answer: tuple[list[Finding], updating.Quoted]) -> None:
        if self._session is not None:
            found, self._quoted = answer
            self._show(found)

    def _settle(self) -> None:
        """Tells that nothing more comes of rulings; only now, as whoever hears of it asks whether one is busy."""
        if self._session is not None and not self._jobs.running(_RULED):
            self.settled.emit()

    def _show(self, found: list[Finding]) -> None:
        """Tells of these findings, if they are not the very same."""
        if [*map(id, found)] != [*map(id, self.findings)]:
            self.findings = found
            self.changed.emit(found)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What matching found, as it is kept, and how often articles had changed when it began."""

    proposals: workflow.Proposals
    lines: list[str]
    entries: int


def _same(found: Sequence[Finding], known: Sequence[Finding]) -> list[Finding]:
    """The findings; those of which nothing changed are the very objects that are known."""
    before = {finding.id: finding for finding in known}
    return [old if (old := before.get(new.id)) == new else new for new in found]
