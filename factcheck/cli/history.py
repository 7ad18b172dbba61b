"""Commands on what was done: history, undo, redo."""

from pathlib import Path
from typing import Any

from factcheck import retelling
from factcheck.cli import desk
from factcheck.cli.output import out, out_json, table
from factcheck.cli.params import as_json, project, top
from factcheck.cli.words import command, say, told
from factcheck.errors import NotFoundError
from factcheck.model import Entry


@command("history")
@project
@top
@as_json
def history(project: Path, top: int | None, as_json: bool) -> None:
    """Every edit, the newest first."""
    with desk.reading(project) as session:
        entries = session.history(top or session.revision)
    if as_json:
        out_json([_data(entry) for entry in entries])
    else:
        heads = [told(f"column.{key}") for key in ("number", "when", "who", "what")]
        table(heads, [(e.sequence, desk.shown_time(e.at), e.who.name, _what(e)) for e in entries])


def _data(entry: Entry) -> dict[str, Any]:
    return {
        "sequence": entry.sequence,
        "at": desk.time(entry.at),
        "who": entry.who.name,
        "what": _what(entry),
        "label": entry.edit.label,
        "step": entry.step,
        "undoes": entry.undoes,
        "redoes": entry.redoes,
        "hash": entry.hash,
    }


def _what(entry: Entry) -> str:
    return say.step(entry.edit.label, retelling.names_of(entry.edit.names, say), entry.undoes, entry.redoes)


@command("undo")
@project
def undo(project: Path) -> None:
    """Takes the last step back."""
    with desk.writing(project) as session:
        _told(session.undo(), "undone", "nothing_to_undo")


@command("redo")
@project
def redo(project: Path) -> None:
    """Brings back what was undone last."""
    with desk.writing(project) as session:
        _told(session.redo(), "redone", "nothing_to_redo")


def _told(entry: Entry | None, done: str, nothing: str) -> None:
    if entry is None:
        raise NotFoundError(told(nothing))
    out(told(done, what=desk.name_of(entry)))
