"""Faces: one for the window and one for articles."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from factcheck import han
from factcheck.ui import cuts

#: Point size of article text, and between what it can be changed.
READING_SIZE = 12.0
SMALLEST, LARGEST = 8.0, 36.0
#: Sizes that are offered.
SIZES = (9, 10, 11, 12, 13, 14, 16, 18, 20, 24, 30, 36)
#: Serif faces drawn for screens, the best first.
_READING = ("Charter", "Source Serif 4", "Noto Serif", "Georgia", "Liberation Serif")
#: What a Linux system falls back to when nobody chose a face for it; ours is easier to read.
_FALLBACKS = ("DejaVu", "Bitstream Vera")
#: Other scripts for which the same holds: our face, its package and its files.
_SCRIPTS = {
    QFontDatabase.WritingSystem.Arabic: ("IBM Plex Sans Arabic", "fontpkg_ibm_plex_sans_arabic", "*-[BR]*.ttf"),
    QFontDatabase.WritingSystem.Hebrew: ("Heebo", "fontpkg_heebo", "*.ttf"),
    QFontDatabase.WritingSystem.Devanagari: ("Noto Sans Devanagari", "fontpkg_noto_sans_devanagari", "*.ttf"),
}
#: Faces that have the Chinese characters, and how each calls the forms that it gives them.
_EAST_ASIAN = ("Noto Sans CJK {}", "Source Han Sans {}", "Noto Sans {}")
_FORMS = {han.SIMPLIFIED: "SC", han.TRADITIONAL: "TC", han.JAPANESE: "JP", han.KOREAN: "KR"}


def prepare(app: QApplication) -> None:
    """Give the window our own faces where the system has no better ones than its fallback."""
    font = QFont(app.font())
    if QFontInfo(font).family().startswith(_FALLBACKS) and _load(cuts.files()):
        font = QFont(cuts.FACE)
        font.setPointSizeF(app.font().pointSizeF() * 1.05)
    lacking = [script for script in _SCRIPTS if not _has_better(QFontDatabase.families(script))]
    ours = [face for face, package, names in map(_SCRIPTS.__getitem__, lacking) if _load(cuts.packed(package, names))]
    font.setFamilies([*font.families(), *ours])
    app.setFont(font)


def _load(files: Sequence[Path]) -> bool:
    """Whether there are any, and all of them can be used from now on."""
    return bool(files) and min(QFontDatabase.addApplicationFont(str(file)) for file in files) >= 0


def _has_better(families: Sequence[str]) -> bool:
    return any(not family.startswith(_FALLBACKS) for family in families)


class _Chosen:
    """What articles are read in, in all windows, and what the window gives Chinese characters."""

    face, size = "", READING_SIZE
    east_asian: Sequence[str] = []


def write_characters(app: QApplication, forms: str) -> bool:
    """From now on the window gives Chinese characters these forms, "" as before; whether that is another face.

    Left to itself a system gives all of them those of one language, whatever a text is in.
    """
    faces = _east_asian(forms)
    if not faces or faces == _Chosen.east_asian:
        return False
    font = app.font()
    font.setFamilies([*(name for name in font.families() if name not in _Chosen.east_asian), *faces])
    _Chosen.east_asian = faces
    app.setFont(font)
    return True


def _east_asian(forms: str) -> list[str]:
    there = set(QFontDatabase.families()) if forms else set()
    return [name for pattern in _EAST_ASIAN if forms and (name := pattern.format(_FORMS[forms])) in there]


def read_in(face: str, size: float) -> None:
    """The face and usual size of articles from now on; "" leaves the face to the program."""
    _Chosen.face, _Chosen.size = face, min(LARGEST, max(SMALLEST, size))


def reading_size() -> float:
    """The usual size of articles, in points."""
    return _Chosen.size


def reading_font(size: float = READING_SIZE, families: Sequence[str] = _READING, forms: str = "") -> QFont:
    """The face for articles at a point size: the one that was chosen, else the first of the families that the system
    has, else the window's own. A text of Chinese characters is set in a face that has them in its forms, with the
    signs and digits between them; unless another was chosen.
    """
    there = set(QFontDatabase.families())
    chosen = [name for name in (_Chosen.face,) if name in there]
    usual = next(([name] for name in families if name in there), [])
    font = QFont(QApplication.font())
    font.setFamilies([*chosen, *_east_asian(forms), *usual, *font.families()])
    font.setPointSizeF(min(LARGEST, max(SMALLEST, size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
