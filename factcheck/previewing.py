"""A report as it would go out: its pages, where each claim stands on them, and what is still missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from typing import Any

from factcheck import blind, publishing, reporting, workflow
from factcheck.i18n import Catalogue
from factcheck.model import Reader as At
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.reporting import Gap, Missing, Report, ReportOptions, pdf
from factcheck.reporting.reader import ALONE, opened
from factcheck.reporting.report import ClaimSection
from factcheck.reporting.tidying import tidy
from factcheck.store.reader import Reader

_NAME = "preview.pdf"


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that is about one claim, in points from the head of the page."""

    page: int
    top: float
    bottom: float
    claim_id: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: blue, green, red and a byte without meaning each, row by row."""

    page: int
    scale: float
    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Preview:
    """A report on pages, numbered from 0."""

    data: bytes
    #: Width and height of each page in points.
    sizes: tuple[tuple[float, float], ...]
    regions: tuple[Region, ...]
    missing: tuple[Missing, ...]
    gaps: tuple[Gap, ...]
    #: Numbers of claims by their ids.
    numbers: dict[str, int]


def make(
    state: Reader,
    options: ReportOptions,
    known: workflow.Proposals | None = None,
    progress: Progress = silent,
    reader: At = At.first,
) -> Preview:
    """The report on a state, as it would go out now; without what is hidden from whoever is at the desk."""
    found = workflow.findings_of(state, known if known and known.whole else None, progress)
    seen = blind.seen_by(state, reader)
    report = _blind(publishing.report(state, found, options, progress, state.changed(), seen=seen), seen)
    out = BytesIO()
    pdf.write(report, out, progress)
    with opened(out.getvalue(), _NAME) as document, ALONE:
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        regions = tuple(_regions(_starts(document, report), sizes))
    return Preview(
        data=out.getvalue(),
        sizes=sizes,
        regions=regions,
        missing=report.missing,
        gaps=tuple(reporting.characters_without_font(report, progress)),
        numbers={claim.id: claim.number for claim in report.claims},
    )


def _blind(report: Report, seen: Records) -> Report:
    """The report without how evidence was weighed, where that is hidden."""
    hidden = {claim.id for claim in report.claims if blind.unweighed(seen, claim.id)}
    if not hidden:
        return report
    said = Catalogue(report.language)("report.evidence.blind")
    return replace(report, claims=tuple(_unweighed(c, said) if c.id in hidden else c for c in report.claims))


def _unweighed(claim: ClaimSection, said: str) -> ClaimSection:
    return replace(claim, evidence=tuple(replace(item, stance=said) for item in claim.evidence))


def pictures(preview: Preview, pages: Sequence[int], scale: float, progress: Progress = silent) -> Iterator[Picture]:
    """Pages drawn at so many pixels to the point."""
    with opened(preview.data, _NAME) as document:
        for done, number in enumerate(pages):
            progress("Drawing pages", done, len(pages))
            with ALONE:
                yield _picture(document, number, scale)


def _picture(document: Any, number: int, scale: float) -> Picture:
    page = document[number]
    try:
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        try:
            return Picture(number, scale, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
    finally:
        page.close()


# --- where claims stand -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a part of the report begins; that of no claim has no id."""

    page: int
    top: float
    claim_id: str


def _starts(document: Any, report: Report) -> Iterator[_Start]:
    """The parts in their order, as the report's bookmarks have them; claims stand in the order of the report."""
    claims = iter(report.claims)
    due = next(claims, None)
    for bookmark in document.get_toc():
        goal = bookmark.get_dest()
        page = goal.get_index() if goal else None
        if page is None:
            continue
        mine = due is not None and _is_of(bookmark.get_title(), due)
        yield _Start(page, _top(document, goal, page), due.id if due and mine else "")
        if mine:
            due = next(claims, None)


def _is_of(title: str, claim: ClaimSection) -> bool:
    """Whether a bookmark is a claim's: its number, and its wording as far as there is room."""
    number, _, words = " ".join(title.split()).partition(" ")
    wording = " ".join(tidy(claim.wording).split())
    return number == str(claim.number) and wording.startswith(words.rstrip("…"))


def _top(document: Any, goal: Any, page: int) -> float:
    """Points from the head of the page to a bookmark's place."""
    _, where = goal.get_view()
    height = document.get_page_size(page)[1]
    return max(0.0, height - where[1]) if len(where) > 1 and where[1] is not None else 0.0


def _regions(starts: Iterator[_Start], sizes: Sequence[tuple[float, float]]) -> Iterator[Region]:
    ends = [*starts, _Start(len(sizes), 0.0, "")]
    for start, end in pairwise(ends):
        for page in range(start.page, min(end.page + 1, len(sizes))) if start.claim_id else ():
            top = start.top if page == start.page else 0.0
            bottom = end.top if page == end.page else sizes[page][1]
            if bottom > top:
                yield Region(page, top, bottom, start.claim_id)
