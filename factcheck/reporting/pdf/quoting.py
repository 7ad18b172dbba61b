"""Quoted words and where they stand."""

from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.flow import Band, Strip
from factcheck.reporting.pdf.setter import Frame, Setter, kept_last
from factcheck.reporting.pdf.typeset import Inline
from factcheck.reporting.pieces import Quote, Source


def quote_block(make: Setter, shown: Quote, frame: Frame, before: float) -> list[Strip]:
    """Quoted words beside a bar, the words in question marked, and where they stand."""
    band = Band(frame.x, frame.width, "", style.FAINT)
    inner = Frame(frame.x + 12, frame.width - 12, band)
    strips = make.words(shown.words, style.QUOTE_SOFT, style.QUOTE_MARK, inner, before)
    return [*kept_last(strips), *source_line(make, shown.source, inner)]


def source_line(make: Setter, source: Source, frame: Frame) -> list[Strip]:
    """Title, publisher, date and place, leading to the list of articles or to the page."""
    link = f"#article-{source.article}" if source.article else source.url
    pieces = [Inline(source.title, style.SMALL_ITALIC, link)]
    for part in (source.publisher, source.date, source.place):
        pieces += [Inline(", ", style.SMALL_SOFT), Inline(part, style.SMALL_SOFT)] if part else []
    return make.inlines(pieces, frame, 2)
