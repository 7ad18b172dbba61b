"""The command compare: articles in, findings out, no project."""

from collections.abc import Sequence

import click

from factcheck import matching
from factcheck.cli.blocks import chosen, print_blocks, print_json
from factcheck.cli.inputs import outcomes, source
from factcheck.cli.output import note, watched
from factcheck.cli.params import as_json, kinds, top
from factcheck.cli.words import command, told
from factcheck.errors import ImportFailedError
from factcheck.model import Kind


@command("compare")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@top
@kinds
@as_json
def compare(paths: Sequence[str], top: int | None, kinds: Sequence[Kind], as_json: bool) -> None:
    """Imports, matches and prints."""
    with watched() as progress:
        read = list(outcomes(paths, progress))
        drafts = [draft for outcome in read for draft in outcome.drafts]
        sources = [source(number, draft) for number, draft in enumerate(drafts, 1)]
        found = matching.find(sources, progress) if sources else []
    failed = [o.error for o in read if o.error]
    for error in failed:
        note(error)
    if not sources:
        raise ImportFailedError(told("nothing_to_compare"))
    shown = chosen(found, kinds, top)
    if as_json:
        print_json(shown, sources)
    else:
        print_blocks(shown, sources, top)
    if failed:
        click.get_current_context().exit(1)
