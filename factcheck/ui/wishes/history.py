"""Undo and redo, by name."""

from factcheck.session import Step
from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.text import tr


class HistoryWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, actions: Actions) -> None:
        self.bench, self.actions = bench, actions

    def undo(self) -> None:
        """Takes the last step back; what is typed and not yet told counts as a step."""
        self._go(undo=True)

    def redo(self) -> None:
        """Brings the last undone step back."""
        self._go(undo=False)

    def _go(self, undo: bool) -> None:
        if self.bench.project is None:
            return
        self.bench.flush()
        session = self.bench.session
        step = session.next_undo if undo else session.next_redo
        with self.bench.told():
            entry = session.undo() if undo else session.redo()
            if entry and step:
                what = self._name(step)
                self.bench.say(tr("Undone: {what}", what=what) if undo else tr("Redone: {what}", what=what))

    def _name(self, step: Step) -> str:
        return self.bench.catalogue.edit(step.label, step.names)

    def refresh(self) -> None:
        """Names in the menu what undo and redo would do."""
        if self.bench.project is None:
            return
        session = self.bench.session
        for key, step, bare, named in (
            ("undo", session.next_undo, tr("&Undo"), tr("&Undo {what}")),
            ("redo", session.next_redo, tr("&Redo"), tr("&Redo {what}")),
        ):
            action = self.actions[key]
            action.setText(named.format(what=self._name(step).replace("&", "&&")) if step else bare)
            action.setEnabled(step is not None and not session.read_only)
