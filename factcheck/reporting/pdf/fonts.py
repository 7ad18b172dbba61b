"""The typefaces of a document: which of them has a character, and the runs of one face that a text falls into."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import han
from factcheck.reporting.pdf.characters import by_code_point, tidy
from factcheck.reporting.pdf.files import FAMILIES, Family, cut, source, tables
from factcheck.reporting.pdf.style import Weight

if TYPE_CHECKING:
    from factcheck.reporting.pdf.embedding import MeaningFont

# --- faces ------------------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class Face:
    """One cut of a family, known to reportlab under `name`. Loaded when it is first drawn with or measured."""

    family: Family
    weight: Weight
    file: Path
    #: HarfBuzz chooses its glyphs.
    shaped: bool

    @property
    def name(self) -> str:
        """Name in reportlab's register."""
        layout = "-marks" if self.shaped and not self.family.shaped else ""
        return f"{self.family.name}-{self.weight}{layout}"

    @cached_property
    def font(self) -> "MeaningFont":
        """reportlab's font."""
        from reportlab.pdfbase.pdfmetrics import registerFont

        from factcheck.reporting.pdf.embedding import MeaningFont

        font = MeaningFont(self.name, cut(self.family, self.weight, self.file, self.shaped))
        registerFont(font)
        return font

    @cached_property
    def widths(self) -> dict[str, float]:
        """Advance of each character at size 1."""
        return {chr(code): width / 1000 for code, width in self.font.face.charWidths.items()}

    @cached_property
    def usual(self) -> float:
        """Advance of what has none of its own."""
        return float(self.font.face.defaultWidth) / 1000


@cache
def _face(family: Family, weight: Weight, file: Path, shaped: bool) -> Face:
    """Faces are shared by all documents of the process: reading one takes longer than setting a page."""
    return Face(family, weight, file, shaped)


@cache
def _cover(file: Path) -> frozenset[str]:
    """The characters of a font file; none of one that cannot be read."""
    from fontTools.ttLib import TTLibError

    try:
        with tables(file) as font:
            return frozenset(map(chr, font.getBestCmap() or {})) if "glyf" in font else frozenset()
    except (OSError, TTLibError):
        return frozenset()


@cache
def _simple(file: Path) -> frozenset[str]:
    """Those that can be set one beside the other. Of scripts that join or stack, a font may list letters, too."""
    return frozenset(c for c in _cover(file) if not _NEEDS_SHAPING.match(c))


@cache
def _unmarked(file: Path) -> frozenset[str]:
    return frozenset(c for c in _simple(file) if not _MARKS.match(c))


#: Scripts from Hebrew to Myanmar, old Hangul, Khmer and Mongolian, Vedic signs.
_NEEDS_SHAPING = re.compile("[\u0590-\u109f\u1100-\u11ff\u1780-\u18af\u1cd0-\u1cff\ua830-\ua83f\ua8e0-\ua8ff]")
#: Marks that stand above, below or within a letter, wherever it is; a font says where.
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")

# --- of a document ----------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class Fonts:
    """The typefaces of one document. What was asked once is remembered."""

    shaping: bool
    _owners: dict[tuple[str, str], Family | None] = field(default_factory=dict)
    _faces: dict[tuple[Family, Weight, bool], Face] = field(default_factory=dict)

    @cached_property
    def families(self) -> dict[Family, frozenset[str]]:
        """Those that are installed and can be set here, with their characters."""
        usable = ((f, source(f, Weight.regular)) for f in FAMILIES if self.shaping or not f.shaped)
        return {f: _cover(file) if f.shaped else _simple(file) for f, file in usable if file}

    @cached_property
    def plain(self) -> frozenset[str]:
        """The characters of the main typeface that need nothing special."""
        file = source(FAMILIES[0], Weight.regular)
        assert file, "the main typeface is a dependency of the program"
        return _unmarked(file)

    def face(self, family: Family, weight: Weight, marks: bool = False) -> Face:
        """A cut of a family, or its regular one if it has no such cut."""
        key = family, weight, marks
        if key not in self._faces:
            file, regular = source(family, weight), source(family, Weight.regular)
            assert regular, "only families that are installed are asked for"
            shaped = family.shaped or marks
            self._faces[key] = (
                _face(family, weight, file, shaped) if file else _face(family, Weight.regular, regular, shaped)
            )
        return self._faces[key]

    def owner(self, character: str, language: str = "") -> Family | None:
        """The first family that has a character, None if none has; one of this language goes before others."""
        key = character, language
        if key not in self._owners:
            order = sorted(self.families, key=lambda f: f.language not in {"", language})
            self._owners[key] = next((f for f in order if character in self.families[f]), None)
        return self._owners[key]

    def missing(self, text: Iterable[str]) -> set[str]:
        """The characters of a printable text that no font has."""
        return {c for c in set(text) - self.plain if self.owner(c) is None}

    def printable(self, text: str) -> str:
        """Text as it can be drawn: composed, white space made one blank, what draws nothing dropped, what no font has
        by its code point. The one place through which every value passes."""
        text = tidy(text)
        if self.plain.issuperset(text):
            return text
        missing = self.missing(text)
        return by_code_point(text, missing) if missing else text

    def runs(self, text: str, weight: Weight) -> Iterator[tuple[int, int, Face]]:
        """A printable text cut into runs of one face."""
        if self.plain.issuperset(text):
            yield 0, len(text), self.face(FAMILIES[0], weight)
            return
        language = han.east_asian(text)
        if weight is Weight.italic and not self._slants(text):
            weight = Weight.regular
        start, family = 0, FAMILIES[0]
        for i, character in enumerate(text):
            wanted = self._family_at(character, family, language)
            if wanted is not family and i > start:
                yield start, i, self._for_run(text[start:i], family, weight)
                start = i
            family = wanted
        yield start, len(text), self._for_run(text[start:], family, weight)

    def _slants(self, text: str) -> bool:
        """Whether all letters of a text can be slanted; digits that alone are would stand out among them."""
        owners = {self.owner(character) for character in set(text) - self.plain if character.isalpha()}
        return all(owner is None or owner.italic for owner in owners)

    def _family_at(self, character: str, current: Family, language: str) -> Family:
        """Blanks, marks and joiners stay with what they follow."""
        stays = (
            character in " \u200c\u200d" or unicodedata.combining(character) or unicodedata.category(character) == "Mc"
        )
        if stays and character in self.families[current]:
            return current
        return self.owner(character, language) or FAMILIES[0]

    def _for_run(self, run: str, family: Family, weight: Weight) -> Face:
        return self.face(family, weight, marks=self.shaping and _MARKS.search(run) is not None)
