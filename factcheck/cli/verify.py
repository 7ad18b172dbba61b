"""The command verify."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from factcheck import retelling, verifying
from factcheck.cli import desk
from factcheck.cli.output import out, out_json, watched
from factcheck.cli.params import as_json, project
from factcheck.cli.words import command, say
from factcheck.errors import ReportError


@command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@project
@as_json
def verify(file: Path, project: Path, as_json: bool) -> None:
    """Compares a report with its project."""
    with desk.reading(project) as session, watched() as progress:
        found = verifying.verify(file, session.reader, progress)
    answer = verifying.answer(found, file.name, say)
    if as_json:
        out_json(_data(found))
    else:
        for line in [*(verifying.said(one, say) for one in found.differences), *verifying.about(found, say)]:
            out(line)
    if not found.holds:
        raise ReportError(answer)
    if not as_json:
        out(answer)


def _data(found: verifying.Outcome) -> dict[str, Any]:
    origin, options = found.record.origin, found.record.options
    return {
        "ok": found.holds,
        "identical": found.identical,
        "differences": [asdict(difference) for difference in found.differences],
        "report": found.report.id,
        "sha256": found.sha256,
        "made": desk.time(found.record.made or 0),
        "head": origin.head,
        "entry": found.entry,
        "program": origin.program,
        "template": options.template,
        "title": options.title,
        "checker": options.checker,
        "issued": asdict(found.issued) if found.issued else None,
        "other_fonts": list(found.other_fonts),
        "other_rules": found.other_rules,
        "since": [
            {
                "sequence": entry.sequence,
                "at": desk.time(entry.at),
                "who": entry.who.name,
                "what": say.step(
                    entry.edit.label, retelling.names_of(entry.edit.names, say), entry.undoes, entry.redoes
                ),
            }
            for entry in found.since
        ],
    }
