"""Faces: one for the window and one for articles."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontDatabase

#: Point size of article text, and between what it can be changed.
READING_SIZE = 12.0
SMALLEST, LARGEST = 8.0, 36.0
#: Serif faces drawn for screens, the best first; the first that the system has is taken.
_READING = ("Charter", "Source Serif 4", "Noto Serif", "Georgia", "Liberation Serif", "DejaVu Serif")


def reading_font(size: float = READING_SIZE, families: Sequence[str] = _READING) -> QFont:
    """The face for articles at a point size; the window's own face where the system has none of the families."""
    there = set(QFontDatabase.families())
    font = QFont()
    family = next((name for name in families if name in there), None)
    if family:
        font.setFamilies([family, *font.families()])
    font.setPointSizeF(min(LARGEST, max(SMALLEST, size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
