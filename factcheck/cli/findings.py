"""Commands that show findings: match, findings."""

from collections.abc import Sequence
from pathlib import Path

from factcheck import workflow
from factcheck.cli import desk
from factcheck.cli.blocks import chosen, print_blocks, print_json
from factcheck.cli.output import watched
from factcheck.cli.params import as_json, kinds, project, top
from factcheck.cli.words import command
from factcheck.model import Kind
from factcheck.session import Session


@command("match")
@project
@top
@kinds
@as_json
def match(project: Path, top: int | None, kinds: Sequence[Kind], as_json: bool) -> None:
    """Compares the articles and keeps what is found."""
    with desk.writing(project) as session:
        _show(session, top, kinds, as_json)


@command("findings")
@project
@top
@kinds
@as_json
def findings(project: Path, top: int | None, kinds: Sequence[Kind], as_json: bool) -> None:
    """The findings as they stand."""
    with desk.reading(project) as session:
        _show(session, top, kinds, as_json)


def _show(session: Session, top: int | None, kinds: Sequence[Kind], as_json: bool) -> None:
    with watched() as progress:
        found = workflow.findings(session, progress)
    sources = workflow.sources(session.records)
    shown = chosen(found, kinds, top)
    if as_json:
        print_json(shown, sources)
    else:
        print_blocks(shown, sources, top)
