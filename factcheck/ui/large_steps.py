"""Steps that change very much: made ready, backed up before and written by workers, so that the window lives meanwhile.

What else a person wishes to change meanwhile waits for it (`holding`), so that history has the order of what they did.
What the program adds by itself while one is made ready goes first. What is pending when the project is closed is done
then.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from factcheck import edits
from factcheck.model import Edit, Entry, Who
from factcheck.progress import Progress
from factcheck.session import BULK, Session
from factcheck.steps import Step, Way
from factcheck.store.reader import Reader
from factcheck.ui.holding import Held
from factcheck.writing import Writing

if TYPE_CHECKING:
    from factcheck.ui.bench import Bench

#: Records that one step changes, and letters of history, from which on it is large.
MANY, LETTERS = 100, 50_000
_READY, _WRITE = "large step", "writing a large step"


@dataclass(frozen=True, slots=True)
class _Pending:
    """A step that is being made ready."""

    make: Callable[[Reader], Edit]
    done: Callable[[Entry], object]
    way: Way = Way.do


class LargeSteps:
    """Those of one window; one at a time."""

    def __init__(self, bench: "Bench") -> None:
        self._bench = bench
        self._pending: _Pending | None = None
        self._writing: tuple[Writing, Callable[[Entry], object]] | None = None
        self.held = Held(lambda: not self.busy, bench.window)

    @property
    def busy(self) -> bool:
        """Whether a step is being made ready, or something is written by a worker."""
        project = self._bench.project
        lent = project is not None and project.session.lent
        return lent or self._pending is not None or self._writing is not None

    def do(self, count: int, make: Callable[[Reader], Edit], done: Callable[[Entry], object] = lambda _: None) -> None:
        """Carries out an edit of so many records, and then calls `done` with the entry; at once, if they are few."""
        self._bench.soon(partial(self._do, count, make, done))

    def _do(self, count: int, make: Callable[[Reader], Edit], done: Callable[[Entry], object]) -> None:
        if count < MANY:
            entry = self._bench.do(lambda _: make(self._bench.session.reader))
            if entry:
                done(entry)
        elif self._bench.editable():
            self._begin(_Pending(make, done))

    def is_large(self, step: Step) -> bool:
        """Whether a step changed so much that it is not taken back or brought back at once."""
        return self._bench.session.weight(step) > LETTERS

    def go(self, step: Step, way: Way, done: Callable[[Entry], object]) -> None:
        """Takes the last step back, or brings back the one undone last; for a wish whose turn it is."""
        number = step.number

        def make(state: Reader) -> Edit:
            edit = edits.compose(state.step(number))
            return edit.inverse() if way is Way.undo else edit

        self._begin(_Pending(make, done, way))

    def settle(self) -> None:
        """Whatever is under way is done now, and what waits for it."""
        self._finish()
        while self.held:
            self.held.do_next()
            self._finish()

    def _finish(self) -> None:
        pending, self._pending = self._pending, None
        if self._bench.project is not None and not self._writing:
            self._bench.session.settle()
        if self._writing:
            self._end(*self._writing)
        if pending:
            self._bench.jobs.cancel(_READY)
            session = self._bench.session
            with self._bench.told():
                entry = _at_once(session, pending)
                if entry:
                    pending.done(entry)

    def _begin(self, pending: _Pending) -> None:
        assert not self.busy, "another wish waits for its turn"
        self._pending, session = pending, self._bench.session

        def work(progress: Progress) -> tuple[_Pending, Edit, int]:
            progress("saving", 0, 0)
            with session.snapshot() as state:
                edit, at = pending.make(state), state.head_entry()
            progress("backing up", 0, 0)
            if sum(change.before is not None for change in edit.changes) >= BULK:
                with Session.open(session.path, Who(""), read_only=True) as there:
                    there.backup(_REASONS[pending.way])
            return pending, edit, at

        job = self._bench.jobs.start(_READY, work, self._ready, self._failed)
        job.cancelled.connect(lambda: self._forget(pending))

    def _forget(self, pending: _Pending) -> None:
        if self._pending is pending:
            self._pending = None
        self.held.release()

    def _failed(self, error: object) -> None:
        self._pending = None
        self.held.release()
        self._bench.fail(error)

    def _ready(self, answer: tuple[_Pending, Edit, int]) -> None:
        pending, edit, at = answer
        if self._pending is not pending or not edit.changes:
            self._forget(pending)
            return
        if self._bench.session.revision != at:
            self._begin_again(pending)
            return
        self._pending = None
        with self._bench.told():
            writing = self._bench.session.begin(edit, pending.way)
            self._writing = writing, pending.done

            def work(progress: Progress) -> None:
                progress("saving", 0, 0)
                writing.write()

            job = self._bench.jobs.start(_WRITE, work, lambda _: None, self._bench.fail)
            job.ended.connect(lambda: self._end(writing, pending.done))
            return
        self.held.release()

    def _begin_again(self, pending: _Pending) -> None:
        """Something was written meanwhile: an edit is made anew of it; what was to be undone is no longer the last."""
        self._pending = None
        if pending.way is Way.do:
            self._begin(pending)
        else:
            self.held.release()

    def _end(self, writing: Writing, done: Callable[[Entry], object]) -> None:
        if self._writing is None or self._writing[0] is not writing:
            return
        self._writing = None
        self.held.release()
        with self._bench.told():
            done(writing.end()[-1])


_REASONS = {Way.do: "before bulk edit", Way.undo: "before undoing much", Way.redo: "before redoing much"}


def _at_once(session: Session, pending: _Pending) -> Entry | None:
    match pending.way:
        case Way.undo:
            return session.undo()
        case Way.redo:
            return session.redo()
        case _:
            return session.do(pending.make(session.reader))
