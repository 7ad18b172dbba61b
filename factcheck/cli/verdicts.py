"""Commands on verdicts: verdict, scales."""

from pathlib import Path
from typing import Any

import click

from factcheck import blind, edits, lookup, records
from factcheck.cli import desk
from factcheck.cli.claims import claim_data
from factcheck.cli.output import out, out_json, table
from factcheck.cli.params import as_json, project, text, words
from factcheck.cli.words import command, option, told
from factcheck.model import Claim, Edit, Outcome, Reader, Scale, Verdict
from factcheck.records import Records
from factcheck.session import Session
from factcheck.steps import Group


@command("verdict")
@project
@click.argument("claim", type=text)
@click.argument("rating", type=text, required=False, default="")
@option("--summary", type=words)
@option("--rationale", type=words)
@option("--second", is_flag=True)
@as_json
def verdict(
    project: Path, claim: str, rating: str, summary: str | None, rationale: str | None, second: bool, as_json: bool
) -> None:
    """Gives the verdict on a claim."""
    written = {name: said for name, said in (("summary", summary), ("rationale", rationale)) if said is not None}
    if not rating and not written:
        raise click.UsageError(told("no_verdict_given"))
    reader = Reader.second if second else Reader.first
    with desk.writing(project) as session:
        found = lookup.claim_named(session.records, claim)
        session.do(verdict_edit(session, found, rating, written, reader))
        data = claim_data(blind.seen_by(session.records, reader), found)
        given = records.rating(session.records, records.verdict(session.records, found.id, reader))
    if as_json:
        out_json(data)
    else:
        label = given.label if given else told("no_rating")
        out(told("verdict_given", number=found.number, rating=label, wording=found.wording))


@command("reveal")
@project
@click.argument("claim", type=text)
@option("--outcome", type=click.Choice([o.value for o in Outcome]), default=None)
@option("--remark", type=words, default="")
@as_json
def reveal(project: Path, claim: str, outcome: str | None, remark: str, as_json: bool) -> None:
    """Lays both readers' verdicts open, and says what came of comparing them."""
    with desk.writing(project) as session:
        found = lookup.claim_named(session.records, claim)
        with session.together(Group()):
            session.do(edits.reveal(session.records, found.id))
            if outcome:
                session.do(edits.compare(session.records, found.id, Outcome(outcome), remark))
        data = claim_data(session.records, found)
    if as_json:
        out_json(data)
        return
    for reader, key in (("first", "verdict"), ("second", "second_verdict")):
        given = data[key] or {"who": "", "label": told("no_rating")}
        out(told(f"read_{reader}", who=given["who"], rating=given["label"], number=found.number))


def verdict_edit(session: Session, claim: Claim, rating: str, words: dict[str, str], reader: Reader) -> Edit:
    """Rating and words as one step."""
    state, who = session.records, session.who
    standing = records.verdict(state, claim.id, reader)
    key = _key(state, standing, rating) if rating else (standing.rating if standing else "")
    return edits.set_verdict(state, claim.id, key, who, reader, words)


def _key(state: Records, standing: Verdict | None, name: str) -> str:
    """The key of a rating that was given by key or label; what is neither is left to the verb to refuse."""
    on = standing.scale_id if standing and standing.rating else records.project(state).scale_id
    scale = state.get(Scale, on)
    for rating in scale.ratings if scale else ():
        if name.casefold() in (rating.key.casefold(), rating.label.casefold()):
            return rating.key
    return name


@command("scales")
@project
@option("--all", "every", is_flag=True, text="all_scales")
@as_json
def scales(project: Path, every: bool, as_json: bool) -> None:
    """The ratings that can be given."""
    with desk.reading(project) as session:
        used = records.project(session.records).scale_id
        found = [scale for scale in session.records.each(Scale) if every or scale.id == used]
    if as_json:
        out_json([_scale(scale, used) for scale in found])
        return
    for scale in found:
        out(told("scale_used" if scale.id == used else "scale", name=scale.name, id=scale.id))
        if scale.ratings:
            heads = [told(f"column.{key}") for key in ("key", "label", "definition")]
            table(heads, [(r.key, r.label, r.definition) for r in scale.ratings if not r.retired])


def _scale(scale: Scale, used: str) -> dict[str, Any]:
    ratings = [
        {"key": r.key, "label": r.label, "definition": r.definition, "number": r.number, "retired": r.retired}
        for r in scale.ratings
    ]
    return {"id": scale.id, "name": scale.name, "used": scale.id == used, "ratings": ratings}
