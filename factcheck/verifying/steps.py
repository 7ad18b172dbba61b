"""From a file and a project to an answer. Nothing that is printed in the file is trusted: only its record is read, and
only to make the same report again."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import Any

from factcheck import matching, publishing, reporting, workflow
from factcheck.errors import NotFoundError, ReportError
from factcheck.i18n import sentence, why
from factcheck.model import Entry, IssuedReport
from factcheck.progress import Progress, silent
from factcheck.reporting import Report
from factcheck.reporting.reader import opened
from factcheck.reporting.record import ReportRecord
from factcheck.store.reader import Reader
from factcheck.store.replay import state_at
from factcheck.verifying import active
from factcheck.verifying.carried import carried, form
from factcheck.verifying.comparing import Difference, differences, fonts, lines

#: Bytes of a report.
_LARGEST = 1_000_000_000
#: Differences after which the rest is not looked for.
MOST = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out."""

    record: ReportRecord
    #: The report as the project has it.
    report: Report
    sha256: str
    #: Byte for byte the same.
    identical: bool
    differences: tuple[Difference, ...]
    #: Typefaces that this machine has not, or not the same: with them only words, colours and targets were compared.
    other_fonts: tuple[str, ...]
    #: Number of the entry of history that it was made from.
    entry: int
    #: The report was made under other rules of finding contradictions, so that findings may differ.
    other_rules: bool
    #: What the project remembers of this very file, if it went out.
    issued: IssuedReport | None
    #: What was done in the project after the report was made, oldest first.
    since: tuple[Entry, ...]

    @property
    def holds(self) -> bool:
        """Whether the file says what the project says."""
        return not self.differences


def verify(path: Path, now: Reader, progress: Progress = silent) -> Outcome:
    """Whether a report's file is what the project's history makes of its settings.

    `ReportError` if it cannot be told: the file is no report of ours, or of another project.
    """
    data = _read(path)
    told = carried(data, path.name)
    report = rebuilt(path, told, now, progress)
    out = BytesIO()
    reporting.WRITERS[form(data)](report, out, progress)
    identical = out.getvalue() == data
    differing, other = ((), ()) if identical else _compared(path, data, out.getvalue(), progress)
    hash_ = sha256(data).hexdigest()
    since = tuple(now.entries_after(told.origin.head))
    return Outcome(
        record=told,
        report=report,
        sha256=hash_,
        identical=identical,
        differences=differing,
        other_fonts=other,
        entry=now.head_entry() - len(since),
        other_rules=told.origin.rules != matching.EDITION,
        issued=next((one for one in now.each(IssuedReport) if one.sha256 == hash_), None),
        since=since,
    )


def rebuilt(path: Path, told: ReportRecord, now: Reader, progress: Progress) -> Report:
    """The report that the project's history makes of a record."""
    if told.origin.project != now.beginning():
        raise ReportError(sentence("error.report.other_project", file=path.name, project=now.path.name))
    try:
        with state_at(now, told.origin.head, progress) as then:
            found = workflow.findings_of(then, None, progress)
            return publishing.report(then, found, told.options, progress, told.made, told.origin)
    except NotFoundError as error:
        raise ReportError(sentence("error.report.other_history", file=path.name, project=now.path.name)) from error


def _compared(
    path: Path, data: bytes, right: bytes, progress: Progress
) -> tuple[tuple[Difference, ...], tuple[str, ...]]:
    """The differences of a file from what it should be, and the typefaces that are others here."""
    kind = form(data)
    if kind == ".docx":
        return (Difference(0, "changed"),), ()
    if kind != ".pdf":
        return _first(lines(right, data)), ()
    with opened(data, path.name) as found, opened(right, path.name) as made:
        other = _other_fonts(made, found)
        running = [Difference(0, "script", found=name)] if (name := active.runs(data)) else []
        return _first(chain(running, differences(made, found, not other, progress))), other


def _first(found: Iterator[Difference]) -> tuple[Difference, ...]:
    return tuple(islice(found, MOST))


def _other_fonts(right: Any, found: Any) -> tuple[str, ...]:
    ours, theirs = fonts(right), fonts(found)
    return tuple(sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise ReportError(sentence("error.report.too_large", file=path.name))
        return path.read_bytes()
    except OSError as error:
        raise ReportError(sentence("error.file.unread", file=path.name, why=why(error))) from error
