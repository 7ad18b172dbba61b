"""What goes out, as both doors make it: reports on one state, with all that is needed to make them again; seals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from factcheck import edits, files, matching, records, reporting, workflow
from factcheck.errors import ReportError
from factcheck.i18n import own_language, sentence, why
from factcheck.leaving import leaving
from factcheck.model import Finding, IssuedReport, Verdict, Who, new_id
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.session import Session
from factcheck.settings import Settings
from factcheck.store import seal
from factcheck.store.reader import Reader


def report(
    state: Reader,
    found: Sequence[Finding],
    options: reporting.ReportOptions,
    progress: Progress = silent,
    now: int | None = None,
    origin: reporting.Origin | None = None,
    seen: Records | None = None,
) -> reporting.Report:
    """The report on a state, with the findings of that very state when all its articles were matched together.

    `origin` is given when a report is made again; `seen` are the state's records as a second reader may see them.
    """
    origin = origin or reporting.Origin(state.head(), state.beginning(), matching.EDITION)
    return reporting.build(seen or state, found, options, progress, now, origin, state.evidence_added())


def going_out(state: Reader, report: reporting.Report, options: reporting.ReportOptions) -> IssuedReport:
    """A report as the project is to remember it; `state` is the one it was made from."""
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
        file="",
        sha256="",
        issued=0,
        who="",
    )


@dataclass(frozen=True, slots=True)
class Order:
    """A report that is asked for, in plain data."""

    settings: Settings
    title: str = ""
    #: The claims that are chosen; None: all.
    claim_ids: tuple[str, ...] | None = None
    checker: str = ""
    #: It goes out, and the project is to remember it.
    issue: bool = False
    #: It is written although no font has some of its characters.
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Produced:
    """A report that was written, or the characters for which it was not."""

    gaps: Sequence[reporting.Gap] = ()
    issued: IssuedReport | None = None


def produced(path: Path, target: Path, order: Order, progress: Progress) -> Iterator[Produced]:
    """Writes the report on a project that is open elsewhere, also in another process.

    Findings and head are of the very state that is reported; what is verified later is matched as a whole.
    """
    wished = replace(options(order.settings, order.title, order.claim_ids, order.checker), issue=order.issue)
    with Session.open(path, Who(""), read_only=True) as session, session.snapshot() as state:
        known = workflow.kept_proposals(state)
        found = workflow.findings_of(state, known if known and known.whole else None, progress)
        made = report(state, found, wished, progress, state.changed())
        issued = going_out(state, made, wished) if order.issue else None
    pdf = target.suffix.lower() == ".pdf" and not order.anyway
    if gaps := reporting.characters_without_font(made, progress) if pdf else ():
        yield Produced(gaps)
        return
    reporting.write_report(made, target, progress)
    yield Produced((), issued)


def _shown_verdicts(state: Records, report: reporting.Report) -> list[str]:
    """Ids of the verdicts that a reader of the report sees as they stand."""
    given = (v for claim in report.claims for v in state.where(Verdict, claim_id=claim.id))
    return [v.id for v in given if v.rating and v.revealed and v.replaced_by is None]


def issue(session: Session, report: IssuedReport, file: Path) -> None:
    """Writes down that a report went out, as this file."""
    hash_ = sha256(file.read_bytes()).hexdigest()
    issued = replace(report, file=file.name, sha256=hash_, issued=edits.now(), who=session.who.name)
    session.do(edits.issue_report(issued))


# --- what was chosen once for all reports -----------------------------------------------------------------------------


def organisation(chosen: Settings) -> reporting.Organisation:
    """Who publishes. `ReportError` if the colour is none or the logo cannot be printed."""
    colour = chosen.organisation_colour.strip()
    if colour and not reporting.is_colour(colour):
        raise ReportError(sentence("error.report.no_colour", colour=colour))
    logo = _logo(chosen.organisation_logo)
    return reporting.Organisation(chosen.organisation.strip(), colour, chosen.organisation_method.strip(), logo)


def _logo(path: str) -> bytes:
    if not path.strip():
        return b""
    try:
        data = Path(path).expanduser().read_bytes()
    except OSError as error:
        raise ReportError(sentence("error.report.unread_logo", file=Path(path).name, why=why(error))) from error
    reporting.check_logo(data)
    return data


def options(
    chosen: Settings, title: str = "", claim_ids: tuple[str, ...] | None = None, checker: str = ""
) -> reporting.ReportOptions:
    """The choices of the last report; what settings of another version tell and this one does not know is at its
    default.
    """
    return reporting.ReportOptions(
        title=title,
        findings=_known(reporting.Entering, chosen.report_findings),
        language=own_language(chosen.report_language),
        claim_ids=claim_ids,
        checker=checker,
        template=chosen.report_template if chosen.report_template in reporting.TEMPLATES else "full",
        order=_known(reporting.Order, chosen.report_order),
        anonymous=chosen.report_anonymous,
        organisation=organisation(chosen),
    )


C = TypeVar("C", bound=StrEnum)


def _known(kind: type[C], value: str) -> C:
    """The member of this value, else the first one, which is the default."""
    return kind(value) if value in set(kind) else next(iter(kind))


def write_seal(session: Session, target: Path | None = None, beside: Path | None = None) -> tuple[seal.Seal, Path]:
    """A seal of the project as it stands: in this file, or beside another, or beside the project. None is replaced."""
    made, beside = session.seal(), beside or session.path
    target = target or beside.with_name(f"{beside.stem} {made.entries}.seal.txt")
    if target.exists() and seal.same(target, made):
        return made, target
    draft = target.with_name(f".{target.name}.new")
    try:
        draft.write_text(seal.to_text(made), encoding="utf-8", newline="\n")
        files.sync(draft)
        files.put_new(draft, target)
    except FileExistsError:
        raise ReportError(sentence("error.seal.exists", file=target.name)) from None
    except OSError as error:
        raise ReportError(sentence("error.seal.unwritable", file=target.name, why=why(error))) from error
    finally:
        draft.unlink(missing_ok=True)
    return made, target
