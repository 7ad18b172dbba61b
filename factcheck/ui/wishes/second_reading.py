"""Reading as the first or the second reader, and comparing what both found."""

from collections.abc import Callable

from factcheck import edits
from factcheck.model import Outcome, Reader
from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.holding import in_turn
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import tr


class SecondReadingWishes:
    """Works on one window."""

    def __init__(
        self,
        bench: Bench,
        presenter: Presenter,
        actions: Actions,
        tell_others: Callable[[], object],
        to_front: Callable[[], object],
    ) -> None:
        """`tell_others` is called when another reader is at the desk, for what is shown beside the views; `to_front`
        brings the panel into view.
        """
        self.bench, self.presenter, self._actions = bench, presenter, actions
        self._tell_others, self._to_front = tell_others, to_front

    def toggle(self) -> None:
        """From here on the person reads as the other reader; what a second reader must not see is in no view."""
        if self.bench.project is None or not self.bench.flush():
            self._show()
            return
        self.read_as(Reader.second if self.bench.reader is Reader.first else Reader.first)
        if self.bench.reader is Reader.second:
            self.bench.say(tr("You read as the second reader: first verdicts are hidden until both are laid open."))
        else:
            self.bench.say(tr("You read as the first reader."))

    def read_as(self, reader: Reader) -> None:
        """Who is at the desk from here on."""
        self.bench.reader = reader
        self._show()
        self.bench.toast.clear()  # what was told may name a verdict
        self.presenter.reader_changed()
        self._tell_others()

    def _show(self) -> None:
        self._actions["second_reader"].setChecked(self.bench.reader is Reader.second)

    @in_turn
    def reveal(self, claim_id: str) -> None:
        """Lays both verdicts on a claim open; the keys go to where the readers say what they make of both."""
        if self.bench.flush() and self.bench.do(lambda state: edits.reveal(state, claim_id)):
            self._to_front()
            self.bench.panel.go_to("outcome")

    def reveal_current(self) -> None:
        """The same for the claim that the panel shows."""
        if self.presenter.claim:
            self.reveal(self.presenter.claim)
        else:
            self.bench.say(tr("Choose a claim first."))

    def settle(self, claim_id: str, outcome: str, remark: str) -> None:
        """What the readers make of both verdicts."""
        self.bench.do(lambda state: edits.compare(state, claim_id, Outcome(outcome) if outcome else None, remark))
