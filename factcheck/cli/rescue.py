"""The command rescue."""

from dataclasses import asdict
from pathlib import Path

import click

from factcheck import edits, settings
from factcheck.cli.output import out, out_json, watched
from factcheck.cli.params import as_json, project
from factcheck.cli.words import command, counted, option, told
from factcheck.store import rescue as saving


@command("rescue")
@project
@option("--output", "-o", type=click.Path(path_type=Path), required=True, metavar="NEW.factcheck", text="rescue_output")
@as_json
def rescue(project: Path, output: Path, as_json: bool) -> None:
    """Saves from a damaged project what can be saved."""
    with watched() as progress:
        saved = saving.rescue(project, output, settings.load().who, edits.now(), progress)
    if as_json:
        out_json({**asdict(saved), "path": str(output), "whole": saved.whole})
        return
    counts = {"entries": saved.entries, "articles": saved.articles, "claims": saved.claims}
    out(told("rescued", path=output, counts=counted(counts)))
    for line in _losses(saved):
        out(line)


def _losses(saved: saving.Rescued) -> list[str]:
    """What is lost, a line each; one that says that nothing is."""
    counts = {
        "entries": saved.entries_lost,
        "unproved": saved.unproved,
        "texts": saved.texts_lost,
        "originals": saved.originals_lost,
    }
    lines = [told(f"lost.{key}", n=n) for key, n in counts.items() if n]
    lines += [told("lost.record", record=record) for record in saved.left_out]
    return [*lines, *saved.amiss] or [told("lost.nothing")]
