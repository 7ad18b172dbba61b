"""Keeping records out of reports and exports, and letting them go out again."""

from collections.abc import Sequence

from factcheck import edits
from factcheck.ui.bench import Bench
from factcheck.ui.holding import in_turn
from factcheck.ui.text import tr


class Withholding:
    """Works on one window."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    @in_turn
    def toggle(self, ids: Sequence[str]) -> None:
        """Withholds these records; releases them if all of them are withheld."""
        if not ids or not self.bench.editable():
            return
        withheld = not all(edits.is_withheld(self.bench.state, id) for id in ids)
        if self.bench.do(lambda state: edits.withhold(state, ids, withheld)):
            said = tr("Withheld: left out of reports and exports.") if withheld else tr("Goes out again.")
            self.bench.done(said)

    def toggle_one(self, id: str) -> None:
        """The same for one record."""
        self.toggle([id])

    def toggle_article(self) -> None:
        """The article in the current pane."""
        shown = self.bench.desk.shown()[self.bench.desk.current_pane()]
        self.toggle([shown] if shown else [])

    def toggle_claim(self) -> None:
        """The claim that the panel shows."""
        if claim := self.bench.panel.current():
            self.toggle([claim])
        else:
            self.bench.say(tr("Choose a claim first."))
