"""A `Report` as a PDF. reportlab is loaded on the first call, not before."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import BinaryIO

from factcheck.progress import Progress, silent
from factcheck.reporting.pdf.characters import tidy
from factcheck.reporting.pdf.fonts import Fonts
from factcheck.reporting.pdf.shape import available
from factcheck.reporting.report import Report


def write(report: Report, out: BinaryIO, progress: Progress = silent) -> None:
    """Write the report's PDF."""
    from factcheck.reporting.pdf.document import draw

    fonts = Fonts(shaping=available())
    draw(report, _without_font(report, fonts), fonts, out, progress)


def without_font(report: Report) -> tuple[str, ...]:
    """The characters of the report that no installed font has, in code point order; the PDF shows their code points."""
    return _without_font(report, Fonts(shaping=available()))


def _without_font(report: Report, fonts: Fonts) -> tuple[str, ...]:
    used = {character for text in _texts(report) for character in set(text)}
    return tuple(sorted(fonts.missing(c for c in used if tidy(c).strip())))


def _texts(part: object) -> Iterator[str]:
    """Every string within a report."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for piece in part:
            yield from _texts(piece)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
