"""Commands that join claims, take them apart and copy them, and withdraw what is out of use."""

from pathlib import Path

import click

from factcheck import edits, lookup, records
from factcheck.cli import desk
from factcheck.cli.claims import claim_data
from factcheck.cli.output import out, out_json
from factcheck.cli.params import as_json, project, text
from factcheck.cli.words import command, option, told
from factcheck.model import Article, Claim
from factcheck.records import Records


@command("merge")
@project
@click.argument("kept", type=text)
@click.argument("other", type=text)
@as_json
def merge(project: Path, kept: str, other: str, as_json: bool) -> None:
    """All that hangs on one claim goes to another."""
    with desk.writing(project) as session:
        into, gone = lookup.claim_named(session.records, kept), lookup.claim_named(session.records, other)
        session.do(edits.merge_claims(session.records, into.id, gone.id))
        data = claim_data(session.records, _now(session.records, into))
    if as_json:
        out_json(data)
    else:
        out(told("merged", other=gone.number, number=into.number))


@command("split")
@project
@click.argument("claim", type=text)
@click.argument("parts", nargs=-1, type=text, required=True)
@option("--wording", type=text, default="")
@as_json
def split(project: Path, claim: str, parts: tuple[str, ...], wording: str, as_json: bool) -> None:
    """Some appearances and evidence of a claim become a claim of their own."""
    with desk.writing(project) as session:
        state = session.records
        found = lookup.claim_named(state, claim)
        moved = [lookup.part_named(edits.places(state, found.id), records.evidence(state, found.id), p) for p in parts]
        edit, made = edits.split_claim(state, found.id, moved, **({"wording": wording} if wording else {}))
        session.do(edit)
        data = claim_data(session.records, made)
    _told(data, made, "split_off", found, as_json)


@command("duplicate")
@project
@click.argument("claim", type=text)
@as_json
def duplicate(project: Path, claim: str, as_json: bool) -> None:
    """One more claim like another, without a verdict."""
    with desk.writing(project) as session:
        found = lookup.claim_named(session.records, claim)
        edit, made = edits.duplicate_claim(session.records, found.id)
        session.do(edit)
        data = claim_data(session.records, made)
    _told(data, made, "duplicated", found, as_json)


def _told(data: dict[str, object], made: Claim, key: str, of: Claim, as_json: bool) -> None:
    if as_json:
        out_json(data)
    else:
        out(told(key, number=of.number, made=made.number, id=made.id, wording=made.wording))


def _now(state: Records, claim: Claim) -> Claim:
    return state.get(Claim, claim.id) or claim


@command("withdraw")
@project
@click.argument("names", nargs=-1, type=text, required=True)
@option("--bring-back", is_flag=True)
def withdraw(project: Path, names: tuple[str, ...], bring_back: bool) -> None:
    """Takes articles, claims or evidence out of use, or brings them back."""
    with desk.writing(project) as session:
        there = [lookup.withdrawable_named(session.records, name, bring_back) for name in names]
        hanging = [(a, records.hanging_on(session.records, a.id)) for a in there if isinstance(a, Article)]
        session.do(edits.withdraw(session.records, [record.id for record in there], not bring_back))
    out(told("brought_back" if bring_back else "withdrawn", n=len(there)))
    for article, hangs in hanging:
        if hangs and not bring_back:
            claims, evidence = told("count.claims", n=hangs.claims), told("count.evidence", n=hangs.evidence)
            out(told("hangs_on", title=article.title, claims=claims, lone=hangs.lone, evidence=evidence))
