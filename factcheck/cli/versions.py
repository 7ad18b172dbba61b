"""Commands on what is kept of articles: original, versions, reread, correct, review."""

from pathlib import Path
from typing import Any

import click

from factcheck import diff, edits, importing, intake, lookup, records, workflow
from factcheck.cli import desk
from factcheck.cli.articles import passages_data
from factcheck.cli.output import out, out_json, table
from factcheck.cli.params import as_json, project, text, words
from factcheck.cli.words import command, option, say, told
from factcheck.edits import NewVersion
from factcheck.errors import NotFoundError
from factcheck.model import Article, ArticleVersion, Claim
from factcheck.records import Passaged, Records

_number = option("--version", "number", type=click.IntRange(min=1), metavar="N", text="version_number")


@command("original")
@project
@click.argument("article", type=text)
@option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", text="original_output")
@_number
@as_json
def original(project: Path, article: str, output: Path, number: int | None, as_json: bool) -> None:
    """Writes the bytes of an article as they came."""
    with desk.reading(project) as session:
        found = lookup.article_named(session.records, article)
        version = intake.numbered(session.records, found, number)
        workflow.save_original(session, version.original_sha256, output)
    if as_json:
        out_json({"path": str(output), "sha256": version.original_sha256, "size": version.original_size})
    else:
        out(told("original_written", path=output, n=version.original_size, sha256=version.original_sha256))


# --- versions ---------------------------------------------------------------------------------------------------------


@command("versions")
@project
@click.argument("article", type=text)
@as_json
def versions(project: Path, article: str, as_json: bool) -> None:
    """The texts that an article has had."""
    with desk.reading(project) as session:
        found = lookup.article_named(session.records, article)
        rows = [_version(session.records, found, version) for version in records.versions(session.records, found.id)]
    if as_json:
        out_json(rows)
    else:
        keys = ("version", "made", "method", "characters", "note")
        table([told(f"column.{key}") for key in keys], [[row[key] for key in keys] for row in rows])


def _version(state: Records, article: Article, version: ArticleVersion) -> dict[str, Any]:
    came = version.fetched
    return {
        "id": version.id,
        "version": version.number,
        "current": version.id == article.version_id,
        "made": desk.time(version.made),
        "method": version.method,
        "note": version.note,
        "characters": len(state.text(version.id)),
        "text_sha256": version.text_sha256,
        "original_sha256": version.original_sha256,
        "original_size": version.original_size,
        "media_type": version.media_type,
        "encoding": version.encoding,
        "part": version.part,
        "fetched": {"url": came.url, "final_url": came.final_url, "status": came.status, "at": desk.time(came.at)}
        if came
        else None,
    }


@command("reread")
@project
@click.argument("article", type=text)
@as_json
def reread(project: Path, article: str, as_json: bool) -> None:
    """Takes the text out of the kept bytes anew."""
    with desk.writing(project) as session:
        found = lookup.article_named(session.records, article)
        before = session.records.text(found.version_id)
        made = intake.reread(session, found.id)
        after = session.records.text(made.version.id) if made.edit.changes else before
    _tell(made, diff.marked(before, after), as_json)


@command("correct")
@project
@click.argument("article", type=text)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@option("--note", type=words, default="", text="version_note")
@option("--dry-run", is_flag=True)
@as_json
def correct(project: Path, article: str, file: Path, note: str, dry_run: bool, as_json: bool) -> None:
    """Puts a corrected text in the place of an article's."""
    text = importing.read_text(file)
    with desk.writing(project) as session:
        found = lookup.article_named(session.records, article)
        before = session.records.text(found.version_id)
        made = edits.correct_text(session.records, found.id, text, note)
        if not dry_run:
            made = intake.correct(session, found.id, text, note)
    _tell(made, diff.marked(before, text), as_json, "version_would_be" if dry_run else "version_made")


def _tell(made: NewVersion, difference: str, as_json: bool, said: str = "version_made") -> None:
    changed = bool(made.edit.changes)
    if as_json:
        version = made.version.number if changed else None
        out_json({"version": version, "passages": passages_data(made), "difference": difference if changed else ""})
        return
    if not changed:
        out(told("same_text"))
        return
    out(difference)
    out(told(said, number=made.version.number))
    counts = passages_data(made)
    if any(counts.values()):
        out(told("passages", **counts))


# --- review -----------------------------------------------------------------------------------------------------------


@command("review")
@project
@click.argument("passage", type=text, required=False, default="")
@option("--accept", is_flag=True)
@option("--lost", is_flag=True)
@option("--quote", type=words, default="", text="review_quote")
@as_json
def review(project: Path, passage: str, accept: bool, lost: bool, quote: str, as_json: bool) -> None:
    """Lists the passages to be looked at again, or settles one of them."""
    if accept + lost + bool(quote) != bool(passage):
        raise click.UsageError(told("one_decision"))
    if passage:
        _settle(project, passage, accept, quote)
    with desk.reading(project) as session:
        rows = [_passage(session.records, there) for there in records.needing_review(session.records)]
    if as_json:
        out_json(rows)
    elif not rows:
        out(told("nothing_to_review"))
    else:
        keys = ("id", "claim", "article", "quote", "doubt", "proposal")
        table([told(f"column.{key}") for key in keys], [[row[key] for key in keys] for row in rows])


def _settle(project: Path, name: str, accept: bool, quote: str) -> None:
    with desk.writing(project) as session:
        state = session.records
        there = [p for p in records.needing_review(state) if p.id.startswith(name)]
        if len(there) != 1:
            raise NotFoundError(told("no_passage", passage=name))
        (found,) = there
        if accept:
            edit = edits.accept_place(state, found.id)
        elif quote:
            article = lookup.article_named(state, records.article_of(found))
            edit = edits.move_passage(state, found.id, lookup.quoted(state, article, quote))
        else:
            edit = edits.mark_lost(state, found.id)
        session.do(edit)


def _passage(state: Records, passage: Passaged) -> dict[str, Any]:
    claim, article = state.get(Claim, passage.claim_id), state.get(Article, records.article_of(passage))
    doubt = passage.review
    assert doubt is not None, "only what is to be reviewed is listed"
    return {
        "id": passage.id,
        "claim": claim.number if claim else None,
        "article": article.title if article else "",
        "quote": records.anchor_in(passage).exact,
        "doubt": say(f"doubt.{doubt.doubt}"),
        "score": round(doubt.score, 2),
        "proposal": doubt.proposal.exact if doubt.proposal else "",
    }
