"""Commands on earlier checks: checks import, checks find."""

from pathlib import Path
from typing import Any

import click

from factcheck import workflow
from factcheck.cli.output import note, out, out_json
from factcheck.cli.params import as_json, text
from factcheck.cli.words import command, told
from factcheck.errors import FactCheckError
from factcheck.importing import read_checks
from factcheck.model import Met


@click.group("checks", help=told("command.checks"), options_metavar=told("options"))
def checks() -> None:
    """What others have checked before."""


@command("import", text="checks_import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@as_json
def import_(files: tuple[Path, ...], as_json: bool) -> None:
    """Puts ClaimReviews into the collection."""
    collection = workflow.earlier_checks()
    added = skipped = failed = 0
    for file in files:
        try:
            found, not_whole = read_checks(file)
        except FactCheckError as error:
            note(str(error))
            failed += 1
            continue
        added += collection.add(found)
        skipped += not_whole
    if as_json:
        out_json({"added": added, "skipped": skipped, "failed": failed, "total": collection.count()})
    else:
        out(told("checks_added", n=added, skipped=skipped, total=collection.count()))
    if failed:
        click.get_current_context().exit(1)


@command("find", text="checks_find")
@click.argument("words", type=text)
@as_json
def find(words: str, as_json: bool) -> None:
    """Searches the collection."""
    met = workflow.earlier_checks().find(words, 10)
    if as_json:
        out_json([check_data(one) for one in met])
        return
    for one in met:
        out(said(one))
    if not met:
        out(told("no_checks"))


def check_data(met: Met) -> dict[str, Any]:
    """An earlier check as data."""
    check = met.check
    return {
        "claim": check.claim,
        "rating": check.rating,
        "publisher": check.publisher,
        "claimant": check.claimant,
        "date": check.date,
        "url": check.url,
        "likeness": round(met.likeness, 2),
    }


def said(met: Met) -> str:
    """An earlier check in a line."""
    check = met.check
    who = check.publisher or check.url
    return told("checked_before", publisher=who, rating=check.rating, likeness=f"{met.likeness:.2f}", url=check.url)


checks.add_command(import_)
checks.add_command(find)
