"""A tree of HTML → text by blocks: paragraphs apart, list items and table rows a line each, headings as landmarks.

For documents, where all that is written counts; what of a web page is its article, `article` finds out.
"""

import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from factcheck.importing.composing import Composition
from factcheck.model import LandmarkKind

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PARAGRAPHS = _HEADINGS | frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header hr"
    " main nav p pre section summary table tbody tfoot thead ul ol".split()
)
_BLOCKS = _PARAGRAPHS | {"li", "tr"}
#: What HTML folds; a space that was set not to break stays.
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CELLS = ("td", "th")
_UNSEEN = frozenset("head script style noscript template svg iframe object button select textarea".split())


def compose(tree: Any, into: Composition) -> None:
    """Adds what a tree says to a composition."""
    page = _Page(into)
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if isinstance(element.tag, str):
            page.start(element) if event == "start" else page.end(element)
    page.flush()


class _Page:
    """The words since the last block began, and the table rows that are open."""

    def __init__(self, into: Composition) -> None:
        self._into = into
        self._words: list[str] = []
        self._rows: list[list[str]] = []
        self._last = ""
        self._marker = ""
        self._hidden = 0

    def start(self, element: Any) -> None:
        if element.tag in _UNSEEN:
            self._hidden += 1
        if element.tag in _BLOCKS:
            self._break()
        match element.tag:
            case "li":
                self._marker = element.get("value") or "-"
            case "tr":
                self._rows.append([])
            case "br":
                self._words.append(" " if self._rows else "\n")
        self._say(element.text)

    def end(self, element: Any) -> None:
        if element.tag in _HEADINGS and not self._rows:
            self._into.mark(LandmarkKind.section, "".join(self._words))
        if element.tag in _CELLS and self._rows:
            self._rows[-1].append(self._taken())
        if element.tag == "tr" and self._rows:
            self._row(self._rows.pop())
        elif element.tag in _BLOCKS:
            self._break()
        if element.tag in _UNSEEN:
            self._hidden -= 1
        self._say(element.tail)

    def flush(self) -> None:
        """What is left."""
        self._break()

    def _say(self, words: str | None) -> None:
        if words and not self._hidden:
            self._words.append(_SPACE.sub(" ", words))

    def _taken(self) -> str:
        lines = (re.sub(" +", " ", line).strip() for line in "".join(self._words).split("\n"))
        self._words = []
        return "\n".join(filter(None, lines))

    def _row(self, cells: list[str]) -> None:
        cells = [" ".join(cell.split("\n")) for cell in [*cells, self._taken()]]
        row = " | ".join(filter(None, cells))
        if self._rows:  # a table in a cell of another
            self._words.append(row + " ")
        else:
            self._emit(row, "tr")

    def _break(self) -> None:
        if self._rows:
            self._words.append(" ")
            return
        words = self._taken()
        if words:
            marker, self._marker = self._marker, ""
            self._emit(f"{marker} {words}" if marker else words, "li" if marker else "")

    def _emit(self, text: str, listed: str) -> None:
        """A block; the items of a list and the rows of a table follow one another closely."""
        (self._into.line if listed and listed == self._last else self._into.paragraph)(text)
        self._last = listed
