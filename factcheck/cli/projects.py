"""Commands on the project as a whole: new, status."""

import os
from pathlib import Path
from typing import Any

import click

from factcheck import records, scales, settings, workflow
from factcheck.backups import backups
from factcheck.cli import desk
from factcheck.cli.output import out, out_json, table
from factcheck.cli.params import as_json, project, text
from factcheck.cli.words import command, option, told
from factcheck.errors import NotFoundError, ProjectInUseError
from factcheck.model import Evidence, Ruling, Scale
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store import sending
from factcheck.store.lock import Lock


@command("new")
@project
@option("--title", type=text, default="", text="project_title")
@option("--scale", type=text, default=scales.default())
@option("--from", "source", type=click.Path(path_type=Path), metavar="FILE.json", text="new_from")
@as_json
def new(project: Path, title: str, scale: str, source: Path | None, as_json: bool) -> None:
    """Makes a project."""
    with _made(project, title, _shipped(scale), source) as session:
        about = records.project(session.records)
        path, title, chosen = session.path, about.title, _scale(session.records, about.scale_id)
    if as_json:
        out_json({"path": str(path), "title": title, "scale": chosen.id})
    else:
        out(told("made", path=project, title=title, scale=chosen.name))


def _made(path: Path, title: str, scale: Scale, source: Path | None) -> Session:
    """A project without articles, or with all that another one was exported to."""
    who = settings.load().who
    if source is None:
        return workflow.new_project(path, who, title, scale.id)
    if title:
        raise click.UsageError(told("title_from", name=source.name))
    return workflow.project_from(path, who, source)


def _scale(state: Records, id: str) -> Scale:
    found = state.get(Scale, id)
    assert found is not None, "a project names a scale of its own"
    return found


def _shipped(name: str) -> Scale:
    known = scales.shipped()
    for scale in known:
        if name.casefold() in (scale.id.casefold(), scale.name.casefold()):
            return scale
    raise NotFoundError(told("no_scale", scale=name, scales=", ".join(s.id for s in known)))


# --- status -----------------------------------------------------------------------------------------------------------


@command("status")
@project
@as_json
def status(project: Path, as_json: bool) -> None:
    """How the project stands."""
    with desk.reading(project) as session:
        data = _status(session)
    if as_json:
        out_json(data)
    else:
        table([], [(told(f"status.{key}"), value) for key, value in _lines(data)])


def _status(session: Session) -> dict[str, Any]:
    state = session.records
    about = records.project(state)
    scale = state.get(Scale, about.scale_id)
    entry = session.history(1)[0]
    kept = backups(session.path)
    writable, holder = _lock(session)
    return {
        "title": about.title,
        "path": str(session.path),
        "scale": scale.name if scale else about.scale_id,
        **_counts(session, state),
        "undo": desk.name_of(session.next_undo) if session.next_undo else None,
        "redo": desk.name_of(session.next_redo) if session.next_redo else None,
        "changed": {"at": desk.time(entry.at), "who": entry.who.name, "what": desk.name_of(entry)},
        "entries": session.revision,
        "head": session.head,
        "writable": writable,
        "in_use": holder,
        "backups": {"count": len(kept), "newest": str(kept[0]) if kept else None},
    }


def _counts(session: Session, state: Records) -> dict[str, Any]:
    claims = records.claims(state)
    rated = [c for c in claims if records.rating(state, records.verdict(state, c.id))]
    kept = workflow.kept_proposals(session.reader)
    return {
        "articles": len(records.articles(state)),
        "claims": len(claims),
        "verdicts": len(rated),
        "evidence": sum(not item.withdrawn for item in state.each(Evidence)),
        "rulings": state.count(Ruling),
        "findings": len(workflow.ruled(state, kept.found)) if kept else None,
    }


def _lock(session: Session) -> tuple[bool, str]:
    """Whether the file could be written now, and the sentence about why not, "" if it just may not."""
    path, copy = session.path, session.reader.sent()
    if copy:
        return False, sending.sentence(path, copy)
    if not os.access(path, os.W_OK):  # opening the file would drop the locks that SQLite holds on it
        return False, ""
    try:
        Lock(path).release()
    except ProjectInUseError as error:
        return False, str(error)
    except OSError:
        return False, ""
    return True, ""


def _lines(data: dict[str, Any]) -> list[tuple[str, object]]:
    changed, kept = data["changed"], data["backups"]
    told_otherwise = {
        "findings": told("not_matched") if data["findings"] is None else data["findings"],
        "undo": data["undo"] or told("nothing"),
        "redo": data["redo"] or told("nothing"),
        "changed": f"{changed['at']}, {changed['who']}: {changed['what']}",
        "writable": data["in_use"] or told("yes" if data["writable"] else "no"),
        "backups": f"{kept['count']} ({kept['newest']})" if kept["count"] else told("nothing"),
    }
    return [(key, told_otherwise.get(key, value)) for key, value in data.items() if key != "in_use"]
