"""A PDF against the same report made anew, page by page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from factcheck import diff
from factcheck.progress import Progress
from factcheck.reporting import record
from factcheck.reporting.reader import ALONE
from factcheck.text import Span
from factcheck.verifying import pages
from factcheck.verifying.pages import Box, Facts

#: Characters shown before and after a changed word.
_AROUND = 24
_LONGEST = 160
#: So many more pages than there should be are not looked at one by one.
_MORE = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """Something in the file that is not what the project says."""

    #: Counted from 1; 0 if it is of no page.
    page: int
    #: "words", "verdict", "colour", "shape", "picture", "link", "note", "size", "look", "added", "removed";
    #: of the whole file: "pages", "title", "bookmarks", "attachment", "script", "changed".
    kind: str
    #: As the project has it, and as it stands in the file.
    right: str = ""
    found: str = ""


def differences(right: Any, found: Any, same_fonts: bool, progress: Progress) -> Iterator[Difference]:
    """All differences between two open PDFs. With other fonts, where things stand and how they look is left out."""
    with ALONE:
        of_file = list(_of_file(right, found))
    yield from of_file
    if len(found) > len(right) + _MORE:
        yield Difference(0, "pages", str(len(right)), str(len(found)))
        return
    for done, (ours, theirs) in enumerate(_pairs(right, found)):
        progress("Comparing pages", done, len(right))
        if ours is None or theirs is None:
            number = theirs if ours is None else ours
            assert number is not None
            yield Difference(number + 1, "added" if ours is None else "removed")
        elif pages.size_of(right, ours) != pages.size_of(found, theirs):
            yield Difference(theirs + 1, "size")
        elif not same_fonts or pages.gist(right, ours) != pages.gist(found, theirs):
            yield from _of_page(theirs + 1, pages.facts(right, ours), pages.facts(found, theirs), same_fonts)


def lines(right: bytes, found: bytes) -> Iterator[Difference]:
    """All differences between two texts, by their lines."""
    ours, theirs = (text.decode("utf-8", "replace").splitlines() for text in (right, found))
    for _, a, b, c, d in (o for o in SequenceMatcher(None, ours, theirs, False).get_opcodes() if o[0] != "equal"):
        yield from _words(0, "\n".join(ours[a:b]), "\n".join(theirs[c:d]))


def _pairs(right: Any, found: Any) -> Iterator[tuple[int | None, int | None]]:
    """Pages that belong together, by their numbers; None where one has no partner."""
    if len(right) == len(found):
        yield from ((number, number) for number in range(len(right)))
        return
    texts = [[pages.text_of(document, number) for number in range(len(document))] for document in (right, found)]
    for _, a, b, c, d in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
        both = min(b - a, d - c)
        yield from ((a + i, c + i) for i in range(both))
        yield from ((number, None) for number in range(a + both, b))
        yield from ((None, number) for number in range(c + both, d))


# --- a page -----------------------------------------------------------------------------------------------------------


def _of_page(number: int, right: Facts, found: Facts, same_fonts: bool) -> Iterator[Difference]:
    """What differs on a page. One thing that changed often shows in several ways: the look is told of only alone."""
    told = list(_words(number, right.text, found.text))
    told += _shapes(number, right, found, same_fonts)
    told += _listed(number, "link", _links(right, same_fonts), _links(found, same_fonts))
    told += _listed(number, "picture", [p[1] for p in right.pictures], [p[1] for p in found.pictures])
    told += _listed(number, "note", right.extras, found.extras)
    if not told and same_fonts and (right.look != found.look or right.pieces != found.pieces):
        told.append(Difference(number, "look"))
    return iter(told)


def _words(number: int, right: str, found: str) -> Iterator[Difference]:
    ours, theirs = (" ".join(text.split()) for text in (right, found))
    for piece in diff.pieces(ours, theirs):
        if not piece.same:
            yield Difference(number, "words", _shown(ours, piece.old), _shown(theirs, piece.new))


def _shown(text: str, changed: Span) -> str:
    """Changed words with some whole ones around them."""
    start = text.rfind(" ", 0, max(0, changed.start - _AROUND)) + 1
    end = text.find(" ", min(len(text), changed.end + _AROUND))
    return text[start : end if end >= 0 else len(text)][:_LONGEST]


def _shapes(number: int, right: Facts, found: Facts, same_fonts: bool) -> Iterator[Difference]:
    if len(right.shapes) != len(found.shapes):
        yield Difference(number, "shape", str(len(right.shapes)), str(len(found.shapes)))
        return
    for ours, theirs in zip(right.shapes, found.shapes, strict=True):
        if (ours.fill, ours.stroke) != (theirs.fill, theirs.stroke):
            words = _inside(right, ours.box)
            kind = "verdict" if words and ours.stroke else "colour"
            yield Difference(number, kind, words, f"{_hex(ours.fill)} → {_hex(theirs.fill)}")
        elif same_fonts and ours.box != theirs.box:
            yield Difference(number, "shape")


def _inside(facts: Facts, box: Box) -> str:
    """The words within a box, if they are few: those of a badge."""
    left, bottom, right, top = box
    there = [
        p.text
        for p in facts.pieces
        if left <= p.box[0] and p.box[2] <= right and bottom <= p.box[1] and p.box[3] <= top
    ]
    return " ".join("".join(there).split()) if len(there) < 12 else ""


def _hex(colour: pages.Colour | None) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour[:3]) if colour else "–"


def _links(facts: Facts, same_fonts: bool) -> list[str]:
    return [f"{target} ({', '.join(map(str, box))})" if same_fonts else target for box, target in facts.links]


def _listed(number: int, kind: str, right: Sequence[str], found: Sequence[str]) -> Iterator[Difference]:
    for _, a, b, c, d in (o for o in SequenceMatcher(None, right, found, False).get_opcodes() if o[0] != "equal"):
        yield Difference(number, kind, "; ".join(right[a:b])[:_LONGEST], "; ".join(found[c:d])[:_LONGEST])


# --- the file ---------------------------------------------------------------------------------------------------------


def _of_file(right: Any, found: Any) -> Iterator[Difference]:
    for key in ("Title", "Author", "Subject", "Keywords"):
        ours, theirs = right.get_metadata_value(key), found.get_metadata_value(key)
        if ours != theirs:
            yield Difference(0, "title", ours[:_LONGEST], theirs[:_LONGEST])
    yield from _listed(0, "bookmarks", _bookmarks(right), _bookmarks(found))
    yield from _listed(0, "attachment", names(right), names(found))


def _bookmarks(document: Any) -> list[str]:
    entries = ((bookmark, bookmark.get_dest()) for bookmark in document.get_toc())
    return [f"{b.level} {b.get_title()} {goal.get_index() if goal else None}" for b, goal in entries]


def names(document: Any) -> list[str]:
    """What is attached to a PDF."""
    return [document.get_attachment(i).get_name() for i in range(document.count_attachments())]


def attached(document: Any, name: str) -> str:
    """The text of an attachment; "" if there is none, or more than one, of this name."""
    with ALONE:
        found = [i for i, there in enumerate(names(document)) if there == name]
        if len(found) != 1:
            return ""
        return bytes(document.get_attachment(found[0]).get_data()).decode("utf-8", "replace")


def fonts(document: Any) -> dict[str, str]:
    """The typefaces that a report's PDF names, with the SHA-256 of their files."""
    return record.fonts_from(attached(document, record.FONTS))
