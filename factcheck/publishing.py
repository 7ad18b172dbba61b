"""Reports, as both doors make them: on one state of a project, with all that is needed to make them again."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from factcheck import edits, matching, records, reporting
from factcheck.leaving import leaving
from factcheck.model import Finding, IssuedReport, Verdict, new_id
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.session import Session
from factcheck.store.reader import Reader


def report(
    state: Reader,
    found: Sequence[Finding],
    options: reporting.ReportOptions,
    progress: Progress = silent,
    now: int | None = None,
    origin: reporting.Origin | None = None,
) -> reporting.Report:
    """The report on a state, with the findings of that very state when all its articles were matched together.

    `origin` is given when a report is made again.
    """
    origin = origin or reporting.Origin(state.head(), state.beginning(), matching.EDITION)
    return reporting.build(state, found, options, progress, now, origin)


def went_out(state: Reader, report: reporting.Report, options: reporting.ReportOptions, file: Path) -> IssuedReport:
    """A report that was written to a file, as the project remembers it. `state` is the one it was made from."""
    claims = options.claim_ids or ()
    before = records.issued(state, options.template, claims)
    return IssuedReport(
        id=new_id("i"),
        version=before[-1].version + 1 if before else 1,
        template=options.template,
        claims=claims,
        verdicts=tuple(_shown_verdicts(leaving(state), report)),
        title=report.title,
        report=report.id,
        head=state.head(),
        file=file.name,
        sha256=sha256(file.read_bytes()).hexdigest(),
        issued=edits.now(),
        who="",
    )


def _shown_verdicts(state: Records, report: reporting.Report) -> list[str]:
    """Ids of the verdicts that a reader of the report sees as they stand."""
    given = (v for claim in report.claims for v in state.where(Verdict, claim_id=claim.id))
    return [v.id for v in given if v.rating and v.revealed and v.replaced_by is None]


def issue(session: Session, issued: IssuedReport) -> None:
    """Writes down that a report went out."""
    session.do(edits.issue_report(replace(issued, who=session.who.name)))
