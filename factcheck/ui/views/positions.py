"""Between an article's text, in code points, and the document that a widget shows, in UTF-16 units.

Lines too long to be laid out quickly are shown as several blocks. The breaks exist in the document only; nothing that
is stored or quoted knows of them.
"""

import re
from array import array
from bisect import bisect_left, bisect_right

from factcheck.text import Utf16Map

#: A line of more code points than this is broken; the layout of one block stays under a frame.
LONGEST_BLOCK = 4_000


class Positions:
    """Turns offsets into positions and back for one text."""

    def __init__(self, text: str) -> None:
        self._map = Utf16Map(text)
        cuts = _cuts(text)
        self.shown = _broken(text, cuts) if cuts else text
        self._cuts = array("q", [self._map.to_utf16(cut) for cut in cuts])
        self._breaks = array("q", [cut + i for i, cut in enumerate(self._cuts)])

    def to_document(self, offset: int) -> int:
        """Position of an offset; at a break, the one behind it."""
        units = self._map.to_utf16(offset)
        return units + bisect_right(self._cuts, units)

    def units(self, start: int, end: int) -> int:
        """How many UTF-16 units the code points take."""
        return self._map.to_utf16(end) - self._map.to_utf16(start)

    def to_text(self, position: int) -> int:
        """Offset of a position; inside a surrogate pair, where its character starts."""
        return self._map.to_code_points(position - bisect_left(self._breaks, position))

    def continues(self, position: int) -> bool:
        """Whether the block that starts here goes on with a broken line."""
        at = bisect_left(self._breaks, position - 1)
        return at < len(self._breaks) and self._breaks[at] == position - 1


def _cuts(text: str) -> list[int]:
    if len(text) <= LONGEST_BLOCK:
        return []
    found = []
    for line in re.finditer("[^\n]+", text):
        start = line.start()
        while line.end() - start > LONGEST_BLOCK:
            space = text.rfind(" ", start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK)
            start = space + 1 if space > 0 else start + LONGEST_BLOCK
            found.append(start)
    return found


def _broken(text: str, cuts: list[int]) -> str:
    starts = [0, *cuts]
    return "\n".join(text[a:b] for a, b in zip(starts, [*cuts, None], strict=True))
