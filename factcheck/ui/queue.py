"""The queue of an import: what was handed over, what became of it, and what a person wants of it. Without widgets."""

import mimetypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from factcheck.importing import Draft, is_of_file
from factcheck.intake import Known, Sameness
from factcheck.receiving import Again, Received, Request, Thing


class State(StrEnum):
    """How far a row has come."""

    waiting = "waiting"
    reading = "reading"
    ready = "ready"
    known = "known"
    #: A picture or a recording: no text, but evidence or a place where a claim is made.
    media = "media"
    failed = "failed"
    added = "added"
    cancelled = "cancelled"


#: Nothing more will come of these by themselves.
OPEN = frozenset({State.waiting, State.reading})
CAN_BE_ADDED = frozenset({State.ready, State.known})
CAN_BE_RETRIED = frozenset({State.failed, State.cancelled})


class Wanted(StrEnum):
    """What a person wants of an article that is there already."""

    open = "open"
    version = "version"
    both = "both"


@dataclass(frozen=True, slots=True)
class Row:
    """An input, or one of the articles that it holds."""

    id: str
    #: Of the input; its rows have it in common.
    input: str
    thing: Thing
    name: str
    state: State = State.waiting
    #: Whether it is to be added.
    chosen: bool = False
    #: As it was read, with the particulars as they were mended.
    draft: Draft | None = None
    #: As it was corrected, "" if it was not.
    text: str = ""
    warnings: tuple[str, ...] = ()
    #: Of a table, what the statements can be taken from, and what they were.
    columns: tuple[str, ...] = ()
    column: str = ""
    known: Known | None = None
    #: Title of another row of the queue that is made of the same bytes.
    twin: str = ""
    wanted: Wanted = Wanted.open
    error: str = ""
    #: The article that it has become.
    article_id: str = ""

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it before it is added."""
        date = self.draft.published if self.draft else None
        unread = date is not None and not date.iso and not is_of_file(date)
        return self.state is not State.ready or bool(self.warnings) or unread


class ImportQueue:
    """Rows in the order in which they came. What comes for a row that was cancelled or removed is dropped."""

    def __init__(self) -> None:
        self._rows: dict[str, Row] = {}
        self._numbers = count(1)

    # --- questions ---

    def rows(self) -> list[Row]:
        """All of them."""
        return list(self._rows.values())

    def get(self, id: str) -> Row | None:
        """One of them."""
        return self._rows.get(id)

    def chosen(self) -> list[Row]:
        """Those to be added."""
        return [row for row in self.rows() if row.chosen and row.state in CAN_BE_ADDED]

    def waiting(self) -> list[Request]:
        """What is to be read next."""
        return [Request(row.input, row.thing) for row in self.rows() if row.state is State.waiting]

    def of_inputs(self, inputs: Iterable[str]) -> list[Row]:
        """The rows of some inputs."""
        wanted = set(inputs)
        return [row for row in self.rows() if row.input in wanted]

    # --- what comes ---

    def take(self, things: Iterable[Thing]) -> list[str]:
        """More inputs; their names in the queue."""
        return [self._new(thing).input for thing in things]

    def refuse(self, thing: Thing, error: str) -> str:
        """An input that cannot even be looked for."""
        row = self._new(thing)
        self._put(replace(row, state=State.failed, error=error))
        return row.input

    def _new(self, thing: Thing) -> Row:
        input_id = f"i{next(self._numbers)}"
        row = Row(input_id, input_id, thing, name_of(thing))
        self._put(row)
        return row

    def began(self, input_id: str) -> None:
        """An input is being read."""
        for row in self.of_inputs([input_id]):
            if row.state is State.waiting:
                self._put(replace(row, state=State.reading))

    def came(self, input_id: str, received: Received) -> None:
        """What became of an input: a row for each of its articles, in its place."""
        rows = self.of_inputs([input_id])
        if not rows or rows[0].state not in OPEN:
            return
        first, outcome = rows[0], received.outcome
        if outcome.error:
            state = State.media if medium_of(first.thing) else State.failed
            self._put(replace(first, state=state, error=outcome.error))
            return
        made: list[Row] = []
        for number, (draft, known) in enumerate(zip(outcome.drafts, received.known, strict=True)):
            row = replace(
                first,
                id=f"{input_id}.{number}" if number else first.id,
                draft=draft,
                name=draft.file or first.name,
                warnings=(*outcome.warnings, *draft.warnings),
                columns=outcome.columns,
                column=first.thing.column if isinstance(first.thing, Again) else "",
            )
            made.append(self._met(row, known, made))
        self._replace(first.id, made)

    def _met(self, row: Row, known: Known | None, before: Sequence[Row]) -> Row:
        twin = "" if known else self._twin(row, before)
        if not known and not twin:
            return replace(row, state=State.ready, chosen=True)
        return replace(row, state=State.known, known=known, twin=twin)

    def _twin(self, row: Row, before: Sequence[Row]) -> str:
        others = [other for other in (*self.rows(), *before) if other.draft and other.input != row.input]
        return next((other.draft.title for other in others if other.draft and _same(other.draft, row.draft)), "")

    def added(self, id: str, article_id: str) -> None:
        """A row is an article of the project now."""
        self._change(id, state=State.added, chosen=False, article_id=article_id, error="")

    def told(self, id: str, error: str) -> None:
        """A row could not be added; it can be tried again."""
        self._change(id, error=error)

    # --- what a person wants ---

    def choose(self, ids: Iterable[str], chosen: bool) -> None:
        """Whether rows are to be added; of what is there already, both are kept then."""
        for row in self._among(ids, CAN_BE_ADDED):
            wanted = row.wanted if row.state is State.ready or (row.wanted is not Wanted.open) == chosen else None
            fresh = Wanted.both if chosen else Wanted.open
            self._put(replace(row, chosen=chosen, wanted=wanted or fresh))

    def want(self, ids: Iterable[str], wanted: Wanted) -> None:
        """What is to become of articles that are there already; of a twin, there is nothing to be a version of."""
        for row in self._among(ids, {State.known}):
            if row.known or wanted is not Wanted.version:
                self._put(replace(row, wanted=wanted, chosen=wanted is not Wanted.open))

    def edit(self, id: str, **fields: Any) -> None:
        """Particulars of a row's article."""
        row = self._rows.get(id)
        if row and row.draft:
            if "language" in fields:
                fields["language_confidence"] = None  # set by a person
            self._put(replace(row, draft=replace(row.draft, **fields)))

    def correct(self, id: str, text: str) -> None:
        """The text as a person corrected it."""
        row = self._rows.get(id)
        if row and row.draft:
            self._put(replace(row, text="" if text == row.draft.text else text))

    def take_column(self, id: str, column: str) -> str:
        """Reads a row's table once more, with another column; the input's name."""
        row = self._rows[id]
        assert row.draft is not None, "only what was read has columns"
        again = replace(
            row, id=row.input, thing=Again(row.draft, column), state=State.waiting, chosen=False, draft=None
        )
        self._replace_input(row.input, again)
        return row.input

    def retry(self, ids: Iterable[str]) -> list[str]:
        """Reads rows once more; the names of their inputs."""
        rows = self._among(ids, CAN_BE_RETRIED)
        for row in rows:
            self._put(replace(row, state=State.waiting, error=""))
        return [row.input for row in rows]

    def cancel(self, ids: Iterable[str] | None = None) -> None:
        """Rows that were not read yet are not to be; all of them if none are named."""
        for row in self._among(self._rows if ids is None else ids, OPEN):
            self._put(replace(row, state=State.cancelled))

    def remove(self, ids: Iterable[str]) -> None:
        """Takes rows out of the queue."""
        for id in list(ids):
            self._rows.pop(id, None)

    def forget(self, *states: State) -> None:
        """Takes out all rows of these states; without any, all rows."""
        self._rows = {row.id: row for row in self.rows() if states and row.state not in states}

    # --- the rows ---

    def _among(self, ids: Iterable[str], states: Iterable[State]) -> list[Row]:
        allowed = set(states)
        return [row for id in list(ids) if (row := self._rows.get(id)) and row.state in allowed]

    def _change(self, id: str, **fields: Any) -> None:
        if row := self._rows.get(id):
            self._put(replace(row, **fields))

    def _put(self, row: Row) -> None:
        self._rows[row.id] = row

    def _replace(self, id: str, made: Sequence[Row]) -> None:
        """Rows in the place of one."""
        self._rows = {r.id: r for row in self.rows() for r in (made if row.id == id else (row,))}

    def _replace_input(self, input_id: str, row: Row) -> None:
        first = self.of_inputs([input_id])[0].id
        others = {other.id for other in self.of_inputs([input_id])} - {first}
        self._rows = {id: there for id, there in self._rows.items() if id not in others}
        self._replace(first, [row])


def _same(one: Draft, other: Draft | None) -> bool:
    if other is None or len(one.original) != len(other.original) or one.part != other.part:
        return False
    return one.original is other.original or sha256(one.original).digest() == sha256(other.original).digest()


def name_of(thing: Thing) -> str:
    """What an input is called."""
    match thing:
        case Path():
            return thing.name or str(thing)
        case Draft():
            return thing.file or thing.title
        case Again():
            return name_of(thing.draft)
        case _:
            return thing


def medium_of(thing: Thing) -> str:
    """ "image", "audio" or "video" if that is what a file is by its name; "" if not."""
    kind = (mimetypes.guess_type(thing.name)[0] or "").partition("/")[0] if isinstance(thing, Path) else ""
    return kind if kind in {"image", "audio", "video"} else ""


def known_by_bytes(row: Row) -> bool:
    """Whether it is the very same as an article that is there."""
    return bool(row.known and row.known.by is Sameness.bytes)
