"""Faces: one for the window and one for articles."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

#: Point size of article text, and between what it can be changed.
READING_SIZE = 12.0
SMALLEST, LARGEST = 8.0, 36.0
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


def reading_font(size: float = READING_SIZE, families: Sequence[str] = _READING) -> QFont:
    """The face for articles at a point size; the window's own face where the system has none of the families."""
    there = set(QFontDatabase.families())
    font = QFont(QApplication.font())
    family = next((name for name in families if name in there), None)
    if family:
        font.setFamilies([family, *font.families()])
    font.setPointSizeF(min(LARGEST, max(SMALLEST, size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
