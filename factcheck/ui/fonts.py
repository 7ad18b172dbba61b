"""Faces: one for the window and one for articles."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

#: Point size of article text, and between what it can be changed.
READING_SIZE = 12.0
SMALLEST, LARGEST = 8.0, 36.0
#: Sizes that are offered.
SIZES = (9, 10, 11, 12, 13, 14, 16, 18, 20, 24, 30, 36)
#: Serif faces drawn for screens, the best first.
_READING = ("Charter", "Source Serif 4", "Noto Serif", "Georgia", "Liberation Serif")
#: What a Linux system falls back to when nobody chose a face for it; ours is easier to read.
_FALLBACKS = ("DejaVu", "Bitstream Vera")
_OURS = "Noto Sans"


def prepare(app: QApplication) -> None:
    """Give the window our own face where the system has no better one than its fallback."""
    if QFontInfo(app.font()).family().startswith(_FALLBACKS) and _load_ours():
        font = QFont(_OURS)
        font.setPointSizeF(app.font().pointSizeF() * 1.05)
        app.setFont(font)


def _load_ours() -> bool:
    spec = find_spec("fontpkg_noto_sans")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    files = [path for folder in folders for path in Path(folder, "files").glob("NotoSans[[]*.ttf")]
    return bool(files) and QFontDatabase.addApplicationFont(str(files[0])) >= 0


class _Chosen:
    """What articles are read in, in all windows."""

    face, size = "", READING_SIZE


def read_in(face: str, size: float) -> None:
    """The face and usual size of articles from now on; "" leaves the face to the program."""
    _Chosen.face, _Chosen.size = face, min(LARGEST, max(SMALLEST, size))


def reading_size() -> float:
    """The usual size of articles, in points."""
    return _Chosen.size


def reading_font(size: float = READING_SIZE, families: Sequence[str] = _READING) -> QFont:
    """The face for articles at a point size: the one that was chosen, else the first of the families that the system
    has, else the window's own.
    """
    there = set(QFontDatabase.families())
    families = (_Chosen.face, *families)
    font = QFont(QApplication.font())
    family = next((name for name in families if name in there), None)
    if family:
        font.setFamilies([family, *font.families()])
    font.setPointSizeF(min(LARGEST, max(SMALLEST, size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
