"""What stands on the pages of a PDF, as a reader program sees it: words, colours, pictures, links, and the look."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from factcheck.reporting.reader import ALONE

#: Things on one page; more is no page of a report.
_MOST = 100_000
_SCALE = 1.0

Box = tuple[float, ...]
Colour = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """A line, a box or a badge."""

    box: Box
    fill: Colour | None
    stroke: Colour | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look, seen or not."""

    box: Box
    text: str
    colour: Colour | None
    size: float
    #: How it is painted: filled, outlined, not at all.
    mode: int


@dataclass(frozen=True, slots=True)
class Facts:
    """One page."""

    size: tuple[float, float]
    #: All words, in the order of the file, also hidden ones and those beside the page.
    text: str
    pieces: tuple[Piece, ...]
    shapes: tuple[Shape, ...]
    #: Places and SHA-256 of pictures; of what else can be drawn only the place and the kind.
    pictures: tuple[tuple[Box, str], ...]
    #: Places of links and where they lead.
    links: tuple[tuple[Box, str], ...]
    #: Notes, stamps, fields and whatever else can lie on a page that was written once.
    extras: tuple[str, ...]
    #: SHA-256 of the page's picture.
    look: str


def text_of(document: Any, number: int) -> str:
    """All words of a page, counted from 0."""
    with ALONE:
        page = document[number]
        words = page.get_textpage()
        try:
            return str(words.get_text_range())
        finally:
            words.close()
            page.close()


def size_of(document: Any, number: int) -> tuple[float, float]:
    """Width and height of a page in points."""
    with ALONE:
        width, height = document.get_page_size(number)
    return round(width, 1), round(height, 1)


def gist(document: Any, number: int) -> tuple[object, ...]:
    """Words, links, notes and look of a page, counted from 0: what is the same in these is the same to any reader."""
    with ALONE:
        page = document[number]
        words = page.get_textpage()
        try:
            return words.get_text_range(), _look(page), *_annotations(page)
        finally:
            words.close()
            page.close()


def facts(document: Any, number: int) -> Facts:
    """All of a page, counted from 0; it takes three times as long."""
    with ALONE:
        page = document[number]
        words = page.get_textpage()
        try:
            return _facts(page, words)
        finally:
            words.close()
            page.close()


def _facts(page: Any, words: Any) -> Facts:
    import pypdfium2.raw as c

    pieces, shapes, pictures = [], [], []
    for thing in _things(page, words):
        if thing.type == c.FPDF_PAGEOBJ_TEXT:
            pieces.append(_piece(thing))
        elif thing.type == c.FPDF_PAGEOBJ_PATH:
            shapes.append(_shape(thing))
        elif thing.type == c.FPDF_PAGEOBJ_IMAGE:
            pictures.append((_box(thing), sha256(bytes(thing.get_data())).hexdigest()))
        else:
            pictures.append((_box(thing), f"kind {thing.type}"))
    links, extras = _annotations(page)
    width, height = page.get_size()
    return Facts(
        size=(round(width, 1), round(height, 1)),
        text=words.get_text_range(),
        pieces=tuple(pieces),
        shapes=tuple(shapes),
        pictures=tuple(pictures),
        links=tuple(links),
        extras=tuple(extras),
        look=_look(page),
    )


def _things(page: Any, words: Any) -> Iterator[Any]:
    for count, thing in enumerate(page.get_objects(textpage=words)):
        if count >= _MOST:
            return
        yield thing


def _box(thing: Any) -> Box:
    return tuple(round(edge, 1) + 0.0 for edge in thing.get_bounds())


def _colour(thing: Any, ask: Any) -> Colour | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    return (red.value, green.value, blue.value, alpha.value) if ask(thing, red, green, blue, alpha) else None


def _piece(thing: Any) -> Piece:
    import pypdfium2.raw as c

    mode = c.FPDFTextObj_GetTextRenderMode(thing)
    colour = _colour(thing, c.FPDFPageObj_GetFillColor)
    return Piece(_box(thing), _words(thing), colour, round(thing.get_font_size(), 2), mode)


def _words(thing: Any) -> str:
    from pypdfium2 import PdfiumError

    try:
        return str(thing.extract())
    except PdfiumError:  # pdfium says so of one that has none
        return ""


def _shape(thing: Any) -> Shape:
    import pypdfium2.raw as c

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(thing, fill, stroke)
    return Shape(
        _box(thing),
        _colour(thing, c.FPDFPageObj_GetFillColor) if fill.value else None,
        _colour(thing, c.FPDFPageObj_GetStrokeColor) if stroke.value else None,
    )


def _look(page: Any) -> str:
    bitmap = page.render(scale=_SCALE)
    try:
        return sha256(bytes(bitmap.buffer)).hexdigest()
    finally:
        bitmap.close()


# --- links and notes --------------------------------------------------------------------------------------------------


def _annotations(page: Any) -> tuple[list[tuple[Box, str]], list[str]]:
    import pypdfium2.raw as c

    links, extras = [], []
    for number in range(min(c.FPDFPage_GetAnnotCount(page), _MOST)):
        note = c.FPDFPage_GetAnnot(page, number)
        try:
            kind = c.FPDFAnnot_GetSubtype(note)
            if kind == c.FPDF_ANNOT_LINK:
                links.append((_place(note), _target(page, c.FPDFAnnot_GetLink(note))))
            else:
                extras.append(_KINDS.get(kind, str(kind)))
        finally:
            c.FPDFPage_CloseAnnot(note)
    return links, extras


#: Kinds of annotations by pdfium's numbers, as PDF calls them.
_KINDS = {1: "Text", 3: "FreeText", 5: "Square", 9: "Highlight", 13: "Stamp", 15: "Ink", 16: "Popup", 20: "Widget"}


def _place(note: Any) -> Box:
    import pypdfium2.raw as c

    rect = c.FS_RECTF()
    c.FPDFAnnot_GetRect(note, rect)
    return tuple(round(edge, 1) + 0.0 for edge in (rect.left, rect.bottom, rect.right, rect.top))


def _target(page: Any, link: Any) -> str:
    import pypdfium2.raw as c

    action = c.FPDFLink_GetAction(link)
    kind = c.FPDFAction_GetType(action) if action else None
    if kind == c.PDFACTION_URI:
        length = c.FPDFAction_GetURIPath(page.pdf, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        c.FPDFAction_GetURIPath(page.pdf, action, buffer, length)
        return buffer.value.decode("utf-8", "replace")
    if kind not in {None, c.PDFACTION_GOTO}:
        return f"action {kind}"
    goal = c.FPDFLink_GetDest(page.pdf, link)
    return _goal(page, goal) if goal else ""


def _goal(page: Any, goal: Any) -> str:
    import pypdfium2.raw as c

    flags = [ctypes.c_int() for _ in range(3)]
    places = [ctypes.c_float() for _ in range(3)]
    c.FPDFDest_GetLocationInPage(goal, *flags, *places)
    at = places[1].value if flags[1].value else 0.0
    return f"page {c.FPDFDest_GetDestPageIndex(page.pdf, goal) + 1}, {at:.0f}"
