"""The open project, without Qt: do, undo, redo, subscribe. The only door through which a record changes."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from factcheck import edits
from factcheck.listing import Listing
from factcheck.model import Edit, Entry, Who
from factcheck.open_project import OpenProject
from factcheck.steps import Group, Step, Way
from factcheck.store.derived import Derived
from factcheck.store.project import Contents, ProjectFile
from factcheck.writing import Writing

#: An edit that changes this many records that were there before is preceded by a backup.
BULK = 25

Listener = Callable[[Entry], None]


class Session(OpenProject):
    """One open project and the person who works on it. Belongs to one thread; others work on a `snapshot`."""

    def __init__(self, file: ProjectFile, who: Who) -> None:
        super().__init__(file)
        self.who = who
        self._thread = threading.get_ident()
        self._listeners: list[Listener] = []
        try:
            self._undo, self._redo = file.stacks()
        except BaseException:
            file.close()
            raise
        #: Key of the field that is being typed in, while the last entry is of it.
        self._typing = ""
        #: What another thread is writing.
        self._writing: Writing | None = None
        #: What is under way that is to be undone as a whole.
        self._group: Group | None = None

    @classmethod
    def create(cls, path: Path, first: Edit, who: Who, contents: Contents | None = None) -> "Session":
        """A new project; `first` comes from `edits.create_project` or `edits.import_project`."""
        return cls(ProjectFile.create(path, first, who, edits.now(), contents), who)

    @classmethod
    def open(cls, path: Path, who: Who, read_only: bool = False, pages_later: bool = False) -> "Session":
        """An existing project. `ProjectInUseError` if another process writes it.

        `pages_later`: it is open at once, and `prove_pages` is to be called in another thread.
        """
        return cls(ProjectFile.open(path, read_only, pages_later), who)

    def close(self) -> None:
        """Leaves a single file behind."""
        self.settle()
        self._file.close()

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- what there is ---

    @property
    def derived(self) -> Derived:
        """What is kept only to be quick."""
        self.settle()
        return self._file.derived()

    def listing(self) -> Listing:
        """The claims in an order, a page at a time; to be closed before the project."""
        return self._file.listing(self._mend_list)

    def _mend_list(self) -> bool:
        """Only where nothing else can be under way: in the thread that the project belongs to."""
        if threading.get_ident() != self._thread:
            return False
        self.settle()
        return self._file.mend_list()

    def was_mended(self) -> bool:
        """Whether the list of claims was damaged and has been made anew since this was asked last."""
        mended, self._file.mended = self._file.mended, False
        return mended

    # --- what is done ---

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after each change; the result ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def do(self, edit: Edit, contents: Contents | None = None) -> Entry | None:
        """Carries an edit out; None if it changes nothing. Typing on in the same field joins the step before."""
        if not edit.changes:
            return None
        self._file.be_writable()
        self.settle()
        self._back_up_before(edit, "before bulk edit")
        group = self._group
        joins = (bool(edit.typing) and edit.typing == self._typing) or bool(group and group.step in self._undo[-1:])
        if group and group.label and not joins:
            edit = replace(edit, label=group.label, names=group.names)
        entry = Entry(0, edits.now(), self.who, edit, self._undo[-1] if joins else 0)
        entry = self._file.apply(entry, contents)
        if not joins:
            self._undo.append(entry.step)
        if group:
            group.step = self._undo[-1]
        self._redo.clear()
        self._typing = edit.typing
        return self._tell(entry)

    @contextmanager
    def together(self, group: Group) -> Iterator[None]:
        """What is done inside is undone as one with what was done before in the same group, unless something else was
        done between; so long work can be done in many small steps.
        """
        self._group = group
        try:
            yield
        finally:
            self._group = None

    def _back_up_before(self, edit: Edit, reason: str) -> None:
        if sum(change.before is not None for change in edit.changes) >= BULK:
            self._file.backup(reason)

    def end_typing(self) -> None:
        """The field was left: what is typed next is a step of its own."""
        self._typing = ""

    def undo(self) -> Entry | None:
        """Takes the last step back; None if there is none."""
        self.settle()
        if not self._undo:
            return None
        edit = edits.compose(self.reader.step(self._undo[-1])).inverse()
        self._back_up_before(edit, "before undoing much")
        return self._went(Way.undo, self._file.apply(self._entry(Way.undo, edit)))

    def redo(self) -> Entry | None:
        """Brings back the step that was undone last; None if there is none."""
        self.settle()
        if not self._redo:
            return None
        edit = edits.compose(self.reader.step(self._redo[-1]))
        self._back_up_before(edit, "before redoing much")
        return self._went(Way.redo, self._file.apply(self._entry(Way.redo, edit)))

    def begin(self, edit: Edit, way: Way) -> Writing:
        """An edit, or what takes the last step back or brings it back, that another thread is to write.

        It is a step of its own, and whoever begins it has made the backup that goes before much.
        """
        self._file.be_writable()
        self.settle()
        entry = self._entry(way, edit)

        def write(written: list[Entry]) -> None:
            written.append(self._file.apply(entry))

        self._writing = Writing(self._file, write, lambda written: self._went(way, written[0]))
        return self._writing

    def lend(self, work: Callable[["Session"], object]) -> Writing:
        """Another thread is to do `work`, with a session of its own on this project; told here when it is ended."""
        self._file.be_writable()
        self.settle()
        lent: list[Session] = []

        def write(written: list[Entry]) -> None:
            lent.append(Session(self._file.for_another(), self.who))
            lent[0].subscribe(written.append)
            work(lent[0])

        def after(written: Sequence[Entry]) -> None:
            self._undo, self._redo, self._typing = lent[0]._undo, lent[0]._redo, ""
            for entry in written:
                self._tell(entry)

        self._writing = Writing(self._file, write, after)
        return self._writing

    @property
    def lent(self) -> bool:
        """Whether another thread writes, or is about to."""
        return self._writing is not None and not self._writing.ended

    def settle(self) -> None:
        """Ends what another thread is writing; a fault is told to whoever began it."""
        writing, self._writing = self._writing, None
        if writing is not None:
            with suppress(Exception):  # raised again where it is ended
                writing.end()

    def _entry(self, way: Way, edit: Edit) -> Entry:
        undoes = self._undo[-1] if way is Way.undo else None
        redoes = self._redo[-1] if way is Way.redo else None
        return Entry(0, edits.now(), self.who, edit, 0, undoes=undoes, redoes=redoes)

    def _went(self, way: Way, entry: Entry) -> Entry:
        """An entry is written, which is no typing."""
        match way:
            case Way.undo:
                self._redo.append(self._undo.pop())
            case Way.redo:
                self._undo.append(self._redo.pop())
            case Way.do:
                self._undo.append(entry.step)
                self._redo.clear()
        self._typing = ""
        return self._tell(entry)

    def weight(self, step: Step) -> int:
        """How many letters the edits of a step take."""
        return self._file.weight(step.number)

    @property
    def next_undo(self) -> Step | None:
        """What `undo` would take back."""
        return self._step(self._undo)

    @property
    def next_redo(self) -> Step | None:
        """What `redo` would bring back."""
        return self._step(self._redo)

    def _step(self, stack: list[int]) -> Step | None:
        return next(iter(self._steps(stack, 1)), None)

    def undoable(self, most: int) -> list[Step]:
        """The last steps that can be undone, the next one first."""
        return self._steps(self._undo, most)

    def redoable(self, most: int) -> list[Step]:
        """The steps that can be brought back, the next one first."""
        return self._steps(self._redo, most)

    def _steps(self, stack: list[int], most: int) -> list[Step]:
        return [Step(number, *self._file.label_of(number)) for number in reversed(stack[-most:])]

    def edits_of(self, step: Step) -> list[Edit]:
        """What a step did, oldest first."""
        return self.reader.step(step.number)

    def backup(self, reason: str = "by hand") -> Path:
        """A checked copy in the folder of backups."""
        self.settle()
        return self._file.backup(reason)

    def _tell(self, entry: Entry) -> Entry:
        for listener in tuple(self._listeners):
            listener(entry)
        return entry
