"""The small pieces that every part of the report is set from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from factcheck.i18n import Catalogue
from factcheck.reporting.pdf import style
from factcheck.reporting.pdf.flow import Band, Columns, Item, Strip
from factcheck.reporting.pdf.fonts import Fonts
from factcheck.reporting.pdf.pen import Pen, badge_lines
from factcheck.reporting.pdf.style import Style
from factcheck.reporting.pdf.typeset import Inline, Line, set_lines
from factcheck.reporting.pieces import Badge, Field, Words

_I = TypeVar("_I", Strip, Columns, Item)


@dataclass(frozen=True)
class Frame:
    """Where text stands within its column: its left edge, its width, what lies behind it."""

    x: float = 0.0
    width: float = style.WIDTH
    band: Band | None = None

    def indented(self, by: float) -> "Frame":
        """The same, narrower at its left."""
        return replace(self, x=self.x + by, width=self.width - by)


FULL = Frame()


@dataclass(frozen=True)
class Setter:
    """Makes strips out of words."""

    fonts: Fonts
    say: Catalogue

    def inlines(
        self, inlines: Sequence[Inline], frame: Frame = FULL, before: float = 0.0, keep: bool = False
    ) -> list[Strip]:
        """A paragraph put together from values, each of which keeps its own order of writing."""
        return self._paragraph(set_lines(inlines, frame.width, self.fonts, isolated=True), frame, before, keep)

    def _paragraph(self, lines: Sequence[Line], frame: Frame, before: float, keep: bool) -> list[Strip]:
        """Strips of a paragraph; no page begins or ends with a single line of it. `keep`: stays with what follows."""
        last = len(lines) - 1
        return [
            Strip(
                line.leading,
                ((frame.x, line),),
                before=0.0 if i else before,
                keep=keep if i == last else i in {0, last - 1},
                band=frame.band,
            )
            for i, line in enumerate(lines)
        ]

    def text(self, text: str, look: Style, frame: Frame = FULL, before: float = 0.0, keep: bool = False) -> list[Strip]:
        """A paragraph of one look."""
        return self._paragraph(set_lines((Inline(text, look),), frame.width, self.fonts), frame, before, keep)

    def paragraphs(
        self, texts: Sequence[str], look: Style, frame: Frame = FULL, before: float = 0.0, between: float = 5.0
    ) -> list[Strip]:
        """Paragraphs with space between."""
        return [s for i, text in enumerate(texts) for s in self.text(text, look, frame, between if i else before)]

    def words(
        self, words: Words, plain: Style, marked: Style, frame: Frame = FULL, before: float = 0.0, place: str = ""
    ) -> list[Strip]:
        """A paragraph with marked words; its references lead to the evidence of `place`."""
        pieces = [
            Inline(run.text, style.BODY_LINK if run.reference else marked if run.marked else plain,
                   f"#{place}-{run.reference}" if run.reference else "", run.marked)
            for run in words
        ]  # fmt: skip
        return self._paragraph(set_lines(pieces, frame.width, self.fonts), frame, before, keep=False)

    def label(self, text: str, frame: Frame = FULL, before: float = 12.0) -> list[Strip]:
        """A small heading that stays with what it heads."""
        return self.text(text, style.LABEL, frame, before, keep=True)

    def heading(self, text: str, place: str) -> list[Item]:
        """The heading of a part of the report, a bookmark and a place to link to."""

        def paint(pen: Pen, x: float, top: float) -> None:
            pen.place(place, top, text)
            pen.box(x, top - 2, 28, 2.4, style.INK)

        mark = Strip(10, paint=paint, before=26, keep=True)
        return [mark, *self.text(text, style.HEADING, keep=True), self.space(4, keep=True)]

    def space(self, height: float, keep: bool = False, band: Band | None = None) -> Strip:
        """Nothing, of this height."""
        return Strip(height, keep=keep, band=band)

    def fields(self, fields: Sequence[Field], look: Style, frame: Frame = FULL) -> list[Strip]:
        """Label and value, a line or more each; values that are addresses lead there."""
        dim = replace(look, colour=style.SOFT)
        strips = []
        for field in fields:
            value = replace(look, colour=style.LINK) if _is_web(field.url) else look
            link = field.url if _is_web(field.url) else ""
            strips += self.inlines((Inline(f"{field.label}: ", dim), Inline(field.value, value, link)), frame)
        return strips

    def fields_in_line(
        self, fields: Sequence[Field], look: Style, frame: Frame = FULL, before: float = 0.0
    ) -> list[Strip]:
        """Short values one after the other."""
        dim = replace(look, colour=style.SOFT)
        pieces: list[Inline] = []
        for field in fields:
            pieces += [
                Inline("  ·  " if pieces else "", dim),
                Inline(f"{field.label}: ", dim),
                Inline(field.value, look),
            ]
        return self.inlines(pieces, frame, before)

    def badge(self, badge: Badge, look: Style, frame: Frame = FULL, before: float = 0.0, keep: bool = False) -> Strip:
        """A badge on its own."""
        _, _, height = badge_lines(badge, look, frame.width, self.fonts)

        def paint(pen: Pen, x: float, top: float) -> None:
            pen.badge(badge, look, x + frame.x, top, frame.width)

        return Strip(height, paint=paint, before=before, keep=keep, band=frame.band)

    def row(self, cells: Sequence[tuple[float, Sequence[Strip]]], before: float = 5.0) -> list[Item]:
        """A row of a table with a rule below it."""
        return [Columns(tuple((x, (*strips, Strip(5))) for x, strips in cells), before=before, rule=True)]

    def columns_head(self, heads: Sequence[tuple[float, str]], last: str = "") -> list[Strip]:
        """The head of a table, which stays with its first row."""

        def paint(pen: Pen, x: float, top: float) -> None:
            for indent, text in heads:
                pen.words(text, style.LABEL, x + indent, top - 2)
            pen.flush(last, style.LABEL, x + style.WIDTH, top - 2)
            pen.rule(x, top - 17, style.WIDTH, style.INK, 0.9)

        return [Strip(21, paint=paint, before=8, keep=True)]


def kept_last(items: Sequence[_I]) -> list[_I]:
    """Items, the last of which stays with what follows."""
    kept = list(items)
    kept[-1:] = [replace(item, keep=True) for item in kept[-1:]]
    return kept


def together(items: Sequence[Item], most: float) -> list[Item]:
    """Items that stay on one page, unless they are higher than `most`."""
    if sum(item.height + item.before for item in items) > most:
        return list(items)
    return [replace(item, keep=True) for item in items[:-1]] + list(items[-1:])


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))
