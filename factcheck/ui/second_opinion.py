"""A second opinion on the findings of the open project: asked in the background when a person wishes, and weighed in.

What was heard before is used again by itself; nobody is asked without a wish.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from factcheck import advising, keys
from factcheck.advising import Advice, Advisers
from factcheck.errors import FactCheckError
from factcheck.model import Finding
from factcheck.progress import Progress
from factcheck.session import Session
from factcheck.ui.jobs import Jobs

_JOB = "second opinion"


class SecondOpinion(QObject):
    """Belongs to one window, as the feed of findings does, which asks it to `weigh` what was proposed."""

    #: What is known has changed: the findings are to be weighed anew.
    changed = Signal()
    #: On how many findings there is an opinion, and on how many one is asked for; both 0 while it is off.
    counted = Signal(int, int)
    #: The advice that was just asked for.
    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._session: Session | None = None
        self._advisers = Advisers()
        #: A key that was typed and that no keyring keeps, and the address that it is for.
        self._typed = ("", "")
        #: The advice on the findings with these ids, and on how many it is due; None if it is to be looked up.
        self._known: tuple[frozenset[str], Advice, int] | None = None

    def open(self, session: Session) -> None:
        """A project is shown."""
        self._session, self._known = session, None

    def close(self) -> None:
        """The project is being closed."""
        self._jobs.cancel(_JOB)
        self._session, self._known = None, None
        self.counted.emit(0, 0)

    def consult(self, advisers: Advisers) -> None:
        """These have a say from now on; nobody has with `Advisers()`."""
        self._jobs.cancel(_JOB)
        self._advisers = advisers
        self._renew()

    def hold_key(self, url: str, key: str) -> None:
        """A key for this session only."""
        self._typed = (url, key)

    def ask(self, found: Sequence[Finding]) -> None:
        """Asks about what is not known yet."""
        session, advisers, (held_for, held) = self._session, self._advisers, self._typed
        if session is None or not advisers:
            return
        dates = advising.dates(session.records)

        def key() -> str:
            return (held if held_for == advisers.judge_url else "") or keys.kept(advisers.judge_url)

        def work(progress: Progress) -> Advice:
            return advising.ask(advisers, found, dates, key, progress)

        job = self._jobs.start(_JOB, work, self.answered.emit, self.failed.emit)
        job.ended.connect(self._renew)  # also what came before it was stopped is there

    def weigh(self, found: list[Finding]) -> list[Finding]:
        """What was proposed, with the scores to which the opinions move it."""
        if self._session is None or not self._advisers:
            self.counted.emit(0, 0)
            return found
        ids = frozenset(finding.id for finding in found)
        if self._known is None or self._known[0] != ids:
            self._known = ids, self._look_up(found), advising.due(self._advisers, found)
        _, advice, due = self._known
        self.counted.emit(advice.heard, due)
        return advice.weigh(found)

    def _look_up(self, found: list[Finding]) -> Advice:
        assert self._session is not None
        try:
            return advising.known(self._advisers, found, advising.dates(self._session.records))
        except FactCheckError as error:  # the findings are shown all the same
            self.failed.emit(error)
            return advising.NONE

    def _renew(self) -> None:
        self._known = None
        self.changed.emit()
