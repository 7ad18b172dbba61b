"""Commands on claims: claim, claims."""

from pathlib import Path
from typing import Any

import click

from factcheck import edits, intake, lookup, records, workflow
from factcheck.cli import desk
from factcheck.cli.checks import check_data, said
from factcheck.cli.output import note, out, out_json, table
from factcheck.cli.params import as_json, project, text, words
from factcheck.cli.words import command, option, say, told
from factcheck.model import Claim, Link, Medium, Reader
from factcheck.records import Records
from factcheck.session import Session


@command("claim")
@project
@option("--article", type=text, default="")
@option("--quote", type=words, default=None)
@option("--media", type=text, default="", metavar="URL|FILE")
@option("--medium", type=click.Choice([m.value for m in Medium]), default=Medium.video.value, show_default=True)
@option("--time", type=text, default="", text="time_code")
@option("--transcript", type=words, default="")
@option("--wording", type=text, default="")
@option("--claimant", type=text, default="")
@option("--role", type=text, default="")
@option("--date", type=text, default="", text="claim_date")
@option("--place", type=text, default="")
@option("--topic", type=text, default="")
@as_json
def claim(project: Path, article: str, quote: str | None, media: str, as_json: bool, **given: str) -> None:
    """Makes a claim of words in an article, or of what is said in a recording."""
    if bool(media) == bool(article) or bool(article) != (quote is not None):
        raise click.UsageError(told("one_place"))
    with desk.writing(project) as session:
        recorded = {name: given.pop(name) for name in ("medium", "time", "transcript")}
        fields = {name: value for name, value in given.items() if value}
        if media:
            made, known = _recorded(session, media, recorded, fields), False
        else:
            made, known = _quoted(session, article, quote or "", fields)
        data = claim_data(session.records, made)
    met = workflow.earlier_checks().find(made.wording)
    if known:
        note(told("claim_known", number=made.number, id=made.id))
    if as_json:
        out_json({**data, "earlier_checks": [check_data(one) for one in met]})
        return
    if not known:
        out(told("claim_made", number=made.number, id=made.id, wording=made.wording))
    for one in met:
        out(said(one))


def _quoted(session: Session, article: str, quote: str, fields: dict[str, Any]) -> tuple[Claim, bool]:
    """The claim of these words, and whether it was there."""
    state = session.records
    found = lookup.article_named(state, article)
    span = lookup.quoted(state, found, quote)
    there = edits.claim_at(state, found, span)
    if there:
        return there, True
    edit, made = edits.add_claim(state, found.id, span, **fields)
    session.do(edit)
    return made, False


def _recorded(session: Session, media: str, recorded: dict[str, str], fields: dict[str, str]) -> Claim:
    source = Link(media) if media.lower().startswith(("http://", "https://")) else Path(media)
    medium = Medium(recorded["medium"])
    return intake.claim_from_media(session, source, medium, recorded["time"], recorded["transcript"], **fields)


@command("claims")
@project
@as_json
def claims(project: Path, as_json: bool) -> None:
    """The claims of a project."""
    with desk.reading(project) as session:
        rows = [claim_data(session.records, claim) for claim in records.claims(session.records)]
    if as_json:
        out_json(rows)
    elif not rows:
        out(told("no_claims", project=project))
    else:
        heads = [
            told(f"column.{key}") for key in ("number", "id", "claim", "claimant", "status", "verdict", "evidence")
        ]
        table(heads, [_row(row) for row in rows])


def _row(row: dict[str, Any]) -> tuple[object, ...]:
    verdict = row["verdict"]
    rating = verdict["label"] if verdict else ""
    status = say(f"status.{row['status']}")
    return row["number"], row["id"], row["wording"], row["claimant"], status, rating, row["evidence"]


def claim_data(state: Records, claim: Claim) -> dict[str, Any]:
    """A claim with its verdicts and appearances, and how much evidence there is."""
    return {
        "id": claim.id,
        "number": claim.number,
        "wording": claim.wording,
        "claimant": claim.claimant,
        "role": claim.role,
        "date": claim.date,
        "place": claim.place,
        "topic": claim.topic,
        "status": claim.status.value,
        "verdict": desk.said(state, records.verdict(state, claim.id)),
        "second_verdict": desk.said(state, records.verdict(state, claim.id, Reader.second)),
        "evidence": len(records.evidence(state, claim.id)),
        "publishers": records.independent_publishers(state, claim.id),
        "appearances": [desk.passage(state, a.article_id, a.anchor) for a in records.appearances(state, claim.id)],
        "media": [desk.recording(place) for place in records.media(state, claim.id)],
    }
