"""The command claims-import: claims from a table."""

from pathlib import Path
from typing import Any

import click

from factcheck import bulk
from factcheck.cli import desk
from factcheck.cli.output import note, out, out_json, table
from factcheck.cli.params import as_json, project, text
from factcheck.cli.words import command, option, told
from factcheck.importing import read_table


@command("claims-import")
@project
@click.argument("file", type=click.Path(path_type=Path))
@option("--map", "maps", type=text, multiple=True, metavar="FIELD=COLUMN", text="map")
@option("--preview", is_flag=True)
@as_json
def claims_import(project: Path, file: Path, maps: tuple[str, ...], preview: bool, as_json: bool) -> None:
    """Makes a claim of each row."""
    wished = dict(_pair(given) for given in maps)
    read = read_table(file)
    chosen = bulk.mapping(read, wished)
    with desk.reading(project) if preview else desk.writing(project) as session:
        rows = bulk.planned(bulk.known(session.records), read, chosen)
        made = [] if preview else bulk.import_claims(session, rows)
    good = [row for row in rows if not row.problem]
    if as_json:
        claims = [{"row": row.row, "fields": dict(row.fields), "problem": row.problem} for row in rows]
        out_json({"mapping": chosen, "rows": claims, "claims": [claim.id for claim in made]})
        return
    note("; ".join(told("mapped", field=name, column=column) for name, column in chosen.items()))
    for row in rows:
        if row.problem:
            note(told("claim_skipped", row=row.row, why=row.problem))
    if preview:
        table(list(chosen.values()), [[row.fields.get(name, "") for name in chosen] for row in good[:20]])
    out(told("claims_previewed" if preview else "claims_imported", n=len(good)))


def _pair(given: str) -> tuple[str, Any]:
    name, mark, column = given.partition("=")
    if not mark:
        raise click.BadParameter(told("no_pair", given=given), param_hint="--map")
    return name.strip(), column.strip()
