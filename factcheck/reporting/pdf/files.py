"""The font files: which typefaces there are, where they lie, and the TrueType file of each cut.

The packages carry variable fonts, of which reportlab would take the default cut only. Each cut that is used is made
once and kept in the user's folder. The system's fonts are asked only for what no package has.
"""

import importlib.util
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.paths import user_data
from factcheck.reporting.pdf.style import Weight

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont


@dataclass(frozen=True)
class Family:
    """A typeface and the package that brings it: of Python, or of Debian where it is a font of the system."""

    name: str
    package: str
    #: Scripts whose letters join, stack or run from right to left: they go through HarfBuzz.
    shaped: bool = False
    italic: bool = False
    #: A font of the system: the names of its files, regular and, if it has one, bold.
    files: tuple[str, ...] = ()
    #: The language whose forms of the shared Chinese characters it has.
    language: str = ""


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
    # Of Debian, TrueType; Noto's own for Chinese, Japanese and Korean have outlines that reportlab cannot embed.
    Family("DejaVuSans", "fonts-dejavu-core", files=("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")),
    Family("WenQuanYiMicroHei", "fonts-wqy-microhei", files=("wqy-microhei.ttc",), language="zh"),
    Family("DroidSansFallback", "fonts-droid-fallback", files=("DroidSansFallbackFull.ttf",), language="zh"),
    Family("WenQuanYiZenHei", "fonts-wqy-zenhei", files=("wqy-zenhei.ttc",), language="zh"),
    Family("UMing", "fonts-arphic-uming", files=("uming.ttc",), language="zh"),
    Family("IPAexGothic", "fonts-ipaexfont-gothic", files=("ipaexg.ttf",), language="ja"),
    Family("TakaoGothic", "fonts-takao-gothic", files=("TakaoGothic.ttf",), language="ja"),
    Family("VLGothic", "fonts-vlgothic", files=("VL-Gothic-Regular.ttf",), language="ja"),
    Family("NanumGothic", "fonts-nanum", files=("NanumGothic.ttf", "NanumGothicBold.ttf"), language="ko"),
    Family("UnDotum", "fonts-unfonts-core", files=("UnDotum.ttf", "UnDotumBold.ttf"), language="ko"),
    Family("Symbola", "fonts-symbola", files=("Symbola_hint.ttf",)),
)
_WEIGHTS = {Weight.regular: 400, Weight.bold: 700, Weight.italic: 400}
#: Tables that only shaping needs; making a cut without them takes a quarter of the time.
_LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "HVAR", "MVAR", "STAT")

#: Types of lookups in a font's table of positions.
_PAIRS, _EXTENSION = 2, 9


# --- where they lie ---------------------------------------------------------------------------------------------------


def source(family: Family, weight: Weight) -> Path | None:
    """The file from which a cut can be had, None if there is none."""
    if weight is Weight.italic and not family.italic:
        return None
    return _of_system(family, weight) if family.files else _of_package(family, weight)


def _of_package(family: Family, weight: Weight) -> Path | None:
    spec = importlib.util.find_spec(family.package.replace("-", "_"))
    folders = spec.submodule_search_locations if spec else None
    files = sorted(Path(folders[0], "files").glob("*.ttf")) if folders else []
    slanted = weight is Weight.italic
    return next((f for f in files if ("Italic" in f.name) is slanted and _fits(f, weight)), None)


def _fits(file: Path, weight: Weight) -> bool:
    """Whether a cut can be had from a file: a variable one, with its axes in brackets, or the cut itself."""
    return "[" in file.name or file.stem.endswith("-Bold" if weight is Weight.bold else "-Regular")


def _of_system(family: Family, weight: Weight) -> Path | None:
    names = family.files[1:] if weight is Weight.bold else family.files[:1]
    installed = _installed(tuple(_folders()))
    return next((installed[name] for name in names if name in installed), None)


def _folders() -> Sequence[Path]:
    """Where the system keeps fonts: the person's own first."""
    home = Path.home()
    own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [own / "fonts", home / ".fonts", *(Path(folder) / "fonts" for folder in shared.split(":") if folder)]


@cache
def _installed(folders: tuple[Path, ...]) -> dict[str, Path]:
    """The fonts that we know by name, each at the first place where it lies."""
    known = {name for family in FAMILIES for name in family.files}
    found: dict[str, Path] = {}
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in known.intersection(names):
                found.setdefault(name, Path(place, name))
    return found


# --- cuts -------------------------------------------------------------------------------------------------------------


def cut(family: Family, weight: Weight, found: Path, layout: bool = False) -> BytesIO:
    """The TrueType file of one cut: as it lies there, or made from it, now or earlier. `layout`: for HarfBuzz."""
    if "[" not in found.name and found.suffix != ".ttc":
        return BytesIO(found.read_bytes())
    edition = f"{found.stat().st_size:x}" if family.files else version(family.package)
    kind = "plain" if not layout else "shaped" if family.shaped else "marks"
    kept = f"{family.name}-{weight}-{edition}-{kind}.ttf"
    with suppress(OSError):
        path = user_data() / "fonts" / kept
        if not path.is_file():
            _keep(path, _made(weight, found, layout, family.shaped))
        return BytesIO(path.read_bytes())
    return BytesIO(_made(weight, found, layout, family.shaped))  # the user's folder cannot be written


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def tables(file: Path) -> "Iterator[TTFont]":
    """The tables of a font file, of a collection's first font."""
    from fontTools.ttLib import TTFont

    number = 0 if file.suffix == ".ttc" else -1
    with file.open("rb") as data, TTFont(data, fontNumber=number, lazy=True, recalcTimestamp=False) as font:
        yield font


def _made(weight: Weight, file: Path, layout: bool, shaped: bool) -> bytes:
    with tables(file) as font:
        for table in () if layout else _LAYOUT_TABLES:
            if table in font:
                del font[table]
        if layout and not shaped:
            _leave_out_kerning(font)
        out = BytesIO()
        _instance(font, weight).save(out)
    return out.getvalue()


def _leave_out_kerning(font: "TTFont") -> None:
    """Words with marks are set as those without: letter by letter. It halves the time of the cut."""
    for lookup in font["GPOS"].table.LookupList.Lookup if "GPOS" in font else ():
        inner = lookup.SubTable[0].ExtSubTable if lookup.LookupType == _EXTENSION else lookup
        if inner.LookupType == _PAIRS:
            lookup.SubTable, lookup.SubTableCount = [], 0


def _instance(font: "TTFont", weight: Weight) -> "TTFont":
    """The font at one point of its axes."""
    from fontTools.varLib.instancer import instantiateVariableFont

    if "fvar" not in font:
        return font
    limits = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": _WEIGHTS[weight]}
    return instantiateVariableFont(font, limits, inplace=True)
