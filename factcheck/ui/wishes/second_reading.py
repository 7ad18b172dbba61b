"""Reading as the first or the second reader, and comparing what both found."""

from factcheck import edits
from factcheck.model import Outcome, Reader
from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import tr


class SecondReadingWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, presenter: Presenter, actions: Actions) -> None:
        self.bench, self.presenter, self._actions = bench, presenter, actions

    def toggle(self) -> None:
        """From here on the person reads as the other reader; what a second reader must not see is in no view."""
        if self.bench.project is None or not self.bench.flush():
            self._show()
            return
        second = self.bench.reader is Reader.first
        self.bench.reader = Reader.second if second else Reader.first
        self._show()
        self.presenter.reader_changed()
        if second:
            self.bench.say(tr("You read as the second reader: first verdicts are hidden until both are laid open."))
        else:
            self.bench.say(tr("You read as the first reader."))

    def _show(self) -> None:
        self._actions["second_reader"].setChecked(self.bench.reader is Reader.second)

    def reveal(self, claim_id: str) -> None:
        """Lays both verdicts on a claim open."""
        if self.bench.flush():
            self.bench.do(lambda state: edits.reveal(state, claim_id))

    def reveal_current(self) -> None:
        """The same for the claim that the panel shows."""
        if self.presenter.claim:
            self.reveal(self.presenter.claim)

    def settle(self, claim_id: str, outcome: str, remark: str) -> None:
        """What the readers make of both verdicts."""
        self.bench.do(lambda state: edits.compare(state, claim_id, Outcome(outcome) if outcome else None, remark))
