"""A TrueType font that says in the PDF what each of its shapes means, so that words can be copied, searched and heard.

reportlab writes for each code the character that it stands for. Shapes that stand for no character of their own (a
joined letter, a ligature) are given one of the supplementary private use area here, one for each meaning.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_PRIVATE = 0xF0000
#: A table of meanings holds no more than this many in one block.
_BLOCK = 100


class MeaningFont(TTFont):  # type: ignore[misc, unused-ignore] # without the stubs it is Any
    """reportlab's font with shapes of several meanings."""

    def __init__(self, name: str, file: BytesIO) -> None:
        super().__init__(name, file, asciiReadable=1)
        self.face: Any  # the stubs do not know all of it
        self.face.name = name.encode()  # every cut of a variable font bears the same name
        self._codes: dict[tuple[int, str], int] = {}
        self._meanings: dict[int, str] = {}

    def character(self, glyph: int, meaning: str, width: float) -> str:
        """The character by which a shape of this meaning is drawn."""
        known = self.face.glyphToChar.get(glyph, ())
        if len(meaning) == 1 and ord(meaning) in known:
            return meaning
        code = self._codes.setdefault((glyph, meaning), _PRIVATE + len(self._codes))
        if code not in self._meanings:
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = width
            self._meanings[code] = meaning
        return chr(code)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Add the font's objects to the document, the meanings in place of those that reportlab writes."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode()
            doc.idToObject[f"toUnicodeCMap:{name}"].content = self._meaning_table(name, subset)

    def _meaning_table(self, name: str, subset: Sequence[int]) -> str:
        """What each code of a subset means, as a PDF's "ToUnicode" has it."""
        meant = ((code, self._meanings.get(character, chr(character))) for code, character in enumerate(subset))
        rows = [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in meant if text > "\0"]
        return "\n".join((*_head(name), *_blocks(rows), *_FOOT))


def _head(name: str) -> Iterator[str]:
    yield from ("/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap")
    yield f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def"
    yield from (f"/CMapName /{name} def", "/CMapType 2 def")
    yield from ("1 begincodespacerange", "<00> <FF>", "endcodespacerange")


def _blocks(rows: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        yield from (f"{len(block)} beginbfchar", *block, "endbfchar")


_FOOT = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")
