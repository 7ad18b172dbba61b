"""Commands that keep work safe: check, backup, restore."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from factcheck import publishing, records
from factcheck.backups import backups
from factcheck.backups import restore as put_back
from factcheck.backups import told as held
from factcheck.cli import desk
from factcheck.cli.output import out, out_json, table, watched
from factcheck.cli.params import as_json, project
from factcheck.cli.words import command, option, told
from factcheck.errors import NotFoundError, ProjectFileError
from factcheck.store import adopting, opener
from factcheck.store import check as proof
from factcheck.store import seal as sealing
from factcheck.store.backup import Copy

# --- check ------------------------------------------------------------------------------------------------------------


@command("check")
@project
@option("--seal", "sealed", type=click.Path(path_type=Path), metavar="FILE", text="check_seal")
@as_json
def check(project: Path, sealed: Path | None, as_json: bool) -> None:
    """Proves the file."""
    opener.look(project)  # what is no project at all is no problem found in one
    against = sealing.read(sealed) if sealed else None
    with watched() as progress:
        problems = list(proof.problems(project, progress, against))
    counts = {} if problems else _counts(project)
    if as_json:
        out_json({"ok": not problems, "problems": problems, **counts})
    else:
        for line in problems or [sound(counts)]:
            out(line)
    if problems:
        raise ProjectFileError(told("unsound", n=len(problems), name=project.name))


@command("adopt")
@project
@option("--output", "-o", type=click.Path(path_type=Path), required=True, metavar="NEW.factcheck", text="adopt_output")
@as_json
def adopt(project: Path, output: Path, as_json: bool) -> None:
    """Takes over the rows of a file that was altered outside."""
    with watched() as progress:
        adopting.adopt(project, output, progress)
    counts = _counts(output)
    if as_json:
        out_json({"path": str(output), **counts})
    else:
        out(told("adopted", path=output))
        out(sound(counts))


def _counts(project: Path) -> dict[str, Any]:
    with desk.reading(project) as session:
        state = session.records
        articles, claims = len(records.articles(state)), len(records.claims(state))
        return {"entries": session.revision, "articles": articles, "claims": claims, "head": session.head}


def sound(counts: dict[str, Any]) -> str:
    """The sentence for a file in which nothing is wrong."""
    parts = [told(f"count.{key}", n=counts[key]) for key in ("entries", "articles", "claims")]
    return told("sound", counts=", ".join(parts), head=counts["head"])


@command("seal")
@project
@option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", text="seal_output")
@as_json
def seal(project: Path, output: Path | None, as_json: bool) -> None:
    """Writes down how far history has come."""
    with desk.reading(project) as session:
        made, path = publishing.write_seal(session, output)
    if as_json:
        out_json({"path": str(path), **asdict(made), "at": desk.time(made.at)})
    else:
        out(told("sealed", path=path, n=made.entries))


# --- backups ----------------------------------------------------------------------------------------------------------


@command("backup")
@project
@option("--list", "listed", is_flag=True, text="list_backups")
@as_json
def backup(project: Path, listed: bool, as_json: bool) -> None:
    """Makes a checked copy."""
    if listed:
        _list(project, as_json)
        return
    with desk.reading(project) as session:
        made = session.backup()
    if as_json:
        out_json({"path": str(made)})
    else:
        out(str(made))


def _list(project: Path, as_json: bool) -> None:
    found = held(project.absolute())
    if as_json:
        out_json([{**asdict(copy), "path": str(copy.path), "at": desk.time(copy.at)} for copy in found])
    elif found:
        keys = ("at", "reason", "size", "articles", "claims", "verdicts", "backup")
        table([told(f"column.{key}") for key in keys], [_row(copy) for copy in found])
    else:
        out(told("no_backups", name=project.name))


def _row(copy: Copy) -> list[object]:
    counts = ["?" if count is None else count for count in (copy.articles, copy.claims, copy.verdicts)]
    return [desk.shown_time(copy.at), copy.why, f"{copy.size:,}", *counts, copy.path]


@command("restore")
@project
@click.argument("backup", required=False, type=click.Path(path_type=Path))
@as_json
def restore(project: Path, backup: Path | None, as_json: bool) -> None:
    """Puts a backup in the project's place."""
    chosen = _chosen(project, backup)
    kept = put_back(project, chosen)
    if as_json:
        out_json({"path": str(project), "backup": str(chosen), "replaced": str(kept) if kept else None})
        return
    out(told("restored", name=project.name, backup=chosen.name))
    if kept:
        out(told("replaced", path=kept))


def _chosen(project: Path, backup: Path | None) -> Path:
    """The backup that was named, by path or by its name in the folder of backups; else the newest."""
    there = backups(project.absolute())
    if backup is None:
        if not there:
            raise NotFoundError(told("no_backups", name=project.name))
        return there[0]
    if backup.is_file():
        return backup
    named = [path for path in there if backup.name in (path.name, path.stem) and backup.parent == Path()]
    if not named:
        raise NotFoundError(told("no_such_backup", backup=backup, name=project.name))
    return named[0]
