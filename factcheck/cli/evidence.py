"""Commands on evidence: evidence add, evidence list."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from factcheck import edits, lookup, records, workflow
from factcheck.cli import desk
from factcheck.cli.output import out, out_json, table
from factcheck.cli.params import as_json, project, text, words
from factcheck.cli.words import command, option, say, told
from factcheck.model import Evidence, Grade, Link, Note, PassageTarget, Stance, StoredFile, Target
from factcheck.records import Records


@click.group("evidence", help=told("command.evidence"), options_metavar=told("options"))
def evidence() -> None:
    """What speaks for or against claims."""


# --- add --------------------------------------------------------------------------------------------------------------


@command("add")
@project
@click.argument("claim", type=text)
@option("--url", type=text, default="", text="evidence_url")
@option("--title", type=text, default="", text="link_title")
@option("--publisher", type=text, default="", text="link_publisher")
@option("--author", type=text, default="", text="link_author")
@option("--date", type=text, default="", text="link_date")
@option("--archived", "archived_url", type=text, default="", metavar="URL")
@option("--accessed", type=text, default="", metavar="DATE")
@option("--article", type=text, default="", text="evidence_article")
@option("--quote", type=words, default="", text="evidence_quote")
@option("--note", "words", type=words, default="", text="evidence_note")
@option("--file", type=text, default="", text="evidence_file")
@option("--stance", type=click.Choice([s.value for s in Stance]), default=Stance.context.value, show_default=True)
@option("--grade", type=click.Choice([g.value for g in Grade]), default=Grade.secondary.value, show_default=True)
@option("--comment", type=words, default="")
@as_json
def add(project: Path, claim: str, stance: str, grade: str, comment: str, as_json: bool, **given: str) -> None:
    """Adds a piece of evidence to a claim."""
    _only_one(given)
    with desk.writing(project) as session:
        state = session.records
        found = lookup.claim_named(state, claim)
        rest = (Stance(stance), Grade(grade), comment)
        if given["file"]:
            made = workflow.attach_file(session, found.id, Path(given["file"]), *rest)
        else:
            edit, made = edits.add_evidence(state, found.id, _target(state, given), *rest)
            session.do(edit)
        row = _data(session.records, len(records.evidence(session.records, found.id)), made)
        publishers = records.independent_publishers(session.records, found.id)
    if as_json:
        out_json(row)
    else:
        out(
            told(
                "evidence_added",
                number=row["number"],
                claim=found.number,
                publishers=say("report.publishers", n=publishers),
            )
        )


_OF_LINKS = ("title", "publisher", "author", "date", "archived_url", "accessed")


def _only_one(given: dict[str, str]) -> None:
    """`click.UsageError` unless the options name one target and nothing that it does not have."""
    targets = [name for name in ("url", "article", "words", "file") if given[name]]
    if len(targets) != 1 or (given["quote"] and (given["words"] or given["file"])):
        raise click.UsageError(told("one_target"))
    if given["article"] and not given["quote"]:
        raise click.UsageError(told("quote_missing"))
    if not given["url"] and any(given[name] for name in _OF_LINKS):
        raise click.UsageError(told("only_links"))


def _target(state: Records, given: dict[str, str]) -> Target:
    if given["url"]:
        return Link(given["url"], quote=given["quote"], **{name: given[name] for name in _OF_LINKS})
    if given["words"]:
        return Note(given["words"])
    article = lookup.article_named(state, given["article"])
    return PassageTarget(
        article.id, edits.passage_anchor(state, article.id, lookup.quoted(state, article, given["quote"]))
    )


# --- list -------------------------------------------------------------------------------------------------------------


@command("list")
@project
@click.argument("claim", type=text)
@as_json
def list_(project: Path, claim: str, as_json: bool) -> None:
    """The evidence on a claim."""
    with desk.reading(project) as session:
        found = lookup.claim_named(session.records, claim)
        items = enumerate(records.evidence(session.records, found.id), 1)
        rows = [_data(session.records, number, item) for number, item in items]
    if as_json:
        out_json(rows)
    elif not rows:
        out(told("no_evidence", number=found.number))
    else:
        heads = [told(f"column.{key}") for key in ("number", "stance", "grade", "evidence", "comment")]
        table(heads, [_row(row) for row in rows])


def _row(row: dict[str, Any]) -> tuple[object, ...]:
    target = row["target"]
    parts = [target.get(key, "") for key in ("title", "publisher", "date", "url", "name")]
    words = target.get("text") or target.get("quote") or ""
    what = ", ".join(part for part in parts if part) + (": " if words and any(parts) else "") + words
    return f"[{row['number']}]", say(f"stance.{row['stance']}"), say(f"grade.{row['grade']}"), what, row["comment"]


def _data(state: Records, number: int, item: Evidence) -> dict[str, Any]:
    return {
        "id": item.id,
        "number": number,
        "stance": item.stance.value,
        "grade": item.grade.value,
        "comment": item.comment,
        "added": desk.time(item.added),
        "target": _target_data(state, item.target),
    }


def _target_data(state: Records, target: Target) -> dict[str, Any]:
    match target:
        case PassageTarget():
            return {"type": "passage", **desk.passage(state, target.article_id, target.anchor)}
        case Link():
            return {"type": "link", **asdict(target)}
        case StoredFile():
            return {"type": "file", **asdict(target)}
        case Note():
            return {"type": "note", **asdict(target)}


evidence.add_command(add)
evidence.add_command(list_)
