"""The command doctor."""

import click

from factcheck import doctor as machine
from factcheck.cli.output import out, out_json, table
from factcheck.cli.params import as_json
from factcheck.cli.words import command, told


@command("doctor")
@as_json
def doctor(as_json: bool) -> None:
    """Says what this machine lacks, and the line that mends it."""
    found = machine.checks()
    ok, mend = all(check.ok for check in found), machine.mending(found)
    if as_json:
        rows = [{"check": c.key, "ok": c.ok, "detail": c.detail, "packages": list(c.packages)} for c in found]
        out_json({"ok": ok, "checks": rows, "mend": mend})
    else:
        _print(found, ok, mend)
    if not ok:
        click.get_current_context().exit(1)


def _print(found: list[machine.Check], ok: bool, mend: str) -> None:
    heads = [told("column.check"), "", told("column.found")]
    table(heads, [(told(f"doctor.check.{c.key}"), told("fine" if c.ok else "missing"), c.detail) for c in found])
    out()
    if ok:
        out(told("doctor.nothing"))
    elif mend:
        out(told("doctor.mend", line=mend))
    else:
        out(told("doctor.by_hand"))
