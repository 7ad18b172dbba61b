"""The command report."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from factcheck import publishing, reporting, settings, workflow
from factcheck.cli import desk
from factcheck.cli.output import note, out, out_json, watched
from factcheck.cli.params import as_json, project, text, words
from factcheck.cli.words import command, option, say, told
from factcheck.errors import NotFoundError
from factcheck.i18n import languages, own_language
from factcheck.progress import Progress, silent
from factcheck.session import Session


@command("report")
@project
@option("--output", "-o", type=click.Path(path_type=Path), required=True, metavar="FILE.{pdf,html,md,docx}")
@option("--title", type=text, default="", text="report_title")
@option("--checker", type=text, default="")
@option("--template", type=click.Choice(list(reporting.TEMPLATES)), default="full", show_default=True)
@option("--claims", type=text, default="", metavar="1,2,...", text="report_claims")
@option("--order", type=click.Choice(list(reporting.Order)), default="given", text="report_order", show_default=True)
@option("--findings", type=click.Choice(list(reporting.Entering)), default="ruled", show_default=True)
@option(
    "--language",
    type=click.Choice(list(languages())),
    default=own_language(),
    text="report_language",
    show_default=True,
)
@option("--anonymous", is_flag=True)
@option("--issue", is_flag=True)
@option("--organisation", type=text)
@option("--colour", type=text, metavar="#RRGGBB")
@option("--logo", type=click.Path(path_type=Path), metavar="FILE")
@option("--statement", type=click.Path(path_type=Path), metavar="FILE")
@as_json
def report(project: Path, output: Path, claims: str, as_json: bool, **given: Any) -> None:
    """Writes the report."""
    opened = desk.writing if given["issue"] else desk.reading
    with opened(project) as session, watched() as progress:
        options = _options(desk.claims_named(session.records, claims), **given)
        made, gaps = write(session, output, options, progress)
    if as_json:
        out_json(_outcome(output, made, gaps))
    else:
        out(told("report_written", path=output))


def _outcome(path: Path, made: reporting.Report, gaps: Sequence[reporting.Gap]) -> dict[str, Any]:
    return {
        "path": str(path),
        "report": made.id,
        "template": made.template.key,
        "claims": [claim.number for claim in made.claims],
        "missing": [
            {"code": piece.code, "claim": piece.claim_id or None, "record": piece.record_id, "text": piece.text}
            for piece in made.missing
        ],
        "without_font": [character for gap in gaps for character in gap.characters],
    }


def _options(claim_ids: tuple[str, ...] | None, title: str, checker: str, **given: Any) -> reporting.ReportOptions:
    """What was told, over what the settings know of the organisation."""
    statement, logo, issue = given.pop("statement"), given.pop("logo"), given.pop("issue")
    chosen = {
        "organisation": given.pop("organisation"),
        "organisation_colour": given.pop("colour"),
        "organisation_logo": str(logo) if logo else None,
        "organisation_method": _statement(statement) if statement else None,
        **{f"report_{name}": value for name, value in given.items()},
    }
    known = replace(settings.load(), **{name: value for name, value in chosen.items() if value is not None})
    return replace(publishing.options(known, title, claim_ids, checker), issue=issue)


def _statement(path: Path) -> str:
    try:
        return words(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError) as error:
        raise NotFoundError(told("no_statement", name=path.name)) from error


def write(
    session: Session, path: Path, options: reporting.ReportOptions, progress: Progress = silent
) -> tuple[reporting.Report, Sequence[reporting.Gap]]:
    """The report on the project as it stands now. What no font has is told before it is written, and given back."""
    reporting.writer(path)  # before the long work
    found = workflow.findings(session, progress)
    made = publishing.report(session.reader, found, options, progress, session.reader.changed())
    gaps = reporting.characters_without_font(made, progress) if path.suffix.lower() == ".pdf" else ()
    for gap in gaps:
        note(gap.told(say))
    reporting.write_report(made, path, progress)
    if options.issue:
        publishing.issue(session, publishing.going_out(session.reader, made, options), path)
    return made, gaps
