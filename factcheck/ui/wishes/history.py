"""Undo and redo, by name, with what they touched in view."""

from collections.abc import Callable, Iterator
from functools import partial

from factcheck import blind
from factcheck.model import Appearance, Claim, Entry, Evidence, Reader, Record, Ruling, Verdict
from factcheck.steps import Step, Way
from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.history import HistoryDialog, StepShown
from factcheck.ui.holding import in_turn
from factcheck.ui.models.rows import tooltip
from factcheck.ui.present import names_in
from factcheck.ui.text import tr
from factcheck.ui.views.when import when

#: Steps that are listed; earlier ones are undone after these.
_LISTED = 500


class HistoryWishes:
    """Works on one window."""

    def __init__(
        self,
        bench: Bench,
        actions: Actions,
        to_claim: Callable[[str], None],
        to_finding: Callable[[str], None],
    ) -> None:
        """`to_claim` and `to_finding` bring what was touched into view, by its id."""
        self.bench, self.actions = bench, actions
        self._to_claim, self._to_finding = to_claim, to_finding

    def undo(self) -> None:
        """Takes the last step back; what is typed and not yet told counts as a step."""
        self._wish(undo=True)

    def redo(self) -> None:
        """Brings the last undone step back."""
        self._wish(undo=False)

    def _wish(self, undo: bool) -> None:
        if self.bench.project is not None:
            self.bench.flush()
            self._go(undo)

    @in_turn
    def _go(self, undo: bool) -> None:
        session = self.bench.session
        step = session.next_undo if undo else session.next_redo
        if step is None:
            return
        told = partial(self._told, step, undo, self._ruled())
        if self.bench.large.is_large(step):
            self.bench.large.go(step, Way.undo if undo else Way.redo, told)
        elif entry := session.undo() if undo else session.redo():
            told(entry)

    def _told(self, step: Step, undo: bool, ruled: dict[str, str], entry: Entry) -> None:
        """Names what was taken back or brought back, and shows it."""
        what = self._name(step)
        self.bench.say(tr("Undone: {what}", what=what) if undo else tr("Redone: {what}", what=what))
        self._show(entry, ruled | self._ruled())

    @in_turn
    def choose(self) -> None:
        """Asks to which step to go back, or which to bring back, and goes there."""
        if not self.bench.editable():
            return
        self.bench.flush()
        session = self.bench.session
        done, undone = session.undoable(_LISTED + 1), session.redoable(_LISTED)
        dialog = HistoryDialog(
            [*map(self._shown, done[:_LISTED])], [*map(self._shown, undone)], len(done) > _LISTED, self.bench.window
        )
        if self.bench.ask(dialog):
            self.go(dialog.value())

    @in_turn
    def go(self, steps: int) -> None:
        """Undoes so many steps, or below 0 brings so many back; the views are told once."""
        project = self.bench.project
        if project is None:
            return
        with self.bench.told(), project.gathered():
            for _ in range(abs(steps)):
                project.session.undo() if steps > 0 else project.session.redo()
        project.tell_gathered()
        told = tr("%n step(s) undone.", steps) if steps > 0 else tr("%n step(s) brought back.", -steps)
        self.bench.say(told)

    def _shown(self, step: Step) -> StepShown:
        return StepShown(self._name(step), when(step.at))

    def _ruled(self) -> dict[str, str]:
        """Findings by the rulings on them; where one covers several, the one of the fact that was ruled on."""
        ruled: dict[str, str] = {}
        for finding in self.bench.feed.findings:
            if finding.ruling and (finding.ruling.id not in ruled or finding.fact == finding.ruling.fact):
                ruled[finding.ruling.id] = finding.id
        return ruled

    def _show(self, entry: Entry, ruled: dict[str, str]) -> None:
        """Goes to the one claim or finding that was touched; where there were many, or it is gone, nothing moves."""
        records = [*_records(entry)]
        claims = {id for record in records for id in _claim_ids(record)}
        claim = self.bench.state.get(Claim, next(iter(claims))) if len(claims) == 1 else None
        findings = {ruled[record.id] for record in records if isinstance(record, Ruling) and record.id in ruled}
        if claim and not claim.withdrawn:
            self._to_claim(claim.id)
        elif len(findings) == 1:
            self._to_finding(findings.pop())

    def _name(self, step: Step) -> str:
        bench = self.bench
        asked = bench.reader is Reader.second and blind.names_a_verdict(step.label)
        if asked and blind.tells(bench.state, bench.session.edits_of(step), bench.reader):
            return bench.catalogue("blind.step")
        return bench.catalogue.edit(step.label, names_in(step.names, bench.catalogue))

    def last(self) -> str:
        """What the last step is called, "" if nothing was done."""
        step = self.bench.session.next_undo
        return self._name(step) if step else ""

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
            what = self._name(step) if step else ""
            action.setText(named.format(what=what.replace("&", "&&")) if step else bare)
            action.setToolTip(tooltip(named.replace("&", "").format(what=what) if step else bare.replace("&", "")))
            action.setEnabled(step is not None and not session.read_only)


def _records(entry: Entry) -> Iterator[Record]:
    for change in entry.edit.changes:
        if record := change.after or change.before:
            yield record


def _claim_ids(record: Record) -> tuple[str, ...]:
    match record:
        case (
            Claim(id=claim_id)
            | Appearance(claim_id=claim_id)
            | Evidence(claim_id=claim_id)
            | Verdict(claim_id=claim_id)
        ):
            return (claim_id,)
        case _:
            return ()
