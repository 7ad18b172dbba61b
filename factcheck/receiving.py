"""What a person hands over at once: read by a worker, looked up among the articles, and added as one step.

A worker runs `receive` and `preview`; `Import` belongs to the thread of the session, one article per turn.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import importing, intake
from factcheck.errors import FactCheckError
from factcheck.importing import Draft, Input, Outcome, Table
from factcheck.intake import Known, Shelf
from factcheck.progress import Progress, silent
from factcheck.session import Session
from factcheck.steps import Group

#: Rows of a table that are shown before its column is chosen.
PREVIEWED = 5


@dataclass(frozen=True, slots=True)
class Again:
    """A table that was read, to be read with another column of statements."""

    draft: Draft
    column: str


#: A file, the address of a page, text that was pasted, or a table once more.
Thing = Path | str | Draft | Again


@dataclass(frozen=True, slots=True)
class Request:
    """One input that is to be read, under the name that its answer comes back with."""

    id: str
    thing: Thing


@dataclass(frozen=True, slots=True)
class Received:
    """What became of an input, and for each of its drafts the article that is there already."""

    outcome: Outcome
    known: tuple[Known | None, ...] = ()


def listed(paths: Iterable[Path], progress: Progress = silent) -> Iterator[tuple[Path, list[Path], str]]:
    """The files that each path stands for, or the sentence that says why it stands for none."""
    for path in paths:
        progress("", 0, 0)
        try:
            yield path, importing.inputs([path]), ""
        except FactCheckError as error:
            yield path, [], str(error)


def receive(
    requests: Sequence[Request],
    shelf: Shelf,
    progress: Progress,
    began: Callable[[str], None],
    came: Callable[[str, Received], None],
) -> None:
    """Reads inputs, files first and several at once; tells of each when it begins and when it is known what came."""
    files = [(r.id, r.thing) for r in requests if isinstance(r.thing, Path)]
    others = [r for r in requests if not isinstance(r.thing, Path)]

    def files_progress(what: str, done: int, total: int) -> None:
        if done < total:
            began(files[done][0])
        progress(what, done, len(requests))

    read = importing.read_all([path for _, path in files], files_progress)
    for (id, _), outcome in zip(files, read, strict=True):
        came(id, _looked_up(outcome, shelf))
    for number, request in enumerate(others, len(files)):
        began(request.id)
        progress("", number, len(requests))
        came(request.id, _looked_up(_other(request.thing, progress), shelf))


def _looked_up(outcome: Outcome, shelf: Shelf) -> Received:
    return Received(outcome, tuple(shelf.known(draft) for draft in outcome.drafts))


def _other(thing: Thing, progress: Progress) -> Outcome:
    try:
        if isinstance(thing, Draft):
            return Outcome(thing.title, (thing,))
        if isinstance(thing, Again):
            return _with_column(thing)
        return intake.fetch(str(thing), progress)
    except FactCheckError as error:
        return Outcome(str(thing), error=str(error))


def _with_column(again: Again) -> Outcome:
    draft = again.draft
    outcome = importing.read_input(Input(draft.original, draft.file, column=again.column))
    return replace(outcome, drafts=tuple(replace(found, fetched=draft.fetched) for found in outcome.drafts))


def preview(draft: Draft) -> Table:
    """The first rows of the table that a draft was taken from."""
    table = importing.table_in(draft.original, draft.file)
    return replace(table, rows=table.rows[:PREVIEWED])


class Import:
    """Adds drafts to a project, each when it is told to; whoever undoes it undoes all."""

    def __init__(self, session: Session, shelf: Shelf, count: int) -> None:
        """`count`: how many there are to come."""
        self._shelf = shelf
        self.go_on(session)
        several = (("count", str(count)),) if count > 1 else ()
        self._group = Group("edit.add_articles" if several else "", several)

    def go_on(self, session: Session) -> None:
        """With this session on the same project, for the thread that it belongs to."""
        self._session = session
        self._shelf.look_at(session.reader)

    def add(self, draft: Draft, text: str = "", version_of: str = "") -> str:
        """A draft as an article, or as the next version of one; then its `text` as it was corrected. Id of the article.

        What was read stays the version before the corrected one, so the correction can be seen and taken back.
        """
        with self._session.together(self._group):
            if version_of:
                intake.add_version(self._session, version_of, draft)
            article_id = version_of or intake.add(self._session, self._shelf, draft).id
            if text and text != draft.text:
                intake.correct(self._session, article_id, text)
        return article_id
