"""Commands that show findings: match, findings."""

from collections.abc import Sequence
from pathlib import Path

from factcheck import advising, workflow
from factcheck.advising import Advisers
from factcheck.cli import desk, second
from factcheck.cli.blocks import chosen, print_blocks, print_json
from factcheck.cli.output import watched
from factcheck.cli.params import as_json, kinds, project, top
from factcheck.cli.words import command
from factcheck.model import Finding, Kind
from factcheck.session import Session


@command("match")
@project
@top
@kinds
@second.options
@as_json
def match(project: Path, top: int | None, kinds: Sequence[Kind], advisers: Advisers, as_json: bool) -> None:
    """Compares the articles and keeps what is found."""
    with desk.writing(project) as session:
        _show(session, top, kinds, advisers, as_json)


@command("findings")
@project
@top
@kinds
@second.options
@as_json
def findings(project: Path, top: int | None, kinds: Sequence[Kind], advisers: Advisers, as_json: bool) -> None:
    """The findings as they stand."""
    with desk.reading(project) as session:
        _show(session, top, kinds, advisers, as_json)


def _show(session: Session, top: int | None, kinds: Sequence[Kind], advisers: Advisers, as_json: bool) -> None:
    advice, key = advising.NONE, second.key_of(advisers)

    def weigh(found: list[Finding]) -> list[Finding]:
        nonlocal advice
        advice = advising.ask(advisers, found, advising.dates(session.records), key, progress)
        return advice.weigh(found)

    with watched() as progress:
        found = workflow.findings(session, progress, weigh)
    sources = workflow.sources(session.records)
    shown = chosen(found, kinds, top)
    if as_json:
        print_json(shown, sources)
    else:
        print_blocks(shown, sources, top)
    second.tell(advice)
