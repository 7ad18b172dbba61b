"""Reports, as both doors make them: on one state of a project, with all that is needed to make them again."""

from collections.abc import Sequence

from factcheck import matching, reporting
from factcheck.model import Finding
from factcheck.progress import Progress, silent
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
