"""The typefaces: which there are, which of them has a character, and the files that reportlab can embed.

The packages carry variable fonts, of which reportlab would take the default cut only. Each cut that is used is made
once and kept in the user's folder.
"""

import importlib.util
import re
import secrets
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.paths import user_data
from factcheck.reporting import tidying
from factcheck.reporting.pdf.style import Weight

if TYPE_CHECKING:
    from factcheck.reporting.pdf.embedding import MeaningFont


@dataclass(frozen=True)
class Family:
    """A typeface that a package carries."""

    name: str
    package: str
    #: Scripts whose letters join, stack or run from right to left: they go through HarfBuzz.
    shaped: bool = False
    italic: bool = False


#: In the order in which they are asked for a character.
FAMILIES = (
    Family("NotoSans", "fontpkg-noto-sans", italic=True),
    # Noto draws a letter's dots apart from it, which readers of the PDF take for letters of their own: Plex goes first.
    Family("IBMPlexSansArabic", "fontpkg-ibm-plex-sans-arabic", shaped=True),
    Family("NotoSansArabic", "fontpkg-noto-sans-arabic", shaped=True),
    Family("Heebo", "fontpkg-heebo", shaped=True),  # Hebrew
    Family("NotoSansDevanagari", "fontpkg-noto-sans-devanagari", shaped=True),
    Family("NotoSansThai", "fontpkg-noto-sans-thai", shaped=True),
    Family("NotoSansTamil", "fontpkg-noto-sans-tamil", shaped=True),
    Family("NotoSansTelugu", "fontpkg-noto-sans-telugu", shaped=True),
    Family("NotoSansKhmer", "fontpkg-noto-sans-khmer", shaped=True),
)
_WEIGHTS = {Weight.regular: 400, Weight.bold: 700, Weight.italic: 400}
#: Tables that only shaping needs; making a cut without them takes a quarter of the time.
_LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "HVAR", "MVAR", "STAT")


# --- files ------------------------------------------------------------------------------------------------------------


def _source(family: Family, weight: Weight) -> Path | None:
    """The package's file for a cut, None if the package is not installed."""
    spec = importlib.util.find_spec(family.package.replace("-", "_"))
    folders = spec.submodule_search_locations if spec else None
    files = sorted(Path(folders[0], "files").glob("*.ttf")) if folders else []
    wanted = (
        _slanted(files) if weight is Weight.italic and family.italic else [f for f in files if "Italic" not in f.name]
    )
    return next((f for f in wanted if _fits(f, weight)), None)


def _slanted(files: Sequence[Path]) -> list[Path]:
    return [f for f in files if "Italic" in f.name]


def _fits(file: Path, weight: Weight) -> bool:
    """Whether a cut can be had from a file: a variable one, with its axes in brackets, or the cut itself."""
    return "[" in file.name or file.stem.endswith("-Bold" if weight is Weight.bold else "-Regular")


def _cut(family: Family, weight: Weight, source: Path) -> BytesIO:
    """The TrueType file of one cut: the package's own, or made from a variable one, now or earlier."""
    if "[" not in source.name:
        return BytesIO(source.read_bytes())
    name = f"{family.name}-{weight}-{version(family.package)}-{'shaped' if family.shaped else 'plain'}.ttf"
    with suppress(OSError):
        kept = user_data() / "fonts" / name
        if not kept.is_file():
            _keep(kept, _made(family, weight, source))
        return BytesIO(kept.read_bytes())
    return BytesIO(_made(family, weight, source))  # the user's folder cannot be written


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _made(family: Family, weight: Weight, source: Path) -> bytes:
    from fontTools.ttLib import TTFont as Tables
    from fontTools.varLib.instancer import instantiateVariableFont

    font = Tables(source, recalcTimestamp=False)
    for table in () if family.shaped else _LAYOUT_TABLES:
        if table in font:
            del font[table]
    if "fvar" in font:
        limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": _WEIGHTS[weight]}
        font = instantiateVariableFont(font, limits, inplace=True)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


# --- faces ------------------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class Face:
    """One cut of a family, known to reportlab under `name`. Loaded when it is first drawn with or measured."""

    family: Family
    weight: Weight
    source: Path

    @property
    def name(self) -> str:
        """Name in reportlab's register."""
        return f"{self.family.name}-{self.weight}"

    @cached_property
    def font(self) -> "MeaningFont":
        """reportlab's font."""
        from reportlab.pdfbase.pdfmetrics import registerFont

        from factcheck.reporting.pdf.embedding import MeaningFont

        font = MeaningFont(self.name, _cut(self.family, self.weight, self.source))
        registerFont(font)
        return font

    @cached_property
    def widths(self) -> dict[str, float]:
        """Advance of each character at size 1."""
        return {chr(code): width / 1000 for code, width in self.font.face.charWidths.items()}


@cache
def _face(family: Family, weight: Weight) -> Face:
    """Faces are shared by all documents of the process: reading one takes longer than setting a page."""
    source = _source(family, weight)
    assert source, "only installed families are asked for"
    return Face(family, weight, source)


@cache
def _cover(source: Path) -> frozenset[str]:
    """The characters of a font file."""
    from fontTools.ttLib import TTFont as Tables

    with Tables(source, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap() or {}))


@cache
def _simple(source: Path) -> frozenset[str]:
    """Those that can be set one beside the other. Of scripts that join or stack, a font may list letters, too."""
    return frozenset(c for c in _cover(source) if not _NEEDS_SHAPING.match(c))


#: Scripts from Hebrew to Myanmar, Khmer, Vedic signs.
_NEEDS_SHAPING = re.compile("[\u0590-\u109f\u1780-\u17ff\u1cd0-\u1cff\ua830-\ua83f\ua8e0-\ua8ff]")


@dataclass(eq=False)
class Fonts:
    """The typefaces of one document. What was asked once is remembered."""

    shaping: bool
    _owners: dict[str, Family | None] = field(default_factory=dict)

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """Those that are installed and can be set here."""
        usable = (f for f in FAMILIES if self.shaping or not f.shaped)
        return tuple(f for f in usable if _source(f, Weight.regular))

    @cached_property
    def plain(self) -> frozenset[str]:
        """The characters of the main typeface, which need nothing special."""
        source = _source(FAMILIES[0], Weight.regular)
        assert source, "the main typeface is a dependency of the program"
        return _simple(source)

    def face(self, family: Family, weight: Weight) -> Face:
        """A cut of a family."""
        return _face(family, weight if family.italic or weight is Weight.bold else Weight.regular)

    def owner(self, character: str) -> Family | None:
        """The first family that has a character, None if none has."""
        if character not in self._owners:
            self._owners[character] = next((f for f in self.families if self._has(f, character)), None)
        return self._owners[character]

    def _has(self, family: Family, character: str) -> bool:
        source = _source_of(family)
        return source is not None and character in (_cover(source) if family.shaped else _simple(source))

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
        return _by_code_point(text, missing) if missing else text

    def runs(self, text: str, weight: Weight) -> Iterator[tuple[int, int, Face]]:
        """A printable text cut into runs of one face."""
        if self.plain.issuperset(text):
            yield 0, len(text), self.face(FAMILIES[0], weight)
            return
        start, family = 0, FAMILIES[0]
        for i, character in enumerate(text):
            wanted = self._family_at(character, family)
            if wanted is not family and i > start:
                yield start, i, self.face(family, weight)
                start = i
            family = wanted
        yield start, len(text), self.face(family, weight)

    def _family_at(self, character: str, current: Family) -> Family:
        """Blanks, marks and joiners stay with what they follow."""
        stays = (
            character in " \u200c\u200d" or unicodedata.combining(character) or unicodedata.category(character) == "Mc"
        )
        if stays and self._has(current, character):
            return current
        return self.owner(character) or FAMILIES[0]


@cache
def _source_of(family: Family) -> Path | None:
    return _source(family, Weight.regular)


# --- text -------------------------------------------------------------------------------------------------------------

#: U+FE00 to U+FE0F and U+E0100 to U+E01EF choose a look that no font here has.
_INVISIBLE = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def tidy(text: str) -> str:
    """Text as every format has it, without what chooses a look that no font here has."""
    text = tidying.tidy(text)
    return text if text.isascii() else _INVISIBLE.sub("", text)


def code_point(character: str) -> str:
    """The form in which a character that cannot be drawn is named."""
    return f"U+{ord(character):04X}"


def _by_code_point(text: str, missing: set[str]) -> str:
    """Each missing character as its code point, apart from its neighbours where they would run together."""
    out = ""
    for character in text:
        if character in missing:
            out += (" " if out and out[-1].isalnum() else "") + code_point(character) + " "
        else:
            out += character if character != " " or not out.endswith(" ") else ""
    return out
