"""The command export."""

from pathlib import Path
from typing import Any

import click

from factcheck import handing
from factcheck.cli import desk
from factcheck.cli.output import note, out, out_json, watched
from factcheck.cli.params import as_json, project, text
from factcheck.cli.words import command, counted, option, say, told
from factcheck.exchange import remarks
from factcheck.exchange.claimreview import Published
from factcheck.handing import As, Handed, Table, Wish


@command("export")
@project
@option("--output", "-o", type=click.Path(path_type=Path), required=True, metavar="FILE", text="export_output")
@option("--as", "form", type=click.Choice(list(As)), text="export_as")
@option("--claims", type=text, default="", metavar="1,2,...", text="report_claims")
@option("--table", type=click.Choice(list(Table)), default="claims", show_default=True, text="export_table")
@option("--url", type=text, default="", text="export_url")
@option("--publisher", type=text, default="", text="export_publisher")
@option("--no-originals", is_flag=True)
@as_json
def export(project: Path, output: Path, form: str | None, as_json: bool, **given: Any) -> None:
    """Writes a project for another program."""
    kind = As(form) if form else handing.form_of(output)
    with desk.reading(project) as session, watched() as progress:
        wish = Wish(
            kind,
            desk.claims_named(session.records, given["claims"]),
            Table(given["table"]),
            Published(given["url"], given["publisher"]),
            originals=not given["no_originals"],
        )
        handed = handing.hand_over(session, output, wish, progress)
    _tell(handed, as_json)


def _tell(handed: Handed, as_json: bool) -> None:
    said = remarks.told(handed.remarks, say)
    if as_json:
        out_json({"path": str(handed.path), "as": handed.form.value, "counts": handed.counts, "remarks": said})
        return
    for line in said:
        note(line)
    out(told("exported", path=handed.path, counts=counted(handed.counts)))
