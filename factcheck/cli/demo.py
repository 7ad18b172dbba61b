"""The command demo: the whole job in one go."""

from collections.abc import Sequence
from pathlib import Path

import click

from factcheck import edits, records, reporting, sample, settings, workflow
from factcheck.cli import desk
from factcheck.cli.blocks import chosen, print_block
from factcheck.cli.inputs import outcomes
from factcheck.cli.output import block, note, out, table, watched
from factcheck.cli.report import write
from factcheck.cli.safety import sound
from factcheck.cli.words import command, option, say, told
from factcheck.errors import ImportFailedError, ProjectFileError
from factcheck.i18n import why
from factcheck.matching import as_json
from factcheck.model import Entry, Finding, Grade, Kind, PassageTarget, Rating, Scale, Stance, Status, Verb
from factcheck.session import Session
from factcheck.store import check as proof
from factcheck.text import Span

_SHOWN = 5
_DISPUTES = (Kind.contradiction, Kind.number_update)


@command("demo")
@click.argument("folder", required=False, default=".", type=click.Path(file_okay=False, path_type=Path))
@option("--on", "paths", multiple=True, metavar="PATH")
def demo(folder: Path, paths: Sequence[str]) -> None:
    """Does the whole job and leaves a project and a report."""
    project = _free(folder, "demo" if paths else Path(sample.FILE).stem)
    pdf = project.with_suffix(".pdf")
    with _made(project, paths) as session, watched() as progress:
        found = workflow.findings(session, progress)
        _tell(session, found)
        if paths:
            _work_on(session, found)
        _tell_claims(session)
        _take_back(session)
        entering = reporting.Entering.open if paths else reporting.Entering.ruled
        write(
            session,
            pdf,
            reporting.ReportOptions(findings=entering),
            progress,
        )
        counts = {"entries": session.revision, "head": session.head, **_counts(session)}
    problems = list(proof.problems(project))
    for line in problems or [sound(counts)]:
        out(line)
    out(told("demo.done", project=project, report=pdf))
    if problems:
        raise ProjectFileError(told("unsound", n=len(problems), name=project.name))


def _counts(session: Session) -> dict[str, int]:
    return {"articles": len(records.articles(session.records)), "claims": len(records.claims(session.records))}


def _free(folder: Path, stem: str) -> Path:
    """A name in the folder that neither a project nor a report has."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectFileError(told("no_folder", path=folder, why=why(error))) from error
    number, project = 1, folder / f"{stem}.factcheck"
    while project.exists() or project.with_suffix(".pdf").exists():
        number += 1
        project = folder / f"{stem} {number}.factcheck"
    return project


# --- articles ---------------------------------------------------------------------------------------------------------


def _made(project: Path, paths: Sequence[str]) -> Session:
    who = settings.load().who
    with watched() as progress:
        if not paths:
            return sample.build(project, who, progress)
        read = list(outcomes(paths, progress))
    for outcome in read:
        if outcome.error:
            note(outcome.error)
    drafts = [draft for outcome in read for draft in outcome.drafts]
    if not drafts:
        raise ImportFailedError(told("nothing_to_compare"))
    session = workflow.new_project(project, who, told("demo.title"))
    try:
        for draft in drafts:
            workflow.add(session, draft)
    except BaseException:
        session.close()
        project.unlink()
        raise
    return session


# --- what is shown ----------------------------------------------------------------------------------------------------


def _tell(session: Session, found: Sequence[Finding]) -> None:
    state = session.records
    there = records.articles(state)
    out(told("demo.articles", n=len(there)))
    for article in there:
        name = records.publisher_name(state, article) or article.file
        block(f"{name}: {article.title}", indent="     ", first="   - ")
    disputes = chosen(found, _DISPUTES, _SHOWN)
    out()
    out(told("demo.findings", n=sum(f.kind in _DISPUTES for f in found), shown=len(disputes)))
    by_id = {source.article_id: source for source in workflow.sources(state)}
    for rank, finding in disputes:
        print_block(rank, finding, as_json(finding, by_id))


def _tell_claims(session: Session) -> None:
    state = session.records
    rows = []
    for claim in records.claims(state):
        rating = records.rating(state, records.verdict(state, claim.id))
        evidence = say("report.publishers", n=records.independent_publishers(state, claim.id))
        rows.append((claim.number, claim.wording, rating.label if rating else told("no_rating"), evidence))
    out(told("demo.claims"))
    table([told(f"column.{key}") for key in ("number", "claim", "verdict", "evidence")], rows)
    out()


# --- what is done -----------------------------------------------------------------------------------------------------


def _work_on(session: Session, found: Sequence[Finding]) -> None:
    """The best dispute confirmed, a claim of each of its positions; on the first one evidence and a verdict."""
    disputed = next((f for f in found if f.kind in _DISPUTES), None)
    if disputed is None:
        return
    first = workflow.claims_from(session, disputed)[0]
    workflow.rule(session, disputed, Verb.confirmed, told("demo.ruling"))
    other = disputed.positions[1].passages[0]
    anchor = edits.passage_anchor(session.records, other.article_id, Span(other.start, other.end))
    target = PassageTarget(other.article_id, anchor)
    session.do(edits.add_evidence(session.records, first.id, target, Stance.refutes, Grade.secondary)[0])
    rating = _middle(session)
    if rating:
        session.do(edits.set_verdict(session.records, first.id, rating.key, session.who))
    session.do(edits.write_verdict(session.records, first.id, "summary", told("demo.summary"), session.who))
    session.end_typing()


def _middle(session: Session) -> Rating | None:
    """The rating in the middle of the project's scale."""
    scale = session.records.get(Scale, records.project(session.records).scale_id)
    line = sorted((r for r in scale.ratings if r.number is not None), key=lambda r: r.number or 0) if scale else []
    return line[len(line) // 2] if line else None


def _take_back(session: Session) -> None:
    """A step done, undone, redone and undone: what stays is what was there."""
    claims = records.claims(session.records)
    if not claims:
        return
    last = claims[-1]
    other = Status.in_progress if last.status is Status.awaiting_reply else Status.awaiting_reply
    session.do(edits.set_status(session.records, [last.id], other))
    steps = ("undone", session.undo()), ("redone", session.redo()), ("undone", session.undo())
    for done, entry in steps:
        _tell_step(done, entry)
    out()


def _tell_step(done: str, entry: Entry | None) -> None:
    if entry:
        out(told(done, what=desk.name_of(entry)))
